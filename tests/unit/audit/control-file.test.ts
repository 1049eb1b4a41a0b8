import { describe, expect, it } from 'vitest';
import { checkControls } from '../../../src/engine/audit/control-file.ts';
import { attackPair } from '../../../src/engine/audit/pair.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import { noRoles } from '../../../src/engine/table/roles.ts';
import { appendRows, takeRows, type Table } from '../../../src/engine/table/table.ts';
import { attackParams } from '../../../src/engine/words/attack-params.ts';
import { catalogues } from '../../../src/engine/words/index.ts';
import { say, speakers } from '../../../src/engine/words/words.ts';
import { patients, source } from '../privacy/game.ts';

const rows = (table: Table, from: number, to: number): Table =>
  takeRows(
    table,
    Int32Array.from({ length: to - from }, (_, i) => from + i),
  );

const members = patients(120, 1);
const others = patients(120, 2);
const made = patients(120, 3);

describe('a control file', () => {
  it('of other patients shares nothing', () => {
    expect(checkControls(members, others, made)).toEqual({ common: 0, expected: 0, beyondChance: false });
  });

  it.each([
    ['the original itself', members],
    ['a part of the original, in another order', rows(members, 30, 70)],
    ['the original with some others', appendRows(members, rows(others, 0, 50))],
  ])('that is %s is refused', (_name, controls) => {
    expect(() => checkControls(members, controls, made)).toThrow(
      expect.objectContaining({ code: 'E72', params: expect.objectContaining({ file: 'original' }) as unknown }),
    );
  });

  it('that is the synthetic file is refused', () => {
    expect(() => checkControls(members, made, made)).toThrow(
      expect.objectContaining({ code: 'E72', params: { file: 'synthetic', common: 120, rows: 120 } }),
    );
  });

  it('with a few patients of the file is told, not refused', () => {
    const controls = appendRows(rows(members, 0, 15), rows(others, 0, 85));
    expect(checkControls(members, controls, made)).toEqual({ common: 15, expected: 0, beyondChance: true });
  });

  it('in a table of few combinations, common rows are chance: neither told nor refused', () => {
    const law = { numbers: 0, levels: 3 };
    const [few, unseen] = [patients(300, 4, law), patients(120, 5, law)];
    const { common, expected, beyondChance } = checkControls(few, unseen, patients(300, 6, law));
    expect(common).toBeGreaterThan(100);
    expect(Math.abs(common - expected)).toBeLessThan(20);
    expect(beyondChance).toBe(false);
  });

  it('reaches the attacks: refused before any is made, or said beside their sizes', async () => {
    const attack = (controls: Table) =>
      attackPair({ members, synthetic: made, controls, roles: noRoles, search: plainSearch(), random: source(7) });
    await expect(attack(members)).rejects.toMatchObject({ code: 'E72' });
    const metrics = await attack(appendRows(rows(members, 0, 15), rows(others, 0, 45)));
    const params = attackParams(metrics.find(({ id }) => id === 'membership-auc')!);
    expect(params.controlsInFile).toBe(15);
    for (const language of ['en', 'fr'] as const) {
      expect(say(catalogues[language].metrics['attack.sizes']!, params, speakers[language])).toContain('15');
    }
    expect(metrics.find(({ id }) => id === 'shadow')).toMatchObject({ applicable: false, reason: 'made-elsewhere' });
  });
});
