/**
 * Draws from a decreasing density on x >= 0, or on both sides of 0, without a logarithm nor a root but in rare cases: the
 * area under it is cut in 256 layers of the same area, one is drawn, then a point of it, which nearly always lies under
 * the curve. Source: Marsaglia and Tsang, "The ziggurat method for generating random variables" (2000).
 *
 * One 32-bit word a draw: 8 bits for the layer, 24 for the place in it. Fine enough for a simulation.
 */
export interface Density {
  /** Not normalised; 1 at 0. */
  readonly height: (x: number) => number;
  readonly inverse: (height: number) => number;
  /** Where the tail begins, and the area of a layer: they go with 256 layers. */
  readonly tail: number;
  readonly area: number;
}

export const normalDensity: Density = {
  height: (x) => Math.exp(-0.5 * x * x),
  inverse: (height) => Math.sqrt(-2 * Math.log(height)),
  tail: 3.6541528853610088,
  area: 0.00492867323399,
};

export const exponentialDensity: Density = {
  height: (x) => Math.exp(-x),
  inverse: (height) => -Math.log(height),
  tail: 7.69711747013105,
  area: 0.0039496598225815573,
};

export const layers = 256;

/** Right ends of the layers, from the widest one (which holds the tail) up, and 0; and the heights there. */
export function layersOf({ height, inverse, tail, area }: Density): { ends: Float64Array; heights: Float64Array } {
  const ends = new Float64Array(layers + 1);
  ends[0] = area / height(tail);
  ends[1] = tail;
  for (let i = 2; i < layers; i++) ends[i] = inverse(area / ends[i - 1]! + height(ends[i - 1]!));
  return { ends, heights: ends.map(height) };
}
