/** A short run of the search for files that hurt the readers; `npm run fuzz` is the long one. */
import { expect, test } from 'vitest';
import { attempt } from '../../fuzz/fuzz.ts';
import { makeSeeds } from '../../fuzz/seeds.ts';

const seed = 20_260_101;
/** About two seconds. */
const count = 210;

test(`bent files give coded errors or sound tables (seed ${seed})`, { timeout: 60_000 }, async () => {
  const seeds = makeSeeds(true);
  for (let index = 0; index < count; index++) {
    const { wrong, from } = await attempt(seeds, seed, index);
    expect(wrong, `input ${index}, from ${from}`).toBeNull();
  }
});
