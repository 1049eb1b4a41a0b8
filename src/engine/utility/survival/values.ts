/** The arms and events of a study, as their cells are written. */
import { truthOf } from '../../read/cells/booleans.ts';
import { foldText } from '../../read/cells/text.ts';
import { isQuantity, type Column } from '../../table/table.ts';

/** Each cell as a text, a blank as `null`. */
export const cellTexts = (column: Column): (string | null)[] =>
  isQuantity(column)
    ? Array.from(column.values, (value) => (Number.isNaN(value) ? null : String(value)))
    : Array.from(column.codes, (code) => (code < 0 ? null : column.levels[code]!));

/** Each value once: numbers in increasing order, levels by code point. The first arm is the reference. */
export const inOrder = (values: readonly string[]): string[] => [...new Set(values)].sort(byValue);

function byValue(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? (a < b ? -1 : a > b ? 1 : 0) : x - y;
}

/** Words of an event column for a patient to whom nothing happened, without accents. */
const nothingHappened =
  /^(alive|living|survivor|vivante?|en vie|survivante?|censored|censoring|censuree?|event-?free|none|aucune?|absente?|absent|neg(atif|ative)?)$/;

/**
 * Which value of the event column means that the event happened: of two values, the one that does not mean "no" or "alive";
 * else the largest number or the last level (1 of 0 and 1, as in most registers). `null` when the column is blank.
 */
export function eventValueOf(column: Column): string | null {
  const values = inOrder(cellTexts(column).filter((value) => value !== null));
  if (values.length === 2) {
    const happened = values.filter((value) => {
      const word = foldText(value);
      return truthOf(word) !== false && !nothingHappened.test(word);
    });
    if (happened.length === 1) return happened[0]!;
  }
  return values.at(-1) ?? null;
}
