/** Runs a case: medians of repeats, contenders taking turns so that a busy moment of the machine hits them all. */
import type { BenchCase, BenchRow, Realm } from './case.ts';

const leastRepeats = 3;
const mostRepeats = 15;
const enoughMilliseconds = 1500;

export async function measure(benchCase: BenchCase, realm: Realm): Promise<BenchRow[]> {
  const contenders = await benchCase.prepare(realm);
  const times = contenders.map((): number[] => []);
  for (const contender of contenders) await contender.run();
  for (let repeat = 0; repeat < mostRepeats; repeat++) {
    for (const [c, contender] of contenders.entries()) {
      const spent = times[c]!.reduce((sum, time) => sum + time, 0);
      if (repeat >= leastRepeats && spent > enoughMilliseconds) continue;
      const start = performance.now();
      await contender.run();
      times[c]!.push(performance.now() - start);
    }
  }
  const whole = contenders.map(({ share = 1 }, c) => median(times[c]!) / share);
  return contenders.map(({ name, share = 1 }, c) => ({
    title: benchCase.title,
    realm: realm.name,
    contender: name,
    milliseconds: whole[c]!,
    scaled: share < 1,
    ratio: whole[0]! / whole[c]!,
  }));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
