/**
 * Gower's distance: the sum over columns of |x - y| / range for numbers (range on members and controls), 0 or 1 for
 * levels. One blank against a value costs 1, two blanks 0. The usual definition divides by the number of columns, which
 * changes no order.
 *
 * Source: metrics.md 4 and 5.5. A number outside the range costs at most 1, so that one wild value does not decide alone.
 * Cost O(n m p), plain; the order and the ties are those of every search (`neighbors/search.ts`).
 */
import { NearestKeeper } from '../../neighbors/keeper.ts';
import type { NearestRequest, NearestResult, Points, SearchControl } from '../../neighbors/search.ts';
import { range } from '../../numeric/statistics.ts';
import { pause } from '../../pause.ts';
import { type Column, isQuantity, type Table } from '../../table/table.ts';
import type { AttackSpace } from './space.ts';

/** Pairs x columns between two breaths. */
const operationsBetweenPauses = 2e7;

/** A blank, on both kinds of dimension. */
const blank = -1;

interface Axis {
  readonly name: string;
  readonly low: number;
  /** 0 for a column of levels. */
  readonly spread: number;
  readonly codeOf: ReadonlyMap<string, number> | null;
}

export function gowerSpace(fitted: Table): AttackSpace {
  const axes = fitted.columns.map(makeAxis);
  return {
    id: 'gower',
    on(columns) {
      const wanted = columns && new Set(columns);
      const kept = axes.filter(({ name }) => wanted?.has(name) ?? true);
      // Numbers first: one loop without a test for each kind.
      const numbers = kept.filter(({ codeOf }) => codeOf === null);
      const ordered = [...numbers, ...kept.filter(({ codeOf }) => codeOf !== null)];
      return {
        points: (table) => pointsOf(ordered, table),
        nearest: (request, control) => nearestRows(request, numbers.length, control),
      };
    },
  };
}

function makeAxis(column: Column): Axis {
  if (!isQuantity(column)) {
    return { name: column.name, low: 0, spread: 0, codeOf: new Map(column.levels.map((level, code) => [level, code])) };
  }
  const [low, high] = range(column.values);
  return { name: column.name, low: Number.isNaN(low) ? 0 : low, spread: high > low ? high - low : 1, codeOf: null };
}

/** Numbers on [0, 1] of the range (beyond it, outside), levels as codes; `blank` for a missing cell of a level. */
function pointsOf(axes: readonly Axis[], table: Table): Points {
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  const dimensions = Math.max(1, axes.length);
  const values = new Float64Array(table.rowCount * dimensions);
  axes.forEach(({ name, low, spread, codeOf }, axis) => {
    const column = byName.get(name)!;
    if (isQuantity(column)) {
      for (let i = 0; i < table.rowCount; i++) values[i * dimensions + axis] = (column.values[i]! - low) / spread;
      return;
    }
    // A level that the fitted table never had differs from all others, and from none written the same.
    let unseen = codeOf!.size;
    const codes = column.levels.map((level) => codeOf!.get(level) ?? unseen++);
    for (let i = 0; i < table.rowCount; i++) {
      const code = column.codes[i]!;
      values[i * dimensions + axis] = code < 0 ? blank : codes[code]!;
    }
  });
  return { count: table.rowCount, dimensions, values };
}

async function nearestRows(
  { points, queries, k, excludeSame }: NearestRequest,
  numbers: number,
  control: SearchControl = {},
): Promise<NearestResult> {
  const { dimensions } = points;
  const indices = new Int32Array(queries.count * k);
  const distances = new Float64Array(queries.count * k);
  const keeper = new NearestKeeper(k);
  const rowsBetweenPauses = Math.max(1, Math.floor(operationsBetweenPauses / (points.count * dimensions)));
  for (let q = 0; q < queries.count; q++) {
    if (q % rowsBetweenPauses === 0) {
      control.onProgress?.(q, queries.count);
      await pause(control.signal);
    }
    keeper.reset();
    for (let p = 0; p < points.count; p++) {
      if (excludeSame && p === q) continue;
      const distance = gower(queries.values, q * dimensions, points.values, p * dimensions, dimensions, numbers);
      // The keeper orders squares.
      const square = distance * distance;
      if (square < keeper.worst) keeper.offer(square, p);
    }
    keeper.write(indices, distances, q * k);
  }
  return { k, indices, distances };
}

function gower(
  a: Float64Array,
  from: number,
  b: Float64Array,
  to: number,
  dimensions: number,
  numbers: number,
): number {
  let sum = 0;
  for (let c = 0; c < numbers; c++) {
    const gap = Math.abs(a[from + c]! - b[to + c]!);
    if (gap <= 1) sum += gap;
    // Above the range, or a blank: one blank costs 1, two cost nothing.
    else if (gap > 1 || Number.isNaN(a[from + c]!) !== Number.isNaN(b[to + c]!)) sum += 1;
  }
  for (let c = numbers; c < dimensions; c++) if (a[from + c] !== b[to + c]) sum += 1;
  return sum;
}
