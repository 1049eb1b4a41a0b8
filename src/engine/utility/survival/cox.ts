/**
 * Cox's model of survival for a treatment arm: how much an arm multiplies the risk of the event at any time.
 *
 *   log hazard = log h0(t) + b'x        Efron's approximation for ties, Newton-Raphson from 0
 *
 * x holds one 0/1 column an arm other than the reference. Rows with a blank time, event or arm are left out. exp(b) is
 * the hazard ratio, se from the inverse of the information. Source: metrics.md 10, 12 (equal to R's coxph to 1e-6).
 */
import { isQuantity, type Column, type Table } from '../../table/table.ts';
import { cellTexts, eventValueOf, inOrder } from './values.ts';

export interface CoxArm {
  readonly arm: string;
  readonly coefficient: number;
  readonly standardError: number;
  readonly hazardRatio: number;
}

const mostSteps = 30;
const converged = 1e-9;

export interface CoxColumns {
  readonly time: string;
  readonly event: string;
  readonly arm: string;
  /** What counts as an event; by default what `eventValueOf` finds. */
  readonly eventValue?: string;
  /** The arms compared, the reference first; by default all, in increasing order. Rows of other arms are left out. */
  readonly arms?: readonly string[];
}

/** @returns `null` when there are fewer than two arms, no event, or the estimate does not exist (an arm without event) */
export function coxByArm(table: Table, { time, event, arm, eventValue, arms: chosen }: CoxColumns): CoxArm[] | null {
  const column = (name: string): Column | undefined => table.columns.find((one) => one.name === name);
  const [times, events, arms] = [column(time), column(event), column(arm)];
  if (times === undefined || !isQuantity(times) || events === undefined || arms === undefined) return null;
  const eventTexts = cellTexts(events);
  const armTexts = cellTexts(arms);
  const wanted = eventValue ?? eventValueOf(events);
  const known = Array.from(times.values.keys()).filter(
    (i) => !Number.isNaN(times.values[i]!) && eventTexts[i] !== null && armTexts[i] !== null,
  );
  const names = chosen ?? inOrder(known.map((i) => armTexts[i]!));
  const rows = known.filter((i) => names.includes(armTexts[i]!));
  if (names.length < 2 || wanted === null) return null;
  const subjects = rows
    .map((i) => ({ time: times.values[i]!, event: eventTexts[i] === wanted, arm: names.indexOf(armTexts[i]!) - 1 }))
    .sort((a, b) => b.time - a.time);
  const fit = newton(subjects, names.length - 1);
  return (
    fit &&
    names.slice(1).map((name, j) => ({
      arm: name,
      coefficient: fit.coefficients[j]!,
      standardError: fit.errors[j]!,
      hazardRatio: Math.exp(fit.coefficients[j]!),
    }))
  );
}

interface Subject {
  readonly time: number;
  readonly event: boolean;
  /** -1 for the reference. */
  readonly arm: number;
}

/** @param subjects latest first */
function newton(subjects: readonly Subject[], p: number): { coefficients: number[]; errors: number[] } | null {
  const coefficients = new Array<number>(p).fill(0);
  for (let step = 0; step < mostSteps; step++) {
    const { score, information } = derivatives(subjects, coefficients);
    const inverse = invert(information);
    if (inverse === null) return null;
    const move = inverse.map((row) => row.reduce((sum, value, j) => sum + value * score[j]!, 0));
    // An arm without any event has no finite estimate.
    if (move.some((value) => !Number.isFinite(value) || Math.abs(value) > 20)) return null;
    move.forEach((value, j) => (coefficients[j] = coefficients[j]! + value));
    if (move.every((value) => Math.abs(value) < converged)) {
      return { coefficients, errors: inverse.map((row, j) => Math.sqrt(row[j]!)) };
    }
  }
  return null;
}

/** Arms are 0/1 and exclude each other: sums over the risk set are one number an arm. */
function derivatives(subjects: readonly Subject[], coefficients: readonly number[]) {
  const p = coefficients.length;
  const weight = coefficients.map(Math.exp);
  const score = new Array<number>(p).fill(0);
  const information = Array.from({ length: p }, () => new Array<number>(p).fill(0));
  const atRisk = new Array<number>(p).fill(0);
  let total = 0;
  for (let start = 0; start < subjects.length;) {
    let end = start;
    const dying = new Array<number>(p).fill(0);
    let dyingTotal = 0;
    let deaths = 0;
    for (; end < subjects.length && subjects[end]!.time === subjects[start]!.time; end++) {
      const { arm, event } = subjects[end]!;
      const own = arm < 0 ? 1 : weight[arm]!;
      total += own;
      if (arm >= 0) atRisk[arm] = atRisk[arm]! + own;
      if (!event) continue;
      deaths++;
      dyingTotal += own;
      if (arm >= 0) {
        dying[arm] = dying[arm]! + own;
        score[arm] = score[arm]! + 1;
      }
    }
    for (let death = 0; death < deaths; death++) {
      const share = death / deaths;
      const sum = total - share * dyingTotal;
      const means = atRisk.map((own, j) => (own - share * dying[j]!) / sum);
      for (let a = 0; a < p; a++) {
        score[a] = score[a]! - means[a]!;
        for (let b = 0; b < p; b++) {
          information[a]![b] = information[a]![b]! + (a === b ? means[a]! : 0) - means[a]! * means[b]!;
        }
      }
    }
    start = end;
  }
  return { score, information };
}

/** Gauss and Jordan with pivots; `null` when singular. */
function invert(matrix: readonly (readonly number[])[]): number[][] | null {
  const p = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...Array.from({ length: p }, (_, j) => Number(i === j))]);
  for (let c = 0; c < p; c++) {
    let pivot = c;
    for (let r = c + 1; r < p; r++) if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r;
    if (!(Math.abs(rows[pivot]![c]!) > 1e-12)) return null;
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    const own = rows[c]!;
    const scale = own[c]!;
    for (let j = 0; j < 2 * p; j++) own[j] = own[j]! / scale;
    rows.forEach((row, r) => {
      if (r === c) return;
      const factor = row[c]!;
      for (let j = 0; j < 2 * p; j++) row[j] = row[j]! - factor * own[j]!;
    });
  }
  return rows.map((row) => row.slice(p));
}
