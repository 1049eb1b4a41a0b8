/** Point sets for the searches: random ones, and the nasty ones that real coded tables bring. Seeded. */
import type { Points } from '../../src/engine/neighbors/search.ts';

/** A small seeded stream of uniforms (mulberry32), for tests and benchmarks only. */
export function uniforms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Sum of uniforms: a bell without the tails, enough to look like coordinates. */
export function bells(seed: number): () => number {
  const uniform = uniforms(seed);
  return () => uniform() + uniform() + uniform() + uniform() - 2;
}

export function pointsOf(rows: readonly (readonly number[])[]): Points {
  const dimensions = rows[0]?.length ?? 1;
  return { count: rows.length, dimensions, values: Float64Array.from(rows.flat()) };
}

export function fillPoints(count: number, dimensions: number, next: (row: number, axis: number) => number): Points {
  const values = new Float64Array(count * dimensions);
  for (let i = 0; i < values.length; i++) values[i] = next(Math.floor(i / dimensions), i % dimensions);
  return { count, dimensions, values };
}

export const cloud = (count: number, dimensions: number, seed: number): Points =>
  fillPoints(count, dimensions, bells(seed));

export interface PointCase {
  readonly name: string;
  readonly points: Points;
  /** Same count and dimensions as the points. */
  readonly queries: Points;
}

/** Each kind of point set, at this size. */
export function pointCases(count: number, dimensions: number, seed: number): PointCase[] {
  const uniform = uniforms(seed + 7);
  const made: [string, (next: () => number) => (row: number, axis: number) => number][] = [
    ['a cloud', (next) => () => next()],
    ['a coarse grid', (next) => () => Math.round(next() * 1.5)],
    ['mostly zeros', (next) => () => (uniform() < 0.8 ? 0 : next())],
    ['duplicated rows', (next) => repeatRows(7, next)],
    ['one point repeated', (next) => repeatRows(1, next)],
    ['duplicates up to rounding', (next) => jitter(repeatRows(5, next), 1e-16, next)],
    ['duplicates around the tolerance', (next) => jitter(repeatRows(5, next), 1e-9, next)],
    ['duplicates around float32', (next) => jitter(repeatRows(5, next), 1e-7, next)],
    ['a large offset', (next) => () => 1e9 + next() * 1e-3],
    ['axes of unlike offsets', (next) => (_, axis) => (axis % 2 === 0 ? -3e8 : 5) + next()],
    ['axes of unlike scales', (next) => (_, axis) => next() * 10 ** ((axis % 7) - 3)],
    ['one far outlier', (next) => (row) => (row === 3 ? 1e12 : 0) + next()],
    ['tiny values', (next) => () => next() * 1e-160],
    ['values around the tolerance', (next) => () => next() * 1e-9],
    ['huge values', (next) => () => next() * 1e149],
    ['sorted along a line', () => (row, axis) => (axis === 0 ? row * 0.25 : 0)],
    ['nearly a line of equal steps', (next) => (row) => row + next() * 1e-10],
  ];
  return made.map(([name, make], m) => ({
    name,
    points: fillPoints(count, dimensions, make(bells(seed * 100 + m))),
    queries: fillPoints(count, dimensions, make(bells(seed * 100 + m + 50))),
  }));
}

function repeatRows(distinct: number, next: () => number): (row: number, axis: number) => number {
  const kept = new Map<string, number>();
  return (row, axis) => {
    const key = `${(row * 31) % distinct}/${axis}`;
    const value = kept.get(key) ?? next();
    kept.set(key, value);
    return value;
  };
}

const jitter =
  (base: (row: number, axis: number) => number, size: number, next: () => number) => (row: number, axis: number) =>
    base(row, axis) + size * next();

/** Whether two answers hold the same bits; much faster than a deep comparison of long arrays. */
export function sameBits(a: object, b: object): boolean {
  const fields = Object.entries(b);
  return (
    Object.keys(a).length === fields.length &&
    fields.every(([name, expected]: [string, unknown]) => {
      const value: unknown = Reflect.get(a, name);
      if (!ArrayBuffer.isView(expected)) return value === expected;
      return ArrayBuffer.isView(value) && Buffer.compare(bytesOf(value), bytesOf(expected)) === 0;
    })
  );
}

const bytesOf = (view: ArrayBufferView) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
