/**
 * Hidden rate of the patients whom their categories alone would single out.
 *
 * Restricted to the originals whose combination of all categorical variables (a blank is a level) is unique in the
 * file. Source: method.md 7.2 (restriction inferred from printed values); target > 90 (vendor, indicative).
 * Needs pairs. When no combination is unique there is nobody to protect: not measurable; the vendor prints 100, kept in
 * the details.
 */
import { isLevels } from '../table/table.ts';
import { countKeys, rowKeys } from './cells.ts';
import { above, type PrivacyMetric } from './definition.ts';
import { hiddenRates } from './hidden-rate.ts';

export const categoricalHiddenRate: PrivacyMetric = {
  id: 'categorical-hidden-rate',
  criterion: 'inference',
  target: above(90),
  compute({ headline, cells, original, pairs }) {
    if (headline === null) return { notMeasurable: 'no-spread' };
    const { cloaking } = headline;
    if (cloaking === null || pairs === null) return { notMeasurable: 'pairs-unknown' };
    const categorical = cells.columns.filter((_, c) => isLevels(original.columns[c]!));
    if (categorical.length === 0) return { notMeasurable: 'no-categorical-variable' };
    const keys = rowKeys(
      categorical.map((column) => column.original),
      original.rowCount,
    );
    const counts = countKeys(keys);
    const unique = Array.from(pairs.keys()).filter((i) => counts.get(keys[pairs[i]!]!) === 1);
    const detail = { uniqueCombinations: unique.length };
    if (unique.length === 0) return { notMeasurable: 'no-unique-combination', detail: { ...detail, vendor: 100 } };
    const rates = hiddenRates(cloaking, unique);
    return { value: rates.tie_shared, detail: { ...detail, ...rates } };
  },
};
