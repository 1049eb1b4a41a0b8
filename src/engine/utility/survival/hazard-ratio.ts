/**
 * Does the synthetic file lead to the same conclusion about the treatment? Cox's model by arm on both files, with the
 * columns that the user declared as time, event and arm; every arm against the first one.
 *
 *   HR = exp(b)        95 % interval exp(b +- 1.96 se)        p = 2 P(Z > |b / se|)                  on each file
 *   gap       = (b_synthetic - b_original) / se_original            0 = the same; signed, in standard errors
 *   overlap   = 1/2 [ (U - L) / (u_o - l_o) + (U - L) / (u_s - l_s) ]    of both intervals of b; L the larger of the
 *               lower bounds, U the smaller of the upper ones; 1 = the same, below 0 = apart
 *   estimateAgreement   HR of the synthetic file within the interval of the original
 *   sameDecision        same sign, and same side of p = .05
 *
 * The value is the mean of |gap| over the arms. The event value, the arms and the reference come from the original; what
 * the synthetic file lacks is `null`, and so is an arm without any event (no finite estimate).
 * A synthetic interval takes the synthetic rows for patients: it says nothing of the luck of the draw that made them.
 *
 * Source: metrics.md 7 (comparing fits), 10, 12 (AIDS, R's coxph); design.md 3.
 */
import { z95 } from '../../numeric/intervals.ts';
import { upperTail } from '../../numeric/normal-tail.ts';
import { mean } from '../../numeric/statistics.ts';
import { isQuantity, type Table } from '../../table/table.ts';
import type { MetricResult } from '../../verdict/metric.ts';
import type { UtilityEvidence } from '../registry.ts';
import { type CoxArm, type CoxColumns, coxByArm } from './cox.ts';
import { cellTexts, eventValueOf, inOrder } from './values.ts';

/** More distinct values than this are no arms: a dose, an identifier. */
const mostArms = 12;
const significant = 0.05;

type Detail = Readonly<Record<string, unknown>>;

export interface ArmEstimate {
  readonly coefficient: number;
  readonly standardError: number;
  readonly hazardRatio: number;
  readonly low: number;
  readonly high: number;
  readonly pValue: number;
}

export interface ArmComparison {
  readonly arm: string;
  readonly original: ArmEstimate | null;
  readonly synthetic: ArmEstimate | null;
  /** HR of the synthetic file over that of the original. */
  readonly ratio: number | null;
  readonly gap: number | null;
  readonly overlap: number | null;
  readonly estimateAgreement: boolean | null;
  readonly sameDecision: boolean | null;
}

export function hazardRatio({ original, synthetic, roles }: UtilityEvidence): MetricResult {
  const { time, event, arm } = roles;
  if (time === null || event === null || arm === null) return without('no-survival-roles');
  const columns = [time, event, arm].map((name) => original.columns.find((column) => column.name === name));
  const [times, events, arms] = columns;
  if (times === undefined || events === undefined || arms === undefined) return without('no-survival-roles');
  if (!isQuantity(times)) return without('time-not-a-number');
  const eventValue = eventValueOf(events);
  const names = inOrder(cellTexts(arms).filter((name) => name !== null));
  const said = { time, event, eventValue, arm, reference: names[0] ?? null };
  if (names.length < 2) return without('one-arm', said);
  if (names.length > mostArms) return without('too-many-arms', { ...said, found: names.length, most: mostArms });
  if (eventValue === null) return without('no-event', said);
  const study = { time, event, arm, eventValue };
  const counts = { events: { original: count(original, study), synthetic: count(synthetic, study) } };
  const [own, made] = [original, synthetic].map((table) => estimates(table, study, names)) as [Estimates, Estimates];
  const compared = names.slice(1).map((name) => compare(name, own.get(name) ?? null, made.get(name) ?? null));
  const measured = compared.filter(isMeasured);
  const detail = { ...said, ...counts, ...summary(measured), arms: compared };
  const gaps = measured.map(({ gap }) => gap);
  if (gaps.length === 0) return without(counts.events.original === 0 ? 'no-event' : 'no-hazard-estimate', detail);
  return { ...metric, value: mean(gaps.map(Math.abs)), applicable: true, reason: null, detail };
}

const metric = { id: 'hazard-ratio', criterion: 'utility', target: null } as const;

const without = (reason: string, detail: Detail = {}): MetricResult => ({
  ...metric,
  value: null,
  applicable: false,
  reason,
  detail,
});

type Measured = ArmComparison & { readonly [Key in 'original' | 'synthetic']: ArmEstimate } & { readonly gap: number };

const isMeasured = (one: ArmComparison): one is Measured => one.gap !== null;

/** How many arms were compared, how many lead to the same decision, and the one that moved most. */
function summary(measured: readonly Measured[]): Detail {
  const [first] = measured;
  if (first === undefined) return {};
  const worst = measured.reduce((most, one) => (Math.abs(one.gap) > Math.abs(most.gap) ? one : most), first);
  return {
    compared: measured.length,
    sameDecision: measured.filter(({ sameDecision }) => sameDecision).length,
    worstArm: worst.arm,
    worstOriginal: worst.original.hazardRatio,
    worstSynthetic: worst.synthetic.hazardRatio,
  };
}

function count(table: Table, { event, eventValue }: CoxColumns): number {
  const column = table.columns.find(({ name }) => name === event);
  return column === undefined ? 0 : cellTexts(column).filter((value) => value === eventValue).length;
}

type Estimates = ReadonlyMap<string, ArmEstimate>;

/** Arms that have no estimate (nobody in them, or no event) are left out, and the others fitted without them. */
function estimates(table: Table, study: CoxColumns, names: readonly string[]): Estimates {
  const present = names.filter((name) => hasEvent(table, study, name));
  if (present[0] !== names[0]) return new Map();
  const fit = present.length < 2 ? null : coxByArm(table, { ...study, arms: present });
  return new Map((fit ?? []).map((one) => [one.arm, describe(one)]));
}

function hasEvent(table: Table, { time, event, arm, eventValue }: CoxColumns, name: string): boolean {
  const cells = (wanted: string) => {
    const column = table.columns.find((one) => one.name === wanted);
    return column === undefined ? [] : cellTexts(column);
  };
  const [times, events] = [cells(time), cells(event)];
  return cells(arm).some((one, row) => one === name && times[row] !== null && events[row] === eventValue);
}

function describe({ coefficient, standardError, hazardRatio: ratio }: CoxArm): ArmEstimate {
  return {
    coefficient,
    standardError,
    hazardRatio: ratio,
    low: Math.exp(coefficient - z95 * standardError),
    high: Math.exp(coefficient + z95 * standardError),
    pValue: 2 * upperTail(Math.abs(coefficient / standardError)),
  };
}

function compare(arm: string, original: ArmEstimate | null, synthetic: ArmEstimate | null): ArmComparison {
  if (original === null || synthetic === null) {
    const unknown = { ratio: null, gap: null, overlap: null, estimateAgreement: null, sameDecision: null };
    return { arm, original, synthetic, ...unknown };
  }
  const decides = ({ pValue }: ArmEstimate): boolean => pValue < significant;
  return {
    arm,
    original,
    synthetic,
    ratio: synthetic.hazardRatio / original.hazardRatio,
    gap: (synthetic.coefficient - original.coefficient) / original.standardError,
    overlap: overlapOf(original, synthetic),
    estimateAgreement: synthetic.hazardRatio >= original.low && synthetic.hazardRatio <= original.high,
    sameDecision:
      Math.sign(original.coefficient) === Math.sign(synthetic.coefficient) && decides(original) === decides(synthetic),
  };
}

/** Of the intervals of b, on the scale of the logarithm. */
function overlapOf(a: ArmEstimate, b: ArmEstimate): number {
  const ends = ({ coefficient, standardError }: ArmEstimate) =>
    [coefficient - z95 * standardError, coefficient + z95 * standardError] as const;
  const [[lowA, highA], [lowB, highB]] = [ends(a), ends(b)];
  const common = Math.min(highA, highB) - Math.max(lowA, lowB);
  return (common / (highA - lowA) + common / (highB - lowB)) / 2;
}
