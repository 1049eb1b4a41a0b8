/** Distances to the nearest synthetic row, computed once a round for the attacks that read them. */
import type { SearchControl } from '../../neighbors/search.ts';
import { takeRows, type Table } from '../../table/table.ts';
import type { Round } from './attack.ts';
import type { AttackSpace, AttackView } from './space.ts';

export type Who = 'members' | 'controls';

const nearestOf = new WeakMap<Round, Map<AttackSpace, Map<Who, Promise<Float64Array>>>>();

/**
 * For each member (or control), in order, the distance to the nearest synthetic row in all columns; `NaN` for those who
 * are not attacked (`Round.attacked`).
 */
export function distancesToSynthetic(
  round: Round,
  space: AttackSpace,
  who: Who,
  control: SearchControl = {},
): Promise<Float64Array> {
  let known = nearestOf.get(round);
  if (known === undefined) nearestOf.set(round, (known = new Map()));
  let sides = known.get(space);
  if (sides === undefined) known.set(space, (sides = new Map()));
  let found = sides.get(who);
  if (found === undefined) sides.set(who, (found = measure(round, space, who, control)));
  return found;
}

async function measure(round: Round, space: AttackSpace, who: Who, control: SearchControl): Promise<Float64Array> {
  const rows = round.attacked?.[who];
  if (rows === undefined) return nearestDistances(space.on(), round[who], round.synthetic, control);
  const found = await nearestDistances(space.on(), takeRows(round[who], rows), round.synthetic, control);
  const all = new Float64Array(round[who].rowCount).fill(NaN);
  rows.forEach((row, i) => (all[row] = found[i]!));
  return all;
}

/** For each row of `from`, the distance to the nearest row of `to`. */
export async function nearestDistances(
  view: AttackView,
  from: Table,
  to: Table,
  control: SearchControl = {},
): Promise<Float64Array> {
  const request = { points: view.points(to), queries: view.points(from), k: 1, excludeSame: false };
  return (await view.nearest(request, control)).distances;
}
