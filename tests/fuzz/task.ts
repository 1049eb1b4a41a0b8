/** What passes between the search and its threads. */
import type { Trial } from './fuzz.ts';

export interface Task {
  readonly seed: number;
  /** Inputs `first`, `first + step`... below `last`. */
  readonly first: number;
  readonly last: number;
  readonly step: number;
  /** One format only; `''` for all. */
  readonly only: string;
  /** Without the reference folder. */
  readonly own: boolean;
}

export type Progress =
  | { readonly kind: 'begin'; readonly index: number }
  | { readonly kind: 'end'; readonly index: number; readonly format: Trial['format']; readonly milliseconds: number }
  | { readonly kind: 'found'; readonly trial: Trial }
  | { readonly kind: 'done' };
