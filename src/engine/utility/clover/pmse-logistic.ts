/**
 * Does a plain model tell the files apart? Logistic regression of the membership (synthetic 1, original 0) on every variable.
 *
 *   pMSE = mean (p_i - c)^2     E[pMSE] = k (1 - c)^2 c / N     S_pMSE = pMSE / E     k coefficients, the intercept apart
 *
 * Main effects only. Numbers are standardised on both files together, their blanks take the mean, with an indicator; one 0/1
 * column a level but the first; collinear columns are dropped. About 1 = as a correct synthesis, below 10, better below 3, is
 * acceptable. Source: metrics.md 7 (model "logit"); equal to the reference files.
 */
import { independentColumns, logisticRegression } from '../../numeric/logistic.ts';
import { mean, standardDeviation } from '../../numeric/statistics.ts';
import { isQuantity, type Table } from '../../table/table.ts';
import { areaUnderCurve } from '../../numeric/roc.ts';
import { figure, type UtilityMeasure } from './figure.ts';

export interface LogisticPmse {
  readonly ratio: number;
  readonly pmse: number;
  readonly predictors: number;
  /** Area under the curve on the very rows it learned from. */
  readonly area: number;
}

/** `null` when no predictor varies, or the files are told apart without fault (no finite model). */
export function logisticPmse(original: Table, synthetic: Table): LogisticPmse | null {
  const columns = predictors(original, synthetic);
  const N = original.rowCount + synthetic.rowCount;
  const all = [new Float64Array(N).fill(1), ...columns];
  const kept = independentColumns(all).map((j) => all[j]!);
  const labels = Uint8Array.from({ length: N }, (_, i) => Number(i >= original.rowCount));
  const k = kept.length - 1;
  const fit = k < 1 ? null : logisticRegression(kept, labels);
  if (fit === null) return null;
  const c = synthetic.rowCount / N;
  const pmse = fit.probabilities.reduce((sum, p) => sum + (p - c) ** 2, 0) / N;
  const of = (wanted: number): Float64Array => fit.probabilities.filter((_, i) => labels[i] === wanted);
  return { ratio: pmse / ((k * (1 - c) ** 2 * c) / N), pmse, predictors: k, area: areaUnderCurve(of(1), of(0)) };
}

function predictors(original: Table, synthetic: Table): Float64Array[] {
  return original.columns.flatMap((column) => {
    const other = synthetic.columns.find(({ name }) => name === column.name);
    if (other === undefined) return [];
    if (isQuantity(column) && isQuantity(other)) {
      const values = Float64Array.from([...column.values, ...other.values]);
      const [center, scale] = [mean(values), standardDeviation(values)];
      const blank = values.map((value) => Number(Number.isNaN(value)));
      const standard = values.map((value) => (Number.isNaN(value) || !(scale > 0) ? 0 : (value - center) / scale));
      return blank.includes(1) ? [standard, blank] : [standard];
    }
    if (isQuantity(column) || isQuantity(other)) return [];
    const names = [column, other].flatMap(({ codes, levels }) =>
      Array.from(codes, (code) => (code < 0 ? null : levels[code]!)),
    );
    const levels = [...new Set(names)].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : a > b ? 1 : 0));
    return levels.slice(1).map((level) => Float64Array.from(names, (name) => Number(name === level)));
  });
}

export const logisticPropensity: UtilityMeasure = {
  id: 'propensity-logistic',
  objective: 'min',
  range: [0, null],
  submetrics: ['s_pmse'],
  measure(original, synthetic) {
    const found = logisticPmse(original, synthetic);
    const detail = found === null ? undefined : { pmse: found.pmse, predictors: found.predictors, auc: found.area };
    return [figure('s_pmse', found === null ? null : found.ratio, 'too-few-rows', detail)];
  },
};
