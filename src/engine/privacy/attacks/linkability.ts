/**
 * A5. Can someone who holds two tables, with different columns of the same patients, join them through the synthetic
 * file?
 *
 * The columns are cut in two sets. For each attacked patient, the nearest synthetic row is sought with the first set
 * alone, and with the second alone; success when it is the same row. With `known` columns declared they are one set;
 * else ten random halvings. Members against controls:
 *
 *   excess = (r_member - r_control) / (1 - r_control)
 *
 * Three distances are tried and the larger excess kept. Of several synthetic rows equally near, one at random is taken,
 * with each set of columns apart: the same one by habit would count as a success. Source: privacy.md A5; metrics.md 5.2, 5.4 (after Giomi et al., PoPETs 2023).
 */
import { permutation, type RandomStream, streamPurpose } from '../../numeric/random.ts';
import { takeRows } from '../../table/table.ts';
import type { Attack, AttackTools, Round } from './attack.ts';
import { emptySides, mergeSides, percent, percentInterval, riskOf, type Sides } from './patient-rates.ts';
import { measured, notMeasurable } from './results.ts';
import type { AttackSpace, SpaceId } from './space.ts';
import { drawTargets, type Targets } from './targets.ts';

const id = 'linkability';
const criterion = 'linkability';
/** Over all rounds; two in each at least. */
const halvings = 10;
const leastHalvings = 2;
const mostNeighbours = 5;
const spaceIds: readonly SpaceId[] = ['coded', 'plain', 'gower'];
const fewestPatients = 11;

/** Success with one neighbour, and with five, per distance. */
export type LinkabilityTally = ReadonlyMap<string, Sides>;

export const linkability: Attack<LinkabilityTally> = {
  id,
  async tally(round, tools) {
    const stream = tools.random.stream(streamPurpose.audit, 0);
    const names = round.members.columns.map(({ name }) => name);
    const tally = new Map<string, Sides>();
    if (names.length < 2 || round.synthetic.rowCount < 1) return tally;
    const targets = drawTargets(round, stream);
    const halvings = columnSets(names, tools, stream);
    const spaces = Object.values(round.spaces);
    for (const [h, sets] of halvings.entries()) {
      const orders = sets.map(() => permutation(round.synthetic.rowCount, stream));
      for (const [s, space] of spaces.entries()) {
        await attackWith(round, tools, { space, sets, orders, targets }, tally);
        tools.onProgress?.((h + (s + 1) / spaces.length) / halvings.length);
      }
    }
    return tally;
  },
  conclude(tallies) {
    const keys = [...(tallies[0]?.keys() ?? [])];
    const merged = new Map(keys.map((key) => [key, mergeSides(tallies.map((tally) => tally.get(key)!))]));
    const [any] = merged.values();
    if (any === undefined) return [notMeasurable(id, criterion, 'fewer-than-two-columns')];
    if (any.controls.patients < fewestPatients || any.members.patients < fewestPatients) {
      return [notMeasurable(id, criterion, 'too-few-controls')];
    }
    const risks = new Map([...merged].map(([key, sides]) => [key, riskOf(sides)]));
    const best = spaceIds
      .map((space) => `${space} 1`)
      .reduce((a, b) => (risks.get(b)!.excess > risks.get(a)!.excess ? b : a));
    const { member, control, excess, interval, smallestEffect } = risks.get(best)!;
    const sides = merged.get(best)!;
    return [
      measured({
        id,
        criterion,
        value: percent(excess),
        member: percent(member),
        control: percent(control),
        interval: percentInterval(interval),
        members: sides.members.patients,
        controls: sides.controls.patients,
        smallestEffect: percent(smallestEffect),
        detail: {
          excess: percent(excess),
          distance: best.split(' ')[0],
          neighbours: Object.fromEntries(
            [...risks].map(([key, one]) => [
              key,
              { memberRate: percent(one.member), controlRate: percent(one.control), excess: percent(one.excess) },
            ]),
          ),
        },
      }),
    ];
  },
};

type Names = readonly string[];

function columnSets(
  names: Names,
  { roles, rounds = 1 }: AttackTools,
  stream: RandomStream,
): (readonly [Names, Names])[] {
  const { known } = roles;
  const declared = names.filter((name) => known.includes(name));
  if (declared.length > 0 && declared.length < names.length) {
    return [[declared, names.filter((name) => !known.includes(name))]];
  }
  const middle = names.length >> 1;
  return Array.from({ length: Math.max(leastHalvings, Math.ceil(halvings / rounds)) }, () => {
    const order = Array.from(permutation(names.length, stream), (c) => names[c]!);
    return [order.slice(0, middle), order.slice(middle)] as const;
  });
}

interface Halving {
  readonly space: AttackSpace;
  readonly sets: readonly [Names, Names];
  /** The synthetic rows in an order of their own for each set, so that ties are cut at random. */
  readonly orders: readonly Int32Array[];
  readonly targets: { readonly members: Targets; readonly controls: Targets };
}

async function attackWith(
  { synthetic }: Round,
  { signal }: AttackTools,
  { space, sets, orders, targets }: Halving,
  tally: Map<string, Sides>,
): Promise<void> {
  const k = Math.min(mostNeighbours, synthetic.rowCount);
  const views = sets.map((names, v) => {
    const view = space.on(names);
    return { view, points: view.points(takeRows(synthetic, orders[v]!)), order: orders[v]! };
  });
  for (const who of ['members', 'controls'] as const) {
    const { table, ids } = targets[who];
    const [a, b] = await Promise.all(
      views.map(async ({ view, points, order }) => {
        const request = { points, queries: view.points(table), k, excludeSame: false };
        return (await view.nearest(request, signal && { signal })).indices.map((place) => order[place]!);
      }),
    );
    for (const count of [1, k]) {
      const sides = sidesOf(tally, `${space.id} ${count === 1 ? 1 : mostNeighbours}`)[who];
      for (let t = 0; t < table.rowCount; t++) {
        const near = new Set(a!.subarray(t * k, t * k + count));
        sides.add(ids[t]!, b!.subarray(t * k, t * k + count).some((row) => near.has(row)) ? 1 : 0);
      }
      if (k === 1) break;
    }
  }
}

function sidesOf(tally: Map<string, Sides>, key: string): Sides {
  let sides = tally.get(key);
  if (sides === undefined) tally.set(key, (sides = emptySides()));
  return sides;
}
