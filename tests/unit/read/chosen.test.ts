import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/engine/table/schema.ts';
import type { ColumnType } from '../../../src/engine/table/table.ts';
import { codesOf, columnsOf, readText, repeat } from './support.ts';

const find = (column: { readonly findings: readonly Finding[] } | undefined, code: string): Finding | undefined =>
  column!.findings.find((finding) => finding.code === code);

describe('a chosen type that loses cells', () => {
  const text = `IPP;sexe;entrée;poids\n${repeat(60, (i) => `P-${1000 + i};${i % 2 ? 'F' : 'M'};0${1 + (i % 9)}/01/2020;${i < 3 ? `<${i + 1}` : 50 + i}`)}`;
  const read = (types: Record<string, ColumnType>) => columnsOf(text, { types, dateOrder: 'dmy' });

  test('no cell left: the user decides, the way back first, the role is the one it had', async () => {
    const { sexe, IPP } = await read({ sexe: 'number', IPP: 'date' });
    expect(sexe).toMatchObject({ missing: 60, role: 'keep' });
    expect(find(sexe, 'E03')).toMatchObject({ severity: 'decide', params: { count: 60, total: 60, asked: 'number' } });
    expect(find(sexe, 'E03')!.fixes![0]).toEqual({ kind: 'set-type', column: 'sexe', type: 'category' });
    expect(codesOf(sexe)).not.toContain('E10');
    expect(IPP).toMatchObject({ missing: 60, role: 'identifier' });
    expect(find(IPP, 'E03')!.fixes![0]).toEqual({ kind: 'set-type', column: 'IPP', type: 'identifier' });
  });

  test('some cells lost', async () => {
    const { poids } = await read({ poids: 'number' });
    expect(poids).toMatchObject({ missing: 3, role: 'keep' });
    const finding = find(poids, 'E03')!;
    expect(finding).toMatchObject({ severity: 'decide', params: { count: 3, total: 60 } });
    expect(finding.fixes![0]).toEqual({ kind: 'set-type', column: 'poids', type: 'mixed' });
    expect(finding.fixes).toContainEqual({ kind: 'merge-levels', column: 'poids', levels: ['<1'], into: '1' });
    expect((await read({ poids: 'mixed' }))['poids']).toMatchObject({ type: 'mixed', missing: 0 });
  });

  test('nothing lost, nothing said', async () => {
    const columns = await read({ sexe: 'category', entrée: 'category', poids: 'category', IPP: 'text' });
    for (const column of Object.values(columns)) expect(codesOf(column)).not.toContain('E03');
  });

  test('a column that was empty before is dropped as before', async () => {
    const { schema } = await readText(`vide;x\n${repeat(30, (i) => `;${i}`)}`, { types: { vide: 'number' } });
    expect(schema[0]).toMatchObject({ role: 'drop' });
    expect(codesOf(schema[0])).toEqual(['E10']);
  });

  test('a mixed column of dates stays one when asked', async () => {
    const dates = `d\n${repeat(40, (i) => (i === 7 ? 'inconnue ?' : `0${1 + (i % 9)}/12/2020`))}`;
    const { d } = await columnsOf(dates, { types: { d: 'mixed' }, dateOrder: 'dmy' });
    expect(find(d, 'E03')!.params).toMatchObject({ base: 'date', count: 1 });
  });
});

describe('a chosen type that the cells cannot have', () => {
  const text = `smoking;sexe;dose\n${repeat(60, (i) => `${['never', 'former', 'current'][i % 3]};${i % 2 ? 'F' : 'M'};${i},5`)}`;

  test.each([
    ['smoking', 'boolean', { asked: 'boolean', kept: 'category', distinct: 3, why: 'count' }, 'category'],
    ['sexe', 'boolean', { asked: 'boolean', kept: 'category', distinct: 2, why: 'words' }, 'category'],
    ['dose', 'integer', { asked: 'integer', kept: 'number', distinct: 60, why: 'decimals' }, 'number'],
  ] as const)('%s as %s', async (name, type, params, found) => {
    const columns = await columnsOf(text, { types: { [name]: type } });
    expect(find(columns[name], 'E66')).toEqual({
      code: 'E66',
      severity: 'decide',
      column: name,
      params: { column: name, ...params },
      fixes: [{ kind: 'set-type', column: name, type: found }],
    });
  });

  test('a type it can have is not refused', async () => {
    const columns = await columnsOf(text, { types: { smoking: 'category', sexe: 'text', dose: 'number' } });
    for (const column of Object.values(columns)) expect(codesOf(column)).not.toContain('E66');
  });
});

describe('levels to group', () => {
  const long = (i: number): string => `n${String(i).padStart(3, '0')}`;
  const fixesOf = async (text: string, language: 'fr' | 'en' = 'en') => {
    const { schema } = await readText(text, { language });
    const finding = schema[0]!.findings.find(({ code }) => code === 'E11' || code === 'E39')!;
    return { params: finding.params!, fixes: finding.fixes!, kinds: finding.fixes!.map(({ kind }) => kind) };
  };
  const intoOf = async (text: string, language: 'fr' | 'en') =>
    (await fixesOf(text, language)).fixes.flatMap((fix) => (fix.kind === 'merge-levels' ? [fix.into] : []));

  test('levels and rows that change are counted; most rows: dropping comes first', async () => {
    const heavy = await fixesOf(`z,x\n${repeat(200, (i) => `${i < 190 ? long(i % 60) : 'big'},${i}`)}`);
    expect(heavy.params).toMatchObject({ distinct: 61, total: 200, levels: 61, rows: 200 });
    expect(heavy.kinds).toEqual(['set-role', 'merge-levels']);
    const light = await fixesOf(`z,x\n${repeat(300, (i) => `${i < 60 ? long(i % 40) : `big${i % 4}`},${i}`)}`);
    expect(light.params).toMatchObject({ distinct: 44, total: 300, levels: 40, rows: 60 });
    expect(light.kinds).toEqual(['merge-levels', 'set-role']);
    const few = await fixesOf(`z,x\n${repeat(100, (i) => `${i < 8 ? long(i % 4) : `big${i % 3}`},${i}`)}`);
    expect(few.params).toMatchObject({ count: 4, levels: 4, rows: 8 });
    expect(few.kinds).toEqual(['merge-levels']);
  });

  test('the name of the group is in the language of the file, else of the user', async () => {
    const rows = (mark: string, x: (i: number) => string) =>
      repeat(100, (i) => `${i < 8 ? long(i % 4) : `big${i % 3}`}${mark}${x(i)}`);
    const number = (i: number): string => String(i * 7);
    expect(await intoOf(`z;x\n${rows(';', (i) => `${i},5`)}`, 'en')).toEqual(['autre']);
    expect(await intoOf(`z;x\n${rows(';', number)}`, 'en')).toEqual(['autre']);
    expect(await intoOf(`z,x\n${rows(',', (i) => (i % 2 ? 'oui' : 'non'))}`, 'en')).toEqual(['autre']);
    expect(await intoOf(`z,durée\n${rows(',', number)}`, 'en')).toEqual(['autre']);
    expect(await intoOf(`z,x\n${rows(',', (i) => (i % 2 ? 'yes' : 'no'))}`, 'fr')).toEqual(['other']);
    expect(await intoOf(`z;weight\n${rows(';', number)}`, 'fr')).toEqual(['other']);
    expect(await intoOf(`z,x\n${rows(',', number)}`, 'fr')).toEqual(['autre']);
    expect(await intoOf(`z,x\n${rows(',', number)}`, 'en')).toEqual(['other']);
  });
});
