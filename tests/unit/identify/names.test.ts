import { describe, expect, test } from 'vitest';
import { identifyColumn } from '../../../src/engine/identify/identify.ts';
import { readName } from '../../../src/engine/identify/names.ts';
import { firstNames } from '../../../src/engine/identify/words/first-names.ts';
import { lastNames } from '../../../src/engine/identify/words/last-names.ts';
import { everydayWords, notNames } from '../../../src/engine/identify/words/other-words.ts';
import { places } from '../../../src/engine/identify/words/places.ts';
import { levels, many } from './columns.ts';

const repeat = (list: readonly string[]): string[] => many(120, (i) => list[i % list.length]!);

describe('one value', () => {
  test.each([
    ['Marie', 'name'],
    ['TREMBLAY Geneviève', 'name'],
    ['Dr Xyzzyk', 'name'],
    ['Nguyen Thi Lan', 'name'],
    ['Claradol', 'denied'],
    ['Clarithromycine', 'denied'],
    ['maladie de Wilson', 'denied'],
    ['Robert Debré', 'denied'],
    ['Montréal', 'place'],
    ['Saint-Jérôme', 'place'],
    ['rose', 'unknown'],
    ['Valériane', 'unknown'],
    ['A12', 'shapeless'],
  ])('%s: %s', (text, kind) => {
    expect(readName(text)).toBe(kind);
  });
});

describe('columns under a header that says nothing', () => {
  test.each([
    ['French first names', ['Camille', 'Hugo', 'Léa', 'Théo', 'Manon', 'Lucas', 'Inès', 'Jules', 'Zoé']],
    ['Québec family names', ['Gagnon', 'Bouchard', 'Côté', 'Ouellet', 'Pelletier', 'Bélanger', 'Lévesque', 'Bergeron']],
    ['names from elsewhere', ['Diallo', 'Benali', 'Nguyen', 'Rossi', 'Kowalski', 'Silva', 'Yilmaz', 'Chen', 'Traoré']],
    ['doctors', ['Dr Aaaa', 'Dr Bbbb', 'Pr Cccc', 'Dr Dddd']],
  ])('%s', (_what, list) => {
    expect(identifyColumn(levels('V7', repeat(list)))).toMatchObject({ kind: 'name', certainty: 'likely' });
  });

  test.each([
    ['drugs', ['Claradol', 'Valium', 'Diane', 'Jasmine', 'Mélodia', 'Doliprane', 'Lasilix', 'Tahor', 'Eliquis']],
    ['diseases', ['Crohn', 'Parkinson', 'Alzheimer', 'Hodgkin', 'Basedow', 'Horton', 'Wilson', 'Asthme']],
    ['hospitals', ['Robert Debré', 'Georges Pompidou', 'Necker', 'Bichat', 'Henri Mondor', 'Cochin', 'Tenon', 'Foch']],
    ['wards', ['Cardiologie', 'Urgences', 'Pédiatrie', 'Maternité', 'Neurologie', 'Gériatrie', 'Oncologie', 'ORL']],
    ['colours', ['blanc', 'brun', 'roux', 'noir', 'gris', 'rose', 'violet', 'vert']],
    ['surgeons of old', ['Whipple', 'Hartmann', 'Ross', 'Nissen', 'Toupet', 'Bentall', 'Latarjet', 'Bankart', 'Miles']],
  ])('not %s', (_what, list) => {
    expect(identifyColumn(levels('V7', repeat(list)))?.kind).not.toBe('name');
  });

  test('towns are places', () => {
    const towns = ['Paris', 'Lyon', 'Laval', 'Nantes', 'Lille', 'Nancy', 'Tours', 'Montréal', 'Gatineau'];
    expect(identifyColumn(levels('V7', repeat(towns)))).toMatchObject({ kind: 'place', certainty: 'quasi' });
  });
});

test('the lists are written folded, and are large enough', () => {
  for (const set of [firstNames, lastNames, notNames, everydayWords]) {
    for (const word of set) expect(word).toMatch(/^[a-z-]+$/);
  }
  for (const place of places) expect(place).toMatch(/^[a-z' ]+$/);
  expect(firstNames.size).toBeGreaterThan(2000);
  expect(lastNames.size).toBeGreaterThan(2000);
});
