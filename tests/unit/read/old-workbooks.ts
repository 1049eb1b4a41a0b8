/** Old workbooks (.xls) written record by record, so that tests can bend them. */

type Part = number | string | { readonly f64: number } | { readonly u32: number };

/** A record: numbers are 16 bits; `b:` before a text of hexadecimal digits is bytes. */
export function record(type: number, ...parts: readonly Part[]): Uint8Array {
  const body: number[] = [];
  for (const part of parts) {
    if (typeof part === 'number') body.push(part & 255, (part >> 8) & 255);
    else if (typeof part === 'string') body.push(...bytesOf(part));
    else {
      const view = new DataView(new ArrayBuffer(8));
      if ('f64' in part) view.setFloat64(0, part.f64, true);
      else view.setUint32(0, part.u32, true);
      body.push(...new Uint8Array(view.buffer, 0, 'f64' in part ? 8 : 4));
    }
  }
  return Uint8Array.from([type & 255, type >> 8, body.length & 255, body.length >> 8, ...body]);
}

const bytesOf = (text: string): number[] =>
  text.startsWith('b:')
    ? (text.slice(2).match(/../g) ?? []).map((hex) => Number.parseInt(hex, 16))
    : Array.from(text, (letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]).flat();

/** Length and letters of a text in two bytes each; `short` has a length of one byte. */
const text = (value: string, short = false): string => {
  const hex = (code: number): string => code.toString(16).padStart(2, '0');
  const length = short ? hex(value.length) : hex(value.length & 255) + hex(value.length >> 8);
  const letters = Array.from(value, (letter) => hex(letter.charCodeAt(0) & 255) + hex(letter.charCodeAt(0) >> 8));
  return `b:${length}01${letters.join('')}`;
};

export interface OldParts {
  /** Records of each sheet, by name; a name that begins with `~` is hidden. */
  readonly sheets: Readonly<Record<string, readonly Uint8Array[]>>;
  /** Shared texts, as records (a SST and its continuations). */
  readonly strings?: readonly Uint8Array[];
  /** Number format codes of cell formats 1, 2... (0 is General). */
  readonly formats?: readonly string[];
  readonly globals?: readonly Uint8Array[];
}

const begin = (kind: number): Uint8Array => record(0x0809, 0x0600, kind, 0, 0, { u32: 0 }, { u32: 0 });
const end = record(0x000a);

export function oldWorkbook({ sheets, strings = [], formats = [], globals = [] }: OldParts): Uint8Array {
  const names = Object.keys(sheets);
  const bodies = names.map((name) => join([begin(0x0010), ...sheets[name]!, end]));
  const head = (offsets: readonly number[]): Uint8Array =>
    join([
      begin(0x0005),
      ...globals,
      ...formats.map((code, i) => record(0x041e, 200 + i, text(code))),
      record(0x00e0, 0, 0, ...new Array<number>(8).fill(0)),
      ...formats.map((_, i) => record(0x00e0, 0, 200 + i, ...new Array<number>(8).fill(0))),
      ...names.map((name, i) =>
        record(0x0085, { u32: offsets[i]! }, name.startsWith('~') ? 0x0001 : 0, text(name.replace('~', ''), true)),
      ),
      ...strings,
      end,
    ]);
  let at = head(names.map(() => 0)).length;
  const offsets = bodies.map((body) => (at += body.length) - body.length);
  return container('Workbook', join([head(offsets), ...bodies]));
}

/** Shared texts in one record. */
export const sharedStrings = (texts: readonly string[]): Uint8Array =>
  record(
    0x00fc,
    { u32: texts.length },
    { u32: texts.length },
    `b:${texts.map((value) => text(value).slice(2)).join('')}`,
  );

export const labelCell = (row: number, column: number, index: number): Uint8Array =>
  record(0x00fd, row, column, 0, { u32: index });
export const numberCell = (row: number, column: number, value: number, style = 0): Uint8Array =>
  record(0x0203, row, column, style, { f64: value });

function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A container with one stream, in sectors of 512 bytes: sector 0 is the table, 1 the directory, the stream follows. */
export function container(name: string, stream: Uint8Array): Uint8Array {
  const size = Math.max(stream.length, 4096);
  const sectors = Math.ceil(size / 512);
  if (sectors > 125) throw new Error('too large for one table sector');
  const bytes = new Uint8Array(512 * (3 + sectors));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, 0xfffffffe, true);
  view.setUint32(68, 0xfffffffe, true);
  bytes.fill(0xff, 76, 512);
  view.setUint32(76, 0, true);
  bytes.fill(0xff, 512, 1024);
  view.setUint32(512, 0xfffffffd, true);
  view.setUint32(516, 0xfffffffe, true);
  for (let i = 0; i < sectors; i++) view.setUint32(520 + i * 4, i === sectors - 1 ? 0xfffffffe : i + 3, true);
  const entry = (at: number, title: string, kind: number, start: number, length: number): void => {
    Array.from(title).forEach((letter, i) => view.setUint16(at + i * 2, letter.charCodeAt(0), true));
    view.setUint16(at + 64, title.length * 2 + 2, true);
    view.setUint8(at + 66, kind);
    view.setUint32(at + 116, start, true);
    view.setUint32(at + 120, length, true);
  };
  entry(1024, 'Root Entry', 5, 0xfffffffe, 0);
  entry(1152, name, 2, 2, size);
  bytes.set(stream, 1536);
  return bytes;
}
