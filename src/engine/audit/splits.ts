/**
 * How patients are held out: five random splits 70/30, or five folds when there are fewer than 300 patients (each patient
 * is then a control exactly once). Source: privacy.md 3.0. Above 20 000 patients each split takes 20 000 of them, drawn at
 * random: the work of a round no longer grows, and with fewer donors the recipe leaks more, not less.
 */
import { permutation, type RandomSource, streamPurpose } from '../numeric/random.ts';
import { mostInSplit } from './limits.ts';

export interface Split {
  /** Patients given to the generator, and patients it never sees; rows of the table, in increasing order. */
  readonly members: Int32Array;
  readonly controls: Int32Array;
}

export interface Splits {
  readonly kind: 'splits' | 'folds';
  readonly rounds: readonly Split[];
}

const roundCount = 5;
const heldOut = 0.3;

/** Rows under which every patient serves as a control once. */
export const fewestForSplits = 300;

/** @returns no round at all when a fold would be empty or leave fewer than two members */
export function makeSplits(rows: number, random: RandomSource, rounds: number = roundCount): Splits {
  if (rows < fewestForSplits) return { kind: 'folds', rounds: folds(rows, random, Math.max(2, rounds)) };
  const taken = Math.min(rows, mostInSplit);
  const controls = Math.round(heldOut * taken);
  return {
    kind: 'splits',
    rounds: Array.from({ length: rounds }, (_, round) => {
      const order = permutation(rows, random.stream(streamPurpose.audit, round));
      return { controls: order.slice(0, controls).sort(), members: order.slice(controls, taken).sort() };
    }),
  };
}

/** Patients given to the generator in the smallest round of an audit; 0 when there is no round. */
export const fewestMembers = (rows: number): number =>
  rows >= fewestForSplits
    ? Math.min(rows, mostInSplit) - Math.round(heldOut * Math.min(rows, mostInSplit))
    : rows < roundCount + 2
      ? 0
      : rows - Math.ceil(rows / roundCount);

function folds(rows: number, random: RandomSource, count: number): Split[] {
  if (rows < count + 2) return [];
  const order = permutation(rows, random.stream(streamPurpose.audit, 0));
  return Array.from({ length: count }, (_, fold) => ({
    controls: order.filter((_row, place) => place % count === fold).sort(),
    members: order.filter((_row, place) => place % count !== fold).sort(),
  }));
}
