/**
 * What every attack against held-out patients is made of.
 *
 * A *round* is one draw of the game: members (patients given to the generator), controls (patients it never saw) and the
 * synthetic file made from the members. An attack tallies each round, then concludes over all of them: scores pooled, a
 * control patient drawn several times counted once (privacy.md 3.0).
 *
 * Percentages are 0 to 100, areas under a curve 0 to 1.
 */
import type { NeighborSearch, SearchControl } from '../../neighbors/search.ts';
import type { RandomSource } from '../../numeric/random.ts';
import type { DeclaredRoles } from '../../table/roles.ts';
import type { Table } from '../../table/table.ts';
import type { MetricResult } from '../../verdict/metric.ts';
import type { AttackSpace } from './space.ts';

export interface Round {
  readonly members: Table;
  readonly controls: Table;
  readonly synthetic: Table;
  /** Which patient of the whole file each row is, so that one drawn several times is known again. */
  readonly memberIds: Int32Array;
  readonly controlIds: Int32Array;
  /** Whose distances are measured, as rows, where that of everybody would take too long; everybody when absent. */
  readonly attacked?: { readonly members: Int32Array; readonly controls: Int32Array };
  /** Fitted on members and controls together. An attacker picks his distance. */
  readonly spaces: { readonly coded: AttackSpace; readonly plain: AttackSpace; readonly gower: AttackSpace };
  /** The coded distance with blanks at the mean and no indicator: what the golden values of privacy.md 12.3 are written in. */
  readonly filled: AttackSpace;
}

export interface AttackTools {
  readonly roles: DeclaredRoles;
  readonly search: NeighborSearch;
  /** The audit's own random numbers, one source a round and an attack: never the release's. */
  readonly random: RandomSource;
  /** How many rounds there will be: what is repeated within a round can be repeated less. 1 when absent. */
  readonly rounds?: number;
  readonly signal?: AbortSignal;
  /** Share of this attack's work on the round that is done. */
  readonly onProgress?: (share: number) => void;
}

/** For a step that takes an attack from one share of its work to another. */
export const stepControl = ({ signal, onProgress }: AttackTools, from = 0, to = 1): SearchControl => ({
  ...(signal && { signal }),
  ...(onProgress && {
    onProgress: (done: number, total: number) => onProgress(from + ((to - from) * done) / Math.max(1, total)),
  }),
});

/** A set of patients that is looked at apart (women, 65 and over, the most isolated...). */
export interface PatientGroup {
  readonly id: string;
  /** The column it comes from and how its level is written; `null` for groups made by Sosie (isolated, dense). */
  readonly column: string | null;
  readonly level: string;
  /** Holds 1 for the patients of the group, by patient of the whole file. */
  readonly holds: Uint8Array;
}

export interface Conclusion {
  readonly random: RandomSource;
  readonly groups: readonly PatientGroup[];
  readonly roles: DeclaredRoles;
  readonly signal?: AbortSignal;
}

/** An attack result before the orchestrator adds the run and the anchors. */
export type AttackResult = MetricResult;

export interface Attack<Tally = unknown> {
  readonly id: string;
  /** Reads one round. Heavy work goes here; yields to the event loop now and then (`pause`). */
  tally(round: Round, tools: AttackTools): Promise<Tally>;
  /** Figures over all rounds; one attack may give several metrics. `attack.run` is 'audit' and `anchors` null. */
  conclude(
    tallies: readonly Tally[],
    conclusion: Conclusion,
  ): readonly AttackResult[] | Promise<readonly AttackResult[]>;
}
