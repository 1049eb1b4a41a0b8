import { describe, expect, test } from 'vitest';
import { checkDigitIdentifier } from '../../../src/engine/identify/check-digits.ts';
import { checkIban, checkNir, checkRamq, checkRpps, checkSin, isLuhn } from '../../../src/engine/identify/checks.ts';
import { identifyColumn } from '../../../src/engine/identify/identify.ts';
import { headerKind } from '../../../src/engine/identify/lexicon.ts';
import type { Column } from '../../../src/engine/table/table.ts';

const column = (name: string, texts: readonly string[]): Column => {
  const levels = [...new Set(texts)].sort();
  return { name, type: 'category', levels, codes: Int32Array.from(texts, (text) => levels.indexOf(text)), dress: {} };
};
const integers = (name: string, values: readonly number[]): Column => ({
  name,
  type: 'integer',
  values: Float64Array.from(values),
  decimals: 0,
  dress: {},
});
const many = (count: number, text: (i: number) => string): string[] => Array.from({ length: count }, (_, i) => text(i));

/** A NIR with its key, from 13 characters. */
const withKey = (body: string): string => {
  const number = Number(body.replace('2A', '19').replace('2B', '18'));
  return body + String(97 - (number % 97)).padStart(2, '0');
};

describe('check digits', () => {
  test('NIR: mainland, Corsica, spaces, wrong keys, impossible months and sexes', () => {
    expect(checkNir('2 55 08 14 168 025 38')).toBe('valid');
    expect(checkNir('2 33 04 35 637 025 72')).toBe('shape');
    for (const body of ['1850675123456', '285062A123456', '185062B123456', '7850699123456']) {
      expect(checkNir(withKey(body)), body).toBe('valid');
      expect(checkNir(body), body).toBe('shape');
    }
    expect(checkNir(withKey('5850675123456'))).toBeNull();
    expect(checkNir(withKey('1851375123456'))).toBeNull();
    expect(checkNir('285062C12345612')).toBeNull();
    const keyWith20 = 97 - (Number('185062B123456'.replace('2B', '20')) % 97);
    expect(checkNir(`185062B123456${String(keyWith20).padStart(2, '0')}`)).toBe('shape');
  });

  test('RAMQ, SIN, RPPS, IBAN, Luhn', () => {
    expect(checkRamq('TREM 8556 1234')).toBe(true);
    expect(checkRamq('TREM85133112')).toBe(false);
    expect(checkRamq('TREM85062099')).toBe(true);
    expect(checkSin('130 692 544')).toBe(true);
    expect(checkSin('130 692 545')).toBe(false);
    expect(checkSin('046 454 286')).toBe(false);
    expect(checkRpps('10001234560')).toBe(isLuhn('10001234560'));
    expect(checkIban('FR76 3000 6000 0112 3456 7890 189')).toBe(true);
    expect(checkIban('FR76 3000 6000 0112 3456 7890 188')).toBe(false);
    expect(isLuhn('79927398713')).toBe(true);
    expect(isLuhn('79927398710')).toBe(false);
  });

  test('one valid NIR is enough, and numbers count too', () => {
    const nir = withKey('1850675123456');
    expect(checkDigitIdentifier(column('x', [nir, 'abc', 'def']))).toEqual({ kind: 'nir', valid: 1, checked: 3 });
    expect(checkDigitIdentifier(integers('x', [Number(nir), 12]))).toEqual({ kind: 'nir', valid: 1, checked: 2 });
  });

  test('a Luhn sum right by chance is no proof', () => {
    const numbers = many(200, (i) => String(100_000_000 + i * 7919));
    expect(numbers.some(checkSin)).toBe(true);
    expect(checkDigitIdentifier(column('dosage', numbers))).toBeNull();
    const valid = many(4000, (i) => String(130_000_000 + i * 37)).filter(checkSin);
    expect(checkDigitIdentifier(column('x', valid))).toBeNull();
    expect(identifyColumn(column('x', valid))).toMatchObject({ kind: 'sin', certainty: 'likely', by: 'values' });
    expect(checkDigitIdentifier(column('NAS', [...valid.slice(0, 3), '130692545']))).toMatchObject({
      kind: 'sin',
      valid: 3,
    });
  });
});

describe('headers', () => {
  test.each([
    ['N° dossier', 'record'],
    ['IPP', 'record'],
    ['patientId', 'record'],
    ['Num_Patient', 'record'],
    ['NIR', 'nir'],
    ['Prénom', 'name'],
    ['Nom de naissance', 'name'],
    ['date_naissance', 'birth'],
    ['DDN', 'birth'],
    ['Téléphone portable', 'phone'],
    ['e-mail', 'email'],
    ['Code postal', 'postcode'],
    ['N°', 'weak-id'],
    ['Commentaires', 'comment'],
    ['poids_naissance', null],
    ['Nom du médicament', null],
    ['nombre', null],
    ['identité', null],
    ['age', null],
    ['n', null],
  ])('%s', (name, kind) => {
    expect(headerKind(name)).toBe(kind);
  });
});

describe('verdicts', () => {
  test.each([
    ['a', many(5, (i) => `p${i}@chu.fr`), 'email', 'certain'],
    ['a', many(5, (i) => `06 12 34 56 7${i}`), 'phone', 'certain'],
    ['mobile', many(5, (i) => `061234567${i}`), 'phone', 'certain'],
    ['a', many(5, (i) => `061234567${i}`), null, null],
    ['a', many(5, (i) => `+33 6 12 34 56 7${i}`), 'phone', 'certain'],
    ['a', many(5, (i) => `(514) 555-012${i}`), 'phone', 'certain'],
    ['a', many(5, (i) => `a5f216b5-0000-4000-8000-8f2e0939c2a${i}`), 'uuid', 'certain'],
    ['a', many(5, (i) => `1${i} rue des Lilas`), 'address', 'certain'],
    ['a', many(12, (i) => `P-${100 + i}`), 'code', 'likely'],
    ['dossier', many(5, (i) => `00${i}`), 'record', 'likely'],
    ['nom', ['Martin', 'Petit', 'Martin'], 'name', 'likely'],
    ['obs', many(10, (i) => `patient seen on ward ${i} with a long story`), 'free-text', 'certain'],
    ['libellé', many(12, (i) => `mot ${'abcdefghijkl'[i]}`), 'near-unique', 'likely'],
    ['ville', ['Nantes', 'Paris', 'Paris'], 'place', 'quasi'],
    ['sexe', ['F', 'M', 'F'], null, null],
    ['ICD', many(40, (i) => `C${i % 9}0`), 'diagnosis', 'quasi'],
    ['ICD', many(40, (i) => `C${i % 3}0`), null, null],
  ] as const)('%s: %s', (name, texts, kind, certainty) => {
    const verdict = identifyColumn(column(name, texts));
    expect(verdict?.kind ?? null).toBe(kind);
    expect(verdict?.certainty ?? null).toBe(certainty);
  });

  test('row counters and numbers of constant length, but not ordinary measures', () => {
    const range = many(60, String).map(Number);
    expect(identifyColumn(integers('x', range))).toMatchObject({ kind: 'counter', certainty: 'likely' });
    expect(
      identifyColumn(
        integers(
          'x',
          range.map((i) => 100_000 + i * 37),
        ),
      ),
    ).toMatchObject({ kind: 'code' });
    expect(
      identifyColumn(
        integers(
          'x',
          range.map((i) => (i * 37) % 101),
        ),
      ),
    ).toBeNull();
    expect(
      identifyColumn(
        integers(
          'dose',
          range.map((i) => i * 5),
        ),
      ),
    ).toBeNull();
  });

  test('a record number with letters here and there, and a year of birth, are told by their header', () => {
    const mixed: Column = {
      ...column(
        'IPP',
        many(9, (i) => (i === 4 ? '12A' : String(40 + i))),
      ),
      type: 'mixed',
    } as Column;
    expect(identifyColumn(mixed)).toMatchObject({ kind: 'record', certainty: 'likely' });
    expect(identifyColumn(integers('année de naissance', [1950, 1951, 1950]))).toMatchObject({
      kind: 'birth-date',
      certainty: 'quasi',
    });
  });

  test('a verdict never carries a value', () => {
    const secret = 'jeanne.dupont@chu.fr';
    const verdict = identifyColumn(column('contact', [secret, secret, `x${secret}`]));
    expect(JSON.stringify(verdict)).not.toContain('dupont');
  });
});
