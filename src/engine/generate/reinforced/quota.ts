/**
 * Levels from their estimated shares, so that each level keeps as many patients as in the original.
 *
 *   level_i = argmax_l (P_il + o_l)        o_l one offset a level, found by iteration
 *
 * Each step takes a level that has too many rows and lowers its offset until the rows that fit it least have left: exact
 * at once for two levels. Rows of equal fit cannot be parted by an offset: give shares that differ. Ties go to the first
 * level. Source: generator.md, step 7 (total variation .014 -> .002 on AIDS; no attack moves). Cost: rows x levels a sweep.
 */
import { pause } from '../../pause.ts';

const mostSweeps = 60;

/**
 * @param shares row-major rows x levels @param counts rows wanted of each level; their sum is the number of rows
 * @returns one level a row
 */
export async function quotaLevels(shares: Float64Array, counts: Int32Array, signal?: AbortSignal): Promise<Int32Array> {
  const offsets = new Float64Array(counts.length);
  const chosen = argmaxLevels(shares, offsets);
  const found = countLevels(chosen, counts.length);
  const choice = { shares, offsets, chosen, found, margins: new Float64Array(chosen.length) };
  let best = chosen.slice();
  let leastGap = gapOf(found, counts);
  for (let sweep = 0; sweep < mostSweeps && leastGap > 0; sweep++) {
    for (let level = 0; level < counts.length; level++) {
      const surplus = found[level]! - counts[level]!;
      if (surplus <= 0) continue;
      await pause(signal);
      sendAway(level, surplus, choice);
    }
    const gap = gapOf(found, counts);
    if (gap < leastGap) {
      leastGap = gap;
      best = chosen.slice();
    }
  }
  return best;
}

/** The level of the largest share; the first of equal ones. */
export function argmaxLevels(shares: Float64Array, offsets: Float64Array): Int32Array {
  const width = offsets.length;
  const result = new Int32Array(width === 0 ? 0 : shares.length / width);
  for (let i = 0; i < result.length; i++) result[i] = bestLevel(shares, offsets, i);
  return result;
}

function bestLevel(shares: Float64Array, offsets: Float64Array, row: number): number {
  const width = offsets.length;
  const start = row * width;
  let best = 0;
  let most = shares[start]! + offsets[0]!;
  for (let l = 1; l < width; l++) {
    const fit = shares[start + l]! + offsets[l]!;
    if (!(fit > most)) continue;
    best = l;
    most = fit;
  }
  return best;
}

function countLevels(chosen: Int32Array, levels: number): Int32Array {
  const found = new Int32Array(levels);
  for (const one of chosen) found[one] = found[one]! + 1;
  return found;
}

const gapOf = (found: Int32Array, counts: Int32Array): number =>
  found.reduce((sum, count, level) => sum + Math.abs(count - counts[level]!), 0);

interface Choice {
  readonly shares: Float64Array;
  readonly offsets: Float64Array;
  readonly chosen: Int32Array;
  readonly found: Int32Array;
  /** Working space, one a row. */
  readonly margins: Float64Array;
}

/** Lowers the offset of a level until `surplus` of its rows prefer another one: only its own rows can move. */
function sendAway(level: number, surplus: number, { shares, offsets, chosen, found, margins }: Choice): void {
  const width = offsets.length;
  let held = 0;
  for (let i = 0; i < chosen.length; i++) {
    if (chosen[i] !== level) continue;
    const start = i * width;
    let second = -Infinity;
    for (let l = 0; l < width; l++) {
      const fit = shares[start + l]! + offsets[l]!;
      if (l !== level && fit > second) second = fit;
    }
    margins[held++] = shares[start + level]! + offsets[level]! - second;
  }
  const sorted = margins.subarray(0, held).sort();
  const last = sorted[surplus - 1]!;
  const next = sorted[surplus] ?? last + 1;
  // Between the last that leaves and the first that stays; equal margins cannot be parted.
  offsets[level] = offsets[level]! - (next > last ? (last + next) / 2 : last + 1e-12 * Math.max(1, Math.abs(last)));
  for (let i = 0; i < chosen.length; i++) {
    if (chosen[i] !== level) continue;
    const now = bestLevel(shares, offsets, i);
    if (now === level) continue;
    chosen[i] = now;
    found[level] = found[level]! - 1;
    found[now] = found[now]! + 1;
  }
}
