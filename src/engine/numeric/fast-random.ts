/**
 * A fast stream for simulations inside an audit (millions of draws): xoshiro128++ seeded from the audit's own stream.
 * Not a cipher: whoever sees its output can continue it. Never for a release.
 *
 * Built for speed: its state is a typed array (numbers beyond 31 bits in a closure would each be allocated anew), an
 * integer below a bound takes a multiplication where the other streams divide, normals and exponentials come from layers
 * (`ziggurat.ts`). Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators" (2021); Lemire, "Fast
 * random integer generation in an interval" (2019).
 */
import type { RandomStream } from './random.ts';
import { exponentialDensity, layers, layersOf, normalDensity } from './ziggurat.ts';

const words = 2 ** 32;
const normals = layersOf(normalDensity);
const exponentials = layersOf(exponentialDensity);

/** A height between the two sides of a layer. */
const between = (heights: Float64Array, layer: number, share: number): number =>
  heights[layer]! + share * (heights[layer + 1]! - heights[layer]!);

/** How far a normal is beyond the tail's beginning. */
function beyondTail(uniform: () => number): number {
  for (;;) {
    const x = -Math.log(uniform() + 2 ** -54) / normalDensity.tail;
    const y = -Math.log(uniform() + 2 ** -54);
    if (2 * y >= x * x) return x;
  }
}

export function fastStream(seed: RandomStream): RandomStream {
  const state = Int32Array.of(seed.word() | 1, seed.word(), seed.word(), seed.word());
  const word = (): number => {
    const a = state[0]!;
    const sum = (a + state[3]!) | 0;
    const b = state[1]!;
    const c = state[2]! ^ a;
    const d = state[3]! ^ b;
    state[1] = b ^ c;
    state[0] = a ^ d;
    state[2] = c ^ (b << 9);
    state[3] = (d << 11) | (d >>> 21);
    return (((sum << 7) | (sum >>> 25)) + a) >>> 0;
  };
  const uniform = (): number => ((word() >>> 5) * 67108864 + (word() >>> 6)) / 9007199254740992;
  return {
    word,
    uniform,
    exponential() {
      let before = 0;
      for (;;) {
        const drawn = word();
        const layer = drawn & (layers - 1);
        const x = ((drawn >>> 8) + 0.5) * 2 ** -24 * exponentials.ends[layer]!;
        if (x < exponentials.ends[layer + 1]!) return before + x;
        // Beyond the tail's beginning, all begins anew.
        if (layer === 0) before += exponentialDensity.tail;
        else if (between(exponentials.heights, layer, uniform()) < exponentialDensity.height(x)) return before + x;
      }
    },
    normal() {
      for (;;) {
        const drawn = word();
        const layer = drawn & (layers - 1);
        const x = ((drawn >>> 8) + 0.5 - 2 ** 23) * 2 ** -23 * normals.ends[layer]!;
        if (Math.abs(x) < normals.ends[layer + 1]!) return x;
        if (layer === 0) return Math.sign(x) * (normalDensity.tail + beyondTail(uniform));
        if (between(normals.heights, layer, uniform()) < normalDensity.height(x)) return x;
      }
    },
    below(bound) {
      let product = word() * bound;
      let high = Math.floor(product / words);
      let low = product - high * words;
      if (low < bound) {
        const biased = words % bound;
        while (low < biased) {
          product = word() * bound;
          high = Math.floor(product / words);
          low = product - high * words;
        }
      }
      return high;
    },
  };
}
