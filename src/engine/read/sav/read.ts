/**
 * SPSS system file (.sav, .zsav) to grid. A variable whose values all bear a label is read by its labels; values that the
 * file declares missing are missing.
 */
import { SosieError } from '../../errors.ts';
import type { ReadControl } from '../csv/read.ts';
import { largestCellCount } from '../csv/read.ts';
import type { Grid } from '../grid.ts';
import { putDurations, putMoments, putDates } from '../typed/moments.ts';
import { putFloats } from '../typed/numbers.ts';
import { checkCells, TypedGrid } from '../typed/typed-grid.ts';
import { eachCase, systemMissing } from './cases.ts';
import { readDictionary, type SavDictionary, type SavVariable } from './dictionary.ts';

/** Throws E16 (too many cells), E22 (no cases), E23 (damaged), E25 (inflates beyond bounds). */
export function readSav(bytes: Uint8Array, fileName: string, control: ReadControl = {}): Grid {
  try {
    const dictionary = readDictionary(bytes);
    const { variables, cases } = dictionary;
    checkCells(cases ?? 1, variables.length, fileName);
    const columns = readCases(bytes, dictionary, fileName, control);
    const rowCount = columns[0]?.length ?? 0;
    checkCells(rowCount, variables.length, fileName);
    const grid = new TypedGrid(
      variables.map(({ name }) => name),
      rowCount,
    );
    variables.forEach((variable, position) => putColumn(grid, position, variable, columns[position]!));
    control.onProgress?.(1);
    return grid.finish(fileName, 'sav', dictionary.encoding);
  } catch (cause) {
    if (cause instanceof RangeError) throw new SosieError('E23', {}, { file: fileName }, { cause });
    throw cause;
  }
}

type Value = number | string | null;

const casesPerBreath = 4096;

function readCases(bytes: Uint8Array, dictionary: SavDictionary, fileName: string, control: ReadControl): Value[][] {
  const { variables, littleEndian, decode } = dictionary;
  const columns: Value[][] = variables.map(() => []);
  const texts = variables.map(() => new Map<string, string>());
  let count = 0;
  eachCase(bytes, dictionary, fileName, (elements) => {
    if (++count % casesPerBreath === 0) {
      control.signal?.throwIfAborted();
      if (dictionary.cases !== null) control.onProgress?.(Math.min(1, count / dictionary.cases) * 0.7);
    }
    if (count * variables.length > largestCellCount) checkCells(count, variables.length, fileName);
    const view = new DataView(elements.buffer, elements.byteOffset, elements.byteLength);
    variables.forEach((variable, i) => {
      const at = variable.element * 8;
      if (variable.width === 0) {
        columns[i]!.push(presentNumber(view.getFloat64(at, littleEndian), variable));
        return;
      }
      const raw = textBytes(elements, at, variable);
      const key = String.fromCharCode(...raw.subarray(0, 256)) + (raw.length > 256 ? decode(raw) : '');
      let text = texts[i]!.get(key);
      if (text === undefined) texts[i]!.set(key, (text = decode(raw).replace(/[\0 ]+$/, '')));
      columns[i]!.push(text === '' || variable.missing.values.has(text) ? null : text);
    });
  });
  return columns;
}

function presentNumber(value: number, { missing }: SavVariable): number | null {
  if (value === systemMissing || Number.isNaN(value) || missing.values.has(value)) return null;
  return missing.range && value >= missing.range[0] && value <= missing.range[1] ? null : value;
}

/** Bytes of a text: a long one is cut into segments of 255, each padded to whole elements. */
function textBytes(elements: Uint8Array, at: number, { width, segments }: SavVariable): Uint8Array {
  if (segments.length === 1) return trimmed(elements.subarray(at, at + width));
  const bytes = new Uint8Array(width);
  let from = at;
  let filled = 0;
  for (const segment of segments) {
    const part = elements.subarray(from, from + Math.min(segment, width - filled));
    bytes.set(part, filled);
    filled += part.length;
    from += Math.ceil(segment / 8) * 8;
  }
  return trimmed(bytes);
}

function trimmed(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 32 || bytes[end - 1] === 0)) end--;
  return bytes.subarray(0, end);
}

/** Print formats of dates, of moments and of lengths of time; in days or seconds since 14 October 1582. */
const dateFormats: ReadonlySet<number> = new Set([20, 23, 24, 28, 29, 30, 38, 39]);
const momentFormats: ReadonlySet<number> = new Set([22, 41]);
const durationFormats: ReadonlySet<number> = new Set([21, 25, 40]);
const secondsPerDay = 86_400;
const firstDay = 141_428;

function putColumn(grid: TypedGrid, position: number, variable: SavVariable, values: readonly Value[]): void {
  const cells = grid.cells(position);
  const rows = values.length;
  const { width, format, labels } = variable;
  const number = (row: number): number | null => values[row] as number | null;
  const since1970 = (row: number): number | null => {
    const value = number(row);
    return value === null ? null : value - firstDay * secondsPerDay;
  };
  if (labels.size > 0 && labelled(values, labels)) {
    grid.declare(position, 'dictionary', 'category');
    values.forEach((value, row) => {
      if (value !== null) cells.text(row, labels.get(value)!);
    });
  } else if (width > 0) {
    grid.declare(position, 'utf8');
    values.forEach((value, row) => {
      if (typeof value === 'string') cells.text(row, value);
    });
  } else if (dateFormats.has(format)) {
    grid.declare(position, 'date');
    putDates(cells, rows, (row) => {
      const seconds = since1970(row);
      return seconds === null ? null : Math.floor(seconds / secondsPerDay);
    });
  } else if (momentFormats.has(format)) {
    grid.declare(position, 'timestamp-micros');
    putMoments(cells, rows, since1970, 1);
  } else if (durationFormats.has(format)) {
    grid.declare(position, 'duration');
    putDurations(cells, rows, number, 1);
  } else {
    grid.declare(position, 'double');
    putFloats(cells, rows, number, false);
  }
}

/** Whether every value that occurs bears a label of its own: a scale with a word at each end stays a number. */
function labelled(values: readonly Value[], labels: ReadonlyMap<number | string, string>): boolean {
  const present = new Set(values);
  present.delete(null);
  const words = new Set<string>();
  for (const value of present) {
    const label = labels.get(value!);
    if (label === undefined || label === '' || words.has(label)) return false;
    words.add(label);
  }
  return present.size > 0;
}
