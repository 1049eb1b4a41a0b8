/** The sentences of the correlation matrices. */
import type { Speaker } from '../../../engine/words/words.ts';
import type { Results } from '../../messages/results.ts';
import { shortName } from '../labels.ts';
import { meanChange, measured, type Pair } from '../matrix.ts';
import { formatFixed, formatSigned } from '../numbers.ts';
import type { Finding } from './finding.ts';

export function correlationFinding(
  names: readonly string[],
  pairs: readonly Pair[],
  t: Results['correlation'],
  speak: Speaker,
): Finding {
  const known = measured(pairs);
  const mean = meanChange(pairs);
  if (mean === null) return { title: t.none, summary: '' };
  const worst = known.reduce((most, pair) => (Math.abs(pair.difference) > Math.abs(most.difference) ? pair : most));
  const said = (value: number): string => formatSigned(value, 2, speak);
  return {
    title: t.title(formatFixed(mean, mean < 0.01 ? 3 : 2, speak)),
    summary: t.summary(
      shortName(names[worst.row]!),
      shortName(names[worst.column]!),
      said(worst.original),
      said(worst.synthetic),
      known.length,
      pairs.length - known.length,
    ),
  };
}
