import { describe, expect, it } from 'vitest';
import { copyAnchor, marginalsAnchor } from '../../../src/engine/audit/anchors.ts';
import { patientGroups } from '../../../src/engine/audit/groups.ts';
import { makeRound } from '../../../src/engine/audit/round.ts';
import { makeSplits } from '../../../src/engine/audit/splits.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import { randomSource } from '../../../src/engine/numeric/random.ts';
import { standardDeviation } from '../../../src/engine/numeric/statistics.ts';
import { isQuantity, takeRows, type Table } from '../../../src/engine/table/table.ts';
import { columnFromText } from '../../support/reference.ts';
import { simulateTable } from '../../bench/simulate.ts';

const random = (seed: number) => randomSource(new Uint8Array(32).fill(seed));
const sorted = (rows: ArrayLike<number>) => Array.from(rows).sort((a, b) => a - b);

describe('holding patients out', () => {
  it('300 patients or more: five splits 70/30, members and controls apart, all there', () => {
    const { kind, rounds } = makeSplits(1000, random(1));
    expect(kind).toBe('splits');
    expect(rounds).toHaveLength(5);
    for (const { members, controls } of rounds) {
      expect(controls).toHaveLength(300);
      expect(sorted([...members, ...controls])).toEqual(Array.from({ length: 1000 }, (_, i) => i));
    }
    expect(rounds[0]!.controls).not.toEqual(rounds[1]!.controls);
  });

  it('fewer: five folds, each patient a control exactly once', () => {
    const { kind, rounds } = makeSplits(52, random(1));
    expect(kind).toBe('folds');
    expect(sorted(rounds.flatMap(({ controls }) => [...controls]))).toEqual(Array.from({ length: 52 }, (_, i) => i));
    for (const { members, controls } of rounds) expect(members.length + controls.length).toBe(52);
  });

  it('too few for folds: no round', () => {
    expect(makeSplits(6, random(1)).rounds).toEqual([]);
  });

  it('each patient is held out about as often as another', () => {
    const times = new Float64Array(400);
    for (let seed = 0; seed < 40; seed++) {
      for (const { controls } of makeSplits(400, random(seed)).rounds) for (const row of controls) times[row]!++;
    }
    // Binomial(200, .3): 60 expected, standard deviation 6.5; 400 patients.
    expect(Math.min(...times)).toBeGreaterThan(60 - 5 * 6.5);
    expect(Math.max(...times)).toBeLessThan(60 + 5 * 6.5);
  });
});

describe('the two anchors', () => {
  const table = simulateTable({ rows: 200, numbers: 4, categories: 3 }, 3);

  it('marginals only: each column holds the same values, in another order of its own', () => {
    const shuffled = marginalsAnchor(table, random(2));
    table.columns.forEach((column, c) => {
      const other = shuffled.columns[c]!;
      if (isQuantity(column) && isQuantity(other)) {
        expect(Float64Array.from(other.values).sort()).toEqual(Float64Array.from(column.values).sort());
        expect(other.values).not.toEqual(column.values);
      } else if (!isQuantity(column) && !isQuantity(other)) {
        expect(sorted(other.codes)).toEqual(sorted(column.codes));
      }
    });
  });

  it('copy: the rows of the original, numbers blurred by a fifth of their spread', () => {
    const [column] = table.columns;
    const copy = copyAnchor(table, random(2)).columns[0]!;
    if (!isQuantity(column!) || !isQuantity(copy)) throw new Error('a number was expected');
    const spread = standardDeviation(column.values);
    expect(standardDeviation(copy.values) / spread).toBeCloseTo(Math.sqrt(1.04), 1);
    const exact = copyAnchor(table, random(2), 0).columns[0]!;
    expect(isQuantity(exact) && standardDeviation(exact.values)).toBeCloseTo(spread);
  });
});

describe('groups of patients', () => {
  const ages = Array.from({ length: 60 }, (_, i) => String(20 + i));
  const sexes = Array.from({ length: 60 }, (_, i) => (i < 8 ? 'F' : 'M'));

  it('sex and age band, those of eleven patients or more only', () => {
    const table: Table = {
      rowCount: 60,
      columns: [columnFromText('Âge', ages, false), columnFromText('Sexe', sexes, true)],
    };
    const groups = patientGroups(table);
    expect(groups.map(({ id, level }) => `${id} ${level}`)).toEqual(['sex M', 'age 18–39', 'age 40–64', 'age 65–79']);
    expect(groups[0]!.holds.reduce((sum, one) => sum + one, 0)).toBe(52);
  });

  it('no such column, no group', () => {
    const table: Table = { rowCount: 60, columns: [columnFromText('sexuality index', ages, false)] };
    expect(patientGroups(table)).toEqual([]);
  });
});

describe('a round', () => {
  const table = simulateTable({ rows: 60, numbers: 3, categories: 2 }, 4);
  const members = takeRows(
    table,
    Array.from({ length: 40 }, (_, i) => i),
  );
  const controls = takeRows(
    table,
    Array.from({ length: 20 }, (_, i) => 40 + i),
  );

  it('a member copied into the synthetic file is at distance 0 from it, in both distances', async () => {
    const round = makeRound({ members, controls, synthetic: takeRows(table, [7, 41]), search: plainSearch() });
    for (const space of Object.values(round.spaces)) {
      const view = space.on();
      const { distances, indices } = await view.nearest({
        points: view.points(round.synthetic),
        queries: view.points(round.members),
        k: 1,
        excludeSame: false,
      });
      expect(distances[7]).toBeCloseTo(0, 12);
      expect(indices[7]).toBe(0);
      expect(distances[8]).toBeGreaterThan(0);
    }
  });

  it('refuses a synthetic file that lacks a column', () => {
    const synthetic = { ...members, columns: members.columns.slice(1) };
    expect(() => makeRound({ members, controls, synthetic, search: plainSearch() })).toThrow(
      expect.objectContaining({ code: 'E40' }),
    );
  });
});
