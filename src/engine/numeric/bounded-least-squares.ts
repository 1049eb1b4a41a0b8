/**
 * Least squares with every unknown between 0 and 1, for a 0/1 matrix given by its rows' members.
 *
 *   min over 0 <= x <= 1 of sum_q ( sum_{i in q} x_i - b_q )^2
 *
 * Coordinate descent: each unknown in turn takes its best value given the others, cut to [0, 1]. It converges to the
 * minimum because the problem is convex and its bounds are separate. Cost O(members of all rows) a sweep.
 */
export function boundedLeastSquares(
  rows: readonly Int32Array[],
  wanted: Float64Array,
  unknowns: number,
  start: number,
  sweeps = 60,
): Float64Array {
  const x = new Float64Array(unknowns).fill(start);
  const inRows: number[][] = Array.from({ length: unknowns }, () => []);
  const residual = wanted.slice();
  rows.forEach((members, q) => {
    for (const i of members) {
      inRows[i]!.push(q);
      residual[q] = residual[q]! - start;
    }
  });
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let largest = 0;
    for (let i = 0; i < unknowns; i++) {
      const places = inRows[i]!;
      if (places.length === 0) continue;
      let slope = 0;
      for (const q of places) slope += residual[q]!;
      const next = Math.min(1, Math.max(0, x[i]! + slope / places.length));
      const step = next - x[i]!;
      if (step === 0) continue;
      x[i] = next;
      for (const q of places) residual[q] = residual[q]! - step;
      largest = Math.max(largest, Math.abs(step));
    }
    if (largest < 1e-4) break;
  }
  return x;
}
