/**
 * Probability that a standard normal variable exceeds x, to about 1e-7 relative: for p-values, not for drawing.
 * erfc(x / sqrt 2) / 2. Source: Press et al., Numerical Recipes (a Chebyshev fit of the complementary error function).
 */
export function upperTail(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  const t = 1 / (1 + z / 2);
  const tail = (t * Math.exp(-z * z + tailFit.reduceRight((sum, coefficient) => sum * t + coefficient, 0))) / 2;
  return x >= 0 ? tail : 1 - tail;
}

const tailFit = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
];
