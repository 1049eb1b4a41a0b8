/**
 * For each attacked patient and each column left out in turn, the nearest synthetic row in Gower's distance: the sum over
 * all known columns is computed once, then each secret's own part is taken away. Cost O(targets x rows x columns), once.
 */
import { pause } from '../../pause.ts';
import type { Points } from '../../neighbors/search.ts';
import { type Column, isQuantity } from '../../table/table.ts';
import type { Round } from './attack.ts';
import type { Targets } from './targets.ts';

const targetsBetweenPauses = 8;
const tie = 1e-9;

export interface GowerGuesses {
  /** `members[column][target]`: the synthetic row, the first of those equally near. */
  readonly members: Int32Array[];
  readonly controls: Int32Array[];
}

export async function gowerGuesses(
  round: Round,
  targets: { readonly members: Targets; readonly controls: Targets },
  known: readonly string[],
  signal?: AbortSignal,
): Promise<GowerGuesses> {
  const { synthetic } = round;
  const columns = round.members.columns;
  const isKnown = columns.map(({ name }) => known.includes(name));
  // One column a view: the coordinates of each are on the same scale as in the whole.
  const views = columns.map(({ name }) => round.spaces.gower.on([name]));
  const made = views.map((view) => view.points(synthetic));
  const guesses = async ({ table }: Targets): Promise<Int32Array[]> => {
    const real = views.map((view) => view.points(table));
    const found = columns.map(() => new Int32Array(table.rowCount));
    const parts = columns.map(() => new Float64Array(synthetic.rowCount));
    const total = new Float64Array(synthetic.rowCount);
    for (let t = 0; t < table.rowCount; t++) {
      if (t % targetsBetweenPauses === 0) await pause(signal);
      total.fill(0);
      columns.forEach((column, c) => {
        if (!isKnown[c]) return;
        fillPart(parts[c]!, column, real[c]!, t, made[c]!);
        for (let row = 0; row < total.length; row++) total[row] = total[row]! + parts[c]![row]!;
      });
      columns.forEach((_, c) => (found[c]![t] = nearestWithout(total, isKnown[c] ? parts[c]! : null)));
    }
    return found;
  };
  return { members: await guesses(targets.members), controls: await guesses(targets.controls) };
}

function fillPart(part: Float64Array, column: Column, real: Points, target: number, made: Points): void {
  const own = real.values[target]!;
  if (!isQuantity(column)) {
    for (let row = 0; row < part.length; row++) part[row] = made.values[row] === own ? 0 : 1;
    return;
  }
  const blank = Number.isNaN(own);
  for (let row = 0; row < part.length; row++) {
    const gap = Math.abs(made.values[row]! - own);
    part[row] = gap <= 1 ? gap : Number.isNaN(made.values[row]!) === blank && Number.isNaN(gap) ? 0 : 1;
  }
}

function nearestWithout(total: Float64Array, part: Float64Array | null): number {
  let best = 0;
  let least = Infinity;
  for (let row = 0; row < total.length; row++) {
    const distance = part === null ? total[row]! : total[row]! - part[row]!;
    if (distance < least - tie) {
      least = distance;
      best = row;
    }
  }
  return best;
}
