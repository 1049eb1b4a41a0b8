/**
 * The ChaCha20 block function: 64 bytes of keystream from a 256-bit key, a 32-bit block counter and a 96-bit nonce.
 *
 * Source: RFC 8439, section 2.3 (its test vector is a unit test).
 */

const constants = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574] as const;

/**
 * Writes one block of 16 words into `out`.
 *
 * @param key 8 words (little-endian reading of the 32 key bytes)
 * @param counter block counter
 * @param nonce 3 words
 * @param out 16 words, overwritten
 * @param work 16 words of scratch, overwritten
 */
export function chachaBlock(
  key: Uint32Array,
  counter: number,
  nonce: readonly [number, number, number],
  out: Uint32Array,
  work: Uint32Array,
): void {
  work.set(constants, 0);
  work.set(key, 4);
  work[12] = counter;
  work.set(nonce, 13);
  // Sixteen variables and no calls: this is the heart of every random number.
  let x0 = work[0]! | 0;
  let x1 = work[1]! | 0;
  let x2 = work[2]! | 0;
  let x3 = work[3]! | 0;
  let x4 = work[4]! | 0;
  let x5 = work[5]! | 0;
  let x6 = work[6]! | 0;
  let x7 = work[7]! | 0;
  let x8 = work[8]! | 0;
  let x9 = work[9]! | 0;
  let x10 = work[10]! | 0;
  let x11 = work[11]! | 0;
  let x12 = work[12]! | 0;
  let x13 = work[13]! | 0;
  let x14 = work[14]! | 0;
  let x15 = work[15]! | 0;
  for (let round = 0; round < 10; round++) {
    x0 = (x0 + x4) | 0;
    x12 ^= x0;
    x12 = (x12 << 16) | (x12 >>> 16);
    x8 = (x8 + x12) | 0;
    x4 ^= x8;
    x4 = (x4 << 12) | (x4 >>> 20);
    x0 = (x0 + x4) | 0;
    x12 ^= x0;
    x12 = (x12 << 8) | (x12 >>> 24);
    x8 = (x8 + x12) | 0;
    x4 ^= x8;
    x4 = (x4 << 7) | (x4 >>> 25);
    x1 = (x1 + x5) | 0;
    x13 ^= x1;
    x13 = (x13 << 16) | (x13 >>> 16);
    x9 = (x9 + x13) | 0;
    x5 ^= x9;
    x5 = (x5 << 12) | (x5 >>> 20);
    x1 = (x1 + x5) | 0;
    x13 ^= x1;
    x13 = (x13 << 8) | (x13 >>> 24);
    x9 = (x9 + x13) | 0;
    x5 ^= x9;
    x5 = (x5 << 7) | (x5 >>> 25);
    x2 = (x2 + x6) | 0;
    x14 ^= x2;
    x14 = (x14 << 16) | (x14 >>> 16);
    x10 = (x10 + x14) | 0;
    x6 ^= x10;
    x6 = (x6 << 12) | (x6 >>> 20);
    x2 = (x2 + x6) | 0;
    x14 ^= x2;
    x14 = (x14 << 8) | (x14 >>> 24);
    x10 = (x10 + x14) | 0;
    x6 ^= x10;
    x6 = (x6 << 7) | (x6 >>> 25);
    x3 = (x3 + x7) | 0;
    x15 ^= x3;
    x15 = (x15 << 16) | (x15 >>> 16);
    x11 = (x11 + x15) | 0;
    x7 ^= x11;
    x7 = (x7 << 12) | (x7 >>> 20);
    x3 = (x3 + x7) | 0;
    x15 ^= x3;
    x15 = (x15 << 8) | (x15 >>> 24);
    x11 = (x11 + x15) | 0;
    x7 ^= x11;
    x7 = (x7 << 7) | (x7 >>> 25);
    x0 = (x0 + x5) | 0;
    x15 ^= x0;
    x15 = (x15 << 16) | (x15 >>> 16);
    x10 = (x10 + x15) | 0;
    x5 ^= x10;
    x5 = (x5 << 12) | (x5 >>> 20);
    x0 = (x0 + x5) | 0;
    x15 ^= x0;
    x15 = (x15 << 8) | (x15 >>> 24);
    x10 = (x10 + x15) | 0;
    x5 ^= x10;
    x5 = (x5 << 7) | (x5 >>> 25);
    x1 = (x1 + x6) | 0;
    x12 ^= x1;
    x12 = (x12 << 16) | (x12 >>> 16);
    x11 = (x11 + x12) | 0;
    x6 ^= x11;
    x6 = (x6 << 12) | (x6 >>> 20);
    x1 = (x1 + x6) | 0;
    x12 ^= x1;
    x12 = (x12 << 8) | (x12 >>> 24);
    x11 = (x11 + x12) | 0;
    x6 ^= x11;
    x6 = (x6 << 7) | (x6 >>> 25);
    x2 = (x2 + x7) | 0;
    x13 ^= x2;
    x13 = (x13 << 16) | (x13 >>> 16);
    x8 = (x8 + x13) | 0;
    x7 ^= x8;
    x7 = (x7 << 12) | (x7 >>> 20);
    x2 = (x2 + x7) | 0;
    x13 ^= x2;
    x13 = (x13 << 8) | (x13 >>> 24);
    x8 = (x8 + x13) | 0;
    x7 ^= x8;
    x7 = (x7 << 7) | (x7 >>> 25);
    x3 = (x3 + x4) | 0;
    x14 ^= x3;
    x14 = (x14 << 16) | (x14 >>> 16);
    x9 = (x9 + x14) | 0;
    x4 ^= x9;
    x4 = (x4 << 12) | (x4 >>> 20);
    x3 = (x3 + x4) | 0;
    x14 ^= x3;
    x14 = (x14 << 8) | (x14 >>> 24);
    x9 = (x9 + x14) | 0;
    x4 ^= x9;
    x4 = (x4 << 7) | (x4 >>> 25);
  }
  out[0] = x0 + work[0]!;
  out[1] = x1 + work[1]!;
  out[2] = x2 + work[2]!;
  out[3] = x3 + work[3]!;
  out[4] = x4 + work[4]!;
  out[5] = x5 + work[5]!;
  out[6] = x6 + work[6]!;
  out[7] = x7 + work[7]!;
  out[8] = x8 + work[8]!;
  out[9] = x9 + work[9]!;
  out[10] = x10 + work[10]!;
  out[11] = x11 + work[11]!;
  out[12] = x12 + work[12]!;
  out[13] = x13 + work[13]!;
  out[14] = x14 + work[14]!;
  out[15] = x15 + work[15]!;
}
