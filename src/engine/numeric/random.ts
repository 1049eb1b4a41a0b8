/**
 * Randomness of a run: a 256-bit key from the CSPRNG of the platform, expanded by ChaCha20 into as many independent
 * sub-streams as there are rows. A row draws only from its own sub-stream, so the result does not depend on how rows
 * were split over workers.
 *
 * The key is the way back to the originals: it stays in worker memory and is in no export (method.md 4.10).
 */
import { chachaBlock } from './chacha.ts';
import { naturalLogarithm } from './logarithm.ts';

/** What a sub-stream is for. Separate purposes never share random numbers. */
export const streamPurpose = { weights: 1, levels: 2, shuffle: 3, audit: 4, residual: 5, local: 6, derive: 7 } as const;
export type StreamPurpose = (typeof streamPurpose)[keyof typeof streamPurpose];

export interface RandomStream {
  /** Uniform integer in [0, 2^32). */
  word(): number;
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** Exponential of rate 1: -log of a uniform in (0, 1); never 0. */
  exponential(): number;
  /** Standard normal (polar method: our own logarithm and the square root only, the same on every engine). */
  normal(): number;
  /** Uniform integer in [0, bound), without modulo bias. 1 <= bound <= 2^32. */
  below(bound: number): number;
}

export interface RandomSource {
  stream(purpose: StreamPurpose, row: number): RandomStream;
  /** An independent source, its key drawn from this one: an audit's splits never share random numbers with a release. */
  derive(index: number): RandomSource;
  /** Overwrites the key. Streams made before go on; none can be made after. */
  destroy(): void;
}

function makeStream(key: Uint32Array, purpose: number, row: number): RandomStream {
  const out = new Uint32Array(16);
  const work = new Uint32Array(16);
  const nonce = [purpose, row >>> 0, Math.floor(row / 2 ** 32)] as const;
  let counter = 0;
  let position = 16;
  const word = (): number => {
    if (position === 16) {
      chachaBlock(key, counter++, [...nonce], out, work);
      position = 0;
    }
    return out[position++]!;
  };
  const uniform = (): number => {
    const high = word() >>> 5;
    const low = word() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  };
  let spare = NaN;
  const normal = (): number => {
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
      const scale = Math.sqrt((-2 * naturalLogarithm(s)) / s);
      spare = y * scale;
      return x * scale;
    }
  };
  return {
    word,
    uniform,
    normal,
    exponential: () => -naturalLogarithm(uniform() + 2 ** -54),
    below(bound) {
      const limit = 2 ** 32 - (2 ** 32 % bound);
      let value = word();
      while (value >= limit) value = word();
      return value % bound;
    },
  };
}

/** A source from a key of 32 bytes. The bytes are copied. */
export function randomSource(keyBytes: Uint8Array): RandomSource {
  if (keyBytes.length !== 32) throw new RangeError(`a key has 32 bytes, not ${keyBytes.length}`);
  const view = new DataView(keyBytes.buffer, keyBytes.byteOffset, 32);
  const key = Uint32Array.from({ length: 8 }, (_, i) => view.getUint32(4 * i, true));
  let alive = true;
  const stream = (purpose: StreamPurpose, row: number): RandomStream => {
    if (!alive) throw new Error('the random source was destroyed');
    return makeStream(key.slice(), purpose, row);
  };
  return {
    stream,
    derive(index) {
      const words = stream(streamPurpose.derive, index);
      const bytes = new Uint8Array(32);
      const view = new DataView(bytes.buffer);
      for (let i = 0; i < 8; i++) view.setUint32(4 * i, words.word(), true);
      const derived = randomSource(bytes);
      bytes.fill(0);
      return derived;
    },
    destroy() {
      alive = false;
      key.fill(0);
    },
  };
}

/** A fresh key from the platform's CSPRNG. */
export const freshKey = (): Uint8Array => crypto.getRandomValues(new Uint8Array(32));

/** The key of a fixed seed: SHA-256 of its decimal digits. Teaching, tests and the command line only. */
export async function keyFromSeed(seed: string | number): Promise<Uint8Array> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(String(seed)));
  return new Uint8Array(digest);
}

/** A uniform permutation of 0..count-1 (Fisher-Yates, from the end). */
export function permutation(count: number, stream: RandomStream): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = stream.below(i + 1);
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order;
}
