/** Reading texts in tests. */
import { inspect, type InspectedColumn } from '../../../src/engine/read/inspect.ts';
import { readFile } from '../../../src/engine/read/read.ts';
import type { ReadOptions, ReadResult } from '../../../src/engine/read/types.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const readText = (text: string, options: ReadOptions = {}, name = 'file.csv'): Promise<ReadResult> =>
  readFile(bytesOf(text), name, options);

/** The columns of a text by name, with their values. */
export async function columnsOf(text: string, options: ReadOptions = {}): Promise<Record<string, InspectedColumn>> {
  const { columns } = inspect(await readText(text, options), { values: true });
  return Object.fromEntries(columns.map((column) => [column.name, column]));
}

export const codesOf = (column: { readonly findings: readonly { readonly code: string }[] } | undefined): string[] =>
  (column?.findings ?? []).map((finding) => finding.code);

export const repeat = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('');
