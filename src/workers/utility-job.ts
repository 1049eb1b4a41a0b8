/** Measures at length what a finished run kept. Knows nothing of workers, so it is tested in Node. */
import { fromArrowIPC } from '../engine/table/arrow.ts';
import type { DeclaredRoles } from '../engine/table/roles.ts';
import { utilityReport } from '../engine/utility/report.ts';
import type { UtilityEffort, UtilityReport } from './protocol.ts';
import { freshSource } from './run-job.ts';

/** Tables as Arrow IPC bytes; the synthetic one is shuffled. */
export interface Compared {
  readonly original: Uint8Array;
  readonly synthetic: Uint8Array;
  readonly roles: DeclaredRoles;
}

export function measureUtility(
  { original, synthetic, roles }: Compared,
  effort: UtilityEffort,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<UtilityReport> {
  return utilityReport(fromArrowIPC(original), fromArrowIPC(synthetic), roles, {
    effort,
    random: freshSource(),
    signal,
    onProgress,
  });
}
