/**
 * The state of a file under the policy: the worst of all its lines. No score, no average.
 *
 * - Beyond its second bound a line is serious; four lines, and no others, block instead.
 * - Between its bounds it is a reservation.
 * - What cannot be measured is never green: it is a reservation, unless the policy reads another line instead, or the
 *   preset leaves the test out. A test that the preset asks for and that was not run is serious.
 * - Figures of an audit that is unfinished, or of other settings, are not read at all.
 *
 * Bounds are reached within 1e-9, as distances are equal (method.md 7.4). Source: privacy.md 6.1 to 6.3.
 */
import { isConclusive, type Sizes, sizesOf } from './conclusive.ts';
import type { Decision, DecisionLine, Facts, LineState, Preset } from './decision.ts';
import type { MetricResult } from './metric.ts';
import { boundUnder, policy as shipped, type Policy, type PolicyLine } from './policy.ts';
import { type Figure, missedIndicators, readFact, readMetric } from './statistics.ts';

const tolerance = 1e-9;

/** The state of a run under a preset, and every line of the policy, worst first. */
export function decide(facts: Facts, preset: Preset, policy: Policy = shipped): Decision {
  const metrics = byId(facts.metrics);
  const { levelFloor } = policy.presets[preset];
  const read = (line: PolicyLine): Figure | null => {
    if (line.metric === null) return readFact(facts, line.statistic);
    if (facts.audit !== 'done') return { missing: `audit-${facts.audit}` };
    const metric = metrics.get(line.metric);
    return metric === undefined ? { missing: 'not-run' } : readMetric(metric, line.statistic, { levelFloor });
  };
  const sizes = sizesOf(metrics, facts.rows);
  const lines = judge(policy, preset, read).map((line) => marked(line, metrics, sizes, { policy, preset }));
  const states = new Set(lines.filter(({ counts }) => counts !== false).map(({ state }) => state));
  const degree = states.has('serious') ? 'serious' : needsReservation(states) ? 'reservation' : null;
  const common = { preset, policyVersion: policy.version, lines };
  if (facts.teaching) return { state: 'teaching', degree: null, ...common };
  if (states.has('blocked')) return { state: 'blocked', degree: null, ...common };
  return degree === null ? { state: 'exportable', degree, ...common } : { state: 'quarantine', degree, ...common };
}

const needsReservation = (states: ReadonlySet<LineState>): boolean =>
  states.has('reservation') || states.has('not-measurable');

/**
 * The lines about the metrics of a file made elsewhere, worst first: an evaluation, not a state (privacy.md 6.1). Facts
 * about rows, settings, attempts and releases belong to whoever made the file.
 */
export function evaluationLines(
  metrics: readonly MetricResult[],
  preset: Preset,
  policy: Policy = shipped,
): readonly DecisionLine[] {
  const known = byId(metrics);
  const sizes = sizesOf(known, null);
  const { levelFloor } = policy.presets[preset];
  return judge(policy, preset, (line) => {
    if (line.statistic === 'missed-indicators') return missedIndicators(metrics);
    const metric = line.metric === null ? undefined : known.get(line.metric);
    return metric === undefined ? null : readMetric(metric, line.statistic, { levelFloor });
  }).map((line) => {
    const metric = line.metric === null ? undefined : known.get(line.metric);
    const own = metric?.attack === undefined ? line : { ...line, run: metric.attack.run };
    return marked(own, known, sizes, { policy, preset });
  });
}

/** The line, with what proves nothing marked so. */
function marked(
  line: DecisionLine,
  metrics: ReadonlyMap<string, MetricResult>,
  sizes: Sizes,
  under: { readonly policy: Policy; readonly preset: Preset },
): DecisionLine {
  const metric = line.metric === null ? undefined : metrics.get(line.metric);
  return isConclusive(line, metric, sizes, under) ? line : { ...line, conclusive: false };
}

const byId = (metrics: readonly MetricResult[]): ReadonlyMap<string, MetricResult> =>
  new Map(metrics.map((metric) => [metric.id, metric]));

function judge(policy: Policy, preset: Preset, read: (line: PolicyLine) => Figure | null): readonly DecisionLine[] {
  const figures = new Map<string, Figure>();
  for (const line of policy.lines) {
    if (line.only !== undefined && !line.only.includes(preset)) continue;
    const figure = read(line);
    if (figure !== null) figures.set(line.id, figure);
  }
  const present = policy.lines.filter((line) => figures.has(line.id) && isAsked(line, policy, figures));
  const judged = present.map((line) => judgeLine(line, preset, figures));
  const green = new Set(judged.filter(({ state }) => state === 'exportable').map(({ id }) => id));
  return present.map((line, l) => withNeeds(line, judged[l]!, green)).sort((a, b) => rank(a) - rank(b));
}

/** Whether a line that only stands in for others has one to stand in for. */
const isAsked = (line: PolicyLine, policy: Policy, figures: ReadonlyMap<string, Figure>): boolean =>
  line.onlyAsStandIn !== true ||
  policy.lines.some((other) => other.standIn?.line === line.id && standsIn(other, figures.get(other.id)));

const standsIn = ({ standIn }: PolicyLine, figure: Figure | undefined): boolean =>
  standIn !== undefined && figure !== undefined && 'missing' in figure && standIn.reasons.includes(figure.missing);

function judgeLine(line: PolicyLine, preset: Preset, figures: ReadonlyMap<string, Figure>): DecisionLine {
  const figure = figures.get(line.id)!;
  const [exportable, reservation] = [boundUnder(line.exportable, preset), boundUnder(line.reservation, preset)];
  const { id, metric, run, setBy, rule, unit } = line;
  const common = { id, metric, run, exportable, reservation, rule, setBy, unit, ...paramsOf(figure) };
  if ('missing' in figure) {
    const optional = line.optional?.includes(preset) ?? false;
    if (figure.missing === 'not-run' && line.optional !== undefined && !optional) {
      return { ...common, state: 'serious', value: null, reason: 'compulsory' };
    }
    const other = standsIn(line, figure) ? line.standIn!.line : null;
    const covered = other !== null && 'value' in (figures.get(other) ?? {});
    return {
      ...common,
      state: 'not-measurable',
      value: null,
      reason: optional && figure.missing === 'not-run' ? 'optional' : figure.missing,
      ...(covered && { standIn: other }),
      ...((covered || optional) && { counts: false }),
    };
  }
  const { value, mild = false } = figure;
  const state = stateOf(value, line, exportable, mild ? null : reservation);
  return { ...common, state, value, reason: state === 'exportable' && mild ? null : (figure.reason ?? null) };
}

const paramsOf = ({ params }: Figure) => (params === undefined ? {} : { params });

function stateOf(
  value: number,
  { rule, blocks }: PolicyLine,
  exportable: number | null,
  reservation: number | null,
): LineState {
  const within = (bound: number): boolean => {
    const room = tolerance * Math.max(1, Math.abs(bound));
    return rule === '<=' ? value <= bound + room : value >= bound - room;
  };
  if (exportable !== null && within(exportable)) return 'exportable';
  if (reservation === null || within(reservation)) return 'reservation';
  return blocks === true ? 'blocked' : 'serious';
}

/** A small file is exportable only when the lines that see the most in it are (privacy.md 5.3). */
function withNeeds({ needs }: PolicyLine, line: DecisionLine, green: ReadonlySet<string>): DecisionLine {
  if (needs === undefined || line.state !== 'exportable' || line.value === null || line.value >= needs.below) {
    return line;
  }
  return needs.lines.every((id) => green.has(id))
    ? line
    : { ...line, state: 'reservation', reason: 'small-file-needs', params: { below: needs.below } };
}

const order: readonly LineState[] = ['blocked', 'serious', 'reservation', 'not-measurable', 'exportable'];
const rank = ({ state, counts }: DecisionLine): number => (counts === false ? order.length : order.indexOf(state));
