/**
 * A3. Can someone who knows a patient's whole record tell that he was in the file?
 *
 * The controls are cut in two random halves: one is the attacker's reference population, the other the non-members; then
 * the halves are swapped. As many members are drawn at random. Each score of `membership-scores.ts` is pooled over the
 * rounds, a patient counted once on each side. Metrics:
 *
 *   membership-auc     the largest area under the curve over the scores; its interval is that of the largest
 *   membership-tpr-1   members recognised, in percent, by that score when 1 % of non-members are accused wrongly
 *   membership-tpr-5   the same at 5 %
 *
 * The largest of several areas is above .5 even without a leak: `nullMaximum` (labels permuted) says by how much, and
 * `pValue` how often it is as large. Labels permuted take the two halves for independent, which they are not: each is the
 * other's reference, and two controls close to each other lower both. On 3 600 simulated games without a leak (20 to 100
 * controls; numbers and levels, levels alone; 200 members, or as many as controls) they gave p <= .01 in 1.7 % and
 * p <= .05 in 6.5 %, whatever the number of controls. `pValue` and `nullMaximum.high` therefore stretch the distance to .5
 * by a factor calibrated on these games: 1.0 % and 4.4 % with it.
 * At 1 % there must be 300 distinct non-members, at 5 % 100; below, not measurable (a threshold would be one patient).
 * Source: privacy.md A3, 3.0, 5.2.
 */
import { belowQuantileExpected, belowQuantileInterval } from '../../numeric/below-quantile.ts';
import { aucHalfWidth, z95 } from '../../numeric/intervals.ts';
import { quantile } from '../../numeric/quantile.ts';
import { permutation, type RandomStream, streamPurpose } from '../../numeric/random.ts';
import { bootstrapWeights, RankedScores } from '../../numeric/ranked-scores.ts';
import { areaUnderCurve, truePositiveRate } from '../../numeric/roc.ts';
import { pause } from '../../pause.ts';
import { everyRow, takeRows } from '../../table/table.ts';
import {
  type Attack,
  type AttackResult,
  type AttackTools,
  type Conclusion,
  type Round,
  stepControl,
} from './attack.ts';
import { distancesToSynthetic, type Who } from './distances.ts';
import { isolationOf } from './isolation.ts';
import { fewestPatients, type Scored, strata } from './membership-groups.ts';
import { type Target, membershipScores } from './membership-scores.ts';
import { holding, percentInterval } from './patient-rates.ts';
import { replicate } from './replicates.ts';
import { measured, notMeasurable } from './results.ts';
import type { SpaceId } from './space.ts';

const criterion = 'linkability';
const replicates = 200;
const fewestFor = { 1: 300, 5: 100 } as const;

export interface MembershipTally {
  readonly members: Scored;
  readonly others: Scored;
}

export const membership: Attack<MembershipTally> = {
  id: 'membership',
  async tally(round, tools) {
    const tally: MembershipTally = { members: emptyScored(), others: emptyScored() };
    if (round.controls.rowCount < 2 || round.members.rowCount < 1 || round.synthetic.rowCount < 1) return tally;
    const stream = tools.random.stream(streamPurpose.audit, 0);
    const order = permutation(round.controls.rowCount, stream);
    const middle = Math.floor(order.length / 2);
    const halves = [order.slice(0, middle), order.slice(middle)] as const;
    const isolation = await isolationOf(round, stepControl(tools, 0, 0.1));
    for (const [half, [reference, others]] of [halves, [halves[1], halves[0]] as const].entries()) {
      const part = { ...tools, onProgress: (share: number) => tools.onProgress?.(0.1 + 0.45 * (half + share)) };
      await attackHalf(round, part, stream, { reference, others, isolation }, tally);
    }
    return tally;
  },
  conclude(tallies, conclusion) {
    const members = pool(tallies.map((tally) => tally.members));
    const others = pool(tallies.map((tally) => tally.others));
    const ids = ['membership-auc', 'membership-tpr-1', 'membership-tpr-5'];
    if (members.ids.length < fewestPatients || others.ids.length < fewestPatients) {
      const detail = { members: members.ids.length, controls: others.ids.length };
      return ids.map((id) => notMeasurable(id, criterion, 'too-few-controls', detail));
    }
    return concludeOn(members, others, conclusion);
  },
};

const emptyScored = (): Scored => ({ ids: [], isolation: [], scores: new Map() });

interface Half {
  readonly reference: Int32Array;
  readonly others: Int32Array;
  readonly isolation: Float64Array;
}

async function attackHalf(
  round: Round,
  tools: AttackTools,
  stream: RandomStream,
  { reference, others: half, isolation }: Half,
  tally: MembershipTally,
): Promise<void> {
  const { members, controls, synthetic, attacked } = round;
  const isAttacked = attacked && new Set(attacked.controls);
  const others = isAttacked === undefined ? half : half.filter((row) => isAttacked.has(row));
  const candidates = attacked?.members ?? everyRow(members.rowCount);
  const chosen = permutation(candidates.length, stream)
    .slice(0, others.length)
    .map((at) => candidates[at]!);
  const spaces = [round.spaces.coded, round.spaces.gower];
  const target = async (who: Who, rows: Int32Array, from: number): Promise<Target> => {
    const toSynthetic = new Map<SpaceId, Float64Array>();
    for (const [s, space] of spaces.entries()) {
      const all = await distancesToSynthetic(
        round,
        space,
        who,
        stepControl(tools, from + 0.1 * s, from + 0.1 * (s + 1)),
      );
      toSynthetic.set(
        space.id,
        Float64Array.from(rows, (row) => all[row]!),
      );
    }
    return { table: takeRows(round[who], rows), toSynthetic };
  };
  const knowledge = {
    synthetic,
    syntheticSample: permutation(synthetic.rowCount, stream).slice(0, reference.length),
    reference: takeRows(controls, reference),
    spaces,
  };
  const note = (into: Scored, ids: Int32Array, first: number, rows: Int32Array, scores: Map<string, Float64Array>) => {
    rows.forEach((row) => {
      into.ids.push(ids[row]!);
      into.isolation.push(isolation[first + row]!);
    });
    for (const [name, values] of scores) into.scores.set(name, [...(into.scores.get(name) ?? []), ...values]);
  };
  note(
    tally.members,
    round.memberIds,
    0,
    chosen,
    await membershipScores(await target('members', chosen, 0), knowledge, stepControl(tools, 0.2, 0.5)),
  );
  note(
    tally.others,
    round.controlIds,
    members.rowCount,
    others,
    await membershipScores(await target('controls', others, 0.5), knowledge, stepControl(tools, 0.7, 1)),
  );
}

/** The first score of each patient; scores that some round could not compute are left out. */
function pool(parts: readonly Scored[]): Scored {
  const names = [...(parts[0]?.scores.keys() ?? [])].filter((name) => parts.every(({ scores }) => scores.has(name)));
  const result: Scored = { ids: [], isolation: [], scores: new Map(names.map((name) => [name, []])) };
  const seen = new Set<number>();
  for (const { ids, isolation, scores } of parts) {
    ids.forEach((id, i) => {
      if (seen.has(id)) return;
      seen.add(id);
      result.ids.push(id);
      result.isolation.push(isolation[i]!);
      for (const name of names) result.scores.get(name)!.push(scores.get(name)![i]!);
    });
  }
  return result;
}

async function concludeOn(members: Scored, others: Scored, conclusion: Conclusion): Promise<AttackResult[]> {
  const { random, groups, signal } = conclusion;
  const names = [...members.scores.keys()];
  const ranked = names.map((name) => new RankedScores(members.scores.get(name)!, others.scores.get(name)!));
  const areas = names.map((name) => areaUnderCurve(members.scores.get(name)!, others.scores.get(name)!));
  const best = areas.indexOf(Math.max(...areas));
  const auc = areas[best]!;
  const stream = random.stream(streamPurpose.audit, 0);
  const interval = await largestInterval(ranked, areas, stream, signal);
  const chance = await permuteLargest(ranked, stream, signal);
  const m = members.ids.length;
  const n = others.ids.length;
  const common = { members: m, controls: n };
  const area = measured({
    id: 'membership-auc',
    criterion,
    value: auc,
    member: null,
    control: null,
    interval: holding(auc, interval),
    ...common,
    smallestEffect: aucHalfWidth(m, n),
    detail: {
      score: names[best],
      scores: Object.fromEntries(names.map((name, s) => [name, areas[s]])),
      nullMaximum: { mean: average(chance), high: quantile(chance.map(erringTogether), 0.95) },
      excessOverNull: auc - average(chance),
      pValue: (1 + chance.filter((one) => erringTogether(one) >= auc - 1e-12).length) / (1 + replicates),
      groups: strata(members, others, { score: names[best]!, chance: Math.max(0.5, average(chance)), groups }),
    },
  });
  const recognised = [1, 5] as const;
  return [area, ...recognised.map((percent) => recognise(percent, names[best]!, members, others))];
}

/** Members recognised by a score when `percent` of the others are accused. */
function recognise(percent: 1 | 5, score: string, members: Scored, others: Scored): AttackResult {
  const id = `membership-tpr-${percent}`;
  const common = { members: members.ids.length, controls: others.ids.length };
  if (common.controls < fewestFor[percent]) {
    return notMeasurable(id, criterion, 'too-few-non-members', { ...common, needed: fewestFor[percent] });
  }
  const [a, b] = [members.scores.get(score)!, others.scores.get(score)!];
  const accused = percent / 100;
  const rate = truePositiveRate(a, b, accused);
  // The same as the share of members below a low quantile, on the scores turned around.
  const turned = { members: a.map((one) => -one), others: Float64Array.from(b, (one) => -one).sort() };
  const at = {
    level: belowQuantileExpected(common.controls, accused),
    found: rate,
  };
  const interval = belowQuantileInterval(turned.others, at, common.members, (bound) =>
    countBelow(turned.members, bound),
  );
  return measured({
    id,
    criterion,
    value: 100 * rate,
    member: 100 * rate,
    control: percent,
    interval: percentInterval(interval),
    ...common,
    smallestEffect: 100 * z95 * Math.sqrt(accused * (1 - accused) * (1 / common.members + 1 / common.controls)),
    detail: {
      score,
      excess: 100 * rate - percent,
      expectedInSample: 100 * belowQuantileExpected(common.controls, accused),
    },
  });
}

/**
 * 95 % interval of the largest of the true areas A_j, bootstrap over patients.
 *
 *   low  = max_j a_j - q      q the 97.5 % quantile of max_j (a*_j - a_j): all scores overshoot by less at once
 *   high = max_j of the 97.5 % quantile of a*_j: the score that is truly the largest has its own bound below that
 *
 * The plain quantiles of max_j a*_j would be too high: a largest figure is already too large, and its bootstrap twice so.
 */
async function largestInterval(
  ranked: readonly RankedScores[],
  areas: readonly number[],
  stream: RandomStream,
  signal?: AbortSignal,
) {
  const { members, others } = ranked[0]!;
  const asMember = new Float64Array(members + others);
  const asOther = new Float64Array(members + others);
  const found = ranked.map(() => new Float64Array(replicates));
  const overshoot = new Float64Array(replicates).fill(-Infinity);
  for (let replicate = 0; replicate < replicates; replicate++) {
    await pause(signal);
    bootstrapWeights(members, stream, asMember);
    bootstrapWeights(others, stream, asOther, members);
    ranked.forEach((scores, j) => {
      const area = scores.area(asMember, asOther);
      found[j]![replicate] = area;
      overshoot[replicate] = Math.max(overshoot[replicate]!, area - areas[j]!);
    });
  }
  const low = Math.max(...areas) - quantile(overshoot, 0.975);
  const high = Math.max(...found.map((values) => quantile(values, 0.975)));
  return [Math.max(0, low), high] as const;
}

/** The largest area when labels mean nothing. */
function permuteLargest(
  ranked: readonly RankedScores[],
  stream: RandomStream,
  signal?: AbortSignal,
): Promise<Float64Array> {
  const { members, others } = ranked[0]!;
  const asMember = new Float64Array(members + others);
  const asOther = new Float64Array(members + others);
  const draw = (): number => {
    const order = permutation(members + others, stream);
    order.forEach((patient, place) => {
      asMember[patient] = place < members ? 1 : 0;
      asOther[patient] = place < members ? 0 : 1;
    });
    return Math.max(...ranked.map((scores) => scores.area(asMember, asOther)));
  };
  return replicate(replicates, draw, signal);
}

/** For two halves that are each other's reference: calibrated on games without a leak, see above. */
const halvesStretch = 1.07;

/** An area with labels at random, as far from .5 as those of real games without a leak. */
const erringTogether = (area: number): number => 0.5 + halvesStretch * (area - 0.5);

const average = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0) / values.length;

const countBelow = (values: readonly number[], bound: number): number =>
  values.reduce((count, value) => count + Number(value < bound), 0);
