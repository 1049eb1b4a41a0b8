/** From the distinct cells of a column to its typed values. */
import type {
  Column,
  ColumnDress,
  ColumnType,
  LevelColumn,
  LevelType,
  QuantityColumn,
  QuantityType,
} from '../table/table.ts';
import { readTruth } from './cells/booleans.ts';
import { daysOf, daysOfSerial } from './cells/calendar.ts';
import { formatKind, patternOfFormat, scanDate, scanDays, scanPattern, type DateOrder } from './cells/dates.ts';
import {
  neededDecimals,
  plainValue,
  scanDecimals,
  scanNumber,
  scanPlain,
  scanValue,
  type DecimalMark,
} from './cells/numbers.ts';
import type { Decision } from './decide.ts';
import type { ColumnSource } from './source.ts';
import { cellKinds, mostFrequent, type Tally } from './tally.ts';

/** What the file as a whole decides for its columns. */
export interface Marks {
  readonly decimal: DecimalMark;
  readonly order: DateOrder;
  readonly date1904: boolean;
}

export interface Built {
  readonly column: Column;
  /** Distinct cells shaped like a date whose day does not exist: read as missing, and told. */
  readonly impossible: readonly number[];
  /** Whole numbers beyond 2^53, which a double cannot hold exactly. */
  readonly inexact: readonly number[];
}

interface Quantities {
  /** Value of each distinct cell; `NaN` for missing ones. */
  readonly values: Float64Array;
  readonly type: QuantityType;
  readonly decimals: number;
  readonly step?: number;
  readonly dress: ColumnDress;
  readonly impossible?: readonly number[];
  readonly inexact?: readonly number[];
}

/** Builds the column. `forced` is the type chosen by the user, which also fixes the units of dates. */
export function buildColumn(
  source: ColumnSource,
  tally: Tally,
  decision: Decision,
  marks: Marks,
  forced: ColumnType | undefined,
): Built {
  const missing = missingSpelling(source, tally, decision);
  const { shape } = decision;
  if (shape === 'number' || shape === 'date' || shape === 'time') {
    const quantities =
      shape === 'number'
        ? readNumbers(source, tally, decision, marks)
        : shape === 'date'
          ? readDates(source, tally, marks, forced)
          : readTimes(source, tally);
    const { values, impossible = [], inexact = [], dress, ...rest } = quantities;
    const column: QuantityColumn = {
      name: source.name,
      ...rest,
      type: forced === 'number' && rest.type === 'integer' ? 'number' : rest.type,
      values: spread(source, values),
      dress: { ...missing, ...dress },
    };
    return { column, impossible, inexact };
  }
  const type: LevelType =
    shape === 'boolean' ? 'boolean' : shape === 'mixed' ? 'mixed' : shape === 'empty' ? 'empty' : levelType(forced);
  return { column: { ...readLevels(source, tally, decision, type), dress: missing }, impossible: [], inexact: [] };
}

const levelType = (forced: ColumnType | undefined): LevelType =>
  forced === 'identifier' || forced === 'text' ? forced : 'category';

const kindOf = (tally: Tally, code: number): (typeof cellKinds)[number] => cellKinds[tally.kinds[code]!]!;

function spread(source: ColumnSource, values: Float64Array): Float64Array {
  const column = new Float64Array(source.codes.length);
  for (let row = 0; row < column.length; row++) {
    const code = source.codes[row]!;
    column[row] = code < 0 ? NaN : values[code]!;
  }
  return column;
}

function readNumbers(source: ColumnSource, tally: Tally, decision: Decision, marks: Marks): Quantities {
  const values = new Float64Array(source.cells.length).fill(NaN);
  const misfits = new Set(decision.misfits);
  const inexact: number[] = [];
  const formats = new Map<string, number>();
  const suffixes = new Map<string, number>();
  let bare = 0;
  let decimals = 0;
  let whole = true;
  for (let code = 0; code < values.length; code++) {
    if (source.counts[code] === 0) continue;
    const cell = source.cells[code]!;
    if (typeof cell !== 'string') {
      if (cell.kind !== 'number' && cell.kind !== 'boolean') continue;
      values[code] = cell.value === 0 ? 0 : cell.value;
      decimals = Math.max(decimals, neededDecimals(cell.value));
      if (cell.format !== 'General') count(formats, cell.format, source.counts[code]!);
    } else {
      const kind = kindOf(tally, code);
      if (kind === 'missing' || kind === 'likely' || misfits.has(code)) continue;
      const text = source.texts[code]!;
      const plain = scanPlain(text);
      if (plain && (!plain.doubtful || plain.mark === marks.decimal)) {
        const value = plainValue(text, plain);
        values[code] = value === 0 ? 0 : value;
        decimals = Math.max(decimals, plain.decimals);
        bare += source.counts[code]!;
      } else {
        const scan = scanNumber(text);
        const value = scan ? scanValue(scan, marks.decimal) : NaN;
        if (!scan || !Number.isFinite(value)) continue;
        values[code] = value === 0 ? 0 : value;
        decimals = Math.max(decimals, Math.min(15, scanDecimals(scan, marks.decimal)));
        count(suffixes, scan.suffix, source.counts[code]!);
      }
    }
    if (!Number.isInteger(values[code])) whole = false;
    if (Math.abs(values[code]!) > Number.MAX_SAFE_INTEGER) inexact.push(code);
  }
  if (bare > 0) count(suffixes, '', bare);
  const suffix = mostFrequent(suffixes);
  const thousands = mostFrequent(tally.thousands);
  const numberFormat = mostFrequent(formats);
  return {
    values,
    type: whole && decimals === 0 ? 'integer' : 'number',
    decimals,
    inexact,
    dress: {
      ...(suffix === '' ? {} : { suffix }),
      ...(thousands === '' ? {} : { thousands }),
      ...(numberFormat === '' ? {} : { numberFormat }),
    },
  };
}

const secondsPerDay = 86_400;

function readDates(source: ColumnSource, tally: Tally, marks: Marks, forced: ColumnType | undefined): Quantities {
  const days = new Float64Array(source.cells.length).fill(NaN);
  const seconds = new Float64Array(source.cells.length);
  const impossible: number[] = [];
  const patterns = new Map<string, number>();
  const formats = new Map<string, number>();
  const zones = new Map<string, number>();
  let fraction = 0;
  for (let code = 0; code < days.length; code++) {
    const times = source.counts[code]!;
    const kind = kindOf(tally, code);
    if (times === 0 || kind === 'missing' || kind === 'likely') continue;
    const cell = source.cells[code]!;
    if (typeof cell !== 'string') {
      if (cell.kind !== 'number') continue;
      days[code] = daysOfSerial(cell.value, marks.date1904);
      seconds[code] = Math.round((cell.value - Math.floor(cell.value)) * secondsPerDay);
      if (Number.isNaN(days[code])) impossible.push(code);
      count(formats, cell.format, times);
      const shown = formatKind(cell.format);
      count(patterns, shown.date ? patternOfFormat(cell.format) : 'yyyy-mm-dd', times);
      continue;
    }
    const text = source.texts[code]!;
    const compact = /^\d{8}$/.test(text);
    if (compact) {
      days[code] = daysOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
      count(patterns, 'yyyymmdd', times);
      continue;
    }
    const scan = scanDate(text);
    if (!scan || scan.kind === 'time') continue;
    days[code] = scanDays(scan, marks.order);
    if (Number.isNaN(days[code])) {
      impossible.push(code);
      continue;
    }
    seconds[code] = scan.seconds;
    fraction = Math.max(fraction, /\.(0+)/.exec(scan.timePattern)?.[1]?.length ?? 0);
    count(patterns, scanPattern(scan, marks.order), times);
    if (scan.zone !== '') count(zones, scan.zone, times);
  }
  const anyTime = days.some((day, code) => !Number.isNaN(day) && seconds[code] !== 0);
  const timed = forced === 'datetime' || (anyTime && forced !== 'date');
  const wanted = timed ? new Map([...patterns].filter(([pattern]) => pattern.includes('H'))) : patterns;
  const dateFormat =
    mostFrequent(wanted.size > 0 ? wanted : patterns) || (timed ? 'yyyy-mm-dd HH:MM:SS' : 'yyyy-mm-dd');
  const numberFormat = mostFrequent(formats);
  const values = timed ? days.map((day, code) => day * secondsPerDay + seconds[code]!) : days;
  return {
    values,
    type: timed ? 'datetime' : 'date',
    decimals: timed ? fraction : 0,
    ...(timed ? minuteStep(seconds, days) : {}),
    impossible,
    dress: {
      dateFormat,
      ...(numberFormat === '' ? {} : { numberFormat }),
      ...(zones.size === 1 ? { suffix: mostFrequent(zones) } : {}),
    },
  };
}

const count = (map: Map<string, number>, key: string, times: number): void => {
  map.set(key, (map.get(key) ?? 0) + times);
};

/** A step of 60 when every time is on the minute. */
function minuteStep(seconds: Float64Array, present: Float64Array): { step: number } | Record<never, never> {
  for (let i = 0; i < seconds.length; i++) {
    if (!Number.isNaN(present[i]) && seconds[i]! % 60 !== 0) return {};
  }
  return { step: 60 };
}

function readTimes(source: ColumnSource, tally: Tally): Quantities {
  const values = new Float64Array(source.cells.length).fill(NaN);
  const patterns = new Map<string, number>();
  const formats = new Map<string, number>();
  for (let code = 0; code < values.length; code++) {
    const times = source.counts[code]!;
    const kind = kindOf(tally, code);
    if (times === 0 || kind === 'missing' || kind === 'likely') continue;
    const cell = source.cells[code]!;
    if (typeof cell !== 'string') {
      if (cell.kind !== 'number') continue;
      values[code] = Math.round(cell.value * secondsPerDay);
      count(formats, cell.format, times);
      count(patterns, patternOfFormat(cell.format), times);
      continue;
    }
    const scan = scanDate(source.texts[code]!);
    if (scan?.kind !== 'time') continue;
    values[code] = scan.seconds;
    count(patterns, scan.timePattern, times);
  }
  const numberFormat = mostFrequent(formats);
  return {
    values,
    type: 'time',
    decimals: 0,
    ...minuteStep(values, values),
    dress: { dateFormat: mostFrequent(patterns) || 'HH:MM:SS', ...(numberFormat === '' ? {} : { numberFormat }) },
  };
}

function readLevels(
  source: ColumnSource,
  tally: Tally,
  decision: Decision,
  type: LevelType,
): Omit<LevelColumn, 'dress'> {
  const kept = new Set(decision.keptLikely);
  const names = new Map<number, string>();
  for (let code = 0; code < source.cells.length; code++) {
    const kind = kindOf(tally, code);
    if (kind === 'unused' || kind === 'missing' || (kind === 'likely' && !kept.has(code))) continue;
    names.set(code, source.texts[code]!);
  }
  const rename = type === 'boolean' ? oneSpellingEach(source, names) : null;
  if (rename) for (const [code, name] of names) names.set(code, rename.get(name) ?? name);
  const levels = [...new Set(names.values())].sort();
  const index = new Map(levels.map((level, i) => [level, i]));
  const byCode = new Int32Array(source.cells.length).fill(-1);
  for (const [code, name] of names) byCode[code] = index.get(name)!;
  const codes = new Int32Array(source.codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = source.codes[row]!;
    codes[row] = code < 0 ? -1 : byCode[code]!;
  }
  const truth = type === 'boolean' ? readTruth(levels) : null;
  const actual = type === 'boolean' && !truth ? 'category' : type;
  return { name: source.name, type: actual, levels, codes, ...(truth ? { truth } : {}) };
}

/** For a boolean column, the most frequent spelling of each meaning ("oui" for "Oui", "oui" and "OUI"). */
function oneSpellingEach(source: ColumnSource, names: ReadonlyMap<number, string>): Map<string, string> | null {
  const totals = new Map<string, number>();
  for (const [code, name] of names) totals.set(name, (totals.get(name) ?? 0) + source.counts[code]!);
  const spellings = [...totals.keys()];
  const truth = readTruth(spellings);
  if (!truth) return null;
  const best = [false, true].map((meaning) => {
    const same = new Map([...totals].filter(([name]) => truth[spellings.indexOf(name)] === meaning));
    return mostFrequent(same);
  });
  return new Map(spellings.map((name, i) => [name, best[truth[i] ? 1 : 0]!]));
}

/** The spelling most used for a missing cell, blanks included. */
function missingSpelling(source: ColumnSource, tally: Tally, decision: Decision): ColumnDress {
  const kept = new Set(decision.keptLikely);
  const spellings = new Map<string, number>([['', source.blanks]]);
  for (let code = 0; code < source.cells.length; code++) {
    const kind = kindOf(tally, code);
    if (kind !== 'missing' && (kind !== 'likely' || kept.has(code))) continue;
    const cell = source.cells[code]!;
    if (typeof cell !== 'string') continue;
    count(spellings, source.texts[code]!, source.counts[code]!);
  }
  const spelling = mostFrequent(spellings);
  return spelling === '' || spelling.startsWith('#') ? {} : { missing: spelling };
}
