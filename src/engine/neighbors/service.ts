/** The worker's side of a pooled search: answers blocks of queries about the point sets it was given. */
import type { BlockSearch, PrepareBlocks, QueryBlock } from './blocks.ts';
import type { CloserResult, NearestResult, Points } from './search.ts';

export class BlockService {
  readonly #prepare: PrepareBlocks;
  readonly #open = new Map<number, BlockSearch>();

  constructor(prepare: PrepareBlocks) {
    this.#prepare = prepare;
  }

  /** Keeps a reference to the points until `close`. */
  open(job: number, points: Points): void {
    this.#open.set(job, this.#prepare(points));
  }

  nearest(job: number, block: QueryBlock, k: number, excludeSame: boolean): NearestResult {
    return this.#search(job).nearest(block, k, excludeSame);
  }

  countCloser(job: number, block: QueryBlock): CloserResult {
    return this.#search(job).countCloser(block);
  }

  close(job: number): void {
    this.#open.delete(job);
  }

  #search(job: number): BlockSearch {
    const search = this.#open.get(job);
    if (!search) throw new Error(`job ${job} is not open`);
    return search;
  }
}
