/**
 * Logistic regression by iteratively reweighted least squares: how the odds of an event go with each predictor.
 *
 *   log odds = X b,  b maximises the likelihood;  standard errors from the inverse of X' W X,  W = p (1 - p)
 *
 * No penalty. It stops when the deviance does: a level that one group alone holds has no finite coefficient, while the
 * probabilities are right (as R's glm does). Collinear columns must have been dropped (`independentColumns`). Source: McCullagh and Nelder 1989; checked
 * against R's glm through the reference files (metrics.md 7).
 */
export interface LogisticFit {
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  /** One fitted probability a row. */
  readonly probabilities: Float64Array;
}

const mostSteps = 50;

/**
 * @param columns predictors, one array a column, the intercept included if wanted
 * @param labels 0 or 1
 * @returns `null` when the groups are told apart without fault, or a column is a combination of others
 */
export function logisticRegression(columns: readonly Float64Array[], labels: ArrayLike<number>): LogisticFit | null {
  const p = columns.length;
  const n = labels.length;
  const coefficients = new Float64Array(p);
  const probabilities = new Float64Array(n);
  let deviance = Infinity;
  let former = Infinity;
  for (let step = 0; step < mostSteps; step++) {
    const score = new Float64Array(p);
    const information = new Float64Array(p * p);
    const weights = new Float64Array(n);
    former = deviance;
    deviance = 0;
    for (let i = 0; i < n; i++) {
      let linear = 0;
      for (let j = 0; j < p; j++) linear += columns[j]![i]! * coefficients[j]!;
      const probability = 1 / (1 + Math.exp(-linear));
      probabilities[i] = probability;
      weights[i] = probability * (1 - probability);
      deviance -= 2 * Math.log(labels[i]! > 0.5 ? probability : 1 - probability);
    }
    for (let a = 0; a < p; a++) {
      const own = columns[a]!;
      for (let i = 0; i < n; i++) score[a] = score[a]! + own[i]! * (labels[i]! - probabilities[i]!);
      for (let b = 0; b <= a; b++) {
        const other = columns[b]!;
        let sum = 0;
        for (let i = 0; i < n; i++) sum += weights[i]! * own[i]! * other[i]!;
        information[a * p + b] = information[b * p + a] = sum;
      }
    }
    const inverse = invertPositive(information, p);
    if (inverse === null) return null;
    let largest = 0;
    for (let a = 0; a < p; a++) {
      let move = 0;
      for (let b = 0; b < p; b++) move += inverse[a * p + b]! * score[b]!;
      coefficients[a] = coefficients[a]! + move;
      largest = Math.max(largest, Math.abs(move));
    }
    if (!Number.isFinite(largest)) return null;
    if (largest < 1e-10 || Math.abs(former - deviance) < 1e-12 * (deviance + 0.1)) {
      const standardErrors = Float64Array.from({ length: p }, (_, a) => Math.sqrt(inverse[a * p + a]!));
      return { coefficients, standardErrors, probabilities };
    }
  }
  return null;
}

/** Inverse of a symmetric positive matrix by Cholesky; `null` when it is not positive to 1e-12 of its diagonal. */
export function invertPositive(matrix: Float64Array, p: number): Float64Array | null {
  const lower = new Float64Array(p * p);
  for (let a = 0; a < p; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = matrix[a * p + b]!;
      for (let k = 0; k < b; k++) sum -= lower[a * p + k]! * lower[b * p + k]!;
      if (a === b) {
        if (!(sum > 1e-12 * matrix[a * p + a]!)) return null;
        lower[a * p + a] = Math.sqrt(sum);
      } else lower[a * p + b] = sum / lower[b * p + b]!;
    }
  }
  const half = new Float64Array(p * p);
  for (let c = 0; c < p; c++) {
    for (let a = c; a < p; a++) {
      let sum = a === c ? 1 : 0;
      for (let k = c; k < a; k++) sum -= lower[a * p + k]! * half[k * p + c]!;
      half[a * p + c] = sum / lower[a * p + a]!;
    }
  }
  const inverse = new Float64Array(p * p);
  for (let a = 0; a < p; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let k = a; k < p; k++) sum += half[k * p + a]! * half[k * p + b]!;
      inverse[a * p + b] = inverse[b * p + a] = sum;
    }
  }
  return inverse;
}

/** Positions of the columns that are no combination of the ones before them (Gram-Schmidt, to 1e-9 of their length). */
export function independentColumns(columns: readonly Float64Array[]): number[] {
  const basis: Float64Array[] = [];
  const kept: number[] = [];
  columns.forEach((column, j) => {
    const left = Float64Array.from(column);
    const length = norm(left);
    for (let pass = 0; pass < 2; pass++) {
      for (const one of basis) {
        let dot = 0;
        for (let i = 0; i < left.length; i++) dot += left[i]! * one[i]!;
        for (let i = 0; i < left.length; i++) left[i] = left[i]! - dot * one[i]!;
      }
    }
    const rest = norm(left);
    if (!(rest > 1e-9 * length)) return;
    basis.push(left.map((value) => value / rest));
    kept.push(j);
  });
  return kept;
}

const norm = (values: Float64Array): number => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
