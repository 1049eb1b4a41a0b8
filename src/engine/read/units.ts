/** Which unit the numbers of a column have, and how those with another one are read. */
import { scanNumber, writtenUnit } from './cells/numbers.ts';
import { conversion, unitName } from './cells/units.ts';
import type { ColumnSource } from './source.ts';
import { codesOfKind, type Tally } from './tally.ts';

/** The unit of a text that is a number, `''` when it has none. */
export function unitOf(text: string): string {
  const scan = scanNumber(text);
  return scan ? writtenUnit(scan).trim() : '';
}

/** Cells by unit, spellings of one unit together under the most frequent of them. */
export function unitCounts(tally: Tally): Map<string, number> {
  const spellings = new Map<string, Map<string, number>>();
  for (const [written, times] of tally.suffixes) {
    const unit = written.trim();
    const same = spellings.get(unitName(unit)) ?? new Map<string, number>();
    spellings.set(unitName(unit), same.set(unit, (same.get(unit) ?? 0) + times));
  }
  const counts = new Map<string, number>();
  for (const same of spellings.values()) {
    const ranked = [...same].sort((a, b) => b[1] - a[1]);
    const total = ranked.reduce((sum, [, times]) => sum + times, 0);
    counts.set(ranked[0]![0], total);
  }
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}

/** The unit most used; with `named`, the most used among those that are written. */
export function mainUnit(tally: Tally, named: boolean): string {
  const units = [...unitCounts(tally).keys()];
  return (named ? units.find((unit) => unit !== '') : undefined) ?? units[0] ?? '';
}

/**
 * By how much a number with each unit, as written, is multiplied: 1 for the spellings of the main unit. Where units are
 * to be converted (the user chose to read numbers), the ratio of the two, and 1 for a number without a unit, except
 * beside a percent sign: 0.12 and 12 % may be the same.
 */
export function unitRates(tally: Tally, main: string, converted: boolean): Map<string, number> {
  const rates = new Map<string, number>();
  for (const written of tally.suffixes.keys()) {
    const unit = written.trim();
    if (unitName(unit) === unitName(main)) rates.set(unit, 1);
    else if (converted) {
      const rate = unit === '' && !isShare(main) ? 1 : conversion(unit, main);
      if (rate !== null) rates.set(unit, rate);
    }
  }
  return rates;
}

const isShare = (unit: string): boolean => unit === '%' || unit === '‰';

/** Distinct numbers whose unit has no rate. */
export function oddUnitCodes(source: ColumnSource, tally: Tally, rates: ReadonlyMap<string, number>): number[] {
  if (tally.suffixes.size < 2) return [];
  return codesOfKind(source, tally, ['number']).filter((code) => {
    const unit = typeof source.cells[code] === 'string' ? unitOf(source.texts[code]!) : '';
    return !rates.has(unit);
  });
}
