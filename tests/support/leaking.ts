/**
 * Files built to leak, and files that must not be told from them: the fixtures F1 to F6 of privacy.md 12.2, their
 * near-misses, and the first reinforced generator they start from. On any table; every draw from the given source.
 */
import { copyAnchor } from '../../src/engine/audit/anchors.ts';
import { fitFactor } from '../../src/engine/factor/fit.ts';
import { project } from '../../src/engine/factor/project.ts';
import type { Generation } from '../../src/engine/generate/generator.ts';
import { defaultIngredients } from '../../src/engine/generate/ingredients.ts';
import { generatorById } from '../../src/engine/generate/registry.ts';
import { defaultSettings, type Settings } from '../../src/engine/generate/settings.ts';
import type { NeighborSearch } from '../../src/engine/neighbors/search.ts';
import { permutation, type RandomSource, streamPurpose } from '../../src/engine/numeric/random.ts';
import { prepare } from '../../src/engine/prepare/prepare.ts';
import { codedSpace } from '../../src/engine/privacy/attacks/coded-space.ts';
import { appendRows, isQuantity, takeRows, type Table } from '../../src/engine/table/table.ts';

/** The 2023 method with the weighted draw, as it was published. */
export const published: Settings = { ...defaultSettings, generator: 'avatar' };

/** The first reinforced generator (privacy.md 1.3): cap .35, 10 latent axes, argmax, global residual, nothing else. */
export const firstReinforced: Settings = {
  ...defaultSettings,
  generator: 'reinforced',
  cap: 0.35,
  ingredients: {
    ...defaultIngredients,
    normalScores: false,
    fillBlanks: false,
    latentAxes: 10,
    residual: 'global',
    focus: 1,
    safeMarginals: false,
    keepSpread: false,
    quota: false,
    isolatedLeftOut: 0,
    floor: 0,
  },
};

export const generate = (
  table: Table,
  settings: Settings,
  search: NeighborSearch,
  random: RandomSource,
): Promise<Generation> => generatorById(settings.generator).generate({ table, settings, search, random, traced: true });

/** F1 (0.2), F2 (0.5) and near-misses: the real rows in random order, numbers + N(0, (noise sd)^2), levels untouched. */
export const blurredCopies = (members: Table, noise: number, random: RandomSource): Table =>
  copyAnchor(members, random, noise);

/** Near-miss: the real rows in random order, each number multiplied by 1 + jitter N(0, 1). */
export const jitteredCopies = (members: Table, jitter: number, random: RandomSource): Table =>
  jittered(takeRows(members, permutation(members.rowCount, random.stream(streamPurpose.shuffle, 0))), jitter, random);

function jittered(table: Table, jitter: number, random: RandomSource): Table {
  const columns = table.columns.map((column, c) => {
    if (!isQuantity(column)) return column;
    const stream = random.stream(streamPurpose.audit, c);
    return { ...column, values: column.values.map((value) => value * (1 + jitter * stream.normal())) };
  });
  return { ...table, columns };
}

/** Rows of the table, the most isolated first: by mean distance to their five nearest others, all coded columns. */
export async function byIsolation(table: Table, search: NeighborSearch): Promise<Int32Array> {
  const k = 5;
  const points = codedSpace(table, search).on().points(table);
  const { distances } = await search.nearest({ points, queries: points, k, excludeSame: true });
  const isolation = Float64Array.from({ length: table.rowCount }, (_, i) =>
    distances.subarray(i * k, (i + 1) * k).reduce((sum, distance) => sum + distance, 0),
  );
  return Int32Array.from(isolation.keys()).sort((a, b) => isolation[b]! - isolation[a]! || a - b);
}

export interface Planted {
  /** A file that does not leak. */
  readonly good: Table;
  readonly members: Table;
  /** Share of its rows that are replaced, and of the members who replace them. */
  readonly share: number;
  /** 0: verbatim. */
  readonly jitter: number;
}

/** F3 (5 %, verbatim), F4 (45 %, jitter .003) and near-misses: the most isolated real patients, in a good file. */
export async function plantedPatients(
  { good, members, share, jitter }: Planted,
  search: NeighborSearch,
  random: RandomSource,
): Promise<Table> {
  const count = Math.round(share * members.rowCount);
  const isolated = takeRows(members, (await byIsolation(members, search)).subarray(0, count));
  const kept = permutation(good.rowCount, random.stream(streamPurpose.shuffle, 1)).subarray(count);
  return appendRows(takeRows(good, kept), jitter === 0 ? isolated : jittered(isolated, jitter, random));
}

/** F5: each row replaced by its `rank`-th nearest real neighbour in the first `axes` axes. */
export async function neighbourCopies(members: Table, search: NeighborSearch, rank = 10, axes = 5): Promise<Table> {
  const prepared = prepare(members, { indicators: true });
  const points = project(fitFactor(prepared), prepared, axes);
  const { indices } = await search.nearest({ points, queries: points, k: rank, excludeSame: true });
  return takeRows(
    members,
    Int32Array.from({ length: members.rowCount }, (_, i) => indices[i * rank + rank - 1]!),
  );
}

/** F6: so few patients that nothing can hide them: `count` of the rows at random, the published method, the rest unseen. */
export async function smallCohort(
  table: Table,
  { count, unseen }: { readonly count: number; readonly unseen: number },
  search: NeighborSearch,
  random: RandomSource,
): Promise<{ readonly members: Table; readonly controls: Table; readonly synthetic: Table }> {
  const order = permutation(table.rowCount, random.stream(streamPurpose.shuffle, 2));
  const members = takeRows(table, order.subarray(0, count));
  const controls = takeRows(table, order.subarray(count, count + unseen));
  const { table: synthetic } = await generate(members, published, search, random.derive(1));
  return { members, controls, synthetic };
}
