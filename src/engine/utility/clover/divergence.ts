/**
 * How far are the distributions, variable by variable? Hellinger's distance and the Kullback-Leibler divergence on the
 * same bins or levels (10 equal-width bins over the original's range, closed on the left, outer ones open), mean over
 * variables.
 *
 *   H = sqrt( 1/2 sum_c (sqrt p_c - sqrt q_c)^2 )      KL = sum_c p_c ln(p_c / q_c)      p = synthetic, q = real
 *
 * KL is infinite as soon as the synthetic file fills a bin that the original left empty: it is then told as such, and
 * `smoothed` (half a patient added to each cell of both files) is beside it, always finite. Source: metrics.md 3 (U5, U6), 3.2.
 */
import { compareVariables, type VariableComparison } from '../compare-variables.ts';
import { figure, meanOf, type UtilityMeasure } from './figure.ts';
import type { Table } from '../../table/table.ts';

/** KL(p || q), natural logarithm; 0 ln 0 = 0; infinite where q is 0 and p is not. */
export function klDivergence(p: readonly number[], q: readonly number[]): number {
  return p.reduce((sum, share, c) => sum + (share === 0 ? 0 : share * Math.log(share / q[c]!)), 0);
}

/** Half a patient more in each cell, so that nothing is empty. @param rows cells present */
const smoothed = (shares: readonly number[], rows: number): number[] =>
  shares.map((share) => (share * rows + 0.5) / (rows + 0.5 * shares.length));

type Kind = VariableComparison['kind'];

const variablesOf = (original: Table, synthetic: Table, kind: Kind): VariableComparison[] => {
  const columns = original.columns.flatMap(({ name }) => synthetic.columns.find((other) => other.name === name) ?? []);
  const names = new Set(columns.map(({ name }) => name));
  const shared: Table = { ...original, columns: original.columns.filter(({ name }) => names.has(name)) };
  return compareVariables(shared, { ...synthetic, columns }).filter((variable) => variable.kind === kind);
};

function hellingerMetric(kind: Kind): UtilityMeasure {
  return {
    id: kind === 'bins' ? 'hellinger-continuous' : 'hellinger-categorical',
    objective: 'min',
    range: [0, 1],
    submetrics: ['hellinger_distance'],
    measure(original, synthetic) {
      const distances = variablesOf(original, synthetic, kind).map(({ hellinger }) => hellinger);
      return [figure('hellinger_distance', meanOf(distances), kind === 'bins' ? 'no-number' : 'no-level')];
    },
  };
}

function klMetric(kind: Kind): UtilityMeasure {
  return {
    id: kind === 'bins' ? 'kl-continuous' : 'kl-categorical',
    objective: 'min',
    range: [0, null],
    submetrics: ['kl_divergence'],
    measure(original, synthetic) {
      const variables = variablesOf(original, synthetic, kind);
      const plain = meanOf(variables.map((one) => klDivergence(one.synthetic, one.original)));
      const smooth = meanOf(
        variables.map((one) =>
          klDivergence(
            smoothed(one.synthetic, synthetic.rowCount * (1 - one.syntheticMissing)),
            smoothed(one.original, original.rowCount * (1 - one.originalMissing)),
          ),
        ),
      );
      const infinite = plain !== null && !Number.isFinite(plain);
      const reason = infinite ? 'infinite' : kind === 'bins' ? 'no-number' : 'no-level';
      return [figure('kl_divergence', infinite ? null : plain, reason, { smoothed: smooth })];
    },
  };
}

export const continuousHellinger = hellingerMetric('bins');
export const categoricalHellinger = hellingerMetric('levels');
export const continuousKl = klMetric('bins');
export const categoricalKl = klMetric('levels');
