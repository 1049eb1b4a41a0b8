/** Derivations where they enter: options of reading, the table and the schema that come out, undoing. */
import { describe, expect, it } from 'vitest';
import { isDeriveFixInForce, withDeriveFix, withoutDerivation, withRowRule } from '../../../src/engine/derive/edit.ts';
import { readLike } from '../../../src/engine/read/read-like.ts';
import { parseFile } from '../../../src/engine/read/read.ts';
import { alignTable } from '../../../src/engine/read/align.ts';
import type { ReadOptions, ReadResult } from '../../../src/engine/read/types.ts';
import type { Finding, Fix } from '../../../src/engine/table/schema.ts';
import { catalogues } from '../../../src/engine/words/index.ts';
import { say, speakers } from '../../../src/engine/words/words.ts';
import { bytesOf, readText, repeat } from '../read/support.ts';
import { valuesOf } from './support.ts';

const file = `IPP;ddn;sexe;date_visite;date_inclusion;code_postal;crp
${repeat(120, (i) => {
  const p = 1000 + Math.floor(i / 3);
  return [
    `P${p}`,
    `${13 + (p % 9)}/0${1 + (p % 7)}/19${20 + (p % 60)}`,
    p % 2 ? 'M' : 'F',
    `${13 + (i % 3)}/0${1 + (i % 3)}/2020`,
    `${14 + (p % 9)}/01/2020`,
    ['31000', '31400', '59000', '20200'][p % 4],
    i % 7 === 0 ? '<5' : String(6 + (i % 40)),
  ].join(';');
})}`;

const read = (options: ReadOptions = {}): Promise<ReadResult> => readText(file, { language: 'fr', ...options });
const findingsOf = (result: ReadResult, name: string): readonly Finding[] =>
  result.schema.find((column) => column.name === name)!.findings;
const fixesOf = (result: ReadResult, name: string, code: string): readonly Fix[] =>
  findingsOf(result, name).find((finding) => finding.code === code)?.fixes ?? [];
const deriving = (fixes: readonly Fix[]) => fixes.filter((fix) => fix.kind === 'derive');

describe('what is proposed', () => {
  it('age at the inclusion, department, delay, limits: each applies as it stands, and is in force then', async () => {
    const plain = await read();
    const proposed = [
      deriving(fixesOf(plain, 'ddn', 'E56'))[0],
      deriving(fixesOf(plain, 'code_postal', 'E56'))[0],
      deriving(fixesOf(plain, 'date_visite', 'E90'))[0],
    ];
    expect(proposed).toMatchObject([
      {
        column: 'ddn',
        name: 'age',
        derivation: { kind: 'age', at: { column: 'date_inclusion' }, unit: 'years', top: 90 },
      },
      { column: 'code_postal', derivation: { kind: 'area-fr', to: 'department', floor: 11, other: 'autre' } },
      { column: 'date_visite', derivation: { kind: 'delay', from: { column: 'date_inclusion' }, unit: 'days' } },
    ]);
    let options: ReadOptions = { language: 'fr' };
    for (const fix of proposed) {
      expect(isDeriveFixInForce(options, fix!)).toBe(false);
      options = withDeriveFix(options, fix!);
      expect(isDeriveFixInForce(options, fix!)).toBe(true);
    }
    const result = await read(options);
    expect(result.table.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'IPP identifier',
      'age integer',
      'sexe category',
      'date_visite_days integer',
      'date_inclusion date',
      'code_postal category',
      expect.stringMatching(/^crp/),
    ]);
    expect(result.schema.find(({ name }) => name === 'age')).toMatchObject({ role: 'quasi-identifier', source: 'ddn' });
    expect(findingsOf(result, 'age').map(({ code }) => code)).toEqual(['E91']);
    expect(findingsOf(result, 'code_postal').some(({ code }) => code === 'E56')).toBe(false);
    const postcodes = new Set(valuesOf(result.table.columns[5]!));
    expect(postcodes).toEqual(new Set(['31', '59', '2B']));
  });

  it('taking them back gives the file as it was read', async () => {
    const plain = await read();
    const [fix] = deriving(fixesOf(plain, 'ddn', 'E56'));
    const options = withDeriveFix({ language: 'fr' }, fix!);
    const [back] = fixesOf(await read(options), 'age', 'E91');
    expect(back).toEqual({ kind: 'underive', column: 'ddn' });
    const undone = withDeriveFix(options, back as Extract<Fix, { kind: 'underive' }>);
    expect(undone).toEqual({ language: 'fr' });
    expect((await read(undone)).table).toEqual(plain.table);
  });

  it('a fix of the same kind replaces, another adds', () => {
    const round = { kind: 'derive', column: 'x', name: 'x', derivation: { kind: 'round', to: 1 } } as const;
    const bound = {
      kind: 'derive',
      column: 'x',
      name: 'x',
      derivation: { kind: 'bound', tails: 'both', floor: 11 },
    } as const;
    let options = withDeriveFix(withDeriveFix({}, round), bound);
    options = withDeriveFix(options, { ...round, derivation: { kind: 'round', to: 5 } });
    expect(options.derived).toEqual({ x: { name: 'x', steps: [{ kind: 'round', to: 5 }, bound.derivation] } });
    expect(withoutDerivation(options, 'y')).toBe(options);
  });
});

describe('several rows a patient', () => {
  it('E07 proposes rules that each leave one row a patient', async () => {
    const plain = await read();
    const finding = findingsOf(plain, 'IPP').find(({ code }) => code === 'E07')!;
    expect(finding.params).toMatchObject({ rows: 120, distinct: 40 });
    const rules = (finding.fixes ?? []).filter((fix) => fix.kind === 'one-row-per-patient');
    expect(rules.map(({ rule }) => rule?.kind)).toEqual(['first', 'last', 'aggregate', 'pivot']);
    for (const fix of rules) {
      expect(fix.rule?.by).toBe('date_visite');
      const options = withDeriveFix({ language: 'fr' }, fix);
      const result = await read(options);
      expect(result.table.rowCount).toBe(40);
      expect(findingsOf(result, 'IPP').some(({ code }) => code === 'E07')).toBe(false);
      const told = result.findings.find(({ code }) => code === 'E93');
      expect(told?.params).toMatchObject({ before: 120, after: 40 });
      expect(told?.fixes).toEqual([{ kind: 'one-row-per-patient', rule: null }]);
      expect(withRowRule(options, null)).toEqual({ language: 'fr' });
    }
  });

  it('delays are counted before rows go: the last visit keeps its distance to the first', async () => {
    const derived = {
      date_visite: { name: 'suivi', steps: [{ kind: 'delay', from: { firstOf: 'IPP' }, unit: 'days' } as const] },
    };
    const result = await read({ derived, rows: { kind: 'last', patient: 'IPP', by: 'date_visite' } });
    expect(new Set(valuesOf(result.table.columns.find(({ name }) => name === 'suivi')!))).toEqual(new Set([62]));
  });

  it('levels are counted in patients, once each has one row', async () => {
    const steps = [{ kind: 'area-fr', to: 'department', floor: 11, other: 'autre' } as const];
    const derived = { code_postal: { name: 'dep', steps } };
    const levelsOf = (result: ReadResult): unknown => new Set(valuesOf(result.table.columns[5]!));
    expect(levelsOf(await read({ derived }))).toEqual(new Set(['31', '59', '2B']));
    // 10 patients live in each of the two: 30 rows, but too few patients.
    const rows = { kind: 'first', patient: 'IPP', by: null } as const;
    expect(levelsOf(await read({ derived, rows }))).toEqual(new Set(['31', 'autre']));
  });

  it('a pivot names visits after the computed column; what reading noticed is said once', async () => {
    const derived = {
      date_visite: {
        name: 'delai',
        steps: [{ kind: 'delay', from: { column: 'date_inclusion' }, unit: 'days' } as const],
      },
    };
    const rows = { kind: 'pivot', patient: 'IPP', by: 'date_visite', visit: [], most: 10 } as const;
    const result = await read({ derived, rows });
    const names = result.table.columns.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['delai_1', 'delai_2', 'delai_3', 'crp_1', 'sexe', 'date_inclusion']));
    const crp = result.schema.filter(({ source, name }) => (source ?? name) === 'crp');
    expect(crp.map(({ findings }) => findings.filter(({ code }) => code === 'E03').length)).toEqual([1, 0, 0]);
    for (const { findings } of crp) {
      for (const fix of findings.flatMap((finding) => finding.fixes ?? [])) {
        if (fix.kind === 'set-type' || fix.kind === 'merge-levels') expect(fix.column).toBe('crp');
      }
    }
  });

  it('a rule that this file cannot follow is told, and all rows stay', async () => {
    const result = await read({ rows: { kind: 'first', patient: 'NIP', by: null } });
    expect(result.table.rowCount).toBe(120);
    expect(result.findings.find(({ code }) => code === 'E94')).toMatchObject({
      severity: 'decide',
      params: { why: 'absent', patient: 'NIP' },
    });
  });

  it('an "id" that repeats names patients only if something stays the same within it', async () => {
    const long = (trait: (p: number, i: number) => string): string =>
      `id;sexe;mesure\n${repeat(90, (i) => `${Math.floor(i / 3) + 1};${trait(Math.floor(i / 3), i)};${(i * 7) % 31}`)}`;
    const patients = await readText(long((p) => (p % 2 ? 'F' : 'M')));
    expect(patients.schema[0]).toMatchObject({ role: 'identifier' });
    expect(patients.schema[0]!.findings.map(({ code }) => code)).toContain('E07');
    const groups = await readText(long((_, i) => (i % 2 ? 'F' : 'M')));
    expect(groups.schema[0]!.findings.map(({ code }) => code)).not.toContain('E07');
  });
});

describe('what cannot be computed', () => {
  it('is told, and the column stays as it was read, under its own name', async () => {
    const steps = [{ kind: 'age', at: { column: 'naissance_mere' }, unit: 'years', top: 90 } as const];
    const result = await read({ derived: { ddn: { name: 'age', steps }, fantome: { name: 'x', steps } } });
    expect(findingsOf(result, 'ddn').find(({ code }) => code === 'E92')).toMatchObject({
      severity: 'decide',
      params: { kind: 'age', why: 'index' },
      fixes: [{ kind: 'underive', column: 'ddn' }],
    });
    expect(result.schema.find(({ name }) => name === 'ddn')?.role).toBe('quasi-identifier');
    expect(result.findings.find(({ code }) => code === 'E92')?.params).toMatchObject({
      why: 'absent',
      source: 'fantome',
    });
  });

  it('a name already taken is made free; a new name does not hide an identifier', async () => {
    const names = ['Anne', 'Zoé', 'Luc', 'Paul', 'Inès', 'Marc', 'Jean'];
    const steps = [{ kind: 'merge-rare', floor: 2, other: 'autre' } as const];
    const result = await readText(`nom;poids\n${repeat(60, (i) => `${names[i % 7]};${60 + (i % 9)}`)}`, {
      derived: { nom: { name: 'poids', steps } },
    });
    expect(result.table.columns.map(({ name }) => name)).toEqual(['poids_2', 'poids']);
    expect(result.schema[0]).toMatchObject({ role: 'identifier', source: 'nom' });
    expect(result.schema[1]).not.toHaveProperty('source');
  });

  it('names that every object has are names like others', async () => {
    const result = await readText(`__proto__;constructor\n${repeat(40, (i) => `${i % 9};${i % 7}`)}`, {
      derived: Object.fromEntries([['__proto__', { name: 'toString', steps: [{ kind: 'round', to: 5 } as const] }]]),
    });
    expect(result.table.columns.map(({ name }) => name)).toEqual(['toString', 'constructor']);
    expect(new Set(valuesOf(result.table.columns[0]!))).toEqual(new Set([0, 5, 10]));
  });
});

it('a file of controls as the source has it is computed in the same way', async () => {
  const options: ReadOptions = {
    language: 'fr',
    derived: {
      ddn: { name: 'age', steps: [{ kind: 'age', at: { column: 'date_inclusion' }, unit: 'years', top: 90 }] },
    },
    rows: { kind: 'first', patient: 'IPP', by: 'date_visite' },
  };
  const first = await read(options);
  const controls = readLike(await parseFile(bytesOf(file), 'controls.csv', options), first.table, options);
  const { table } = alignTable(first.table, controls.table);
  expect(table.rowCount).toBe(40);
  expect(valuesOf(table.columns[1]!)).toEqual(valuesOf(first.table.columns[1]!));
});

it('every finding is a sentence in both languages', async () => {
  const codes = ['E90', 'E91', 'E92', 'E93', 'E94'];
  const params = {
    column: 'a',
    source: 'b',
    kind: 'age bound',
    lost: 2,
    why: 'few',
    rule: 'first',
    patient: 'p',
    before: 9,
    after: 3,
    unknown: 1,
    cut: 2,
  };
  for (const language of ['en', 'fr'] as const) {
    for (const code of codes) {
      const said = say(catalogues[language].findings[code]!, params, speakers[language]);
      expect(said).not.toMatch(/undefined|NaN|\[object/);
      expect(said.length).toBeGreaterThan(30);
    }
  }
});
