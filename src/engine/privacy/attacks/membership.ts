/**
 * A3. Can someone who knows a patient's whole record tell that he was in the file?
 *
 * The controls are cut in two random halves: one is the attacker's reference population, the other the non-members; then
 * the halves are swapped. As many members are drawn at random. Each score of `membership-scores.ts` is pooled over the
 * rounds, a patient counted once on each side. Metrics:
 *
 *   membership-auc     the largest area under the curve over the scores; its interval bootstraps that largest itself
 *   membership-tpr-1   members recognised, in percent, by that score when 1 % of non-members are accused wrongly
 *   membership-tpr-5   the same at 5 %
 *
 * The largest of several areas is above .5 even without a leak: `nullMaximum` (labels permuted) says by how much.
 * At 1 % there must be 300 distinct non-members, at 5 % 100; below, not measurable (a threshold would be one patient).
 * Source: privacy.md A3, 3.0, 5.2.
 */
import { bootstrapWeights, RankedScores } from '../../numeric/ranked-scores.ts';
import { aucHalfWidth } from '../../numeric/intervals.ts';
import { quantile } from '../../numeric/quantile.ts';
import { permutation, type RandomStream, streamPurpose } from '../../numeric/random.ts';
import { areaUnderCurve, truePositiveRate } from '../../numeric/roc.ts';
import { takeRows } from '../../table/table.ts';
import type { Attack, AttackResult, AttackTools, Conclusion, PatientGroup, Round } from './attack.ts';
import { distancesToSynthetic } from './distances.ts';
import { type Target, membershipScores } from './membership-scores.ts';
import { measured, notMeasurable } from './results.ts';
import type { SpaceId } from './space.ts';

const criterion = 'linkability';
const replicates = 200;
/** Fewer patients on one side than this: no figure. */
export const fewestPatients = 11;
const fewestFor = { 1: 300, 5: 100 } as const;
const isolationRank = 5;

/** Scores of both sides, one list a score, with who they are of. */
interface Scored {
  readonly ids: number[];
  /** Mean distance to the five nearest other patients: how isolated each one is. */
  readonly isolation: number[];
  readonly scores: Map<string, number[]>;
}

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
    const isolation = await isolationOf(round, tools);
    for (const [reference, others] of [halves, [halves[1], halves[0]]] as const) {
      await attackHalf(round, tools, stream, { reference, others, isolation }, tally);
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

/** Members first, then controls. */
async function isolationOf(round: Round, { search, signal }: AttackTools): Promise<Float64Array> {
  const view = round.spaces.coded.on();
  const [a, b] = [view.points(round.members), view.points(round.controls)];
  const values = new Float64Array(a.values.length + b.values.length);
  values.set(a.values);
  values.set(b.values, a.values.length);
  const points = { count: a.count + b.count, dimensions: a.dimensions, values };
  const k = Math.min(isolationRank, points.count - 1);
  const request = { points, queries: points, k, excludeSame: true };
  const { distances } = await search.nearest(request, signal && { signal });
  return Float64Array.from({ length: points.count }, (_, i) => {
    let sum = 0;
    for (let r = 0; r < k; r++) sum += distances[i * k + r]!;
    return sum / k;
  });
}

interface Half {
  readonly reference: Int32Array;
  readonly others: Int32Array;
  readonly isolation: Float64Array;
}

async function attackHalf(
  round: Round,
  { signal }: AttackTools,
  stream: RandomStream,
  { reference, others, isolation }: Half,
  tally: MembershipTally,
): Promise<void> {
  const { members, controls, synthetic } = round;
  const chosen = permutation(members.rowCount, stream).slice(0, others.length);
  const spaces = [round.spaces.coded, round.spaces.gower];
  const target = async (who: 'members' | 'controls', rows: Int32Array): Promise<Target> => {
    const toSynthetic = new Map<SpaceId, Float64Array>();
    for (const space of spaces) {
      const all = await distancesToSynthetic(round, space, who, signal);
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
    await membershipScores(await target('members', chosen), knowledge, signal),
  );
  note(
    tally.others,
    round.controlIds,
    members.rowCount,
    others,
    await membershipScores(await target('controls', others), knowledge, signal),
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

function concludeOn(members: Scored, others: Scored, { random, groups }: Conclusion): AttackResult[] {
  const names = [...members.scores.keys()];
  const ranked = names.map((name) => new RankedScores(members.scores.get(name)!, others.scores.get(name)!));
  const areas = names.map((name) => areaUnderCurve(members.scores.get(name)!, others.scores.get(name)!));
  const best = areas.indexOf(Math.max(...areas));
  const auc = areas[best]!;
  const stream = random.stream(streamPurpose.audit, 0);
  const interval = bootstrapLargest(ranked, stream);
  const nullMaximum = permuteLargest(ranked, stream);
  const m = members.ids.length;
  const n = others.ids.length;
  const common = { members: m, controls: n };
  const halfWidth = aucHalfWidth(m, n);
  const results: AttackResult[] = [
    measured({
      id: 'membership-auc',
      criterion,
      value: auc,
      member: null,
      control: null,
      interval,
      ...common,
      smallestEffect: halfWidth,
      detail: {
        score: names[best],
        scores: Object.fromEntries(names.map((name, s) => [name, areas[s]])),
        nullMaximum,
        excessOverNull: auc - nullMaximum.mean,
        groups: strata(members, others, names[best]!, groups),
      },
    }),
  ];
  for (const percent of [1, 5] as const) {
    const id = `membership-tpr-${percent}`;
    if (n < fewestFor[percent]) {
      results.push(notMeasurable(id, criterion, 'too-few-non-members', { ...common, needed: fewestFor[percent] }));
      continue;
    }
    const [a, b] = [members.scores.get(names[best]!)!, others.scores.get(names[best]!)!];
    const rate = 100 * truePositiveRate(a, b, percent / 100);
    results.push(
      measured({
        id,
        criterion,
        value: rate,
        member: rate,
        control: percent,
        interval: bootstrapRate(a, b, percent / 100, stream),
        ...common,
        smallestEffect: rateSpread(percent / 100, m, n),
        detail: { score: names[best], excess: rate - percent },
      }),
    );
  }
  return results;
}

/** Half-width, in points, of the share above a threshold that is itself estimated on n others, without a leak. */
const rateSpread = (share: number, m: number, n: number): number =>
  100 * 1.96 * Math.sqrt(share * (1 - share) * (1 / m + 1 / n));

function bootstrapLargest(ranked: readonly RankedScores[], stream: RandomStream): [number, number] {
  const { members, others } = ranked[0]!;
  const asMember = new Float64Array(members + others);
  const asOther = new Float64Array(members + others);
  const found = Float64Array.from({ length: replicates }, () => {
    bootstrapWeights(members, stream, asMember);
    bootstrapWeights(others, stream, asOther, members);
    return Math.max(...ranked.map((scores) => scores.area(asMember, asOther)));
  });
  return [quantile(found, 0.025), quantile(found, 0.975)];
}

/** What the largest area is worth when labels mean nothing. */
function permuteLargest(ranked: readonly RankedScores[], stream: RandomStream): { mean: number; high: number } {
  const { members, others } = ranked[0]!;
  const asMember = new Float64Array(members + others);
  const asOther = new Float64Array(members + others);
  const found = Float64Array.from({ length: replicates }, () => {
    const order = permutation(members + others, stream);
    order.forEach((patient, place) => {
      asMember[patient] = place < members ? 1 : 0;
      asOther[patient] = place < members ? 0 : 1;
    });
    return Math.max(...ranked.map((scores) => scores.area(asMember, asOther)));
  });
  return { mean: found.reduce((sum, one) => sum + one, 0) / replicates, high: quantile(found, 0.95) };
}

function bootstrapRate(
  members: readonly number[],
  others: readonly number[],
  share: number,
  stream: RandomStream,
): [number, number] {
  const draw = (from: readonly number[]) => Float64Array.from(from, () => from[stream.below(from.length)]!);
  const found = Float64Array.from(
    { length: replicates },
    () => 100 * truePositiveRate(draw(members), draw(others), share),
  );
  return [quantile(found, 0.025), quantile(found, 0.975)];
}

interface Stratum {
  readonly id: string;
  readonly column: string | null;
  readonly level: string;
  readonly members: number;
  readonly controls: number;
  readonly auc: number;
  readonly interval: readonly [number, number];
}

/** The same score in the tenth of patients who are the most isolated, the densest tenth, and the declared groups. */
function strata(members: Scored, others: Scored, score: string, groups: readonly PatientGroup[]): Stratum[] {
  const isolation = [...members.isolation, ...others.isolation];
  const [dense, isolated] = [quantile(isolation, 0.1), quantile(isolation, 0.9)];
  const select = (side: Scored, belongs: (i: number) => boolean): number[] =>
    side.scores.get(score)!.filter((_, i) => belongs(i));
  const measure = (id: string, column: string | null, level: string, inside: (side: Scored, i: number) => boolean) => {
    const a = select(members, (i) => inside(members, i));
    const b = select(others, (i) => inside(others, i));
    if (a.length < fewestPatients || b.length < fewestPatients) return [];
    const auc = areaUnderCurve(a, b);
    const half = aucHalfWidth(a.length, b.length);
    const interval = [Math.max(0, auc - half), Math.min(1, auc + half)] as const;
    return [{ id, column, level, members: a.length, controls: b.length, auc, interval }];
  };
  return [
    ...measure('isolated', null, '', (side, i) => side.isolation[i]! >= isolated),
    ...measure('dense', null, '', (side, i) => side.isolation[i]! <= dense),
    ...groups.flatMap(({ id, column, level, holds }) =>
      measure(id, column, level, (side, i) => holds[side.ids[i]!] === 1),
    ),
  ];
}
