import { scanDecimals, scanNumber, scanValue, type DecimalMark } from '../read/cells/numbers.ts';
import { isQuantity, type LevelColumn } from '../table/table.ts';
import { levelsFrom, plainDressOf, sameName, type DerivationDefinition, type DerivationOf } from './definition.ts';
import { countsOf } from './merge-rare.ts';

/** A number of the column: measured, or known only to lie beyond a bound. */
interface Reading {
  readonly value: number;
  readonly decimals: number;
  readonly sign: '' | '<' | '>';
}

/** Different measured values up to which each stays a level; beyond, they are told by quarters. */
const fewValues = 12;

/**
 * Numbers among which some are known only to lie beyond a limit (`<5`, `> 200`).
 *
 * - `bound`: the limit itself (5, 200);
 * - `half`: half the limit of detection for those under it (2.5), the limit for those above;
 * - `level`: a column of levels, where `<5` and `>200` stay and the measured values are told by quarters of their
 *   distribution (`≤ 8`, `8–13`, `13–20`, `> 20`), or as they are when there are at most 12 different ones.
 *
 * A cell that is neither becomes missing, and is counted. Half the limit: Hornung & Reed, Appl. Occup. Environ. Hyg. 5
 * (1990) 46-51.
 */
export const censored: DerivationDefinition<DerivationOf<'censored'>> = {
  takes: (column) => !isQuantity(column) && hasLimits(column),
  phase: 'rows',
  role: null,
  rename: sameName,
  apply(column, { as }, { decimal }) {
    if (isQuantity(column) || !hasLimits(column)) return 'type';
    const readings = column.levels.map((level) => readCensored(level, decimal));
    if (as === 'level') return asLevels(column, readings, decimal);
    const values = Float64Array.from(column.codes, (code) => {
      const reading = code < 0 ? null : readings[code]!;
      return reading === null ? NaN : as === 'half' && reading.sign === '<' ? reading.value / 2 : reading.value;
    });
    const measured = Math.max(0, ...readings.map((reading) => (reading?.sign === '' ? reading.decimals : 0)));
    const decimals = as === 'half' ? Math.max(measured, 1) : measured;
    const whole = decimals === 0 && values.every((value) => Number.isNaN(value) || Number.isInteger(value));
    return { name: column.name, type: whole ? 'integer' : 'number', values, decimals, dress: plainDressOf(column) };
  },
};

/** `<5`, `≤ 5`, `>200`, `5.2`, `< 0,5 mg/L`; `null` for anything else. */
function readCensored(text: string, decimal: DecimalMark): Reading | null {
  const [, mark, rest] = /^([<>≤≥]?)=?\s*(.+)$/.exec(text.trim()) ?? [];
  const scan = rest === undefined ? null : scanNumber(rest);
  const value = scan ? scanValue(scan, decimal) : NaN;
  if (!scan || !Number.isFinite(value)) return null;
  const sign = mark === '' ? '' : mark === '<' || mark === '≤' ? '<' : '>';
  return { value, decimals: scanDecimals(scan, decimal), sign };
}

/** At least one limit, and numbers or limits in most cells. */
function hasLimits(column: LevelColumn): boolean {
  let limits = 0;
  let numbers = 0;
  let present = 0;
  for (const [level, count] of countsOf(column)) {
    const reading = readCensored(level, '.');
    present += count;
    if (reading !== null) numbers += count;
    if (reading !== null && reading.sign !== '') limits += count;
  }
  return limits > 0 && numbers * 2 >= present;
}

function asLevels(column: LevelColumn, readings: readonly (Reading | null)[], mark: DecimalMark): LevelColumn {
  const readingOf = (row: number): Reading | null => readings[column.codes[row]!] ?? null;
  const write = (value: number): string => String(value).replace('.', mark);
  const measured: number[] = [];
  for (let row = 0; row < column.codes.length; row++) {
    const reading = readingOf(row);
    if (reading?.sign === '') measured.push(reading.value);
  }
  measured.sort((a, b) => a - b);
  const few = new Set(measured).size <= fewValues;
  const quarters = [1, 2, 3].map((q) => measured[Math.ceil((q * measured.length) / 4) - 1] ?? NaN);
  const [first, second, third] = quarters.map(write);
  const bands = [`≤ ${first}`, `${first}–${second}`, `${second}–${third}`];
  const band = (value: number): string => bands[quarters.findIndex((quarter) => value <= quarter)] ?? `> ${third}`;
  return levelsFrom(column, column.codes.length, (row) => {
    const reading = readingOf(row);
    if (reading === null) return null;
    return reading.sign !== '' || few ? reading.sign + write(reading.value) : band(reading.value);
  });
}
