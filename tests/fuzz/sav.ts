/** A small SPSS system file, uncompressed, written by hand. Source: PSPP developer's guide, "System File Format". */

class Bytes {
  readonly #parts: number[] = [];

  text(text: string, width: number): this {
    for (let i = 0; i < width; i++) this.#parts.push(i < text.length ? text.charCodeAt(i) : 32);
    return this;
  }

  i32(...values: number[]): this {
    for (const value of values) this.#parts.push(...new Uint8Array(Int32Array.of(value).buffer));
    return this;
  }

  f64(...values: number[]): this {
    for (const value of values) this.#parts.push(...new Uint8Array(Float64Array.of(value).buffer));
    return this;
  }

  all = (): Uint8Array => Uint8Array.from(this.#parts);
}

const numeric = (5 << 16) | (8 << 8) | 2;
const date = (20 << 16) | (11 << 8);
const text = (1 << 16) | (8 << 8);
const systemMissing = -Number.MAX_VALUE;

/** Three cases: age (labelled 99), sex, visit. */
export function savBytes(): Uint8Array {
  const file = new Bytes()
    .text('$FL2', 4)
    .text('@(#) SPSS DATA FILE', 60)
    .i32(2, 3, 0, 0, 3)
    .f64(100)
    .text('24 Nov 2612:00:00', 17)
    .text('', 67);
  file.i32(2, 0, 1, 1, numeric, numeric).text('AGE', 8).i32(3).text('age', 4).f64(99);
  file.i32(2, 8, 0, 0, text, text).text('SEX', 8);
  file.i32(2, 0, 0, 0, date, date).text('VISIT', 8);
  file.i32(3, 1).f64(99).text('\u0007unknown', 8).i32(4, 1, 1);
  file.i32(7, 3, 4, 8).i32(1, 0, 0, -1, 1, 1, 2, 65001);
  file.i32(999, 0);
  const day = 13_800_000_000;
  file.f64(54).text('M', 8).f64(day);
  file
    .f64(99)
    .text('F', 8)
    .f64(day + 86_400);
  file.f64(systemMissing).text('', 8).f64(systemMissing);
  return file.all();
}
