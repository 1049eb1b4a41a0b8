/**
 * T14. Numbers that one member alone has, found again in the synthetic file: in columns of many values, the share of the
 * synthetic cells that hold such a number, beside the same share among controls, who hold them by chance.
 * Source: privacy.md A11, T14 (AIDS cd80, published avatars: 32.5 % against 26.2 %). Information: columns and shares only.
 */
import { type Column, isQuantity } from '../../table/table.ts';
import type { Round } from './attack.ts';

/** Distinct values, as a share of the members, above which equal numbers are looked at one by one. */
const manyValues = 0.2;

export interface ReplicatedValues {
  readonly column: string;
  /** Shares, 0..1, of the cells that are not blank. */
  readonly synthetic: number;
  readonly controls: number;
}

export function replicatedValues({ members, controls, synthetic }: Round): ReplicatedValues[] {
  return members.columns.flatMap((column, c): ReplicatedValues[] => {
    if (!isQuantity(column)) return [];
    const counts = new Map<number, number>();
    for (const value of column.values) {
      if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    if (counts.size < manyValues * members.rowCount) return [];
    const found = [synthetic.columns[c]!, controls.columns[c]!].map((other) => shareOfUnique(other, counts));
    if (found.some(Number.isNaN)) return [];
    return [{ column: column.name, synthetic: found[0]!, controls: found[1]! }];
  });
}

/** `NaN` when every cell is blank. */
function shareOfUnique(column: Column, counts: ReadonlyMap<number, number>): number {
  if (!isQuantity(column)) return NaN;
  const present = column.values.filter((value) => !Number.isNaN(value));
  return present.filter((value) => counts.get(value) === 1).length / present.length;
}

/** Mean over the rounds, in percent. */
export function concludeReplicatedValues(rounds: readonly (readonly ReplicatedValues[])[]): ReplicatedValues[] {
  const byColumn = new Map<string, ReplicatedValues[]>();
  for (const one of rounds.flat()) byColumn.set(one.column, [...(byColumn.get(one.column) ?? []), one]);
  const mean = (list: readonly number[]): number => (100 * list.reduce((sum, one) => sum + one, 0)) / list.length;
  return [...byColumn].map(([column, list]) => ({
    column,
    synthetic: mean(list.map((one) => one.synthetic)),
    controls: mean(list.map((one) => one.controls)),
  }));
}
