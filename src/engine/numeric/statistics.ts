/** Plain summary statistics on typed arrays; `NaN` cells are skipped. */

/** Mean of the cells present; `NaN` when there is none. Two passes, so that large offsets cost no digits. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isNaN(value)) {
      sum += value;
      count++;
    }
  }
  if (count === 0) return NaN;
  const first = sum / count;
  let rest = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isNaN(value)) rest += value - first;
  }
  return first + rest / count;
}

/**
 * Population standard deviation (divides by n) of the cells present, around `center`. Deviations are scaled by the
 * largest one before they are squared, so that 1e200 does not overflow nor 1e-200 vanish.
 */
export function standardDeviation(values: ArrayLike<number>, center: number = mean(values)): number {
  let largest = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) continue;
    largest = Math.max(largest, Math.abs(values[i]! - center));
    count++;
  }
  if (count === 0) return NaN;
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isNaN(values[i]!)) sum += ((values[i]! - center) / largest) ** 2;
  }
  return largest * Math.sqrt(sum / count);
}

/** Smallest and largest cell present; `[NaN, NaN]` when there is none. */
export function range(values: ArrayLike<number>): [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? [NaN, NaN] : [low, high];
}

/** Median; the mean of the two middle values when the count is even. `NaN` on an empty array. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  if (n === 0) return NaN;
  const middle = n >> 1;
  return n % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
