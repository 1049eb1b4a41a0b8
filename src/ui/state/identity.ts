/** What a finding says of who may be recognised by a column: how sure it is. */
import type { ColumnRole, Finding } from '../../engine/table/schema.ts';
import type { ColumnView } from '../../workers/protocol.ts';

export type Certainty = 'certain' | 'likely' | 'quasi';

export interface Identity {
  readonly certainty: Certainty;
}

const certainties: readonly unknown[] = ['certain', 'likely', 'quasi'] satisfies readonly Certainty[];

/** The verdict that a finding carries; `null` for a finding about something else. */
export function identityOf({ params = {} }: Finding): Identity | null {
  const { certainty } = params;
  return certainties.includes(certainty) ? { certainty: certainty as Certainty } : null;
}

/** Whether a column names people or helps to find them: by what was found in it, or by the role it bears. */
export const isIdentifying = (column: ColumnView, role: ColumnRole): boolean =>
  role === 'identifier' ||
  role === 'quasi-identifier' ||
  column.findings.some((finding) => identityOf(finding) !== null);
