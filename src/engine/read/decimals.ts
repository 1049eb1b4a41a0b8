/** How many decimals a column of numbers is written with, and whether zeros at their end are written. */

import { neededDecimals } from './cells/numbers.ts';

/** At most this share of the cells may have more decimals than their column is said to have. */
const strayShare = 0.01;
/** With so many cells, one of them may, whatever its share. */
const enoughCells = 20;

export interface Judged {
  readonly decimals: number;
  /** Whether zeros at the end are written (`2,50` beside `2,55`). */
  readonly padded: boolean;
  /** Distinct cells with more decimals. */
  readonly finer: readonly number[];
}

export class WrittenDecimals {
  /** Decimals of each distinct cell, `-1` where there is no number. */
  readonly #decimals: Int16Array;
  /** Those it needs, without the zeros at the end, and those it shows: more than it has where a number format adds zeros. */
  readonly #needed: Int16Array;
  readonly #shown: Int16Array;
  readonly #times: Float64Array;

  constructor(size: number) {
    this.#decimals = new Int16Array(size).fill(-1);
    this.#needed = new Int16Array(size);
    this.#shown = new Int16Array(size);
    this.#times = new Float64Array(size);
  }

  /** A number written in text. */
  putText(code: number, times: number, decimals: number, digits: string): void {
    this.#put(code, times, decimals, decimals - zerosAtEnd(digits, decimals), decimals);
  }

  /** A number of a workbook. */
  putNative(code: number, times: number, value: number, format: string): void {
    const needed = neededDecimals(value);
    this.#put(code, times, needed, needed, Math.max(needed, fixedDecimals(format)));
  }

  #put(code: number, times: number, decimals: number, needed: number, shown: number): void {
    this.#decimals[code] = decimals;
    this.#needed[code] = needed;
    this.#shown[code] = shown;
    this.#times[code] = times;
  }

  /**
   * The fewest decimals that leave out at most one cell in a hundred (one cell from 20 cells on); `12,50` has two.
   * Zeros are dropped where more cells do without them than have them.
   */
  judge(): Judged {
    const cells: number[] = [];
    let total = 0;
    this.#decimals.forEach((own, code) => {
      if (own < 0) return;
      cells[own] = (cells[own] ?? 0) + this.#times[code]!;
      total += this.#times[code]!;
    });
    const allowed = Math.max(Math.floor(total * strayShare), total >= enoughCells ? 1 : 0);
    let decimals = Math.max(cells.length - 1, 0);
    for (let beyond = cells[decimals] ?? 0; decimals > 0 && beyond <= allowed; beyond += cells[decimals] ?? 0)
      decimals--;
    const finer: number[] = [];
    let trimmed = 0;
    let withZeros = 0;
    this.#decimals.forEach((own, code) => {
      if (own < 0) return;
      if (this.#needed[code]! > decimals) finer.push(code);
      else if (this.#needed[code]! < decimals) {
        if (this.#shown[code]! < decimals) trimmed += this.#times[code]!;
        else withZeros += this.#times[code]!;
      }
    });
    return { decimals, padded: withZeros >= trimmed, finer };
  }
}

/** Zeros at the end of the decimals of a text. */
function zerosAtEnd(text: string, decimals: number): number {
  let zeros = 0;
  while (zeros < decimals && text.charCodeAt(text.length - 1 - zeros) === 48) zeros++;
  return zeros;
}

/** Decimals that a number format always shows: two for `0.00`. */
const fixedDecimals = (format: string): number => /\.(0+)/.exec(format)?.[1]?.length ?? 0;
