/** Bytes read in order, in the byte order of the file. Beyond the end: a `RangeError`. */
export class ByteReader {
  at: number;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly littleEndian: boolean;

  constructor(bytes: Uint8Array, littleEndian: boolean, at: number) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.littleEndian = littleEndian;
    this.at = at;
  }

  u8(): number {
    return this.view.getUint8(this.at++);
  }

  i32(): number {
    this.at += 4;
    return this.view.getInt32(this.at - 4, this.littleEndian);
  }

  i64(): number {
    this.at += 8;
    return Number(this.view.getBigInt64(this.at - 8, this.littleEndian));
  }

  f64(): number {
    this.at += 8;
    return this.view.getFloat64(this.at - 8, this.littleEndian);
  }

  /** A number of things, each of which takes at least a byte. */
  count(): number {
    const count = this.i32();
    if (count < 0 || count > this.bytes.length) throw new RangeError('count');
    return count;
  }

  take(length: number): Uint8Array {
    this.skip(length);
    return this.bytes.subarray(this.at - length, this.at);
  }

  skip(length: number): void {
    this.at += length;
    if (!(length >= 0 && this.at <= this.bytes.length)) throw new RangeError('end');
  }
}
