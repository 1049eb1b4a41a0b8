import { describe, expect, test } from 'vitest';
import { checkCard, checkIban, checkOhip } from '../../../src/engine/identify/checks.ts';
import { checkDigitIdentifier } from '../../../src/engine/identify/check-digits.ts';
import { identifyColumn } from '../../../src/engine/identify/identify.ts';
import type { IdentifierKind } from '../../../src/engine/identify/kinds.ts';
import { catalogues } from '../../../src/engine/words/index.ts';
import { say, speakers } from '../../../src/engine/words/words.ts';
import { levels, many, numbers, withKey } from './columns.ts';

const ramq = ['TREM85062012', 'GAGN85562013', 'ROYJ70010114', 'BOUC92120715'];

describe('what the values tell under a header that says nothing', () => {
  test.each([
    ['NIR without key', many(30, (i) => `1${50 + i}0${1 + (i % 9)}75116${100 + i}`), 'nir', 'likely'],
    ['RAMQ', ramq, 'ramq', 'certain'],
    ['IBAN', ['FR76 3000 6000 0112 3456 7890 189', 'x', 'y', 'z'], 'iban', 'certain'],
    [
      'e-mails in comments',
      [...many(300, (i) => `ras ${i % 3}`), ...many(3, (i) => `écrire à p${i}@chu.fr`)],
      'email',
      'certain',
    ],
    ['NIR in a comment', [...many(300, () => 'ras'), `INS ${withKey('1850675123456')}`], 'nir', 'certain'],
    [
      'telephones among numbers',
      [...many(300, (i) => String(i % 40)), '06 12 34 56 78', '06 12 34 56 79', '+33 6 12 34 56 70'],
      'phone',
      'certain',
    ],
    ['addresses in Québec', many(5, (i) => `1${i}25, boul. Saint-Laurent, app. ${i}`), 'address', 'certain'],
    [
      'addresses in France',
      many(5, (i) => `${i + 1} bis avenue du Général Leclerc, 75014 Paris`),
      'address',
      'certain',
    ],
    [
      'addresses in English',
      many(12, (i) => `${100 + 7 * i} ${['Maple', 'Oak', 'King', 'Elm'][i % 4]!} Street`),
      'address',
      'certain',
    ],
    ['links', many(5, (i) => `https://chu.fr/p/${i}`), 'url', 'certain'],
    ['IPv4', many(5, (i) => `192.168.10.${i}`), 'ip', 'certain'],
    ['IPv6', many(5, (i) => `2001:db8:0:0:0:0:0:a${i}`), 'ip', 'certain'],
    ['DICOM', many(5, (i) => `1.2.840.113619.2.55.${i}.1234567890`), 'dicom', 'certain'],
    ['paths', many(5, (i) => `C:\\Users\\marie\\irm_${i}.dcm`), 'path', 'certain'],
    ['plates', many(5, (i) => `AB-12${i}-CD`), 'plate', 'certain'],
    ['HLA', many(30, (i) => `A*02:${10 + i}`), 'genetic', 'likely'],
    ['rs numbers', many(30, (i) => `rs${100_000 + i}`), 'genetic', 'likely'],
    [
      'initials',
      many(90, (i) => `${String.fromCharCode(65 + (i % 26))}.${String.fromCharCode(65 + ((i * 7) % 26))}.`),
      'initials',
      'likely',
    ],
    [
      'postcodes',
      many(40, (i) => `${String(1 + (i % 95)).padStart(2, '0')}${i % 2 ? '000' : '120'}`),
      'postcode',
      'quasi',
    ],
    ['Canadian postcodes', many(20, (i) => `H${i % 10}A 1B${i % 10}`), 'postcode', 'quasi'],
    [
      'countries',
      many(60, (i) => ['France', 'Maroc', 'Algérie', 'Portugal', 'Italie', 'Haïti', 'Canada', 'Mali', 'Japon'][i % 9]!),
      'place',
      'quasi',
    ],
    ['ICD-10', many(60, (i) => ['C50.1', 'I10', 'E11.9', 'J44.1'][i % 9 ? 0 : i % 4]!), 'diagnosis', 'quasi'],
  ] as const)('%s', (_what, texts, kind, certainty) => {
    const verdict = identifyColumn(levels('X1', texts));
    expect(verdict).toMatchObject({ kind, certainty });
  });
});

describe('what looks like an identifier and is none', () => {
  test.each([
    ['stages', many(60, (i) => ['T1N0M0', 'T2N1M0', 'T3N1M1', 'T4N2M1', 'T2N0M0'][i % 5]!)],
    ['blood pressure', many(60, (i) => `${100 + i}/${60 + i}`)],
    ['code systems', many(60, (i) => ['2.16.840.1.113883.6.1', '2.16.840.1.113883.6.96'][i % 2]!)],
    ['units', many(60, (i) => ['mg/L', 'µg/kg.min', 'UI/L'][i % 3]!)],
    ['doses', many(60, (i) => ['2 place de repos', '1 cours de soins', '2 cp matin'][i % 3]!)],
    ['codes in pairs', many(60, (i) => `${10 + (i % 3)}.20.11.12.13`)],
    ['titres', many(60, (i) => ['1:20', '1:40', '1:80'][i % 3]!)],
    ['genes', many(60, (i) => ['BRCA1', 'TP53', 'KRAS'][i % 3]!)],
  ] as const)('%s', (_what, texts) => {
    expect(identifyColumn(levels('X1', texts))).toBeNull();
  });

  test.each([
    ['IPP', many(60, (i) => ['oméprazole', 'pantoprazole', 'aucun'][i % 3]!)],
    ['mobile', many(60, (i) => ['fauteuil', 'lit', 'marche'][i % 3]!)],
    ['NAS', many(60, (i) => ['0', '1-2', '3-4', '5+'][i % 4]!)],
    ['Nom du médicament', many(60, (i) => ['Doliprane', 'Lasilix', 'Tahor'][i % 3]!)],
    ['nom', many(60, (i) => ['Doliprane', 'Lasilix', 'Tahor', 'Amoxicilline', 'Metformine'][i % 5]!)],
  ] as const)('under the header “%s”', (name, texts) => {
    expect(identifyColumn(levels(name, texts))).toBeNull();
  });

  test('numbers of 15 digits whose last two are a key by chance are codes', () => {
    let state = 7;
    const values = many(3000, () => 1e14 + (state = (state * 48271) % 2147483647) * 190_000 + (state % 97));
    const column = numbers('X1', values);
    expect(checkDigitIdentifier(column)).toBeNull();
    expect(identifyColumn(column)).toMatchObject({ kind: 'code', certainty: 'likely' });
  });

  test('lots that carry a date are no health insurance numbers', () => {
    const lots = many(
      40,
      (i) => `LOTA2001${String(1 + (i % 12)).padStart(2, '0')}${String(1 + (i % 28)).padStart(2, '0')}`,
    );
    expect(identifyColumn(levels('X1', lots))?.certainty).not.toBe('certain');
  });
});

describe('sizes', () => {
  test('one right key among a hundred thousand numbers is seen', () => {
    const values = many(100_000, (i) => 1_000_000 + ((i * 7919) % 8_000_000));
    values[77_777] = Number(withKey('1850675123456'));
    expect(identifyColumn(numbers('X1', values))).toMatchObject({ kind: 'nir', certainty: 'certain' });
    expect(checkDigitIdentifier(numbers('X1', values))).toEqual({ kind: 'nir', valid: 1, checked: 100_000 });
  });

  test('three e-mails among a hundred thousand comments are seen', () => {
    const texts = many(100_000, (i) => `vu le ${i % 30}`);
    for (const row of [5, 40_000, 99_998]) texts[row] = `écrire à p${row}@chu.fr`;
    expect(identifyColumn(levels('X1', texts))).toMatchObject({ kind: 'email', certainty: 'certain' });
  });
});

test('checks: OHIP, bank cards, lengths of IBAN', () => {
  expect(checkOhip('1234-567-897')).toBe(true);
  expect(checkOhip('1234567897 AB')).toBe(true);
  expect(checkOhip('1234-567-898')).toBe(false);
  expect(checkCard('4111 1111 1111 1111')).toBe(true);
  expect(checkCard('9111111111111111')).toBe(false);
  expect(checkIban('GB82 WEST 1234 5698 7654 32')).toBe(true);
  expect(checkIban('GB82 WEST 1234 5698 7654 3')).toBe(false);
});

test('a Luhn number is certain under its header, likely without', () => {
  const cards = many(20, (i) => `411111111111${String(1000 + i)}`).filter((text) => checkCard(text));
  const valid = [...cards, ...many(400, (i) => `4222222222${String(100_000 + i)}`).filter((text) => checkCard(text))];
  expect(identifyColumn(levels('carte bancaire', valid))).toMatchObject({ kind: 'card', certainty: 'certain' });
  expect(identifyColumn(levels('X1', valid))).toMatchObject({ kind: 'card', certainty: 'likely' });
});

test('no example is a value', () => {
  const verdict = identifyColumn(
    levels(
      'contact',
      many(9, (i) => `jeanne.dupont${i}@chu.fr`),
    ),
  )!;
  expect(verdict.examples.length).toBeGreaterThan(0);
  for (const example of verdict.examples) expect(example).toMatch(/^j\*+\.\*+@\*+\.\*+$/);
});

describe('words', () => {
  const removed: Record<Exclude<IdentifierKind, 'free-text' | 'near-unique'>, 'E09' | 'E56'> = {
    ...{ nir: 'E09', ramq: 'E09', sin: 'E09', rpps: 'E09', ohip: 'E09', card: 'E09', iban: 'E09', email: 'E09' },
    ...{ phone: 'E09', url: 'E09', ip: 'E09', uuid: 'E09', dicom: 'E09', path: 'E09', plate: 'E09', gps: 'E09' },
    ...{ address: 'E09', record: 'E09', code: 'E09', counter: 'E09', name: 'E09', initials: 'E09', genetic: 'E09' },
    ...{ 'birth-date': 'E56', postcode: 'E56', place: 'E56', profile: 'E56', centre: 'E56', diagnosis: 'E56' },
  };
  test.each(['en', 'fr'] as const)('every kind has its own in %s', (language) => {
    const sentence = (code: string, kind: string): string =>
      say(
        catalogues[language].findings[code]!,
        { column: 'c', kind, by: 'values', matching: 3, looked: 9, examples: 'j***' },
        speakers[language],
      );
    const said = Object.entries(removed).map(([kind, code]) => sentence(code, kind));
    expect(new Set([...said, sentence('E09', '?'), sentence('E56', '?')]).size).toBe(said.length + 2);
    expect(said[0]).toContain('j***');
  });
});
