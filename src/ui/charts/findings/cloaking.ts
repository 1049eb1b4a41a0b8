/** The sentences of the cloaking histogram. */
import type { Speaker } from '../../../engine/words/words.ts';
import type { CloakingHistogram } from '../../../workers/protocol.ts';
import type { Results } from '../../messages/results.ts';
import { formatPercent, formatShare } from '../numbers.ts';
import type { Finding } from './finding.ts';

/** In enough digits to see on which side of its target it falls. */
export const writeHiddenRate = (rate: number, target: number | null, speak: Speaker): string =>
  formatPercent(rate, speak, 1, target === null ? [] : [target]);

export function cloakingFinding(
  { median, zero, hiddenRate }: CloakingHistogram,
  total: number,
  hiddenRateTarget: number | null,
  t: Results['cloaking'],
  speak: Speaker,
): Finding {
  const share = formatShare(total > 0 ? zero / total : 0, speak);
  return {
    title: median > 0 ? t.title(median) : t.titleNone,
    summary: t.summary(zero, speak.number(total), share, writeHiddenRate(hiddenRate, hiddenRateTarget, speak)),
  };
}
