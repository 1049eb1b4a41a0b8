/**
 * The policy on files built to leak (privacy.md 12.2): never exportable, even when the seven indicators and the donors look
 * perfect; and on a good file: not stopped by A1 to A5 and A7 (12.1, tests 1 and 10).
 */
import { expect, it } from 'vitest';
import { AttackTallies } from '../../src/engine/audit/attack-rounds.ts';
import { fileTests } from '../../src/engine/audit/file-tests.ts';
import { releaseTests } from '../../src/engine/audit/release.ts';
import { makeRound } from '../../src/engine/audit/round.ts';
import { generatorById } from '../../src/engine/generate/registry.ts';
import { defaultSettings, type Settings } from '../../src/engine/generate/settings.ts';
import { randomSource } from '../../src/engine/numeric/random.ts';
import { attacks } from '../../src/engine/privacy/attacks/registry.ts';
import { type DeclaredRoles, noRoles } from '../../src/engine/table/roles.ts';
import { appendRows, type Table } from '../../src/engine/table/table.ts';
import { decide } from '../../src/engine/verdict/decide.ts';
import { type Decision, type Facts, presets } from '../../src/engine/verdict/decision.ts';
import type { MetricResult } from '../../src/engine/verdict/metric.ts';
import { policy } from '../../src/engine/verdict/policy.ts';
import { kernelSearch } from '../../src/wasm/search.ts';
import {
  blurredCopies,
  firstReinforced,
  generate,
  jitteredCopies,
  neighbourCopies,
  plantedPatients,
  smallCohort,
} from '../support/leaking.ts';
import { describeReference, referenceRound } from '../support/reference.ts';
import { withMetrics } from '../unit/verdict/green.ts';

const search = kernelSearch();
const random = (label: number) => randomSource(new Uint8Array(32).fill(9)).derive(label);

interface Files {
  readonly members: Table;
  readonly controls: Table;
  readonly synthetic: Table;
}

/** The attacks that have a line in the policy, once, without their anchors. */
async function attack(files: Files, only?: string, roles: DeclaredRoles = noRoles): Promise<MetricResult[]> {
  const judged = new Set(policy.lines.map(({ metric }) => metric));
  const listed = attacks.filter(({ step, metrics }) => (only ?? step) === step && metrics.some((id) => judged.has(id)));
  const run = { roles, search, random: random(100), groups: [], attacks: listed };
  const tallies = new AttackTallies(run);
  await tallies.add(makeRound({ ...files, search }));
  return tallies.conclude();
}

/** All that is not attacked here is given as perfect: the seven indicators, the donors, the shadow test, the settings. */
const factsOf = async (files: Files, only?: string): Promise<Facts> => ({
  ...withMetrics(...(await attack(files, only)), ...fileTests(files.members, files.synthetic, noRoles, random(101))),
  rows: files.members.rowCount,
  syntheticRows: files.synthetic.rowCount,
});
const decideOn = async (files: Files, only?: string): Promise<Decision> =>
  decide(await factsOf(files, only), 'partner');

const gatedTests = /privacy\.md A[1-57]\b/;
/** Lines of A1 to A5 and A7 that are not green. */
const stoppedBy = ({ lines }: Decision): string[] => {
  const gated = new Set(policy.lines.filter(({ source }) => gatedTests.test(source)).map(({ id }) => id));
  return lines
    .filter(({ id, state, counts }) => gated.has(id) && state !== 'exportable' && counts !== false)
    .map(({ id, value, reason }) => `${id} ${value?.toPrecision(3) ?? reason}`);
};

const aids = (maker: 'avatar' | 'ctgan' = 'avatar') => referenceRound('aids', 0, maker);

let made: Promise<Table> | null = null;
const goodFile = (members: Table): Promise<Table> =>
  (made ??= generate(members, firstReinforced, search, random(1)).then(({ table }) => table));

describeReference('files built to leak: never exportable, whatever the indicators say', () => {
  const planted = async (members: Table, share: number, jitter: number) =>
    plantedPatients({ good: await goodFile(members), members, share, jitter }, search, random(2));
  it.each([
    ['F1 real rows, numbers + 0.2 sd', (members: Table) => blurredCopies(members, 0.2, random(3))],
    ['F2 real rows, numbers + 0.5 sd', (members: Table) => blurredCopies(members, 0.5, random(3))],
    ['F3 5 % of isolated patients, verbatim', (members: Table) => planted(members, 0.05, 0)],
    ['F4 45 % of isolated patients, jittered', (members: Table) => planted(members, 0.45, 0.003)],
    ['F5 each row the 10th neighbour of another', (members: Table) => neighbourCopies(members, search)],
  ])('%s', async (name, make) => {
    const files = aids();
    const decision = await decideOn({ ...files, synthetic: await make(files.members) });
    expect(decision).toMatchObject({ state: 'quarantine', degree: 'serious' });
    const stopped = stoppedBy(decision).map((line) => line.split(' ')[0]);
    expect(stopped).toEqual(
      expect.arrayContaining(['membership-tpr-1', 'near-copies', 'linkability', 'inference-mean']),
    );
    // An average does not see a small group, the tails do.
    if (name.startsWith('F3')) expect(stopped).not.toContain('membership-auc');
  });

  it.each([
    ['real rows without noise', (members: Table) => blurredCopies(members, 0, random(3))],
    ['numbers x (1 + 0.005 N)', (members: Table) => jitteredCopies(members, 0.005, random(3))],
    ['noise of 0.05 sd', (members: Table) => blurredCopies(members, 0.05, random(3))],
    ['noise of 0.1 sd', (members: Table) => blurredCopies(members, 0.1, random(3))],
    ['noise of 0.3 sd', (members: Table) => blurredCopies(members, 0.3, random(3))],
    ['10 % of isolated patients, verbatim', (members: Table) => planted(members, 0.1, 0)],
    ['20 % of isolated patients, verbatim', (members: Table) => planted(members, 0.2, 0)],
    ['30 % of isolated patients, verbatim', (members: Table) => planted(members, 0.3, 0)],
  ])('near-miss: %s; the copies are enough', async (_name, make) => {
    const files = aids();
    const decision = await decideOn({ ...files, synthetic: await make(files.members) }, 'copies');
    expect(decision).toMatchObject({ state: 'quarantine', degree: 'serious' });
    expect(stoppedBy(decision).join()).toContain('near-copies');
  });

  it('the published file: serious by its attacks alone', async () => {
    expect(await decideOn(aids())).toMatchObject({ state: 'quarantine', degree: 'serious' });
  });

  it('F6 the published method on 30 patients: its leak is seen, and it is blocked, under every preset', async () => {
    const { members, controls } = aids();
    const files = await smallCohort(appendRows(members, controls), { count: 30, unseen: 600 }, search, random(4));
    const facts = await factsOf(files);
    for (const preset of presets) {
      const decision = decide(facts, preset);
      expect(decision.state).toBe('blocked');
      expect(stoppedBy(decision).length).toBeGreaterThan(5);
    }
  });
});

describeReference('files that do not leak', () => {
  /** What the user of this trial declares: the line of the worst secret is about declared ones (privacy.md 6.2). */
  const roles: DeclaredRoles = { ...noRoles, outcome: ['cens'], time: 'days', event: 'cens', arm: 'arms' };

  it('the reinforced generator on the same rows: not stopped by A1 to A5, nor A7', async () => {
    const files = aids();
    const settings: Settings = { ...defaultSettings, generator: 'reinforced' };
    const input = { table: files.members, settings, roles, search, traced: true };
    const generation = await generatorById('reinforced').generate({ ...input, random: random(5) });
    const release = await releaseTests({
      table: files.members,
      settings,
      roles,
      search,
      random: random(6),
      generation,
    });
    // privacy.md A1: about .50 with 20 donors.
    const dominance = release.metrics.find(({ id }) => id === 'dominance')!;
    expect((dominance.detail.totalCoefficients as { medianLargest: number }).medianLargest).toBeCloseTo(0.5, 1);
    const attacked = await attack({ ...files, synthetic: generation.table }, undefined, roles);
    const facts = { ...withMetrics(...attacked, ...release.metrics), rows: files.members.rowCount, settings };
    expect(stoppedBy(decide({ ...facts, syntheticRows: generation.table.rowCount }, 'partner'))).toEqual([]);
  });

  it('the file of CTGAN, which copies nothing: not stopped by A3 to A5, nor A7', async () => {
    expect(stoppedBy(await decideOn(aids('ctgan')))).toEqual([]);
  });
});
