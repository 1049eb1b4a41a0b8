/**
 * The one policy: what a file must show before it may leave, line by line, with two bounds each, who set them and why.
 *
 * All thresholds stand in `policy.json`, shown in full in the app and copied into the report; changing one makes a new
 * version. Nothing else in the engine, the page or the command line compares a figure with a bound.
 *
 * For each line: exportable up to (or from) its first bound, a reservation up to its second one, serious beyond. The second
 * bound equals the first where there is no reservation zone, and is `null` where the line is never serious. Only four
 * lines may block.
 *
 * In the open-data preset an excess whose first bound equals or passes 5 % has no reservation zone (privacy.md 6.3): ours
 * to read as the excesses of A5 and A7, not as rates at a given false-positive rate.
 *
 * Source: privacy.md 6.2, 6.3. The lines set by Sosie are provisional.
 */
import { type DecisionLine, type Preset, presets } from './decision.ts';
import type { RunKind } from './metric.ts';
import shipped from './policy.json' with { type: 'json' };
import { isStatistic } from './statistics.ts';

/** One bound for all presets, or one for each. `null`: no such bound. */
export type Bound = number | null | Readonly<Record<Preset, number | null>>;

export interface PolicyLine {
  readonly id: string;
  /** The metric it reads; `null` for a fact of the file, of its columns or of the settings. */
  readonly metric: string | null;
  /** Which figure: see `statistics.ts`. */
  readonly statistic: string;
  readonly run: RunKind | null;
  readonly rule: '<=' | '>=';
  readonly unit: NonNullable<DecisionLine['unit']>;
  readonly exportable: Bound;
  readonly reservation: Bound;
  /** Beyond its second bound there is no file at all. */
  readonly blocks?: boolean;
  /** Presets that have this line; all when absent. */
  readonly only?: readonly Preset[];
  /** Presets in which the test may be left out; elsewhere, not run is serious. Absent: the audit always runs it. */
  readonly optional?: readonly Preset[];
  /** Under this value, exportable only when these lines are. */
  readonly needs?: { readonly below: number; readonly lines: readonly string[] };
  /** The line read instead when this one cannot be measured for one of these reasons. */
  readonly standIn?: { readonly line: string; readonly reasons: readonly string[] };
  /** Read only where it stands in for another. */
  readonly onlyAsStandIn?: boolean;
  /** Keys a sentence, `setBy.<code>`. */
  readonly setBy: string;
  /** The evidence, in a few words. */
  readonly why: string;
  readonly source: string;
}

export interface PolicyPreset {
  /** Risk that the anchored bounds come from. */
  readonly anchor: number;
  /** Patients under which a level, or an end of a numeric column, is rare. */
  readonly levelFloor: number;
  /** Whether the report shows how likely an attack is, or takes it as certain. */
  readonly attackProbability: string;
  readonly setBy: string;
}

export interface Policy {
  readonly version: string;
  readonly date: string;
  readonly presets: Readonly<Record<Preset, PolicyPreset>>;
  readonly lines: readonly PolicyLine[];
}

/** The only lines that can block, whatever a policy says. Source: privacy.md 6.1. */
export const blockingLines = ['checked-identifiers', 'free-text', 'rows', 'audit'] as const;

export const boundUnder = (bound: Bound, preset: Preset): number | null =>
  typeof bound === 'object' && bound !== null ? bound[preset] : bound;

/**
 * A policy read from JSON, with what its type cannot say.
 * @throws TypeError that names the line at fault
 */
export function checkPolicy(given: Policy): Policy {
  const refuse = (what: string): never => {
    throw new TypeError(`policy ${given.version}: ${what}`);
  };
  if (!/^\d+(\.\d+)*$/.test(given.version)) refuse('no version');
  if (!/^\d{4}-\d\d-\d\d$/.test(given.date)) refuse('no date');
  const ids = given.lines.map(({ id }) => id);
  const blocking: ReadonlySet<string> = new Set(blockingLines);
  for (const preset of presets) {
    if (!(given.presets[preset].levelFloor >= 1)) refuse(`no floor of levels for ${preset}`);
  }
  for (const id of blockingLines) if (!ids.includes(id)) refuse(`the line ${id} is missing`);
  for (const line of given.lines) {
    const { id, rule, needs, standIn } = line;
    if (ids.indexOf(id) !== ids.lastIndexOf(id)) refuse(`the line ${id} stands twice`);
    if (rule !== '<=' && rule !== '>=') refuse(`the line ${id} has no rule`);
    if ((line.blocks ?? false) !== blocking.has(id))
      refuse(`the line ${id} may ${line.blocks ? 'not block' : 'block'}`);
    if (!isStatistic(line.statistic, line.metric)) refuse(`the line ${id} reads no known figure`);
    if (!line.setBy || !line.why || !line.source) refuse(`the line ${id} does not say who set it, why, or its source`);
    for (const other of [...(needs?.lines ?? []), ...(standIn ? [standIn.line] : [])]) {
      if (!ids.includes(other)) refuse(`the line ${id} names ${other}, which does not exist`);
    }
    for (const preset of line.only ?? presets) {
      const first = boundUnder(line.exportable, preset);
      const second = boundUnder(line.reservation, preset);
      if (first === null || !Number.isFinite(first)) refuse(`the line ${id} has no bound for ${preset}`);
      else if (second !== null && (rule === '<=' ? second < first : second > first)) {
        refuse(`the bounds of the line ${id} are in the wrong order for ${preset}`);
      }
    }
  }
  return given;
}

/** The policy shipped with the app. */
export const policy: Policy = checkPolicy(shipped as Policy);
