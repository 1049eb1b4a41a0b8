/** The error bound of the frame holds, and is not so wide as to be useless. */
import { describe, expect, it } from 'vitest';
import { squaredDistance } from '../../../src/engine/neighbors/distance.ts';
import { makeFrame, QueryBounds, toFrame } from '../../../src/wasm/frame.ts';
import { twinKernel } from '../../../src/wasm/neighbors.twin.ts';
import { cloud, pointCases } from '../../support/points.ts';

describe('kernel roots and framed distances are within the bound of one another', () => {
  for (const [count, dimensions] of [
    [90, 1],
    [90, 5],
    [60, 40],
  ] as const) {
    for (const { name, points, queries } of pointCases(count, dimensions, 3000 + count)) {
      it(`${name}, ${count} x ${dimensions}`, () => {
        const frame = makeFrame(points);
        const rows = toFrame(frame, count, queries.values);
        const { squares, indices } = twinKernel.load(toFrame(frame, count, points.values)).nearest(rows, count);
        for (let q = 0; q < count; q++) {
          const bounds = new QueryBounds(rows, q);
          if (!bounds.usable) continue;
          for (let r = q * count; r < (q + 1) * count; r++) {
            const root = Math.sqrt(squares[2 * r + 1]!);
            const square = squaredDistance(queries.values, q, points.values, indices[2 * r]!, dimensions);
            const distance = Math.sqrt(square) * frame.scale;
            const holds =
              distance <= bounds.furthest(root) &&
              root <= bounds.rootWithin(distance) &&
              root >= bounds.rootSurelyWithin(distance);
            if (!holds) expect.fail(`query ${q}, point ${indices[2 * r]}: root ${root}, distance ${distance}`);
          }
        }
        expect(Number.isInteger(Math.log2(frame.scale))).toBe(true);
      });
    }
  }

  it('a large offset costs nothing: the frame is that of the centred points', () => {
    const points = cloud(50, 3, 1);
    const moved = { ...points, values: points.values.map((value) => Math.fround(value) + 2 ** 27) };
    const centred = { ...points, values: points.values.map((value) => Math.fround(value) + 2 ** 27 - 2 ** 27) };
    const framed = (p: typeof points) => toFrame(makeFrame(p), p.count, p.values);
    expect(framed(moved)).toEqual(framed(centred));
  });
});
