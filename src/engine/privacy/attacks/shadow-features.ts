/**
 * What an attacker looks at in a synthetic file when he asks whether one patient was behind it. Six figures:
 *
 *   1, 2, 3   distance of the patient to the nearest row, to the second nearest, mean over the 5 nearest; all columns
 *   4, 5      nearest and second nearest, numeric columns only
 *   6         inner product of the mean row with the patient
 *
 * In the coding of the whole original (`coded-space.ts`), fitted once. Where there is no numeric column, 4 and 5 are 0.
 * Source: privacy.md A8.
 */
import type { Points } from '../../neighbors/search.ts';
import { squaredDistance } from '../../neighbors/distance.ts';
import type { NeighborSearch } from '../../neighbors/search.ts';
import { alignTable } from '../../read/align.ts';
import { isQuantity, type Table } from '../../table/table.ts';
import { codedSpace } from './coded-space.ts';

export const shadowFeatureCount = 6;
const near = 5;

export interface ShadowView {
  /** All coded columns of the original. */
  readonly points: Points;
  /** The six figures of a synthetic file, for the patient of this row. */
  featuresOf(synthetic: Table, target: number): Float64Array;
}

export function shadowView(original: Table, search: NeighborSearch): ShadowView {
  const space = codedSpace(original, search);
  const numbers = original.columns.filter(isQuantity).map(({ name }) => name);
  const whole = space.on();
  const numeric = space.on(numbers);
  const points = whole.points(original);
  const numericPoints = numeric.points(original);
  return {
    points,
    featuresOf(synthetic, target) {
      const made = alignTable(original, synthetic).table;
      const rows = whole.points(made);
      const all = smallestSquares(points, target, rows, near).map(Math.sqrt);
      const ofNumbers = smallestSquares(numericPoints, target, numeric.points(made), 2).map(Math.sqrt);
      const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
      return Float64Array.of(all[0]!, all[1]!, mean, ofNumbers[0]!, ofNumbers[1]!, meanProduct(points, target, rows));
    },
  };
}

/** The smallest squared distances, increasing; the last one repeated where there are fewer rows. */
function smallestSquares(points: Points, target: number, rows: Points, count: number): Float64Array {
  const kept = new Float64Array(count).fill(Infinity);
  for (let j = 0; j < rows.count; j++) {
    const square = squaredDistance(points.values, target, rows.values, j, points.dimensions);
    if (!(square < kept[count - 1]!)) continue;
    let at = count - 1;
    while (at > 0 && kept[at - 1]! > square) {
      kept[at] = kept[at - 1]!;
      at--;
    }
    kept[at] = square;
  }
  const last = kept[Math.min(count, rows.count) - 1] ?? 0;
  return kept.map((square) => (square === Infinity ? last : square));
}

function meanProduct(points: Points, target: number, rows: Points): number {
  const { dimensions } = points;
  let sum = 0;
  for (let j = 0; j < rows.count; j++) {
    for (let c = 0; c < dimensions; c++) {
      sum += rows.values[j * dimensions + c]! * points.values[target * dimensions + c]!;
    }
  }
  return sum / Math.max(1, rows.count);
}
