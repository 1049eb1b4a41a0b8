/** One line of the utility table: what is compared, which way is better, its range and its value. */
import type { Table } from '../../table/table.ts';
import type { RandomSource } from '../../numeric/random.ts';

export type Objective = 'max' | 'min';

export interface SubmetricValue {
  readonly submetric: string;
  /** `null`: nothing to measure, for the reason given. */
  readonly value: number | null;
  readonly reason?: UtilityReason;
  /** Further figures worth showing beside the value, by name. */
  readonly detail?: Readonly<Record<string, number | null>>;
}

/** Why a line has no value. */
export type UtilityReason =
  | 'no-number'
  | 'no-level'
  | 'fewer-than-two-numbers'
  | 'fewer-than-two-levels'
  | 'no-target'
  | 'target-not-usable'
  | 'too-few-rows'
  | 'infinite';

export interface UtilityContext {
  /** The variable to predict, if one was declared. */
  readonly target?: string;
  readonly random: RandomSource;
  readonly repeats: number;
  readonly folds: number;
  readonly signal?: AbortSignal;
}

export interface UtilityMeasure {
  readonly id: string;
  readonly objective: Objective;
  readonly range: readonly [low: number, high: number | null];
  readonly submetrics: readonly string[];
  /** Learns models: seconds rather than milliseconds. */
  readonly learns?: boolean;
  readonly measure: (
    original: Table,
    synthetic: Table,
    context: UtilityContext,
  ) => readonly SubmetricValue[] | Promise<readonly SubmetricValue[]>;
}

/** Mean of the figures that exist; `null` without any. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A value, or why there is none. */
export const figure = (
  submetric: string,
  value: number | null,
  reason: UtilityReason,
  detail?: SubmetricValue['detail'],
): SubmetricValue => ({
  submetric,
  value,
  ...(value === null ? { reason } : {}),
  ...(detail === undefined ? {} : { detail }),
});
