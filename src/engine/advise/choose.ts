/**
 * Which of the settings tried is proposed, and which are on the front. Pure: figures in, an index out.
 *
 * Among the settings within every bound, the one that loses least; but losses that chance could have made different are
 * equal, and of equal ones the usual settings win, else the least exposed of those that protect at least as much by
 * construction, else the least exposed. Otherwise trying more settings would always find a better one, by luck. When none is
 * within its bounds: the least exposed, with the same rule.
 *
 * Only settings that protect at least as usual what the cheap audit cannot see are proposed (`guarded`): averages did not
 * move when tails leaked (generator.md, Lessons). The others are shown, for the user to pick.
 */
import { normalQuantile } from '../numeric/normal.ts';

export interface Outcome {
  readonly exposure: number;
  /** Half-width of its 95 % interval. */
  readonly exposureError: number;
  /** Loss in each round: the same patients held out for every attempt. */
  readonly losses: readonly number[];
  readonly guarded: boolean;
  /** No ingredient protects less than in the usual settings. */
  readonly cautious: boolean;
  /** The settings that are proposed when nothing tells otherwise. */
  readonly usual: boolean;
}

export interface Proposal {
  readonly proposed: number | null;
  readonly why: 'least-loss-within-bounds' | 'least-exposed';
}

const errorLevel = 0.05;
const tolerance = 1e-9;
const fewestDegrees = 3;

export const lossOf = ({ losses }: Pick<Outcome, 'losses'>): number =>
  losses.reduce((sum, loss) => sum + loss, 0) / losses.length;

/** No other point is at most as exposed and as lossy, and less so on one side. */
export function onFront(points: readonly { readonly exposure: number; readonly loss: number }[]): boolean[] {
  return points.map(
    (point) =>
      !points.some(
        (other) =>
          other.exposure <= point.exposure &&
          other.loss <= point.loss &&
          (other.exposure < point.exposure || other.loss < point.loss),
      ),
  );
}

/**
 * How much two mean losses must differ for it not to be chance.
 *
 *   e_pr = loss_pr - mean of attempt p - mean of round r + mean          s^2 = sum e^2 / ((P - 1)(R - 1))
 *   t s sqrt(2 / R)          t: Student's quantile at .05 over the P - 1 comparisons made (Bonferroni)
 *
 * Rounds are compared with themselves: what a split does to every attempt cancels. Infinite with fewer than 3 degrees
 * of freedom: nothing can be told apart.
 */
export function sameLoss(attempts: readonly (readonly number[])[]): number {
  const points = attempts.length;
  const rounds = attempts[0]?.length ?? 0;
  const degrees = (points - 1) * (rounds - 1);
  if (degrees < fewestDegrees) return Infinity;
  const ofAttempt = attempts.map((losses) => losses.reduce((sum, loss) => sum + loss, 0) / rounds);
  const ofRound = Array.from(
    { length: rounds },
    (_, r) => attempts.reduce((sum, losses) => sum + losses[r]!, 0) / points,
  );
  const middle = ofAttempt.reduce((sum, loss) => sum + loss, 0) / points;
  let squares = 0;
  attempts.forEach((losses, p) =>
    losses.forEach((loss, r) => (squares += (loss - ofAttempt[p]! - ofRound[r]! + middle) ** 2)),
  );
  const z = normalQuantile(1 - errorLevel / 2 / (points - 1));
  return studentFrom(z, degrees) * Math.sqrt((squares / degrees) * (2 / rounds));
}

/** Student's quantile from the normal one, three terms of Cornish and Fisher: within 2 % from 3 degrees at these levels. */
const studentFrom = (z: number, degrees: number): number =>
  z +
  (z ** 3 + z) / (4 * degrees) +
  (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
  (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3);

export function propose(outcomes: readonly Outcome[], equal: number): Proposal {
  const candidates = [...outcomes.keys()].filter((i) => outcomes[i]!.guarded && Number.isFinite(outcomes[i]!.exposure));
  const least = (among: readonly number[], read: (i: number) => number): number =>
    among.reduce((best, i) => (read(i) < read(best) ? i : best));
  const exposure = (i: number): number => outcomes[i]!.exposure;
  const preferred = (among: readonly number[]): number => {
    const cautious = among.filter((i) => outcomes[i]!.cautious);
    return among.find((i) => outcomes[i]!.usual) ?? least(cautious.length > 0 ? cautious : among, exposure);
  };
  const within = candidates.filter((i) => exposure(i) <= 1 + tolerance);
  if (within.length > 0) {
    const loss = (i: number): number => lossOf(outcomes[i]!);
    const best = least(within, loss);
    return {
      proposed: preferred(within.filter((i) => i === best || loss(i) - loss(best) <= equal)),
      why: 'least-loss-within-bounds',
    };
  }
  if (candidates.length === 0) return { proposed: null, why: 'least-exposed' };
  const best = least(candidates, exposure);
  const apart = (i: number): number => Math.hypot(outcomes[i]!.exposureError, outcomes[best]!.exposureError);
  return {
    proposed: preferred(candidates.filter((i) => i === best || exposure(i) - exposure(best) <= apart(i))),
    why: 'least-exposed',
  };
}
