/**
 * A7. Can a synthetic row be undone into the few patients it was mixed from?
 *
 * With three donors or fewer, the numbers of a row are a weighted mean of those of very few patients: whoever holds a list of
 * candidates looks for the one set of them that explains the row within rounding (`donor-sets.ts`), and then knows that all of
 * them were in the file.
 *
 *   value = 100 x (synthetic rows explained by one single set of members - unseen patients' rows explained so)
 *
 * The second share is what chance makes: a row that was never mixed from members. Asked for k <= 3, and for files made
 * elsewhere, whose k is not known. At least five columns of numbers, or three patients explain nearly anything; rounding
 * error = half a unit of the last decimal, at least a millionth of the spread. Rows with a blank number are left out; at most
 * 300 rows a side and a round; sets among the 40 nearest members, so that the value is a lower bound.
 * Source: privacy.md A7 (asks for the test, the definition is ours), T4. No bound is set on it: k under 11 is in quarantine.
 */
import { differenceInterval, unseenUpperBound } from '../../numeric/intervals.ts';
import { permutation, streamPurpose } from '../../numeric/random.ts';
import { standardDeviation } from '../../numeric/statistics.ts';
import { pause } from '../../pause.ts';
import { isQuantity, type QuantityColumn, type Table } from '../../table/table.ts';
import type { Attack, Round } from './attack.ts';
import { candidates, countDonorSets } from './donor-sets.ts';
import { percent, percentInterval } from './patient-rates.ts';
import { measured, notMeasurable } from './results.ts';

const id = 'intersection';
const criterion = 'singling-out';
/** Donors above which nobody looks: the sets are too many. */
export const mostDonors = 3;
const fewestNumbers = mostDonors + 2;
const mostRows = 300;
const fewestControls = 11;
const finest = 1e-6;

interface Explained {
  readonly rows: number;
  readonly byOneSet: number;
  readonly bySome: number;
}
export type IntersectionTally = { readonly synthetic: Explained; readonly controls: Explained } | null;

export const intersection: Attack<IntersectionTally> = {
  id,
  async tally(round, { random, signal, onProgress }) {
    const code = coding(round);
    if (code === null) return null;
    const stream = random.stream(streamPurpose.audit, 0);
    const members = code.rows(round.members);
    const side = async (table: Table, from: number): Promise<Explained> => {
      const rows = code.rows(table);
      const chosen = permutation(rows.length, stream).slice(0, mostRows);
      const counts = { rows: chosen.length, byOneSet: 0, bySome: 0 };
      for (const [at, row] of chosen.entries()) {
        await pause(signal);
        onProgress?.(from + (0.5 * at) / chosen.length);
        const sets = explain(rows[row]!, members, code.scales);
        if (sets > 0) counts.bySome++;
        if (sets === 1) counts.byOneSet++;
      }
      return counts;
    };
    return { synthetic: await side(round.synthetic, 0), controls: await side(round.controls, 0.5) };
  },
  conclude(tallies) {
    const usable = tallies.filter((tally) => tally !== null);
    if (usable.length === 0) return [notMeasurable(id, criterion, 'too-few-numbers', { needed: fewestNumbers })];
    const sum = (read: (tally: NonNullable<IntersectionTally>) => number): number =>
      usable.reduce((all, tally) => all + read(tally), 0);
    const [rows, controls] = [sum(({ synthetic }) => synthetic.rows), sum((tally) => tally.controls.rows)];
    if (controls < fewestControls || rows < 1) return [notMeasurable(id, criterion, 'too-few-controls')];
    const explained = sum(({ synthetic }) => synthetic.byOneSet);
    const byChance = sum((tally) => tally.controls.byOneSet);
    const gap = explained / rows - byChance / controls;
    // Rounds look at the same patients again: the interval is that of one of them.
    const each = (count: number): number => count / usable.length;
    return [
      measured({
        id,
        criterion,
        value: percent(gap),
        member: percent(explained / rows),
        control: percent(byChance / controls),
        interval: percentInterval(differenceInterval(each(explained), each(rows), each(byChance), each(controls))),
        members: Math.round(each(rows)),
        controls: Math.round(each(controls)),
        attacks: rows,
        smallestEffect: percent(unseenUpperBound(Math.round(each(rows)))),
        detail: {
          explainedBySome: {
            synthetic: percent(sum(({ synthetic }) => synthetic.bySome) / rows),
            controls: percent(sum((tally) => tally.controls.bySome) / controls),
          },
        },
      }),
    ];
  },
};

interface Coding {
  /** Numbers in units of their rounding error, rows with a blank left out. */
  readonly rows: (table: Table) => Float64Array[];
  /** From these units to standard deviations, squared. */
  readonly scales: Float64Array;
}

/** `null` with too few columns of numbers. */
function coding({ members, synthetic }: Round): Coding | null {
  const chosen = members.columns.flatMap((column, c) => {
    const made = synthetic.columns[c]!;
    if (!isQuantity(column) || !isQuantity(made)) return [];
    const spread = standardDeviation(column.values.filter((value) => !Number.isNaN(value)));
    const rounding = Math.max(0.5 * (column.step ?? 10 ** -column.decimals), finest * spread);
    return spread > rounding ? [{ c, unit: rounding, scale: (rounding / spread) ** 2 }] : [];
  });
  if (chosen.length < fewestNumbers) return null;
  return {
    rows: (table) =>
      Array.from({ length: table.rowCount }, (_, row) =>
        Float64Array.from(chosen, ({ c, unit }) => (table.columns[c] as QuantityColumn).values[row]! / unit),
      ).filter((row) => row.every((value) => !Number.isNaN(value))),
    scales: Float64Array.from(chosen, ({ scale }) => scale),
  };
}

function explain(row: Float64Array, members: readonly Float64Array[], scales: Float64Array): number {
  const p = row.length;
  const distanceTo = (member: Float64Array): number => {
    let sum = 0;
    for (let c = 0; c < p; c++) sum += scales[c]! * (member[c]! - row[c]!) ** 2;
    return sum;
  };
  const order = members
    .map((member, at) => ({ at, distance: distanceTo(member) }))
    .sort((a, b) => a.distance - b.distance || a.at - b.at)
    .slice(0, candidates);
  const values = new Float64Array(order.length * p);
  order.forEach(({ at }, place) => values.set(members[at]!, place * p));
  return countDonorSets(row, { count: order.length, dimensions: p, values }, mostDonors);
}
