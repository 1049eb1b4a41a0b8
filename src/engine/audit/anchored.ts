/** What every attack is worth on the two anchors, to place its figure between them. */
import type { RandomSource } from '../numeric/random.ts';
import type { Round } from '../privacy/attacks/attack.ts';
import type { Table } from '../table/table.ts';
import type { MetricResult } from '../verdict/metric.ts';
import { copyAnchor, marginalsAnchor } from './anchors.ts';
import { AttackTallies, type AttackRun } from './attack-rounds.ts';
import { withSynthetic } from './round.ts';

export interface Anchors {
  readonly marginals: ReadonlyMap<string, number | null>;
  readonly copy: ReadonlyMap<string, number | null>;
}

/** The same attacks, once, on the patients of a round and the two files: what each metric is worth there. */
export async function attackAnchors(round: Round, run: AttackRun): Promise<Anchors> {
  const { members } = round;
  const attack = async (anchor: number, synthetic: Table, random: RandomSource) => {
    const onStep: AttackRun['onStep'] = (_step, share) => run.onStep?.('anchors', (anchor + share) / 2);
    const tallies = new AttackTallies({ ...run, groups: [], random, onStep });
    await tallies.add(withSynthetic(round, synthetic));
    return new Map((await tallies.conclude()).map(({ id, value }) => [id, value]));
  };
  return {
    marginals: await attack(0, marginalsAnchor(members, run.random.derive(0)), run.random.derive(1)),
    copy: await attack(1, copyAnchor(members, run.random.derive(2)), run.random.derive(3)),
  };
}

export function withAnchors(metric: MetricResult, anchors: Anchors | null): MetricResult {
  if (anchors === null || metric.attack === undefined) return metric;
  const { id } = metric;
  const both = { marginals: anchors.marginals.get(id) ?? null, copy: anchors.copy.get(id) ?? null };
  return { ...metric, attack: { ...metric.attack, anchors: both } };
}
