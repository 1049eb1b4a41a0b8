/** What each part of a recipe may hold: the same bounds as the forms, and sizes that no honest recipe reaches. */
import type { Derivation, DerivationKind, DerivedColumn, RowRule } from '../derive/types.ts';
import { SosieError } from '../errors.ts';
import { withIngredients } from '../generate/ingredient-choice.ts';
import { defaultIngredients, type Ingredients } from '../generate/ingredients.ts';
import { generatorIds, type Settings } from '../generate/settings.ts';
import type { ReadOptions, RowKind } from '../read/types.ts';
import type { ColumnRole } from '../table/schema.ts';
import type { ColumnType } from '../table/table.ts';
import { parseDay } from '../derive/age.ts';
import { damaged, list, named, number, object, orNull, tagged, text, whole, word, type Check } from './check.ts';

const longestName = 2000;
const longestCell = 5000;
export const mostColumns = 20_000;
const mostTexts = 20_000;
const mostSteps = 20;

export const name = text(longestName);
const cell = text(longestCell);

export const role = word<ColumnRole>(
  'keep',
  'drop',
  'identifier',
  'quasi-identifier',
  'outcome',
  'time',
  'event',
  'arm',
);

export const type = word<ColumnType>(
  'number',
  'integer',
  'date',
  'datetime',
  'time',
  'boolean',
  'category',
  'identifier',
  'text',
  'mixed',
  'empty',
);

export const byColumn = <T>(check: Check<T>): Check<Readonly<Record<string, T>>> =>
  named(check, mostColumns, longestName);

const floor = whole(2, 1000);
const other = text(200, 1);
const day: Check<string> = (value, path) => {
  const written = text(10)(value, path);
  return Number.isNaN(parseDay(written)) ? damaged(path) : written;
};

/** The first form where its key is there, else the second. */
const either =
  <A, B>(key: string, first: Check<A>, second: Check<B>): Check<A | B> =>
  (value, path) =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? first(value, path) : second(value, path);

const derivationFields: { readonly [K in DerivationKind]: Check<Extract<Derivation, { kind: K }>> } = {
  age: object(
    {
      kind: word('age'),
      at: either('column', object({ column: name }, {}), object({ date: day }, {})),
      unit: word('years', 'quarters-then-years', 'months'),
      top: orNull(whole(1, 150)),
    },
    {},
  ),
  delay: object(
    {
      kind: word('delay'),
      from: either('column', object({ column: name }, {}), object({ firstOf: name }, {})),
      unit: word('days', 'months'),
    },
    {},
  ),
  period: object({ kind: word('period'), to: word('year', 'quarter') }, {}),
  'area-fr': object({ kind: word('area-fr'), to: word('department', 'region'), floor, other }, {}),
  'area-ca': object({ kind: word('area-ca'), to: word('letter', 'fsa'), floor, other }, {}),
  'merge-rare': object({ kind: word('merge-rare'), floor, other }, {}),
  bound: object({ kind: word('bound'), tails: word('low', 'high', 'both'), floor }, {}),
  round: object({ kind: word('round'), to: number(0, 1e12, { open: true }) }, {}),
  'icd-chapter': object({ kind: word('icd-chapter') }, {}),
  censored: object({ kind: word('censored'), as: word('bound', 'half', 'level') }, {}),
};

export const derivation: Check<Derivation> = tagged<DerivationKind, Derivation>('kind', derivationFields);

export const derivedColumn: Check<DerivedColumn> = object(
  { name: text(longestName, 1), steps: list(derivation, mostSteps) },
  {},
);

const patientRule = { patient: name, by: orNull(name) };

export const rowRule: Check<RowRule> = tagged<RowRule['kind'], RowRule>('kind', {
  first: object({ kind: word('first'), ...patientRule }, {}),
  last: object({ kind: word('last'), ...patientRule }, {}),
  aggregate: object(
    {
      kind: word('aggregate'),
      ...patientRule,
      numbers: word('mean', 'first', 'last', 'min', 'max'),
      count: orNull(text(longestName, 1)),
    },
    {},
  ),
  pivot: object({ kind: word('pivot'), ...patientRule, visit: list(name, 10), most: whole(1, 1000) }, {}),
});

const rowChoice = word('aside', 'data');
const rowChoices: Record<RowKind, typeof rowChoice> = {
  unitRows: rowChoice,
  labelRows: rowChoice,
  commentRows: rowChoice,
  repeatedHeaders: rowChoice,
  totalRows: rowChoice,
  noteRows: rowChoice,
};

export const reading: Check<ReadOptions> = object(
  {},
  {
    encoding: text(40),
    delimiter: text(1, 1),
    decimal: word('.', ','),
    thousands: text(1),
    dateOrder: word('dmy', 'mdy', 'ymd'),
    headerLine: whole(0, 10_000_000),
    sheet: text(200),
    ...rowChoices,
    types: byColumn(type),
    missing: byColumn(list(cell, mostTexts)),
    merge: byColumn(list(object({ levels: list(cell, mostTexts), into: cell }, {}), mostTexts)),
    derived: byColumn(derivedColumn),
    rows: rowRule,
    language: word('fr', 'en'),
  },
);

/** Ingredients are written as the command line takes them, and checked by the same bounds. */
const ingredients: Check<Ingredients> = (value, path) => {
  if (typeof value !== 'object' || value === null) return damaged(path);
  const given = Object.entries(value).filter(([key]) => Object.hasOwn(defaultIngredients, key));
  const asText = (each: unknown): string =>
    each === true ? 'on' : each === false ? 'off' : each === null ? 'rule' : String(each);
  try {
    return withIngredients(
      defaultIngredients,
      given.map(([key, each]) => `${key}=${asText(each)}`),
    );
  } catch (error) {
    if (error instanceof SosieError) return damaged(path);
    throw error;
  }
};

export const settings: Check<Settings> = object(
  {
    generator: word(...generatorIds),
    k: whole(1, 1_000_000),
    ncp: whole(1, 1_000_000),
    weights: byColumn(number(0, 1e6, { open: true })),
    cap: orNull(number(0, 1, { open: true })),
    ingredients,
  },
  {},
);
