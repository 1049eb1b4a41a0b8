/**
 * What a finished run shows: plain data for the charts and the tables. Nothing in it says who became whom: synthetic
 * rows are shuffled and per-patient vectors are left out.
 */
import { columnStatistics } from './factor/interpret.ts';
import type { FactorKind } from './factor/fit.ts';
import { project } from './factor/project.ts';
import type { Settings } from './generate/settings.ts';
import { median } from './numeric/statistics.ts';
import { hiddenRates } from './privacy/hidden-rate.ts';
import type { RunOutcome } from './run.ts';
import type { Timings } from './timings.ts';
import type { VariableComparison } from './utility/compare-variables.ts';
import type { Correlations } from './utility/correlations.ts';
import type { UtilityReport } from './utility/report.ts';
import type { MetricResult } from './verdict/metric.ts';

/** Coordinates in the plane views: row-major, `axes` numbers a row. Synthetic rows are shuffled. */
export interface ProjectionView {
  readonly axes: number;
  readonly percent: readonly number[];
  readonly original: Float32Array;
  readonly synthetic: Float32Array;
  /** Numeric columns: correlation with each axis; levels: barycentre on each axis. Original table. */
  readonly columns: readonly {
    readonly variable: string;
    readonly level: string | null;
    readonly coordinates: readonly number[];
    readonly contributions: readonly number[];
  }[];
}

/** How many patients have a local cloaking in each class; classes are `[low, high]` inclusive. */
export interface CloakingHistogram {
  readonly classes: readonly { readonly low: number; readonly high: number; readonly count: number }[];
  readonly median: number;
  readonly zero: number;
  readonly hiddenRate: number;
}

export interface RunView {
  /** Hash of table and settings: a verdict belongs to it and is never shown beside others. */
  readonly id: string;
  readonly settings: Settings;
  readonly rows: number;
  readonly syntheticRows: number;
  readonly kind: FactorKind;
  readonly axesUsed: number;
  readonly search: string;
  readonly metrics: readonly MetricResult[];
  readonly cloaking: CloakingHistogram | null;
  readonly projection: ProjectionView;
  readonly variables: readonly VariableComparison[];
  readonly correlations: Correlations | null;
  readonly timings: Timings;
  /** Made with the view for a file made elsewhere, which is not kept; else asked for apart. */
  readonly utility?: UtilityReport;
}

/** Axes sent to the page, at most. */
const shownAxes = 10;

/** What a view is made of: `order[row of the view]` is its row in the synthetic table that was judged. */
export type Judged = Pick<RunOutcome, 'evaluation' | 'order' | 'timings'>;

export function viewRun(outcome: Judged, id: string, settings: Settings, search: string): RunView {
  const { evaluation, timings } = outcome;
  const { space, headline } = evaluation.evidence;
  return {
    id,
    settings,
    rows: evaluation.rows,
    syntheticRows: evaluation.syntheticRows,
    kind: space.model.kind,
    axesUsed: evaluation.axes,
    search,
    metrics: evaluation.metrics.map(withoutRows),
    cloaking: headline?.cloaking
      ? cloakingHistogram(headline.cloaking.closer, hiddenRates(headline.cloaking).tie_shared)
      : null,
    projection: viewProjection(outcome),
    variables: evaluation.variables,
    correlations: evaluation.correlations,
    timings,
  };
}

/** A metric without its per-patient vectors. */
export function withoutRows(metric: MetricResult): MetricResult {
  const detail = Object.entries(metric.detail).filter(([key]) => !key.startsWith('perRow'));
  return { ...metric, detail: Object.fromEntries(detail) };
}

function viewProjection({ evaluation, order }: Judged): ProjectionView {
  const { model, original, synthetic } = evaluation.evidence.space;
  const axes = Math.min(shownAxes, model.axes);
  const avatars = project(model, synthetic, axes).values;
  const shuffled = new Float32Array(avatars.length);
  order.forEach((from, to) => shuffled.set(avatars.subarray(from * axes, (from + 1) * axes), to * axes));
  return {
    axes,
    percent: Array.from(model.percent.slice(0, axes)),
    original: Float32Array.from(project(model, original, axes).values),
    synthetic: shuffled,
    columns: columnStatistics(model, axes).map(({ cos2: _cos2, ...column }) => column),
  };
}

/** Upper ends of the classes: fine around the target of 5, wider beyond. */
const classEnds = [0, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000, Infinity];

function cloakingHistogram(closer: Int32Array, hiddenRate: number): CloakingHistogram {
  const largest = closer.reduce((most, count) => Math.max(most, count), 0);
  const classes: { low: number; high: number; count: number }[] = [];
  let low = 0;
  for (const end of classEnds) {
    const high = Math.min(end, Math.max(low, largest));
    classes.push({
      low,
      high: end === Infinity ? high : end,
      count: closer.filter((count) => count >= low && count <= end).length,
    });
    low = end + 1;
    if (end >= largest) break;
  }
  return { classes, median: median(closer), zero: classes[0]!.count, hiddenRate };
}
