/**
 * Gower's distance: the sum over columns of |x - y| / range for numbers (range on members and controls), 0 or 1 for
 * levels. One blank against a value costs 1, two blanks 0. The usual definition divides by the number of columns, which
 * changes no order.
 *
 * Source: metrics.md 4 and 5.5. A number outside the range costs at most 1, so that one wild value does not decide alone.
 * The search: `gower-search.ts`.
 */
import type { Points } from '../../neighbors/search.ts';
import { range } from '../../numeric/statistics.ts';
import { type Column, isQuantity, type Table } from '../../table/table.ts';
import { missingNumber, nearestByGower } from './gower-search.ts';
import type { AttackSpace } from './space.ts';

/** A blank among levels. */
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
        parts: ordered.map(({ name }, at) => ({ column: name, from: at, to: at + 1 })),
        points: (table) => pointsOf(ordered, table),
        nearest: (request, control) => nearestByGower(request, numbers.length, control),
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

/** Numbers on [0, 1] of the range (beyond it, outside) or `missingNumber`, levels as codes or `blank`. */
function pointsOf(axes: readonly Axis[], table: Table): Points {
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  const dimensions = Math.max(1, axes.length);
  const values = new Float64Array(table.rowCount * dimensions);
  axes.forEach(({ name, low, spread, codeOf }, axis) => {
    const column = byName.get(name)!;
    if (isQuantity(column)) {
      for (let i = 0; i < table.rowCount; i++) {
        const value = column.values[i]!;
        values[i * dimensions + axis] = Number.isNaN(value) ? missingNumber : (value - low) / spread;
      }
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
