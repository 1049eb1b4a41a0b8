/**
 * A9. Patients whom the declared quasi-identifiers single out in the original, and who are found, single again, in the
 * synthetic file.
 *
 *   repU = 100 x #{originals unique on the keys, unique in the synthetic file with the same key} / n
 *
 * UiO unique in the original; UiS unique in the synthetic file (of its rows); UiOiS unique in the original and present.
 * Beside it the original against itself (UiO) and a file without links (`marginals`). No fixed limit except for open
 * data (0). Source: privacy.md A9; metrics.md 7 (Raab, Nowok, Dibben 2024). Who is never said.
 */
import type { RandomSource } from '../../numeric/random.ts';
import { marginalsAnchor } from '../../audit/anchors.ts';
import type { Table } from '../../table/table.ts';
import type { MetricResult } from '../../verdict/metric.ts';
import { countByKey, knownNames, quasiKeys } from './keys.ts';
import { releaseMetric, releaseNotMeasurable } from './results.ts';

export function replicatedUniques(
  original: Table,
  synthetic: Table,
  quasi: readonly string[],
  random: RandomSource,
): MetricResult {
  const declared = knownNames(original, quasi);
  if (declared.length === 0) return releaseNotMeasurable('replicated-uniques', 'no-quasi-identifier');
  const counts = countUniques(original, synthetic, declared);
  return releaseMetric({
    id: 'replicated-uniques',
    value: counts.repU,
    members: original.rowCount,
    detail: {
      ...counts,
      marginals: countUniques(original, marginalsAnchor(original, random), declared).repU,
      keys: declared.length,
    },
  });
}

function countUniques(original: Table, synthetic: Table, quasi: readonly string[]) {
  const keys = quasiKeys(original, synthetic, quasi);
  const [own, made] = [countByKey(keys.original), countByKey(keys.synthetic)];
  const percent = (rows: number, of: number): number => (100 * rows) / Math.max(1, of);
  const unique = keys.original.filter((key) => own.get(key) === 1);
  return {
    repU: percent(unique.filter((key) => made.get(key) === 1).length, original.rowCount),
    UiO: percent(unique.length, original.rowCount),
    UiS: percent(keys.synthetic.filter((key) => made.get(key) === 1).length, synthetic.rowCount),
    UiOiS: percent(unique.filter((key) => made.has(key)).length, original.rowCount),
  };
}
