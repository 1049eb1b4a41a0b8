import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import { fromArrowIPC } from '../../../src/engine/table/arrow.ts';
import type { Decisions } from '../../../src/workers/protocol.ts';
import { runJob } from '../../../src/workers/run-job.ts';
import { Source } from '../../../src/workers/source.ts';

/** A French Excel file: semicolons, decimal commas, dd/mm/yyyy, ND for missing, a formula-like level, valid keys. */
function french(rows: number): Uint8Array {
  const lines = ['Âge;Créatinine;Entrée;Sexe;Note;NIR'];
  for (let i = 0; i < rows; i++) {
    const day = String(1 + (i % 28)).padStart(2, '0');
    const blood = i % 10 === 0 ? 'ND' : `${60 + (i % 40)},${i % 10}`;
    const digits = `1${String(40 + (i % 50)).padStart(2, '0')}0${1 + (i % 9)}75${String(100 + i).padStart(3, '0')}${String(1 + i).padStart(3, '0')}`;
    const key = String(97 - Number(BigInt(digits) % 97n)).padStart(2, '0');
    lines.push(
      `${20 + ((i * 7) % 53)};${blood};${day}/0${1 + (i % 9)}/2021;${i % 2 ? 'F' : 'M'};${i % 3 ? 'calme' : '=1+1'};${digits}${key}`,
    );
  }
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
}

const decisions = (roles: Decisions['roles'] = {}): Decisions => ({
  reading: { language: 'fr' },
  roles,
  settings: { ...defaultSettings, k: 10 },
});

async function opened(): Promise<Source> {
  const source = new Source();
  await source.open('cohorte été.csv', french(60), { language: 'fr' });
  return source;
}

async function generated(source: Source, chosen: Decisions): Promise<string> {
  const bytes = await source.take(chosen);
  const { view, synthetic } = await runJob(bytes, chosen.settings, plainSearch(), () => undefined);
  await source.keep(view.id, chosen, synthetic);
  return view.id;
}

describe('from a dropped file to a downloaded one', () => {
  it('reads, plans, runs and writes in the dress of the source, its name saying that nobody validated it', async () => {
    const source = await opened();
    expect((await source.plan(decisions())).refusals).toEqual([]);
    const runId = await generated(source, decisions());
    const file = await source.exportFile(runId, 'csv', 'fr');
    expect(file.fileName).toBe('cohorte été_synthetique_NON-VALIDE.csv');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
    const lines = text.split('\r\n');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(lines[0]).toBe('\ufeffÂge;Créatinine;Entrée;Sexe;Note');
    expect(lines).toHaveLength(62);
    expect(file.neutralised).toBeGreaterThan(0);
    for (const line of lines.slice(1, -1)) {
      expect(line).toMatch(/^\d+;(ND|\d+,\d);\d\d\/\d\d\/2021;[FM];(calme|'=1\+1)$/);
    }
    expect((await source.exportFile(runId, 'xlsx', 'en')).fileName).toBe('cohorte été_synthetic_NOT-VALIDATED.xlsx');
  });

  it('blocks the download when a kept column holds identifiers with valid check digits', async () => {
    const source = await opened();
    const kept = decisions({ NIR: 'keep' });
    expect(await source.exportBlocks(kept)).toMatchObject([{ column: 'NIR', valid: 60, checked: 60 }]);
    const runId = await generated(source, kept);
    await expect(source.exportFile(runId, 'csv', 'fr')).rejects.toMatchObject({
      code: 'E49',
      where: { column: 'NIR' },
    });
    expect(await source.exportBlocks(decisions())).toEqual([]);
  });

  it('gives a run only the kept columns', async () => {
    const source = await opened();
    const table = fromArrowIPC(await source.take(decisions({ Sexe: 'drop' })));
    expect(table.columns.map(({ name }) => name)).toEqual(['Âge', 'Créatinine', 'Entrée', 'Note']);
    expect(table.columns.map(({ type }) => type)).toEqual(['integer', 'number', 'date', 'category']);
  });

  it('reads a mixed column that nobody decided about as its finding proposes, and says so', async () => {
    const source = new Source();
    const rows = Array.from(
      { length: 80 },
      (_, i) => `${60 + ((i * 7) % 31)}${i === 3 ? 'a' : ''};${i % 2 ? 'F' : 'M'}`,
    );
    await source.open('mixed.csv', new TextEncoder().encode(`Créatinine;Sexe\n${rows.join('\n')}\n`), {});
    const undecided = { ...decisions(), reading: {} };
    const [warning] = (await source.plan(undecided)).warnings;
    expect(warning).toMatchObject({ code: 'plan-mixed', column: 'Créatinine' });
    const [column] = fromArrowIPC(await source.take(undecided)).columns;
    expect(column).toMatchObject({ name: 'Créatinine', type: 'number', decimals: 0 });
    expect((column as { values: Float64Array }).values[3]).toBeNaN();
  });

  it('reads again when the reading is changed, and comes back when it is undone', async () => {
    const source = await opened();
    const first = await source.reread({ language: 'fr' });
    const other = await source.reread({ language: 'fr', delimiter: ',' });
    expect(other.columns.length).not.toBe(first.columns.length);
    expect(await source.reread({ language: 'fr' })).toEqual(first);
  });
});
