import { describe, expect, test } from 'vitest';
import { describeSource, maskText } from '../../../src/engine/read/describe.ts';
import { inspect } from '../../../src/engine/read/inspect.ts';
import { readText, repeat } from './support.ts';

const text = `IPP;âge;sexe;poids;entrée\n${repeat(60, (i) => `00${1000 + i};${20 + (i % 9)};${i % 3 ? 'F' : 'M'};${i === 5 ? 'NA' : `${60 + i},5`};0${1 + (i % 9)}/01/2020`)}`;

describe('the view of a file', () => {
  test('columns, small distributions, preview in the dress of the source', async () => {
    const view = describeSource(await readText(text, { dateOrder: 'dmy' }));
    expect(view.rows).toBe(60);
    expect(view.preview).toHaveLength(20);
    expect(view.preview[5]).toEqual(['001005', '25', 'F', null, '06/01/2020']);
    expect(view.preview[6]![3]).toBe('66,5');
    const [ipp, age, sexe, poids] = view.columns;
    expect(ipp).toMatchObject({ role: 'identifier', distribution: { kind: 'levels', labels: [], others: 60 } });
    expect(ipp!.examples[0]).toBe('00••••');
    expect(age!.distribution).toMatchObject({ kind: 'bins', low: 20, high: 28 });
    expect(age!.distribution.counts).toHaveLength(9);
    expect(sexe!.distribution).toEqual({ kind: 'levels', labels: ['F', 'M'], counts: [40, 20], others: 0 });
    expect(poids).toMatchObject({ missing: 1, distinct: 59, examples: ['60,5', '61,5', '62,5'] });
    expect(poids!.distribution.counts.reduce((sum, count) => sum + count, 0)).toBe(59);
    expect(structuredClone(view)).toEqual(view);
  });

  test('masking keeps the shape only', () => {
    expect(maskText('jean.dupont@chu.fr')).toBe('je••.••••••@•••.••');
  });

  test('doubtful cells say what stands and what is read', async () => {
    const { doubtful } = await readText('d;n\n01/02/2020;1,234\n02/03/2020;2,345\n03/04/2020;3,456\n', {
      language: 'fr',
    });
    expect(doubtful).toContainEqual({ column: 'd', row: 2, text: '01/02/2020', read: '2020-02-01' });
    expect(doubtful).toContainEqual({ column: 'n', row: 2, text: '1,234', read: '1.234' });
  });

  test('inspect says that a file is too small to judge, or to avatarise', async () => {
    const said = async (rows: number): Promise<unknown[]> => {
      const result = await readText(`age;poids\n${repeat(rows, (i) => `${40 + i};${60 + i}`)}`);
      return inspect(result, { values: false }).findings.map(({ code, severity, params }) => [code, severity, params]);
    };
    expect(await said(0)).toEqual([['E29', 'decide', { columns: 2 }]]);
    expect(await said(1)).toEqual([['E01', 'decide', { rows: 1 }]]);
    expect(await said(2)).toEqual([['E02', 'know', { rows: 2, points: 50 }]]);
    expect(await said(49)).toEqual([['E02', 'know', { rows: 49, points: 100 / 49 }]]);
    expect(await said(50)).toEqual([]);
  });

  test('inspect gives plain JSON with the keys of the contract', async () => {
    const result = await readText(text);
    const plain = inspect(result, { values: false });
    expect(Object.keys(plain)).toEqual(expect.arrayContaining(['format', 'reading', 'rows', 'columns']));
    expect(Object.keys(plain.columns[0]!)).toEqual(['name', 'type', 'role', 'missing', 'distinct', 'findings', 'why']);
    expect(JSON.parse(JSON.stringify(plain))).toEqual(plain);
    expect(inspect(result, { values: true }).columns[3]!.values![5]).toBeNull();
  });
});
