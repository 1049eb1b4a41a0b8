/** Names given to flags, against the columns of the file. */
import { SosieError } from '../engine/errors.ts';

/** A value is one column's whole name, or several names separated by commas. */
export function resolveNames(flag: string, values: readonly string[], names: readonly string[]): Set<string> {
  const known = new Set(names);
  const resolved = new Set<string>();
  for (const value of values) {
    for (const name of known.has(value) ? [value] : value.split(',').map((part) => part.trim())) {
      if (!known.has(name)) throw new SosieError('E45', { column: name, option: flag }, { column: name });
      resolved.add(name);
    }
  }
  return resolved;
}

/** `--weight name=2` */
export function resolveWeights(values: readonly string[], names: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    values.map((value) => {
      const at = value.lastIndexOf('=');
      const weight = Number(value.slice(at + 1));
      if (at < 1 || !(weight > 0 && Number.isFinite(weight))) {
        throw new SosieError('E44', { option: '--weight', value, allowed: 'column=2' }, { option: '--weight' });
      }
      const [name] = resolveNames('--weight', [value.slice(0, at)], names);
      return [name!, weight];
    }),
  );
}
