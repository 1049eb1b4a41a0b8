/**
 * `npm run bench:identify [-- --seed 1 --cohorts 60 --misses]`: precision and recall of the detection of identifiers on made-up
 * cohorts in French, Québec French and English. `--misses` prints each identifier that was not found.
 */
import { parseArgs } from 'node:util';
import { makeCohort } from './cohort.ts';
import { locales } from './dice.ts';
import { judge, type Judged } from './measure.ts';
import { report } from './report.ts';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    cohorts: { type: 'string', default: '60' },
    misses: { type: 'boolean', default: false },
  },
});

const judged: Judged[] = [];
for (let i = 0; i < Number(options.cohorts); i++) {
  judged.push(...(await judge(makeCohort(locales[i % locales.length]!, Number(options.seed) * 100_000 + i))));
}
if (options.misses) {
  for (const { locale, truth, kind, certainty } of judged) {
    const missed = truth.group === 'direct' && certainty !== 'certain' && certainty !== 'likely';
    const wrong = kind !== null && !truth.kinds.includes(kind);
    if (missed || wrong || (kind === null && truth.group === 'quasi' && truth.style === 'explicit'))
      console.log([missed ? 'missed' : 'wrong', locale, truth.id, `“${truth.name}”`, kind, certainty].join('\t'));
  }
} else console.log(report(judged));
