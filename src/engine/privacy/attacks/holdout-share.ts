/**
 * A4. Do synthetic rows stand closer to the patients they were made from than to as many patients who were not there?
 *
 *   share = 100 mean over synthetic rows of [a < b] + 1/2 [a = b]        50 = ideal
 *
 * a the distance to the nearest of as many members, drawn at random, as there are controls; b to the nearest control.
 * Interval by bootstrap over the rounds (over rows when there is one round: then too narrow, `intervalOver` says so).
 * A smoke test: it misses leaks that are not about distance. Source: privacy.md A4, T7 (Platzer and Reutterer 2021).
 */
import { quantile } from '../../numeric/quantile.ts';
import { permutation, streamPurpose } from '../../numeric/random.ts';
import { takeRows } from '../../table/table.ts';
import type { Attack } from './attack.ts';
import { nearestDistances } from './distances.ts';
import { measured, notMeasurable } from './results.ts';

const replicates = 1000;
const tie = 1e-9;
const fewestPatients = 11;

export interface ShareTally {
  /** 1 closer to a member, .5 tied, 0 closer to a control; one a synthetic row. */
  readonly closer: Float64Array;
  readonly members: number;
  readonly controls: number;
}

export const holdoutShare: Attack<ShareTally> = {
  id: 'holdout-share',
  async tally({ members, controls, synthetic, spaces }, { random, signal }) {
    const size = Math.min(members.rowCount, controls.rowCount);
    const stream = random.stream(streamPurpose.audit, 0);
    const draw = (count: number) => permutation(count, stream).slice(0, size);
    const view = spaces.coded.on();
    const a = await nearestDistances(view, synthetic, takeRows(members, draw(members.rowCount)), signal);
    const b = await nearestDistances(view, synthetic, takeRows(controls, draw(controls.rowCount)), signal);
    const closer = a.map((distance, i) => {
      const gap = b[i]! - distance;
      return Math.abs(gap) <= tie * Math.max(1, distance) ? 0.5 : gap > 0 ? 1 : 0;
    });
    return { closer, members: size, controls: size };
  },
  conclude(tallies, { random }) {
    const controls = tallies.reduce((sum, tally) => sum + tally.controls, 0);
    if (controls < fewestPatients) return [notMeasurable('holdout-share', 'linkability', 'too-few-controls')];
    const shares = tallies.map(({ closer }) => 100 * average(closer));
    const stream = random.stream(streamPurpose.audit, 0);
    const pool = shares.length > 1 ? Float64Array.from(shares) : tallies[0]!.closer.map((one) => 100 * one);
    const found = Float64Array.from({ length: replicates }, () => {
      let sum = 0;
      for (let i = 0; i < pool.length; i++) sum += pool[stream.below(pool.length)]!;
      return sum / pool.length;
    });
    const perRound = tallies[0]!.controls;
    return [
      measured({
        id: 'holdout-share',
        criterion: 'linkability',
        value: average(shares),
        member: null,
        control: 50,
        interval: [quantile(found, 0.025), quantile(found, 0.975)],
        members: perRound,
        controls: perRound,
        smallestEffect: 98 / Math.sqrt(perRound),
        detail: { perRound: shares, excess: average(shares) - 50, intervalOver: shares.length > 1 ? 'rounds' : 'rows' },
      }),
    ];
  },
};

const average = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
};
