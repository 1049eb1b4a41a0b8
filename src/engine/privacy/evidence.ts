/**
 * The distances that the privacy metrics read, computed once for all of them.
 *
 * - `closest`: for each synthetic row, its two nearest originals;
 * - `cloaking`: for each original that has an avatar, how many other avatars stand closer to it than its own (only
 *   where the pairs are known), in the order of the synthetic rows.
 */
import type { CloserResult, NearestResult, NeighborSearch, Points } from '../neighbors/search.ts';
import type { RunControl } from '../generate/generator.ts';
import { searchPoints } from '../factor/project.ts';
import type { Table } from '../table/table.ts';
import { type CellIdentity, identifyCells } from './cells.ts';
import { fullSpace, metricSpace, type MetricSpace } from './space.ts';

export interface Distances {
  /** `null` when the original has fewer than two rows. */
  readonly closest: NearestResult | null;
  readonly cloaking: CloserResult | null;
}

export interface PrivacyEvidence {
  readonly original: Table;
  readonly synthetic: Table;
  /** `pairs[i]`: the original that synthetic row i was made for; `null` when that is not known. */
  readonly pairs: Int32Array | null;
  readonly space: MetricSpace;
  /** `null` when no column of the original varies: every distance would be 0. */
  readonly headline: Distances | null;
  /** In all coded columns; `null` when it was not asked for or would cost too much. */
  readonly full: Distances | null;
  readonly cells: CellIdentity;
}

export interface EvidenceOptions {
  readonly ncp: number;
  readonly weights?: Readonly<Record<string, number>>;
  /** `pairs[i]`: the original that synthetic row i was made for; `null` when that is not known. */
  readonly pairs: Int32Array | null;
  readonly search: NeighborSearch;
}

/** Pairs x columns above which the full-space details are left out (about ten seconds of one core). */
const fullSpaceBudget = 1e11;

export async function gatherEvidence(
  original: Table,
  synthetic: Table,
  options: EvidenceOptions,
  control: RunControl = {},
): Promise<PrivacyEvidence> {
  const space = metricSpace(original, synthetic, options.ncp, options.weights);
  const cost = original.rowCount * synthetic.rowCount * space.model.coding.width;
  const withFull = cost <= fullSpaceBudget;
  const passes = (options.pairs ? 2 : 1) * (withFull ? 2 : 1);
  let finished = 0;
  const measure = async (points: { original: Points; synthetic: Points }): Promise<Distances> => {
    const track = {
      ...(control.signal && { signal: control.signal }),
      onProgress: (done: number, total: number) => control.onProgress?.('privacy', finished + done / total, passes),
    };
    const originals = searchPoints(points.original);
    const avatars = searchPoints(points.synthetic);
    const k = Math.min(2, originals.count);
    const closest =
      k < 2 || avatars.count === 0
        ? null
        : await options.search.nearest({ points: originals, queries: avatars, k, excludeSame: false }, track);
    finished++;
    const cloaking = options.pairs
      ? await options.search.countCloser({ points: avatars, queries: pointsAt(originals, options.pairs) }, track)
      : null;
    if (options.pairs) finished++;
    return { closest, cloaking };
  };
  const spread = space.model.axes > 0;
  const headline = spread ? await measure(space.axes) : null;
  const full = spread && withFull ? await measure(fullSpace(space)) : null;
  const cells = identifyCells(original, synthetic);
  return { original, synthetic, pairs: options.pairs, space, headline, full, cells };
}

/** The points named, in that order. */
function pointsAt({ dimensions, values }: Points, rows: Int32Array): Points {
  const chosen = new Float64Array(rows.length * dimensions);
  rows.forEach((row, i) => chosen.set(values.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions));
  return { count: rows.length, dimensions, values: chosen };
}
