/**
 * `npx tsx tests/bench/privacy/advisor.ts [--cohorts aids,trial] [--budget 45] [--all]`: what the advisor proposes for a
 * few files, with its figures and its time, as a markdown table. `--all` adds every attempt of each file. Files of the
 * reference folder only where it is there.
 */
import { parseArgs } from 'node:util';
import type { Advice, AdvicePoint } from '../../../src/engine/advise/advice.ts';
import { advise } from '../../../src/engine/advise/advise.ts';
import { defaultIngredients, type Ingredients } from '../../../src/engine/generate/ingredients.ts';
import { defaultSettings, type Settings } from '../../../src/engine/generate/settings.ts';
import { randomSource } from '../../../src/engine/numeric/random.ts';
import { kernelSearch } from '../../../src/wasm/search.ts';
import { simulatedCohorts } from './cohorts.ts';
import { referenceCohorts } from './reference-cohorts.ts';

const { values: options } = parseArgs({
  options: {
    cohorts: { type: 'string', default: 'aids,wbcd,pima,lung,trial,blanks' },
    budget: { type: 'string', default: '45' },
    all: { type: 'boolean', default: false },
  },
});

const wanted = options.cohorts.split(',');
const cohorts = [...referenceCohorts(), ...simulatedCohorts()].filter(({ id }) => wanted.includes(id));
const search = kernelSearch();
const details: string[] = [];

console.log(`${head(['file', 'sample', 'tried', 'time, s (processor)', 'proposed', 'why', ...figureTitles()])}`);
for (const { id, table, roles } of cohorts) {
  const before = process.cpuUsage();
  const advice = await advise({
    table,
    settings: defaultSettings,
    roles,
    search,
    random: randomSource(new Uint8Array(32).fill(21)),
    budget: 1000 * Number(options.budget),
  });
  const processor = process.cpuUsage(before).user / 1e6;
  const { points, proposed, rows, controls, leftOut, milliseconds, why } = advice;
  const point = proposed === null ? null : points[proposed]!;
  console.log(
    line([
      id,
      `${rows - controls} + ${controls}`,
      `${points.length}${leftOut > 0 ? ` (${leftOut} left out)` : ''}`,
      `${(milliseconds / 1000).toFixed(0)} (${processor.toFixed(0)})`,
      point === null ? 'none' : nameOf(point.settings),
      why,
      ...(point === null ? [] : figures(point)),
    ]),
  );
  if (options.all) details.push(`\n### ${id}\n\n${attempts(advice)}`);
}
for (const detail of details) console.log(detail);

function attempts(advice: Advice): string {
  const rows = advice.points.map((point, p) =>
    line([`${nameOf(point.settings)}${p === advice.proposed ? ' **proposed**' : ''}`, mark(point), ...figures(point)]),
  );
  const same = `Losses that differ by ${advice.sameLoss.toFixed(4)} or less count as equal.`;
  return [head(['settings', '', ...figureTitles()]), ...rows, '', same].join('\n');
}

function mark({ onFront, guarded }: AdvicePoint): string {
  return [...(onFront ? ['front'] : []), ...(guarded ? [] : ['not proposed'])].join(', ');
}

function figureTitles(): string[] {
  return ['exposure', 'worst', 'loss', 'AUC', 'near', 'link.', 'infer.', 'corr.', 'sd', 'KS', 'prediction (real)'];
}

function figures({ exposure, worst, loss, privacy, utility }: AdvicePoint): string[] {
  const digits = (value: number | null | undefined, count: number): string => value?.toFixed(count) ?? '';
  return [
    digits(exposure, 2),
    worst,
    digits(loss, 3),
    digits(privacy['membership-auc'], 3),
    digits(privacy['near-copies'], 1),
    digits(privacy.linkability, 1),
    digits(privacy.inference, 1),
    digits(utility.correlation, 3),
    digits(utility.spread, 2),
    digits(utility.distributions, 2),
    utility.prediction === null ? '' : `${digits(utility.prediction, 3)} (${digits(utility.predictionReal, 3)})`,
  ];
}

/** The generator, and what is not as usual. */
function nameOf({ generator, k, ncp, cap, ingredients }: Settings): string {
  const parts: string[] = [generator];
  if (k !== defaultSettings.k) parts.push(`k ${k}`);
  if (ncp !== defaultSettings.ncp) parts.push(`ncp ${ncp}`);
  if (cap !== null) parts.push(`cap ${cap}`);
  for (const id of Object.keys(ingredients) as (keyof Ingredients)[]) {
    if (ingredients[id] !== defaultIngredients[id]) parts.push(`${id} ${ingredients[id]}`);
  }
  return parts.join(', ');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function head(titles: readonly string[]): string {
  return `${line(titles)}\n${line(titles.map(() => '---'))}`;
}
