import { describe, expect, it } from 'vitest';
import { audit, type AuditInput } from '../../../src/engine/audit/audit.ts';
import { estimateAudit } from '../../../src/engine/audit/estimate.ts';
import { attackedOfEach, mostInSplit } from '../../../src/engine/audit/limits.ts';
import { steadyProgress } from '../../../src/engine/audit/progress.ts';
import { makeRound, withSynthetic } from '../../../src/engine/audit/round.ts';
import { makeSplits } from '../../../src/engine/audit/splits.ts';
import type { AuditProgress } from '../../../src/engine/audit/stages.ts';
import { avatarGenerator } from '../../../src/engine/generate/avatar.ts';
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import { randomSource } from '../../../src/engine/numeric/random.ts';
import { distancesToSynthetic } from '../../../src/engine/privacy/attacks/distances.ts';
import { membership } from '../../../src/engine/privacy/attacks/membership.ts';
import { attacks } from '../../../src/engine/privacy/attacks/registry.ts';
import { plan } from '../../../src/engine/plan.ts';
import { noRoles } from '../../../src/engine/table/roles.ts';
import { takeRows } from '../../../src/engine/table/table.ts';
import { simulateTable } from '../../bench/simulate.ts';

const random = (seed: number) => randomSource(new Uint8Array(32).fill(seed));
const search = plainSearch();
const settings = { ...defaultSettings, generator: 'avatar' as const, k: 5, ncp: 3, cap: null };
const table = simulateTable({ rows: 150, numbers: 4, categories: 2 }, 8);
const input = (more: Partial<AuditInput> = {}): AuditInput => ({
  table,
  settings,
  roles: noRoles,
  search,
  random: random(2),
  rounds: 2,
  ...more,
});

const release = () => avatarGenerator.generate({ table, settings, search, random: random(3), traced: true });

describe('an audit says how far it is', () => {
  it('never goes back, names every step, ends at 1', async () => {
    const said: AuditProgress[] = [];
    const outcome = await audit(input({ generation: await release() }), {
      onProgress: (progress) => said.push(progress),
    });
    const shares = said.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(new Set(said.map(({ step }) => step))).toEqual(
      new Set(['leave-one-out', 'generate', 'anchors', ...attacks.map(({ step }) => step)]),
    );
    expect(Math.max(...said.map(({ round }) => round))).toBe(2);
    expect(outcome.files).toBe(1);
    expect(outcome.k).toBe(settings.k);
  });

  it('says how many donors its avatars had, where fewer patients were left than k asks for', async () => {
    const few = takeRows(
      table,
      Int32Array.from({ length: 40 }, (_, i) => i),
    );
    const outcome = await audit(input({ table: few, settings: { ...settings, k: 30 }, rounds: 2 }));
    expect(outcome.members).toBe(20);
    expect(outcome.k).toBe(19);
    expect(plan(few, { ...settings, k: 35 }).warnings).toContainEqual(
      expect.objectContaining({ code: 'plan-k-cut-in-audit', params: { k: 35, members: 32 } }),
    );
    const reinforced = { ...settings, generator: 'reinforced' as const };
    expect(plan(few, { ...reinforced, k: 39 }).warnings).toContainEqual(
      expect.objectContaining({ code: 'plan-k-cut', params: { k: 39, kept: 38 } }),
    );
    expect(plan(few, { ...settings, k: 20 }).warnings.map(({ code }) => code)).not.toContain('plan-k-cut-in-audit');
  });

  it('a part of the work that says less than before, or too much, moves nothing beyond its end', () => {
    const shares: number[] = [];
    const progress = steadyProgress(({ share }) => shares.push(share), 1);
    progress.enter({ round: 1, from: 0.2, to: 0.6 });
    for (const share of [0.5, 0.25, 2]) progress.say('membership', share);
    progress.enter({ round: 0, from: 0.6, to: 1 });
    progress.say('anchors', 0);
    expect(shares.map((share) => Number(share.toFixed(9)))).toEqual([0.4, 0.4, 0.6, 0.6]);
  });
});

describe('an audit stops at once', () => {
  it.each([
    'leave-one-out',
    'generate',
    'membership',
    'linkability',
    'inference',
    'reconstruction',
    'anchors',
  ] as const)('when cancelled while it is at %s, and its random source is destroyed', async (at) => {
    const controller = new AbortController();
    const source = random(2);
    let after = 0;
    const running = audit(input({ generation: await release(), random: source }), {
      signal: controller.signal,
      onProgress({ step }) {
        if (controller.signal.aborted) after++;
        if (step === at) controller.abort();
      },
    });
    await expect(running).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    // Nothing but what was said in the same breath.
    expect(after).toBeLessThanOrEqual(2);
    expect(() => source.derive(0)).toThrow('destroyed');
  });

  it('the conclusions look at the signal too: they draw thousands of samples', async () => {
    const members = takeRows(
      table,
      Int32Array.from({ length: 100 }, (_, i) => i),
    );
    const controls = takeRows(
      table,
      Int32Array.from({ length: 50 }, (_, i) => 100 + i),
    );
    const round = makeRound({ members, controls, synthetic: members, search });
    const controller = new AbortController();
    controller.abort();
    const conclusion = { roles: noRoles, groups: [], random: random(5), signal: controller.signal };
    for (const { attack, step } of attacks.filter(({ step: one }) =>
      ['membership', 'copies', 'inference'].includes(one),
    )) {
      const tally = await attack.tally(round, { roles: noRoles, search, random: random(6) });
      await expect(Promise.resolve(attack.conclude([tally], conclusion)), step).rejects.toThrow(
        expect.objectContaining({ name: 'AbortError' }),
      );
    }
  });
});

describe('a large file', () => {
  const rows = 5200;
  const large = simulateTable({ rows, numbers: 2, categories: 1 }, 9);
  const [split] = makeSplits(rows, random(1), 1).rounds;
  const members = takeRows(large, split!.members);
  const controls = takeRows(large, split!.controls);
  const synthetic = takeRows(
    members,
    Int32Array.from({ length: 60 }, (_, i) => i),
  );
  const round = makeRound({ members, controls, synthetic, search, random: random(4) });

  it('some are attacked: distinct, in order, members and controls apart', () => {
    for (const who of ['members', 'controls'] as const) {
      const rowsOf = round.attacked![who];
      expect(new Set(rowsOf).size).toBe(attackedOfEach);
      expect(rowsOf).toEqual(rowsOf.slice().sort());
      expect(rowsOf.at(-1)!).toBeLessThan(round[who].rowCount);
    }
    expect(makeRound({ members: synthetic, controls, synthetic, search, random: random(4) }).attacked).toBeUndefined();
  });

  it('distances are those of everybody, for the attacked only', async () => {
    const { attacked: _none, ...everybody } = round;
    const some = await distancesToSynthetic(round, round.spaces.gower, 'members');
    const all = await distancesToSynthetic(everybody, round.spaces.gower, 'members');
    const wanted = new Set(round.attacked!.members);
    some.forEach((distance, row) => expect(distance).toBe(wanted.has(row) ? all[row] : NaN));
  });

  it('membership counts the attacked', async () => {
    const tally = await membership.tally(round, { roles: noRoles, search, random: random(6) });
    expect(new Set(tally.members.ids).size).toBeLessThanOrEqual(attackedOfEach);
    expect(tally.others.ids).toHaveLength(attackedOfEach);
    expect([...tally.members.isolation, ...tally.others.isolation].some(Number.isNaN)).toBe(false);
  });

  it('above 20 000 patients a round takes 20 000 of them, 70/30, others each time', () => {
    const { rounds } = makeSplits(30_000, random(1));
    for (const one of rounds) {
      expect(one.controls).toHaveLength(0.3 * mostInSplit);
      expect(new Set([...one.members, ...one.controls]).size).toBe(mostInSplit);
    }
    expect(rounds[0]!.members).not.toEqual(rounds[1]!.members);
  });
});

describe('earlier releases of the same source', () => {
  it('two files are held together, and betray at least as much as one (2023 method)', async () => {
    const auc = async (releases: number) => {
      const { metrics, files } = await audit(input({ rounds: 5, releases }));
      expect(files).toBe(1 + releases);
      return metrics.find(({ id }) => id === 'membership-auc')!.value!;
    };
    const [one, two] = [await auc(0), await auc(1)];
    // It leaks: else there would be nothing to compare.
    expect(one).toBeGreaterThan(0.6);
    expect(two).toBeGreaterThanOrEqual(one);
  });
});

describe('the same patients with another file', () => {
  it('keep their distances and who they are', () => {
    const members = takeRows(
      table,
      Int32Array.from({ length: 100 }, (_, i) => i),
    );
    const controls = takeRows(
      table,
      Int32Array.from({ length: 50 }, (_, i) => 100 + i),
    );
    const round = makeRound({ members, controls, synthetic: members, search });
    const other = withSynthetic(round, controls);
    expect(other.spaces).toBe(round.spaces);
    expect(other.members).toBe(round.members);
    expect(other.synthetic.rowCount).toBe(50);
  });
});

describe('the time an audit takes', () => {
  const of = (rows: number, columns: number, k = 20) =>
    estimateAudit(rows, columns, 2 * columns, { ...defaultSettings, k });

  it('grows with rows, columns and k', () => {
    expect(of(2000, 20)).toBeGreaterThan(of(1000, 20));
    expect(of(1000, 40)).toBeGreaterThan(of(1000, 20));
    expect(of(1000, 20, 40)).toBeGreaterThan(of(1000, 20));
  });

  it('does not grow with the square of a very large file', () => {
    expect(of(200_000, 20)).toBeLessThan(4 * of(100_000, 20));
    expect(of(200_000, 20) - of(100_000, 20)).toBeLessThan(of(100_000, 20));
  });
});
