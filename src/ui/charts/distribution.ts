/** The arithmetic of one variable drawn twice: what is shown, in which order, and how much was left aside. */
import type { VariableComparison } from '../../workers/protocol.ts';

export interface Item {
  readonly label: string;
  readonly original: number;
  readonly synthetic: number;
}

/** The levels drawn: the most frequent, then all the others together as one line. */
export function drawnLevels(variable: VariableComparison, most: number, others: (count: number) => string): Item[] {
  const items = variable.labels
    .map((label, index) => ({
      label,
      original: variable.original[index] ?? 0,
      synthetic: variable.synthetic[index] ?? 0,
    }))
    .sort((a, b) => Math.max(b.original, b.synthetic) - Math.max(a.original, a.synthetic));
  if (items.length <= most) return items;
  const rest = items.slice(most - 1);
  const sum = (table: 'original' | 'synthetic'): number => rest.reduce((total, item) => total + item[table], 0);
  return [
    ...items.slice(0, most - 1),
    { label: others(rest.length), original: sum('original'), synthetic: sum('synthetic') },
  ];
}

/** Bin edges written by `write`; the outer bins are open, so they are named by their inner edge. */
export function drawnBins(
  variable: VariableComparison,
  write: (edge: number) => string,
  words: { between(from: string, to: string): string; under(to: string): string; from(from: string): string },
): Item[] {
  const { edges, labels, original, synthetic } = variable;
  const last = original.length - 1;
  return original.map((share, index) => {
    const [low, high] = [edges[index], edges[index + 1]];
    const label =
      labels[index] ??
      (low === undefined || high === undefined
        ? ''
        : last === 0
          ? write(low)
          : index === 0
            ? words.under(write(high))
            : index === last
              ? words.from(write(low))
              : words.between(write(low), write(high)));
    return { label, original: share, synthetic: synthetic[index] ?? 0 };
  });
}

/** How far apart the two distributions are, in words. The bounds are ours, for reading only. */
export type Closeness = 'same' | 'close' | 'different' | 'far';

export const closenessOf = (hellinger: number): Closeness =>
  hellinger < 0.05 ? 'same' : hellinger < 0.1 ? 'close' : hellinger < 0.2 ? 'different' : 'far';

/** Worst first; what cannot be measured comes last. */
export const worstFirst = (variables: readonly VariableComparison[]): VariableComparison[] =>
  [...variables].sort((a, b) => {
    const known = (value: number): number => (Number.isFinite(value) ? value : -1);
    return known(b.hellinger) - known(a.hellinger) || a.name.localeCompare(b.name);
  });
