/** The WebAssembly kernel against its plain twin: the same proposals, bit for bit. */
import { describe, expect, it } from 'vitest';
import type { Points } from '../../../src/engine/neighbors/search.ts';
import { makeFrame, toFrame } from '../../../src/wasm/frame.ts';
import type { BandProposal } from '../../../src/wasm/kernel.ts';
import { wasmKernel } from '../../../src/wasm/neighbors.ts';
import { twinKernel } from '../../../src/wasm/neighbors.twin.ts';
import { pointCases, sameBits } from '../../support/points.ts';

const wasm = wasmKernel()!;

/** What is meant to be read of a band: beyond its size a list holds anything. */
const listed = ({ below, sizes, found }: BandProposal, capacity: number) => ({
  below: below.slice(),
  sizes: sizes.slice(),
  found: Int32Array.from(
    Array.from(sizes).flatMap((size, q) => [...found.subarray(q * capacity, q * capacity + Math.min(size, capacity))]),
  ),
});

function compare(points: Points, queries: Points, keep: number): void {
  const frame = makeFrame(points);
  const rows = toFrame(frame, points.count, points.values);
  const asked = toFrame(frame, queries.count, queries.values);
  const fast = wasm.load(rows);
  const plain = twinKernel.load(rows);
  const proposed = plain.nearest(asked, keep);
  expect(sameBits(fast.nearest(asked, keep), proposed)).toBe(true);

  const lows = new Float32Array(queries.count);
  const highs = new Float32Array(queries.count);
  for (let q = 0; q < queries.count; q++) {
    const square = proposed.squares[2 * (q * keep + (q % keep)) + 1]!;
    lows[q] = Number.isFinite(square) ? square : 0;
    highs[q] = Math.min(3e38, lows[q]! * (1 + (q % 3)) + (q % 2));
  }
  for (const capacity of [1, 7, points.count]) {
    const expected = listed(plain.band(asked, lows, highs, capacity), capacity);
    expect(sameBits(listed(fast.band(asked, lows, highs, capacity), capacity), expected)).toBe(true);
  }
}

describe('the kernel proposes what its twin proposes', () => {
  for (const [count, dimensions, keep] of [
    [1, 1, 1],
    [7, 2, 9],
    [8, 3, 8],
    [61, 1, 20],
    [130, 5, 28],
    [203, 13, 3],
    [97, 60, 28],
  ] as const) {
    for (const { name, points, queries } of pointCases(count, dimensions, 1000 + count)) {
      it(`${name}, ${count} x ${dimensions}, keep ${keep}`, () => {
        compare(points, points, keep);
        compare(points, queries, keep);
      });
    }
  }

  it('more queries than points, and a number of queries that is not a multiple of 4', () => {
    const { points } = pointCases(33, 4, 5)[0]!;
    const { queries } = pointCases(259, 4, 6)[0]!;
    compare(points, queries, 12);
  });

  it('answers again after its memory has grown, and leaves the points alone', () => {
    const { points, queries } = pointCases(300, 6, 9)[0]!;
    const frame = makeFrame(points);
    const rows = toFrame(frame, points.count, points.values);
    const asked = toFrame(frame, queries.count, queries.values);
    const before = rows.values.slice();
    const loaded = wasm.load(rows);
    const first = structuredClone(loaded.nearest(asked, 5));
    loaded.nearest(asked, 300);
    loaded.band(asked, new Float32Array(300), new Float32Array(300).fill(1), 2048);
    expect(loaded.nearest(asked, 5).indices).toEqual(first.indices);
    expect(rows.values).toEqual(before);
  });
});
