/**
 * Measures every pair of a block of queries and the points, in float32, and proposes candidates. AssemblyScript.
 *
 *     s_qp = sum over axes a = 1 .. D, in this order, of (x_pa - y_qa)^2        each operation rounded to float32
 *
 * Plain SIMD only: relaxed SIMD would make the result depend on the CPU. The TypeScript twin (../neighbors.twin.ts)
 * gives the same bits; ../neighbors.ts states the contract of the exported functions.
 *
 * Layouts. Points come in groups of 8, axis by axis: `x[(group * D + axis) * 8 + lane]`, the last group padded with
 * +Infinity (never closer than anything). Queries come in groups of 4: `y[(group * D + axis) * 4 + lane]`, padded with
 * anything. 4 queries x 8 points are measured at a time, in 8 registers; a tile of points stays in the first cache
 * while all the queries of the call pass over it. Sums only grow: 32 pairs all out of reach are left before the last
 * axis.
 */

/** Reach is looked at after each run of 6 axes of a group. */
const runBytes: usize = 192;

/**
 * For each query, the `keep` points of smallest square; among equal squares the lowest index first. A pair is one
 * 64-bit key, square above index: squares are not negative, so keys compare as (square, index) do.
 */
export function nearest(
  points: usize,
  groups: i32,
  dimensions: i32,
  tile: i32,
  queries: usize,
  queryGroups: i32,
  keep: i32,
  keys: usize,
  scratch: usize,
): void {
  const stride = (dimensions as usize) << 5;
  const list = (keep as usize) << 3;
  for (let start = 0; start < groups; start += tile) {
    const end = min(groups, start + tile);
    let query = queries;
    let first = keys;
    for (let queryGroup = 0; queryGroup < queryGroups; queryGroup++) {
      const last = first + list - 4;
      let worst0 = v128.load32_splat(last);
      let worst1 = v128.load32_splat(last + list);
      let worst2 = v128.load32_splat(last + 2 * list);
      let worst3 = v128.load32_splat(last + 3 * list);
      let x = points + (start as usize) * stride;
      for (let group = start; group < end; group++) {
        let s00 = f32x4.splat(0);
        let s01 = f32x4.splat(0);
        let s10 = f32x4.splat(0);
        let s11 = f32x4.splat(0);
        let s20 = f32x4.splat(0);
        let s21 = f32x4.splat(0);
        let s30 = f32x4.splat(0);
        let s31 = f32x4.splat(0);
        let y = query;
        const next = x + stride;
        while (x < next) {
          const stop = min(next, x + runBytes);
          while (x < stop) {
            const low = v128.load(x);
            const high = v128.load(x, 16);
            const y0 = v128.load32_splat(y);
            const d00 = f32x4.sub(low, y0);
            s00 = f32x4.add(s00, f32x4.mul(d00, d00));
            const d01 = f32x4.sub(high, y0);
            s01 = f32x4.add(s01, f32x4.mul(d01, d01));
            const y1 = v128.load32_splat(y, 4);
            const d10 = f32x4.sub(low, y1);
            s10 = f32x4.add(s10, f32x4.mul(d10, d10));
            const d11 = f32x4.sub(high, y1);
            s11 = f32x4.add(s11, f32x4.mul(d11, d11));
            const y2 = v128.load32_splat(y, 8);
            const d20 = f32x4.sub(low, y2);
            s20 = f32x4.add(s20, f32x4.mul(d20, d20));
            const d21 = f32x4.sub(high, y2);
            s21 = f32x4.add(s21, f32x4.mul(d21, d21));
            const y3 = v128.load32_splat(y, 12);
            const d30 = f32x4.sub(low, y3);
            s30 = f32x4.add(s30, f32x4.mul(d30, d30));
            const d31 = f32x4.sub(high, y3);
            s31 = f32x4.add(s31, f32x4.mul(d31, d31));
            x += 32;
            y += 16;
          }
          const hit0 = f32x4.lt(f32x4.pmin(s00, s01), worst0);
          const hit1 = f32x4.lt(f32x4.pmin(s10, s11), worst1);
          const hit2 = f32x4.lt(f32x4.pmin(s20, s21), worst2);
          const hit3 = f32x4.lt(f32x4.pmin(s30, s31), worst3);
          if (!v128.any_true(v128.or(v128.or(hit0, hit1), v128.or(hit2, hit3)))) {
            x = next;
          } else if (x === next) {
            const index = group << 3;
            if (v128.any_true(hit0)) worst0 = offer(s00, s01, worst0, index, first, list, scratch);
            if (v128.any_true(hit1)) worst1 = offer(s10, s11, worst1, index, first + list, list, scratch);
            if (v128.any_true(hit2)) worst2 = offer(s20, s21, worst2, index, first + 2 * list, list, scratch);
            if (v128.any_true(hit3)) worst3 = offer(s30, s31, worst3, index, first + 3 * list, list, scratch);
          }
        }
      }
      query += stride >> 1;
      first += list << 2;
    }
  }
}

/** Puts the closer ones of 8 points into a sorted list (`list` bytes long); gives back its last square, splat. */
function offer(low: v128, high: v128, worst: v128, index: i32, keys: usize, list: usize, scratch: usize): v128 {
  v128.store(scratch, low);
  v128.store(scratch, high, 16);
  const last = keys + list - 8;
  let mask = i32x4.bitmask(f32x4.lt(low, worst)) | (i32x4.bitmask(f32x4.lt(high, worst)) << 4);
  for (; mask !== 0; mask &= mask - 1) {
    const lane = ctz(mask);
    const key = ((load<u32>(scratch + (lane << 2)) as u64) << 32) | ((index + lane) as u64);
    if (key >= load<u64>(last)) continue;
    let at = last;
    while (at > keys) {
      const previous = load<u64>(at - 8);
      if (previous <= key) break;
      store<u64>(at, previous);
      at -= 8;
    }
    store<u64>(at, key);
  }
  return v128.load32_splat(last + 4);
}

/**
 * For each query, counts the points with `square < low` and lists those with `low <= square <= high` by index; `low <= high`.
 * A list longer than `capacity` is cut; its size still counts all.
 */
export function band(
  points: usize,
  groups: i32,
  dimensions: i32,
  tile: i32,
  queries: usize,
  queryGroups: i32,
  lows: usize,
  highs: usize,
  below: usize,
  sizes: usize,
  found: usize,
  capacity: i32,
): void {
  const stride = (dimensions as usize) << 5;
  const list = (capacity as usize) << 2;
  for (let start = 0; start < groups; start += tile) {
    const end = min(groups, start + tile);
    let query = queries;
    for (let queryGroup = 0; queryGroup < queryGroups; queryGroup++) {
      const offset = (queryGroup as usize) << 4;
      const low0 = v128.load32_splat(lows + offset);
      const low1 = v128.load32_splat(lows + offset, 4);
      const low2 = v128.load32_splat(lows + offset, 8);
      const low3 = v128.load32_splat(lows + offset, 12);
      const high0 = v128.load32_splat(highs + offset);
      const high1 = v128.load32_splat(highs + offset, 4);
      const high2 = v128.load32_splat(highs + offset, 8);
      const high3 = v128.load32_splat(highs + offset, 12);
      let count0 = i32x4.splat(0);
      let count1 = i32x4.splat(0);
      let count2 = i32x4.splat(0);
      let count3 = i32x4.splat(0);
      let x = points + (start as usize) * stride;
      for (let group = start; group < end; group++) {
        let s00 = f32x4.splat(0);
        let s01 = f32x4.splat(0);
        let s10 = f32x4.splat(0);
        let s11 = f32x4.splat(0);
        let s20 = f32x4.splat(0);
        let s21 = f32x4.splat(0);
        let s30 = f32x4.splat(0);
        let s31 = f32x4.splat(0);
        let y = query;
        const next = x + stride;
        while (x < next) {
          const stop = min(next, x + runBytes);
          while (x < stop) {
            const low = v128.load(x);
            const high = v128.load(x, 16);
            const y0 = v128.load32_splat(y);
            const d00 = f32x4.sub(low, y0);
            s00 = f32x4.add(s00, f32x4.mul(d00, d00));
            const d01 = f32x4.sub(high, y0);
            s01 = f32x4.add(s01, f32x4.mul(d01, d01));
            const y1 = v128.load32_splat(y, 4);
            const d10 = f32x4.sub(low, y1);
            s10 = f32x4.add(s10, f32x4.mul(d10, d10));
            const d11 = f32x4.sub(high, y1);
            s11 = f32x4.add(s11, f32x4.mul(d11, d11));
            const y2 = v128.load32_splat(y, 8);
            const d20 = f32x4.sub(low, y2);
            s20 = f32x4.add(s20, f32x4.mul(d20, d20));
            const d21 = f32x4.sub(high, y2);
            s21 = f32x4.add(s21, f32x4.mul(d21, d21));
            const y3 = v128.load32_splat(y, 12);
            const d30 = f32x4.sub(low, y3);
            s30 = f32x4.add(s30, f32x4.mul(d30, d30));
            const d31 = f32x4.sub(high, y3);
            s31 = f32x4.add(s31, f32x4.mul(d31, d31));
            x += 32;
            y += 16;
          }
          const in00 = f32x4.le(s00, high0);
          const in01 = f32x4.le(s01, high0);
          const in10 = f32x4.le(s10, high1);
          const in11 = f32x4.le(s11, high1);
          const in20 = f32x4.le(s20, high2);
          const in21 = f32x4.le(s21, high2);
          const in30 = f32x4.le(s30, high3);
          const in31 = f32x4.le(s31, high3);
          const in0 = v128.or(v128.or(in00, in01), v128.or(in10, in11));
          const in1 = v128.or(v128.or(in20, in21), v128.or(in30, in31));
          if (!v128.any_true(v128.or(in0, in1))) {
            x = next;
          } else if (x === next) {
            const below00 = f32x4.lt(s00, low0);
            const below01 = f32x4.lt(s01, low0);
            const below10 = f32x4.lt(s10, low1);
            const below11 = f32x4.lt(s11, low1);
            const below20 = f32x4.lt(s20, low2);
            const below21 = f32x4.lt(s21, low2);
            const below30 = f32x4.lt(s30, low3);
            const below31 = f32x4.lt(s31, low3);
            count0 = i32x4.sub(count0, i32x4.add(below00, below01));
            count1 = i32x4.sub(count1, i32x4.add(below10, below11));
            count2 = i32x4.sub(count2, i32x4.add(below20, below21));
            count3 = i32x4.sub(count3, i32x4.add(below30, below31));
            const between0 = v128.or(v128.xor(in00, below00), v128.xor(in01, below01));
            const between1 = v128.or(v128.xor(in10, below10), v128.xor(in11, below11));
            const between2 = v128.or(v128.xor(in20, below20), v128.xor(in21, below21));
            const between3 = v128.or(v128.xor(in30, below30), v128.xor(in31, below31));
            if (v128.any_true(v128.or(v128.or(between0, between1), v128.or(between2, between3)))) {
              const first = group << 3;
              const size = sizes + offset;
              const at = found + (queryGroup as usize) * 4 * list;
              note(v128.xor(in00, below00), v128.xor(in01, below01), first, size, at, capacity);
              note(v128.xor(in10, below10), v128.xor(in11, below11), first, size + 4, at + list, capacity);
              note(v128.xor(in20, below20), v128.xor(in21, below21), first, size + 8, at + 2 * list, capacity);
              note(v128.xor(in30, below30), v128.xor(in31, below31), first, size + 12, at + 3 * list, capacity);
            }
          }
        }
      }
      total(below + offset, count0);
      total(below + offset + 4, count1);
      total(below + offset + 8, count2);
      total(below + offset + 12, count3);
      query += stride >> 1;
    }
  }
}

/** Adds the points of a mask of 8 to the list of a query. */
function note(low: v128, high: v128, first: i32, size: usize, at: usize, capacity: i32): void {
  let mask = i32x4.bitmask(low) | (i32x4.bitmask(high) << 4);
  let count = i32.load(size);
  while (mask !== 0) {
    if (count < capacity) i32.store(at + ((count as usize) << 2), first + ctz(mask));
    count++;
    mask &= mask - 1;
  }
  i32.store(size, count);
}

function total(at: usize, counts: v128): void {
  const sum =
    i32x4.extract_lane(counts, 0) +
    i32x4.extract_lane(counts, 1) +
    i32x4.extract_lane(counts, 2) +
    i32x4.extract_lane(counts, 3);
  i32.store(at, i32.load(at) + sum);
}
