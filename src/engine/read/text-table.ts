/** Distinct texts in order of first appearance, found by pieces of a larger text without cutting them out. */

export const hashStart = 0x811c9dc5 | 0;

/** One character more. Source: Fowler, Noll and Vo's hash, FNV-1a, on UTF-16 units. */
export const hashStep = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** The table holds twice as many slots as texts, at least. */
export class TextTable {
  #slots = new Int32Array(16);
  #hashes = new Int32Array(8);
  readonly #texts: string[];

  /** `texts` receives each new text. */
  constructor(texts: string[]) {
    this.#texts = texts;
  }

  /** The number of the text between `start` and `end`, a new one if it was not seen before. */
  find(source: string, start: number, end: number, hash = hashOf(source, start, end)): number {
    const texts = this.#texts;
    const mixed = hash ^ (hash >>> 15);
    const mask = this.#slots.length - 1;
    let slot = mixed & mask;
    for (let held = this.#slots[slot]!; held !== 0; held = this.#slots[slot]!) {
      if (this.#hashes[held - 1] === mixed && isSame(texts[held - 1]!, source, start, end)) return held - 1;
      slot = (slot + 1) & mask;
    }
    const number = texts.push(source.slice(start, end)) - 1;
    this.#slots[slot] = number + 1;
    if (number >= this.#hashes.length) this.#grow();
    this.#hashes[number] = mixed;
    return number;
  }

  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    const slots = new Int32Array(hashes.length * 2);
    const mask = slots.length - 1;
    // The newest text has no hash yet: it is put in its slot by hand.
    const newest = this.#texts.length - 1;
    for (let number = 0; number < newest; number++) place(slots, mask, hashes[number]!, number);
    const text = this.#texts[newest]!;
    const hash = hashOf(text, 0, text.length);
    place(slots, mask, hash ^ (hash >>> 15), newest);
    this.#slots = slots;
  }
}

function place(slots: Int32Array, mask: number, mixed: number, number: number): void {
  let slot = mixed & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = number + 1;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = hashStart;
  for (let i = start; i < end; i++) hash = hashStep(hash, text.charCodeAt(i));
  return hash;
}

function isSame(text: string, source: string, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== source.charCodeAt(start + i)) return false;
  return true;
}
