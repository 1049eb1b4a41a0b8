/**
 * The dictionary of an SPSS system file: variables, labels, missing values, encoding. Source: PSPP developer's guide,
 * "System File Format". Every read is within the bytes (a `RangeError` otherwise).
 */
import { ByteReader } from './bytes.ts';
import { textDecoder } from './encoding.ts';

export interface SavVariable {
  readonly name: string;
  /** 0 for a number, else the width of a text in bytes. */
  readonly width: number;
  /** Type of the print format (20 is a date...), see `columns.ts`. */
  readonly format: number;
  /** Index of its first element of eight bytes in a case, and number of bytes of each of its segments. */
  readonly element: number;
  readonly segments: readonly number[];
  readonly missing: SavMissing;
  /** Label of each value: number, or text without the spaces at its end. */
  readonly labels: ReadonlyMap<number | string, string>;
}

/** Values that the user declared missing: a range, and single ones. */
export interface SavMissing {
  readonly range: readonly [number, number] | null;
  readonly values: ReadonlySet<number | string>;
}

export interface SavDictionary {
  readonly variables: readonly SavVariable[];
  /** Elements of eight bytes in a case. */
  readonly elements: number;
  readonly compression: 'none' | 'bytecode' | 'zlib';
  /** Cases, or `null` where the file does not say. */
  readonly cases: number | null;
  readonly bias: number;
  readonly littleEndian: boolean;
  readonly encoding: string;
  /** Where the data begin. */
  readonly dataOffset: number;
  readonly decode: (bytes: Uint8Array) => string;
}

interface RawVariable {
  readonly element: number;
  readonly shortName: Uint8Array;
  readonly width: number;
  readonly format: number;
  readonly missingCount: number;
  readonly missing: readonly Uint8Array[];
}

interface RawLabels {
  readonly entries: readonly (readonly [value: Uint8Array, label: Uint8Array])[];
  readonly elements: readonly number[];
}

const record = { variable: 2, labels: 3, labelled: 4, documents: 6, extension: 7, end: 999 } as const;
const extension = { machine: 3, longNames: 13, longTexts: 14, cases: 16, encoding: 20, textLabels: 21 } as const;

export function readDictionary(bytes: Uint8Array): SavDictionary {
  const littleEndian = new ByteReader(bytes, true, 64).i32() <= 3;
  const reader = new ByteReader(bytes, littleEndian, 68);
  reader.skip(4);
  const compression = (['none', 'bytecode', 'zlib'] as const)[reader.i32()];
  if (compression === undefined) throw new RangeError('compression');
  reader.skip(4);
  const cases = reader.i32();
  const bias = reader.f64();
  reader.at = 176;

  const raw: RawVariable[] = [];
  const labels: RawLabels[] = [];
  const extensions = new Map<number, Uint8Array>();
  let element = 0;
  for (let type = reader.i32(); type !== record.end; type = reader.i32()) {
    if (type === record.variable) {
      const variable = readVariable(reader, element++);
      if (variable) raw.push(variable);
    } else if (type === record.labels) labels.push(readLabels(reader));
    else if (type === record.documents) reader.skip(reader.count() * 80);
    else if (type === record.extension) {
      const subtype = reader.i32();
      const size = reader.count();
      extensions.set(subtype, reader.take(size * reader.count()));
    } else throw new RangeError('record');
  }
  reader.skip(4);
  const machine = extensions.get(extension.machine);
  const codePage = machine && machine.length >= 32 ? new ByteReader(machine, littleEndian, 28).i32() : 0;
  const { encoding, decode } = textDecoder(extensions.get(extension.encoding), codePage);
  return {
    variables: assemble(raw, labels, extensions, littleEndian, decode),
    elements: element,
    compression,
    cases: cases >= 0 ? cases : null,
    bias,
    littleEndian,
    encoding,
    dataOffset: reader.at,
    decode,
  };
}

/** `null` for the continuation of a text. */
function readVariable(reader: ByteReader, element: number): RawVariable | null {
  const width = reader.i32();
  const hasLabel = reader.i32() !== 0;
  const missingCount = reader.i32();
  const format = (reader.i32() >> 16) & 255;
  reader.skip(4);
  const shortName = reader.take(8);
  if (hasLabel) reader.skip(Math.ceil(reader.count() / 4) * 4);
  if (Math.abs(missingCount) > 3) throw new RangeError('missing values');
  const missing = Array.from({ length: Math.abs(missingCount) }, () => reader.take(8));
  return width < 0 ? null : { element, shortName, width, format, missingCount, missing };
}

function readLabels(reader: ByteReader): RawLabels {
  const count = reader.count();
  const entries: [Uint8Array, Uint8Array][] = [];
  for (let i = 0; i < count; i++) {
    const value = reader.take(8);
    const length = reader.u8();
    const label = reader.take(length);
    reader.skip(7 - (length % 8));
    entries.push([value, label]);
  }
  if (reader.i32() !== record.labelled) throw new RangeError('labels');
  const elements: number[] = [];
  for (let left = reader.count(); left > 0; left--) elements.push(reader.i32() - 1);
  return { entries, elements };
}

/** Puts long names, long texts and labels on the variables. */
function assemble(
  raw: readonly RawVariable[],
  labels: readonly RawLabels[],
  extensions: ReadonlyMap<number, Uint8Array>,
  littleEndian: boolean,
  decode: (bytes: Uint8Array) => string,
): SavVariable[] {
  const pairs = (subtype: number): Map<string, string> => {
    const text = decode(extensions.get(subtype) ?? new Uint8Array());
    return new Map(
      text.split(/\0?\t/).flatMap((pair) => {
        const at = pair.indexOf('=');
        return at < 0 ? [] : [[pair.slice(0, at), pair.slice(at + 1).replace(/\0+$/, '')] as const];
      }),
    );
  };
  const longNames = pairs(extension.longNames);
  const longTexts = pairs(extension.longTexts);
  const textLabels = readTextLabels(extensions.get(extension.textLabels), littleEndian, decode);
  const valueOf = (bytes: Uint8Array, width: number): number | string =>
    width === 0 ? new ByteReader(bytes, littleEndian, 0).f64() : decode(bytes).trimEnd();
  const variables: SavVariable[] = [];
  for (let i = 0; i < raw.length; i++) {
    const { element, shortName, width, format, missingCount, missing } = raw[i]!;
    const short = decode(shortName).trimEnd();
    const name = longNames.get(short) ?? short;
    const declared = Number(longTexts.get(short) ?? 0);
    const long = width > 0 && declared > 255 && declared <= 32_767 ? declared : 0;
    const segments = [width];
    for (let more = Math.ceil(long / 252) - 1; more > 0; more--) segments.push(raw[++i]?.width ?? 0);
    const own = new Map<number | string, string>(textLabels.get(name));
    for (const { entries, elements } of labels) {
      if (!elements.includes(element)) continue;
      for (const [value, label] of entries) own.set(valueOf(value, width), decode(label).trimEnd());
    }
    const given = missing.map((bytes) => valueOf(bytes, width));
    const ranged = missingCount < 0 && width === 0;
    variables.push({
      name,
      width: long > 0 ? long : width,
      format,
      element,
      segments,
      missing: {
        range: ranged ? [Number(given[0]), Number(given[1])] : null,
        values: new Set(ranged ? given.slice(2) : given),
      },
      labels: own,
    });
  }
  return variables;
}

/** Labels of texts longer than eight bytes, by name of variable. */
function readTextLabels(
  bytes: Uint8Array | undefined,
  littleEndian: boolean,
  decode: (bytes: Uint8Array) => string,
): Map<string, Map<string, string>> {
  const all = new Map<string, Map<string, string>>();
  if (!bytes) return all;
  const reader = new ByteReader(bytes, littleEndian, 0);
  while (reader.at < bytes.length) {
    const name = decode(reader.take(reader.count()));
    reader.skip(4);
    const labels = new Map<string, string>();
    for (let left = reader.count(); left > 0; left--) {
      const value = decode(reader.take(reader.count())).trimEnd();
      labels.set(value, decode(reader.take(reader.count())).trimEnd());
    }
    all.set(name, labels);
  }
  return all;
}
