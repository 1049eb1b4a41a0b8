/**
 * The share each neighbour holds in an avatar.
 *
 *   P_j = (1 / d_j) x R_j x 2^-rank_j        w_j = P_j / sum P
 *
 * d_j the distance to neighbour j, R_j an exponential of rate 1, rank_j its place in a random permutation of 1..k.
 * A distance below 1e-9 is a duplicate and counts as 1e-12, so that one duplicate takes almost all the weight.
 *
 * Source: method.md 4.1 steps 6 to 9 and 4.3; equal to the weights of the reference examples. An avatar is worth about
 * 2.5 donors (E[sum w^2] = 0.42) whatever k >= 5.
 */
import type { RandomStream } from '../numeric/random.ts';

const duplicateDistance = 1e-9;
const duplicateFloor = 1e-12;

/** 2^-rank. Beyond, a share is nothing. */
const halves = Float64Array.from({ length: 256 }, (_, rank) => 2 ** -rank);

export function donorWeights(
  distances: ArrayLike<number>,
  exponentials: ArrayLike<number>,
  ranks: ArrayLike<number>,
  cap: number | null = null,
): Float64Array {
  const weights = new Float64Array(distances.length);
  let sum = 0;
  for (let j = 0; j < weights.length; j++) {
    const distance = distances[j]! < duplicateDistance ? duplicateFloor : distances[j]!;
    weights[j] = (exponentials[j]! / distance) * 2 ** -ranks[j]!;
    sum += weights[j]!;
  }
  for (let j = 0; j < weights.length; j++) weights[j] = weights[j]! / sum;
  return cap === null ? weights : capWeights(weights, cap);
}

/**
 * Limits the largest share to `cap`; the excess goes to the other donors in proportion to their weights, again and
 * again until none is above. A cap below 1/k becomes 1/k. Ours, not the paper's method (method.md 4.9, privacy.md 4.2).
 */
export function capWeights(weights: Float64Array, cap: number): Float64Array {
  const result = weights.slice();
  capInPlace(result, cap);
  return result;
}

function capInPlace(weights: Float64Array, cap: number): void {
  const k = weights.length;
  const limit = Math.max(cap, 1 / k);
  // A weight is never held, then given back: those above the limit once stay there, and the others keep their order.
  let held = 0;
  let factor = 1;
  for (;;) {
    let rest = 0;
    let over = 0;
    for (let j = 0; j < k; j++) {
      if (weights[j]! * factor > limit) over++;
      else rest += weights[j]!;
    }
    if (over === held) break;
    held = over;
    factor = rest > 0 ? Math.max(0, 1 - limit * held) / rest : Infinity;
    if (rest === 0) break;
  }
  const equal = held === k ? 0 : Math.max(0, 1 - limit * held) / (k - held);
  for (let j = 0; j < k; j++) {
    const scaled = weights[j]! * factor;
    weights[j] = factor === Infinity ? (weights[j]! > 0 ? limit : equal) : scaled > limit ? limit : scaled;
  }
}

/** Nobody comes in his place: the others share his weight. */
export function dropDonor(shares: Float64Array, place: number): void {
  const left = 1 - shares[place]!;
  shares[place] = 0;
  if (left > 0) for (let j = 0; j < shares.length; j++) shares[j] = shares[j]! / left;
}

/**
 * Draws weights for given distances without allocating: the law of `donorWeights`, for the audit that draws millions of
 * them. `ranks` is working space, a permutation of 0..k-1 at all times.
 */
export function drawWeights(
  distances: ArrayLike<number>,
  cap: number | null,
  random: RandomStream,
  ranks: Int32Array,
  out: Float64Array,
): void {
  const k = out.length;
  for (let i = k - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const kept = ranks[i]!;
    ranks[i] = ranks[j]!;
    ranks[j] = kept;
  }
  let sum = 0;
  let most = 0;
  for (let j = 0; j < k; j++) {
    const distance = distances[j]! < duplicateDistance ? duplicateFloor : distances[j]!;
    const weight = (random.exponential() / distance) * halves[Math.min(ranks[j]! + 1, halves.length - 1)]!;
    out[j] = weight;
    sum += weight;
    most = Math.max(most, weight);
  }
  for (let j = 0; j < k; j++) out[j] = out[j]! / sum;
  if (cap !== null && most / sum > cap) capInPlace(out, cap);
}
