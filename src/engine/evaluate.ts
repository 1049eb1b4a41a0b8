/**
 * Judges any pair of files, wherever the synthetic one was made: the seven privacy metrics and how each variable changed.
 *
 * Without pairs (`paired: false`), what needs to know who became whom is not measurable, never passed.
 */
import { SosieError } from './errors.ts';
import type { RunControl } from './generate/generator.ts';
import type { NeighborSearch } from './neighbors/search.ts';
import { pause } from './pause.ts';
import { gatherEvidence, type PrivacyEvidence } from './privacy/evidence.ts';
import { measurePrivacy } from './privacy/registry.ts';
import { stopwatch, type Timings } from './timings.ts';
import { alignTable } from './read/align.ts';
import { noRoles, type DeclaredRoles } from './table/roles.ts';
import { everyRow, type Table } from './table/table.ts';
import { compareVariables, type VariableComparison } from './utility/compare-variables.ts';
import { compareCorrelations, type Correlations } from './utility/correlations.ts';
import { measureUtility } from './utility/registry.ts';
import type { MetricResult } from './verdict/metric.ts';

export interface EvaluateOptions {
  readonly ncp: number;
  readonly weights?: Readonly<Record<string, number>>;
  /** Row i of the synthetic file was made from row i of the original. */
  readonly paired: boolean;
  /** Which original each synthetic row was made for, where a generator left some out; `paired` is then not looked at. */
  readonly sources?: Int32Array;
  readonly search: NeighborSearch;
  /** What was declared about the study; the survival measures read it. */
  readonly roles?: DeclaredRoles;
}

export interface Evaluation {
  readonly rows: number;
  readonly syntheticRows: number;
  /** Axes the headline metrics were measured in. */
  readonly axes: number;
  readonly metrics: readonly MetricResult[];
  readonly variables: readonly VariableComparison[];
  readonly correlations: Correlations | null;
  /** Kept for the views; holds per-patient values. */
  readonly evidence: PrivacyEvidence;
  /** Columns of the synthetic file that the original has not. */
  readonly ignored: readonly string[];
  readonly timings: Timings;
}

/**
 * @throws SosieError E40 a column is missing, E41 paired with unequal rows, E42 fewer than two rows, E43 no column
 */
export async function evaluate(
  original: Table,
  synthetic: Table,
  options: EvaluateOptions,
  control: RunControl = {},
): Promise<Evaluation> {
  const { table: aligned, ignored } = alignTable(original, synthetic);
  if (original.columns.length === 0) throw new SosieError('E43');
  if (original.rowCount < 2) throw new SosieError('E42', { rows: original.rowCount });
  if (aligned.rowCount < 1) throw new SosieError('E42', { rows: aligned.rowCount });
  const { ncp, weights, search, sources } = options;
  const paired = options.paired && sources === undefined;
  if (paired && original.rowCount !== aligned.rowCount) {
    throw new SosieError('E41', { original: original.rowCount, synthetic: aligned.rowCount });
  }
  const watch = stopwatch();
  const enter = (stage: 'privacy' | 'utility'): void => {
    watch.enter(stage);
    control.onProgress?.(stage, 0, 1);
  };
  enter('privacy');
  await pause(control.signal);
  const pairs = sources ?? (paired ? everyRow(original.rowCount) : null);
  const evidence = await gatherEvidence(
    original,
    aligned,
    { ncp, pairs, search, ...(weights && { weights }) },
    control,
  );
  const metrics = measurePrivacy(evidence);
  enter('utility');
  await pause(control.signal);
  const variables = compareVariables(original, aligned);
  const correlations = compareCorrelations(original, aligned);
  control.onProgress?.('utility', 1, 1);
  return {
    rows: original.rowCount,
    syntheticRows: aligned.rowCount,
    axes: evidence.space.axes.original.dimensions,
    metrics: [
      ...metrics,
      ...measureUtility({ original, synthetic: aligned, variables, roles: options.roles ?? noRoles }),
    ],
    variables,
    correlations,
    evidence,
    ignored,
    timings: watch.stop(),
  };
}
