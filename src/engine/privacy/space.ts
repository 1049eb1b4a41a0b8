/**
 * The space in which privacy is measured: the factor analysis of the **original only**, with both tables projected in it.
 * Headline figures use its first ncp axes; full-space ones the coded rows, all columns.
 *
 * Blanks take each file's own mean; no indicator joins (method.md 7.1, 14).
 */
import { SosieError } from '../errors.ts';
import { codeQuantities, codeRows } from '../factor/coding.ts';
import { fitFactor, type FactorModel } from '../factor/fit.ts';
import { project } from '../factor/project.ts';
import type { Points } from '../neighbors/search.ts';
import { prepare, prepareLike, type Prepared } from '../prepare/prepare.ts';
import type { Table } from '../table/table.ts';

export interface MetricSpace {
  readonly model: FactorModel;
  readonly original: Prepared;
  readonly synthetic: Prepared;
  /** Row coordinates on the first ncp axes. */
  readonly axes: { readonly original: Points; readonly synthetic: Points };
}

export function metricSpace(
  original: Table,
  synthetic: Table,
  ncp: number,
  weights: Readonly<Record<string, number>> = {},
): MetricSpace {
  const own = prepare(original, { indicators: false });
  const model = fitFactor(own, weights);
  const other = prepareLike(own, synthetic);
  refuseDisproportion(model, other);
  return {
    model,
    original: own,
    synthetic: other,
    axes: { original: project(model, own, ncp), synthetic: project(model, other, ncp) },
  };
}

/** Beyond this many standard deviations a squared distance could overflow. */
const largestScore = 1e100;

/** @throws SosieError E62 when a number of the synthetic file is out of all proportion with the original's column */
function refuseDisproportion(model: FactorModel, synthetic: Prepared): void {
  codeQuantities(model.coding, synthetic).forEach((scores, j) => {
    if (scores.some((score) => !(Math.abs(score) < largestScore))) {
      const column = model.coding.quantities[j]!.name;
      throw new SosieError('E62', { column }, { column });
    }
  });
}

/** Coded rows of both tables, all columns, on the scale of the coordinates. */
export function fullSpace({ model, original, synthetic }: MetricSpace): { original: Points; synthetic: Points } {
  const points = (table: Prepared): Points => ({
    count: table.rowCount,
    dimensions: model.coding.width,
    values: codeRows(model.coding, table).map((value) => value * model.scale),
  });
  return { original: points(original), synthetic: points(synthetic) };
}
