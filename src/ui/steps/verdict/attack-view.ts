/** What the verdict shows of an attack: its row, its scale, its figures in their unit. Pure. */
import type { AttackFigures, Criterion, MetricResult, RunKind } from '../../../engine/verdict/metric.ts';
import type { Speaker } from '../../../engine/words/words.ts';
import type { DecisionLine } from '../../../workers/protocol.ts';
import { formatApart, percentSign } from '../../charts/numbers.ts';
import { severity, shownState, worstOf, type ShownState } from './policy-view.ts';

/** The seven indicators carry a target; attacks are judged by the policy alone. */
export const attacksOf = (metrics: readonly MetricResult[]): readonly MetricResult[] =>
  metrics.filter(({ target }) => target === null);

export interface AttackRow {
  readonly metric: MetricResult;
  /** Lines of the policy that read it. */
  readonly lines: readonly DecisionLine[];
  readonly state: ShownState;
  /** The line that gives the state, where it compares something else than the value of the metric. */
  readonly decider: DecisionLine | null;
}

export const rowOf = (metric: MetricResult, all: readonly DecisionLine[]): AttackRow => {
  const lines = all.filter((line) => line.metric === metric.id);
  const state = worstOf(lines.map(shownState));
  return { metric, lines, state, decider: deciderOf(metric, lines, state) };
};

function deciderOf({ value }: MetricResult, lines: readonly DecisionLine[], state: ShownState): DecisionLine | null {
  const deciding = lines.filter((line) => shownState(line) === state && line.value !== null);
  const weighs = !['exportable', 'inconclusive', 'information'].includes(state);
  return weighs && deciding.every((line) => line.value !== value) ? (deciding[0] ?? null) : null;
}

/** Where a figure comes from: of a file made elsewhere, always from the pair of files. */
export const runOf = ({ run }: AttackFigures, elsewhere: boolean): RunKind => (elsewhere ? 'pair' : run);

/** Attacks that are not measurable for one and the same reason, told together. */
export function byReason<T extends { readonly metric: MetricResult }>(rows: readonly T[]): readonly (readonly T[])[] {
  const reasons = new Map<string, T[]>();
  for (const row of rows) {
    const reason = row.metric.reason ?? '';
    reasons.set(reason, [...(reasons.get(reason) ?? []), row]);
  }
  return [...reasons.values()];
}

export interface CriterionAttacks {
  readonly criterion: Criterion;
  /** Those that were measured, the worst first. */
  readonly rows: readonly AttackRow[];
  readonly unmeasured: readonly AttackRow[];
}

const criteria: readonly Criterion[] = ['singling-out', 'linkability', 'inference'];

export function byCriterion(
  metrics: readonly MetricResult[],
  lines: readonly DecisionLine[],
): readonly CriterionAttacks[] {
  const rows = attacksOf(metrics).map((metric) => rowOf(metric, lines));
  return criteria.map((criterion) => {
    const own = rows.filter(({ metric }) => metric.criterion === criterion);
    const isMeasured = ({ metric }: AttackRow): boolean => metric.value !== null;
    return {
      criterion,
      rows: own.filter(isMeasured).sort((a, b) => severity(a.state) - severity(b.state)),
      unmeasured: own.filter((row) => !isMeasured(row)),
    };
  });
}

export type AttackUnit = 'area' | 'share' | 'percent' | 'count';

const units: Readonly<Record<string, AttackUnit>> = {
  'membership-auc': 'area',
  'leave-one-out': 'area',
  shadow: 'area',
  dominance: 'share',
  'rare-levels': 'count',
  'k-anonymity': 'count',
};

export const attackUnit = (id: string): AttackUnit => units[id] ?? 'percent';

/** A figure of the attack in its unit, apart from `marks` unless it equals one; a share as a percentage. */
export function writeFigure(id: string, value: number, speak: Speaker, marks: readonly number[] = []): string {
  const unit = attackUnit(id);
  const scale = unit === 'share' ? 100 : 1;
  const written = formatApart(
    scale * value,
    marks.map((mark) => scale * mark),
    speak,
  );
  return unit === 'share' || unit === 'percent' ? written + percentSign(speak) : written;
}

/** What the figure is a figure of, where its sign does not say it: keys a word. */
const counted: Readonly<Record<string, string>> = {
  dominance: 'weight',
  linkability: 'excess',
  'singling-out': 'excess',
  inference: 'guess',
  'exact-copies': 'difference',
  reconstruction: 'difference',
};

/** @param id of a metric, or of a line that counts something else */
export const unitWord = (id: string): string => counted[id] ?? (attackUnit(id) === 'area' ? 'area' : id);

/** What the attack is worth without a leak, on the scale of its value; `null` where nothing says. */
export function chanceOf({ id, value, detail, attack }: MetricResult): number | null {
  if (attackUnit(id) === 'area') {
    const { nullMaximum } = detail;
    const mean =
      typeof nullMaximum === 'object' && nullMaximum !== null ? (nullMaximum as { mean?: unknown }).mean : 0.5;
    return typeof mean === 'number' ? mean : 0.5;
  }
  if (id === 'holdout-share') return 50;
  if (attack === undefined || attack.control === null) return null;
  // A rate of members stands against that of unseen patients; an excess over them, against none.
  return value === attack.member ? attack.control : 0;
}

export interface AttackScale {
  readonly value: number;
  readonly interval: readonly [number, number] | null;
  readonly chance: number | null;
  readonly marginals: number | null;
  readonly copy: number | null;
  /** The bound that the value itself is compared with, and which side holds. */
  readonly bound: number | null;
  readonly second: number | null;
  readonly holds: 'below' | 'above';
  /** Position of a value, 0 to 1; percentages are drawn by their square root, which opens the low end. */
  readonly at: (value: number) => number;
}

/** The line that compares the value of the metric itself. */
const ownLine = (metric: MetricResult, lines: readonly DecisionLine[]): DecisionLine | undefined =>
  lines.find(({ value, exportable }) => exportable !== null && value === metric.value) ??
  lines.find(({ id }) => id === metric.id);

/** `null` for a count, and for what was not measured. */
export function scaleOf({ metric, lines }: AttackRow): AttackScale | null {
  const unit = attackUnit(metric.id);
  if (metric.value === null || unit === 'count') return null;
  const line = ownLine(metric, lines);
  const { interval = null, anchors = null } = metric.attack ?? {};
  const figures = {
    value: metric.value,
    interval,
    chance: chanceOf(metric),
    marginals: anchors?.marginals ?? null,
    copy: anchors?.copy ?? null,
    bound: line?.exportable ?? null,
    second: line?.reservation ?? null,
  };
  const known = [...Object.values(figures).flat(), ...(wide[metric.id] ?? ends[unit])].filter((one) => one !== null);
  const low = Math.min(...known);
  const high = Math.max(...known, low + 1e-9);
  const share = (value: number): number => Math.max(0, Math.min(1, (value - low) / (high - low)));
  const at = unit === 'percent' && wide[metric.id] === undefined ? (value: number) => Math.sqrt(share(value)) : share;
  return { ...figures, holds: line?.rule === '>=' ? 'above' : 'below', at };
}

/** Percentages that start from one half. */
const wide: Readonly<Record<string, readonly number[]>> = { 'holdout-share': [50, 75] };

/** What every scale of the unit reaches, so that it never magnifies a trifle. */
const ends: Readonly<Record<AttackUnit, readonly number[]>> = {
  area: [0.5, 1],
  share: [0, 1],
  percent: [0, 20],
  count: [],
};
