/** Reference data and oracles, kept outside the project. Tests that need them skip, saying so, where they are absent. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { describe } from 'vitest';
import type { Column, Table } from '../../src/engine/table/table.ts';

const folder = resolve(import.meta.dirname, '../../../shared/reference');
export const hasReference = existsSync(folder);

/** `describe` that skips, with the reason in its name, where the reference folder is absent. */
export const describeReference = (name: string, body: () => void): void => {
  if (hasReference) describe(name, body);
  else describe.skip(`${name} (skipped: the reference folder is absent)`, body);
};

export const referencePath = (path: string): string => resolve(folder, path);
export const referenceText = (path: string): string => readFileSync(referencePath(path), 'utf8');
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- oracle files have many shapes
export const referenceJson = (path: string): any => JSON.parse(referenceText(path));

export interface LoadOptions {
  readonly delimiter?: string;
  readonly qualitative: readonly string[];
  readonly drop?: readonly string[];
}

/** A plain comma or semicolon file with decimal points, typed by the caller: the engine's tests do not use the reader. */
export function tableFromCsv(text: string, options: LoadOptions): Table {
  const { data } = Papa.parse<string[]>(text.replaceAll('\r', '').trimEnd(), { delimiter: options.delimiter ?? ',' });
  const header = data[0]!;
  const rows = data.slice(1);
  const columns = header.flatMap((name, c): Column[] =>
    options.drop?.includes(name)
      ? []
      : [
          columnFromText(
            name,
            rows.map((row) => row[c] ?? ''),
            options.qualitative.includes(name),
          ),
        ],
  );
  return { rowCount: rows.length, columns };
}

/** A column from texts: blank and NA are missing. */
export function columnFromText(name: string, cells: readonly string[], qualitative: boolean): Column {
  const missing = (cell: string): boolean => cell === '' || cell === 'NA';
  if (qualitative) {
    const levels = [...new Set(cells.filter((cell) => !missing(cell)))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const codeOf = new Map(levels.map((level, code) => [level, code]));
    const codes = Int32Array.from(cells, (cell) => (missing(cell) ? -1 : codeOf.get(cell)!));
    return { name, type: 'category', levels, codes, dress: {} };
  }
  const values = Float64Array.from(cells, (cell) => (missing(cell) ? NaN : Number(cell)));
  const decimals = Math.max(0, ...cells.map((cell) => (cell.split('.')[1] ?? '').length));
  return { name, type: decimals === 0 ? 'integer' : 'number', values, decimals, dress: {} };
}

/** Largest gap between two matrices, each axis up to its sign. `actual` is row-major with `width` columns. */
export function gapUpToSign(
  actual: ArrayLike<number>,
  width: number,
  expected: readonly (readonly number[])[],
): number {
  const axes = Math.min(width, expected[0]?.length ?? 0);
  let worst = 0;
  for (let d = 0; d < axes; d++) {
    let same = 0;
    let opposite = 0;
    expected.forEach((row, i) => {
      same = Math.max(same, Math.abs(actual[i * width + d]! - row[d]!));
      opposite = Math.max(opposite, Math.abs(actual[i * width + d]! + row[d]!));
    });
    worst = Math.max(worst, Math.min(same, opposite));
  }
  return worst;
}

export const aidsQualitative =
  'hemo homo drugs karnof oprior z30 zprior race gender str2 strat symptom treat offtrt r cens arms'.split(' ');
export const wbcdQualitative = ['Class'];

/** One of the authors' 70/30 splits, coded as in privacy.md 1.0: `karnof` of AIDS is a number there. */
export function referenceRound(set: 'aids' | 'wbcd', split: number, maker: 'avatar' | 'synthpop' | 'ctgan') {
  const read = (part: string): Table =>
    tableFromCsv(referenceText(`rounds/${set}_${split}_${part}.csv`), {
      qualitative: set === 'aids' ? aidsQualitative.filter((name) => name !== 'karnof') : wbcdQualitative,
      drop: ['', 'Unnamed: 0', 'pidnum', 'Sample_code_number'],
    });
  return { members: read('train'), controls: read('control'), synthetic: read(maker) };
}
