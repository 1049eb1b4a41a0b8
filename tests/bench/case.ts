/** What a benchmark is: contenders doing the same job, the first one being the baseline. */
import type { NeighborSearch } from '../../src/engine/neighbors/search.ts';

/** Where a case runs: Node, or a worker of a real Chromium. */
export interface Realm {
  readonly name: 'node' | 'chromium';
  /** The pooled search over this many workers; they are started once and kept. */
  pool(workers: number): NeighborSearch;
}

export interface Contender {
  readonly name: string;
  /** Does `share` of the job. */
  run(): unknown;
  /** Part of the job that one run does (1 by default): slow baselines do less, and their time is scaled up. */
  readonly share?: number;
}

export interface BenchCase {
  /** Subject and size: "nearest, k 20: 25 000 x 5". */
  readonly title: string;
  /** Makes the data and the contenders, baseline first. Not measured. Must run in any realm: no Node, no DOM. */
  prepare(realm: Realm): Contender[] | Promise<Contender[]>;
}

export interface BenchRow {
  readonly title: string;
  readonly realm: string;
  readonly contender: string;
  /** Median time of the whole job, in milliseconds. */
  readonly milliseconds: number;
  readonly scaled: boolean;
  /** How many times faster than the baseline. */
  readonly ratio: number;
}
