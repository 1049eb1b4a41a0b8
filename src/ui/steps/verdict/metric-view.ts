/** What the verdict shows of a metric: its unit, its written value, the parameters of its sentence. Pure. */
import type { Criterion, MetricResult, TargetState } from '../../../engine/verdict/metric.ts';
import { targetState } from '../../../engine/verdict/metric.ts';
import type { Params, Speaker } from '../../../engine/words/words.ts';
import type { RunView } from '../../../workers/protocol.ts';
import {
  formatAgainstTarget,
  formatApart,
  formatMargin,
  formatShare,
  marginOf,
  percentSign,
} from '../../charts/numbers.ts';
import type { Results } from '../../messages/results.ts';

export type Unit = 'percent' | 'ratio' | 'distance' | 'count';

const units: Readonly<Record<string, Unit>> = {
  'distance-to-closest': 'distance',
  'closest-distance-ratio': 'ratio',
  'column-direct-match': 'percent',
  'row-direct-match': 'percent',
  'local-cloaking': 'count',
  'hidden-rate': 'percent',
  'categorical-hidden-rate': 'percent',
};

export const unitOf = (id: string): Unit => units[id] ?? 'ratio';

/** The largest value the unit allows, for a mark drawn to scale. */
export const mostOf = (unit: Unit): number | null => (unit === 'percent' ? 100 : unit === 'ratio' ? 1 : null);

const suffix = (unit: Unit, speak: Speaker): string => (unit === 'percent' ? percentSign(speak) : '');
const ends = (unit: Unit): number[] => (unit === 'percent' ? [0, 100] : unit === 'ratio' ? [0, 1] : [0]);

/** The value with its unit, in enough digits to see on which side of its target it falls. */
export const writeValue = (metric: MetricResult, speak: Speaker): string =>
  metric.value === null ? '\u2013' : writeNumber(metric, speak) + suffix(unitOf(metric.id), speak);

function writeNumber({ id, value, target }: MetricResult, speak: Speaker): string {
  const marks = ends(unitOf(id));
  return target ? formatAgainstTarget(value!, target, speak, marks) : formatApart(value!, marks, speak);
}

/** Another figure of the same metric, written like its value. */
export const writeLike = (metric: MetricResult, value: number, speak: Speaker): string =>
  writeValue({ ...metric, value }, speak);

export function writeTarget({ id, target }: MetricResult, speak: Speaker): string {
  return target ? speak.number(target.value, { maximumFractionDigits: 17 }) + suffix(unitOf(id), speak) : '';
}

/** How far the value is from its target, signed; of a percentage, in points. */
export function writeMargin({ id, value, target }: MetricResult, t: Results['verdict'], speak: Speaker): string {
  if (value === null || target === null) return '';
  const unit = unitOf(id);
  const text = formatMargin(value, target, speak, ends(unit));
  return unit === 'percent' ? t.points(text, marginOf(value, target, ends(unit)).margin) : text;
}

export interface Group {
  readonly criterion: Criterion;
  readonly metrics: readonly MetricResult[];
}

const order: readonly Criterion[] = ['singling-out', 'linkability', 'inference'];

/** The metrics that have a target, by criterion, each group in the order of the run. */
export const groupsOf = (metrics: readonly MetricResult[]): Group[] =>
  order
    .map((criterion) => ({ criterion, metrics: metrics.filter((one) => one.criterion === criterion && one.target) }))
    .filter((group) => group.metrics.length > 0);

export interface Count {
  readonly met: number;
  /** All the targets: those that could not be measured too, or a file with few of them would look better. */
  readonly total: number;
  readonly unmeasured: number;
}

export function countTargets(metrics: readonly MetricResult[]): Count {
  const states = groupsOf(metrics).flatMap((group) => group.metrics.map(targetState));
  const of = (state: TargetState): number => states.filter((one) => one === state).length;
  return { met: of('met'), total: states.length, unmeasured: of('not-measurable') };
}

/** With fewer rows one patient moves each share by more than two points: no verdict is reliable (E02). */
const fewestRows = 50;

export const tooFewRows = (rows: number): boolean => rows < fewestRows;

/** What one patient moves, in points. */
export const pointsOfOne = (rows: number): number => 100 / Math.max(1, rows);

/** A finite number of `detail`, or `null`. */
export function figure(metric: MetricResult, key: string): number | null {
  const value = metric.detail[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export interface ColumnMatch {
  readonly name: string;
  readonly equalShare: number;
  readonly distinct: number;
  readonly protection: number;
}

/** The columns of the column direct match, weakest first. */
export function columnMatches(metric: MetricResult): ColumnMatch[] {
  const { columns } = metric.detail;
  if (!Array.isArray(columns)) return [];
  return (columns as ColumnMatch[]).toSorted((a, b) => a.protection - b.protection);
}

/** What a metric's sentence may speak of: its value, the sizes of the run, and the plain figures of its detail. */
export function sentenceParams(metric: MetricResult, run: RunView, speak: Speaker): Params {
  const plain = Object.fromEntries(
    Object.entries(metric.detail).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'number' || typeof entry[1] === 'string',
    ),
  );
  const worst = columnMatches(metric)[0];
  const zeroShare = figure(metric, 'zeroShare');
  return {
    ...plain,
    ...(worst && {
      column: worst.name,
      equalShare: worst.equalShare,
      equalShown: formatShare(worst.equalShare, speak).replace(percentSign(speak), ''),
      distinct: worst.distinct,
    }),
    ...(zeroShare !== null && { zeroShown: formatShare(zeroShare, speak) }),
    value: metric.value ?? 0,
    ...(metric.value !== null && { shown: writeNumber(metric, speak) }),
    target: metric.target?.value ?? 0,
    n: run.rows,
    rows: run.rows,
    syntheticRows: run.syntheticRows,
    axes: run.axesUsed,
    k: run.settings.k,
  };
}
