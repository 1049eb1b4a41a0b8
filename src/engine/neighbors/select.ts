/**
 * Cuts places `from` to `to` (exclusive) between two different keys, as near to the middle as ties allow: afterwards every
 * key before the cut is smaller than every key from it on. At least two keys must differ. Keys and values move together.
 *
 * Three-way quickselect (median of three): equal keys are gathered in one pass, so that ties cost nothing.
 * @returns where the second part begins: from < cut < to
 */
export function selectAround(keys: Float64Array, values: Int32Array, from: number, to: number): number {
  const middle = (from + to) >> 1;
  let low = from;
  let high = to;
  for (;;) {
    const pivot = medianOfThree(keys[low]!, keys[(low + high) >> 1]!, keys[high - 1]!);
    let less = low;
    let more = high;
    for (let i = low; i < more;) {
      const key = keys[i]!;
      if (key < pivot) swap(keys, values, i++, less++);
      else if (key > pivot) swap(keys, values, i, --more);
      else i++;
    }
    // Keys of places less .. more are the pivot.
    if (middle < less) high = less;
    else if (middle >= more) low = more;
    else {
      if (less === from) return more;
      if (more === to) return less;
      return middle - less <= more - middle ? less : more;
    }
  }
}

const medianOfThree = (a: number, b: number, c: number): number =>
  a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;

function swap(keys: Float64Array, values: Int32Array, a: number, b: number): void {
  const key = keys[a]!;
  keys[a] = keys[b]!;
  keys[b] = key;
  const value = values[a]!;
  values[a] = values[b]!;
  values[b] = value;
}
