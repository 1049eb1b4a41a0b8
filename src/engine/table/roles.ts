/**
 * What the user declared about the study: which columns are its outcome, its time, its event, its arm, and which ones
 * others may know. The reinforced generator, the attacks and the survival measures read them; the 2023 method does not.
 */
import type { Schema } from './schema.ts';

export interface DeclaredRoles {
  readonly outcome: readonly string[];
  readonly time: string | null;
  readonly event: string | null;
  readonly arm: string | null;
  /** Quasi-identifiers: what someone outside may know of a patient and look up elsewhere. */
  readonly quasi: readonly string[];
  /** Columns that the attacker of the inference attack is assumed to know; empty means all but the secret. */
  readonly known: readonly string[];
}

export const noRoles: DeclaredRoles = { outcome: [], time: null, event: null, arm: null, quasi: [], known: [] };

/** Columns whose links matter most to the study: what the focus of the reinforced generator doubles. */
export const focusColumns = ({ outcome, time, event, arm }: DeclaredRoles): readonly string[] => [
  ...new Set([...outcome, ...[time, event, arm].filter((name) => name !== null)]),
];

/** The roles declared in a schema. Where two columns bear the role of one, the first counts. */
export function rolesOf(schema: Schema): DeclaredRoles {
  const named = (role: string): string[] => schema.filter((column) => column.role === role).map(({ name }) => name);
  return {
    outcome: named('outcome'),
    time: named('time')[0] ?? null,
    event: named('event')[0] ?? null,
    arm: named('arm')[0] ?? null,
    quasi: named('quasi-identifier'),
    known: [],
  };
}
