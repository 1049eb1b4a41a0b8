/**
 * Columns that another column determines: a secret that follows from a known column is no secret, whatever the file
 * (privacy.md T18; on AIDS, `treat` follows from `arms`). Read on the real rows, members and controls together.
 */
import { type Column, isQuantity, type Table } from '../../table/table.ts';

/** Share of the rows that follow the rule. */
const purity = 0.99;
/** A column with more distinct values than this share of the rows determines everything, and says nothing. */
const mostDistinct = 0.1;

/** For each column of levels that some known column determines, which one does. */
export function determinedBy(members: Table, controls: Table, known: readonly string[]): Map<string, string> {
  const cells = members.columns.map((column, c) => cellsOf(column, controls.columns[c]!));
  const rows = members.rowCount + controls.rowCount;
  const found = new Map<string, string>();
  members.columns.forEach((secret, s) => {
    if (isQuantity(secret) || distinct(cells[s]!) < 2) return;
    const usual = largestShare(cells[s]!);
    const by = members.columns.findIndex((column, c) => {
      if (c === s || !known.includes(column.name)) return false;
      const values = distinct(cells[c]!);
      return values > 1 && values <= mostDistinct * rows && usual < purity && follows(cells[c]!, cells[s]!) >= purity;
    });
    if (by >= 0) found.set(secret.name, members.columns[by]!.name);
  });
  return found;
}

type Cell = string | number;

function cellsOf(a: Column, b: Column): Cell[] {
  const read = (column: Column): Cell[] =>
    isQuantity(column)
      ? Array.from(column.values, (value) => (Number.isNaN(value) ? 'blank' : value))
      : Array.from(column.codes, (code) => (code < 0 ? '' : `=${column.levels[code]!}`));
  return [...read(a), ...read(b)];
}

const distinct = (cells: readonly Cell[]): number => new Set(cells).size;

const largestShare = (cells: readonly Cell[]): number => {
  const counts = new Map<Cell, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return Math.max(...counts.values()) / cells.length;
};

/** Share of rows whose secret is the most frequent one among the rows with the same known cell. */
function follows(known: readonly Cell[], secret: readonly Cell[]): number {
  const groups = new Map<Cell, Map<Cell, number>>();
  known.forEach((cell, i) => {
    let group = groups.get(cell);
    if (group === undefined) groups.set(cell, (group = new Map()));
    group.set(secret[i]!, (group.get(secret[i]!) ?? 0) + 1);
  });
  let right = 0;
  for (const group of groups.values()) right += Math.max(...group.values());
  return right / known.length;
}
