import { describe, expect, it } from 'vitest';
import { LocalPatients } from '../../../src/engine/generate/reinforced/local-patients.ts';
import { Selection, selectSmallest } from '../../../src/engine/generate/reinforced/selection.ts';
import { randomSource } from '../../../src/engine/numeric/random.ts';
import { cloud, fillPoints, uniforms } from '../../support/points.ts';
import { distances } from '../neighbors/naive.ts';

const stream = () => randomSource(new Uint8Array(32).fill(3)).stream(6, 0);

describe('the smallest of many', () => {
  it('come in the order of the quickselect done in place, ties and all', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const uniform = uniforms(seed);
      const count = 1 + Math.floor(400 * uniform());
      const wanted = 1 + Math.floor(count * uniform());
      const grain = seed % 3 === 0 ? 1e9 : 1 + Math.floor(20 * uniform());
      const keys = Float64Array.from({ length: count }, () => Math.floor(grain * uniform()));
      const values = Int32Array.from({ length: count }, (_, i) => i);
      const selection = new Selection(count + 5);
      selection.keys.set(keys);
      selection.values.set(values);
      const found = [...selection.smallest(count, wanted)];
      const sorted = [...values].sort((a, b) => keys[a]! - keys[b]! || a - b).slice(0, wanted);
      expect([...found].sort((a, b) => a - b)).toEqual(sorted.sort((a, b) => a - b));
      selectSmallest(keys, values, 0, count - 1, wanted);
      expect(found).toEqual([...values.subarray(0, wanted)]);
    }
  });
});

describe('local patients', () => {
  it.each([
    ['five axes', cloud(900, 5, 4)],
    ['three axes', cloud(900, 3, 4)],
    ['ties', fillPoints(900, 5, (row, axis) => (row * (axis + 2)) % 4)],
  ])('are the nearest, the patient left out: %s', (_, points) => {
    const local = new LocalPatients(points, stream());
    expect(local.count).toBe(225);
    for (const row of [0, 17, 450, 899, 17]) {
      const found = [...local.of(row)];
      const d = distances(points, points, row);
      const nearest = d.map((_distance, p) => p).filter((p) => p !== row);
      nearest.sort((a, b) => d[a]! - d[b]! || a - b);
      expect(found.sort((a, b) => a - b)).toEqual(nearest.slice(0, 225).sort((a, b) => a - b));
    }
  });

  it('are sought among 20 000 drawn at random in a larger file, for patients drawn or not', () => {
    const points = cloud(20_050, 2, 6);
    const local = new LocalPatients(points, stream());
    const seen = new Set<number>();
    for (let row = 0; row < points.count; row += 401) {
      const found = local.of(row);
      expect(found).toHaveLength(1000);
      expect(found.includes(row)).toBe(false);
      const d = distances(points, points, row);
      const furthest = Math.max(...Array.from(found, (p) => d[p]!));
      const nearer = d.filter((distance, p) => p !== row && distance < furthest).length;
      expect(nearer).toBeGreaterThanOrEqual(999);
      expect(nearer).toBeLessThan(1050);
      found.forEach((p) => seen.add(p));
    }
    expect(seen.size).toBeGreaterThan(10_000);
  });
});
