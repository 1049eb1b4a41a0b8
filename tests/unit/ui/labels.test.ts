import { describe, expect, it } from 'vitest';
import { fitText, placeLabels, spreadApart } from '../../../src/ui/charts/labels.ts';

describe('names', () => {
  it('are cut in the middle, both ends kept', () => {
    expect(fitText('age', 100)).toBe('age');
    const long = 'concentration plasmatique de la protéine';
    const cut = fitText(long, 100);
    expect([...cut].length).toBeLessThan(long.length);
    expect(cut.startsWith('conc')).toBe(true);
    expect(cut.endsWith('éine')).toBe(true);
  });

  it('are not cut inside a character', () => {
    expect(fitText('🙂'.repeat(40), 60)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});

describe('labels along a line', () => {
  it('stay where they are when they have room', () => {
    expect(spreadApart([0, 30, 60], 15, -10, 100)).toEqual([0, 30, 60]);
  });

  it('are moved apart as little as possible, order kept, inside the bounds', () => {
    const placed = spreadApart([50, 50, 51, 99, 100], 15, 0, 100);
    const sorted = placed.toSorted((a, b) => a - b);
    expect(placed).toEqual(sorted);
    sorted.slice(1).forEach((at, i) => expect(at - sorted[i]!).toBeGreaterThanOrEqual(15 - 1e-9));
    expect(sorted[0]).toBeGreaterThanOrEqual(0);
    expect(sorted.at(-1)).toBeLessThanOrEqual(100 + 1e-9);
  });

  it('keep the order of the input in the answer', () => {
    expect(spreadApart([80, 0], 10, 0, 100)).toEqual([80, 0]);
    expect(spreadApart([], 10, 0, 100)).toEqual([]);
  });
});

describe('labels in a plane', () => {
  it('do not cover each other nor what is taken; one without room is left out', () => {
    const points = Array.from({ length: 8 }, () => ({ x: 50, y: 50, width: 40 }));
    const placed = placeLabels(points, { x: 0, y: 0, width: 120, height: 100 }, 12);
    expect(placed.length).toBeGreaterThan(1);
    expect(placed.length).toBeLessThan(8);
    expect(placed.map(({ index }) => index)).toEqual(placed.map((_, index) => index));
    expect(placeLabels(points, { x: 0, y: 0, width: 30, height: 10 }, 12)).toEqual([]);
  });
});
