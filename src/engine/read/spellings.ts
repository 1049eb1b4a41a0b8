/** Levels that mean the same and are written variously: each gets the spelling used most. */
import { readTruth } from './cells/booleans.ts';
import { scanNumber, scanValue, type DecimalMark } from './cells/numbers.ts';

/** Cells by level. */
type Totals = ReadonlyMap<string, number>;

/** The spelling used most for each level that is written otherwise; the shortest one at equality. */
function renameEach(totals: Totals, meaningOf: (level: string) => unknown): Map<string, string> {
  const groups = new Map<unknown, string[]>();
  for (const level of totals.keys()) {
    const meaning = meaningOf(level);
    groups.set(meaning, [...(groups.get(meaning) ?? []), level]);
  }
  const renamed = new Map<string, string>();
  for (const group of groups.values()) {
    group.sort((a, b) => totals.get(b)! - totals.get(a)! || a.length - b.length || (a < b ? -1 : 1));
    for (const level of group.slice(1)) renamed.set(level, group[0]!);
  }
  return renamed;
}

/** `Oui` and `OUI` are one level of a boolean column. Empty when the levels are no pair of yes and no. */
export function sameTruths(totals: Totals): Map<string, string> {
  const levels = [...totals.keys()];
  const truth = readTruth(levels);
  return truth ? renameEach(totals, (level) => truth[levels.indexOf(level)]) : new Map();
}

/** Beyond this many digits two numbers may be one double. */
const safeDigits = 15;

/**
 * `458` and `458.0` are one level where all levels are plain numbers. Empty where one is not: a text, a unit, a code
 * with leading zeros, more digits than a double holds.
 */
export function sameNumbers(totals: Totals, decimal: DecimalMark): Map<string, string> {
  const values = new Map<string, number>();
  for (const level of totals.keys()) {
    const scan = scanNumber(level);
    if (
      !scan ||
      scan.suffix !== '' ||
      scan.prefix !== '' ||
      /^0\d/.test(scan.digits) ||
      scan.digits.length > safeDigits
    )
      return new Map();
    values.set(level, scanValue(scan, decimal));
  }
  return renameEach(totals, (level) => values.get(level));
}
