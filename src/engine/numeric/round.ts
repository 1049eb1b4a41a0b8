/**
 * Rounds half away from zero, to a number of decimals or to a coarser step.
 *
 * `2.5 -> 3`, `-2.5 -> -3`, `1.005` to 2 decimals -> `1.01`: the comparison is made on the shortest decimal writing of
 * the double, as a person reads it, not on its binary value. Source: method.md 4.1, step 10 (the published AIDS
 * integers are truncated; we round).
 */
export function roundHalfAwayFromZero(value: number, decimals: number): number {
  if (!Number.isFinite(value)) return value;
  const magnitude = Math.abs(value);
  const rounded = Number(shift(Math.floor(Number(shift(magnitude, decimals)) + 0.5), -decimals));
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Rounds to the nearest multiple of `step`, half away from zero. */
export function roundToStep(value: number, step: number): number {
  const steps = Math.floor(Math.abs(value) / step + 0.5);
  return (value < 0 ? -1 : 1) * steps * step || 0;
}

/** Moves the decimal point in the shortest writing of a non-negative number: exact where multiplying is not. */
function shift(value: number, places: number): string {
  const [mantissa, exponent] = String(value).split('e');
  return `${mantissa}e${Number(exponent ?? 0) + places}`;
}
