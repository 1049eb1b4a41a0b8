/** Decisions about columns that the file, as read now, does not have: they wait, or are forgotten. Pure. */
import type { Decisions, SourceView } from '../../workers/protocol.ts';
import { fileName, without } from './decisions.ts';

export interface OnHold {
  /** Decisions about columns that this reading does not have. */
  readonly count: number;
  readonly columns: readonly string[];
}

export function onHold(source: SourceView, { reading, roles, settings }: Decisions): OnHold {
  const present = new Set(source.columns.flatMap((column) => [column.name, fileName(column)]));
  const said = [roles, reading.types, reading.missing, reading.merge, reading.derived, settings.weights];
  const absent = said.flatMap((record) => Object.keys(record ?? {})).filter((name) => !present.has(name));
  return { count: absent.length, columns: [...new Set(absent)] };
}

/** Forgets all that was said of these columns. */
export const withoutColumns = (
  { reading, roles, settings, ...rest }: Decisions,
  columns: readonly string[],
): Decisions => ({
  ...rest,
  reading: {
    ...reading,
    ...(reading.types && { types: without(reading.types, columns) }),
    ...(reading.missing && { missing: without(reading.missing, columns) }),
    ...(reading.merge && { merge: without(reading.merge, columns) }),
    ...(reading.derived && { derived: without(reading.derived, columns) }),
  },
  roles: without(roles, columns),
  settings: { ...settings, weights: without(settings.weights, columns) },
});
