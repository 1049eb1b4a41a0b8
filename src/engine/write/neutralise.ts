/**
 * Text that a spreadsheet would run as a formula. Source: OWASP, "CSV Injection": cells that begin with = + - @, a tab or
 * a carriage return are prefixed with an apostrophe. Signs alone (`-`, `++`, `+ + +`) are no formula: they are common
 * clinical levels and are left as they are.
 */
import { scanNumber } from '../read/cells/numbers.ts';
import { isQuantity, type Column } from '../table/table.ts';

const signsOnly = /^[+\- ]+$/;

const isRisky = (text: string): boolean => /^[=+\-@\t\r]/.test(text) && !signsOnly.test(text);

export const neutraliseText = (text: string): string => (isRisky(text) ? `'${text}` : text);

/**
 * The levels of a column, those that could be run neutralised. Genuine numbers are left alone: those of a mixed column,
 * and all levels of a column that holds numbers only.
 */
export function neutraliseLevels(column: Column): { levels: readonly string[]; changed: ReadonlySet<number> } {
  if (isQuantity(column)) return { levels: [], changed: new Set() };
  const { levels, type } = column;
  const changed = new Set<number>();
  if (!levels.some(isRisky)) return { levels, changed };
  const isNumber = (level: string): boolean => scanNumber(level) !== null;
  if (levels.every(isNumber)) return { levels, changed };
  const safe = levels.map((level, code) => {
    if (!isRisky(level) || (type === 'mixed' && isNumber(level))) return level;
    changed.add(code);
    return `'${level}`;
  });
  return { levels: safe, changed };
}
