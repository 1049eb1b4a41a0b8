/** Bent inputs in order: input `index` of a seed is the same wherever and whenever it is made. */
import { judge } from './judge.ts';
import { mutate } from './mutate.ts';
import { randomOf } from './random.ts';
import type { Seed } from './seeds.ts';

export interface Trial {
  readonly index: number;
  readonly format: Seed['format'];
  /** Seed file it comes from. */
  readonly from: string;
  readonly milliseconds: number;
  /** What is wrong, or `null`. */
  readonly wrong: string | null;
}

export interface Input {
  readonly from: Seed;
  readonly bytes: Uint8Array;
}

/** Formats take turns, so that one with many seeds does not crowd out the others. */
export function makeInput(seeds: readonly Seed[], seed: number, index: number): Input {
  const random = randomOf(seed, index);
  const formats = [...new Set(seeds.map(({ format }) => format))];
  const format = formats[index % formats.length]!;
  const same = seeds.filter((each) => each.format === format);
  const from = random.pick(same);
  return { from, bytes: mutate(from, random.pick(random.below(3) === 0 ? seeds : same), random) };
}

export async function attempt(seeds: readonly Seed[], seed: number, index: number): Promise<Trial> {
  const { from, bytes } = makeInput(seeds, seed, index);
  const judged = await judge(bytes, from.name, randomOf(seed ^ 0x5bd1e995, index));
  return { index, format: from.format, from: from.name, ...judged };
}
