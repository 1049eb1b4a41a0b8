/**
 * The utility table: every measure by the names and layout of the Clover report (2023 definitions), each with the same figure
 * between two random halves of the original beside it, which says what "as good as real data" would give at half the size.
 *
 * Adding a measure is one file and one line of `utilityMeasures`. Source: metrics.md 1 (rule 3), 2, 3.
 */
import { permutation, streamPurpose } from '../../numeric/random.ts';
import { takeRows, type Table } from '../../table/table.ts';
import { pause } from '../../pause.ts';
import { pairwiseChiSquareDifference } from './chi-square-difference.ts';
import { categoricalStatistics, continuousStatistics } from './column-statistics.ts';
import {
  contingencySimilarity,
  correlationSimilarity,
  ksComplement,
  missingSimilarity,
  tvComplement,
} from './complements.ts';
import { categoricalConsistency, continuousConsistency } from './consistency.ts';
import { pairwiseCorrelationDifference } from './correlation-difference.ts';
import { distinguishability } from './distinguishability.ts';
import { categoricalHellinger, categoricalKl, continuousHellinger, continuousKl } from './divergence.ts';
import { fScore } from './f-score.ts';
import { featureImportance } from './feature-importance.ts';
import type { Objective, SubmetricValue, UtilityContext, UtilityMeasure } from './figure.ts';
import { logisticPropensity } from './pmse-logistic.ts';
import { classification, crossClassification, crossRegression, regression } from './prediction-differences.ts';

export const utilityMeasures: readonly UtilityMeasure[] = [
  continuousConsistency,
  categoricalConsistency,
  continuousStatistics,
  categoricalStatistics,
  continuousHellinger,
  categoricalHellinger,
  continuousKl,
  categoricalKl,
  pairwiseCorrelationDifference,
  pairwiseChiSquareDifference,
  ksComplement,
  tvComplement,
  correlationSimilarity,
  contingencySimilarity,
  missingSimilarity,
  logisticPropensity,
  distinguishability,
  classification,
  regression,
  fScore,
  featureImportance,
  crossClassification,
  crossRegression,
];

export interface UtilityLine extends SubmetricValue {
  readonly metric: string;
  readonly objective: Objective;
  readonly range: readonly [number, number | null];
  /** The same between two random halves of the original; `null` where it has no figure. */
  readonly reference: number | null;
}

/** `quick`: one repeat of 5 folds on at most 5 000 rows, no cross learning; `full`: 10 of 10, everything. */
export type UtilityEffort = 'quick' | 'full';

const mostQuickRows = 5000;

export interface UtilityOptions extends Pick<UtilityContext, 'random' | 'signal' | 'target'> {
  readonly effort: UtilityEffort;
  readonly onProgress?: (done: number, total: number) => void;
}

/** @param synthetic has the columns of `original` (by name) */
export async function utilityTable(
  original: Table,
  synthetic: Table,
  { effort, onProgress, random, ...rest }: UtilityOptions,
): Promise<UtilityLine[]> {
  const quick = effort === 'quick';
  const [repeats, folds] = quick ? [1, 5] : [10, 10];
  const stream = random.stream(streamPurpose.audit, 0);
  const cut = (table: Table): Table =>
    quick && table.rowCount > mostQuickRows
      ? takeRows(table, permutation(table.rowCount, stream).slice(0, mostQuickRows))
      : table;
  const [real, made] = [cut(original), cut(synthetic)];
  const order = permutation(real.rowCount, stream);
  const middle = real.rowCount >> 1;
  const halves = [takeRows(real, order.slice(0, middle)), takeRows(real, order.slice(middle))] as const;
  const chosen = utilityMeasures.filter(({ id }) => !quick || !id.startsWith('cross-'));
  const lines: UtilityLine[] = [];
  for (const [at, metric] of chosen.entries()) {
    await pause(rest.signal);
    const { learns = false } = metric;
    const context = { ...rest, random: random.derive(2 * at), repeats, folds };
    const [a, b] = learns ? [real, made] : [original, synthetic];
    const values = await metric.measure(a, b, context);
    // One repeat is enough of a reference.
    const compared = { ...context, random: random.derive(2 * at + 1), repeats: 1 };
    const references = middle < 2 ? [] : await metric.measure(halves[0], halves[1], compared);
    values.forEach((value, i) =>
      lines.push({
        metric: metric.id,
        objective: metric.objective,
        range: metric.range,
        ...value,
        reference: references[i]?.value ?? null,
      }),
    );
    onProgress?.(at + 1, chosen.length);
  }
  return lines;
}
