/** The reinforced generator with its defaults, attacked on the authors' own split of AIDS. Source: privacy.md 12.1, 3; 6.2. */
import { beforeAll, expect, it } from 'vitest';
import { AttackTallies } from '../../src/engine/audit/attack-rounds.ts';
import { makeRound } from '../../src/engine/audit/round.ts';
import type { Generation } from '../../src/engine/generate/generator.ts';
import { reinforcedGenerator } from '../../src/engine/generate/reinforced/reinforced.ts';
import { defaultSettings } from '../../src/engine/generate/settings.ts';
import { randomSource } from '../../src/engine/numeric/random.ts';
import { attacks } from '../../src/engine/privacy/attacks/registry.ts';
import { dominance } from '../../src/engine/privacy/release/dominance.ts';
import { leaveOneOut } from '../../src/engine/privacy/release/leave-one-out.ts';
import { rareLevels } from '../../src/engine/privacy/release/rare-levels.ts';
import { alignTable } from '../../src/engine/read/align.ts';
import { noRoles } from '../../src/engine/table/roles.ts';
import { measureFidelity } from '../../src/engine/utility/fidelity.ts';
import { coxByArm } from '../../src/engine/utility/survival/cox.ts';
import { kernelSearch } from '../../src/wasm/search.ts';
import { describeReference, referenceRound } from '../support/reference.ts';

const search = kernelSearch();
const random = randomSource(new Uint8Array(32).fill(6));
const roles = { ...noRoles, outcome: ['cens'], time: 'days', event: 'cens', arm: 'arms' };
const wanted: ReadonlySet<string> = new Set(['membership', 'copies', 'linkability']);

describeReference('the reinforced generator on AIDS, split 0', () => {
  const parts = () => referenceRound('aids', 0, 'avatar');
  let generation: Generation;

  beforeAll(async () => {
    const { members } = parts();
    const settings = { ...defaultSettings, generator: 'reinforced' as const };
    generation = await reinforcedGenerator.generate({ table: members, settings, search, random, roles, traced: true });
  });

  it('no attack against held-out patients finds a leak', async () => {
    const run = {
      roles,
      search,
      random: random.derive(1),
      groups: [],
      attacks: attacks.filter(({ step }) => wanted.has(step)),
    };
    const tallies = new AttackTallies(run);
    await tallies.add(makeRound({ ...parts(), synthetic: generation.table, search }));
    const found = new Map((await tallies.conclude()).map(({ id, value }) => [id, value]));
    expect(found.get('membership-auc')).toBeLessThanOrEqual(0.57);
    expect(found.get('membership-tpr-1')).toBeLessThanOrEqual(3);
    expect(found.get('linkability')).toBeLessThanOrEqual(2);
    expect(found.get('near-copies')).toBeLessThanOrEqual(3);
    expect(found.get('exact-copies')).toBe(0);
  });

  it('leaving one patient out hardly shows, and no donor dominates', async () => {
    const alone = await leaveOneOut(generation.redraw!, { random: random.derive(2), replicates: 20 });
    expect(alone.detail['q99']).toBeLessThanOrEqual(0.8);
    expect(alone.detail['shareAbove90']).toBe(0);
    const { detail } = dominance(generation.redraw!);
    expect(detail['largestWeight']).toBeLessThanOrEqual(0.2 + 1e-12);
    expect(detail['medianEffectiveDonors']).toBeGreaterThanOrEqual(5);
    expect(detail['distinctDonors']).toBeGreaterThanOrEqual(11);
  });

  it('nothing rare is in it', () => {
    const { members } = parts();
    const { value, detail } = rareLevels(members, alignTable(members, generation.table).table, 11);
    expect(value).toBe(0);
    expect(detail['outsideBounds']).toBe(0);
  });

  it('spread, distributions, correlations and treatment effects are kept', () => {
    const { members } = parts();
    const { spread, distributions, totalVariation, correlation } = measureFidelity(members, generation.table);
    expect(spread).toBeGreaterThan(0.95);
    expect(spread).toBeLessThan(1.05);
    expect(distributions).toBeGreaterThan(0.95);
    expect(totalVariation).toBeLessThan(0.02);
    expect(correlation).toBeLessThan(0.05);
    const columns = { time: 'days', event: 'cens', arm: 'arms' };
    const [own, made] = [coxByArm(members, columns)!, coxByArm(generation.table, columns)!];
    const gaps = own.map(
      ({ coefficient, standardError }, j) => Math.abs(made[j]!.coefficient - coefficient) / standardError,
    );
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThan(1.96);
  });
});
