import { expect, test } from 'vitest';
import { makeCohort } from '../../bench/identify/cohort.ts';
import { locales } from '../../bench/identify/dice.ts';
import { judge } from '../../bench/identify/measure.ts';

/** A small part of what `npm run bench:identify` measures: the aims of the specification, on one cohort a language. */
test.each(locales)('cohort in %s: certain is right, direct identifiers are found', async (locale) => {
  const judged = await judge(makeCohort(locale, 41_000_003));
  const certain = judged.filter(({ certainty }) => certainty === 'certain');
  const right = certain.filter(({ truth, kind }) => truth.kinds.includes(kind!));
  expect(right.length / certain.length).toBeGreaterThanOrEqual(0.99);
  const direct = judged.filter(
    ({ truth }) => truth.group === 'direct' && (truth.byValues || truth.style === 'explicit'),
  );
  const found = direct.filter(({ certainty }) => certainty === 'certain' || certainty === 'likely');
  expect(found.length / direct.length).toBeGreaterThanOrEqual(0.98);
  expect(judged.length).toBeGreaterThan(100);
});
