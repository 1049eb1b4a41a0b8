/**
 * Whether a synthetic file may leave: facts in, one state out, line by line, from one versioned policy. No score.
 * The decision belongs to the controller: few certain things block, the rest is quarantine with a recorded derogation.
 *
 * Source: privacy.md 6.
 */
import type { Settings } from '../generate/settings.ts';
import type { MetricResult, RunKind } from './metric.ts';

/** How far the file will go. Same tests, other bars (privacy.md 6.3). */
export const presets = ['inside', 'partner', 'open'] as const;
export type Preset = (typeof presets)[number];

export type ReleaseState = 'exportable' | 'quarantine' | 'blocked' | 'teaching';
export type LineState = 'exportable' | 'reservation' | 'serious' | 'blocked' | 'not-measurable';

/** Everything a decision depends on. Gathered by the caller; nothing is assumed green. */
export interface Facts {
  readonly rows: number;
  readonly syntheticRows: number;
  readonly settings: Settings;
  /** The seven metrics, and every attack that ran. */
  readonly metrics: readonly MetricResult[];
  /** Of these very settings and table. */
  readonly audit: 'done' | 'not-run' | 'unfinished' | 'other-settings';
  /** Kept columns with direct identifiers whose check is valid, and kept free text. */
  readonly checkedIdentifiers: readonly string[];
  readonly freeText: readonly string[];
  /** Suspected identifiers that the user kept. */
  readonly dismissedIdentifiers: readonly string[];
  /** Columns of the synthetic file that match a certain pattern without check digit (telephone, e-mail, address...). */
  readonly identifierPatterns?: readonly string[];
  readonly genetic: readonly string[];
  /** Several rows a patient, not aggregated. */
  readonly repeatedPatients: boolean;
  readonly fixedSeed: boolean;
  /** Runs made of this source before the one shown; files of this source already released. */
  readonly attempts: number;
  readonly releases: number;
  /** Bundled data: no policy. */
  readonly teaching: boolean;
}

export interface DecisionLine {
  /** Keys its sentences: `policy.<id>`. */
  readonly id: string;
  /** The metric it reads, if any. */
  readonly metric: string | null;
  readonly run: RunKind | null;
  readonly state: LineState;
  /** What was compared, at full precision; `null` where there is nothing to measure. */
  readonly value: number | null;
  /** Its bounds under the preset: at most (or at least) this to be exportable, that to stay a reservation. */
  readonly exportable: number | null;
  readonly reservation: number | null;
  readonly rule: '<=' | '>=' | null;
  /** Who set it, as the policy writes it. */
  readonly setBy: string;
  /** Why it is not measurable, or what it counts: keys a sentence, `reason.<code>` of the policy, else of the metrics. */
  readonly reason: string | null;
  /** What the sentences need: counts, and columns by name. For the screen; never in a ledger. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** How the value and its bounds are written. */
  readonly unit?: 'area' | 'share' | 'percent' | 'count' | 'number' | 'yes-no';
  /** `false` where it does not weigh on the state: another line is read instead, or the preset leaves the test out. */
  readonly counts?: boolean;
  /** The line read instead of one that is not measurable. */
  readonly standIn?: string;
  /**
   * `false` where there are too few patients for what was compared to prove anything (`conclusive.ts`): the state stands,
   * but it must be shown as proving nothing, above all where it is `exportable`. Absent: conclusive, or not measured.
   */
  readonly conclusive?: false;
}

export interface Decision {
  readonly state: ReleaseState;
  /** In quarantine: the worst degree. */
  readonly degree: 'reservation' | 'serious' | null;
  readonly preset: Preset;
  readonly policyVersion: string;
  /** All lines, worst first. */
  readonly lines: readonly DecisionLine[];
}
