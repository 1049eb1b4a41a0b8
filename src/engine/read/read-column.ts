/** One column with all that was found out on the way to its values. */
import type { Verdict } from '../identify/identify.ts';
import type { Fix } from '../table/schema.ts';
import type { Column, ColumnType } from '../table/table.ts';
import type { Built } from './build.ts';
import { oddCell } from './cells/odd.ts';
import type { Decision } from './decide.ts';
import type { ColumnMarks } from './marks.ts';
import type { ColumnSource } from './source.ts';
import { kindOf, type Tally } from './tally.ts';

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

const mostFixes = 6;

/** `<5` read as `5`, `env. 20` as `20`, `(12,5)` as `-12,5`: for each text that holds one number beside something else. */
export function boundFixes(column: string, texts: readonly string[]): Fix[] {
  return texts
    .flatMap((text): Fix[] => {
      const number = oddCell(text)?.number ?? '';
      return number === '' ? [] : [{ kind: 'merge-levels', column, levels: [text], into: number }];
    })
    .slice(0, mostFixes);
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
