/**
 * The distances of the attacks, fitted on members and controls together: the attacker knows nothing that tells one
 * from the other. A generator never sees them.
 *
 * - *coded* (`coded-space.ts`): Euclidean distance of the coded rows of the analysis;
 * - *plain*: the same with levels as plain 0/1, so that a rare level weighs no more than another;
 * - *Gower* (`gower-space.ts`): sum over columns of |x - y| / range, or 0/1 where levels differ.
 *
 * Source: privacy.md 3.0; an attacker picks his distance, so A3 tries the first and the last, A5 all three, and the
 * larger result is kept.
 */
import type { NearestRequest, NearestResult, Points, SearchControl } from '../../neighbors/search.ts';
import type { Table } from '../../table/table.ts';

export type SpaceId = 'coded' | 'plain' | 'gower';

export interface AttackSpace {
  readonly id: SpaceId;
  /** All columns, or only those named. */
  on(columns?: readonly string[]): AttackView;
}

/** The dimensions `from` to `to` - 1 of the points are this column. */
export interface AttackPart {
  readonly column: string;
  readonly from: number;
  readonly to: number;
}

/** Tables as points of a space restricted to some columns, and the search that goes with its distance. */
export interface AttackView {
  readonly parts: readonly AttackPart[];
  /** Not to be changed: the same table gives the same points. */
  points(table: Table): Points;
  nearest(request: NearestRequest, control?: SearchControl): Promise<NearestResult>;
}
