/**
 * The neighbour kernel in plain TypeScript: the same operations in the same order, each rounded to float32, so the
 * proposals are the same, bit for bit. It says what the WebAssembly must do, and is what it is tested against.
 */
import type { BandProposal, Float32Rows, LoadedKernel, NearestProposal, NeighborKernel } from './kernel.ts';

export const twinKernel: NeighborKernel = {
  name: 'twin',
  load: (points) => new TwinPoints({ ...points, values: points.values.slice() }),
};

class TwinPoints implements LoadedKernel {
  readonly #points: Float32Rows;

  constructor(points: Float32Rows) {
    this.#points = points;
  }

  nearest(queries: Float32Rows, keep: number): NearestProposal {
    const indices = new Int32Array(2 * queries.count * keep);
    const squares = new Float32Array(indices.buffer);
    for (let pair = 0; pair < indices.length; pair += 2) {
      indices[pair] = -1;
      squares[pair + 1] = Infinity;
    }
    for (let query = 0; query < queries.count; query++) {
      const first = 2 * query * keep;
      const last = first + 2 * keep - 2;
      for (let point = 0; point < this.#points.count; point++) {
        const square = squareInFloat32(this.#points, point, queries, query);
        if (!(square < squares[last + 1]!)) continue;
        let at = last;
        for (; at > first && squares[at - 1]! > square; at -= 2) {
          squares[at + 1] = squares[at - 1]!;
          indices[at] = indices[at - 2]!;
        }
        squares[at + 1] = square;
        indices[at] = point;
      }
    }
    return { indices, squares };
  }

  band(queries: Float32Rows, lows: Float32Array, highs: Float32Array, capacity: number): BandProposal {
    const below = new Int32Array(queries.count);
    const sizes = new Int32Array(queries.count);
    const found = new Int32Array(queries.count * capacity);
    for (let query = 0; query < queries.count; query++) {
      const low = lows[query]!;
      const high = highs[query]!;
      let size = 0;
      for (let point = 0; point < this.#points.count; point++) {
        const square = squareInFloat32(this.#points, point, queries, query);
        if (square < low) below[query]!++;
        else if (square <= high) {
          if (size < capacity) found[query * capacity + size] = point;
          size++;
        }
      }
      sizes[query] = size;
    }
    return { below, sizes, found };
  }
}

function squareInFloat32(points: Float32Rows, point: number, queries: Float32Rows, query: number): number {
  const { dimensions, values } = points;
  let sum = 0;
  for (let axis = 0; axis < dimensions; axis++) {
    const difference = Math.fround(values[point * dimensions + axis]! - queries.values[query * dimensions + axis]!);
    sum = Math.fround(sum + Math.fround(difference * difference));
  }
  return sum;
}
