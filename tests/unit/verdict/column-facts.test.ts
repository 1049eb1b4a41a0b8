import { describe, expect, it } from 'vitest';
import { describeTable } from '../../../src/engine/derive/describe-table.ts';
import { isGenetic } from '../../../src/engine/identify/genetic.ts';
import { identifyColumn } from '../../../src/engine/identify/identify.ts';
import { takeColumns, type Column } from '../../../src/engine/table/table.ts';
import { columnFacts, identifierPatterns } from '../../../src/engine/verdict/column-facts.ts';
import { columnFromText } from '../../support/reference.ts';

const rows = 60;
const column = (name: string, cell: (row: number) => string, type: Column['type'] = 'category'): Column => {
  const made = columnFromText(
    name,
    Array.from({ length: rows }, (_, row) => cell(row)),
    true,
  );
  return { ...made, type } as Column;
};
/** 2 55 08 14 168 025 with its key, and others made the same way. */
const nir = (row: number): string => {
  const body = `2550814168${String(100 + row)}`;
  return `${body}${String(97 - (Number(body) % 97)).padStart(2, '0')}`;
};

const columns: readonly Column[] = [
  column('age', (row) => String(20 + (row % 40))),
  column('nir', nir, 'identifier'),
  column('ipp', (row) => `P${1000 + (row >> 1)}`, 'identifier'),
  column('mail', (row) => `p${row}@hospital.org`, 'identifier'),
  column('notes', (row) => `seen on ward ${row}, came back tired and with a fever`, 'text'),
  column('tag', (row) => `Tag ${row} ${['north', 'south'][row % 2]}`),
  column('HLA', (row) => ['A*02:01', 'A*03:01:01', 'B*07:02'][row % 3]!),
];
const table = { rowCount: rows, columns };
const notes = columns.map((one) => ({ verdict: identifyColumn(one), findings: [], emptied: false }));
const { schema } = describeTable(table, notes, { options: {}, decimal: '.', language: 'en' });

describe('what the columns say', () => {
  it('each kept column is told once, under the right heading', () => {
    expect(columnFacts(table, schema)).toEqual({
      checkedIdentifiers: ['nir'],
      freeText: ['notes'],
      dismissedIdentifiers: ['ipp', 'tag'],
      identifierPatterns: ['mail'],
      genetic: ['HLA'],
      repeatedPatients: true,
    });
  });

  it('dropped columns are no matter, but for an identifier that repeats', () => {
    expect(columnFacts(takeColumns(table, ['age']), schema)).toEqual({
      checkedIdentifiers: [],
      freeText: [],
      dismissedIdentifiers: [],
      identifierPatterns: [],
      genetic: [],
      repeatedPatients: true,
    });
    expect(columnFacts(takeColumns(table, ['age']), schema.slice(0, 2)).repeatedPatients).toBe(false);
  });

  it('the final scan of the file about to leave', () => {
    expect(identifierPatterns(table)).toEqual(['mail']);
    expect(identifierPatterns(takeColumns(table, ['age', 'tag']))).toEqual([]);
  });
});

describe('genetic data', () => {
  it.each([
    ['HLA types of three fields', 'typing', (row: number) => `A*02:0${row % 3}:01`, true],
    ['HLA types few patients share', 'typing', (row: number) => (row < 5 ? 'A*02:01' : 'B*07:02'), true],
    ['HLA types of two fields, grouped', 'typing', (row: number) => (row % 2 ? 'A*02:01' : 'B*07:02'), false],
    ['HLA-B27 present or absent', 'HLA-B27', (row: number) => (row % 2 ? 'yes' : 'no'), false],
    ['a variant by its header', 'rs1801133', (row: number) => ['CC', 'CT', 'TT'][row % 3]!, true],
    ['variants by their number', 'snp', (row: number) => `rs${429358 + (row % 4)}`, true],
    [
      'variants in HGVS form',
      'variant',
      (row: number) => ['c.35delG', 'NM_000492.3:c.1521_1523del', 'none'][row % 3]!,
      true,
    ],
    ['a protein change', 'mutation', (row: number) => ['p.Val600Glu', 'none'][row % 2]!, true],
    ['blood groups', 'group', (row: number) => ['A', 'B', 'AB', 'O'][row % 4]!, false],
    ['stages and grades', 'stage', (row: number) => ['c.N0', 'pT1', 'rs'][row % 3]!, false],
  ])('%s', (_what, name, cell, expected) => {
    expect(isGenetic(column(name, cell), 11)).toBe(expected);
  });

  it('numbers are no genes', () => {
    expect(
      isGenetic(
        columnFromText(
          'dose',
          Array.from({ length: rows }, (_, i) => String(i / 2)),
          false,
        ),
        11,
      ),
    ).toBe(false);
  });
});
