/** A REDCap export: events and repeated instruments are rows of the same record. */
import { expect, it } from 'vitest';
import type { RowRule } from '../../../src/engine/derive/types.ts';
import { readText } from '../read/support.ts';
import { valuesOf } from './support.ts';

/** Records 1 to 30: a baseline, a follow-up, and one or two laboratory forms at the follow-up. */
const lines = Array.from({ length: 30 }, (_, i) => {
  const id = i + 1;
  const labs = Array.from({ length: 1 + (i % 2) }, (__, j) => `${id},suivi_arm_1,labo,${j + 1},,,,${40 + i + j}`);
  return [
    `${id},inclusion_arm_1,,,${i % 2 ? 'F' : 'M'},${60 + (i % 13)},2,`,
    `${id},suivi_arm_1,,,,${61 + (i % 11)},2,`,
    ...labs,
  ];
});
const file = `record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,sexe,poids,visite_complete,creat
${lines.flat().join('\n')}
`;

it('proposes a pivot by event and instance, one row a record', async () => {
  const plain = await readText(file);
  const finding = plain.schema[0]!.findings.find(({ code }) => code === 'E07')!;
  expect(finding.params).toMatchObject({ rows: 105, distinct: 30 });
  const rules = (finding.fixes ?? []).flatMap((fix) => (fix.kind === 'one-row-per-patient' ? [fix.rule!] : []));
  const rule = rules.find(({ kind }) => kind === 'pivot') as Extract<RowRule, { kind: 'pivot' }>;
  expect(rule.visit).toEqual(['redcap_event_name', 'redcap_repeat_instrument', 'redcap_repeat_instance']);

  const { table, findings } = await readText(file, { rows: rule });
  expect(table.rowCount).toBe(30);
  const byName = new Map(table.columns.map((column) => [column.name, valuesOf(column)]));
  expect([...byName.keys()]).toEqual([
    'record_id',
    'sexe',
    'poids_inclusion_arm_1',
    'poids_suivi_arm_1',
    'visite_complete',
    'creat_suivi_arm_1_labo_1',
    'creat_suivi_arm_1_labo_2',
  ]);
  expect(byName.get('poids_suivi_arm_1')!.slice(0, 3)).toEqual([61, 62, 63]);
  expect(byName.get('creat_suivi_arm_1_labo_2')!.slice(0, 4)).toEqual([null, 42, null, 44]);
  expect(findings.find(({ code }) => code === 'E93')?.params).toMatchObject({ after: 30, cut: 0 });
});

it('a summary takes each form where it was filled in', async () => {
  const rule: RowRule = { kind: 'aggregate', patient: 'record_id', by: null, numbers: 'mean', count: 'rows' };
  const { table } = await readText(file, { rows: rule });
  const byName = new Map(table.columns.map((column) => [column.name, valuesOf(column)]));
  expect(byName.get('creat')!.slice(0, 2)).toEqual([40, 41.5]);
  expect(byName.get('sexe')!.slice(0, 2)).toEqual(['M', 'F']);
  expect(byName.get('rows')!.slice(0, 2)).toEqual([3, 4]);
});
