/**
 * A8. Would the file betray one patient to an attacker who can run the generator himself?
 *
 * For the most isolated patients, and for the most re-used as donors, the generator is run again and again, with the same
 * settings, on random samples of the original: once as it is, once with the patient in the place of one row. A classifier
 * learns to tell both kinds of files from six figures about the patient, and is tried on files it has not seen:
 *
 *   value = larger of the two group means of the area under the curve        .5 = nothing shows, 1 = always told apart
 *
 * It refits everything, the axes included, and spares no tail: averages over all patients hide single ones.
 *
 * 60 pairs of runs a patient, samples of n_s = min(400, n / 2) rows; under 50 rows a sample, not measurable. A small sample
 * has fewer patients to hide among than the release: the figure is then pessimistic. A generator that leaves isolated
 * patients out does so within each run, so that a patient may be left out of the very run he was put in.
 * The interval bootstraps the patients, and the larger of the means itself. What chance alone gives is measured on the same
 * files, with the labels of each pair drawn at random: `nullMaximum` for the larger mean, `nullLargest` for the largest area
 * of a group.
 *
 * Source: privacy.md 1.3 and A8; the game is that of TAPAS (Houssiau et al. 2022): black box, exact lookup of one target.
 */
import type { Generator } from '../generate/generator.ts';
import type { Redraw } from '../generate/redraw.ts';
import { generatorById } from '../generate/registry.ts';
import type { Settings } from '../generate/settings.ts';
import type { NeighborSearch } from '../neighbors/search.ts';
import { z95 } from '../numeric/intervals.ts';
import { quantile } from '../numeric/quantile.ts';
import { permutation, type RandomSource, type RandomStream, streamPurpose } from '../numeric/random.ts';
import { mean, standardDeviation } from '../numeric/statistics.ts';
import { pause } from '../pause.ts';
import { measured, notMeasurable } from '../privacy/attacks/results.ts';
import { shadowView, type ShadowView } from '../privacy/attacks/shadow-features.ts';
import { areaWithoutLeak, fewestPairs, outOfFoldArea } from '../privacy/attacks/shadow-learning.ts';
import { shadowTargets } from '../privacy/attacks/shadow-targets.ts';
import type { DeclaredRoles } from '../table/roles.ts';
import { takeRows, type Table } from '../table/table.ts';
import type { MetricResult } from '../verdict/metric.ts';
import type { AuditControl } from './audit.ts';

export interface ShadowInput {
  readonly table: Table;
  readonly settings: Settings;
  readonly roles: DeclaredRoles;
  readonly search: NeighborSearch;
  /** The test's own source: never the release's. Destroyed at the end. */
  readonly random: RandomSource;
  /** How the release was drawn: who is re-used most. Without it, the densest patients stand for them. */
  readonly redraw?: Redraw;
  /** Pairs of runs a patient. */
  readonly pairs?: number;
  /** Patients in each of the two groups. */
  readonly targets?: number;
  /** Rows of each run, at most half of the table. */
  readonly sample?: number;
  /** The one of the settings by default. */
  readonly generator?: Generator;
}

const usual = { pairs: 60, targets: 10, sample: 400 } as const;
/** A run on fewer rows says nothing of the release. */
const fewestSampled = 50;
/** Patients among whom the targets are sought. */
const mostSearched = 20_000;
const replicates = 2000;
/** Areas without a leak measured on the files of each patient. */
const nullDraws = 4;

/** @throws AbortError when cancelled; SosieError when the generator cannot run on a sample */
export async function shadow(input: ShadowInput, control: AuditControl = {}): Promise<MetricResult> {
  try {
    return await shadowRuns(input, control);
  } finally {
    input.random.destroy();
  }
}

async function shadowRuns(input: ShadowInput, { signal, onProgress }: AuditControl): Promise<MetricResult> {
  const { table, search, random, redraw } = input;
  const sample = Math.min(input.sample ?? usual.sample, Math.floor(table.rowCount / 2));
  if (sample < fewestSampled) {
    return notMeasurable('shadow', 'singling-out', 'too-few-rows', { rows: table.rowCount, needed: 2 * fewestSampled });
  }
  const pairs = Math.max(fewestPairs, input.pairs ?? usual.pairs);
  const count = Math.min(input.targets ?? usual.targets, Math.floor(table.rowCount / 4));
  await pause(signal);
  const view = shadowView(table, search);
  const among = drawRows(
    table.rowCount,
    Math.min(table.rowCount, mostSearched),
    random.stream(streamPurpose.audit, 1),
  ).sort();
  const chosen = await shadowTargets({ points: view.points, among, count, ...(redraw && { redraw }) }, search, signal);
  const everybody = [...chosen.isolated, ...chosen.ordinary];
  const perRow = new Float64Array(table.rowCount).fill(NaN);
  const withoutLeak: number[] = [];
  for (const [t, target] of everybody.entries()) {
    const { area, nulls } = await areaOf(
      { ...input, random: random.derive(t) },
      { view, target, pairs, sample },
      (share) => {
        onProgress?.({
          step: 'shadow',
          share: (t + share) / everybody.length,
          round: t + 1,
          rounds: everybody.length,
        });
        return pause(signal);
      },
    );
    perRow[target] = area;
    withoutLeak.push(...nulls);
  }
  const groups = [chosen.isolated, chosen.ordinary].map((rows) => Float64Array.from(rows, (row) => perRow[row]!));
  const [isolated, ordinary] = groups.map(describe);
  const stream = random.stream(streamPurpose.audit, 0);
  const chance = whatChanceGives(withoutLeak, count, stream);
  return measured({
    id: 'shadow',
    criterion: 'singling-out',
    value: Math.max(isolated!.mean, ordinary!.mean),
    member: null,
    control: null,
    interval: bootstrapLarger(groups, stream),
    members: everybody.length,
    controls: 0,
    attacks: 2 * pairs * everybody.length,
    smallestEffect: (z95 * standardDeviation(Float64Array.from(withoutLeak))) / Math.sqrt(count),
    detail: {
      isolated,
      ordinary,
      ordinaryBy: chosen.ordinaryBy,
      pairs,
      sample,
      ...chance,
      perRow,
    },
  });
}

const describe = (areas: Float64Array) => ({
  mean: mean(areas),
  max: areas.reduce((most, one) => Math.max(most, one), 0),
  patients: areas.length,
});

interface Game {
  readonly view: ShadowView;
  readonly target: number;
  readonly pairs: number;
  readonly sample: number;
}

/** Runs both kinds of files for one patient, and learns to tell them apart. */
async function areaOf(
  { table, settings, roles, search, random, generator = generatorById(settings.generator) }: ShadowInput,
  { view, target, pairs, sample }: Game,
  breathe: (share: number) => Promise<void>,
): Promise<{ area: number; nulls: number[] }> {
  const fitting = { ...settings, k: Math.min(settings.k, sample - 1) };
  const look = async (rows: Int32Array, run: number): Promise<Float64Array> => {
    const drawn = takeRows(table, rows);
    const source = random.derive(run);
    const made = await generator.generate({ table: drawn, settings: fitting, search, random: source, roles });
    return view.featuresOf(made.table, target);
  };
  const withTarget: Float64Array[] = [];
  const without: Float64Array[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    await breathe(pair / pairs);
    const drawn = drawRows(table.rowCount - 1, sample, random.stream(streamPurpose.audit, pair));
    const rows = drawn.map((place) => (place < target ? place : place + 1));
    without.push(await look(rows, 2 * pair));
    await breathe((pair + 0.5) / pairs);
    rows[0] = target;
    withTarget.push(await look(rows, 2 * pair + 1));
  }
  const stream = random.stream(streamPurpose.audit, pairs);
  return {
    area: outOfFoldArea(withTarget, without, stream),
    nulls: Array.from({ length: nullDraws }, () => areaWithoutLeak(withTarget, without, stream)),
  };
}

/** So many distinct rows, in random order. */
function drawRows(count: number, wanted: number, stream: RandomStream): Int32Array {
  if (wanted > count / 2) return permutation(count, stream).slice(0, wanted);
  const drawn = new Set<number>();
  while (drawn.size < wanted) drawn.add(stream.below(count));
  return Int32Array.from(drawn);
}

/** 95 % interval of the larger mean when other patients of the same kind had been drawn. */
function bootstrapLarger(groups: readonly Float64Array[], stream: RandomStream): [number, number] {
  const found = Float64Array.from({ length: replicates }, () =>
    Math.max(...groups.map((areas) => mean(areas.map(() => areas[stream.below(areas.length)]!)))),
  );
  return [quantile(found, 0.025), quantile(found, 0.975)];
}

/** Areas drawn from those without a leak: the larger of two group means, and the largest area of one group. */
function whatChanceGives(withoutLeak: readonly number[], patients: number, stream: RandomStream) {
  const group = (): Float64Array =>
    Float64Array.from({ length: patients }, () => withoutLeak[stream.below(withoutLeak.length)]!);
  const larger = new Float64Array(replicates);
  const largest = new Float64Array(replicates);
  for (let r = 0; r < replicates; r++) {
    const [a, b] = [group(), group()];
    larger[r] = Math.max(mean(a), mean(b));
    largest[r] = a.reduce((most, one) => Math.max(most, one), 0);
  }
  const say = (found: Float64Array) => ({ mean: mean(found), high: quantile(found, 0.95) });
  return { nullMaximum: say(larger), nullLargest: say(largest) };
}
