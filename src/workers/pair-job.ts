/** Judges a synthetic file made elsewhere. Knows nothing of workers, so it is tested in Node. */
import { attackPair } from '../engine/audit/pair.ts';
import { evaluate } from '../engine/evaluate.ts';
import { shuffledOrder } from '../engine/generate/shuffle.ts';
import type { Settings } from '../engine/generate/settings.ts';
import type { NeighborSearch } from '../engine/neighbors/search.ts';
import { alignTable } from '../engine/read/align.ts';
import { fromArrowIPC } from '../engine/table/arrow.ts';
import type { DeclaredRoles } from '../engine/table/roles.ts';
import { utilityReport } from '../engine/utility/report.ts';
import { viewRun, withoutRows } from '../engine/view.ts';
import type { RunView } from './protocol.ts';
import { freshSource } from './run-job.ts';

/** Tables as Arrow IPC bytes, read with the types and levels of the original. */
export interface Pair {
  readonly original: Uint8Array;
  readonly synthetic: Uint8Array;
  readonly control: Uint8Array | null;
  readonly paired: boolean;
  readonly settings: Settings;
  readonly roles: DeclaredRoles;
}

/** Share of the bar that the indicators take, before the attacks. */
const indicators = 0.2;
const attacking = 0.65;

export async function judgePair(
  pair: Pair,
  search: NeighborSearch,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<RunView> {
  const { settings, roles, paired } = pair;
  const original = fromArrowIPC(pair.original);
  const synthetic = alignTable(original, fromArrowIPC(pair.synthetic)).table;
  const controls = pair.control && alignTable(original, fromArrowIPC(pair.control)).table;
  onProgress(0);
  const { ncp, weights } = settings;
  const evaluation = await evaluate(original, synthetic, { ncp, weights, paired, search, roles }, { signal });
  onProgress(indicators);
  const attacks = await attackPair(
    { members: original, synthetic, controls, roles, search, random: freshSource() },
    { signal, onProgress: ({ share }) => onProgress(indicators + attacking * share) },
  );
  const utility = await utilityReport(original, synthetic, roles, { effort: 'quick', random: freshSource(), signal });
  const shuffling = freshSource();
  const order = shuffledOrder(synthetic.rowCount, shuffling);
  shuffling.destroy();
  const view = viewRun({ evaluation, order, timings: evaluation.timings }, crypto.randomUUID(), settings, search.name);
  return { ...view, utility, metrics: [...view.metrics, ...attacks.map(withoutRows)] };
}
