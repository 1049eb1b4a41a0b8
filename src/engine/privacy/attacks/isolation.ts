/** How isolated each patient is: mean distance to the five nearest others, members and controls together. */
import type { Points, SearchControl } from '../../neighbors/search.ts';
import type { Table } from '../../table/table.ts';
import type { Round } from './attack.ts';

const rank = 5;

/** It says nothing of the synthetic file: once for the patients of a round, whatever files they are attacked with. */
const known = new WeakMap<Table, Promise<Float64Array>>();

/** Coded distance; members first, then controls; `NaN` for those who are not attacked (`Round.attacked`). */
export function isolationOf(round: Round, control: SearchControl = {}): Promise<Float64Array> {
  let found = known.get(round.members);
  if (found === undefined) known.set(round.members, (found = measure(round, control)));
  return found;
}

async function measure({ members, controls, attacked, spaces }: Round, control: SearchControl): Promise<Float64Array> {
  const view = spaces.coded.on();
  const points = joinPoints(view.points(members), view.points(controls));
  const rows =
    attacked && Int32Array.from([...attacked.members, ...attacked.controls.map((row) => members.rowCount + row)]);
  const queries = rows === undefined ? points : rowsOf(points, rows);
  // The nearest is the patient himself, or one equal to him.
  const k = Math.min(rank + 1, points.count);
  const { distances } = await view.nearest({ points, queries, k, excludeSame: false }, control);
  const result = new Float64Array(points.count).fill(NaN);
  for (let i = 0; i < queries.count; i++) {
    let sum = 0;
    for (let r = 1; r < k; r++) sum += distances[i * k + r]!;
    result[rows?.[i] ?? i] = sum / Math.max(1, k - 1);
  }
  return result;
}

export function joinPoints(a: Points, b: Points): Points {
  const values = new Float64Array(a.values.length + b.values.length);
  values.set(a.values);
  values.set(b.values, a.values.length);
  return { count: a.count + b.count, dimensions: a.dimensions, values };
}

function rowsOf({ dimensions, values }: Points, rows: Int32Array): Points {
  const taken = new Float64Array(rows.length * dimensions);
  rows.forEach((row, i) => taken.set(values.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions));
  return { count: rows.length, dimensions, values: taken };
}
