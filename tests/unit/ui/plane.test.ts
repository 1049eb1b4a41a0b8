import { describe, expect, it } from 'vitest';
import { binAt, binPoints, extentOf, planePoints } from '../../../src/ui/charts/bins.ts';
import { binPath, fewestInFile, makeClouds, planeLayout, pointPaths, roundBins } from '../../../src/ui/charts/plane.ts';
import { planeScale } from '../../../src/ui/charts/scales.ts';
import type { ProjectionView } from '../../../src/workers/protocol.ts';

const view = (original: number[], synthetic: number[], axes = 2): ProjectionView => ({
  axes,
  percent: [60, 40],
  original: Float32Array.from(original),
  synthetic: Float32Array.from(synthetic),
  columns: [],
});

describe('squares of the plane', () => {
  it('take two axes out of many, and 0 for an axis that is not there', () => {
    const coordinates = Float32Array.from([1, 2, 3, 4, 5, 6]);
    expect([...planePoints(coordinates, 3, 2, 0)]).toEqual([3, 1, 6, 4]);
    expect([...planePoints(coordinates, 3, 0, 3)]).toEqual([1, 0, 4, 0]);
    expect([...planePoints(new Float32Array(), 0, 0, 1)]).toEqual([]);
  });

  it('count every point of both tables once', () => {
    const grid = binPoints(
      Float32Array.from([0.1, 0.1, 0.2, 0.3, 1.5, 0]),
      Float32Array.from([0.1, 0.1, -0.5, -0.5]),
      1,
    );
    expect(grid.bins.reduce((sum, bin) => sum + bin.original, 0)).toBe(3);
    expect(grid.bins.reduce((sum, bin) => sum + bin.synthetic, 0)).toBe(2);
    expect(grid.most).toBe(2);
    expect(binAt(grid, 0.5, 0.5)).toMatchObject({ original: 2, synthetic: 1 });
    expect(binAt(grid, 40, 40)).toBeNull();
  });

  it('have a box even without a point', () => {
    expect(extentOf(new Float32Array())).toEqual({ left: -1, right: 1, bottom: -1, top: 1 });
  });
});

describe('the plane', () => {
  it('draws one unit as long on both axes, all points inside', () => {
    const extent = { left: -8, right: 2, bottom: -1, top: 3 };
    const scale = planeScale(extent, 400, 300);
    expect(scale.x(1) - scale.x(0)).toBeCloseTo(scale.y(0) - scale.y(1), 9);
    expect(scale.x(-8)).toBeGreaterThanOrEqual(0);
    expect(scale.x(2)).toBeLessThanOrEqual(400);
    expect(scale.y(3)).toBeGreaterThanOrEqual(0);
    expect(scale.y(-1)).toBeLessThanOrEqual(300);
  });

  it('compares the spread of the two clouds', () => {
    const clouds = makeClouds(view([-2, 1, 2, 1], [-1, 1, 1, 1]), 0, 1);
    expect(clouds.spread[0]).toBeCloseTo(0.5, 9);
    expect(clouds.spread[1]).toBeNull();
  });

  it('stands in two boxes, or in one when superposed', () => {
    const extent = { left: -1, right: 1, bottom: -1, top: 1 };
    expect(planeLayout(extent, 900, 13, 'side').panels.map((panel) => panel.tables)).toEqual([
      ['original'],
      ['synthetic'],
    ]);
    expect(planeLayout(extent, 900, 13, 'over').panels.map((panel) => panel.tables)).toEqual([
      ['original', 'synthetic'],
    ]);
    const narrow = planeLayout(extent, 300, 13, 'side').panels;
    expect(narrow[0]!.x).toBe(narrow[1]!.x);
  });

  it('never draws a patient alone in a file: a square needs the floor', () => {
    const crowd = Array.from({ length: fewestInFile }, () => [0.5, 0.5]).flat();
    const clouds = makeClouds(view([...crowd, 9.5, 9.5], [0.5, 0.5]), 0, 1);
    const grid = roundBins(clouds, 10);
    const scale = planeScale(clouds.extent, 100, 100);
    expect(binPath(grid, 'original', scale, fewestInFile).split('M')).toHaveLength(2);
    expect(binPath(grid, 'original', scale).split('M')).toHaveLength(3);
  });

  it('keeps every point in its interleaved paths', () => {
    const points = Float32Array.from({ length: 60 }, (_, i) => i);
    const paths = pointPaths(points, planeScale(extentOf(points), 100, 100), 2);
    expect(paths.join('').split('M')).toHaveLength(31);
  });
});
