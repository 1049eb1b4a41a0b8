/** What the rail says of each step. */
import type { MarkKind } from '../components/Mark.svelte';
import type { Messages } from '../messages/index.ts';
import type { Session } from './session.svelte.ts';
import { isResult, stepIds, type StepId } from './steps.ts';

export interface StepState {
  readonly id: StepId;
  readonly label: string;
  readonly reachable: boolean;
  readonly mark: MarkKind | null;
  /** The state in a word; empty when there is nothing to say. */
  readonly word: string;
}

const nothing = { mark: null, word: '' };

function stateOf(step: StepId, session: Session, t: Messages): { mark: MarkKind | null; word: string } {
  const { source, record, running } = session;
  if (!session.reachable(step)) {
    return { mark: null, word: isResult(step) ? t.steps.lockedResults : t.steps.locked };
  }
  if (step === 'run' && running !== null) return { mark: 'running', word: t.steps.running };
  if (step === 'run' || isResult(step)) {
    if (step === 'verdict' && session.auditing?.kind === 'audit') return { mark: 'running', word: t.steps.auditing };
    if (record !== null && session.stale) return { mark: 'stale', word: t.steps.stale };
    return record !== null && step === 'run' ? { mark: 'done', word: t.steps.done } : nothing;
  }
  if (source === null) return nothing;
  if (step === 'reading') {
    const open = session.openReading;
    return open > 0 ? { mark: 'decide', word: t.steps.decide(open) } : { mark: 'done', word: t.steps.done };
  }
  if (step === 'columns' && session.undecided.length > 0) {
    return { mark: 'decide', word: t.steps.decide(session.undecided.length) };
  }
  if (step === 'settings' && record === null) return nothing;
  return { mark: 'done', word: t.steps.done };
}

export const stepStates = (session: Session, t: Messages): readonly StepState[] =>
  stepIds.map((id) => ({
    id,
    label: t.steps[id],
    reachable: session.reachable(id),
    ...stateOf(id, session, t),
  }));
