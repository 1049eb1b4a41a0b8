/**
 * Does the synthetic file stay within what exists? Share of its values inside the original's range, share of its rows
 * holding a level that the original has; mean over variables. 1 = always.
 *
 *   numbers   #{ min(real) <= syn_i <= max(real) } / #{ syn_i present }      levels   mass of syn in levels of real
 *
 * A blank counts as a level; blanks of numbers are left out. Source: metrics.md 3, U1 and U2.
 */
import { range } from '../../numeric/statistics.ts';
import { figure, meanOf, type UtilityMeasure } from './figure.ts';
import { countLevels, pairColumns, present } from './pairs.ts';

export const continuousConsistency: UtilityMeasure = {
  id: 'continuous-consistency',
  objective: 'max',
  range: [0, 1],
  submetrics: ['within_ratio'],
  measure(original, synthetic) {
    const shares = pairColumns(original, synthetic).numbers.flatMap(([real, made]) => {
      const [low, high] = range(real.values);
      const values = present(made);
      if (values.length === 0 || Number.isNaN(low)) return [];
      return [values.filter((value) => value >= low && value <= high).length / values.length];
    });
    return [figure('within_ratio', meanOf(shares), 'no-number')];
  },
};

export const categoricalConsistency: UtilityMeasure = {
  id: 'categorical-consistency',
  objective: 'max',
  range: [0, 1],
  submetrics: ['within_ratio'],
  measure(original, synthetic) {
    const shares = pairColumns(original, synthetic).levels.map(([real, made]) => {
      const known = countLevels(real);
      let inside = 0;
      for (const [level, count] of countLevels(made)) if (known.has(level)) inside += count;
      return inside / made.codes.length;
    });
    return [figure('within_ratio', meanOf(shares), 'no-level')];
  },
};
