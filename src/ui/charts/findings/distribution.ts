/** The sentences of one variable: how close, how spread, how often missing. */
import type { Speaker } from '../../../engine/words/words.ts';
import type { VariableComparison } from '../../../workers/protocol.ts';
import type { Results } from '../../messages/results.ts';
import { closenessOf } from '../distribution.ts';
import { formatFixed, formatShare } from '../numbers.ts';
import type { Finding } from './finding.ts';

/** A spread this far from 1 is worth the title. */
const notable = 0.1;

export function distributionFinding(variable: VariableComparison, t: Results['distribution'], speak: Speaker): Finding {
  const { name, hellinger, spread, originalMissing, syntheticMissing } = variable;
  const known = Number.isFinite(hellinger);
  const words = known ? t.closeness[closenessOf(hellinger)] : t.closeness.unknown;
  const narrowed = spread === null ? '' : spread < 1 - notable ? t.narrower : spread > 1 + notable ? t.wider : '';
  const parts = [known ? t.hellinger(formatFixed(hellinger, 3, speak)) : ''];
  if (spread !== null) parts.push(t.spread(formatFixed(spread, 2, speak)));
  if (originalMissing > 0 || syntheticMissing > 0) {
    parts.push(t.missingShares(formatShare(originalMissing, speak), formatShare(syntheticMissing, speak)));
  }
  return { title: t.title(name, words, narrowed), summary: parts.filter(Boolean).join(' ') };
}
