/**
 * How the avatars were drawn, kept in worker memory so that the tests of dominance (A1) and leave-one-out (A2) can look
 * at the donors and draw again. It says who became whom: it never leaves the worker.
 */
import type { Points } from '../neighbors/search.ts';
import type { RandomStream } from '../numeric/random.ts';

export interface Redraw {
  /** Row coordinates of every original on all axes of the generator (left-out patients too). */
  readonly coordinates: Points;
  /** The avatars as coordinates, before decoding and rounding, in the order of `Generation.sources`. */
  readonly avatars: Points;
  /** The patient each avatar was made for (`Generation.sources`). */
  readonly sources: Int32Array;
  /** How many donors each avatar has. */
  readonly k: number;
  /** `donors[a * (k + 1) + j]`: the k donors of avatar a, then the patient who would replace one of them; -1 = none. */
  readonly donors: Int32Array;
  /** `weights[a * k + j]`: share of donor j in avatar a, after the cap. */
  readonly weights: Float64Array;
  /**
   * Draws the coordinates of avatar `avatar` anew: fresh weights, fresh noise. With `without`, that patient is replaced
   * among the donors by the (k+1)th neighbour.
   */
  draw(avatar: number, without: number | null, random: RandomStream, out: Float64Array): void;
}
