/** The distinct names of a column by code point, and the place of each cell's name among them. */

export interface SortedLevels {
  readonly levels: string[];
  /** One place a distinct cell; `-1` where there is no name. */
  readonly byCode: Int32Array;
}

/** Names in order are taken as they come, digits of one length are sorted as numbers: identifiers are long lists. */
export function sortLevels(names: readonly (string | null)[]): SortedLevels {
  const byCode = new Int32Array(names.length).fill(-1);
  const held: string[] = [];
  let inOrder = true;
  let sameDigits = true;
  for (let code = 0; code < names.length; code++) {
    const name = names[code]!;
    if (name === null) continue;
    const before = held.at(-1);
    if (before !== undefined && !(name > before)) inOrder = false;
    if (sameDigits && (name.length !== held[0]?.length || !isDigits(name)))
      sameDigits = before === undefined && isDigits(name);
    byCode[code] = held.push(name) - 1;
  }
  if (inOrder) return { levels: held, byCode };
  return sameDigits ? byNumber(names, held, byCode) : byText(names, held, byCode);
}

function byText(names: readonly (string | null)[], held: readonly string[], byCode: Int32Array): SortedLevels {
  const levels = [...new Set(held)].sort();
  const place = new Map(levels.map((level, i) => [level, i]));
  for (let code = 0; code < names.length; code++) if (byCode[code]! >= 0) byCode[code] = place.get(names[code]!)!;
  return { levels, byCode };
}

/** Beyond, digits are no exact number. */
const mostDigits = 15;

function byNumber(names: readonly (string | null)[], held: readonly string[], byCode: Int32Array): SortedLevels {
  const values = new Float64Array(names.length);
  const all = new Float64Array(held.length);
  let count = 0;
  for (let code = 0; code < names.length; code++) {
    if (byCode[code]! < 0) continue;
    values[code] = Number(names[code]);
    all[count++] = values[code]!;
  }
  all.sort();
  let distinct = 0;
  for (let i = 0; i < count; i++) if (i === 0 || all[i] !== all[i - 1]) all[distinct++] = all[i]!;
  const levels = new Array<string>(distinct);
  for (let code = 0; code < names.length; code++) {
    if (byCode[code]! < 0) continue;
    let [low, high] = [0, distinct - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (all[middle]! < values[code]!) low = middle + 1;
      else high = middle;
    }
    byCode[code] = low;
    levels[low] = names[code]!;
  }
  return { levels, byCode };
}

function isDigits(text: string): boolean {
  if (text.length === 0 || text.length > mostDigits) return false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 48 || unit > 57) return false;
  }
  return true;
}
