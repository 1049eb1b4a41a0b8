/**
 * A fast stream for simulations inside an audit (millions of draws): xoshiro128++ seeded from the audit's own stream.
 * Not a cipher: whoever sees its output can continue it. Never for a release.
 * Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators" (2021).
 */
import type { RandomStream } from './random.ts';

export function fastStream(seed: RandomStream): RandomStream {
  let a = seed.word() | 1;
  let b = seed.word();
  let c = seed.word();
  let d = seed.word();
  const word = (): number => {
    const sum = (a + d) | 0;
    const result = (((sum << 7) | (sum >>> 25)) + a) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  const uniform = (): number => ((word() >>> 5) * 67108864 + (word() >>> 6)) / 9007199254740992;
  let spare = NaN;
  return {
    word,
    uniform,
    exponential: () => -Math.log(uniform() + 2 ** -54),
    normal() {
      if (!Number.isNaN(spare)) {
        const kept = spare;
        spare = NaN;
        return kept;
      }
      for (;;) {
        const x = 2 * uniform() - 1;
        const y = 2 * uniform() - 1;
        const s = x * x + y * y;
        if (s >= 1 || s === 0) continue;
        const scale = Math.sqrt((-2 * Math.log(s)) / s);
        spare = y * scale;
        return x * scale;
      }
    },
    below(bound) {
      const limit = 2 ** 32 - (2 ** 32 % bound);
      let value = word();
      while (value >= limit) value = word();
      return value % bound;
    },
  };
}
