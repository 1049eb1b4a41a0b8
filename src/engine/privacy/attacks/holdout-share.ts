/**
 * A4. Do synthetic rows stand closer to the patients they were made from than to as many patients who were not there?
 *
 *   share = 100 mean over synthetic rows of [a < b] + 1/2 [a = b]        50 = ideal
 *
 * a the distance to the nearest of as many members, drawn at random, as there are controls; b to the nearest control.
 * Interval over the rounds: mean +- t s / sqrt(rounds), Student's t, since a bootstrap of five figures is too narrow. With
 * one round, +- 98 / sqrt(m) x 2 sqrt(share (1 - share)), m patients on each side: the rows are not what varies, the
 * patients are. Above 5 000 synthetic rows, 2 000 of them are looked at. A smoke test: it misses leaks that are not about distance. Source: privacy.md A4, T7 (Platzer and Reutterer 2021).
 */
import { studentQuantile975 } from '../../numeric/student.ts';
import { mean } from '../../numeric/statistics.ts';
import { permutation, streamPurpose } from '../../numeric/random.ts';
import { takeRows } from '../../table/table.ts';
import { type Attack, stepControl } from './attack.ts';
import { nearestDistances } from './distances.ts';
import { measured, notMeasurable } from './results.ts';

const tie = 1e-9;
const fewestPatients = 11;
/** Above so many synthetic rows, some of them are looked at. */
const rowsForSample = 5000;
const sampled = 2000;

export interface ShareTally {
  /** 1 closer to a member, .5 tied, 0 closer to a control; one a synthetic row. */
  readonly closer: Float64Array;
  readonly members: number;
  readonly controls: number;
}

export const holdoutShare: Attack<ShareTally | null> = {
  id: 'holdout-share',
  async tally({ members, controls, synthetic, spaces }, tools) {
    if (synthetic.rowCount === 0 || controls.rowCount === 0) return null;
    const size = Math.min(members.rowCount, controls.rowCount);
    const stream = tools.random.stream(streamPurpose.audit, 0);
    const draw = (count: number) => permutation(count, stream).slice(0, size);
    const view = spaces.coded.on();
    const [near, far] = [takeRows(members, draw(members.rowCount)), takeRows(controls, draw(controls.rowCount))];
    const rows = synthetic.rowCount > rowsForSample ? permutation(synthetic.rowCount, stream).slice(0, sampled) : null;
    const looked = rows === null ? synthetic : takeRows(synthetic, rows);
    const a = await nearestDistances(view, looked, near, stepControl(tools, 0, 0.5));
    const b = await nearestDistances(view, looked, far, stepControl(tools, 0.5, 1));
    const closer = a.map((distance, i) => {
      const gap = b[i]! - distance;
      return Math.abs(gap) <= tie * Math.max(1, distance) ? 0.5 : gap > 0 ? 1 : 0;
    });
    return { closer, members: size, controls: size };
  },
  conclude(tallies) {
    const rounds = tallies.filter((tally) => tally !== null);
    const controls = rounds.reduce((sum, tally) => sum + tally.controls, 0);
    if (controls < fewestPatients) return [notMeasurable('holdout-share', 'linkability', 'too-few-controls')];
    const shares = rounds.map(({ closer }) => 100 * mean(closer));
    const share = mean(shares);
    const perRound = Math.round(controls / rounds.length);
    const alone = 98 / Math.sqrt(perRound);
    const half = shares.length > 1 ? overRounds(shares) : alone * 2 * Math.sqrt((share / 100) * (1 - share / 100));
    return [
      measured({
        id: 'holdout-share',
        criterion: 'linkability',
        value: share,
        member: null,
        control: 50,
        interval: [Math.max(0, share - half), Math.min(100, share + half)],
        members: perRound,
        controls: perRound,
        smallestEffect: alone,
        detail: {
          syntheticRows: rounds[0]!.closer.length,
          perRound: shares,
          excess: share - 50,
          intervalOver: shares.length > 1 ? 'rounds' : 'patients',
        },
      }),
    ];
  },
};

function overRounds(shares: readonly number[]): number {
  const center = mean(shares);
  const square = shares.reduce((sum, one) => sum + (one - center) ** 2, 0) / (shares.length - 1);
  return studentQuantile975(shares.length - 1) * Math.sqrt(square / shares.length);
}
