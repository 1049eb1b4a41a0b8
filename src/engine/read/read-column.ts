/** One column with all that was found out on the way to its values. */
import type { Built } from './build.ts';
import type { Decision } from './decide.ts';
import type { ColumnMarks } from './marks.ts';
import type { ColumnSource } from './source.ts';
import { kindOf, type CellKind, type Tally } from './tally.ts';

export interface ReadColumn {
  readonly source: ColumnSource;
  readonly tally: Tally;
  readonly decision: Decision;
  readonly marks: ColumnMarks;
  readonly built: Built;
  /** Whether the user chose the type. */
  readonly forced: boolean;
}

/** Spellings read as missing now: a fix adds to them. */
export function spellingsOf(source: ColumnSource, tally: Tally): string[] {
  const found = new Set<string>();
  for (let code = 0; code < source.cells.length; code++) {
    const kind = kindOf(tally, code);
    if ((kind === 'missing' || kind === 'likely') && source.texts[code] !== '') found.add(source.texts[code]!);
  }
  return [...found];
}

/** Distinct cells of some kinds. */
export function codesOfKind(source: ColumnSource, tally: Tally, kinds: readonly CellKind[]): number[] {
  const codes: number[] = [];
  for (let code = 0; code < source.cells.length; code++) if (kinds.includes(kindOf(tally, code))) codes.push(code);
  return codes;
}
