/**
 * `npm run bench:privacy [-- --cohorts aids,trial --contenders default,2023 --splits 3 --quick --report]`: the calibration
 * study. Each cell (a contender on a cohort) is kept as a line of JSON as soon as it is measured, so that the study can be
 * run in pieces; a cell is measured again when `--again` is given. `--shadow` plays the single-patient test (A8) instead of
 * the attacks. `--report` prints the tables of what was measured.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { kernelSearch } from '../../../src/wasm/search.ts';
import { simulatedCohorts } from './cohorts.ts';
import { ablations, mainContenders } from './contenders.ts';
import { measure, measureReal, measureShadow, type Figures } from './measure.ts';
import { referenceCohorts } from './reference-cohorts.ts';
import { report, shadowMark, type Cell } from './report.ts';

const { values: options } = parseArgs({
  options: {
    cohorts: { type: 'string' },
    contenders: { type: 'string' },
    splits: { type: 'string' },
    quick: { type: 'boolean', default: false },
    ablations: { type: 'boolean', default: false },
    shadow: { type: 'boolean', default: false },
    targets: { type: 'string', default: '8' },
    pairs: { type: 'string', default: '40' },
    again: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
    cache: { type: 'string', default: join(tmpdir(), 'sosie-bench', 'privacy.jsonl') },
  },
});

const cells = readCells();
const named = (list: string | undefined) => list?.split(',').map((name) => name.trim());
const cohorts = [...referenceCohorts(), ...simulatedCohorts()].filter(
  ({ id }) => named(options.cohorts)?.includes(id) ?? true,
);

if (!options.report) await measureAll();
const order = ['real', ...[...mainContenders, ...ablations].map(({ id }) => id)];
const place = ({ contender }: Cell): number => order.indexOf(contender);
console.log(
  report(
    cohorts,
    [...cells.values()].sort((a, b) => place(a) - place(b)),
  ),
);

async function measureAll(): Promise<void> {
  const search = kernelSearch();
  const wanted = named(options.contenders);
  const all = [...mainContenders, ...ablations];
  const contenders = wanted
    ? all.filter(({ id }) => wanted.includes(id))
    : options.ablations
      ? ablations
      : mainContenders;
  for (const cohort of cohorts) {
    if (options.shadow) {
      const depth = { pairs: Number(options.pairs), targets: Number(options.targets) };
      for (const contender of contenders.filter(({ settings }) => settings !== null)) {
        await cell(cohort.id, `${contender.id}${shadowMark}`, depth.pairs, () =>
          measureShadow(cohort, contender, depth, search),
        );
      }
      continue;
    }
    const splits = Number(options.splits ?? (options.quick ? 1 : cohort.table.rowCount < 300 ? 6 : 3));
    if (wanted?.includes('real') ?? true) await cell(cohort.id, 'real', splits, () => measureReal(cohort, splits));
    for (const contender of contenders) {
      const depth = { splits, cheap: options.quick || ablations.includes(contender) };
      await cell(cohort.id, contender.id, splits, () => measure(cohort, contender, depth, search));
    }
  }
}

async function cell(cohort: string, contender: string, splits: number, work: () => Promise<Figures>): Promise<void> {
  const key = `${cohort} | ${contender}`;
  const known = cells.get(key);
  if (!options.again && known !== undefined && known.splits >= splits) return;
  const started = performance.now();
  const figures = await work();
  const made: Cell = { cohort, contender, splits, figures };
  cells.set(key, made);
  mkdirSync(dirname(options.cache), { recursive: true });
  appendFileSync(options.cache, `${JSON.stringify(made)}\n`);
  process.stderr.write(`${key}  ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}

/** The last line of a cell is the one that counts. */
function readCells(): Map<string, Cell> {
  const found = new Map<string, Cell>();
  if (!existsSync(options.cache)) return found;
  for (const line of readFileSync(options.cache, 'utf8').split('\n').filter(Boolean)) {
    const one = JSON.parse(line) as Cell;
    found.set(`${one.cohort} | ${one.contender}`, one);
  }
  return found;
}
