/**
 * Which sets of one, two or three patients explain a row: its numbers are a weighted mean of theirs, within rounding.
 *
 * With d_j the difference between patient j and the row, column by column in units of the rounding error, and G = d d',
 *
 *   explained by J  <=>  min over w >= 0, sum w = 1 of w' G w <= p        p columns
 *
 * A row that is such a mean rounded always satisfies it: its own weights leave at most 1 a column. Sets are sought among the
 * nearest patients; a set counts by the fewest patients that it needs. Source: privacy.md A7 (the definition is ours).
 */
import type { Points } from '../../neighbors/search.ts';

/** Patients among whom the sets are sought. */
export const candidates = 40;

/**
 * How many sets of the fewest patients explain the row; 0 when none of up to `most` does.
 *
 * @param patients the candidates, in units of the rounding error of each column, as the row is
 */
export function countDonorSets(row: Float64Array, { count: m, dimensions: p, values }: Points, most: number): number {
  const products = new Float64Array(m * m);
  const difference = Float64Array.from({ length: m * p }, (_, at) => values[at]! - row[at % p]!);
  for (let a = 0; a < m; a++) {
    for (let b = a; b < m; b++) {
      let sum = 0;
      for (let c = 0; c < p; c++) sum += difference[a * p + c]! * difference[b * p + c]!;
      products[a * m + b] = products[b * m + a] = sum;
    }
  }
  const g = (a: number, b: number): number => products[a * m + b]!;
  let found = 0;
  for (let a = 0; a < m; a++) if (g(a, a) <= p) found++;
  if (found > 0 || most < 2) return found;
  for (let a = 0; a < m; a++) for (let b = 0; b < a; b++) if (leastOfTwo(g(a, a), g(b, b), g(a, b)) <= p) found++;
  if (found > 0 || most < 3) return found;
  for (let a = 0; a < m; a++) {
    for (let b = 0; b < a; b++) {
      for (let c = 0; c < b; c++) {
        const least = leastOfThree(g(a, a), g(b, b), g(c, c), g(a, b), g(a, c), g(b, c));
        if (least <= p) found++;
      }
    }
  }
  return found;
}

/** min over 0 < w < 1 of the squared length of w a + (1 - w) b; infinite when an end is the least. */
function leastOfTwo(aa: number, bb: number, ab: number): number {
  const along = aa + bb - 2 * ab;
  const w = (bb - ab) / along;
  return w > 0 && w < 1 ? bb - w * (bb - ab) : Infinity;
}

/** The same of three, inside the triangle; infinite when the least is on its edge. */
function leastOfThree(aa: number, bb: number, cc: number, ab: number, ac: number, bc: number): number {
  // Edges from c: u = a - c, v = b - c; least of |c + s u + t v|.
  const [uu, vv, uv] = [aa + cc - 2 * ac, bb + cc - 2 * bc, ab + cc - ac - bc];
  const [uc, vc] = [ac - cc, bc - cc];
  const area = uu * vv - uv * uv;
  if (!(area > 1e-9 * uu * vv)) return Infinity;
  const s = (uv * vc - vv * uc) / area;
  const t = (uv * uc - uu * vc) / area;
  return s > 0 && t > 0 && s + t < 1 ? cc + s * uc + t * vc : Infinity;
}
