/**
 * How many share the same declared quasi-identifiers: before, in the original; after, in the synthetic file.
 *
 *   f = size of the group of a row on the keys        value = smallest f in the synthetic file
 *
 * A privacy officer's own words; for a synthetic file it is information, since its rows are nobody's. A blank is a value
 * of its own (the stricter reading; sdcMicro lets it match anything). Source: metrics.md 9; privacy.md 7.2 E.
 */
import type { Table } from '../../table/table.ts';
import type { MetricResult } from '../../verdict/metric.ts';
import { countByKey, knownNames, quasiKeys } from './keys.ts';
import { releaseMetric, releaseNotMeasurable } from './results.ts';

const thresholds = [2, 3, 5, 11] as const;

export function kAnonymity(original: Table, synthetic: Table, quasi: readonly string[]): MetricResult {
  const declared = knownNames(original, quasi);
  if (declared.length === 0) return releaseNotMeasurable('k-anonymity', 'no-quasi-identifier');
  if (original.rowCount === 0 || synthetic.rowCount === 0) return releaseNotMeasurable('k-anonymity', 'too-few-rows');
  const keys = quasiKeys(original, synthetic, declared);
  const before = groupSizes(keys.original);
  const after = groupSizes(keys.synthetic);
  return releaseMetric({
    id: 'k-anonymity',
    value: after.smallest,
    members: original.rowCount,
    detail: { before, after, keys: declared.length },
  });
}

function groupSizes(keys: readonly string[]) {
  const counts = countByKey(keys);
  const sizes = keys.map((key) => counts.get(key)!);
  const below = Object.fromEntries(
    thresholds.map((f) => [f, (100 * sizes.filter((size) => size < f).length) / Math.max(1, sizes.length)]),
  );
  return {
    smallest: sizes.reduce((least, size) => Math.min(least, size), Infinity),
    groups: counts.size,
    percentBelow: below,
  };
}
