/** The map of pairs of variables by how far their joint counts are from chance: places, classes, the worst first. */
import type { PmseTable } from '../../workers/protocol.ts';

export type LossClass = 'good' | 'fair' | 'poor';

/** Source: the reading rule of synthpop's vignette (metrics.md 7). */
export const lossBounds = { fair: 3, poor: 10 } as const;

export const lossClass = (ratio: number): LossClass =>
  ratio >= lossBounds.poor ? 'poor' : ratio >= lossBounds.fair ? 'fair' : 'good';

export interface LossCell {
  readonly row: number;
  readonly column: number;
  readonly ratio: number;
}

/** Variables on both sides of a triangle, each one alone on its diagonal. */
export function lossCells(names: readonly string[], tables: readonly PmseTable[]): LossCell[] {
  const place = new Map(names.map((name, i) => [name, i]));
  return tables.flatMap(({ variables, ratio }) => {
    const [a, b] = [place.get(variables[0] ?? ''), place.get(variables[1] ?? variables[0] ?? '')];
    return a === undefined || b === undefined ? [] : [{ row: Math.max(a, b), column: Math.min(a, b), ratio }];
  });
}

export const worstFirst = (tables: readonly PmseTable[]): PmseTable[] => [...tables].sort((a, b) => b.ratio - a.ratio);
