/**
 * How long the audit of a run takes, an order of magnitude on a plain laptop core: for a button that says "about a
 * minute", and to know whether it may start alone.
 */
import type { Settings } from '../generate/settings.ts';
import { attackedOfEach, mostInSplit, rowsForSample } from './limits.ts';

const rounds = 5;
/** The two anchors are attacked as a round is. */
const attacked = rounds + 2;
const controlShare = 0.3;
const localPatients = 1000;

/**
 * Milliseconds of one audit with five rounds and one file. Each term is a number of operations times the nanoseconds one
 * takes, measured on tables of 2 139 x 26 and 25 000 x 40 (`npm run bench -- --only audit`).
 *
 * @param columns kept columns @param codedColumns numbers + levels
 */
export function estimateAudit(rows: number, columns: number, codedColumns: number, settings: Settings): number {
  const played = Math.min(rows, mostInSplit);
  const made = (1 - controlShare) * played;
  const few = rows > rowsForSample ? 2 * attackedOfEach : played;
  const leftOut = rows > rowsForSample ? 2000 : rows;
  const redrawn = leftOut * settings.k * (rows > 3000 ? 20 : 40);
  const nanoseconds = {
    leaveOneOut: redrawn * (25 * settings.k + 20 * codedColumns) + 0.4 * leftOut * rows * codedColumns,
    generate:
      made * codedColumns * (4 * codedColumns + Math.min(localPatients, made / 4)) +
      0.4 * made * made * codedColumns +
      made * (30_000 + 1000 * columns),
    distances: few * made * (60 + 1.2 * codedColumns),
    guesses: Math.min(1000, played) * made * (300 + 2.5 * codedColumns),
    rows: played * (50_000 + 150 * codedColumns + 1000 * columns),
    fixed: 0.8e9,
  };
  const { leaveOneOut, generate, ...attacks } = nanoseconds;
  const round = Object.values(attacks).reduce((sum, one) => sum + one, 0);
  return (leaveOneOut + rounds * generate + attacked * round) / 1e6;
}
