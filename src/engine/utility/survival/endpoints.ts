/**
 * The trial read twice: survival by arm, in the original and in the synthetic file, side by side.
 *
 *   tau = smallest, over files and arms, of the last observed time        gap = sup and mean over [0, tau] of S_s - S_o
 *   RMST(tau) by arm, and the gap of each arm's difference from the first one, original against synthetic
 *
 * Time, event and arm are the declared columns; the value of the event, the arms and their order come from the original (as the
 * hazard ratios have them). Without an arm, all patients are one. Rows with a blank time, event or arm are left out.
 * Curves are sampled at `moments` times, so that no step of a single patient is drawn. Source: metrics.md 10.
 */
import { isQuantity, type Table } from '../../table/table.ts';
import type { DeclaredRoles } from '../../table/roles.ts';
import {
  atRiskAt,
  type CurveGap,
  curveGap,
  kaplanMeier,
  medianSurvival,
  type Patient,
  type RestrictedMean,
  restrictedMean,
  type SurvivalCurve,
  survivalAt,
} from './kaplan-meier.ts';
import { type LogRank, logRank } from './log-rank.ts';
import { cellTexts, eventValueOf, inOrder } from './values.ts';

export interface CurveView {
  /** At the moments of the study. */
  readonly survival: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** At the moments of the risk table. */
  readonly atRisk: readonly number[];
  readonly patients: number;
  readonly events: number;
  /** `null` when half of them never have the event. */
  readonly median: number | null;
  readonly restrictedMean: RestrictedMean;
}

export interface ArmCurves {
  /** `null`: all patients, no arm declared. */
  readonly arm: string | null;
  readonly original: CurveView;
  readonly synthetic: CurveView;
  readonly gap: CurveGap;
}

export interface SurvivalComparison {
  readonly time: string;
  readonly event: string;
  readonly eventValue: string;
  readonly armColumn: string | null;
  readonly tau: number;
  readonly moments: readonly number[];
  readonly riskMoments: readonly number[];
  readonly arms: readonly ArmCurves[];
  readonly logRank: { readonly original: LogRank | null; readonly synthetic: LogRank | null };
}

const moments = 120;
const riskMoments = 6;
const mostArms = 6;

/** `null` when no time and event were declared, the time is no number, or an arm has nobody in one of the files. */
export function compareSurvival(original: Table, synthetic: Table, roles: DeclaredRoles): SurvivalComparison | null {
  const { time, event, arm } = roles;
  if (time === null || event === null) return null;
  const events = original.columns.find(({ name }) => name === event);
  const eventValue = events === undefined ? null : eventValueOf(events);
  if (eventValue === null) return null;
  const read = (table: Table) => patientsByArm(table, { time, event, eventValue, arm });
  const [before, after] = [read(original), read(synthetic)];
  if (before === null || after === null) return null;
  const names = inOrder([...before.keys()]);
  if (names.length === 0 || names.length > mostArms || names.some((name) => (after.get(name)?.length ?? 0) === 0))
    return null;
  const curves = names.map((name) => [kaplanMeier(before.get(name)!), kaplanMeier(after.get(name)!)] as const);
  const tau = Math.min(...curves.flat().map(({ times }) => times.at(-1)!));
  if (!(tau > 0)) return null;
  const at = steps(tau, moments);
  const risk = steps(tau, riskMoments);
  const view = (curve: SurvivalCurve): CurveView => viewOf(curve, at, risk, tau);
  return {
    time,
    event,
    eventValue,
    armColumn: arm,
    tau,
    moments: at,
    riskMoments: risk,
    arms: names.map((name, i) => {
      const [a, b] = curves[i]!;
      return { arm: arm === null ? null : name, original: view(a), synthetic: view(b), gap: curveGap(a, b, tau) };
    }),
    logRank: {
      original: logRank(names.map((name) => before.get(name)!)),
      synthetic: logRank(names.map((name) => after.get(name)!)),
    },
  };
}

const steps = (tau: number, count: number): number[] => Array.from({ length: count + 1 }, (_, i) => (tau * i) / count);

function viewOf(curve: SurvivalCurve, at: readonly number[], risk: readonly number[], tau: number): CurveView {
  const sample = (values: Float64Array): number[] =>
    at.map((time) => {
      const step = curve.times.findLastIndex((one) => one <= time);
      const value = step < 0 ? 1 : values[step]!;
      return Number.isNaN(value) ? survivalAt(curve, time) : value;
    });
  return {
    survival: sample(curve.survival),
    lower: sample(curve.lower),
    upper: sample(curve.upper),
    atRisk: risk.map((time) => atRiskAt(curve, time)),
    patients: curve.atRisk[0] ?? 0,
    events: curve.events.reduce((sum, count) => sum + count, 0),
    median: medianSurvival(curve),
    restrictedMean: restrictedMean(curve, tau),
  };
}

interface Study {
  readonly time: string;
  readonly event: string;
  readonly eventValue: string;
  readonly arm: string | null;
}

/** `null` when a column is absent, or the time is no number. Without an arm, everybody is in one of the name ''. */
function patientsByArm(table: Table, { time, event, eventValue, arm }: Study): Map<string, Patient[]> | null {
  const column = (name: string) => table.columns.find((one) => one.name === name);
  const times = column(time);
  const events = column(event);
  const arms = arm === null ? null : column(arm);
  if (times === undefined || !isQuantity(times) || events === undefined || arms === undefined) return null;
  const eventTexts = cellTexts(events);
  const armTexts = arms === null ? null : cellTexts(arms);
  const found = new Map<string, Patient[]>();
  for (let row = 0; row < table.rowCount; row++) {
    const name = armTexts === null ? '' : armTexts[row]!;
    const text = eventTexts[row]!;
    if (Number.isNaN(times.values[row]!) || text === null || name === null) continue;
    const own = found.get(name) ?? [];
    own.push({ time: times.values[row]!, event: text === eventValue });
    found.set(name, own);
  }
  return found;
}
