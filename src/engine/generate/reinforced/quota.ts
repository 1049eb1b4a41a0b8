/**
 * Levels from their estimated shares, so that each level keeps as many patients as in the original.
 *
 *   level_i = argmax_l (P_il + o_l)        o_l one offset a level, found by iteration
 *
 * Each step takes a level that has too many rows and lowers its offset until the rows that fit it least have left: exact
 * at once for two levels. Ties go to the first level. Source: generator.md, step 7 (total variation .014 -> .002 on AIDS;
 * no attack moves).
 */

const mostSweeps = 60;

/**
 * @param shares row-major rows x levels @param counts rows wanted of each level; their sum is the number of rows
 * @returns one level a row
 */
export function quotaLevels(shares: Float64Array, counts: Int32Array): Int32Array {
  const width = counts.length;
  const rows = width === 0 ? 0 : shares.length / width;
  const offsets = new Float64Array(width);
  let chosen = argmaxLevels(shares, offsets);
  let best = chosen;
  let leastGap = gapOf(chosen, counts);
  for (let sweep = 0; sweep < mostSweeps && leastGap > 0; sweep++) {
    for (let level = 0; level < width; level++) {
      const surplus = countOf(chosen, level) - counts[level]!;
      if (surplus <= 0) continue;
      offsets[level] = offsets[level]! - leavingOffset(shares, offsets, chosen, level, surplus);
      chosen = argmaxLevels(shares, offsets);
    }
    const gap = gapOf(chosen, counts);
    if (gap < leastGap) {
      leastGap = gap;
      best = chosen;
    }
  }
  return best.length === rows ? best : chosen;
}

/** The level of the largest share; the first of equal ones. */
export function argmaxLevels(shares: Float64Array, offsets: Float64Array): Int32Array {
  const width = offsets.length;
  const result = new Int32Array(width === 0 ? 0 : shares.length / width);
  for (let i = 0; i < result.length; i++) {
    let best = 0;
    for (let l = 1; l < width; l++) {
      if (shares[i * width + l]! + offsets[l]! > shares[i * width + best]! + offsets[best]!) best = l;
    }
    result[i] = best;
  }
  return result;
}

const countOf = (chosen: Int32Array, level: number): number => {
  let count = 0;
  for (const one of chosen) if (one === level) count++;
  return count;
};

const gapOf = (chosen: Int32Array, counts: Int32Array): number => {
  const found = new Int32Array(counts.length);
  for (const one of chosen) found[one] = found[one]! + 1;
  return found.reduce((sum, count, level) => sum + Math.abs(count - counts[level]!), 0);
};

/** How far the offset must go down for `surplus` rows of the level to prefer another one. */
function leavingOffset(
  shares: Float64Array,
  offsets: Float64Array,
  chosen: Int32Array,
  level: number,
  surplus: number,
): number {
  const width = offsets.length;
  const margins: number[] = [];
  chosen.forEach((one, i) => {
    if (one !== level) return;
    let second = -Infinity;
    for (let l = 0; l < width; l++) {
      if (l !== level) second = Math.max(second, shares[i * width + l]! + offsets[l]!);
    }
    margins.push(shares[i * width + level]! + offsets[level]! - second);
  });
  margins.sort((a, b) => a - b);
  const last = margins[surplus - 1]!;
  const next = margins[surplus] ?? last + 1;
  // Between the last that leaves and the first that stays; equal margins cannot be parted.
  return next > last ? (last + next) / 2 : last + 1e-12 * Math.max(1, Math.abs(last));
}
