/** The four commands of the headless twin. Source: design.md 3. */
import { SosieError } from '../engine/errors.ts';
import { audit } from '../engine/audit/audit.ts';
import { checkControls } from '../engine/audit/control-file.ts';
import { notRun } from '../engine/audit/not-run.ts';
import { attackPair } from '../engine/audit/pair.ts';
import { shadow, type ShadowInput } from '../engine/audit/shadow.ts';
import { evaluate } from '../engine/evaluate.ts';
import type { Generation } from '../engine/generate/generator.ts';
import { mixesNeighbours, type Settings } from '../engine/generate/settings.ts';
import { fitFactor } from '../engine/factor/fit.ts';
import { columnStatistics, rowStatistics } from '../engine/factor/interpret.ts';
import { project } from '../engine/factor/project.ts';
import type { Points } from '../engine/neighbors/search.ts';
import { freshKey, keyFromSeed, randomSource, type RandomSource } from '../engine/numeric/random.ts';
import { prepare, prepareLike } from '../engine/prepare/prepare.ts';
import { inspect } from '../engine/read/inspect.ts';
import { interpret } from '../engine/read/read.ts';
import { readLike } from '../engine/read/read-like.ts';
import type { FileDress, ReadOptions, WriteFormat } from '../engine/read/types.ts';
import { run } from '../engine/run.ts';
import { alignTable } from '../engine/read/align.ts';
import { own } from '../engine/table/own.ts';
import type { Column, Table } from '../engine/table/table.ts';
import type { MetricResult } from '../engine/verdict/metric.ts';
import { formatOfName } from '../engine/write/formats.ts';
import { writeTable } from '../engine/write/write.ts';
import { chooseColumns } from './columns.ts';
import { decideOn, powerFloor } from './decision.ts';
import { openGrid, save, saveJson } from './files.ts';
import { openInput, saveRecipe } from './recipe.ts';
import type { CommandName, Options } from './options.ts';
import { makeSearch } from './threads.ts';
import type { Notes } from './notes.ts';

type Command = (options: Options, notes: Notes) => Promise<void>;

const reading = ({ sheet, language }: Options): ReadOptions => ({ language, ...(sheet !== undefined && { sheet }) });

/** Columns of the second file that the first file does not have at all. */
function sayIgnored(ignored: readonly string[], names: readonly string[], notes: Notes): void {
  for (const column of ignored) if (!names.includes(column)) notes.say('ignored', { column });
}

/** A second file read as the first; cells that did not fit are said. */
async function openLike(path: string, first: Table, options: Options, notes: Notes): Promise<Table> {
  const second = { language: options.language };
  const { table, misfits } = readLike(await openGrid(path, second), first, second);
  for (const { column, count } of misfits) notes.say('misfits', { column, count });
  return table;
}

/** The audit draws from its own key: a seed makes both again, but never one from the other. */
const auditRandom = async ({ seed }: Options): Promise<RandomSource> =>
  randomSource(seed === undefined ? freshKey() : await keyFromSeed(`audit ${seed}`));

/** Metrics by id, without what only this program needs. */
const byId = (metrics: readonly MetricResult[]): Record<string, Omit<MetricResult, 'id'>> =>
  Object.fromEntries(metrics.map(({ id, ...metric }) => [id, metric]));

const avatarize: Command = async (asked, notes) => {
  const opened = await openInput(asked);
  const { grid, given, options } = opened;
  const chosen = chooseColumns(grid, options, given, true, notes);
  saveRecipe(options, opened, chosen.schema, chosen);
  const out = options.out!;
  const format = formatOf(out);
  const key = options.seed === undefined ? freshKey() : await keyFromSeed(options.seed);
  const { table: original, roles } = chosen;
  const search = makeSearch(original.rowCount);
  try {
    const settings = { ...options.settings, weights: chosen.weights };
    const input = { table: original, settings, roles, search };
    const outcome = await run({ ...input, random: randomSource(key), traced: options.audit || options.shadow });
    const { generation } = outcome;
    const used = donorsUsed(settings, generation);
    if (used !== null && used < settings.k) notes.say('neighbours', { k: settings.k, used });
    const audited = options.audit ? await audit({ ...input, random: await auditRandom(options), generation }) : null;
    if (audited !== null && audited.k < (used ?? audited.k)) {
      notes.say('auditNeighbours', { k: settings.k, used: audited.k });
    }
    const shadowed = options.shadow ? await shadowOf(input, generation, options) : notRun('shadow', 'singling-out');
    if (options.unshuffled) notes.say('unshuffled');
    const dress: FileDress | 'plain' = options.sourceDress ? { ...interpret(grid, given).dress, format } : 'plain';
    const table = withBlanks(options.unshuffled ? generation.table : outcome.shuffled, chosen.output);
    const { bytes, neutralised } = await writeTable(table, { format, dress, neutralise: true });
    if (neutralised > 0) notes.say('neutralised', { count: neutralised });
    save(out, bytes);
    const { evaluation } = outcome;
    const metrics = [...evaluation.metrics, ...(audited?.metrics ?? []), shadowed];
    saveJson(options.json, {
      generator: settings.generator,
      n: evaluation.rows,
      n_synthetic: evaluation.syntheticRows,
      axes: evaluation.axes,
      generator_axes: generation.axes,
      ...(used !== null && { generator_k: used }),
      ...(generation.notes && { left_out: generation.notes.leftOut, latent_axes: generation.notes.latentAxes }),
      metrics: byId(metrics),
      ...(audited && {
        decision: decideOn(chosen, settings, generation.table, metrics, options),
        audit: {
          kind: audited.kind,
          rounds: audited.rounds,
          members: audited.members,
          controls: audited.controls,
          k: audited.k,
          milliseconds: audited.milliseconds,
        },
      }),
      timings: outcome.timings,
      ...(options.unshuffled && { source_rows: generation.sources }),
    });
  } finally {
    await search.close();
  }
};

/** Donors each avatar could have: those left once isolated patients are; `null` for a generator without donors. */
const donorsUsed = ({ k, generator }: Settings, { sources }: Generation): number | null =>
  mixesNeighbours(generator) ? Math.min(k, sources.length - 1) : null;

/** A8, with random numbers of its own. */
async function shadowOf(
  input: Omit<ShadowInput, 'random'>,
  { redraw }: Generation,
  { seed }: Options,
): Promise<MetricResult> {
  const key = seed === undefined ? freshKey() : await keyFromSeed(`shadow ${seed}`);
  return shadow({ ...input, random: randomSource(key), ...(redraw && { redraw }) });
}

/** @throws SosieError E44 for an ending that cannot be written */
function formatOf(path: string): WriteFormat {
  const format = formatOfName(path);
  if (format !== null) return format;
  const ending = path.split('.').at(-1)!;
  throw new SosieError(
    'E44',
    { option: '--out', value: `.${ending}`, allowed: '.csv, .xlsx, .parquet, .arrow' },
    { option: '--out' },
  );
}

/** Empty columns take no part in the analysis and come back empty, in their place. */
function withBlanks(table: Table, names: readonly string[]): Table {
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  const blank = (name: string): Column => ({
    name,
    type: 'empty',
    levels: [],
    codes: new Int32Array(table.rowCount).fill(-1),
    dress: {},
  });
  return { ...table, columns: names.map((name) => byName.get(name) ?? blank(name)) };
}

const evaluatePair: Command = async (options, notes) => {
  const [originalFile, syntheticFile] = options.files as [string, string];
  const chosen = chooseColumns(await openGrid(originalFile, reading(options)), options, reading(options), true, notes);
  const synthetic = await openLike(syntheticFile, chosen.table, options, notes);
  const other = options.control === undefined ? null : await openLike(options.control, chosen.table, options, notes);
  const aligned = alignTable(chosen.table, synthetic).table;
  const controls = other && alignTable(chosen.table, other).table;
  const shared = controls && checkControls(chosen.table, controls, aligned);
  if (controls !== null && shared !== null) {
    const rows = controls.rowCount;
    if (shared.beyondChance) notes.say('commonRows', { count: shared.common, rows });
    const needed = powerFloor(options);
    if (rows < needed) notes.say('fewControls', { rows, needed });
  }
  const search = makeSearch(chosen.table.rowCount);
  try {
    const evaluation = await evaluate(chosen.table, synthetic, {
      ncp: options.settings.ncp,
      weights: chosen.weights,
      paired: options.paired,
      search,
      roles: chosen.roles,
    });
    sayIgnored(evaluation.ignored, chosen.names, notes);
    const attacks = await attackPair({
      members: chosen.table,
      synthetic: aligned,
      controls,
      roles: chosen.roles,
      search,
      random: await auditRandom(options),
    });
    saveJson(options.json, {
      n: evaluation.rows,
      n_synthetic: evaluation.syntheticRows,
      axes: evaluation.axes,
      ...(controls && shared && { n_control: controls.rowCount, n_control_in_original: shared.common }),
      metrics: byId([...evaluation.metrics, ...attacks]),
      timings: evaluation.timings,
    });
  } finally {
    await search.close();
  }
};

const famd: Command = async (options, notes) => {
  const grid = await openGrid(options.files[0]!, reading(options));
  const { table, weights, names } = chooseColumns(grid, options, reading(options), false, notes);
  if (table.rowCount < 2) throw new SosieError('E42', { rows: table.rowCount });
  if (table.columns.length === 0) throw new SosieError('E43');
  const prepared = prepare(table, { indicators: false });
  const model = fitFactor(prepared, weights);
  const axes = Math.min(options.settings.ncp, model.axes);
  const all = project(model, prepared);
  const { contributions, cos2 } = rowStatistics(model, all, axes);
  const cut = ({ count, dimensions, values }: Points): number[][] => rowsOf(values, count, dimensions, axes);
  let supplementary = {};
  if (options.supplementary !== undefined) {
    const other = await openLike(options.supplementary, table, options, notes);
    const aligned = alignTable(table, other);
    sayIgnored(aligned.ignored, names, notes);
    supplementary = { supplementary: { coordinates: cut(project(model, prepareLike(prepared, aligned.table), axes)) } };
  }
  saveJson(options.json, {
    kind: model.kind,
    n: table.rowCount,
    axes,
    eigenvalues: model.eigenvalues,
    percent: model.percent,
    rows: {
      coordinates: cut(all),
      contributions: rowsOf(contributions, all.count, axes, axes),
      cos2: rowsOf(cos2, all.count, axes, axes),
    },
    ...supplementary,
    columns: columnStatistics(model, axes),
  });
};

/** Row-major values as rows, cut to the first axes. No axis at all: empty rows are one empty list. */
function rowsOf(values: Float64Array, count: number, dimensions: number, axes: number): number[][] {
  if (axes === 0) return [];
  return Array.from({ length: count }, (_, i) => Array.from(values.subarray(i * dimensions, i * dimensions + axes)));
}

const inspectFile: Command = async (options) => {
  const opened = await openInput(options);
  const result = interpret(opened.grid, opened.given);
  saveRecipe(opened.options, opened, result.schema, null);
  const schema = result.schema.map((column) => ({ ...column, role: own(opened.roles, column.name) ?? column.role }));
  saveJson(options.json, inspect({ ...result, schema }, { values: options.values }));
};

export const commands: Readonly<Record<CommandName, Command>> = {
  avatarize,
  evaluate: evaluatePair,
  famd,
  inspect: inspectFile,
};
