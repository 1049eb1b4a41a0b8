/** The four commands of the headless twin. Source: design.md 3. */
import { SosieError } from '../engine/errors.ts';
import { evaluate } from '../engine/evaluate.ts';
import { fitFactor } from '../engine/factor/fit.ts';
import { columnStatistics, rowStatistics } from '../engine/factor/interpret.ts';
import { project } from '../engine/factor/project.ts';
import type { Points } from '../engine/neighbors/search.ts';
import { freshKey, keyFromSeed, randomSource } from '../engine/numeric/random.ts';
import { prepare, prepareLike } from '../engine/prepare/prepare.ts';
import { inspect } from '../engine/read/inspect.ts';
import { interpret } from '../engine/read/read.ts';
import type { FileDress, FileFormat, ReadOptions } from '../engine/read/types.ts';
import { run } from '../engine/run.ts';
import { alignTable } from '../engine/table/align.ts';
import type { MetricResult } from '../engine/verdict/metric.ts';
import { writeTable } from '../engine/write/write.ts';
import { chooseColumns, readAs, type Chosen } from './columns.ts';
import { openGrid, save, saveJson } from './files.ts';
import type { CommandName, Options } from './options.ts';
import { makeSearch } from './threads.ts';
import type { Notes } from './notes.ts';

type Command = (options: Options, notes: Notes) => Promise<void>;

const reading = ({ sheet, language }: Options): ReadOptions => ({ language, ...(sheet !== undefined && { sheet }) });

function sayProposedOut({ proposedOut }: Chosen, notes: Notes): void {
  for (const column of proposedOut) notes.say('dropped', { column });
}

/** Metrics by id, without what only this program needs. */
const byId = (metrics: readonly MetricResult[]): Record<string, Omit<MetricResult, 'id'>> =>
  Object.fromEntries(metrics.map(({ id, ...metric }) => [id, metric]));

const avatarize: Command = async (options, notes) => {
  const grid = await openGrid(options.files[0]!, reading(options));
  const chosen = chooseColumns(grid, options, reading(options), true);
  sayProposedOut(chosen, notes);
  const key = options.seed === undefined ? freshKey() : await keyFromSeed(options.seed);
  const search = makeSearch(chosen.table.rowCount);
  try {
    const settings = { ...options.settings, weights: chosen.weights };
    const outcome = await run({ table: chosen.table, settings, search, random: randomSource(key) });
    if (options.unshuffled) notes.say('unshuffled');
    const out = options.out!;
    const format: FileFormat = out.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv';
    const dress: FileDress | 'plain' = options.sourceDress
      ? { ...interpret(grid, reading(options)).dress, format }
      : 'plain';
    const table = options.unshuffled ? outcome.generation.table : outcome.shuffled;
    const { bytes, neutralised } = await writeTable(table, { format, dress, neutralise: true });
    if (neutralised > 0) notes.say('neutralised', { count: neutralised });
    save(out, bytes);
    const { evaluation } = outcome;
    saveJson(options.json, {
      generator: settings.generator,
      n: evaluation.rows,
      n_synthetic: evaluation.syntheticRows,
      axes: outcome.generation.axes,
      metrics: byId(evaluation.metrics),
      timings: outcome.timings,
      ...(options.unshuffled && { source_rows: outcome.generation.sources }),
    });
  } finally {
    await search.close();
  }
};

const evaluatePair: Command = async (options, notes) => {
  const [originalFile, syntheticFile] = options.files as [string, string];
  const chosen = chooseColumns(await openGrid(originalFile, reading(options)), options, reading(options), true);
  sayProposedOut(chosen, notes);
  const synthetic = readAs(await openGrid(syntheticFile, { language: options.language }), chosen.table, {
    language: options.language,
  }).table;
  const search = makeSearch(chosen.table.rowCount);
  try {
    const evaluation = await evaluate(chosen.table, synthetic, {
      ncp: options.settings.ncp,
      weights: chosen.weights,
      paired: options.paired,
      search,
    });
    for (const column of evaluation.ignored) notes.say('ignored', { column });
    saveJson(options.json, {
      n: evaluation.rows,
      n_synthetic: evaluation.syntheticRows,
      axes: evaluation.axes,
      metrics: byId(evaluation.metrics),
      timings: evaluation.timings,
    });
  } finally {
    await search.close();
  }
};

const famd: Command = async (options, notes) => {
  const grid = await openGrid(options.files[0]!, reading(options));
  const { table, weights } = chooseColumns(grid, options, reading(options), false);
  if (table.columns.length === 0) throw new SosieError('E43');
  if (table.rowCount < 2) throw new SosieError('E42', { rows: table.rowCount });
  const prepared = prepare(table, { indicators: false });
  const model = fitFactor(prepared, weights);
  const axes = Math.min(options.settings.ncp, model.axes);
  const all = project(model, prepared);
  const { contributions, cos2 } = rowStatistics(model, all, axes);
  const cut = ({ count, dimensions, values }: Points): number[][] => rowsOf(values, count, dimensions, axes);
  let supplementary = {};
  if (options.supplementary !== undefined) {
    const other = readAs(await openGrid(options.supplementary, { language: options.language }), table, {
      language: options.language,
    }).table;
    const aligned = alignTable(table, other);
    for (const column of aligned.ignored) notes.say('ignored', { column });
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
  const grid = await openGrid(options.files[0]!, reading(options));
  saveJson(options.json, inspect(interpret(grid, reading(options)), { values: options.values }));
};

export const commands: Readonly<Record<CommandName, Command>> = {
  avatarize,
  evaluate: evaluatePair,
  famd,
  inspect: inspectFile,
};
