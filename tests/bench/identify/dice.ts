/** The chance of a cohort: one seed, one locale. Names, towns and words are those of faker, not those of the detector. */
import {
  fakerDE,
  fakerEN,
  fakerEN_CA,
  fakerES,
  fakerFR,
  fakerFR_CA,
  fakerIT,
  fakerPL,
  fakerPT_PT,
  fakerTR,
  type Faker,
} from '@faker-js/faker';

export type Locale = 'fr' | 'fr-CA' | 'en';
export const locales: readonly Locale[] = ['fr', 'fr-CA', 'en'];

export interface Dice {
  readonly locale: Locale;
  /** The faker of the locale; patients of other origins come from {@link Dice.person}. */
  readonly faker: Faker;
  /** Nine in ten of the country, one in ten from elsewhere. */
  person(): Faker;
  elsewhere(): Faker;
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  digits(count: number): string;
  normal(mean: number, sd: number): number;
}

const elsewhere = [fakerIT, fakerES, fakerPT_PT, fakerDE, fakerPL, fakerTR];
const own = { fr: fakerFR, 'fr-CA': fakerFR_CA, en: fakerEN } as const;

export function rollDice(locale: Locale, seed: number): Dice {
  const faker = locale === 'en' && seed % 2 === 0 ? fakerEN_CA : own[locale];
  for (const each of [faker, ...elsewhere]) each.seed(seed);
  const int = (low: number, high: number): number => faker.number.int({ min: low, max: high });
  const chance = (probability: number): boolean => faker.number.float() < probability;
  const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)]!;
  return {
    locale,
    faker,
    elsewhere: () => pick(elsewhere),
    person: () => (chance(0.1) ? pick(elsewhere) : faker),
    int,
    chance,
    pick,
    digits: (count) => Array.from({ length: count }, () => String(int(0, 9))).join(''),
    normal: (mean, sd) =>
      mean + sd * Math.sqrt(-2 * Math.log(1 - faker.number.float())) * Math.cos(2 * Math.PI * faker.number.float()),
  };
}

export const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
