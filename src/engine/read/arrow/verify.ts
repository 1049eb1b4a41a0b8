/**
 * The messages of an Arrow file, judged before the library decodes them: it follows every offset and believes every
 * length. Each table, vector and text must stand within its message; nested columns are refused at once. Sources: Arrow
 * columnar format, "Serialization and IPC" (Message.fbs, Schema.fbs, File.fbs); FlatBuffers, "Internals".
 */
import { SosieError } from '../../errors.ts';
import { startsWithText } from '../signature.ts';

/** A table of FlatBuffers: where each of its fields stands. Everything read is checked against the message's bounds. */
class FlatTable {
  private readonly message: Message;
  private readonly at: number;
  private readonly offsets: number;
  private readonly count: number;

  constructor(message: Message, at: number) {
    this.message = message;
    this.at = at;
    this.offsets = at - message.i32(at);
    const size = message.u16(this.offsets);
    message.within(this.offsets, size);
    message.within(at, message.u16(this.offsets + 2));
    this.count = (size - 4) >> 1;
  }

  /** Offset of a field, or 0 where it is absent. */
  place(field: number): number {
    const offset = field < this.count ? this.message.u16(this.offsets + 4 + field * 2) : 0;
    return offset === 0 ? 0 : this.at + offset;
  }

  table(field: number): FlatTable | null {
    const at = this.place(field);
    return at === 0 ? null : new FlatTable(this.message, this.message.follow(at));
  }

  /** First element of a vector and how many it has, each of that many bytes. */
  vector(field: number, size: number): { from: number; length: number } {
    const at = this.place(field);
    if (at === 0) return { from: 0, length: 0 };
    const from = this.message.follow(at);
    const length = this.message.u32(from);
    this.message.within(from + 4, length * size);
    return { from: from + 4, length };
  }

  *tables(field: number): Generator<FlatTable> {
    const { from, length } = this.vector(field, 4);
    for (let i = 0; i < length; i++) yield new FlatTable(this.message, this.message.follow(from + i * 4));
  }

  text(field: number): string {
    const { from, length } = this.vector(field, 1);
    return this.message.text(from, length);
  }

  u8(field: number): number {
    const at = this.place(field);
    return at === 0 ? 0 : this.message.u8(at);
  }

  i64(field: number): number {
    const at = this.place(field);
    return at === 0 ? 0 : this.message.i64(at);
  }
}

/** Bytes of one message, from its first to the one after its last. */
class Message {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly from: number;
  private readonly to: number;

  constructor(bytes: Uint8Array, from: number, to: number) {
    if (!(from >= 0 && from <= to && to <= bytes.length)) throw new RangeError('message');
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.from = from;
    this.to = to;
  }

  within(at: number, length: number): void {
    if (!(at >= this.from && at + length <= this.to)) throw new RangeError('message bounds');
  }

  u8(at: number): number {
    this.within(at, 1);
    return this.view.getUint8(at);
  }

  u16(at: number): number {
    this.within(at, 2);
    return this.view.getUint16(at, true);
  }

  i32(at: number): number {
    this.within(at, 4);
    return this.view.getInt32(at, true);
  }

  u32(at: number): number {
    this.within(at, 4);
    return this.view.getUint32(at, true);
  }

  i64(at: number): number {
    this.within(at, 8);
    return Number(this.view.getBigInt64(at, true));
  }

  text(at: number, length: number): string {
    return new TextDecoder().decode(this.bytes.subarray(at, at + length));
  }

  follow(at: number): number {
    return at + this.u32(at);
  }

  get root(): FlatTable {
    return new FlatTable(this, this.follow(this.from));
  }
}

const header = { schema: 1, dictionary: 2, batch: 3 } as const;
const blockSize = 24;

/** Judges all messages. Throws a `RangeError` where one is not sound, E80 for a nested column. */
export function verifyArrow(bytes: Uint8Array, fileName: string): void {
  if (startsWithText(bytes, 'ARROW1')) verifyFile(bytes, fileName);
  else verifyStream(bytes, fileName);
}

function verifyFile(bytes: Uint8Array, fileName: string): void {
  const end = bytes.length - 10;
  if (end < 8 || !startsWithText(bytes, 'ARROW1', end + 4)) throw new RangeError('footer');
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getInt32(end, true);
  const message = new Message(bytes, end - length, end);
  const footer = message.root;
  const schema = footer.table(1);
  if (!schema) throw new RangeError('schema');
  verifySchema(schema, fileName);
  for (const field of [2, 3]) {
    const { from, length: count } = footer.vector(field, blockSize);
    for (let i = 0; i < count; i++) {
      const at = message.i64(from + i * blockSize);
      if (!(at >= 8 && at < end)) throw new RangeError('block');
      verifyMessage(bytes, at, fileName);
    }
  }
  verifyKeys(footer, 4);
}

function verifyStream(bytes: Uint8Array, fileName: string): void {
  for (let at = 0; at + 8 <= bytes.length;) {
    const next = verifyMessage(bytes, at, fileName);
    if (next === null) return;
    at = next;
  }
}

/** Judges the message at an offset. Returns the offset after its body, or `null` at the end of a stream. */
function verifyMessage(bytes: Uint8Array, at: number, fileName: string): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = view.getInt32(at, true) === -1 ? at + 8 : at + 4;
  const length = view.getInt32(from - 4, true);
  if (length === 0) return null;
  const message = new Message(bytes, from, from + length);
  const { root } = message;
  const kind = root.u8(1);
  const body = root.i64(3);
  const inner = root.table(2);
  if (!inner || !(body >= 0 && from + length + body <= bytes.length)) throw new RangeError('body');
  verifyKeys(root, 4);
  if (kind === header.schema) verifySchema(inner, fileName);
  else if (kind === header.batch) verifyBatch(inner, message, body);
  else if (kind === header.dictionary) {
    const data = inner.table(1);
    if (!data) throw new RangeError('dictionary');
    verifyBatch(data, message, body);
  } else throw new RangeError('message kind');
  return from + length + body;
}

function verifySchema(schema: FlatTable, fileName: string): void {
  for (const field of schema.tables(1)) {
    const name = field.text(0);
    if (field.vector(5, 4).length > 0) {
      throw new SosieError('E80', { column: name, kind: 'nested' }, { file: fileName, column: name });
    }
    field.table(3);
    field.table(4)?.table(1);
    verifyKeys(field, 6);
  }
  verifyKeys(schema, 2);
  schema.vector(3, 8);
}

function verifyBatch(batch: FlatTable, message: Message, body: number): void {
  const nodes = batch.vector(1, 16);
  for (let i = 0; i < nodes.length; i++) {
    const length = message.i64(nodes.from + i * 16);
    const nulls = message.i64(nodes.from + i * 16 + 8);
    if (!(length >= 0 && nulls >= 0 && nulls <= length)) throw new RangeError('node');
  }
  const buffers = batch.vector(2, 16);
  for (let i = 0; i < buffers.length; i++) {
    const from = message.i64(buffers.from + i * 16);
    const length = message.i64(buffers.from + i * 16 + 8);
    if (!(from >= 0 && length >= 0 && from + length <= body)) throw new RangeError('buffer');
  }
  batch.table(3);
  const counts = batch.vector(4, 8);
  for (let i = 0; i < counts.length; i++) {
    const count = message.i64(counts.from + i * 8);
    if (!(count >= 0 && count <= buffers.length)) throw new RangeError('buffers of a view');
  }
}

/** Pairs of key and value. */
function verifyKeys(table: FlatTable, field: number): void {
  for (const pair of table.tables(field)) {
    pair.vector(0, 1);
    pair.vector(1, 1);
  }
}
