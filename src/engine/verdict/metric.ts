/** A metric's result, the same for the screen, the report and the command line. */

/** The three criteria of WP29 opinion 05/2014 (singling out, linkability, inference), and utility. */
export type Criterion = 'singling-out' | 'linkability' | 'inference' | 'utility';

/** A bar to reach. Strict: a value equal to the target does not reach it. */
export interface Target {
  readonly rule: '>' | '<';
  readonly value: number;
  /** Who set it; keys a sentence (`target.<by>`). */
  readonly by: 'vendor-indicative' | 'sosie';
}

export interface MetricResult {
  readonly id: string;
  readonly criterion: Criterion;
  /** Full precision; `null` when not measurable. */
  readonly value: number | null;
  readonly target: Target | null;
  readonly applicable: boolean;
  /** Why it is not measurable: keys a sentence (`reason.<code>`). */
  readonly reason: string | null;
  /** Further figures: tails, tie rules, per-row vectors (command line only). Plain JSON. */
  readonly detail: Readonly<Record<string, unknown>>;
}

export type TargetState = 'met' | 'not-met' | 'not-measurable';

/** Strict comparison at full precision. A metric without target, or not measurable, is neither met nor missed. */
export function targetState(metric: MetricResult): TargetState {
  if (!metric.applicable || metric.value === null || metric.target === null) return 'not-measurable';
  const { rule, value } = metric.target;
  return (rule === '>' ? metric.value > value : metric.value < value) ? 'met' : 'not-met';
}
