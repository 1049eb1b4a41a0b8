/** The type of a column from the tally of all its cells. */
import type { ColumnType } from '../table/table.ts';
import { readTruth } from './cells/booleans.ts';
import { oddCell } from './cells/odd.ts';
import { fits, isTimed } from './fit.ts';
import { likelyLevels } from './likely.ts';
import { cellsOf, type ColumnSource } from './source.ts';
import { codesOfKind, kindOf, type Tally } from './tally.ts';
import { mainUnit, oddUnitCodes, unitRates } from './units.ts';

/** How the cells are turned into a column. `codes`: digits that are no quantity (leading zeros matter). */
export type Shape = 'empty' | 'number' | 'date' | 'time' | 'boolean' | 'levels' | 'codes' | 'mixed';

export interface Decision {
  readonly shape: Shape;
  /** The unit of the numbers, without its space. */
  readonly unit: string;
  /** By how much a number with each unit is multiplied; numbers with another unit are not read. */
  readonly rates: ReadonlyMap<string, number>;
  /** Distinct cells that do not fit the shape of the others (a `mixed` column, or a type imposed by the user). */
  readonly misfits: readonly number[];
  /** What the fitting cells of a `mixed` column are. */
  readonly base: 'number' | 'date' | 'time';
  /** Likely spellings of missing that this column uses as levels. */
  readonly keptLikely: readonly number[];
}

/** Misfits at this share of the cells, on few distinct values, make a scale ("1", "2", "3a", "3b"), not a mistake. */
const scaleShare = 0.2;
const scaleLevels = 15;
const scaleCells = 30;

const shapeOfType: Readonly<Record<ColumnType, Shape>> = {
  number: 'number',
  integer: 'number',
  date: 'date',
  datetime: 'date',
  time: 'time',
  boolean: 'boolean',
  category: 'levels',
  identifier: 'levels',
  text: 'levels',
  mixed: 'mixed',
  empty: 'empty',
};

/** Decides from all cells; `forced` is the user's own choice and always wins. */
export function decideShape(source: ColumnSource, tally: Tally, forced: ColumnType | undefined): Decision {
  const { count } = tally;
  const keptLikely = likelyLevels(source, tally);
  const values = source.codes.length - source.blanks - count.missing - count.likely;
  const converted = forced === 'number' || forced === 'integer';
  const unit = mainUnit(tally, converted);
  const rates = unitRates(tally, unit, converted);
  const oddUnits = oddUnitCodes(source, tally, rates);
  const imposed = (shape: Shape): boolean => forced !== undefined && ['number', 'date', 'time'].includes(shape);
  const decision = (shape: Shape, base: Decision['base'] = 'number'): Decision => ({
    shape,
    unit,
    rates,
    base,
    misfits: shape === 'mixed' || imposed(shape) ? misfitsOf(source, tally, base, oddUnits, forced) : [],
    keptLikely: shape === 'levels' || shape === 'codes' || shape === 'boolean' ? keptLikely : [],
  });
  if (forced !== undefined) {
    const shape = shapeOfType[forced];
    if (shape === 'mixed') {
      const found = decideShape(source, tally, undefined);
      return found.shape === 'mixed' ? found : decision(shape);
    }
    return decision(shape, shape === 'date' || shape === 'time' ? shape : 'number');
  }
  if (values === 0) return decision(keptLikely.length > 0 ? 'levels' : 'empty');

  if (readTruth(valueTexts(source, tally))) return decision('boolean');
  if (count.boolean === values) return decision('levels');
  const dates = count.date + count.datetime;
  const compact = dates > 0 ? tally.compactDates : 0;
  const oneShape = tally.monthOnly === 0 || tally.monthOnly === values;
  if (dates + compact === values && oneShape) return decision('date');
  const times = count.time + (count.time > 0 ? timedNumbers(source, tally) : 0);
  if (times === values) return decision(tally.nativeTimes > 0 && serialsAreDates(source, tally) ? 'date' : 'time');
  if (isPadded(source, tally)) return decision('codes');
  const numbers = count.number - cellsOf(source, oddUnits);
  if (numbers === values) return decision(tally.compactDates === values && tally.distinct > 2 ? 'date' : 'number');

  /** A limit (`<5`) is a number half said, whatever its share; a range (`10-20`) is a class. */
  const held = count.number + cellsOf(source, heldNumbers(source, tally));
  const misfits = values - Math.max(numbers === 0 ? 0 : held, dates, times);
  const scale = misfits >= values * scaleShare && tally.distinct <= scaleLevels && values >= scaleCells;
  if (!scale && numbers > 0 && held * 2 >= values) return decision('mixed', 'number');
  if (dates * 2 >= values) return decision('mixed', 'date');
  if (times * 2 >= values) return decision('mixed', 'time');
  return decision('levels');
}

/** Distinct texts that hold one number beside something else. */
const heldNumbers = (source: ColumnSource, tally: Tally): number[] =>
  tally.distinct > mostHeld
    ? []
    : codesOfKind(source, tally, ['text']).filter((code) => (oddCell(source.texts[code]!)?.number ?? '') !== '');
const mostHeld = 5000;

/** Cells such as `2 h` beside `1 h 30`: numbers whose unit is one of time. */
const timedNumbers = (source: ColumnSource, tally: Tally): number =>
  cellsOf(
    source,
    codesOfKind(source, tally, ['number']).filter((code) => isTimed(source.texts[code]!)),
  );

/** Texts of the distinct values, when they are few; a long list cannot be boolean. */
function valueTexts(source: ColumnSource, tally: Tally): string[] {
  if (tally.distinct > 8) return [];
  const texts: string[] = [];
  for (let code = 0; code < source.cells.length; code++) {
    const kind = kindOf(tally, code);
    if (kind !== 'unused' && kind !== 'missing' && kind !== 'likely') texts.push(source.texts[code]!);
  }
  return texts;
}

/** Zero-padded codes: only digits, and none shorter than the padded ones. Letters are allowed beside them (2A, 2B). */
function isPadded(source: ColumnSource, tally: Tally): boolean {
  if (tally.padded === 0 || tally.nativeNumbers > 0 || tally.digitsOnly !== tally.count.number) return false;
  if (tally.shortestDigits < tally.shortestPadded) return false;
  return source.texts.every((text, code) => {
    const kind = kindOf(tally, code);
    return kind !== 'text' || (/^[\p{L}\d]+$/u.test(text) && text.length <= tally.shortestPadded + 3);
  });
}

/** A time format on serials of a year and more hides a date. */
const serialsAreDates = (source: ColumnSource, tally: Tally): boolean =>
  source.cells.some((cell, code) => typeof cell !== 'string' && tally.kinds[code] !== 0 && cell.value >= 366);

function misfitsOf(
  source: ColumnSource,
  tally: Tally,
  base: Decision['base'],
  oddUnits: readonly number[],
  forced: ColumnType | undefined,
): number[] {
  const odd = new Set(oddUnits);
  const misfits: number[] = [];
  for (let code = 0; code < source.cells.length; code++) {
    const kind = kindOf(tally, code);
    if (kind === 'unused' || kind === 'missing' || kind === 'likely') continue;
    const fit = fits(source, tally, code, base, forced !== undefined) && !(base === 'number' && odd.has(code));
    if (!fit) misfits.push(code);
  }
  return misfits;
}
