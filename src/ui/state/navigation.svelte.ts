/** Which step is shown. The browser's Back goes to the previous one; the address never changes and carries no name. */
import { isStep, type StepId } from './steps.ts';

interface Place {
  readonly step: StepId;
}

const placeOf = (state: unknown): Place | null =>
  typeof state === 'object' && state !== null && 'step' in state && isStep(state.step) ? { step: state.step } : null;

export class Navigation {
  #step = $state<StepId>('home');
  readonly #allowed: (step: StepId) => boolean;

  constructor(allowed: (step: StepId) => boolean) {
    this.#allowed = allowed;
    history.replaceState({ step: 'home' } satisfies Place, '');
    addEventListener('popstate', (event) => {
      const step = placeOf(event.state)?.step ?? 'home';
      this.#step = this.#allowed(step) ? step : 'home';
    });
  }

  get step(): StepId {
    return this.#step;
  }

  go(step: StepId): void {
    if (step === this.#step || !this.#allowed(step)) return;
    this.#step = step;
    history.pushState({ step } satisfies Place, '');
    scrollTo({ top: 0 });
  }
}
