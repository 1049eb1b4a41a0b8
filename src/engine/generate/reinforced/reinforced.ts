/**
 * The reinforced avatar generator: near the 2023 method, but no patient can dominate an avatar, nor show through the
 * avatars of their neighbours, and the marginals are restored without giving anyone's value away.
 *
 *  1. levels that too few patients hold are pooled                                   `pool-levels.ts`
 *  2. numbers as normal scores, outcome and treatment weighted up (focus)            `encode.ts`
 *  3. factor analysis, all axes; the most isolated patients left out, fitted again   `isolation.ts`
 *  4. L axes blended from k donors, local covariance given back; the other axes from a local Gaussian   `blend.ts`
 *  5. levels by quota, numbers by rank through a safe quantile                       `quota.ts`, `safe-quantile.ts`
 *
 * Source: generator.md (R2c) and privacy.md 4. Unlike the 2023 method it goes through the inverse of the analysis, gives
 * fewer rows than the original, and inequalities between columns (a <= b) may break. Figures of each ingredient and the
 * choice of the defaults: `tests/bench/privacy`. Covered by patents of others: see NOTICE.
 *
 * Cost: two factor analyses, one search, O(n^2) for the local patients (n up to 20 000), O(n q r).
 */
import { SosieError } from '../../errors.ts';
import { type FactorModel, fitFactorSteps } from '../../factor/fit.ts';
import { project, projectSteps, searchPoints } from '../../factor/project.ts';
import { withPauses } from '../../factor/steps.ts';
import type { NearestResult, Points } from '../../neighbors/search.ts';
import { buildTree } from '../../neighbors/tree.ts';
import { permutation, type RandomSource, type RandomStream, streamPurpose } from '../../numeric/random.ts';
import { standardDeviation } from '../../numeric/statistics.ts';
import { pause } from '../../pause.ts';
import { focusColumns, noRoles } from '../../table/roles.ts';
import { takeRows, type Table } from '../../table/table.ts';
import type { Generation, GenerationInput, Generator, RunControl } from '../generator.ts';
import { type Ingredients, reinforcedCap } from '../ingredients.ts';
import type { Redraw } from '../redraw.ts';
import type { Settings } from '../settings.ts';
import { donorWeights, drawWeights, dropDonor } from '../weights.ts';
import { blendAxes, globalResidual, latentAxes, localResidual } from './blend.ts';
import { decode } from './decode.ts';
import { fitEncoding, type Encoding } from './encode.ts';
import { firstAxes } from './first-axes.ts';
import { keptRows } from './isolation.ts';
import { LocalPatients } from './local-patients.ts';
import { poolRareLevels } from './pool-levels.ts';

const rowsBetweenPauses = 16;
/** Local patients that a redraw draws from, each time others: same mean and covariance at a tenth of the cost. */
const redrawnLocal = 16;

export const reinforcedGenerator: Generator = {
  id: 'reinforced',
  async generate(input: GenerationInput, control: RunControl = {}): Promise<Generation> {
    const { table, settings, search, random, roles = noRoles } = input;
    const { ingredients } = settings;
    if (settings.k >= table.rowCount) throw new SosieError('E01', { rows: table.rowCount, k: settings.k });
    control.onProgress?.('prepare', 0, 1);
    await pause(control.signal);
    const weights = focused(settings, focusColumns(roles));
    const first = poolRareLevels(table, ingredients.floor);
    const whole = await fitSpace(first.table, ingredients, weights, random, control.signal);
    control.onProgress?.('factor', 0, 1);
    await pause(control.signal);
    const sources = await keptRows(
      {
        points: searchPoints(await withPauses(projectSteps(whole.model, whole.encoding.prepared), control.signal)),
        share: ingredients.isolatedLeftOut,
      },
      search,
      control.signal,
    );
    // Fitted again, so that a patient left out weighs on no axis, mean or level.
    const everyone = sources.length === table.rowCount;
    const pooling = everyone ? first : poolRareLevels(table, ingredients.floor, sources);
    const kept = everyone ? first.table : takeRows(pooling.table, sources);
    const space = everyone ? whole : await fitSpace(kept, ingredients, weights, random, control.signal);
    await pause(control.signal);
    const { model, encoding } = space;
    const points = await withPauses(projectSteps(model, encoding.prepared), control.signal);
    const latent = Math.min(
      model.axes,
      ingredients.latentAxes ?? latentAxes(model.percent, model.rowCount, model.coding.totalInertia),
    );
    const drawn = await drawCoordinates({ input, model, points, latent }, control);
    const decoding = { table: kept, whole: pooling.table, encoding, model, ingredients, latent, local: drawn.local };
    const made = await decode(decoding, drawn.avatars, random, control.signal);
    const redraw = input.traced ? traceOf(table, space, points, sources, drawn) : undefined;
    return {
      table: withSourceNames(made, table),
      sources,
      axes: Math.min(settings.ncp, model.axes),
      notes: { leftOut: table.rowCount - sources.length, pooled: pooling.pooled, latentAxes: latent },
      ...(redraw && { redraw }),
    };
  },
};

interface Space {
  readonly encoding: Encoding;
  readonly model: FactorModel;
}

async function fitSpace(
  table: Table,
  ingredients: Ingredients,
  weights: Readonly<Record<string, number>>,
  random: RandomSource,
  signal?: AbortSignal,
): Promise<Space> {
  const encoding = await fitEncoding(table, ingredients, random, signal);
  return { encoding, model: await withPauses(fitFactorSteps(encoding.prepared, weights), signal) };
}

/** Coded columns times the focus: the weight of a variable is its square. */
function focused({ weights, ingredients }: Settings, names: readonly string[]): Record<string, number> {
  const result: Record<string, number> = { ...weights };
  for (const name of names) {
    const own = Object.hasOwn(weights, name) ? weights[name]! : 1;
    result[name] = own * ingredients.focus ** 2;
  }
  return result;
}

interface Drawing {
  readonly input: GenerationInput;
  readonly model: FactorModel;
  /** Row coordinates of the kept patients, all axes. */
  readonly points: Points;
  readonly latent: number;
}

interface Drawn {
  readonly avatars: Points;
  readonly k: number;
  /** One more than k, where there is one. */
  readonly neighbors: NearestResult;
  readonly weights: Float64Array;
  /** How many patients the other axes of an avatar are drawn from. */
  readonly local: number;
  /** Draws one avatar again; rows are those of the kept patients. */
  again(avatar: number, without: number | null, stream: RandomStream, out: Float64Array): void;
}

async function drawCoordinates({ input, points, latent }: Drawing, control: RunControl): Promise<Drawn> {
  const { settings, search, random } = input;
  const { ingredients } = settings;
  const n = points.count;
  const { dimensions } = points;
  const k = Math.max(1, Math.min(settings.k, n - 1));
  const cap = settings.cap ?? reinforcedCap;
  const near = searchPoints(firstAxes(points, settings.ncp));
  control.onProgress?.('neighbors', 0, n);
  const asked = Math.min(k + 1, n - 1);
  const neighbors = await search.nearest(
    { points: near, queries: near, k: asked, excludeSame: true },
    {
      ...(control.signal && { signal: control.signal }),
      onProgress: (done, total) => control.onProgress?.('neighbors', done, total),
    },
  );
  const local =
    ingredients.residual === 'local' ? new LocalPatients(near, random.stream(streamPurpose.local, n)) : null;
  const deviations = local === null ? deviationsOf(points) : new Float64Array(0);
  /** The local patients of the avatars drawn again, found once. */
  const known = new Map<number, Int32Array>();
  const localOf = (avatar: number): Int32Array => {
    let found = known.get(avatar);
    if (found === undefined) known.set(avatar, (found = local!.of(avatar).slice()));
    return found;
  };
  const weights = new Float64Array(n * k);
  const avatars = new Float64Array(n * dimensions);
  const donorsOf = (i: number) => neighbors.indices.subarray(i * asked, i * asked + k);
  const distancesOf = (i: number) => neighbors.distances.subarray(i * asked, i * asked + k);
  const draw = (distances: Float64Array, stream: RandomStream): Float64Array =>
    donorWeights(
      distances,
      Float64Array.from({ length: k }, () => stream.exponential()),
      permutation(k, stream).map((rank) => rank + 1),
      cap,
    );
  // Each row has its own streams, so that any order will do: neighbours in turn find their patients still in the cache.
  const order = local === null ? Int32Array.from({ length: n }, (_, i) => i) : buildTree(near).order;
  for (const [drawn, i] of order.entries()) {
    if (drawn % rowsBetweenPauses === 0) {
      control.onProgress?.('generate', drawn, n);
      await pause(control.signal);
    }
    const out = avatars.subarray(i * dimensions, (i + 1) * dimensions);
    const own = draw(distancesOf(i), random.stream(streamPurpose.weights, i));
    weights.set(own, i * k);
    const noise = random.stream(streamPurpose.residual, i);
    blendAxes(points, donorsOf(i), own, latent, ingredients.localCovariance ? noise : null, out);
    const rest = random.stream(streamPurpose.local, i);
    if (local === null) globalResidual(deviations, latent, rest, out);
    else localResidual(points, local.of(i), latent, rest, out);
  }
  control.onProgress?.('generate', n, n);
  const ranks = Int32Array.from({ length: k }, (_, j) => j);
  const own = new Float64Array(k);
  const donors = new Int32Array(k);
  const distances = new Float64Array(k);
  const sample = new Int32Array(redrawnLocal);
  return {
    avatars: { count: n, dimensions, values: avatars },
    k,
    neighbors,
    weights,
    local: local?.count ?? n,
    again(avatar, without, stream, out) {
      let place = -1;
      for (let j = 0; j < k; j++) {
        const donor = neighbors.indices[avatar * asked + j]!;
        if (donor === without) place = j;
        donors[j] = donor;
        distances[j] = neighbors.distances[avatar * asked + j]!;
      }
      if (place >= 0 && asked > k) {
        donors[place] = neighbors.indices[avatar * asked + k]!;
        distances[place] = neighbors.distances[avatar * asked + k]!;
      }
      drawWeights(distances, cap, stream, ranks, own);
      if (place >= 0 && asked === k) dropDonor(own, place);
      blendAxes(points, donors, own, latent, ingredients.localCovariance ? stream : null, out);
      if (local === null) globalResidual(deviations, latent, stream, out);
      else localResidual(points, sampleOf(localOf(avatar), stream, sample), latent, stream, out);
    },
  };
}

function deviationsOf({ count, dimensions, values }: Points): Float64Array {
  const axis = new Float64Array(count);
  const deviations = new Float64Array(dimensions);
  for (let a = 0; a < dimensions; a++) {
    for (let i = 0; i < count; i++) axis[i] = values[i * dimensions + a]!;
    deviations[a] = standardDeviation(axis);
  }
  return deviations;
}

/** Some of the local patients, drawn at random with replacement: the law of their Gaussian is the same on average. */
function sampleOf(local: Int32Array, stream: RandomStream, into: Int32Array): Int32Array {
  if (local.length <= into.length) return local;
  for (let i = 0; i < into.length; i++) into[i] = local[stream.below(local.length)]!;
  return into;
}

/** The drawing, with patients numbered as in the source. */
function traceOf(table: Table, { encoding, model }: Space, points: Points, sources: Int32Array, drawn: Drawn): Redraw {
  const { k, neighbors } = drawn;
  const asked = neighbors.k;
  const placeOf = new Int32Array(table.rowCount).fill(-1);
  sources.forEach((row, place) => (placeOf[row] = place));
  const donors = new Int32Array(sources.length * (k + 1)).fill(-1);
  for (let a = 0; a < sources.length; a++) {
    for (let j = 0; j < asked; j++) donors[a * (k + 1) + j] = sources[neighbors.indices[a * asked + j]!]!;
  }
  const coordinates = project(model, encoding.encode(table));
  // Exactly as they were fitted: a pooled level has another name in the source.
  const { dimensions } = points;
  sources.forEach((row, place) =>
    coordinates.values.set(points.values.subarray(place * dimensions, (place + 1) * dimensions), row * dimensions),
  );
  return {
    coordinates,
    avatars: drawn.avatars,
    sources,
    k,
    donors,
    weights: drawn.weights,
    draw: (avatar, without, random, out) =>
      drawn.again(avatar, without === null ? null : placeOf[without]!, random, out),
  };
}

/** Type and dress of the source's columns; pooled ones keep their own levels. */
const withSourceNames = (made: Table, source: Table): Table => ({
  rowCount: made.rowCount,
  columns: made.columns.map((column, c) => ({ ...column, dress: source.columns[c]!.dress })),
});
