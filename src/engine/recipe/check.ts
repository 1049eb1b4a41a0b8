/**
 * Values of an untrusted JSON, checked one by one and built anew: only the keys that are named here are read, and nothing
 * of the given object is kept. Names that came from a file may be anything, `__proto__` included: records are made with
 * `Object.fromEntries`, which defines properties instead of assigning them.
 */
import { SosieError } from '../errors.ts';

/** Gives the value back, checked; throws E98 with the path of the first that does not hold. */
export type Check<T> = (value: unknown, path: string) => T;

/** @throws SosieError E98, always. The path names keys of the recipe's own form, never a column. */
export function damaged(path: string): never {
  throw new SosieError('E98', { why: 'damaged', field: path });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text =
  (longest: number, shortest = 0): Check<string> =>
  (value, path) =>
    typeof value === 'string' && value.length >= shortest && value.length <= longest ? value : damaged(path);

export const word =
  <W extends string>(...allowed: readonly W[]): Check<W> =>
  (value, path) =>
    allowed.find((each) => each === value) ?? damaged(path);

/** A number between two bounds, the lower one excluded where `open`. */
export const number =
  (low: number, high: number, { open = false, whole = false } = {}): Check<number> =>
  (value, path) =>
    typeof value === 'number' &&
    (open ? value > low : value >= low) &&
    value <= high &&
    (!whole || Number.isSafeInteger(value))
      ? value
      : damaged(path);

export const whole = (low: number, high: number): Check<number> => number(low, high, { whole: true });

export const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (value, path) =>
    value === null ? null : check(value, path);

export const list =
  <T>(check: Check<T>, longest: number): Check<readonly T[]> =>
  (value, path) =>
    Array.isArray(value) && value.length <= longest
      ? value.map((item: unknown) => check(item, `${path}[]`))
      : damaged(path);

/** A record whose keys are names of the file. */
export const named =
  <T>(check: Check<T>, most: number, longestName: number): Check<Readonly<Record<string, T>>> =>
  (value, path) => {
    if (!isRecord(value)) return damaged(path);
    const entries = Object.entries(value);
    if (entries.length > most || entries.some(([name]) => name.length > longestName)) return damaged(path);
    return Object.fromEntries(entries.map(([name, item]) => [name, check(item, `${path}.*`)]));
  };

type Checked<F extends Readonly<Record<string, Check<unknown>>>> = { readonly [K in keyof F]: ReturnType<F[K]> };

/** An object with all of these keys and, if they are present, some of the others. Unknown keys are dropped. */
export const object =
  <F extends Readonly<Record<string, Check<unknown>>>, O extends Readonly<Record<string, Check<unknown>>>>(
    fields: F,
    optional: O,
  ): Check<Checked<F> & Partial<Checked<O>>> =>
  (value, path) => {
    if (!isRecord(value)) return damaged(path);
    const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
    const needed = Object.entries(fields).map(([key, check]) =>
      Object.hasOwn(value, key) ? [key, check(value[key], at(key))] : damaged(at(key)),
    );
    const given = Object.entries(optional).flatMap(([key, check]) =>
      Object.hasOwn(value, key) ? [[key, check(value[key], at(key))]] : [],
    );
    return Object.fromEntries([...needed, ...given]) as Checked<F> & Partial<Checked<O>>;
  };

/** One of several objects, told apart by a word. */
export const tagged =
  <K extends string, T>(key: string, kinds: Readonly<Record<K, Check<T>>>): Check<T> =>
  (value, path) => {
    const kind = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) return damaged(`${path}.${key}`);
    return kinds[kind as K](value, path);
  };
