/** What the table of computations says of each. Pure. */
import type { Decision, DecisionLine } from '../../../workers/protocol.ts';
import { failing } from './policy-view.ts';

/** The worst line that reads an attack; `null` when all of them hold. */
export const worstAttack = ({ lines }: Decision): DecisionLine | null =>
  failing(lines).find(({ metric, run }) => metric !== null && run !== null) ?? null;
