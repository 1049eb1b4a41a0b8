/** Distances to the nearest synthetic row, computed once a round for the attacks that read them. */
import type { Table } from '../../table/table.ts';
import type { Round } from './attack.ts';
import type { AttackSpace, AttackView } from './space.ts';

const nearestOf = new WeakMap<Round, Map<string, Promise<Float64Array>>>();

const tableOf = (round: Round, who: 'members' | 'controls'): Table => round[who];

/** For each member (or control), in order, the distance to the nearest synthetic row in all columns. */
export function distancesToSynthetic(
  round: Round,
  space: AttackSpace,
  who: 'members' | 'controls',
  signal?: AbortSignal,
): Promise<Float64Array> {
  let known = nearestOf.get(round);
  if (known === undefined) nearestOf.set(round, (known = new Map()));
  const key = `${space.id} ${who}`;
  let found = known.get(key);
  if (found === undefined) {
    known.set(key, (found = nearestDistances(space.on(), tableOf(round, who), round.synthetic, signal)));
  }
  return found;
}

/** For each row of `from`, the distance to the nearest row of `to`. */
export async function nearestDistances(
  view: AttackView,
  from: Table,
  to: Table,
  signal?: AbortSignal,
): Promise<Float64Array> {
  const request = { points: view.points(to), queries: view.points(from), k: 1, excludeSame: false };
  return (await view.nearest(request, signal && { signal })).distances;
}
