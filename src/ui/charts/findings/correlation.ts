/** The sentences of the correlation matrices. */
import type { Speaker } from '../../../engine/words/words.ts';
import type { Results } from '../../messages/results.ts';
import type { Change } from '../correlation-change.ts';
import { shortName } from '../labels.ts';
import { formatFixed, formatSigned } from '../numbers.ts';
import type { Finding } from './finding.ts';

export function correlationFinding(
  names: readonly string[],
  { known, unknown, mean, most }: Change,
  t: Results['correlation'],
  speak: Speaker,
): Finding {
  const [worst] = most;
  if (mean === null || !worst) return { title: t.none, summary: '' };
  const said = (value: number): string => formatSigned(value, 2, speak);
  return {
    title: t.title(formatFixed(mean, mean < 0.01 ? 3 : 2, speak)),
    summary: t.summary(
      shortName(names[worst.row]!),
      shortName(names[worst.column]!),
      said(worst.original),
      said(worst.synthetic),
      known,
      unknown,
    ),
  };
}
