/** A file made elsewhere that is being judged against the open one. */
import type { Decisions, EvaluationRequest } from '../../workers/protocol.ts';
import { loadEngine } from './engine-loader.ts';
import { finishedRun, type RunRecord } from './run-state.svelte.ts';

export class Evaluating {
  readonly name: string;
  readonly controller = new AbortController();
  readonly startedAt = performance.now();
  share = $state(0);

  constructor(name: string) {
    this.name = name;
  }
}

export class Evaluations {
  current = $state.raw<Evaluating | null>(null);
  #count = 0;
  readonly #fail: (error: unknown) => void;

  constructor(fail: (error: unknown) => void) {
    this.#fail = fail;
  }

  /** The evaluation as a record of its own; `null` when it failed, was abandoned, or another one is under way. */
  async run(request: EvaluationRequest, decisions: Decisions, basis: string): Promise<RunRecord | null> {
    if (this.current !== null) return null;
    const { fileName } = request.synthetic;
    const evaluating = (this.current = new Evaluating(fileName));
    const { signal } = evaluating.controller;
    try {
      const engine = await loadEngine();
      const view = await engine.evaluateFile(signal, decisions, request, (share) => (evaluating.share = share));
      if (signal.aborted) return null;
      const key = `elsewhere/${++this.#count}`;
      const milliseconds = performance.now() - evaluating.startedAt;
      return { ...finishedRun({ key, decisions, view, milliseconds }), basis, elsewhere: true, fileName };
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
      return null;
    } finally {
      if (this.current === evaluating) this.current = null;
    }
  }

  cancel(): void {
    this.current?.controller.abort();
    this.current = null;
  }
}
