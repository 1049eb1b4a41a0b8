/** Which character separates the fields of a delimited text, and which one ends its lines. */
import Papa from 'papaparse';

/** In order of preference when two split the text equally well. */
export const delimiters = [';', ',', '\t', '|', '#'] as const;

/** A delimiter that occurs in no text, for a file of one column. */
export const noDelimiter = '\u001F';

export interface DelimiterGuess {
  readonly delimiter: string;
  readonly reason: 'hint' | 'regular' | 'single';
  /** Lines of the sample with the usual number of fields, over all its lines. */
  readonly agreeing: number;
  readonly lines: number;
  readonly fields: number;
  /** Other delimiters that split most lines into the same number of fields. */
  readonly rivals: readonly string[];
}

const sampleLength = 1 << 16;
const sampleLines = 200;

/** The hint line of Excel (`sep=;`), or `null`. */
export function delimiterHint(text: string): string | null {
  return /^"?sep=(.)"?\s*(?:[\r\n]|$)/i.exec(text.slice(0, 20))?.[1] ?? null;
}

/** The beginning of a text, cut at the end of a line where there is one. */
function sampleOf(text: string): string {
  if (text.length <= sampleLength) return text;
  const cut = text.slice(0, sampleLength);
  const end = Math.max(cut.lastIndexOf('\n'), cut.lastIndexOf('\r'));
  return end > 0 ? cut.slice(0, end) : cut;
}

/**
 * The delimiter that cuts the most lines into the same number of fields (at least 2), quotes respected. It must do so for
 * half of the lines, or for the first line when it cuts half of them at all (ragged rows). Equal scores go to the larger number of fields, then to the order of {@link delimiters}.
 */
export function guessDelimiter(text: string): DelimiterGuess {
  const sample = sampleOf(text);
  const trials = delimiters
    .filter((delimiter) => sample.includes(delimiter))
    .map((delimiter) => ({ delimiter, ...regularity(sample, delimiter) }))
    .filter((trial) => trial.fields > 1)
    .sort((a, b) => b.agreeing / b.lines - a.agreeing / a.lines || b.fields - a.fields);
  const best = trials[0];
  if (best?.delimiter === ',' && isDecimalComma(sample, best)) {
    return {
      delimiter: noDelimiter,
      reason: 'single',
      agreeing: best.lines,
      lines: best.lines,
      fields: 1,
      rivals: [','],
    };
  }
  if (!best || (best.agreeing * 2 < best.lines && !(best.leads && best.split * 2 >= best.lines))) {
    const lines = best?.lines ?? 0;
    return { delimiter: noDelimiter, reason: 'single', agreeing: lines, lines, fields: 1, rivals: [] };
  }
  const rivals = trials.slice(1).filter((trial) => trial.agreeing >= best.agreeing * 0.9);
  return { ...best, reason: 'regular', rivals: rivals.map((trial) => trial.delimiter) };
}

interface Regularity {
  readonly agreeing: number;
  readonly lines: number;
  readonly fields: number;
  /** Lines cut at all, and whether the first one has the usual number of fields. */
  readonly split: number;
  readonly leads: boolean;
}

function regularity(sample: string, delimiter: string): Regularity {
  const { data } = Papa.parse<string[]>(sample, {
    delimiter,
    newline: guessNewline(sample).newline,
    preview: sampleLines,
  });
  const counts = new Map<number, number>();
  let lines = 0;
  let split = 0;
  let first = 0;
  for (const row of data) {
    if (row.every((field) => field.trim() === '')) continue;
    if (lines++ === 0) first = row.length;
    if (row.length > 1) split++;
    counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  }
  let fields = 1;
  let agreeing = 0;
  for (const [width, count] of counts) {
    if (width > 1 && (count > agreeing || (count === agreeing && width > fields))) [fields, agreeing] = [width, count];
  }
  return { agreeing, lines, fields, split, leads: first === fields };
}

/** The line ending most used outside quotes in the first million characters; `mixed` when several are. */
export function guessNewline(text: string): { newline: '\r\n' | '\n' | '\r'; mixed: boolean } {
  let quoted = false;
  const counts = { '\r\n': 0, '\n': 0, '\r': 0 };
  const end = Math.min(text.length, 1 << 20);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) quoted = !quoted;
    else if (quoted) continue;
    else if (code === 10) counts['\n']++;
    else if (code === 13) {
      if (text.charCodeAt(i + 1) === 10) {
        counts['\r\n']++;
        i++;
      } else counts['\r']++;
    }
  }
  const kinds = (Object.keys(counts) as (keyof typeof counts)[]).sort((a, b) => counts[b] - counts[a]);
  const newline = counts[kinds[0]!] > 0 ? kinds[0]! : '\r\n';
  return { newline, mixed: counts[kinds[1]!] > 0 };
}

/** `poids`, `70,5`, `68`, `71,2`: one column of numbers whose comma is decimal, under a name that has none. */
function isDecimalComma(sample: string, { fields }: Regularity): boolean {
  const [head = '', ...lines] = sample.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  if (fields !== 2 || lines.length < 2 || head.includes(',') || !/\p{L}/u.test(head)) return false;
  const number = /^\s*[<>≤≥+-]?\s*\d+(?:,\d+)?\s*[\p{L}%]{0,6}\s*$/u;
  return lines.filter((line) => line.length < 60 && number.test(line)).length >= lines.length * 0.8;
}

/** Fields of each line when cut at spaces, where all lines have the same number of them, two or more; else 0. */
export function spacedFields(text: string): number {
  const lines = sampleOf(text)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, sampleLines);
  const fields = (line: string): number => line.split(' ').length;
  const count = lines.length < 3 ? 0 : fields(lines[0]!);
  return count > 1 && lines.every((line) => fields(line) === count) && lines.slice(1).every((line) => /\d/.test(line))
    ? count
    : 0;
}
