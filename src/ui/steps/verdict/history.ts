/** What the table of computations says of each. Pure. */
import type { Decision, DecisionLine } from '../../../workers/protocol.ts';
import type { RunHistory } from '../../state/run-state.svelte.ts';
import { failing } from './policy-view.ts';

/** Whether there is something to count, or to go back to: one evaluation of a file made elsewhere is neither. */
export const hasHistory = ({ made, records }: Pick<RunHistory, 'made' | 'records'>): boolean =>
  made > 0 || records.length > 1;

/** The worst line that reads an attack; `null` when all of them hold. */
export const worstAttack = ({ lines }: Decision): DecisionLine | null =>
  failing(lines).find(({ metric, run }) => metric !== null && run !== null) ?? null;
