/** The session with an engine in memory: what follows a run, an audit, its cancelling, another preset, another file. */
import { flushSync } from 'svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { SosieError } from '../../../src/engine/errors.ts';
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import type { Engine } from '../../../src/workers/engine.ts';
import type { AuditView, Decision, PlanView, Preset, RunView } from '../../../src/workers/protocol.ts';
import { column, source } from './samples.ts';

vi.hoisted(() => {
  vi.stubGlobal('history', { replaceState: () => undefined, pushState: () => undefined });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('scrollTo', () => undefined);
  vi.stubGlobal('navigator', { languages: ['en-GB'] });
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
});

const engine = vi.hoisted(() => ({ current: null as unknown }));
vi.mock('../../../src/workers/client.ts', () => ({ createEngine: () => engine.current }));

const { Session } = await import('../../../src/ui/state/session.svelte.ts');
const { judgeFor } = await import('../../../src/ui/state/breadth.svelte.ts');
const { drawingTime } = await import('../../../src/ui/state/audit-state.svelte.ts');
const { forgetEngine } = await import('../../../src/ui/state/engine-loader.ts');

const run = (id: string): RunView => ({
  id,
  settings: defaultSettings,
  rows: 100,
  syntheticRows: 100,
  kind: 'pca',
  axesUsed: 2,
  search: 'tree',
  metrics: [],
  cloaking: null,
  projection: { axes: 0, percent: [], original: new Float32Array(), synthetic: new Float32Array(), columns: [] },
  variables: [],
  correlations: null,
  timings: {},
});

const audit: AuditView = {
  runId: 'run',
  metrics: [],
  kind: 'folds',
  rounds: 5,
  members: 80,
  controls: 100,
  exposure: null,
  milliseconds: 10,
};

const never = (): Promise<never> => Promise.reject(new Error('not asked for'));
const settled = () => vi.advanceTimersByTimeAsync(200 + drawingTime);

/** An engine whose run takes no time, and whose audit waits for `finish`. */
function fakeEngine(change: Partial<Engine> = {}, auditMilliseconds = 1000) {
  const asked: { decide: [string, Preset][]; audits: number; runs: number } = { decide: [], audits: 0, runs: 0 };
  let audited = false;
  let finish: () => void = () => undefined;
  const base: Engine = {
    open: () => Promise.resolve(source([column('age'), column('sex')])),
    reread: never,
    viewRecipe: never,
    plan: () => Promise.resolve({ stages: [], auditMilliseconds } as unknown as PlanView),
    run: () => Promise.resolve(run(`run ${++asked.runs}`)),
    audit: (signal) => {
      asked.audits++;
      return new Promise((resolve, reject) => {
        finish = () => ((audited = true), resolve(audit));
        signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
      });
    },
    shadow: () => Promise.resolve([]),
    measureUtility: never,
    decide: (runId, preset) => {
      asked.decide.push([runId, preset]);
      const state = audited ? 'exportable' : 'blocked';
      return Promise.resolve({ state, degree: null, preset, policyVersion: '1', lines: [] } satisfies Decision);
    },
    advise: never,
    evaluateFile: () => Promise.resolve(run('elsewhere')),
    exportBlocks: () => Promise.resolve([]),
    exportFile: never,
    readLedger: never,
    ledgerText: () => Promise.resolve(null),
    close: () => undefined,
  };
  engine.current = { ...base, ...change };
  return { asked, finish: () => finish() };
}

async function opened() {
  const session = new Session();
  await session.opened.open({ fileName: 'cohort.csv', bytes: new Uint8Array() });
  await settled();
  return session;
}

beforeEach(async () => {
  vi.useFakeTimers();
  await forgetEngine();
});

describe('after a run', () => {
  test('the verdict is shown, decided on, and a short audit starts by itself', async () => {
    const { asked, finish } = fakeEngine();
    const session = await opened();
    await session.start();
    flushSync();
    await settled();
    expect(session.step).toBe('verdict');
    expect(session.decision?.state).toBe('blocked');
    expect(session.auditing?.kind).toBe('audit');
    finish();
    await settled();
    flushSync();
    await settled();
    expect(session.auditing).toBeNull();
    expect(session.record?.audit).toBe(audit);
    expect(session.decision?.state).toBe('exportable');
    expect(asked.audits).toBe(1);
  });

  test('a long audit waits for the user', async () => {
    const { asked } = fakeEngine({}, 120_000);
    const session = await opened();
    await session.start();
    await settled();
    expect(asked.audits).toBe(0);
    void session.audit();
    await settled();
    expect(asked.audits).toBe(1);
  });

  test('a cancelled audit loses nothing, and starts again', async () => {
    const { asked, finish } = fakeEngine();
    const session = await opened();
    await session.start();
    await settled();
    expect(session.askCancel()).toBe(true);
    session.cancelAudit();
    await settled();
    expect(session.auditing).toBeNull();
    expect(session.problem).toBeNull();
    expect(session.record?.view.id).toBe('run 1');
    expect(session.audits.cancelled).toBe(session.record?.key);
    void session.audit();
    await settled();
    finish();
    await settled();
    expect(asked.audits).toBe(2);
    expect(session.record?.audit).toBe(audit);
  });

  test('when the worker is gone, the run can be made again although it was done', async () => {
    const { asked } = fakeEngine({ audit: () => Promise.reject(new SosieError('E71')) });
    const session = await opened();
    await session.start();
    await settled();
    expect(session.audits.alive).toBeNull();
    expect(session.problem).toBeNull();
    await session.start();
    expect(asked.runs).toBe(1);
    await session.start(true);
    expect(asked.runs).toBe(2);
    expect(session.runs.records).toHaveLength(1);
    expect(session.runs.made).toBe(2);
  });

  test('an audit that fails otherwise is a problem on the page', async () => {
    fakeEngine({ audit: () => Promise.reject(new SosieError('E17')) });
    const session = await opened();
    await session.start();
    await settled();
    expect(session.problem).toMatchObject({ doing: 'audit', error: { code: 'E17' } });
    expect(session.audits.alive).toBe(session.record?.key);
  });
});

describe('the decision', () => {
  test('is asked once for each preset, and again when something that decides has changed', async () => {
    const { asked } = fakeEngine({}, 200_000);
    const session = await opened();
    await session.start();
    flushSync();
    await settled();
    const first = asked.decide.length;
    session.preset = 'open';
    flushSync();
    await settled();
    expect(session.decision?.preset).toBe('open');
    session.preset = 'partner';
    flushSync();
    await settled();
    expect(session.decision?.preset).toBe('partner');
    expect(asked.decide).toHaveLength(first + 1);
    session.verdicts.refresh();
    flushSync();
    await settled();
    expect(asked.decide).toHaveLength(first + 2);
  });

  test('follows the breadth chosen beside it: a line of the journal, the same file, and a way back', async () => {
    fakeEngine({}, 200_000);
    const session = await opened();
    await session.start();
    await settled();
    const { decisions, key } = session;
    judgeFor(session, 'open');
    flushSync();
    await settled();
    expect(session.decision?.preset).toBe('open');
    expect(session.history.entries.map(({ line }) => line)).toEqual([{ kind: 'preset', preset: 'open' }]);
    expect(session.decisions).toBe(decisions);
    expect([session.key, session.stale]).toEqual([key, false]);
    judgeFor(session, 'open');
    expect(session.history.entries).toHaveLength(1);
    session.undo();
    flushSync();
    expect(session.preset).toBe('partner');
    session.redo();
    flushSync();
    expect(session.preset).toBe('open');
  });

  test('goes with the file', async () => {
    fakeEngine({}, 200_000);
    const session = await opened();
    await session.start();
    await settled();
    await session.forget();
    expect(session.record).toBeNull();
    expect(session.decision).toBeNull();
    expect(session.audits.alive).toBeNull();
  });
});

test('a file made elsewhere is a record of its own, without a state, and the run can be looked at again', async () => {
  const { asked } = fakeEngine({}, 200_000);
  const session = await opened();
  await session.start();
  flushSync();
  await settled();
  const own = session.record!;
  const decided = asked.decide.length;
  const synthetic = { fileName: 'theirs.csv', bytes: new Uint8Array() };
  await session.evaluateFile({ synthetic, control: null, paired: false });
  flushSync();
  await settled();
  expect(session.record).toMatchObject({ elsewhere: true, fileName: 'theirs.csv', audit: null });
  expect(session.decision).toBeNull();
  expect(session.stale).toBe(false);
  expect(session.runs.made).toBe(1);
  await session.audit();
  expect(asked.audits).toBe(0);
  expect(asked.decide).toHaveLength(decided);
  session.show(own);
  expect(session.record?.view.id).toBe(own.view.id);
});
