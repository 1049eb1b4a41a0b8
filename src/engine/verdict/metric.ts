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

/** Which run a figure comes from: some patients held out, the file to be released, or a pair of files made elsewhere. */
export type RunKind = 'audit' | 'release' | 'pair';

/** What every attack says beside its value, in the unit of the value. `null` where it has no meaning. */
export interface AttackFigures {
  readonly run: RunKind;
  /** The same figure on members (patients given to the generator) and on controls (patients it never saw). */
  readonly member: number | null;
  readonly control: number | null;
  /** 95 % interval of the value. */
  readonly interval: readonly [low: number, high: number] | null;
  readonly members: number;
  readonly controls: number;
  /** Attacks attempted, where that is not the number of members. */
  readonly attacks: number | null;
  /** Smallest effect it could have seen at these sizes, in the unit of the value. */
  readonly smallestEffect: number | null;
  /** The same attack on a file without any link between columns, and on a file of slightly blurred real rows. */
  readonly anchors: { readonly marginals: number | null; readonly copy: number | null } | null;
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
  /** For attacks only. */
  readonly attack?: AttackFigures;
}

export type TargetState = 'met' | 'not-met' | 'not-measurable';

/** Strict comparison at full precision. A metric without target, or not measurable, is neither met nor missed. */
export function targetState(metric: MetricResult): TargetState {
  if (!metric.applicable || metric.value === null || metric.target === null) return 'not-measurable';
  const { rule, value } = metric.target;
  return (rule === '>' ? metric.value > value : metric.value < value) ? 'met' : 'not-met';
}
