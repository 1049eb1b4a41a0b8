/**
 * Advice for one file: tries a small grid of settings on a sample of it, attacks and measures each, shows them all, proposes
 * one. Every attempt counts and is shown; what time did not allow is said.
 *
 * The sample has at most 800 rows, fewer in a wide file (the time of the attacks grows with rows and columns). From 300
 * rows on, random splits 70/30: three for 800 rows, five for 480 (small files are noisier, and quicker); below, five folds.
 * The usual settings are always measured, others as long as the longest attempt so far still fits in the budget. Under 50
 * rows nothing is tried: no attack could tell settings apart.
 *
 * Where we differ from the audit: one sample, fewer attacks and no interval; it decides nothing, the audit of the whole file
 * does. Source: privacy.md 5.2, 5.3; generator.md, Lessons. Rule of choice: `choose.ts`.
 */
import { makeSplits } from '../audit/splits.ts';
import { fitCoding } from '../factor/coding.ts';
import type { Settings } from '../generate/settings.ts';
import type { NeighborSearch } from '../neighbors/search.ts';
import { permutation, type RandomSource, streamPurpose } from '../numeric/random.ts';
import { prepare } from '../prepare/prepare.ts';
import type { DeclaredRoles } from '../table/roles.ts';
import { takeRows, type Table } from '../table/table.ts';
import type { Advice, AdvicePoint } from './advice.ts';
import { makeTrialRound, measureAttempt, type Measures, type Trial, type TrialRound } from './attempt.ts';
import { lossOf, onFront, propose, sameLoss } from './choose.ts';
import { adviceGrid, type GridPoint } from './grid.ts';

export interface AdviseInput {
  readonly table: Table;
  /** Those in use: their weights are kept in every attempt. */
  readonly settings: Settings;
  readonly roles: DeclaredRoles;
  readonly search: NeighborSearch;
  /** The advisor's own source: never the release's. Destroyed at the end. */
  readonly random: RandomSource;
  /** Milliseconds. */
  readonly budget: number;
  /** A clock, in milliseconds. */
  readonly now?: () => number;
}

export interface AdviseControl {
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number, soFar: Advice) => void;
}

/** Source: privacy.md 5.3. */
const fewestRows = 50;
const mostRows = 800;
/** Coded columns from which the sample shrinks, and how far. */
const usualWidth = 60;
const fewestSampled = 300;
const fewestRounds = 3;
const mostRounds = 5;

/** @throws AbortError when cancelled; SosieError when the generator cannot run on the file */
export async function advise(input: AdviseInput, control: AdviseControl = {}): Promise<Advice> {
  try {
    return await tryGrid(input, control);
  } finally {
    input.random.destroy();
  }
}

interface Tried extends GridPoint {
  readonly measures: Measures;
}

async function tryGrid(input: AdviseInput, { signal, onProgress }: AdviseControl): Promise<Advice> {
  const { roles, search, random, budget, now = () => performance.now() } = input;
  const start = now();
  const whole = input.table;
  if (whole.rowCount < fewestRows || whole.columns.length === 0) {
    return { ...nothing, rows: whole.rowCount, milliseconds: now() - start };
  }
  const { width, axes } = sizeOf(whole);
  const table = sampleOf(whole, width, random);
  const asked = Math.min(mostRounds, Math.max(fewestRounds, Math.floor((fewestRounds * mostRows) / table.rowCount)));
  const rounds: TrialRound[] = [];
  for (const [r, split] of makeSplits(table.rowCount, random.derive(0), asked).rounds.entries()) {
    rounds.push(await makeTrialRound(table, split, roles, random.derive(100 + r), signal));
  }
  const trial: Trial = { table, roles, search, random: random.derive(1), rounds };
  const members = Math.min(...rounds.map((round) => round.members.rowCount));
  let grid = adviceGrid({ current: input.settings, rows: members, axes });
  const tried: Tried[] = [];
  const report = (): Advice =>
    concludeOn(tried, {
      rows: table.rowCount,
      controls: rounds[0]!.controls.rowCount,
      leftOut: grid.length - tried.length,
      milliseconds: now() - start,
    });
  let longest = 0;
  for (let g = 0; g < grid.length; g++) {
    const begun = now();
    if (g > 0 && begun - start + longest > budget) break;
    const point = grid[g]!;
    const share = (rest: number): number =>
      Math.min(1, Math.max((tried.length + rest) / grid.length, (now() - start) / Math.max(1, budget)));
    const measures = await measureAttempt(
      point.settings,
      trial,
      (done) => onProgress?.(share(done / (rounds.length + 1)), report()),
      signal,
    );
    tried.push({ ...point, measures });
    longest = Math.max(longest, now() - begun);
    if (g === 0) grid = withoutRepeats(grid, measures.latentAxes);
    onProgress?.(share(0), report());
  }
  return report();
}

const nothing = {
  points: [],
  proposed: null,
  why: 'too-few-rows',
  sameLoss: Infinity,
  controls: 0,
  leftOut: 0,
} as const;

function sizeOf(table: Table): { width: number; axes: number } {
  const { width, quantities, qualities } = fitCoding(prepare(table, { indicators: true }));
  const axes = quantities.length + qualities.reduce((sum, { levels }) => sum + levels.length - 1, 0);
  return { width, axes: Math.max(1, axes) };
}

function sampleOf(table: Table, width: number, random: RandomSource): Table {
  const wide = Math.sqrt(Math.max(1, width / usualWidth));
  const rows = Math.max(fewestSampled, Math.floor(mostRows / wide));
  if (table.rowCount <= rows) return table;
  return takeRows(table, permutation(table.rowCount, random.stream(streamPurpose.audit, 0)).slice(0, rows).sort());
}

/** Without the settings that ask for as many latent axes as the usual ones have by rule: the same attempt. */
const withoutRepeats = (grid: readonly GridPoint[], latentByRule: number | null): readonly GridPoint[] => {
  const plain = ({ settings }: GridPoint): string =>
    JSON.stringify({ ...settings, ingredients: { ...settings.ingredients, latentAxes: null } });
  const first = plain(grid[0]!);
  return grid.filter(
    (point, g) => g === 0 || point.settings.ingredients.latentAxes !== latentByRule || plain(point) !== first,
  );
};

function concludeOn(
  tried: readonly Tried[],
  { rows, controls, leftOut, milliseconds }: Pick<Advice, 'rows' | 'controls' | 'leftOut' | 'milliseconds'>,
): Advice {
  const outcomes = tried.map(({ measures: { exposure, error, losses }, guarded, cautious, usual }) => ({
    exposure,
    exposureError: error,
    losses,
    guarded,
    cautious,
    usual,
  }));
  const equal = sameLoss(outcomes.map(({ losses }) => losses));
  const { proposed, why } = propose(outcomes, equal);
  const places = outcomes.map((outcome) => ({ exposure: outcome.exposure, loss: Math.max(0, lossOf(outcome)) }));
  const front = onFront(places);
  const points = tried.map(({ settings, guarded, measures: { privacy, worst, utility } }, p): AdvicePoint => ({
    settings,
    privacy,
    exposure: places[p]!.exposure,
    worst,
    utility,
    loss: places[p]!.loss,
    onFront: front[p]!,
    guarded,
  }));
  return { points, proposed, why, sameLoss: equal, rows, controls, leftOut, milliseconds };
}
