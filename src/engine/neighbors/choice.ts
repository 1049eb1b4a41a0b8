/**
 * A tree or every pair? In few dimensions and many points the tree looks at a few hundred boxes and points a query,
 * whatever the file; in many dimensions it ends up looking at most of them, each dearer than a pair measured in a row.
 *
 *   the tree when    n >= c x 80 x 1.6^D         c: pairs that are measured in the time of one look at the tree
 *
 * 80 x 1.6^D is about what a query looks at (k 20, clustered coordinates: 260 at D 3, 870 at D 5, from 25 000 to 100 000
 * points); c is 2 for the plain search and 32 for the WASM kernel, measured: `tests/bench`, "tree". The estimate is then
 * checked: where the queries answered so far looked at more than n / c each, every pair is measured from there on. Looks
 * are counted, not timed, and the answer is the same either way.
 *
 * The first block is always answered by measuring: a search of few queries builds nothing.
 * Source: design.md 4 (a small cost model chooses).
 */
import type { BlockSearch, PrepareBlocks, QueryBlock } from './blocks.ts';
import { searchInBlocks } from './blocks.ts';
import { plainBlocks, plainBudget } from './plain.ts';
import type { CloserResult, NearestResult, NeighborSearch, Points } from './search.ts';
import { TreeBlocks } from './tree-search.ts';

/** Pairs measured in the time of one look at the tree. */
export const pairsPerLook = { plain: 2, kernel: 32 } as const;

/** Whether the tree is worth a try. */
export const suitsTree = ({ count, dimensions }: Points, pairs: number): boolean =>
  count >= pairs * 80 * 1.6 ** dimensions;

/** The search of the calling thread without kernels. */
export const soloSearch = (): NeighborSearch =>
  searchInBlocks('plain', withTree(plainBlocks, pairsPerLook.plain), plainBudget);

/** The search that measures every pair, or the tree where it is faster. */
export const withTree =
  (prepare: PrepareBlocks, pairs: number): PrepareBlocks =>
  (points) =>
    suitsTree(points, pairs) ? new ChosenBlocks(points, prepare(points), pairs) : prepare(points);

/** Either question has its own look at what the tree costs. */
class ChosenBlocks implements BlockSearch {
  readonly #points: Points;
  readonly #pairwise: BlockSearch;
  readonly #mostLooks: number;
  readonly #nearest = new Trial();
  readonly #closer = new Trial();
  #tree: TreeBlocks | null = null;
  #asked = 0;

  constructor(points: Points, pairwise: BlockSearch, pairs: number) {
    this.#points = points;
    this.#pairwise = pairwise;
    this.#mostLooks = points.count / pairs;
  }

  nearest(block: QueryBlock, k: number, excludeSame: boolean): NearestResult {
    return this.#ask(this.#nearest, block, (search) => search.nearest(block, k, excludeSame));
  }

  countCloser(block: QueryBlock): CloserResult {
    return this.#ask(this.#closer, block, (search) => search.countCloser(block));
  }

  #ask<T>(trial: Trial, block: QueryBlock, answer: (search: BlockSearch) => T): T {
    if (this.#asked++ === 0 || trial.looks > this.#mostLooks * trial.queries) return answer(this.#pairwise);
    this.#tree ??= new TreeBlocks(this.#points);
    const before = this.#tree.looks;
    const found = answer(this.#tree);
    trial.looks += this.#tree.looks - before;
    trial.queries += block.count;
    return found;
  }
}

class Trial {
  looks = 0;
  queries = 0;
}
