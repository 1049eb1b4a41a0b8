/** A7. Are there synthetic rows closer to a member than unseen patients ever get (`near-copies.ts`)? And exact copies? */
import { streamPurpose } from '../../numeric/random.ts';
import { withoutNoise } from '../../numeric/roc.ts';
import { type Attack, stepControl } from './attack.ts';
import { distancesToSynthetic } from './distances.ts';
import { concludeExactCopies, type ExactCopies, findExactCopies } from './exact-copies.ts';
import { concludeNearCopies, type NearestDistances } from './near-copies.ts';
import { notMeasurable } from './results.ts';

export interface CopiesTally {
  readonly nearest: NearestDistances;
  readonly exact: ExactCopies;
}

export const copies: Attack<CopiesTally | null> = {
  id: 'copies',
  async tally(round, tools) {
    if (round.synthetic.rowCount === 0) return null;
    const { filled } = round;
    const side = async (who: 'members' | 'controls', ids: Int32Array) => {
      const distances = (await distancesToSynthetic(round, filled, who, stepControl(tools))).map(withoutNoise);
      const rows = round.attacked?.[who];
      if (rows === undefined) return { ids, distances };
      return { ids: rows.map((row) => ids[row]!), distances: Float64Array.from(rows, (row) => distances[row]!) };
    };
    return {
      nearest: {
        members: await side('members', round.memberIds),
        controls: await side('controls', round.controlIds),
      },
      exact: findExactCopies(round),
    };
  },
  async conclude(tallies, { random, signal }) {
    const rounds = tallies.filter((tally) => tally !== null);
    if (rounds.length === 0) {
      return ['near-copies', 'exact-copies'].map((id) => notMeasurable(id, 'singling-out', 'too-few-rows'));
    }
    return [
      await concludeNearCopies(
        rounds.map(({ nearest }) => nearest),
        random.stream(streamPurpose.audit, 0),
        signal,
      ),
      concludeExactCopies(rounds.map(({ exact }) => exact)),
    ];
  },
};
