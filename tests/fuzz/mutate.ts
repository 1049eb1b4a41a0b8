/** Bends the bytes of a file: flips, cuts, repeats, splices, extremes, and texts that have hurt readers before. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Random } from './random.ts';
import type { Seed } from './seeds.ts';

const nasty = [
  ...[
    '"',
    '""',
    "'",
    ';',
    ',',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\u0000',
    '\uFEFF',
    '\u00A0',
    '\u202F',
    '\u200B',
    '\uFFFD',
    '#',
  ],
  ...[
    '0',
    '-0',
    '1e999',
    '1e-999',
    '9'.repeat(40),
    '1,234',
    '1.234,5',
    '1 234',
    '12 %',
    '$5',
    '5 mg',
    '0,5 g',
    '<5',
    '>',
  ],
  ...[
    '31/02/2020',
    '01/13/2021',
    '00/00/0000',
    '31/12/9999',
    '2020-02-30T25:61',
    '12:60',
    '1h30',
    '03/2021',
    'UN/2021',
  ],
  ...['NA', '#N/A', 'NaN', 'Infinity', '-inf', 'null', 'undefined', '__proto__', 'constructor', 'toString', 'TRUE'],
  ...[
    '=1+1',
    '="0012"',
    '@SUM(A1)',
    '+',
    '-',
    '--',
    '(12,5)',
    '12-',
    '１２',
    '²',
    'İ',
    'ß',
    'é',
    'e\u0301',
    '🩺',
    '\uD800',
  ],
  ...['total', 'Moyenne', '___1', 'redcap_event_name', 'sep=;', '[[', ')'.repeat(50), 'a'.repeat(5000)],
];
const nastyXml = [
  ...[
    '<',
    '>',
    '</c>',
    '<c r="XFD1048576"><v>1</v></c>',
    '<c r="A0"/>',
    '<c r="ZZZZ9"><v>2</v></c>',
    '<c t="s"><v>-1</v></c>',
  ],
  ...[
    '<c t="s"><v>999999999</v></c>',
    '<c t="d"><v>2020-13-45</v></c>',
    '<row r="-1"/>',
    '<row r="1048577"/>',
    ' r="',
    '&#0;',
  ],
  ...[
    '&#x110000;',
    '&amp;lt;',
    '&nope;',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '<v>1e400</v>',
  ],
  ...[
    '<mergeCell ref="A1:XFD1048576"/>',
    '<dimension ref="A1:XFD1048576"/>',
    ' s="99999"',
    ' t="e"',
    '<f/>',
    '<is><t>x</t></is>',
  ],
  ...['table:number-columns-repeated="2147483647"', 'table:number-rows-repeated="1048576"', 'office:value="1e999"'],
];
const extremes = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A place in the bytes: half of the time near an end, where headers and directories are. */
function place(length: number, random: Random): number {
  if (length === 0) return 0;
  const near = Math.min(length, 64 + random.below(192));
  const kind = random.below(4);
  return kind === 0 ? random.below(near) : kind === 1 ? length - 1 - random.below(near) : random.below(length);
}

function bendBytes(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  const at = place(bytes.length, random);
  const length = 1 + random.below(random.pick([4, 16, 256]));
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (random.below(9)) {
    case 0: {
      const copy = bytes.slice();
      if (copy.length > 0) copy[at]! ^= 1 << random.below(8);
      return copy;
    }
    case 1: {
      const copy = bytes.slice();
      if (copy.length > 0) copy[at] = random.below(256);
      return copy;
    }
    case 2: {
      const copy = bytes.slice();
      const view = new DataView(copy.buffer);
      const width = random.pick([1, 2, 4]);
      if (at + width > copy.length) return copy;
      const value = random.pick(extremes);
      if (width === 1) view.setUint8(at, value & 0xff);
      else if (width === 2) view.setUint16(at, value & 0xffff, random.below(2) === 0);
      else view.setUint32(at, value, random.below(2) === 0);
      return copy;
    }
    case 3:
      return join([before, after.subarray(length)]);
    case 4:
      return join([before, after.subarray(0, length), after]);
    case 5:
      return before;
    case 6:
      return join([before, other.subarray(random.below(other.length + 1)).subarray(0, length), after]);
    case 7:
      return join([before, Uint8Array.from({ length }, () => random.below(256)), after]);
    default:
      return join([before, other.subarray(random.below(other.length + 1))]);
  }
}

/** Puts, doubles, removes or moves pieces of text, at borders of cells rather than anywhere. */
function bendText(text: string, random: Random, words: readonly string[]): string {
  const borders = [...text.matchAll(/[;,\t\n\r|"<>]/g)].map(({ index }) => index);
  const at =
    borders.length > 0 && random.below(4) > 0 ? random.pick(borders) + random.below(2) : random.below(text.length + 1);
  const next = borders.find((border) => border > at) ?? text.length;
  switch (random.below(6)) {
    case 0:
      return text.slice(0, at) + random.pick(words) + text.slice(at);
    case 1:
      return text.slice(0, at) + random.pick(words) + text.slice(next);
    case 2:
      return text.slice(0, at) + text.slice(next);
    case 3:
      return text.slice(0, next) + text.slice(at);
    case 4:
      return text.slice(0, at) + random.pick(words).repeat(1 + random.below(50)) + text.slice(at);
    default: {
      const mark = text[at] ?? ';';
      return text.replaceAll(mark, random.pick([';', ',', '\t', '|', '\n', '"', ' ', '']));
    }
  }
}

const mostText = 200_000;

/** One text part of a zip bent, and the parts packed again. */
function bendParts(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = random.pick(names);
  if (random.below(20) === 0) Reflect.deleteProperty(parts, name);
  else if (random.below(20) === 0) parts[name] = parts[random.pick(names)]!;
  else {
    let text = strFromU8(parts[name]!);
    for (let turn = random.below(3); turn >= 0; turn--)
      text = bendText(text, random, random.below(2) === 0 ? nasty : nastyXml).slice(0, mostText);
    parts[name] = strToU8(text);
  }
  return zipSync(parts, { level: random.pick([0, 1]) });
}

/** A bent copy of a seed; `other` is a seed to borrow from. */
export function mutate(seed: Seed, other: Seed, random: Random): Uint8Array {
  let { bytes } = seed;
  if (seed.kind === 'zip' && random.below(10) < 7) bytes = bendParts(bytes, random);
  else if (seed.kind === 'text' && random.below(10) < 7) {
    let text = new TextDecoder().decode(bytes);
    for (let turn = random.below(4); turn >= 0; turn--) text = bendText(text, random, nasty).slice(0, mostText);
    bytes = new TextEncoder().encode(text);
  } else {
    for (let turn = random.pick([0, 0, 1, 3, 8]); turn >= 0; turn--) bytes = bendBytes(bytes, random, other.bytes);
  }
  return bytes;
}
