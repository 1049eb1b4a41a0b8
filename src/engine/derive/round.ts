import { roundHalfAwayFromZero } from '../numeric/round.ts';
import { isQuantity } from '../table/table.ts';
import { plainDressOf, sameName, type DerivationDefinition, type DerivationOf } from './definition.ts';

/**
 * Numbers rounded to the nearest multiple of `to`, half away from zero (2.5 to 1 is 3), as read in decimal: 0.15 to 0.1
 * is 0.2. Source: `privacy.md`, section 8, "Exact measurements".
 */
export const round: DerivationDefinition<DerivationOf<'round'>> = {
  takes: (column) => column.type === 'number' || column.type === 'integer',
  phase: 'rows',
  role: null,
  rename: sameName,
  apply(column, { to }) {
    if (!isQuantity(column) || !round.takes(column)) return 'type';
    const decimals = decimalsOf(to);
    const scale = 10 ** decimals;
    const step = Math.round(to * scale);
    const values = column.values.map((value) => {
      const steps = roundHalfAwayFromZero((roundHalfAwayFromZero(value, 12) * scale) / step, 0);
      return Number.isFinite(steps) ? (steps * step) / scale : value;
    });
    const { suffix } = column.dress;
    return {
      name: column.name,
      type: decimals === 0 ? 'integer' : 'number',
      values,
      decimals,
      ...(step === 1 ? {} : { step: to }),
      dress: { ...plainDressOf(column), ...(suffix === undefined ? {} : { suffix }) },
    };
  },
};

/** Decimals in the shortest writing of a step (0.25 has two), at most 9. */
function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 9; decimals++) {
    if (Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) < 1e-9) return decimals;
  }
  return 9;
}
