/**
 * The avatar generator of Guillaudeux et al. (npj Digital Medicine 2023, doi 10.1038/s41746-023-00771-5).
 *
 * For each patient: the k most similar others in the first ncp axes of the factor analysis; a random weight for each
 * (`weights.ts`); the avatar's numbers are the weighted means of the donors' numbers, its levels are drawn with the
 * donors' weights, each variable independently. The patient is never a donor of their own avatar.
 *
 *   a_ic = sum_j w_j x_jc                    numbers, rounded to the column's decimals, half away from zero
 *   P(level m of q) = sum_j w_j [x_jq = m]   levels; one uniform, first level whose cumulated share exceeds it
 *
 * A cell is blank where the drawn indicator, or the drawn level, says missing. Factor analysis only chooses the
 * neighbours: blending the donors' cells is the same as blending all axes and inverting (method.md 4.2, tested).
 *
 * Source: method.md 4.1; reproduces the figures of the published files (tests/reference). Where we differ: integers are
 * rounded, the published ones are truncated.
 * Cost O(n k p) after the neighbours; memory O(n p). Covered by patents of others: see NOTICE.
 */
import { SosieError } from '../errors.ts';
import { fitFactor } from '../factor/fit.ts';
import { project, searchPoints } from '../factor/project.ts';
import type { NearestResult } from '../neighbors/search.ts';
import { permutation, type RandomSource, streamPurpose } from '../numeric/random.ts';
import { traceAvatars } from './avatar-trace.ts';
import { missingIndicator, prepare, type Prepared } from '../prepare/prepare.ts';
import { type Column, everyRow, isQuantity, type Table } from '../table/table.ts';
import { pause } from '../pause.ts';
import type { Generation, GenerationInput, Generator, RunControl } from './generator.ts';
import { donorWeights } from './weights.ts';
import { rounding } from './write-back.ts';

/** The random numbers of one avatar. Ranks are a permutation of 1..k; one uniform a categorical variable, in order. */
export interface RowDraws {
  readonly exponentials: ArrayLike<number>;
  readonly ranks: ArrayLike<number>;
  readonly uniforms: ArrayLike<number>;
}

/** The drawn avatars in the variables of the analysis: unrounded numbers, level codes. */
export interface Blend {
  readonly quantities: readonly Float64Array[];
  readonly qualities: readonly Int32Array[];
}

const rowsBetweenPauses = 2048;

export const avatarGenerator: Generator = {
  id: 'avatar',
  async generate(input: GenerationInput, control: RunControl = {}): Promise<Generation> {
    const { table, settings, search, random } = input;
    const { k } = settings;
    const n = table.rowCount;
    if (k >= n) throw new SosieError('E01', { rows: n, k });
    control.onProgress?.('prepare', 0, 1);
    const prepared = prepare(table, { indicators: true });
    control.onProgress?.('factor', 0, 1);
    await pause(control.signal);
    const model = fitFactor(prepared, settings.weights);
    const points = searchPoints(project(model, prepared, settings.ncp));
    control.onProgress?.('neighbors', 0, n);
    // One more than the donors, for the audit: who would come in the place of one of them.
    const asked = input.traced ? Math.min(k + 1, n - 1) : k;
    const found = await search.nearest(
      { points, queries: points, k: asked, excludeSame: true },
      {
        ...(control.signal && { signal: control.signal }),
        onProgress: (done, total) => control.onProgress?.('neighbors', done, total),
      },
    );
    const neighbors = nearestOf(found, k);
    const draws = (row: number): RowDraws => drawRow(random, row, k, prepared.qualities.length);
    const blend = await blendDonors(prepared, neighbors, draws, settings.cap, control);
    const sources = everyRow(n);
    return {
      table: writeBack(table, prepared, blend),
      sources,
      axes: Math.min(settings.ncp, model.axes),
      ...(input.traced && {
        redraw: traceAvatars({ coordinates: project(model, prepared), found, k, cap: settings.cap, draws }),
      }),
    };
  },
};

/** The first k of each row's neighbours. */
function nearestOf(found: NearestResult, k: number): NearestResult {
  if (found.k === k) return found;
  const rows = found.indices.length / found.k;
  const indices = new Int32Array(rows * k);
  const distances = new Float64Array(rows * k);
  for (let i = 0; i < rows; i++) {
    indices.set(found.indices.subarray(i * found.k, i * found.k + k), i * k);
    distances.set(found.distances.subarray(i * found.k, i * found.k + k), i * k);
  }
  return { k, indices, distances };
}

function drawRow(random: RandomSource, row: number, k: number, variables: number): RowDraws {
  const weights = random.stream(streamPurpose.weights, row);
  const exponentials = Float64Array.from({ length: k }, () => weights.exponential());
  const ranks = permutation(k, weights).map((rank) => rank + 1);
  const levels = random.stream(streamPurpose.levels, row);
  return { exponentials, ranks, uniforms: Float64Array.from({ length: variables }, () => levels.uniform()) };
}

/** Mixes the donors of every row: weighted means and weighted draws. Public for the tests of the law. */
export async function blendDonors(
  prepared: Prepared,
  neighbors: NearestResult,
  draws: (row: number) => RowDraws,
  cap: number | null,
  control: RunControl = {},
): Promise<Blend> {
  const { k } = neighbors;
  const n = prepared.rowCount;
  const quantities = prepared.quantities.map(() => new Float64Array(n));
  const qualities = prepared.qualities.map(() => new Int32Array(n));
  const shares = prepared.qualities.map(({ levels }) => new Float64Array(levels.length));
  for (let i = 0; i < n; i++) {
    if (i % rowsBetweenPauses === 0) {
      control.onProgress?.('generate', i, n);
      await pause(control.signal);
    }
    const donors = neighbors.indices.subarray(i * k, (i + 1) * k);
    const { exponentials, ranks, uniforms } = draws(i);
    const weights = donorWeights(neighbors.distances.subarray(i * k, (i + 1) * k), exponentials, ranks, cap);
    prepared.quantities.forEach(({ values }, c) => {
      let sum = 0;
      for (let j = 0; j < k; j++) sum += weights[j]! * values[donors[j]!]!;
      quantities[c]![i] = sum;
    });
    prepared.qualities.forEach(({ codes }, q) => {
      const share = shares[q]!.fill(0);
      for (let j = 0; j < k; j++) share[codes[donors[j]!]!] = share[codes[donors[j]!]!]! + weights[j]!;
      qualities[q]![i] = drawLevel(share, uniforms[q]!);
    });
  }
  control.onProgress?.('generate', n, n);
  return { quantities, qualities };
}

/** The first level whose cumulated share exceeds the uniform; always one that a donor holds. */
export function drawLevel(shares: ArrayLike<number>, uniform: number): number {
  let cumulated = 0;
  let last = 0;
  for (let m = 0; m < shares.length; m++) {
    if (shares[m]! <= 0) continue;
    cumulated += shares[m]!;
    last = m;
    if (cumulated > uniform) return m;
  }
  return last;
}

/** From the analysis back to the columns of the source: rounding, blanks, level names. */
function writeBack(table: Table, prepared: Prepared, blend: Blend): Table {
  const quantityOf = new Map(prepared.quantities.map(({ name }, c) => [name, c]));
  const indicatorOf = new Map(prepared.qualities.map(({ indicatorOf: name }, q) => [name, q]));
  const qualityOf = new Map(
    prepared.qualities.flatMap((q, i) => (q.indicatorOf === null ? [[q.name, i] as const] : [])),
  );
  const columns = table.columns.map((column): Column => {
    if (isQuantity(column)) {
      const values = blend.quantities[quantityOf.get(column.name)!]!;
      const q = indicatorOf.get(column.name);
      const blank = q === undefined ? -1 : prepared.qualities[q]!.levels.indexOf(missingIndicator);
      const round = rounding(column);
      return {
        ...column,
        values: values.map((value, i) => (q !== undefined && blend.qualities[q]![i] === blank ? NaN : round(value))),
      };
    }
    const q = qualityOf.get(column.name)!;
    const { levels, missingCode } = prepared.qualities[q]!;
    const codeOf = new Map(column.levels.map((level, code) => [level, code]));
    const recoded = levels.map((level, code) => (code === missingCode ? -1 : codeOf.get(level)!));
    return { ...column, codes: blend.qualities[q]!.map((code) => recoded[code]!) };
  });
  return { rowCount: table.rowCount, columns };
}
