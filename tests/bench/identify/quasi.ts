/** Columns that help to find a person without naming one. */
import { pad } from './dice.ts';
import type { Maker } from './identifiers.ts';

const date = (day: Date): string => `${pad(day.getUTCDate())}/${pad(day.getUTCMonth() + 1)}/${day.getUTCFullYear()}`;
const professions = {
  fr: ['infirmière', 'agriculteur', 'cadre', 'retraité', 'étudiant', 'ouvrier', 'enseignant', 'sans emploi'],
  en: ['nurse', 'farmer', 'manager', 'retired', 'student', 'worker', 'teacher', 'unemployed'],
};
const wards = ['Cardiologie', 'Pneumologie', 'Médecine interne', 'Urgences', 'Gériatrie', 'Oncologie'];
const frenchPostcode = (low: number, round: boolean): string => pad(low) + (round ? '000' : '');

export const quasi: readonly Maker[] = [
  {
    id: 'birth date',
    kinds: ['birth-date'],
    byValues: true,
    make: (dice, rows) =>
      Array.from({ length: rows }, () =>
        date(new Date(Date.UTC(dice.int(1930, 2005), dice.int(0, 11), dice.int(1, 28)))),
      ),
  },
  {
    id: 'postcode, France',
    kinds: ['postcode'],
    byValues: true,
    only: ['fr'],
    make: (dice, rows) =>
      Array.from({ length: rows }, () => {
        const round = dice.chance(0.35);
        return (
          frenchPostcode(dice.int(1, 95), round) +
          (round ? '' : `${dice.digits(2)}${dice.chance(0.7) ? 0 : dice.int(1, 9)}`)
        );
      }),
  },
  {
    id: 'postcode, France, zero lost',
    kinds: ['postcode'],
    byValues: true,
    only: ['fr'],
    make: (dice, rows) =>
      Array.from({ length: rows }, () => {
        const round = dice.chance(0.35);
        const text =
          frenchPostcode(dice.int(1, 95), round) +
          (round ? '' : `${dice.digits(2)}${dice.chance(0.7) ? 0 : dice.int(1, 9)}`);
        return String(Number(text));
      }),
  },
  {
    id: 'INSEE commune',
    kinds: ['postcode'],
    byValues: true,
    only: ['fr'],
    make: (dice, rows) =>
      Array.from(
        { length: rows },
        () => `${dice.chance(0.04) ? dice.pick(['2A', '2B']) : pad(dice.int(1, 95))}${pad(dice.int(1, 600), 3)}`,
      ),
  },
  {
    id: 'postcode, Canada',
    kinds: ['postcode'],
    byValues: true,
    only: ['fr-CA', 'en'],
    make: (dice, rows) => {
      const letter = (): string => dice.pick([...'ABCEGHJKLMNPRSTVWXYZ']);
      const space = dice.pick(['', ' ']);
      return Array.from(
        { length: rows },
        () =>
          `${dice.pick([...'GHJKLMN'])}${dice.int(0, 9)}${letter()}${space}${dice.int(0, 9)}${letter()}${dice.int(0, 9)}`,
      );
    },
  },
  {
    id: 'town',
    kinds: ['place'],
    byValues: false,
    make: (dice, rows) => {
      const towns = Array.from({ length: 25 }, () => dice.faker.location.city());
      return Array.from({ length: rows }, () => dice.pick(towns));
    },
  },
  {
    id: 'country',
    kinds: ['place'],
    byValues: true,
    make: (dice, rows) => Array.from({ length: rows }, () => dice.faker.location.country()),
  },
  {
    id: 'profession',
    kinds: ['profile'],
    byValues: false,
    make: (dice, rows) =>
      Array.from({ length: rows }, () => dice.pick(professions[dice.locale === 'en' ? 'en' : 'fr'])),
  },
  {
    id: 'ward',
    kinds: ['centre'],
    byValues: false,
    make: (dice, rows) => Array.from({ length: rows }, () => dice.pick(wards)),
  },
  {
    id: 'diagnosis, ICD-10',
    kinds: ['diagnosis'],
    byValues: true,
    make: (dice, rows) => {
      const codes = Array.from(
        { length: 40 },
        () => `${dice.pick([...'CEIJKN'])}${pad(dice.int(0, 99))}${dice.chance(0.6) ? `.${dice.int(0, 9)}` : ''}`,
      );
      return Array.from({ length: rows }, () => codes[Math.min(dice.int(0, 39), dice.int(0, 39))]!);
    },
  },
];
