/** Squared distance of two rows: the one sum every answer is made of. */
export function squaredDistance(
  a: Float64Array,
  aRow: number,
  b: Float64Array,
  bRow: number,
  dimensions: number,
): number {
  const aStart = aRow * dimensions;
  const bStart = bRow * dimensions;
  let sum = 0;
  for (let axis = 0; axis < dimensions; axis++) {
    const difference = a[aStart + axis]! - b[bStart + axis]!;
    sum += difference * difference;
  }
  return sum;
}
