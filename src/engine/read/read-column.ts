/** One column with all that was found out on the way to its values. */
import type { Verdict } from '../identify/identify.ts';
import type { Fix } from '../table/schema.ts';
import type { Column, ColumnType } from '../table/table.ts';
import type { Built } from './build.ts';
import { scanNumber } from './cells/numbers.ts';
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
  /** The type chosen by the user, and then what the reader would have found. */
  readonly asked: ColumnType | undefined;
  readonly found: FoundColumn | null;
}

export interface FoundColumn {
  readonly column: Column;
  readonly verdict: Verdict | null;
}

/** `<5` read as `5`, for each text that is such a bound. */
export function boundFixes(column: string, texts: readonly string[]): Fix[] {
  return texts.flatMap((text) => {
    const bound = /^[<>≤≥]=?\s*(.+)$/.exec(text)?.[1];
    return bound === undefined || !scanNumber(bound)
      ? []
      : [{ kind: 'merge-levels', column, levels: [text], into: bound } as const];
  });
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
