/**
 * `npm run bench [-- --only nearest --realm node]`: times each case in Node and in Chromium, prints one table. Times
 * depend on the machine; the ratios to the baseline of the same run are what to look at. `~` marks a time measured on
 * part of the job and scaled up.
 */
import { parseArgs } from 'node:util';
import type { BenchRow } from './case.ts';
import { benchCases } from './cases/index.ts';
import { runInChromium } from './chromium.ts';
import { runInNode } from './node.ts';
import { table } from './report.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, realm: { type: 'string' } } });
const titles = benchCases.map(({ title }) => title).filter((title) => title.includes(values.only ?? ''));
const say = (row: BenchRow) => process.stderr.write(`${row.realm}  ${row.title}  ${row.contender}\n`);

const rows: BenchRow[] = [];
if (values.realm !== 'chromium') rows.push(...(await runInNode(titles, say)));
if (values.realm !== 'node') rows.push(...(await runInChromium(titles, say)));
console.log(table(rows));
