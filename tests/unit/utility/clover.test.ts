import { describe, expect, it } from 'vitest';
import { takeRows, type Column, type Table } from '../../../src/engine/table/table.ts';
import { independence } from '../../../src/engine/utility/clover/chi-square-difference.ts';
import { klDivergence } from '../../../src/engine/utility/clover/divergence.ts';
import { shuffledFolds } from '../../../src/engine/utility/clover/folds.ts';
import { logisticPmse } from '../../../src/engine/utility/clover/pmse-logistic.ts';
import { pmseTables } from '../../../src/engine/utility/clover/pmse-tables.ts';
import { utilityMeasures, utilityTable, type UtilityLine } from '../../../src/engine/utility/clover/table.ts';
import { permutation, streamPurpose } from '../../../src/engine/numeric/random.ts';
import { levelColumn, numberColumn, patients, source, tableOf } from '../privacy/game.ts';

const table = patients(300, 1, { numbers: 4, levels: 3, blank: 0.05 });
const target = 'level 0';
const measure = async (original: Table, synthetic: Table) => {
  const lines = await utilityTable(original, synthetic, { effort: 'quick', target, random: source(5) });
  return (metric: string, submetric?: string): UtilityLine =>
    lines.find((line) => line.metric === metric && (submetric === undefined || line.submetric === submetric))!;
};

/** Each column in an order of its own: marginals kept, everything else gone. */
function shuffledColumns(original: Table): Table {
  const columns = original.columns.map((column, c): Column => {
    const one = takeRows(
      { ...original, columns: [column] },
      permutation(original.rowCount, source(50 + c).stream(streamPurpose.audit, 0)),
    );
    return one.columns[0]!;
  });
  return { ...original, columns };
}

describe('utility table', () => {
  it('identical files: every best value, and an area under .5 that tells of copies', async () => {
    const at = await measure(table, table);
    for (const { id, learns, objective, submetrics } of utilityMeasures) {
      if (learns || id === 'propensity-logistic') continue;
      for (const submetric of submetrics) {
        const { value, reason } = at(id, submetric);
        if (reason === undefined) expect(value, `${id} ${submetric}`).toBeCloseTo(objective === 'max' ? 1 : 0, 12);
        else expect(value).toBeNull();
      }
    }
    expect(at('propensity-logistic').value).toBeCloseTo(0, 9);
    expect(at('distinguishability', 'prediction_auc').detail!.auc).toBeLessThan(0.45);
    expect(at('distinguishability', 'prediction_auc').value).toBe(0);
  });

  it('shuffled columns: distributions whole, correlations and predictions gone', async () => {
    const large = patients(900, 1, { numbers: 4, levels: 3, blank: 0.05 });
    const at = await measure(large, shuffledColumns(large));
    for (const id of ['hellinger-continuous', 'hellinger-categorical', 'kl-continuous', 'kl-categorical']) {
      expect(at(id).value, id).toBeCloseTo(0, 12);
    }
    expect(at('ks-complement').value).toBeCloseTo(1, 12);
    const change = at('pairwise-correlation-difference');
    expect(change.value!).toBeGreaterThan(3 * change.reference!);
    expect(at('distinguishability', 'prediction_auc').detail!.auc).toBeGreaterThan(0.55);
    expect(at('classification', 'diff_real_synth').value!).toBeGreaterThan(0.1);
    expect(at('propensity-logistic').value).toBeCloseTo(0, 9);
  });

  it('two samples of one law: as good as two halves of the original, to their noise', async () => {
    const at = await measure(table, patients(300, 2, { numbers: 4, levels: 3, blank: 0.05 }));
    for (const id of ['hellinger-continuous', 'pairwise-correlation-difference', 'ks-complement']) {
      const { value, reference } = at(id);
      expect(Math.abs(value! - reference!), id).toBeLessThan(Math.max(0.35, 1.2 * reference!));
    }
    expect(at('distinguishability', 'propensity_mse').detail!.ratio!).toBeGreaterThan(0.7);
    expect(at('distinguishability', 'propensity_mse').detail!.ratio!).toBeLessThan(1.4);
    expect(at('propensity-logistic').value!).toBeLessThan(3);
  });

  it('says why there is nothing to measure; never a made-up zero', async () => {
    const numbers = tableOf(numberColumn('a', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]));
    const lines = await utilityTable(numbers, numbers, { effort: 'quick', random: source(1) });
    const of = (id: string) => lines.find(({ metric }) => metric === id)!;
    expect(of('categorical-consistency')).toMatchObject({ value: null, reason: 'no-level', reference: null });
    expect(of('pairwise-correlation-difference')).toMatchObject({ value: null, reason: 'fewer-than-two-numbers' });
    expect(of('classification')).toMatchObject({ value: null, reason: 'no-target' });
    expect(lines.every(({ value, reason }) => (value === null) === (reason !== undefined))).toBe(true);
  });

  it('is the same for a seed, and can be called off', async () => {
    const small = takeRows(
      table,
      Int32Array.from({ length: 120 }, (_, i) => i),
    );
    const options = { effort: 'quick', target, random: source(3) } as const;
    const [a, b] = [
      await utilityTable(small, table, options),
      await utilityTable(small, table, { ...options, random: source(3) }),
    ];
    expect(a).toEqual(b);
    const stop = new AbortController();
    const called = utilityTable(table, table, { ...options, signal: stop.signal, onProgress: () => stop.abort() });
    await expect(called).rejects.toThrow();
  });
});

describe('chi-square difference', () => {
  const cells = (text: string) => text.split('').map((cell) => (cell === '.' ? null : cell));
  it("Yates's correction on 2 x 2, degrees otherwise, blanks a level", () => {
    const [a, b] = [levelColumn('a', cells('xxxxxxxxyyyyyyyy')), levelColumn('b', cells('uuuuuuvvuuvvvvvv'))];
    // R: chisq.test(matrix(c(6, 2, 2, 6), 2))$p.value
    expect(independence(a, b)).toBeCloseTo(0.1336144, 6);
    const c = levelColumn('c', cells('uuuuuu..uuvvvvvv'));
    // R: chisq.test(matrix(c(6, 2, 0, 6, 2, 0), 2))$p.value
    expect(independence(a, c)).toBeCloseTo(0.006737947, 8);
    expect(independence(a, levelColumn('one', cells('uuuuuuuuuuuuuuuu')))).toBe(1);
  });
});

describe('propensity tables', () => {
  it('identical files: 0; the worst pair is the one that was broken', () => {
    expect(pmseTables(table, table).twoWay.every(({ ratio }) => ratio === 0)).toBe(true);
    const x = Array.from({ length: 400 }, (_, i) => i % 20);
    const original = tableOf(
      numberColumn('x', x),
      numberColumn('y', x),
      levelColumn(
        'z',
        x.map((v) => String(v % 2)),
      ),
    );
    const broken = {
      ...original,
      columns: [original.columns[0]!, numberColumn('y', [...x].reverse()), original.columns[2]!],
    };
    const { oneWay, twoWay } = pmseTables(original, broken);
    expect(oneWay.every(({ ratio }) => ratio < 1e-9)).toBe(true);
    const worst = [...twoWay].sort((a, b) => b.ratio - a.ratio)[0]!;
    expect(worst.variables).toEqual(['x', 'y']);
    expect(worst.ratio).toBeGreaterThan(10);
  });

  it('rows drawn from the original give about 1 on average, other patients of its population about 2', () => {
    const law = { numbers: 2, levels: 1 };
    const meanRatio = (synthesis: (original: Table, seed: number) => Table): number => {
      const ratios = Array.from({ length: 60 }, (_, seed) => {
        const original = patients(200, 100 + seed, law);
        return pmseTables(original, synthesis(original, seed)).oneWay.map(({ ratio }) => ratio);
      }).flat();
      return ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
    };
    const drawn = meanRatio((original, seed) => {
      const stream = source(seed).stream(streamPurpose.audit, 0);
      return takeRows(
        original,
        Int32Array.from({ length: 200 }, () => stream.below(200)),
      );
    });
    expect(Math.abs(drawn - 1)).toBeLessThan(0.2);
    const fresh = meanRatio((_, seed) => patients(200, 900 + seed, law));
    expect(Math.abs(fresh - 2)).toBeLessThan(0.45);
  });

  it('files told apart without fault have no finite model', () => {
    const far = (from: number) =>
      tableOf(
        numberColumn(
          'x',
          Array.from({ length: 30 }, (_, i) => from + i),
        ),
      );
    const found = logisticPmse(far(0), far(1000));
    expect(found === null || found.pmse > 0.2).toBe(true);
    expect(logisticPmse(tableOf(numberColumn('x', [1, 1])), tableOf(numberColumn('x', [1, 1])))).toBeNull();
  });
});

it('folds: each row held out once, strata spread', () => {
  const strata = Uint8Array.from({ length: 103 }, (_, i) => Number(i < 20));
  const folds = shuffledFolds(103, 10, source(4).stream(streamPurpose.audit, 0), strata);
  expect([...folds.flatMap((fold) => [...fold])].sort((a, b) => a - b)).toEqual(
    Array.from({ length: 103 }, (_, i) => i),
  );
  for (const fold of folds) expect(fold.filter((row) => strata[row] === 1).length).toBe(2);
});

it('divergence: 0 of itself, infinite where the original is empty', () => {
  expect(klDivergence([0.5, 0.5, 0], [0.5, 0.5, 0])).toBe(0);
  expect(klDivergence([0.5, 0.5], [1, 0])).toBe(Infinity);
  expect(klDivergence([1, 0], [0.5, 0.5])).toBeCloseTo(Math.log(2), 14);
});
