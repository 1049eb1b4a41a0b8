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
  // No double that large has digits so small: it is its own rounding.
  if (magnitude * 10 ** decimals > 2 ** 53) return value;
  const rounded = roundPlainly(magnitude, decimals) ?? roundAsWritten(magnitude, decimals);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Rounds to the nearest multiple of `step`, half away from zero. */
export function roundToStep(value: number, step: number): number {
  const steps = Math.floor(Math.abs(value) / step + 0.5);
  return (value < 0 ? -1 : 1) * steps * step || 0;
}

/**
 * Far from a half, multiplying decides as well as reading, and dividing an integer by a power of ten is exact to the
 * last bit. `null` near a half, or beyond the integers that a double holds.
 */
function roundPlainly(magnitude: number, decimals: number): number | null {
  const power = powers[decimals];
  if (power === undefined) return null;
  const scaled = magnitude * power;
  const below = Math.floor(scaled);
  if (!(scaled < 2 ** 50) || Math.abs(scaled - below - 0.5) < 1e-6 + scaled * 2 ** -50) return null;
  return (scaled - below < 0.5 ? below : below + 1) / power;
}

/** Powers of ten that are exact and keep an ordinary number below 2^50. */
const powers = Array.from({ length: 13 }, (_, decimals) => Number(`1e${decimals}`));

const roundAsWritten = (magnitude: number, decimals: number): number =>
  Number(shift(Math.floor(Number(shift(magnitude, decimals)) + 0.5), -decimals));

/** Moves the decimal point in the shortest writing of a non-negative number: exact where multiplying is not. */
function shift(value: number, places: number): string {
  const [mantissa, exponent] = String(value).split('e');
  return `${mantissa}e${Number(exponent ?? 0) + places}`;
}
