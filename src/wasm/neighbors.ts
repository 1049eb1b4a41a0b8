/**
 * The WebAssembly neighbour kernel: compiles it, lays out its memory, calls it.
 *
 * One instance and one memory for each set of points; both are freed with the `LoadedKernel`. Memory, from `base`:
 * points in groups of 8 (padded with +Infinity), then the working area of the call at hand: queries in groups of 4,
 * scratch, and the answer. Bytes: 4 D (n + 7) for the points, plus 4 q (D + 2 keep) or 4 q (D + 4 + capacity) for a
 * call of q queries.
 *
 * Not validated: see `kernel.ts`. Call it with some 256 queries at a time: an engine replaces the first, slow code
 * between calls, not within one.
 */
import type { BandProposal, Float32Rows, LoadedKernel, NearestProposal, NeighborKernel } from './kernel.ts';
import bytes from './neighbors.bytes.ts';

interface KernelExports {
  nearest(
    points: number,
    groups: number,
    dimensions: number,
    tile: number,
    queries: number,
    queryGroups: number,
    keep: number,
    keys: number,
    scratch: number,
  ): void;
  band(
    points: number,
    groups: number,
    dimensions: number,
    tile: number,
    queries: number,
    queryGroups: number,
    lows: number,
    highs: number,
    below: number,
    sizes: number,
    found: number,
    capacity: number,
  ): void;
}

const pageBytes = 65536;
const base = 1024;
const scratchBytes = 32;

/** The float32 Infinity, as an integer. */
const infinityBits = 0x7f800000;

/** Bytes of points in a tile: half a first cache of 32 KiB. */
const tileBytes = 16384;

let compiled: WebAssembly.Module | null | undefined;

/** The kernel, or `null` where WebAssembly SIMD is missing. */
export function wasmKernel(): NeighborKernel | null {
  compiled ??= compile();
  const module = compiled;
  return module && { name: 'wasm', load: (points) => new WasmPoints(module, points) };
}

function compile(): WebAssembly.Module | null {
  const binary = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
  return WebAssembly.validate(binary) ? new WebAssembly.Module(binary) : null;
}

class WasmPoints implements LoadedKernel {
  readonly #memory: WebAssembly.Memory;
  readonly #exports: KernelExports;
  readonly #dimensions: number;
  readonly #groups: number;
  readonly #tile: number;
  readonly #work: number;

  constructor(module: WebAssembly.Module, points: Float32Rows) {
    this.#dimensions = points.dimensions;
    this.#groups = Math.ceil(points.count / 8);
    this.#tile = Math.max(1, Math.floor(tileBytes / (32 * points.dimensions)));
    this.#work = base + 32 * this.#groups * points.dimensions;
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(this.#work / pageBytes) + 4 });
    this.#exports = new WebAssembly.Instance(module, { env: { memory: this.#memory } })
      .exports as unknown as KernelExports;
    pack(points, 8, this.#floats(base, 8 * this.#groups * points.dimensions).fill(Infinity));
  }

  nearest(queries: Float32Rows, keep: number): NearestProposal {
    const { at, padded, end } = this.#layout(queries);
    const keys = 8 * Math.ceil(end / 8);
    const cells = padded * keep;
    this.#place(queries, at, keys + 8 * cells);
    const pairs = this.#integers(keys, 2 * cells);
    for (let cell = 0; cell < 2 * cells; cell += 2) {
      pairs[cell] = -1;
      pairs[cell + 1] = infinityBits;
    }
    this.#exports.nearest(base, this.#groups, this.#dimensions, this.#tile, at, padded / 4, keep, keys, this.#work);
    const used = 2 * queries.count * keep;
    return { indices: this.#integers(keys, used), squares: this.#floats(keys, used) };
  }

  band(queries: Float32Rows, lows: Float32Array, highs: Float32Array, capacity: number): BandProposal {
    const { at, padded, end } = this.#layout(queries);
    const highsAt = end + 4 * padded;
    const belowAt = highsAt + 4 * padded;
    const sizesAt = belowAt + 4 * padded;
    const foundAt = sizesAt + 4 * padded;
    this.#place(queries, at, foundAt + 4 * padded * capacity);
    this.#floats(end, padded).fill(-1).set(lows);
    this.#floats(highsAt, padded).fill(-1).set(highs);
    this.#integers(belowAt, 2 * padded).fill(0);
    this.#exports.band(
      base,
      this.#groups,
      this.#dimensions,
      this.#tile,
      at,
      padded / 4,
      end,
      highsAt,
      belowAt,
      sizesAt,
      foundAt,
      capacity,
    );
    return {
      below: this.#integers(belowAt, queries.count),
      sizes: this.#integers(sizesAt, queries.count),
      found: this.#integers(foundAt, queries.count * capacity),
    };
  }

  /** Where the queries go, how many they are once padded, and where the answer may start. */
  #layout(queries: Float32Rows): { at: number; padded: number; end: number } {
    const padded = 4 * Math.ceil(queries.count / 4);
    const at = this.#work + scratchBytes;
    return { at, padded, end: at + 4 * padded * this.#dimensions };
  }

  #place(queries: Float32Rows, at: number, end: number): void {
    const missing = end - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / pageBytes));
    const padded = 4 * Math.ceil(queries.count / 4);
    pack(queries, 4, this.#floats(at, padded * this.#dimensions).fill(0));
  }

  #floats(at: number, length: number): Float32Array {
    return new Float32Array(this.#memory.buffer, at, length);
  }

  #integers(at: number, length: number): Int32Array {
    return new Int32Array(this.#memory.buffer, at, length);
  }
}

/** Rows into groups of `lanes` rows, axis by axis: `target[(group * D + axis) * lanes + lane]`. */
function pack({ count, dimensions, values }: Float32Rows, lanes: number, target: Float32Array): void {
  for (let row = 0; row < count; row++) {
    const lane = row % lanes;
    const start = (row - lane) * dimensions + lane;
    for (let axis = 0; axis < dimensions; axis++) target[start + axis * lanes] = values[row * dimensions + axis]!;
  }
}
