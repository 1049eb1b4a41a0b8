/**
 * The share of patients whose whole row does not appear among the avatars.
 *
 *   RDMP = 100 x #{originals absent from the synthetic rows} / n
 *
 * Source: method.md 7.2; target > 90 (vendor, indicative). No pairs needed. A row that many patients share is no
 * disclosure: how many of the rows found are unique in the original is given beside it (7.6).
 */
import { countKeys, rowKeys } from './cells.ts';
import { above, type PrivacyMetric } from './definition.ts';

export const rowDirectMatch: PrivacyMetric = {
  id: 'row-direct-match',
  criterion: 'linkability',
  target: above(90),
  compute({ cells, original, synthetic, pairs }) {
    const columns = cells.columns;
    const originals = rowKeys(
      columns.map((column) => column.original),
      original.rowCount,
    );
    const avatars = rowKeys(
      columns.map((column) => column.synthetic),
      synthetic.rowCount,
    );
    const held = countKeys(originals);
    const made = countKeys(avatars);
    const found = originals.filter((key) => made.has(key));
    const ownEqual = pairs && avatars.filter((key, i) => key === originals[pairs[i]!]).length;
    return {
      value: 100 * (1 - found.length / originals.length),
      detail: {
        matchedRows: found.length,
        matchedUnique: found.filter((key) => held.get(key) === 1).length,
        uniqueRows: originals.filter((key) => held.get(key) === 1).length,
        syntheticEqualSome: avatars.filter((key) => held.has(key)).length,
        syntheticEqualUnique: avatars.filter((key) => held.get(key) === 1).length,
        equalToOwn: ownEqual,
      },
    };
  },
};
