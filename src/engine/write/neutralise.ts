/**
 * Text that a spreadsheet would run as a formula. Source: OWASP, "CSV Injection": cells that begin with = + - @, a tab or
 * a carriage return are prefixed with an apostrophe.
 */
import { scanNumber } from '../read/cells/numbers.ts';
import { isQuantity, type Column } from '../table/table.ts';

const risky = /^[=+\-@\t\r]/;

export const neutraliseText = (text: string): string => (risky.test(text) ? `'${text}` : text);

/**
 * The levels of a column, those that could be run neutralised. Genuine numbers are left alone: those of a mixed column,
 * and all levels of a column that holds numbers only.
 */
export function neutraliseLevels(column: Column): { levels: readonly string[]; changed: ReadonlySet<number> } {
  if (isQuantity(column)) return { levels: [], changed: new Set() };
  const { levels, type } = column;
  const changed = new Set<number>();
  if (!levels.some((level) => risky.test(level))) return { levels, changed };
  const isNumber = (level: string): boolean => scanNumber(level) !== null;
  if (levels.every(isNumber)) return { levels, changed };
  const safe = levels.map((level, code) => {
    if (!risky.test(level) || (type === 'mixed' && isNumber(level))) return level;
    changed.add(code);
    return `'${level}`;
  });
  return { levels: safe, changed };
}
