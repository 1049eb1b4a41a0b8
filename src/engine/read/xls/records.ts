/**
 * The records of an old workbook (BIFF8): a number, a length, and bytes; long texts go on in CONTINUE records. Every
 * read is within the bytes, else E23. Source: Microsoft, [MS-XLS] Excel Binary File Format.
 */

export const recordType = {
  formula: 0x0006,
  end: 0x000a,
  dateMode: 0x0022,
  filePass: 0x002f,
  continued: 0x003c,
  columnInfo: 0x007d,
  sheet: 0x0085,
  multipleRk: 0x00bd,
  cellFormat: 0x00e0,
  mergedCells: 0x00e5,
  strings: 0x00fc,
  sharedString: 0x00fd,
  richString: 0x00d6,
  number: 0x0203,
  label: 0x0204,
  booleanOrError: 0x0205,
  formulaText: 0x0207,
  row: 0x0208,
  array: 0x0221,
  table: 0x0236,
  rk: 0x027e,
  numberFormat: 0x041e,
  sharedFormula: 0x04bc,
  begin: 0x0809,
} as const;

/** One record at a time over the stream, without copies. */
export class Records {
  type: number = -1;
  /** Bytes of the record: `at` is the next one to read, `end` the first one after. */
  at = 0;
  end = 0;
  private readonly view: DataView;
  private readonly length: number;

  constructor(bytes: Uint8Array, from = 0) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = bytes.length;
    this.end = from;
  }

  /** Moves to the next record; `false` after the last one. */
  next(): boolean {
    if (this.end + 4 > this.length) return false;
    this.type = this.view.getUint16(this.end, true);
    this.at = this.end + 4;
    this.end = this.at + this.view.getUint16(this.end + 2, true);
    if (this.end > this.length) throw new RangeError('record');
    return true;
  }

  /** The type of the record that follows. */
  peek(): number {
    return this.end + 4 > this.length ? -1 : this.view.getUint16(this.end, true);
  }

  skip(count: number): void {
    this.at += count;
  }

  u8(): number {
    this.need(1);
    return this.view.getUint8(this.at++);
  }

  u16(): number {
    this.need(2);
    this.at += 2;
    return this.view.getUint16(this.at - 2, true);
  }

  u32(): number {
    this.need(4);
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  f64(): number {
    this.need(8);
    this.at += 8;
    return this.view.getFloat64(this.at - 8, true);
  }

  /** A number in four bytes: an integer or the upper half of a double, either over 100 or not. */
  rk(): number {
    const raw = this.u32();
    let value: number;
    if (raw & 2) value = (raw | 0) >> 2;
    else {
      scratch.setUint32(4, (raw & 0xfffffffc) >>> 0, true);
      value = scratch.getFloat64(0, true);
    }
    return raw & 1 ? value / 100 : value;
  }

  /** The characters of a text, after its length: one or two bytes each, going on in CONTINUE records. */
  characters(count: number): string {
    const flags = this.u8();
    const runs = flags & 8 ? this.u16() : 0;
    const extra = flags & 4 ? this.u32() : 0;
    const text = this.units(count, (flags & 1) === 1);
    this.skipAcross(runs * 4 + extra);
    return text;
  }

  private units(count: number, wide: boolean): string {
    let text = '';
    let left = count;
    while (left > 0) {
      if (this.at >= this.end) wide = this.continue() ? (this.u8() & 1) === 1 : wide;
      const size = wide ? 2 : 1;
      const here = Math.min(left, Math.floor((this.end - this.at) / size));
      if (here === 0) throw new RangeError('text');
      for (let i = 0; i < here; i++) text += String.fromCharCode(wide ? this.u16() : this.u8());
      left -= here;
    }
    return text;
  }

  private skipAcross(count: number): void {
    let left = count;
    while (left > 0) {
      if (this.at >= this.end) this.continue();
      const here = Math.min(left, this.end - this.at);
      if (here <= 0) throw new RangeError('text');
      this.at += here;
      left -= here;
    }
  }

  /** Goes on in the next record. Throws where it is not a CONTINUE. */
  continue(): true {
    if (this.peek() !== recordType.continued || !this.next()) throw new RangeError('continue');
    return true;
  }

  private need(count: number): void {
    if (this.at + count > this.end) throw new RangeError('record');
  }
}

const scratch = new DataView(new ArrayBuffer(8));
