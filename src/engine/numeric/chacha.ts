/**
 * The ChaCha20 block function: 64 bytes of keystream from a 256-bit key, a 32-bit block counter and a 96-bit nonce.
 *
 * Source: RFC 8439, section 2.3 (its test vector is a unit test).
 */

const constants = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574] as const;

const rotate = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits));

function quarterRound(s: Uint32Array, a: number, b: number, c: number, d: number): void {
  s[a] = s[a]! + s[b]!;
  s[d] = rotate(s[d]! ^ s[a]!, 16);
  s[c] = s[c]! + s[d]!;
  s[b] = rotate(s[b]! ^ s[c]!, 12);
  s[a] = s[a]! + s[b]!;
  s[d] = rotate(s[d]! ^ s[a]!, 8);
  s[c] = s[c]! + s[d]!;
  s[b] = rotate(s[b]! ^ s[c]!, 7);
}

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
  out.set(work);
  for (let round = 0; round < 10; round++) {
    quarterRound(out, 0, 4, 8, 12);
    quarterRound(out, 1, 5, 9, 13);
    quarterRound(out, 2, 6, 10, 14);
    quarterRound(out, 3, 7, 11, 15);
    quarterRound(out, 0, 5, 10, 15);
    quarterRound(out, 1, 6, 11, 12);
    quarterRound(out, 2, 7, 8, 13);
    quarterRound(out, 3, 4, 9, 14);
  }
  for (let i = 0; i < 16; i++) out[i] = out[i]! + work[i]!;
}
