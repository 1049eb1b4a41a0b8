/** Identifiers with a check digit, made right. Written apart from the checks of the detector. */
import { pad, type Dice } from './dice.ts';

/** The digit that makes the Luhn sum of `body` and itself a multiple of ten. */
export function luhnDigit(body: string): string {
  let sum = 0;
  [...body].reverse().forEach((sign, i) => {
    const digit = Number(sign) * (i % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  });
  return String((10 - (sum % 10)) % 10);
}

const department = (dice: Dice): string => (dice.chance(0.03) ? dice.pick(['2A', '2B']) : pad(dice.int(1, 95)));

export function nirBody(dice: Dice): string {
  return `${dice.pick(['1', '2'])}${pad(dice.int(0, 99))}${pad(dice.int(1, 12))}${department(dice).replace('20', '2A')}${pad(dice.int(1, 990), 3)}${pad(dice.int(1, 999), 3)}`;
}

export function nir(dice: Dice): string {
  const body = nirBody(dice);
  const number = BigInt(body.replace('2A', '19').replace('2B', '18'));
  return body + pad(Number(97n - (number % 97n)));
}

export const spacedNir = (text: string): string =>
  text.replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7');

const letters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toUpperCase();

export function ramq(dice: Dice): string {
  const person = dice.person();
  const name = letters(person.person.lastName()).padEnd(3, 'X').slice(0, 3) + letters(person.person.firstName())[0]!;
  const month = dice.int(1, 12) + (dice.chance(0.5) ? 50 : 0);
  return `${name}${pad(dice.int(0, 99))}${pad(month)}${pad(dice.int(1, 28))}${dice.digits(2)}`;
}

const withLuhn = (body: string): string => body + luhnDigit(body);
export const sin = (dice: Dice): string => withLuhn(String(dice.pick([1, 2, 3, 4, 5, 6, 7, 9])) + dice.digits(7));
export const rpps = (dice: Dice): string => withLuhn(`10${dice.digits(8)}`);
export const ohip = (dice: Dice): string => withLuhn(String(dice.int(1, 9)) + dice.digits(8));
export const card = (dice: Dice): string =>
  withLuhn(dice.pick(['4', '51', '53', '55']).padEnd(2, '5') + dice.digits(13));

export function iban(dice: Dice): string {
  const body = `${dice.digits(10)}${dice.digits(11)}${dice.digits(2)}`;
  let remainder = 0;
  for (const sign of `${body}152700`) remainder = (remainder * 10 + Number(sign)) % 97;
  return `FR${pad(98 - remainder)}${body}`;
}

export const inFours = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ');
