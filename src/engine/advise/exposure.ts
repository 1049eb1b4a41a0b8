/**
 * How near an attempt comes to the bounds of export: 1 = at the bound of its worst line, above = beyond one.
 *
 *   share of a line = (figure - what chance gives) / (bound - what chance gives in a large file), at least 0
 *
 * so that the largest of nine membership scores, above .5 without any leak, or the worst of thirty secrets, does not count
 * as a leak when the sample is small (generator.md, Lessons): the floor without a leak comes from the permuted labels that
 * the attack itself gives (`nullMaximum`), or from the error of one secret and the number of secrets. Lines that are rules
 * rather than measures (donors, rare levels, extremes) count only when they are missed: bound / figure, or between 1 and 2
 * where the bound is none at all. Left to the audit of the whole file: lines on the upper end of an interval, and rates at 1
 * or 5 % false accusations, whose threshold would rest on a handful of the patients held out here.
 *
 * The bounds are the policy's (`verdict/policy.json`), preset "inside".
 */
import { normalQuantile } from '../numeric/normal.ts';
import type { MetricResult } from '../verdict/metric.ts';
import { boundUnder, policy, type PolicyLine } from '../verdict/policy.ts';
import { readMetric } from '../verdict/statistics.ts';
import { z95 } from '../numeric/intervals.ts';

const preset = 'inside';
/** Read on the whole file only. */
const leftToTheAudit: ReadonlySet<string> = new Set(['upper', 'controls', 'membership-tpr-1', 'membership-tpr-5']);
/** Near copies without a leak, in percent. */
const expectedNear = 1;
const rules: ReadonlySet<string> = new Set(['dominance', 'rare-levels']);

export interface Exposure {
  readonly exposure: number;
  /** Half-width of its 95 % interval; 0 for a rule. */
  readonly error: number;
  /** Metric that decides; empty when nothing could be measured. */
  readonly worst: string;
}

/** `Infinity` when no line could be measured: never taken for a good one. */
export function exposureOf(metrics: readonly MetricResult[], lines: readonly PolicyLine[] = policy.lines): Exposure {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const { levelFloor } = policy.presets[preset];
  let worst: Exposure = { exposure: -1, error: 0, worst: '' };
  let measured = false;
  for (const line of lines) {
    const metric = line.metric === null ? undefined : byId.get(line.metric);
    if (metric === undefined || leftToTheAudit.has(line.statistic) || leftToTheAudit.has(metric.id)) continue;
    if (line.only !== undefined && !line.only.includes(preset)) continue;
    const figure = readMetric(metric, line.statistic, { levelFloor });
    if (!('value' in figure)) continue;
    measured ||= !rules.has(metric.id);
    const found = rules.has(metric.id) ? ofRule(line, figure.value) : ofAttack(line, metric, figure.value);
    if (found !== null && found.exposure > worst.exposure) worst = { ...found, worst: metric.id };
  }
  return measured ? worst : { exposure: Infinity, error: 0, worst: worst.worst };
}

type Share = Omit<Exposure, 'worst'>;

function ofAttack(line: PolicyLine, metric: MetricResult, value: number): Share | null {
  const bound = boundUnder(line.exportable, preset);
  if (bound === null) return null;
  const { here, ideal, error } = chanceOf(line, metric);
  const room = bound - ideal;
  if (!(room > 0)) return { exposure: value > bound ? beyondNone(value - bound) : 0, error: 0 };
  return { exposure: Math.max(0, (value - here) / room), error: error / room };
}

/** `null` when it is kept: being far from the bound of a rule protects nobody more. */
function ofRule({ exportable, rule }: PolicyLine, value: number): Share | null {
  const bound = boundUnder(exportable, preset);
  if (bound === null || (rule === '<=' ? value <= bound : value >= bound)) return null;
  if (rule === '>=') return { exposure: value > 0 ? bound / value : 2, error: 0 };
  return { exposure: bound > 0 ? value / bound : beyondNone(value), error: 0 };
}

const beyondNone = (value: number): number => 1 + value / (1 + value);

/** What the figure is worth without any leak: in this sample, and in a file so large that chance does nothing. */
interface Chance {
  readonly here: number;
  readonly ideal: number;
  /** Half-width of the 95 % interval of the figure. */
  readonly error: number;
}

function chanceOf({ id, unit }: PolicyLine, { attack, detail }: MetricResult): Chance {
  const error = halfWidth(attack?.interval);
  if (unit === 'area') {
    const permuted = (detail.nullMaximum as { mean?: number } | undefined)?.mean;
    return { here: permuted ?? 0.5, ideal: 0.5, error };
  }
  if (id === 'inference-worst') {
    const worst = detail.worst as { interval?: readonly [number, number] } | undefined;
    const own = halfWidth(worst?.interval);
    return { here: (own / z95) * largestOf(Number(detail.counted ?? 1)), ideal: 0, error: own };
  }
  const expected = id === 'near-copies' ? expectedNear : 0;
  return { here: expected, ideal: expected, error };
}

const halfWidth = (interval: readonly [number, number] | null | undefined): number =>
  interval ? (interval[1] - interval[0]) / 2 : 0;

/** Expected largest of so many standard normal values (Blom's approximation). */
const largestOf = (count: number): number => (count > 1 ? normalQuantile((count - 0.375) / (count + 0.25)) : 0);
