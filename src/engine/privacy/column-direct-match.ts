/**
 * The column in which avatars repeat their own patient's value the most, allowing for how many values there are.
 *
 *   protection_j = 100 (1 - r_j u_j / n)        metric = min over columns
 *
 * r_j the share of avatars that hold the same value as its own original, u_j the distinct values of the original
 * (missing counts as one). Source: method.md 7.2 (formula inferred from vendor reports); target > 50.
 * With few levels u_j / n is tiny and the figure near 100 whatever happens: `equalShare` is shown beside it (7.6).
 * Needs pairs.
 */
import { above, type PrivacyMetric } from './definition.ts';

export const columnDirectMatch: PrivacyMetric = {
  id: 'column-direct-match',
  criterion: 'linkability',
  target: above(50),
  compute({ pairs, cells, original }) {
    if (pairs === null) return { notMeasurable: 'pairs-unknown' };
    const n = original.rowCount;
    const columns = cells.columns.map((column) => {
      let equal = 0;
      for (let i = 0; i < pairs.length; i++) if (column.original[pairs[i]!] === column.synthetic[i]) equal++;
      const equalShare = equal / pairs.length;
      return {
        name: column.name,
        equalShare,
        distinct: column.distinct,
        protection: 100 * (1 - (equalShare * column.distinct) / n),
      };
    });
    return { value: Math.min(...columns.map(({ protection }) => protection)), detail: { columns } };
  },
};
