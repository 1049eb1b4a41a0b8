/**
 * For each attacked patient and each column left out in turn, the nearest synthetic row in Gower's distance. The sum over
 * all known columns is measured once a pair; a column is worth at most 1 of it, so without one the nearest row is among
 * those within 1 of the smallest sum: those alone are looked at again, column by column.
 * Cost O(targets x rows x columns), once.
 */
import { pause, turnIsDue } from '../../pause.ts';
import type { Points, SearchControl } from '../../neighbors/search.ts';
import { type Column, isQuantity } from '../../table/table.ts';
import type { Round } from './attack.ts';
import { packedDistance, packPair } from './gower-search.ts';
import type { Targets } from './targets.ts';

/** Pairs between two looks at the clock. */
const pairsBetweenLooks = 50_000;
const tie = 1e-9;
/** Of a sum, more than rounding. */
const margin = 1e-6;

export interface GowerGuesses {
  /** `members[column][target]`: the synthetic row, the first of those equally near. */
  readonly members: Int32Array[];
  readonly controls: Int32Array[];
}

export async function gowerGuesses(
  round: Round,
  targets: { readonly members: Targets; readonly controls: Targets },
  known: readonly string[],
  { signal, onProgress }: SearchControl = {},
): Promise<GowerGuesses> {
  const { synthetic } = round;
  const columns = round.members.columns;
  const isKnown = columns.map(({ name }) => known.includes(name));
  const view = round.spaces.gower.on(known);
  const numbers = columns.filter((column, c) => isKnown[c] && isQuantity(column)).length;
  // One column a view: the coordinates of each are on the same scale as in the whole.
  const views = columns.map(({ name }) => round.spaces.gower.on([name]));
  const made = views.map((one) => one.points(synthetic));
  const guesses = async ({ table }: Targets, before: number): Promise<Int32Array[]> => {
    const real = views.map((one) => one.points(table));
    const found = columns.map(() => new Int32Array(table.rowCount));
    const pair = packPair(view.points(synthetic), view.points(table), numbers);
    const candidates = new Int32Array(synthetic.rowCount);
    const totals = new Float64Array(synthetic.rowCount);
    const parts = new Float64Array(synthetic.rowCount * columns.length);
    const targetsBetweenLooks = Math.max(1, Math.floor(pairsBetweenLooks / synthetic.rowCount));
    for (let t = 0; t < table.rowCount; t++) {
      if (t % targetsBetweenLooks === 0) {
        if (turnIsDue()) onProgress?.(before + t, targets.members.table.rowCount + targets.controls.table.rowCount);
        await pause(signal);
      }
      let least = Infinity;
      let count = 0;
      for (let row = 0; row < synthetic.rowCount; row++) {
        const reach = least + 1 + margin;
        const total = packedDistance(pair, t, row, reach);
        if (total > reach) continue;
        candidates[count] = row;
        totals[count++] = total;
        if (total < least) least = total;
      }
      let kept = 0;
      for (let c = 0; c < count; c++) if (totals[c]! <= least + 1 + margin) candidates[kept++] = candidates[c]!;
      totals.fill(0, 0, kept);
      columns.forEach((column, c) => {
        if (!isKnown[c]) return;
        for (let at = 0; at < kept; at++) {
          const part = partOf(column, real[c]!, t, made[c]!, candidates[at]!);
          parts[c * kept + at] = part;
          totals[at] = totals[at]! + part;
        }
      });
      columns.forEach((_, c) => {
        let nearest = Infinity;
        for (let at = 0; at < kept; at++) {
          const distance = isKnown[c] ? totals[at]! - parts[c * kept + at]! : totals[at]!;
          if (distance < nearest - tie) {
            nearest = distance;
            found[c]![t] = candidates[at]!;
          }
        }
      });
    }
    return found;
  };
  const members = await guesses(targets.members, 0);
  return { members, controls: await guesses(targets.controls, targets.members.table.rowCount) };
}

function partOf(column: Column, real: Points, target: number, made: Points, row: number): number {
  if (!isQuantity(column)) return made.values[row] === real.values[target] ? 0 : 1;
  const gap = Math.abs(made.values[row]! - real.values[target]!);
  return gap < 1 ? gap : 1;
}
