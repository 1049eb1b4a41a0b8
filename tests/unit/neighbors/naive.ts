/** The rules of the README, word for word and without any care for speed. */
import type { CloserResult, NearestResult, Points } from '../../../src/engine/neighbors/search.ts';

export function distances(points: Points, queries: Points, query: number): number[] {
  const found: number[] = [];
  for (let p = 0; p < points.count; p++) {
    let sum = 0;
    for (let a = 0; a < points.dimensions; a++) {
      const difference = queries.values[query * points.dimensions + a]! - points.values[p * points.dimensions + a]!;
      sum += difference * difference;
    }
    found.push(Math.sqrt(sum));
  }
  return found;
}

export function naiveNearest(points: Points, queries: Points, k: number, excludeSame: boolean): NearestResult {
  const result = {
    k,
    indices: new Int32Array(queries.count * k),
    distances: new Float64Array(queries.count * k),
  };
  for (let q = 0; q < queries.count; q++) {
    const d = distances(points, queries, q);
    const sorted = d.map((_, p) => p).filter((p) => !(excludeSame && p === q));
    sorted.sort((a, b) => d[a]! - d[b]! || a - b);
    const zero = (p: number) => (d[p]! < 1e-9 ? 0 : d[p]!);
    const order: number[] = [];
    while (sorted.length > 0) {
      const first = zero(sorted[0]!);
      const group = sorted.filter((p) => zero(p) - first <= 1e-9 * Math.max(1, first));
      sorted.splice(0, group.length);
      order.push(...group.sort((a, b) => a - b));
    }
    for (let r = 0; r < k; r++) {
      result.indices[q * k + r] = order[r]!;
      result.distances[q * k + r] = d[order[r]!]!;
    }
  }
  return result;
}

export function naiveCloser(points: Points, queries: Points): CloserResult {
  const n = queries.count;
  const result = {
    own: new Float64Array(n),
    closer: new Int32Array(n),
    tied: new Int32Array(n),
    tiedBefore: new Int32Array(n),
  };
  for (let i = 0; i < n; i++) {
    const d = distances(points, queries, i);
    const own = d[i]!;
    const tolerance = 1e-9 * Math.max(1, own);
    result.own[i] = own;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      if (d[j]! < own - tolerance) result.closer[i]!++;
      else if (d[j]! <= own + tolerance) {
        result.tied[i]!++;
        if (j < i) result.tiedBefore[i]!++;
      }
    }
  }
  return result;
}
