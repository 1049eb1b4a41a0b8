/**
 * Whether what a line compares proves anything, or whether there are too few patients for it to.
 *
 * Under the floors of the policy itself (the second bound of `rows`: 50 patients; the first of `power`: 100 patients who
 * were never in the file), an attack that finds nothing proves nothing: with 30 of each the area under the curve alone is
 * .15 wide on each side, and whether the seven indicators pass is a coin toss. The state of the line does not change; it
 * only must not be read as good news.
 *
 * A leak that chance does not explain stays a leak on however few patients: a line that fails is conclusive when its 95 %
 * interval leaves out what the attack is worth without a leak, and when it looks at the very file (leave-one-out).
 *
 * Facts (columns, settings, counts of rare values, weights of donors) are certain whatever the number of rows.
 * Source: privacy.md 5.1 to 5.3.
 */
import type { DecisionLine, Preset } from './decision.ts';
import type { MetricResult } from './metric.ts';
import { boundUnder, type Policy } from './policy.ts';
import { readMetric } from './statistics.ts';

export interface Sizes {
  /** Patients of the file, and patients who were never in it; `null` where nothing says. */
  readonly rows: number | null;
  readonly controls: number | null;
}

/**
 * How many patients the attacks had, as the membership attack counts them.
 * @param rows `null` for a file made elsewhere: the patients attacked stand for them
 */
export function sizesOf(metrics: ReadonlyMap<string, MetricResult>, rows: number | null): Sizes {
  const membership = metrics.get('membership-auc');
  const counted = membership && readMetric(membership, 'controls', { levelFloor: 0 });
  const controls = counted !== undefined && 'value' in counted ? counted.value : null;
  return { rows: rows ?? membership?.attack?.members ?? null, controls };
}

/** Release tests whose answer is about patients, seen in one draw of them. */
const sampled: ReadonlySet<string> = new Set(['leave-one-out', 'shadow']);
/** Reads all seven indicators. */
const indicatorsLine = 'indicators';
/** Says itself that there are too few. */
const powerLine = 'power';

/** @returns `false` where the line proves nothing; what was not measured says so by itself, and is left alone */
export function isConclusive(
  line: DecisionLine,
  metric: MetricResult | undefined,
  sizes: Sizes,
  { policy, preset }: { readonly policy: Policy; readonly preset: Preset },
): boolean {
  if (line.value === null || line.id === powerLine) return true;
  const floor = (id: string, which: 'exportable' | 'reservation'): number => {
    const found = policy.lines.find((one) => one.id === id);
    return (found && boundUnder(found[which], preset)) ?? 0;
  };
  const fewRows = sizes.rows !== null && sizes.rows < floor('rows', 'reservation');
  const fewControls = sizes.controls !== null && sizes.controls < floor(powerLine, 'exportable');
  if (line.id === indicatorsLine) return !fewRows;
  const attacked = metric?.attack !== undefined && metric.attack.run !== 'release';
  const tooFew = attacked ? fewRows || fewControls : sampled.has(metric?.id ?? '') && fewRows;
  if (!tooFew) return true;
  return line.state !== 'exportable' && (!attacked || leavesOutChance(metric));
}

function leavesOutChance(metric: MetricResult): boolean {
  const low = metric.attack?.interval?.[0];
  return low !== undefined && low > withoutLeak(metric);
}

/** What the attack is worth when nothing leaks, in the unit of its value. */
function withoutLeak({ id, value, detail, attack }: MetricResult): number {
  if (id === 'membership-auc') {
    const chance = (detail.nullMaximum as { readonly mean?: unknown } | undefined)?.mean;
    return typeof chance === 'number' ? chance : 0.5;
  }
  if (id === 'holdout-share') return 50;
  // A rate of members stands against that of unseen patients; an excess over them, against none.
  return value !== null && value === attack?.member ? (attack.control ?? 0) : 0;
}
