/**
 * Does a model learned on the synthetic file work on real patients, and the other way round? The target variable (or each
 * variable in turn) is predicted from the others, in both files.
 *
 *   rr, ss   learned and tested on the same file (held-out folds)      rs, sr   tested on the other file
 *   diff_real_train = |rr - rs|      diff_synth_train = |sr - ss|      diff_real_synth = |rr - ss|
 *
 * Area under the curve for levels; mean squared error, in squared units of the variable, for a number (`*_scaled`: divided by
 * the original's variance, comparable between variables). `cross`: every variable, mean over variables of the first two.
 * Repeats are averaged after the absolute value. Source: metrics.md 3 (U10, U11), 3.1 (2023 protocol), 3.2 (pitfall 10).
 */
import { streamPurpose } from '../../numeric/random.ts';
import { standardDeviation } from '../../numeric/statistics.ts';
import { isQuantity, type Table } from '../../table/table.ts';
import {
  figure,
  meanOf,
  type SubmetricValue,
  type UtilityReason,
  type UtilityContext,
  type UtilityMeasure,
} from './figure.ts';
import { fitFolds, learningOf, type Fitted } from './target.ts';

export interface Differences {
  readonly realTrain: number;
  readonly synthTrain: number;
  readonly realSynth: number;
}

/** `null` when the target cannot be learned in both files. */
export async function predictionDifferences(
  original: Table,
  synthetic: Table,
  target: string,
  { random, repeats, folds, signal }: UtilityContext,
): Promise<Differences | null> {
  const learning = learningOf(original, synthetic, target);
  if (learning === null || learning.rows.some(({ length }) => length < 2 * folds)) return null;
  const gaps = { realTrain: [] as number[], synthTrain: [] as number[], realSynth: [] as number[] };
  for (let repeat = 0; repeat < repeats; repeat++) {
    const stream = random.stream(streamPurpose.audit, repeat);
    const real = scores(await fitFolds(learning, 0, folds, stream, signal));
    const made = scores(await fitFolds(learning, 1, folds, stream, signal));
    gaps.realTrain.push(Math.abs(real.own - real.other));
    gaps.synthTrain.push(Math.abs(made.other - made.own));
    gaps.realSynth.push(Math.abs(real.own - made.own));
  }
  const [realTrain, synthTrain, realSynth] = [
    meanOf(gaps.realTrain)!,
    meanOf(gaps.synthTrain)!,
    meanOf(gaps.realSynth)!,
  ];
  return Number.isNaN(realTrain + synthTrain + realSynth) ? null : { realTrain, synthTrain, realSynth };
}

/** Mean over folds and questions; a fold with one answer only has no figure. */
function scores(fitted: readonly Fitted[]): { own: number; other: number } {
  const mean = (values: readonly number[]): number => meanOf(values.filter((value) => !Number.isNaN(value))) ?? NaN;
  return { own: mean(fitted.map(({ own }) => own)), other: mean(fitted.map(({ other }) => other)) };
}

const submetrics = ['diff_real_train', 'diff_synth_train', 'diff_real_synth'];

function targetMetric(kind: 'classification' | 'regression'): UtilityMeasure {
  return {
    id: kind,
    objective: 'min',
    range: [0, kind === 'classification' ? 1 : null],
    submetrics,
    learns: true,
    async measure(original, synthetic, context) {
      const none = (why: UtilityReason): SubmetricValue[] => submetrics.map((name) => figure(name, null, why));
      const column = original.columns.find(({ name }) => name === context.target);
      if (column === undefined) return none('no-target');
      if (isQuantity(column) !== (kind === 'regression')) return none('target-not-usable');
      const found = await predictionDifferences(original, synthetic, column.name, context);
      if (found === null) return none('target-not-usable');
      const scale = isQuantity(column) ? standardDeviation(column.values) ** 2 : 1;
      const values = [found.realTrain, found.synthTrain, found.realSynth];
      return submetrics.map((name, i) =>
        figure(name, values[i]!, 'no-target', isQuantity(column) ? { scaled: values[i]! / scale } : undefined),
      );
    },
  };
}

function crossMetric(kind: 'classification' | 'regression'): UtilityMeasure {
  const names = ['real_train', 'synth_train'];
  return {
    id: `cross-${kind}`,
    objective: 'min',
    range: [0, kind === 'classification' ? 1 : null],
    submetrics: names,
    learns: true,
    async measure(original, synthetic, context) {
      const found: Differences[] = [];
      const scaled: Differences[] = [];
      for (const column of original.columns) {
        if (isQuantity(column) !== (kind === 'regression')) continue;
        const one = await predictionDifferences(original, synthetic, column.name, context);
        if (one === null) continue;
        found.push(one);
        const scale = isQuantity(column) ? standardDeviation(column.values) ** 2 : 1;
        scaled.push({
          realTrain: one.realTrain / scale,
          synthTrain: one.synthTrain / scale,
          realSynth: one.realSynth / scale,
        });
      }
      const reason = kind === 'regression' ? 'no-number' : 'no-level';
      const line = (name: string, pick: (one: Differences) => number): SubmetricValue =>
        figure(
          name,
          meanOf(found.map(pick)),
          reason,
          kind === 'regression' ? { scaled: meanOf(scaled.map(pick)) } : undefined,
        );
      return [line('real_train', ({ realTrain }) => realTrain), line('synth_train', ({ synthTrain }) => synthTrain)];
    },
  };
}

export const classification = targetMetric('classification');
export const regression = targetMetric('regression');
export const crossClassification = crossMetric('classification');
export const crossRegression = crossMetric('regression');
