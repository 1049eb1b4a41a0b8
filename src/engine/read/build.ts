/** From the distinct cells of a column to its typed values. */
import type { Column, ColumnDress, ColumnType, LevelColumn, LevelType, QuantityColumn } from '../table/table.ts';
import { readDates, readTimes } from './build-dates.ts';
import { readTruth } from './cells/booleans.ts';
import { plainValue, scanDecimals, scanNumber, scanPlain, scanValue, writtenUnit } from './cells/numbers.ts';
import type { Decision } from './decide.ts';
import type { Marks, Quantities } from './quantities.ts';
import { WrittenDecimals } from './decimals.ts';
import { sortLevels } from './sort-levels.ts';
import type { ColumnSource } from './source.ts';
import { sameNumbers, sameTruths } from './spellings.ts';
import { add, kindOf, mostFrequent, type Tally } from './tally.ts';

export interface Built {
  readonly column: Column;
  /** Distinct cells shaped like a date whose day does not exist: read as missing, and told. */
  readonly impossible: readonly number[];
  /** Whole numbers beyond 2^53, which a double cannot hold exactly. */
  readonly inexact: readonly number[];
  /** Distinct numbers with more decimals than the column is said to have. */
  readonly finer: readonly number[];
  /** Levels written as another spelling of the same ("OUI" as "Oui", "458.0" as "458"). */
  readonly respelled: ReadonlyMap<string, string>;
  /** Of a column of quantities: the value of each distinct cell. */
  readonly byCode?: Float64Array;
  /** Cells by pattern of date and by time zone. */
  readonly patterns?: ReadonlyMap<string, number>;
  readonly zones?: ReadonlyMap<string, number>;
}

/** Builds the column. `forced` is the type chosen by the user, which also fixes the units of dates. */
export function buildColumn(
  source: ColumnSource,
  tally: Tally,
  decision: Decision,
  marks: Marks,
  forced: ColumnType | undefined,
): Built {
  const missing: ColumnDress = {
    ...missingSpelling(source, tally, decision),
    ...(source.header === undefined ? {} : { header: source.header }),
    ...(source.stored === undefined ? {} : { stored: source.stored }),
  };
  const { shape } = decision;
  if (shape === 'number' || shape === 'date' || shape === 'time') {
    const quantities =
      shape === 'number'
        ? readNumbers(source, tally, decision, marks)
        : shape === 'date'
          ? readDates(source, tally, marks, forced)
          : readTimes(source, tally, marks);
    const { values, impossible = [], inexact = [], finer = [], patterns, zones, dress, ...rest } = quantities;
    const column: QuantityColumn = {
      name: source.name,
      ...rest,
      type: forced === 'number' && rest.type === 'integer' ? 'number' : rest.type,
      values: spread(source, values),
      dress: { ...missing, ...dress },
    };
    const noted = { byCode: values, ...(patterns && { patterns }), ...(zones && { zones }) };
    return { column, impossible, inexact, finer, respelled: new Map(), ...noted };
  }
  const type: LevelType =
    shape === 'boolean' ? 'boolean' : shape === 'mixed' ? 'mixed' : shape === 'empty' ? 'empty' : levelType(forced);
  const { levels, respelled } = readLevels(source, tally, decision, marks, type);
  return { column: { ...levels, dress: missing }, impossible: [], inexact: [], finer: [], respelled };
}

const levelType = (forced: ColumnType | undefined): LevelType =>
  forced === 'identifier' || forced === 'text' ? forced : 'category';

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
  const prefixes = new Map<string, number>();
  let bare = 0;
  const written = new WrittenDecimals(values.length);
  let whole = true;
  for (let code = 0; code < values.length; code++) {
    if (source.counts[code] === 0) continue;
    const cell = source.cells[code]!;
    if (typeof cell !== 'string') {
      if (cell.kind !== 'number' && cell.kind !== 'boolean') continue;
      values[code] = cell.value === 0 ? 0 : cell.value;
      written.putNative(code, source.counts[code]!, cell.value, cell.format);
      if (cell.format !== 'General') add(formats, cell.format, source.counts[code]!);
    } else {
      const kind = kindOf(tally, code);
      if (kind === 'missing' || kind === 'likely' || misfits.has(code)) continue;
      const text = source.texts[code]!;
      const plain = scanPlain(text);
      if (plain && (!plain.doubtful || plain.mark === marks.decimal)) {
        const value = plainValue(text, plain);
        values[code] = value === 0 ? 0 : value;
        written.putText(code, source.counts[code]!, plain.decimals, text);
        bare += source.counts[code]!;
      } else {
        const scan = scanNumber(text);
        const rate = scan ? (decision.rates.get(writtenUnit(scan).trim()) ?? NaN) : NaN;
        const value = scan ? scanValue(scan, marks.decimal) : NaN;
        if (!scan || !Number.isFinite(value * rate)) continue;
        if (rate === 1) {
          values[code] = value === 0 ? 0 : value;
          written.putText(code, source.counts[code]!, scanDecimals(scan, marks.decimal), scan.digits);
          add(suffixes, scan.suffix, source.counts[code]!);
          if (scan.prefix !== '') add(prefixes, scan.prefix, source.counts[code]!);
        } else {
          values[code] = Number((value * rate).toPrecision(15));
          written.putNative(code, source.counts[code]!, values[code]!, '');
        }
      }
    }
    if (!Number.isInteger(values[code])) whole = false;
    if (Math.abs(values[code]!) > Number.MAX_SAFE_INTEGER) inexact.push(code);
  }
  if (bare > 0) add(suffixes, '', bare);
  const { decimals, padded, finer } = written.judge();
  // Where the user chose to read a number without a unit in the unit of the others, they are all written with it.
  if (decision.rates.get('') === 1 && decision.unit !== '') suffixes.delete('');
  const suffix = mostFrequent(suffixes);
  const prefix = mostFrequent(prefixes);
  const thousands = mostFrequent(tally.thousands);
  const numberFormat = mostFrequent(formats);
  return {
    values,
    type: whole && decimals === 0 ? 'integer' : 'number',
    decimals,
    inexact,
    finer,
    dress: {
      ...(padded ? {} : { padded }),
      ...(suffix === '' ? {} : { suffix }),
      ...(suffix !== '' || prefix === '' ? {} : { prefix }),
      ...(thousands === '' ? {} : { thousands }),
      ...(numberFormat === '' ? {} : { numberFormat }),
    },
  };
}

function readLevels(
  source: ColumnSource,
  tally: Tally,
  decision: Decision,
  marks: Marks,
  type: LevelType,
): { levels: Omit<LevelColumn, 'dress'>; respelled: ReadonlyMap<string, string> } {
  const kept = new Set(decision.keptLikely);
  const names = source.texts.map((text, code): string | null => {
    const kind = kindOf(tally, code);
    return kind === 'unused' || kind === 'missing' || (kind === 'likely' && !kept.has(code)) ? null : text;
  });
  const respelled = respell(source, names, type, marks);
  if (respelled.size > 0)
    names.forEach((name, code) => {
      if (name !== null) names[code] = respelled.get(name) ?? name;
    });
  const { levels, byCode } = sortLevels(names);
  const codes = new Int32Array(source.codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = source.codes[row]!;
    codes[row] = code < 0 ? -1 : byCode[code]!;
  }
  const truth = type === 'boolean' ? readTruth(levels) : null;
  const actual = type === 'boolean' && !truth ? 'category' : type;
  return { levels: { name: source.name, type: actual, levels, codes, ...(truth ? { truth } : {}) }, respelled };
}

function respell(
  source: ColumnSource,
  names: readonly (string | null)[],
  type: LevelType,
  marks: Marks,
): ReadonlyMap<string, string> {
  if (type !== 'boolean' && type !== 'category') return none;
  const totals = new Map<string, number>();
  names.forEach((name, code) => {
    if (name !== null) add(totals, name, source.counts[code]!);
  });
  return type === 'boolean' ? sameTruths(totals) : sameNumbers(totals, marks.decimal);
}

const none: ReadonlyMap<string, string> = new Map();

/** The spelling most used for a missing cell, blanks included. */
function missingSpelling(source: ColumnSource, tally: Tally, decision: Decision): ColumnDress {
  const kept = new Set(decision.keptLikely);
  const spellings = new Map<string, number>([['', source.blanks]]);
  for (let code = 0; code < source.cells.length; code++) {
    const kind = kindOf(tally, code);
    if (kind !== 'missing' && (kind !== 'likely' || kept.has(code))) continue;
    const cell = source.cells[code]!;
    if (typeof cell !== 'string') continue;
    add(spellings, source.texts[code]!, source.counts[code]!);
  }
  const spelling = mostFrequent(spellings);
  return spelling === '' || spelling.startsWith('#') ? {} : { missing: spelling };
}
