/**
 * A9. Patients whose secret the synthetic file gives away to someone who knows their quasi-identifiers.
 *
 *   DiSCO = 100 x #{originals whose key group in the synthetic file holds a single value of the secret, the right one} / n
 *
 * One figure a secret (every column that is no key and varies); the value is the largest of those that are not just the
 * usual level. `Dorig` is the same of the original against itself, `marginals` of a file without links. `majority` warns that more than 90 % of the disclosive rows, and
 * more than 50 rows, hold one level only: what is disclosed is then just the usual level (check_1way of synthpop).
 * Source: privacy.md A9; metrics.md 7.
 */
import { marginalsAnchor } from '../../audit/anchors.ts';
import type { RandomSource } from '../../numeric/random.ts';
import { countDistinct, type Table } from '../../table/table.ts';
import type { MetricResult } from '../../verdict/metric.ts';
import { bandedCells, knownNames, quasiKeys } from './keys.ts';
import { releaseMetric, releaseNotMeasurable } from './results.ts';

const majorityRows = 50;
const majorityShare = 0.9;

export interface DisclosedSecret {
  readonly column: string;
  readonly disco: number;
  readonly Dorig: number;
  readonly marginals: number;
  readonly majority: boolean;
}

export function disco(original: Table, synthetic: Table, quasi: readonly string[], random: RandomSource): MetricResult {
  const declared = knownNames(original, quasi);
  if (declared.length === 0) return releaseNotMeasurable('disco', 'no-quasi-identifier', 'inference');
  const shuffled = marginalsAnchor(original, random);
  const names = original.columns
    .filter((column) => !declared.includes(column.name) && countDistinct(column) > 1)
    .map(({ name }) => name);
  if (names.length === 0) return releaseNotMeasurable('disco', 'no-secret', 'inference');
  const secrets = names
    .map((column): DisclosedSecret => {
      const found = disclosed(original, synthetic, declared, column);
      return {
        column,
        disco: found.percent,
        Dorig: disclosed(original, original, declared, column).percent,
        marginals: disclosed(original, shuffled, declared, column).percent,
        majority: found.majority,
      };
    })
    .sort((a, b) => Number(a.majority) - Number(b.majority) || b.disco - a.disco);
  if (secrets[0]!.majority) return releaseNotMeasurable('disco', 'only-usual-levels', 'inference');
  return releaseMetric({
    id: 'disco',
    criterion: 'inference',
    value: secrets[0]!.disco,
    members: original.rowCount,
    detail: { column: secrets[0]!.column, secrets, keys: declared.length },
  });
}

function disclosed(original: Table, made: Table, quasi: readonly string[], column: string) {
  const keys = quasiKeys(original, made, quasi);
  const c = original.columns.findIndex(({ name }) => name === column);
  const cells = bandedCells(original.columns[c]!, made.columns[c]!);
  /** The only value of each group; `null` when there are several. */
  const single = new Map<string, string | null>();
  keys.synthetic.forEach((key, row) => {
    const value = cells.synthetic[row]!;
    const known = single.get(key);
    if (known === undefined) single.set(key, value);
    else if (known !== null && known !== value) single.set(key, null);
  });
  const right = keys.original.flatMap((key, row) => {
    const value = single.get(key);
    return value !== undefined && value !== null && value === cells.original[row] ? [value] : [];
  });
  const counts = new Map<string, number>();
  for (const value of right) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return {
    percent: (100 * right.length) / Math.max(1, original.rowCount),
    majority: right.length > majorityRows && most > majorityShare * right.length,
  };
}
