/** Ingredients chosen in words: `name=value`, as the command line and the study write them. */
import { SosieError } from '../errors.ts';
import type { Ingredients } from './ingredients.ts';

type Reader = (text: string) => Ingredients[keyof Ingredients] | undefined;

const bool: Reader = (text) => (text === 'on' ? true : text === 'off' ? false : undefined);
const numberFrom =
  (low: number, high: number): Reader =>
  (text) => {
    const value = text.trim() === '' ? NaN : Number(text);
    return value >= low && value <= high ? value : undefined;
  };
const count =
  (low: number): Reader =>
  (text) =>
    /^\d+$/.test(text) && Number(text) >= low ? Number(text) : undefined;

const readers: Readonly<Record<keyof Ingredients, { readonly read: Reader; readonly allowed: string }>> = {
  normalScores: { read: bool, allowed: 'on, off' },
  fillBlanks: { read: bool, allowed: 'on, off' },
  latentAxes: { read: (text) => (text === 'rule' ? null : count(1)(text)), allowed: 'rule, 1, 2…' },
  localCovariance: { read: bool, allowed: 'on, off' },
  residual: { read: (text) => (text === 'local' || text === 'global' ? text : undefined), allowed: 'local, global' },
  shrinkResidual: { read: bool, allowed: 'on, off' },
  focus: { read: numberFrom(1, 10), allowed: '1 ≤ x ≤ 10' },
  safeMarginals: { read: bool, allowed: 'on, off' },
  keepSpread: { read: bool, allowed: 'on, off' },
  quota: { read: bool, allowed: 'on, off' },
  isolatedLeftOut: { read: numberFrom(0, 0.5), allowed: '0 ≤ x ≤ 0.5' },
  floor: { read: count(0), allowed: '0, 1, 2…' },
};

/** @throws SosieError E44 for a name that is no ingredient, or a value it cannot take */
export function withIngredients(base: Ingredients, choices: readonly string[]): Ingredients {
  const chosen: Record<string, unknown> = { ...base };
  for (const choice of choices) {
    const at = choice.indexOf('=');
    const name = choice.slice(0, Math.max(0, at));
    if (!Object.hasOwn(readers, name)) {
      throw new SosieError(
        'E44',
        { option: '--ingredient', value: choice, allowed: Object.keys(readers).join(', ') },
        { option: 'ingredient' },
      );
    }
    const { read, allowed } = readers[name as keyof Ingredients];
    const value = read(choice.slice(at + 1));
    if (value === undefined) {
      throw new SosieError(
        'E44',
        { option: `--ingredient ${name}`, value: choice.slice(at + 1), allowed },
        { option: 'ingredient' },
      );
    }
    chosen[name] = value;
  }
  return chosen as unknown as Ingredients;
}
