/** The sentences of the cloaking histogram. */
import type { Speaker } from '../../../engine/words/words.ts';
import type { Target } from '../../../engine/verdict/metric.ts';
import type { CloakingHistogram } from '../../../workers/protocol.ts';
import type { Results } from '../../messages/results.ts';
import { formatAgainstTarget, formatApart, formatShare, percentSign } from '../numbers.ts';
import type { Finding } from './finding.ts';

/** As the table of the verdict writes it. */
export const writeHiddenRate = (rate: number, target: Target | null, speak: Speaker): string =>
  (target === null ? formatApart(rate, [0, 100], speak) : formatAgainstTarget(rate, target, speak, [0, 100])) +
  percentSign(speak);

/** The share of patients with an avatar nearer than their own, in the digits of the hidden rate, which it stands beside. */
export const writeCloser = (
  { zero }: CloakingHistogram,
  total: number,
  target: Target | null,
  speak: Speaker,
): string => writeHiddenRate(total > 0 ? (100 * (total - zero)) / total : 0, target, speak);

/**
 * A patient whose own avatar ties with others for the nearest is in the class 0, and counts as hidden in part: the
 * hidden rate is then more than the share of the other classes.
 */
export function cloakingFinding(
  cloaking: CloakingHistogram,
  total: number,
  hiddenRateTarget: Target | null,
  t: Results['cloaking'],
  speak: Speaker,
): Finding {
  const { median, zero, hiddenRate } = cloaking;
  const none = formatShare(total > 0 ? zero / total : 0, speak);
  const rate = writeHiddenRate(hiddenRate, hiddenRateTarget, speak);
  const closer = writeCloser(cloaking, total, hiddenRateTarget, speak);
  const hidden = rate === closer ? t.hiddenRate(rate) : t.hiddenRateTies(rate, closer);
  return {
    title: median > 0 ? t.title(Math.ceil(median), Math.floor(median)) : t.titleNone,
    summary: `${t.summary(zero, speak.number(total), none)} ${hidden}`,
  };
}
