import { describe, expect, it } from 'vitest';
import { makeRound } from '../../../src/engine/audit/round.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import { randomSource, streamPurpose } from '../../../src/engine/numeric/random.ts';
import { gowerGuesses } from '../../../src/engine/privacy/attacks/gower-guesses.ts';
import { drawTargets } from '../../../src/engine/privacy/attacks/targets.ts';
import { nearestOnOthers } from '../../../src/engine/privacy/attacks/without-column.ts';
import { type Column, isQuantity, takeRows, type Table } from '../../../src/engine/table/table.ts';
import { simulateTable } from '../../bench/simulate.ts';

const rowsFrom = (table: Table, from: number, to: number): Table =>
  takeRows(
    table,
    Array.from({ length: to - from }, (_, i) => from + i),
  );

/** Ties, duplicates, blanks, rare levels, a column of many levels, and numbers far out of the range of real rows. */
function nastyRound(seed: number) {
  const simulated = simulateTable({ rows: 170, numbers: 5, categories: 6, missing: 0.2 }, seed);
  const many: Column = {
    name: 'ward',
    type: 'category',
    levels: Array.from({ length: 300 }, (_, l) => `ward ${l}`),
    codes: Int32Array.from({ length: 170 }, (_, i) => (i % 7 === 0 ? -1 : (i * 37) % 300)),
    dress: {},
  };
  const table = { ...simulated, columns: [...simulated.columns, many] };
  const synthetic = rowsFrom(table, 90, 170);
  const far = synthetic.columns.map((column, c) =>
    c === 0 && isQuantity(column)
      ? { ...column, values: column.values.map((v, i) => (i % 9 === 0 ? v * 40 : v)) }
      : column,
  );
  return makeRound({
    members: rowsFrom(table, 0, 60),
    controls: rowsFrom(table, 60, 90),
    synthetic: { ...synthetic, columns: far },
    search: plainSearch(),
  });
}

/** As metrics.md writes it, cell by cell. */
function gowerDistance(real: Table, a: number, made: Table, b: number, ranges: readonly number[]): number[] {
  return real.columns.map((column, c) => {
    const other = made.columns[c]!;
    if (isQuantity(column) && isQuantity(other)) {
      const [x, y] = [column.values[a]!, other.values[b]!];
      if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) && Number.isNaN(y) ? 0 : 1;
      return Math.min(1, Math.abs(x - y) / ranges[c]!);
    }
    if (isQuantity(column) || isQuantity(other)) throw new Error('two columns of one kind were expected');
    const level = (of: typeof column, row: number) => (of.codes[row]! < 0 ? null : of.levels[of.codes[row]!]);
    return level(column, a) === level(other, b) ? 0 : 1;
  });
}

const rangesOf = (tables: readonly Table[]): number[] =>
  tables[0]!.columns.map((_, c) => {
    const values = tables.flatMap(({ columns }) => {
      const column = columns[c]!;
      return isQuantity(column) ? [...column.values].filter((value) => !Number.isNaN(value)) : [];
    });
    return Math.max(...values) - Math.min(...values) || 1;
  });

const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);
const targetsOf = (round: ReturnType<typeof nastyRound>) =>
  drawTargets(round, randomSource(new Uint8Array(32).fill(1)).stream(streamPurpose.audit, 0));

describe.each([1, 2, 3])('searches of the attacks against the plain ones, table %i', (seed) => {
  const round = nastyRound(seed);
  const names = round.members.columns.map(({ name }) => name);
  const ranges = rangesOf([round.members, round.controls]);

  it("Gower's distance: the nearest rows and their distances, ties by index", async () => {
    const view = round.spaces.gower.on();
    const k = 7;
    const found = await view.nearest({
      points: view.points(round.synthetic),
      queries: view.points(round.members),
      k,
      excludeSame: false,
    });
    for (let t = 0; t < round.members.rowCount; t++) {
      const all = Array.from({ length: round.synthetic.rowCount }, (_, row) => ({
        row,
        distance: sum(gowerDistance(round.members, t, round.synthetic, row, ranges)),
      }));
      // Far above rounding, far below what sets two rows apart.
      all.sort((a, b) => (Math.abs(a.distance - b.distance) < 1e-8 ? a.row - b.row : a.distance - b.distance));
      const expected = all.slice(0, k);
      expect([...found.indices.subarray(t * k, (t + 1) * k)]).toEqual(expected.map(({ row }) => row));
      expected.forEach(({ distance }, r) => expect(found.distances[t * k + r]).toBeCloseTo(distance, 9));
    }
  });

  it("Gower's distance without each column: the first of the rows equally near", async () => {
    const targets = targetsOf(round);
    const known = names.filter((_, c) => c !== 2);
    const { controls } = await gowerGuesses(round, targets, known);
    const { table } = targets.controls;
    names.forEach((name, c) => {
      for (let t = 0; t < table.rowCount; t++) {
        const distances = Array.from({ length: round.synthetic.rowCount }, (_, row) =>
          sum(
            gowerDistance(table, t, round.synthetic, row, ranges).filter(
              (_part, p) => p !== c && known.includes(names[p]!),
            ),
          ),
        );
        const least = Math.min(...distances);
        expect(controls[c]![t], name).toBe(distances.findIndex((distance) => distance < least + 1e-9));
      }
    });
  });

  it.each(['coded', 'plain'] as const)(
    '%s distance without each column: what a search on the others finds',
    async (id) => {
      const space = round.spaces[id];
      const targets = targetsOf(round);
      const known = names.filter((_, c) => c !== 4);
      const { members } = await nearestOnOthers(round, space, targets, known);
      for (const secret of names) {
        const view = space.on(known.filter((name) => name !== secret));
        const expected = await view.nearest({
          points: view.points(round.synthetic),
          queries: view.points(targets.members.table),
          k: 2,
          excludeSame: false,
        });
        const found = members(secret);
        expect(found.indices, secret).toEqual(expected.indices);
        found.distances.forEach((distance, i) => expect(distance).toBeCloseTo(expected.distances[i]!, 12));
      }
    },
  );
});
