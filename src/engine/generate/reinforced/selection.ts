/**
 * The smallest of many numbers, by quickselect (median of three). Equal numbers go by their value, the lower first.
 *
 * The order in which they come is part of what a seed gives: it says which noise falls on whom. It is that of Lomuto's
 * partition, in which the numbers below the pivot keep their order: as long as only those matter, they are copied without
 * a branch that the processor could guess wrong.
 */
export class Selection {
  /** To be filled before `smallest`, which overwrites them. */
  keys: Float64Array;
  values: Int32Array;
  #otherKeys: Float64Array;
  #otherValues: Int32Array;

  constructor(length: number) {
    this.keys = new Float64Array(length);
    this.values = new Int32Array(length);
    this.#otherKeys = new Float64Array(length);
    this.#otherValues = new Int32Array(length);
  }

  /** Values of the `wanted` smallest of the first `count` keys. The array is reused. */
  smallest(count: number, wanted: number): Int32Array {
    let high = count - 1;
    while (high > 0) {
      medianToEnd(this.keys, this.values, 0, high);
      const store = copyLess(this.keys, this.values, high, this.#otherKeys, this.#otherValues);
      if (store < wanted) {
        partition(this.keys, this.values, 0, high);
        selectSmallest(this.keys, this.values, store + 1, high, wanted);
        break;
      }
      [this.keys, this.#otherKeys] = [this.#otherKeys, this.keys];
      [this.values, this.#otherValues] = [this.#otherValues, this.values];
      if (store === wanted) break;
      high = store - 1;
    }
    return this.values.subarray(0, wanted);
  }
}

/** The keys below that of place `high`, in their order, to the front of others. */
function copyLess(
  keys: Float64Array,
  values: Int32Array,
  high: number,
  toKeys: Float64Array,
  toValues: Int32Array,
): number {
  const key = keys[high]!;
  const value = values[high]!;
  let found = 0;
  for (let i = 0; i < high; i++) {
    const other = keys[i]!;
    const own = values[i]!;
    toKeys[found] = other;
    toValues[found] = own;
    found += Number(other < key) | (Number(other === key) & Number(own < value));
  }
  return found;
}

/** Brings the smallest to the front of places `low` to `high`, until the first `wanted` of all are the smallest. */
export function selectSmallest(
  keys: Float64Array,
  values: Int32Array,
  low: number,
  high: number,
  wanted: number,
): void {
  while (low < high) {
    medianToEnd(keys, values, low, high);
    const store = partition(keys, values, low, high);
    if (store === wanted) return;
    if (store < wanted) low = store + 1;
    else high = store - 1;
  }
}

/** The median of the first, the middle and the last to the last place. */
function medianToEnd(keys: Float64Array, values: Int32Array, low: number, high: number): void {
  const middle = (low + high) >> 1;
  if (before(keys, values, middle, low)) swap(keys, values, middle, low);
  if (before(keys, values, high, low)) swap(keys, values, high, low);
  if (before(keys, values, high, middle)) swap(keys, values, high, middle);
  swap(keys, values, middle, high);
}

/** What is before the last comes before it, the rest after. @returns its place */
function partition(keys: Float64Array, values: Int32Array, low: number, high: number): number {
  const key = keys[high]!;
  const value = values[high]!;
  let store = low;
  for (let i = low; i < high; i++) {
    const other = keys[i]!;
    if (other > key || (other === key && values[i]! >= value)) continue;
    if (i !== store) swap(keys, values, i, store);
    store++;
  }
  swap(keys, values, store, high);
  return store;
}

const before = (keys: Float64Array, values: Int32Array, a: number, b: number): boolean =>
  keys[a]! < keys[b]! || (keys[a] === keys[b] && values[a]! < values[b]!);

function swap(keys: Float64Array, values: Int32Array, a: number, b: number): void {
  const key = keys[a]!;
  keys[a] = keys[b]!;
  keys[b] = key;
  const value = values[a]!;
  values[a] = values[b]!;
  values[b] = value;
}
