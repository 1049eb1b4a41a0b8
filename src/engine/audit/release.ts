/**
 * The tests of the very file to be exported: who could have given too much of himself to it (A1, A2), and what of the
 * original is still in it as it was (A9, A11, k-anonymity). No control group is needed.
 */
import type { Generation } from '../generate/generator.ts';
import type { Redraw } from '../generate/redraw.ts';
import type { Settings } from '../generate/settings.ts';
import type { NeighborSearch } from '../neighbors/search.ts';
import { type RandomSource, streamPurpose } from '../numeric/random.ts';
import { dominance } from '../privacy/release/dominance.ts';
import { leaveOneOut } from '../privacy/release/leave-one-out.ts';
import { totalCoefficients } from '../privacy/release/total-coefficients.ts';
import type { DeclaredRoles } from '../table/roles.ts';
import type { Table } from '../table/table.ts';
import type { MetricResult } from '../verdict/metric.ts';
import { fileTests } from './file-tests.ts';
import type { AuditStep } from './stages.ts';

export interface ReleaseInput {
  readonly table: Table;
  readonly settings: Settings;
  readonly roles: DeclaredRoles;
  readonly search?: NeighborSearch;
  readonly random: RandomSource;
  readonly generation: Generation;
}

export interface ReleaseControl {
  readonly signal?: AbortSignal;
  readonly onProgress?: (step: AuditStep, share: number) => void;
}

export interface ReleaseOutcome {
  readonly metrics: readonly MetricResult[];
  readonly exposure: Float64Array | null;
}

export async function releaseTests(input: ReleaseInput, control: ReleaseControl = {}): Promise<ReleaseOutcome> {
  const { table, settings, roles, search, random, generation } = input;
  const { redraw } = generation;
  control.onProgress?.('leave-one-out', 0);
  const drawn =
    redraw === undefined
      ? null
      : {
          dominance: withTotals(dominance(redraw), redraw, settings, random.derive(2)),
          leaveOneOut: await leaveOneOut(redraw, {
            random: random.derive(0),
            ...(search && { search }),
            ...(control.signal && { signal: control.signal }),
            onProgress: (share: number) => control.onProgress?.('leave-one-out', share),
          }),
        };
  const file = fileTests(table, generation.table, roles, random.derive(1));
  const perRow = drawn?.leaveOneOut.detail.perRow;
  return {
    metrics: drawn === null ? [...withoutDonors, ...file] : [drawn.dominance, drawn.leaveOneOut, ...file],
    exposure: perRow instanceof Float64Array ? perRow : null,
  };
}

/** What a donor counts for in all, where the generator adds more to the barycentre than its weights say. */
function withTotals(metric: MetricResult, redraw: Redraw, { generator, ingredients }: Settings, random: RandomSource) {
  if (!metric.applicable || generator !== 'reinforced' || !ingredients.localCovariance) return metric;
  const totals = totalCoefficients(redraw, random.stream(streamPurpose.audit, 0));
  return { ...metric, detail: { ...metric.detail, totalCoefficients: totals } };
}

/** A generator that blends no donor, or a file made elsewhere: there is nothing to draw again. */
export const withoutDonors: readonly MetricResult[] = ['dominance', 'leave-one-out'].map((id) => ({
  id,
  criterion: 'singling-out',
  value: null,
  target: null,
  applicable: false,
  reason: 'no-donors',
  detail: {},
}));
