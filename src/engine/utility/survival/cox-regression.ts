/**
 * Cox's model with any covariates: how much one unit of each multiplies the risk of the event at any time, the others equal.
 *
 *   log hazard = log h0(t) + b'x       Efron's approximation for ties, Newton-Raphson from 0, halving steps that lose likelihood
 *
 * Covariates are centred for the computation, which changes no coefficient. Standard errors from the inverse of the
 * information. Edge cases: no event, or a covariate that is a combination of others (or constant): `null`; an estimate that
 * runs away (one group without any event) too. Source: metrics.md 10; equal to R's coxph to 1e-6.
 */
import { invertPositive } from '../../numeric/logistic.ts';
import { mean } from '../../numeric/statistics.ts';
import type { Patient } from './kaplan-meier.ts';

export interface CoxFit {
  /** One a covariate: log hazard ratio for one unit. */
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  readonly logLikelihood: number;
}

const mostSteps = 40;
const converged = 1e-9;

/** @param covariates one array a covariate, one value a patient; no blank */
export function coxRegression(patients: readonly Patient[], covariates: readonly Float64Array[]): CoxFit | null {
  const p = covariates.length;
  if (p === 0 || !patients.some(({ event }) => event)) return null;
  // Latest first: the risk set grows.
  const order = patients.map((_, i) => i).sort((a, b) => patients[b]!.time - patients[a]!.time);
  const sorted = order.map((i) => patients[i]!);
  const columns = covariates.map((column) => {
    const center = mean(column);
    return Float64Array.from(order, (i) => column[i]! - center);
  });
  let coefficients = new Float64Array(p);
  let current = derivatives(sorted, columns, coefficients);
  for (let step = 0; step < mostSteps; step++) {
    const inverse = invertPositive(current.information, p);
    if (inverse === null) return null;
    const move = product(inverse, current.score, p);
    if (move.every((value) => Math.abs(value) < converged)) {
      const standardErrors = Float64Array.from({ length: p }, (_, a) => Math.sqrt(inverse[a * p + a]!));
      return { coefficients, standardErrors, logLikelihood: current.logLikelihood };
    }
    let scale = 1;
    let next: Derivatives | null = null;
    let moved = coefficients;
    for (let half = 0; half < 20; half++, scale /= 2) {
      moved = coefficients.map((value, a) => value + scale * move[a]!);
      next = derivatives(sorted, columns, moved);
      if (next.logLikelihood >= current.logLikelihood - 1e-12 * Math.abs(current.logLikelihood)) break;
    }
    if (next === null || !Number.isFinite(next.logLikelihood) || moved.some((value) => !Number.isFinite(value)))
      return null;
    coefficients = moved;
    current = next;
  }
  return null;
}

interface Derivatives {
  readonly logLikelihood: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
}

function derivatives(
  patients: readonly Patient[],
  columns: readonly Float64Array[],
  coefficients: Float64Array,
): Derivatives {
  const p = columns.length;
  const score = new Float64Array(p);
  const information = new Float64Array(p * p);
  let logLikelihood = 0;
  let risk = 0;
  const first = new Float64Array(p);
  const second = new Float64Array(p * p);
  for (let start = 0; start < patients.length;) {
    let end = start;
    let died = 0;
    let dyingRisk = 0;
    const dyingFirst = new Float64Array(p);
    const dyingSecond = new Float64Array(p * p);
    for (; end < patients.length && patients[end]!.time === patients[start]!.time; end++) {
      let linear = 0;
      for (let a = 0; a < p; a++) linear += columns[a]![end]! * coefficients[a]!;
      const weight = Math.exp(linear);
      const { event } = patients[end]!;
      risk += weight;
      if (event) {
        died++;
        dyingRisk += weight;
        logLikelihood += linear;
      }
      for (let a = 0; a < p; a++) {
        const x = columns[a]![end]!;
        first[a] = first[a]! + weight * x;
        if (event) {
          score[a] = score[a]! + x;
          dyingFirst[a] = dyingFirst[a]! + weight * x;
        }
        for (let b = 0; b <= a; b++) {
          const cross = weight * x * columns[b]![end]!;
          second[a * p + b] = second[a * p + b]! + cross;
          if (event) dyingSecond[a * p + b] = dyingSecond[a * p + b]! + cross;
        }
      }
    }
    for (let death = 0; death < died; death++) {
      const share = death / died;
      const total = risk - share * dyingRisk;
      logLikelihood -= Math.log(total);
      for (let a = 0; a < p; a++) {
        const own = (first[a]! - share * dyingFirst[a]!) / total;
        score[a] = score[a]! - own;
        for (let b = 0; b <= a; b++) {
          const other = (first[b]! - share * dyingFirst[b]!) / total;
          const both = (second[a * p + b]! - share * dyingSecond[a * p + b]!) / total;
          information[a * p + b] = information[a * p + b]! + both - own * other;
        }
      }
    }
    start = end;
  }
  for (let a = 0; a < p; a++) for (let b = 0; b < a; b++) information[b * p + a] = information[a * p + b]!;
  return { logLikelihood, score, information };
}

const product = (matrix: Float64Array, vector: Float64Array, p: number): Float64Array =>
  Float64Array.from({ length: p }, (_, a) => {
    let sum = 0;
    for (let b = 0; b < p; b++) sum += matrix[a * p + b]! * vector[b]!;
    return sum;
  });
