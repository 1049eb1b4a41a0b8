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
const duplicateDistance = 1e-9;
const duplicateFloor = 1e-12;

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
  const k = weights.length;
  const limit = Math.max(cap, 1 / k);
  const held = new Uint8Array(k);
  const result = weights.slice();
  for (;;) {
    let heldCount = 0;
    let over = false;
    for (let j = 0; j < k; j++) {
      if (held[j] === 0 && result[j]! > limit) {
        held[j] = 1;
        over = true;
      }
      heldCount += held[j]!;
    }
    if (!over) return result;
    const left = Math.max(0, 1 - limit * heldCount);
    let rest = 0;
    for (let j = 0; j < k; j++) if (held[j] === 0) rest += weights[j]!;
    for (let j = 0; j < k; j++) {
      if (held[j] === 1) result[j] = limit;
      else result[j] = rest > 0 ? (left * weights[j]!) / rest : left / (k - heldCount);
    }
  }
}
