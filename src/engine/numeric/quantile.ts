/** Quantiles of type 7 (linear interpolation between order statistics), the same everywhere. Source: metrics.md 1, rule 8. */

/** @param sorted increasing, not empty @param share 0..1 */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}

/** `NaN` on an empty list; `NaN` cells are not expected. */
export function quantile(values: ArrayLike<number>, share: number): number {
  return values.length === 0 ? NaN : quantileOfSorted(Float64Array.from(values).sort(), share);
}
