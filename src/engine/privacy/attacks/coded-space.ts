/**
 * Euclidean distance of the coded rows: numbers as z-scores (population sd), levels as (D - p) / sqrt p, all fitted on
 * members and controls together. Means and spreads are those of the cells present; a blank number takes the mean, in
 * every file; a blank level is a level.
 *
 * In the *plain* form levels are D - p: each weighs the same, rare or not (privacy.md 1.0, the distance of its inference
 * figures).
 *
 * Source: privacy.md 1.0 and 12.3, whose golden values hold so, and without indicators of blanks; where its section 3.0 adds
 * them, blanks are seen here by Gower's distance.
 */
import { codeRows, fitCoding, type Coding } from '../../factor/coding.ts';
import type { NeighborSearch, Points } from '../../neighbors/search.ts';
import { mean, standardDeviation } from '../../numeric/statistics.ts';
import { prepare, prepareLike } from '../../prepare/prepare.ts';
import { type Column, isQuantity, type Table } from '../../table/table.ts';
import type { AttackSpace } from './space.ts';

export function codedSpace(fitted: Table, search: NeighborSearch, form: 'coded' | 'plain' = 'coded'): AttackSpace {
  const centers = new Map(
    fitted.columns.filter(isQuantity).map((column) => [column.name, mean(column.values)] as const),
  );
  const prepared = prepare(fitted, { indicators: false });
  const coding = withSpreadOfPresent(fitCoding(prepared), fitted);
  return {
    id: form,
    on(columns) {
      const kept = codedColumns(coding, columns);
      return {
        points(table): Points {
          const rows = codeRows(coding, prepareLike(prepared, fillBlanks(table, centers)));
          if (form === 'plain') levelAsPlain(coding, rows);
          return take(rows, table.rowCount, coding.width, kept);
        },
        nearest: (request, control) => search.nearest(request, control),
      };
    },
  };
}

/** Imputed cells add nothing to a spread: they would only push all others apart. */
function withSpreadOfPresent(coding: Coding, fitted: Table): Coding {
  const byName = new Map(fitted.columns.map((column) => [column.name, column]));
  const quantities = coding.quantities.map((quantity) => {
    const column = byName.get(quantity.name)!;
    if (quantity.constant || !isQuantity(column)) return quantity;
    return { ...quantity, deviation: standardDeviation(column.values) };
  });
  return { ...coding, quantities };
}

/** (D - p) / sqrt p becomes D - p, in place. */
function levelAsPlain({ qualities, width }: Coding, rows: Float64Array): void {
  for (const { offset, shares } of qualities) {
    shares.forEach((share, m) => {
      const root = Math.sqrt(share);
      for (let at = offset + m; at < rows.length; at += width) rows[at] = rows[at]! * root;
    });
  }
}

function codedColumns(coding: Coding, names?: readonly string[]): Int32Array {
  const wanted = names && new Set(names);
  const kept: number[] = [];
  coding.quantities.forEach(({ name }, c) => {
    if (wanted?.has(name) ?? true) kept.push(c);
  });
  for (const { name, offset, levels } of coding.qualities) {
    if (wanted?.has(name) ?? true) levels.forEach((_, m) => kept.push(offset + m));
  }
  return Int32Array.from(kept);
}

function take(rows: Float64Array, count: number, width: number, kept: Int32Array): Points {
  // No column at all: every distance is 0.
  const dimensions = Math.max(1, kept.length);
  const values = new Float64Array(count * dimensions);
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < kept.length; c++) values[i * dimensions + c] = rows[i * width + kept[c]!]!;
  }
  return { count, dimensions, values };
}

function fillBlanks(table: Table, centers: ReadonlyMap<string, number>): Table {
  const columns = table.columns.map((column): Column => {
    if (!isQuantity(column) || !column.values.some(Number.isNaN)) return column;
    const center = centers.get(column.name) ?? NaN;
    const fill = Number.isNaN(center) ? 0 : center;
    return { ...column, values: column.values.map((value) => (Number.isNaN(value) ? fill : value)) };
  });
  return { ...table, columns };
}
