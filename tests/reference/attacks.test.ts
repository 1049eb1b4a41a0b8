/** The attacks against held-out patients on the authors' own splits. Golden values: privacy.md 12.3. */
import { expect, it } from 'vitest';
import { makeRound } from '../../src/engine/audit/round.ts';
import { noRoles } from '../../src/engine/table/roles.ts';
import { randomSource } from '../../src/engine/numeric/random.ts';
import type { Attack } from '../../src/engine/privacy/attacks/attack.ts';
import { copies } from '../../src/engine/privacy/attacks/copies.ts';
import { holdoutShare } from '../../src/engine/privacy/attacks/holdout-share.ts';
import { membership } from '../../src/engine/privacy/attacks/membership.ts';
import type { MetricResult } from '../../src/engine/verdict/metric.ts';
import { kernelSearch } from '../../src/wasm/search.ts';
import { describeReference, referenceRound } from '../support/reference.ts';

type Set = 'aids' | 'wbcd';
type Maker = 'avatar' | 'synthpop' | 'ctgan';
const search = kernelSearch();

async function attack<Tally>(of: Attack<Tally>, set: Set, maker: Maker, splits: readonly number[]) {
  const random = randomSource(new Uint8Array(32).fill(5));
  const tallies: Tally[] = [];
  for (const split of splits) {
    const parts = referenceRound(set, split, maker);
    // Each split holds out patients of its own numbering.
    const first = 10_000 * split;
    const count = (rows: number, from: number) => Int32Array.from({ length: rows }, (_, i) => from + i);
    const round = makeRound({
      ...parts,
      memberIds: count(parts.members.rowCount, first),
      controlIds: count(parts.controls.rowCount, first + 5000),
      search,
    });
    tallies.push(await of.tally(round, { roles: noRoles, search, random: random.derive(split) }));
  }
  const results = of.conclude(tallies, { random, groups: [], roles: noRoles });
  return new Map(results.map((result) => [result.id, result]));
}

const detail = (result: MetricResult | undefined) => result!.detail as Record<string, never>;

describeReference('near copies, to the printed digit', () => {
  it.each([
    ['aids', 'avatar', 0, 2.254467, 2.812583, 0.892357, 300, 0.643563],
    ['aids', 'avatar', 1, 2.309896, 2.849425, 0.873162, 266, 0.639388],
    ['aids', 'synthpop', 0, 2.801156, 3.004382, 0.939006, 26, 0.543738],
    ['aids', 'synthpop', 1, 2.797681, 2.934449, 1.108663, 41, 0.531337],
    ['aids', 'ctgan', 0, 3.842145, 3.852132, 1.850206, 13, 0.508322],
    ['aids', 'ctgan', 1, 3.903166, 4.005459, 2.059419, 29, 0.520212],
  ] as const)('%s %s split %i', async (set, maker, split, member, control, tau, near, auc) => {
    const found = detail((await attack(copies, set, maker, [split])).get('near-copies'));
    expect(found.median_d1).toEqual({ member: expect.closeTo(member, 6), control: expect.closeTo(control, 6) });
    expect(found.tau).toBeCloseTo(tau, 6);
    expect(found.near_count).toBe(near);
    expect(found.auc_minus_d1).toBeCloseTo(auc, 6);
  });

  it.each([
    [0, 0.426444, 0.679685, 0.589065],
    [1, 0.525134, 0.354774, 0.50595],
  ] as const)('wbcd avatar split %i: unseen patients are matched exactly too', async (split, member, control, auc) => {
    const result = (await attack(copies, 'wbcd', 'avatar', [split])).get('near-copies');
    expect(result).toMatchObject({ value: null, applicable: false, reason: 'unseen-matched-exactly' });
    const found = detail(result);
    expect(found.median_d1).toEqual({ member: expect.closeTo(member, 6), control: expect.closeTo(control, 6) });
    expect(found.tau).toBe(0);
    expect(found.auc_minus_d1).toBeCloseTo(auc, 6);
  });
});

describeReference('exact copies', () => {
  it.each([
    ['avatar', 0, 0.4226, 0.322, 5, 269, 2, 134],
    ['avatar', 1, 0.3473, 0.3659, 6, 292, 1, 111],
    ['synthpop', 0, 0.4477, 0.3268, 22, 269, 2, 134],
    ['synthpop', 1, 0.3954, 0.3951, 18, 292, 3, 111],
    ['ctgan', 0, 0.3536, 0.2732, 8, 269, 2, 134],
    ['ctgan', 1, 0.2971, 0.3317, 4, 292, 2, 111],
  ] as const)('wbcd %s split %i', async (maker, split, members, controls, found, of, unseen, ofUnseen) => {
    const result = detail((await attack(copies, 'wbcd', maker, [split])).get('exact-copies'));
    expect(result.found).toEqual({ member: expect.closeTo(members, 4), control: expect.closeTo(controls, 4) });
    expect(result.unique_members).toEqual({ found, of });
    expect(result.unique_controls).toEqual({ found: unseen, of: ofUnseen });
  });

  it('aids: none', async () => {
    expect((await attack(copies, 'aids', 'avatar', [0])).get('exact-copies')!.value).toBe(0);
  });
});

describeReference('membership and holdout share, within the bands of the published files', () => {
  it('aids avatars: one member in five is recognised at 1 % false accusations', async () => {
    const found = await attack(membership, 'aids', 'avatar', [0, 1, 2]);
    const auc = found.get('membership-auc')!;
    expect(auc.value).toBeGreaterThan(0.64);
    expect(auc.value).toBeLessThan(0.7);
    expect(detail(auc).score).toBe('coded ratio');
    expect(found.get('membership-tpr-1')!.value).toBeGreaterThan(15);
    expect(found.get('membership-tpr-1')!.value).toBeLessThan(25);
    const share = (await attack(holdoutShare, 'aids', 'avatar', [0, 1, 2])).get('holdout-share')!;
    expect(share.value).toBeGreaterThan(60);
    expect(share.value).toBeLessThan(66);
  });

  it('ctgan, which copies nothing: no score does better than labels at random', async () => {
    const auc = (await attack(membership, 'aids', 'ctgan', [0, 1, 2])).get('membership-auc')!;
    expect(auc.value).toBeLessThan((detail(auc).nullMaximum as { high: number }).high + 0.01);
  });
});
