import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import { fromArrowIPC } from '../../../src/engine/table/arrow.ts';
import type { Decision } from '../../../src/engine/verdict/decision.ts';
import { judgePair } from '../../../src/workers/pair-job.ts';
import type { Decisions, ExportRecord } from '../../../src/workers/protocol.ts';
import { RunJob } from '../../../src/workers/run-job.ts';
import { Source } from '../../../src/workers/source.ts';
import { measureUtility } from '../../../src/workers/utility-job.ts';

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

const noRecord: ExportRecord = { preset: 'partner', validator: '', validatorFunction: '', derogation: null };

/** A record with nothing left to fill in for this decision. */
const complete = ({ lines }: Decision): ExportRecord => ({
  preset: 'partner',
  validator: 'Dr A. Exemple',
  validatorFunction: 'Responsable de l’entrepôt',
  derogation: {
    trained: true,
    riskStudy: 'ER-12',
    justification: 'Enseignement interne sur un échantillon ancien, sans diffusion : '.repeat(2),
    recipients: 'Équipe de biostatistique',
    accepted: lines.filter(({ state }) => state === 'serious').map(({ id }) => id),
  },
});

async function opened(teaching = false): Promise<Source> {
  const source = new Source();
  await source.open({ fileName: 'cohorte été.csv', bytes: french(60), teaching }, { language: 'fr' });
  return source;
}

async function generated(source: Source, chosen: Decisions): Promise<{ runId: string; job: RunJob }> {
  const job = new RunJob(plainSearch());
  const commission = { ...(await source.take(chosen)), settings: chosen.settings };
  const { view, synthetic } = await job.run(commission, () => undefined);
  await source.keep(view, chosen, synthetic);
  return { runId: view.id, job };
}

async function audited(source: Source, chosen: Decisions = decisions()): Promise<string> {
  const { runId, job } = await generated(source, chosen);
  const view = await job.audit(new AbortController().signal, source.startAudit(runId), () => undefined);
  source.noteAudit(runId, view.metrics);
  return runId;
}

describe('from a dropped file to a downloaded one', () => {
  it('blocks what was not audited, keeps in quarantine what falls short, writes it with a complete record', async () => {
    const source = await opened();
    expect((await source.plan(decisions())).refusals).toEqual([]);
    const { runId, job } = await generated(source, decisions());
    const before = source.decide(runId, 'partner');
    expect([before.state, before.lines[0]!.id]).toEqual(['blocked', 'audit']);
    await expect(source.exportFile(runId, 'csv', 'fr', noRecord)).rejects.toMatchObject({ code: 'E70' });

    const releases = source.startAudit(runId);
    expect(releases).toBe(0);
    const view = await job.audit(new AbortController().signal, releases, () => undefined);
    source.noteAudit(runId, view.metrics);
    // 60 rows, and the 2023 method: in quarantine whatever the attacks say.
    const decision = source.decide(runId, 'partner');
    expect(decision).toMatchObject({ state: 'quarantine', degree: 'serious' });
    await expect(source.exportFile(runId, 'csv', 'fr', noRecord)).rejects.toMatchObject({ code: 'E68' });
    const halfway = { ...complete(decision), derogation: { ...complete(decision).derogation!, accepted: [] } };
    await expect(source.exportFile(runId, 'csv', 'fr', halfway)).rejects.toMatchObject({ code: 'E68' });
    expect(source.ledgerText()).toBeNull();

    const file = await source.exportFile(runId, 'csv', 'fr', complete(decision));
    expect(file.fileName).toBe('cohorte été_synthetique_DEROGATION.csv');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
    const lines = text.split('\r\n');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(lines[0]).toBe('\ufeffÂge;Créatinine;Entrée;Sexe;Note');
    expect(lines).toHaveLength(62);
    expect(file.neutralised).toBeGreaterThan(0);
    for (const line of lines.slice(1, -1)) {
      expect(line).toMatch(/^\d+;(ND|\d+,\d);\d\d\/\d\d\/2021;[FM];(calme|'=1\+1)$/);
    }
    const workbook = await source.exportFile(runId, 'xlsx', 'en', complete(decision));
    expect(workbook.fileName).toBe('cohorte été_synthetic_DEROGATION.xlsx');
    const copy = new Source();
    const { sheets } = await copy.open({ fileName: workbook.fileName, bytes: workbook.bytes }, {});
    expect(sheets[0]).toMatchObject({ name: 'DEROGATION' });
  });

  it('lists what was released, without a name or a value, and knows the source again', async () => {
    const source = await opened();
    const runId = await audited(source);
    for (const format of ['csv', 'xlsx'] as const) {
      await source.exportFile(runId, format, 'fr', complete(source.decide(runId, 'partner')));
    }
    const text = source.ledgerText()!;
    // Loaded again in the same visit, it counts nothing twice.
    expect(await source.readLedger(text)).toBe(0);
    expect(JSON.parse(source.ledgerText()!).entries).toHaveLength(1);
    expect(JSON.parse(text).entries).toHaveLength(1);
    expect(text).not.toMatch(/Créatinine|cohorte|NIR|calme/);

    const later = await opened();
    expect(await later.readLedger(text)).toBe(1);
    const second = await generated(later, decisions());
    expect(later.startAudit(second.runId)).toBe(1);
    const releases = later.decide(second.runId, 'partner').lines.find(({ id }) => id === 'releases');
    expect(releases).toMatchObject({ state: 'reservation', value: 2 });

    const other = new Source();
    await other.open({ fileName: 'autre.csv', bytes: french(61) }, { language: 'fr' });
    expect(await other.readLedger(text)).toBe(0);
    await expect(other.readLedger('{}')).rejects.toMatchObject({ code: 'E69' });
  });

  it('marks a bundled sample as a demonstration, outside of the policy', async () => {
    const source = await opened(true);
    const { runId } = await generated(source, decisions());
    expect(source.decide(runId, 'open').state).toBe('teaching');
    expect((await source.exportFile(runId, 'csv', 'fr', noRecord)).fileName).toBe('DEMO_cohorte été_synthetique.csv');
    expect(source.ledgerText()).toBeNull();
  });

  it('counts the runs made before the one that is shown', async () => {
    const source = await opened();
    let last = '';
    for (let k = 5; k <= 11; k++) {
      last = (await generated(source, { ...decisions(), settings: { ...defaultSettings, k } })).runId;
    }
    const attempts = source.decide(last, 'partner').lines.find(({ id }) => id === 'attempts');
    expect(attempts).toMatchObject({ state: 'reservation', value: 6 });
  });

  it('judges a file made elsewhere, read as the original is', async () => {
    const source = await opened();
    const synthetic = { fileName: 'autre.csv', bytes: french(40) };
    const pair = await source.takePair(decisions(), { synthetic, control: null, paired: false });
    const shares: number[] = [];
    const view = await judgePair(pair, plainSearch(), new AbortController().signal, (share) => shares.push(share));
    expect(view).toMatchObject({ rows: 60, syntheticRows: 40 });
    const metric = (id: string) => view.metrics.find((one) => one.id === id);
    const broken = { synthetic, control: { fileName: 'rien.csv', bytes: new Uint8Array() }, paired: false };
    await expect(source.takePair(decisions(), broken)).rejects.toMatchObject({ where: { file: 'rien.csv' } });
    // Its rows are the first forty of the original.
    expect(metric('distance-to-closest')).toMatchObject({ value: 0 });
    expect(metric('hidden-rate')).toMatchObject({ applicable: false, reason: 'pairs-unknown' });
    expect(metric('membership-auc')).toMatchObject({ applicable: false, reason: 'no-control-file' });
    expect(view.utility!.lines.length).toBeGreaterThan(20);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('measures what a run kept, with the decisions it was made from, and can be called off', async () => {
    const source = await opened();
    const chosen = decisions({ Âge: 'time', Sexe: 'event', NIR: 'identifier' });
    const { runId } = await generated(source, chosen);
    const compared = await source.takeRun(runId);
    const steps: number[] = [];
    const { signal } = new AbortController();
    const report = await measureUtility(compared, 'quick', signal, (done) => steps.push(done));
    expect(report.target).toBe('Sexe');
    expect(report.tableOne.groups).toEqual([{ level: null, original: 60, synthetic: 60 }]);
    expect(report.tableOne.rows.some(({ name }) => name === 'NIR')).toBe(false);
    expect(report.survival).toMatchObject({ time: 'Âge', event: 'Sexe', armColumn: null });
    expect(steps).toEqual(steps.map((_, i) => i + 1));
    await expect(measureUtility(compared, 'quick', AbortSignal.abort(), () => undefined)).rejects.toThrow();
  });

  it('blocks the download when a kept column holds identifiers with valid check digits', async () => {
    const source = await opened();
    const kept = decisions({ NIR: 'keep' });
    expect(await source.exportBlocks(kept)).toMatchObject([{ column: 'NIR', valid: 60, checked: 60 }]);
    const runId = await audited(source, kept);
    await expect(
      source.exportFile(runId, 'csv', 'fr', complete(source.decide(runId, 'partner'))),
    ).rejects.toMatchObject({
      code: 'E49',
      where: { column: 'NIR' },
    });
    expect(await source.exportBlocks(decisions())).toEqual([]);
  });

  it('gives a run only the kept columns', async () => {
    const source = await opened();
    const table = fromArrowIPC((await source.take(decisions({ Sexe: 'drop' }))).bytes);
    expect(table.columns.map(({ name }) => name)).toEqual(['Âge', 'Créatinine', 'Entrée', 'Note']);
    expect(table.columns.map(({ type }) => type)).toEqual(['integer', 'number', 'date', 'category']);
  });

  it('reads a mixed column that nobody decided about as its finding proposes, and says so', async () => {
    const source = new Source();
    const rows = Array.from(
      { length: 80 },
      (_, i) => `${60 + ((i * 7) % 31)}${i === 3 ? 'a' : ''};${i % 2 ? 'F' : 'M'}`,
    );
    const bytes = new TextEncoder().encode(`Créatinine;Sexe\n${rows.join('\n')}\n`);
    await source.open({ fileName: 'mixed.csv', bytes }, {});
    const undecided = { ...decisions(), reading: {} };
    const [warning] = (await source.plan(undecided)).warnings;
    expect(warning).toMatchObject({ code: 'plan-mixed', column: 'Créatinine' });
    const [column] = fromArrowIPC((await source.take(undecided)).bytes).columns;
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
