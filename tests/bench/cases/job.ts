/** The stages of a run and the whole job, on simulated mixed tables: factor analysis, generation, metrics. */
import { codeRows, fitCoding } from '../../../src/engine/factor/coding.ts';
import { crossProduct } from '../../../src/engine/factor/cross-product.ts';
import { fitFactor } from '../../../src/engine/factor/fit.ts';
import { evaluate } from '../../../src/engine/evaluate.ts';
import { avatarGenerator } from '../../../src/engine/generate/avatar.ts';
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import type { NeighborSearch } from '../../../src/engine/neighbors/search.ts';
import { randomSource } from '../../../src/engine/numeric/random.ts';
import { prepare } from '../../../src/engine/prepare/prepare.ts';
import { run } from '../../../src/engine/run.ts';
import type { Table } from '../../../src/engine/table/table.ts';
import { kernelSearch } from '../../../src/wasm/search.ts';
import type { BenchCase, Contender, Realm } from '../case.ts';
import { simulateTable } from '../simulate.ts';

/** Rows, numbers, categories: the sizes of WBCD, of AIDS, and of a large cohort. */
const shapes = [
  [683, 9, 1],
  [2139, 9, 17],
  [25_000, 24, 16],
] as const;

/** Above this the plain search takes minutes: the kernel alone is then the baseline. */
const largestPlain = 5000;

const random = () => randomSource(new Uint8Array(32).fill(7));

const searches = (realm: Realm, rows: number): NeighborSearch[] => [
  ...(rows <= largestPlain ? [plainSearch()] : []),
  kernelSearch(),
  ...(rows > 1000 ? [realm.pool(2)] : []),
];

const bySearch = (realm: Realm, table: Table, job: (search: NeighborSearch) => Promise<unknown>): Contender[] =>
  searches(realm, table.rowCount).map((search) => ({ name: search.name, run: () => job(search) }));

/** The cross-product as most programs do it: 0/1 columns written down, then every pair of columns multiplied. */
function denseCrossProduct(table: Table): Float64Array {
  const prepared = prepare(table, { indicators: false });
  const coding = fitCoding(prepared);
  const rows = codeRows(coding, prepared);
  const { width } = coding;
  const product = new Float64Array(width * width);
  for (let i = 0; i < table.rowCount; i++) {
    for (let a = 0; a < width; a++) {
      const value = rows[i * width + a]!;
      for (let b = a; b < width; b++) product[a * width + b] = product[a * width + b]! + value * rows[i * width + b]!;
    }
  }
  return product;
}

export const jobCases: readonly BenchCase[] = shapes.flatMap(([rows, numbers, categories]): BenchCase[] => {
  const size = `${rows} x ${numbers + categories}`;
  const make = (): Table => simulateTable({ rows, numbers, categories }, 1);
  const settings = defaultSettings;
  return [
    {
      title: `cross-product: ${size}`,
      prepare() {
        const table = make();
        const prepared = prepare(table, { indicators: false });
        return [
          { name: '0/1 columns', run: () => denseCrossProduct(table) },
          { name: 'by blocks', run: () => crossProduct(fitCoding(prepared), prepared) },
        ];
      },
    },
    {
      title: `factor analysis: ${size}`,
      prepare() {
        const prepared = prepare(make(), { indicators: true });
        return [{ name: 'all axes', run: () => fitFactor(prepared) }];
      },
    },
    {
      title: `generation: ${size}`,
      prepare(realm) {
        const table = make();
        return bySearch(realm, table, (search) =>
          avatarGenerator.generate({ table, settings, search, random: random() }),
        );
      },
    },
    {
      title: `seven metrics: ${size}`,
      async prepare(realm) {
        const table = make();
        const made = await avatarGenerator.generate({ table, settings, search: kernelSearch(), random: random() });
        return bySearch(realm, table, (search) => evaluate(table, made.table, { ncp: 5, paired: true, search }));
      },
    },
    {
      title: `whole job: ${size}`,
      prepare(realm) {
        const table = make();
        return bySearch(realm, table, (search) => run({ table, settings, search, random: random() }));
      },
    },
  ];
});
