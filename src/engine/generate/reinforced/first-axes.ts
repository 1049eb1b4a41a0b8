import type { Points } from '../../neighbors/search.ts';

/** The same rows on their first axes. */
export function firstAxes({ count, dimensions, values }: Points, axes: number): Points {
  const kept = Math.min(axes, dimensions);
  if (kept === dimensions) return { count, dimensions, values };
  const first = new Float64Array(count * kept);
  for (let i = 0; i < count; i++) {
    for (let a = 0; a < kept; a++) first[i * kept + a] = values[i * dimensions + a]!;
  }
  return { count, dimensions: kept, values: first };
}
