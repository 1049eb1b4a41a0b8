import { expect, it } from 'vitest';
import { fitFactor } from '../../src/engine/factor/fit.ts';
import { project } from '../../src/engine/factor/project.ts';
import { avatarGenerator, blendDonors, type RowDraws } from '../../src/engine/generate/avatar.ts';
import { defaultSettings, type Settings } from '../../src/engine/generate/settings.ts';
import { donorWeights } from '../../src/engine/generate/weights.ts';
import { plainSearch } from '../../src/engine/neighbors/plain.ts';
import { keyFromSeed, randomSource, streamPurpose } from '../../src/engine/numeric/random.ts';
import { roundHalfAwayFromZero } from '../../src/engine/numeric/round.ts';
import { mean, standardDeviation } from '../../src/engine/numeric/statistics.ts';
import { prepare } from '../../src/engine/prepare/prepare.ts';
import { gatherEvidence } from '../../src/engine/privacy/evidence.ts';
import { measurePrivacy } from '../../src/engine/privacy/registry.ts';
import { everyRow, isQuantity, type Table } from '../../src/engine/table/table.ts';
import {
  aidsQualitative,
  columnFromText,
  describeReference,
  referenceJson,
  referenceText,
  tableFromCsv,
  wbcdQualitative,
} from '../support/reference.ts';

const load = (file: string, delimiter: string, qualitative: readonly string[]): Table =>
  tableFromCsv(referenceText(`data/${file}`), { delimiter, qualitative, drop: ['pidnum', 'Sample_code_number'] });
const wbcdNames = (): string[] => load('wbcd_original.csv', ',', []).columns.map(({ name }) => name);

async function generate(table: Table, settings: Partial<Settings>, seed: number): Promise<Table> {
  const random = randomSource(await keyFromSeed(seed));
  const full = { ...defaultSettings, ...settings };
  return (await avatarGenerator.generate({ table, settings: full, search: plainSearch(), random })).table;
}

async function figures(original: Table, synthetic: Table, ncp: number): Promise<Record<string, number | null>> {
  const pairs = everyRow(original.rowCount);
  const evidence = await gatherEvidence(original, synthetic, { ncp, pairs, search: plainSearch() });
  return Object.fromEntries(measurePrivacy({ ...evidence, full: null }).map(({ id, value }) => [id, value]));
}

describeReference('weights of the donors', () => {
  const { examples, simulation_equal_distances } = referenceJson('generator/weights.json');

  it('equal the worked examples', () => {
    for (const { distances, exponentials, ranks, weights } of examples) {
      donorWeights(distances, exponentials, ranks).forEach((weight, j) => {
        expect(Math.abs(weight - weights[j])).toBeLessThan(1e-13);
      });
    }
  });

  it('have the moments of the simulation: about 2.5 donors whatever k', async () => {
    const random = randomSource(await keyFromSeed(11));
    for (const { k, mean_sum_w2, mean_largest_weight } of simulation_equal_distances) {
      const draws = 4000;
      let squares = 0;
      let largest = 0;
      let spread = 0;
      for (let i = 0; i < draws; i++) {
        const stream = random.stream(streamPurpose.weights, i);
        const exponentials = Array.from({ length: k }, () => stream.exponential());
        const ranks = Array.from({ length: k }, (_, j) => j + 1);
        const weights = donorWeights(new Array(k).fill(1), exponentials, ranks);
        const square = weights.reduce((sum, weight) => sum + weight * weight, 0);
        squares += square;
        spread += square * square;
        largest += Math.max(...weights);
      }
      const deviation = Math.sqrt(spread / draws - (squares / draws) ** 2);
      expect(Math.abs(squares / draws - mean_sum_w2)).toBeLessThan((4.5 * deviation) / Math.sqrt(draws));
      expect(Math.abs(largest / draws - mean_largest_weight)).toBeLessThan(0.015);
    }
  });
});

describeReference('neighbours', () => {
  const oracle = referenceJson('generator/neighbours.json');
  const tables: Record<string, () => Table> = {
    wbcd_all_qualitative_nf2: () => load('wbcd_original.csv', ',', wbcdNames()),
    wbcd_mixed_nf2: () => load('wbcd_original.csv', ',', wbcdQualitative),
  };
  for (const [name, expected] of Object.entries<{ nf: number; k: number; rows: NeighborRow[] }>(oracle)) {
    it(name, async () => {
      const table = (tables[name] ?? (() => load('aids_original.csv', ';', aidsQualitative)))();
      const prepared = prepare(table, { indicators: name.includes('indicator') });
      const model = fitFactor(prepared);
      const points = project(model, prepared, expected.nf);
      const found = await plainSearch().nearest({ points, queries: points, k: expected.k, excludeSame: true });
      const scale = model.kind === 'mca' ? Math.sqrt(prepared.qualities.length) : 1;
      for (const { row, neighbours, distances, ties_at_the_edge } of expected.rows) {
        const own = Array.from(found.indices.subarray(row * expected.k, (row + 1) * expected.k));
        distances.forEach((distance, r) => {
          expect(Math.abs(found.distances[row * expected.k + r]! * scale - distance)).toBeLessThan(1e-9);
        });
        if (!ties_at_the_edge) expect([...own].sort()).toEqual([...neighbours].sort());
      }
    });
  }
});

interface NeighborRow {
  readonly row: number;
  readonly neighbours: number[];
  readonly distances: number[];
  readonly ties_at_the_edge: boolean;
}

describeReference('the worked example, fed with its random numbers', () => {
  const example = referenceJson('generator/worked_example.json');
  const text = (name: string): string[] =>
    example.table[name].map((cell: unknown) => (cell === null ? '' : String(cell)));
  const table: Table = {
    rowCount: 12,
    columns: ['age', 'crp', 'sex', 'grade'].map((name) =>
      columnFromText(name, text(name), ['sex', 'grade'].includes(name)),
    ),
  };
  const prepared = prepare(table, { indicators: true });
  const model = fitFactor(prepared);
  const all = project(model, prepared);
  const points = project(model, prepared, example.nf);
  const variables = ['sex', 'grade', 'crp__missing'];

  const neighborsOf = () => plainSearch().nearest({ points, queries: points, k: example.k, excludeSame: true });
  const draws = (row: number): RowDraws => {
    const { exponentials, ranks, uniforms } = example.rows[row];
    return { exponentials, ranks, uniforms: variables.map((name) => uniforms[name]) };
  };

  it('has the same coordinates, donors, distances and weights', async () => {
    const neighbors = await neighborsOf();
    expect(all.dimensions).toBe(example.eigenvalues.length);
    for (const { row, donors, distances, exponentials, ranks, weights } of example.rows) {
      const own = neighbors.indices.subarray(row * example.k, (row + 1) * example.k);
      expect(Array.from(own)).toEqual(donors);
      const away = neighbors.distances.subarray(row * example.k, (row + 1) * example.k);
      distances.forEach((distance: number, r: number) => expect(Math.abs(away[r]! - distance)).toBeLessThan(1e-12));
      donorWeights(away, exponentials, ranks).forEach((w, j) => expect(Math.abs(w - weights[j])).toBeLessThan(1e-11));
    }
  });

  it('gives the same numbers and levels', async () => {
    const blend = await blendDonors(prepared, await neighborsOf(), draws, null);
    for (const { row, quantitative_unrounded, drawn, result } of example.rows) {
      ['age', 'crp'].forEach((name, c) => {
        const value = blend.quantities[c]![row]!;
        expect(Math.abs(value - quantitative_unrounded[name])).toBeLessThan(1e-10);
        if (result[name] !== null) expect(roundHalfAwayFromZero(value, c)).toBe(result[name]);
      });
      variables.forEach((name, q) => {
        expect(prepared.qualities[q]!.levels[blend.qualities[q]![row]!]).toBe(drawn[name]);
      });
    }
  });
});

describeReference('the law over seeds', () => {
  const { reference_generator } = referenceJson('generator/iris_wbcd_distribution.json');
  const keys = {
    'hidden-rate': 'hidden_rate',
    'local-cloaking': 'local_cloaking_median',
    'distance-to-closest': 'distance_to_closest_median',
    'closest-distance-ratio': 'closest_distance_ratio_median',
    'column-direct-match': 'column_direct_match_protection',
    'row-direct-match': 'row_direct_match_protection',
    'categorical-hidden-rate': 'categorical_hidden_rate',
  };
  const tables: Record<string, () => Table> = {
    iris: () => load('iris.csv', ',', ['Species']),
    wbcd_qualitative: () => load('wbcd_original.csv', ',', wbcdNames()),
    wbcd_mixed: () => load('wbcd_original.csv', ',', wbcdQualitative),
  };
  for (const { data, k, nf, figures: expected } of reference_generator) {
    it(`${data}, k ${k}, ${nf} axes: 30 seeds agree with the reference generator`, async () => {
      const table = tables[data]!();
      const runs: Record<string, number | null>[] = [];
      for (let seed = 1; seed <= 30; seed++)
        runs.push(await figures(table, await generate(table, { k, ncp: nf }, seed), nf));
      for (const [id, key] of Object.entries(keys)) {
        // The oracle compares rows of this coding as texts and finds no equal row at all: not our definition.
        if (data === 'wbcd_mixed' && key === 'row_direct_match_protection') continue;
        if (runs[0]![id] === null) continue;
        const values = runs.map((run) => run[id]!);
        const oracle = expected[key];
        const ownSd = standardDeviation(values) * Math.sqrt(30 / 29);
        const error = Math.sqrt((oracle.sd ** 2 + ownSd ** 2) / 30);
        const floor = key.startsWith('local') ? 0.25 : 1e-9;
        expect(Math.abs(mean(values) - oracle.mean), `${id}: ${mean(values)} against ${oracle.mean}`).toBeLessThan(
          Math.max(4.5 * error, floor),
        );
      }
    });
  }

  it('AIDS, k 20, 5 axes: the ranges of the method document', async () => {
    const table = load('aids_original.csv', ';', aidsQualitative);
    const ratio = (synthetic: Table, name: string): number => {
      const [own, other] = [table, synthetic].map(({ columns }) => {
        const column = columns.find((c) => c.name === name)!;
        return isQuantity(column) ? standardDeviation(column.values) : NaN;
      });
      return other! / own!;
    };
    const hidden: number[] = [];
    for (let seed = 1; seed <= 5; seed++) {
      const synthetic = await generate(table, { k: 20, ncp: 5 }, seed);
      const run = await figures(table, synthetic, 5);
      hidden.push(run['hidden-rate']!);
      expect(run['local-cloaking']).toBeGreaterThanOrEqual(10);
      expect(run['local-cloaking']).toBeLessThanOrEqual(12);
      expect(Math.abs(ratio(synthetic, 'age') - 0.66)).toBeLessThan(0.04);
      expect(Math.abs(ratio(synthetic, 'cd496') - 0.8)).toBeLessThan(0.06);
    }
    expect(Math.abs(mean(hidden) - 93.3)).toBeLessThan(1.5);
  });

  it('k = 1: each avatar is the nearest other row', async () => {
    const table = load('aids_original.csv', ';', aidsQualitative);
    const imputed: Table = {
      ...table,
      columns: table.columns.map((column) => {
        if (!isQuantity(column)) return column;
        const center = mean(column.values);
        return {
          ...column,
          decimals: 12,
          values: column.values.map((value) => (Number.isNaN(value) ? center : value)),
        };
      }),
    };
    const run = await figures(imputed, await generate(imputed, { k: 1, ncp: 5 }, 1), 5);
    expect(run['hidden-rate']).toBeCloseTo(80.61, 2);
    expect(run['local-cloaking']).toBe(1);
    expect(run['distance-to-closest']).toBeLessThan(1e-9);
  });
});
