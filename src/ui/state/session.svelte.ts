/**
 * The work of one visit: a file, what the user decided about it, and what was computed. Decisions are the single
 * undoable value; everything else follows from them or comes from the engine.
 */
import { toCodedError } from '../../engine/errors.ts';
import type { Engine } from '../../workers/engine.ts';
import type { ColumnType } from '../../engine/table/table.ts';
import type {
  Advice,
  ColumnView,
  Decision,
  Decisions,
  EvaluationRequest,
  ExportBlock,
  PlanView,
  Preset,
  SourceView,
} from '../../workers/protocol.ts';
import { forgetEngine, loadEngine } from './engine-loader.ts';
import { announcer } from './announce.svelte.ts';
import { Audits, drawingTime, startsAlone, type Auditing } from './audit-state.svelte.ts';
import { initialDecisions, keptColumns, roleOf, runKey } from './decisions.ts';
import { onHold, withoutColumns } from './decisions-absent.ts';
import { isOpen, keepsDirect, openFindings } from './decisions-open.ts';
import { Evaluations, type Evaluating } from './evaluation-state.svelte.ts';
import { History } from './history.svelte.ts';
import { mergeKey, type JournalLine } from './journal.ts';
import { Navigation } from './navigation.svelte.ts';
import { Opening } from './opening-state.svelte.ts';
import { Planning } from './plan-state.svelte.ts';
import { ui } from './preferences.svelte.ts';
import type { Doing, Problem } from './problem.ts';
import { Recipes } from './recipe-state.svelte.ts';
import { Reading } from './reading-state.svelte.ts';
import { RunHistory, Running, finishedRun, type RunRecord } from './run-state.svelte.ts';
import type { Refusal } from './settle.ts';
import { isReachable, type StepId } from './steps.ts';
import { Utilities } from './utility-state.svelte.ts';
import { Verdicts } from './verdict-state.svelte.ts';

export type { Doing, Problem };

export class Session {
  readonly navigation = new Navigation((step) => this.reachable(step));
  readonly history = new History<Decisions, JournalLine>(initialDecisions(ui.language));
  readonly runs = new RunHistory();
  readonly verdicts: Verdicts = new Verdicts({
    shown: () => this.record,
    decide: (runId, preset) => this.ask('decide', (engine) => engine.decide(runId, preset)),
  });
  readonly audits = new Audits({
    runs: this.runs,
    fail: (error, doing) => this.#fail(error, doing),
    changed: () => this.verdicts.refresh(),
  });
  readonly utilities = new Utilities();
  readonly #planning = new Planning({
    plan: (decisions) => this.ask('plan', (engine) => engine.plan(decisions)),
    blocks: (decisions) => this.ask('plan', (engine) => engine.exportBlocks(decisions)),
    kept: () => this.kept,
  });
  readonly #reading = new Reading({
    history: this.history,
    fail: (error) => this.#fail(error, 'read'),
    settled: (decisions) => this.#planning.schedule(decisions),
  });
  readonly opened = new Opening({
    unsaved: () => this.unsaved,
    begins: () => (this.problem = null),
    received: (source, start) => {
      this.#forgetFile(start);
      this.#reading.received(source);
      this.goto('reading');
    },
    fail: (error) => this.#fail(error, 'open'),
  });
  readonly recipes: Recipes = new Recipes({
    view: (text, renamings) => this.ask('read', (engine) => engine.viewRecipe(text, renamings)),
    take: (choices) =>
      this.apply({ ...choices, reading: { ...choices.reading, language: ui.language } }, { kind: 'recipe' }),
  });
  readonly #evaluations = new Evaluations((error) => this.#fail(error, 'evaluate'));

  problem = $state.raw<Problem | null>(null);
  running = $state.raw<Running | null>(null);
  /** What the advisor last found, and for which file and decisions. */
  advice = $state.raw<Advice | null>(null);
  adviceKey = $state.raw<string | null>(null);
  cancelled = $state(false);
  /** The question whether to cancel is on screen. */
  asking = $state(false);
  /** A file is held over the page. */
  dragging = $state(false);

  readonly decisions = $derived(this.history.value);
  readonly key = $derived(this.source === null ? '' : runKey(this.source, this.decisions));
  readonly kept = $derived(this.source === null ? [] : keptColumns(this.source, this.decisions));
  /** Columns that wait for a decision. */
  readonly undecided = $derived.by<readonly ColumnView[]>(() =>
    (this.source?.columns ?? []).filter((column) => openFindings(column, this.decisions).length > 0),
  );
  /** Decisions about columns that the file, as read now, does not have. */
  readonly onHold = $derived(this.source === null ? { count: 0, columns: [] } : onHold(this.source, this.decisions));
  /** Kept columns that surely name people. */
  readonly directs = $derived(this.kept.filter((column) => keepsDirect(column, this.decisions)));
  /** Questions about the file itself that wait for an answer. */
  readonly openReading = $derived(
    (this.source?.findings ?? []).filter((finding) => isOpen(finding, null, this.decisions)).length,
  );
  /** The run shown in the results: that of the present decisions, or the last one, then stale. */
  readonly record = $derived<RunRecord | null>(this.source === null ? null : this.runs.shownFor(this.key));
  readonly stale = $derived(this.record !== null && this.record.basis !== this.key);
  /** What the engine decided of the run shown, under the preset; `null` until it answered, and for a file made elsewhere. */
  readonly decision = $derived<Decision | null>(this.record === null ? null : this.verdicts.of(this.record));

  get source(): SourceView | null {
    return this.#reading.source;
  }

  /** Types asked by the last choice that the reader could not give: they were taken back. */
  get refused(): readonly Refusal[] {
    return this.#reading.refused;
  }

  set refused(refused: readonly Refusal[]) {
    this.#reading.refused = refused;
  }

  get opening(): Opening['current'] {
    return this.opened.current;
  }

  get rereading(): boolean {
    return this.#reading.again;
  }

  get plan(): PlanView | null {
    return this.#planning.plan;
  }

  /** Kept columns that would block the download, as the engine counts them. */
  get blocks(): readonly ExportBlock[] {
    return this.#planning.blocks;
  }

  /** How far the file would go: the same tests, other bars. */
  get preset(): Preset {
    return this.verdicts.preset;
  }

  set preset(preset: Preset) {
    this.verdicts.preset = preset;
  }

  /** A file made elsewhere that is being judged. */
  get evaluating(): Evaluating | null {
    return this.#evaluations.current;
  }

  get auditing(): Auditing | null {
    return this.audits.current;
  }

  get step(): StepId {
    return this.navigation.step;
  }

  reachable(step: StepId): boolean {
    return isReachable(step, { file: this.source !== null, run: this.record !== null });
  }

  goto(step: StepId): void {
    this.navigation.go(step);
  }

  role(column: ColumnView) {
    return roleOf(column, this.decisions);
  }

  /** Opens a file the user gave, after a question when that would lose work. */
  offer(file: File): Promise<void> {
    return this.opened.offer(file);
  }

  /** Makes a decision: a line in the journal, and whatever depends on it follows. */
  apply(next: Decisions | null, line: JournalLine): void {
    if (next === null || this.source === null) return;
    this.refused = [];
    this.history.push(next, line, mergeKey(line));
    this.#follow(() => this.history.discard());
  }

  undo(): void {
    if (this.history.canUndo) this.returnTo(this.history.position - 1);
  }

  redo(): void {
    if (this.history.canRedo) this.returnTo(this.history.position + 1);
  }

  /** Moves to just after line `position` of the journal. */
  returnTo(position: number): void {
    const former = this.history.position;
    this.refused = [];
    this.history.go(position);
    this.#follow(() => this.history.go(former));
  }

  isBlocked(column: string): boolean {
    return this.blocks.some((block) => block.column === column);
  }

  /** The type a column had before the one chosen for it; `null` when that is not known. */
  typeBefore(column: string): ColumnType | null {
    return this.#reading.typeBefore(column);
  }

  /** Takes back the choice of a type, as a new line of the journal. */
  backToType(column: string): void {
    const type = this.typeBefore(column);
    this.apply(this.#reading.withoutType(column), { kind: 'type-back', column, type });
  }

  /** Forgets what was said of columns that are not there. */
  forgetOnHold(): void {
    const { columns } = this.onHold;
    this.apply(withoutColumns(this.decisions, columns), { kind: 'forget', columns });
  }

  /** Takes up again the decisions of the run shown. */
  revert(): void {
    const { record, history } = this;
    if (record === null) return;
    const index = history.entries.findLastIndex(({ value }) => value === record.decisions);
    if (index >= 0) this.returnTo(index + 1);
    else if (history.start === record.decisions) this.returnTo(0);
    else this.apply(record.decisions, { kind: 'revert' });
  }

  /** Looks at another of the finished runs. */
  show(record: RunRecord): void {
    this.runs.pick(record.key, this.key);
  }

  /** Computes with the present decisions, unless it was done already and `again` is not asked. */
  async start(again = false): Promise<void> {
    const { source, decisions, key } = this;
    if (source === null || this.running !== null || this.rereading) return;
    const done = this.runs.find(key);
    if (done !== null && !again) {
      this.show(done);
      return this.goto('verdict');
    }
    const running = (this.running = new Running(key, this.plan));
    this.audits.runStarts();
    this.problem = null;
    this.cancelled = false;
    this.goto('run');
    try {
      const engine = await loadEngine();
      const view = await engine.run(running.controller.signal, decisions, (progress) => (running.progress = progress));
      if (running.controller.signal.aborted) return;
      const record = finishedRun({ key, decisions, view, milliseconds: running.elapsed(performance.now()) });
      this.runs.add(record);
      this.audits.alive = key;
      this.verdicts.refresh();
      announcer.say(ui.t.run.announceDone);
      if (this.step === 'run') this.goto('verdict');
      if (startsAlone(running.auditMilliseconds))
        void this.audits.audit(record, running.auditMilliseconds, drawingTime);
    } catch (error) {
      if (!running.controller.signal.aborted) this.#fail(error, 'run');
    } finally {
      if (this.running === running) this.running = null;
    }
  }

  /** Abandons the computation under way, at once. */
  cancel(): void {
    if (this.running === null) return;
    this.running.controller.abort();
    this.running = null;
    this.cancelled = true;
    announcer.say(ui.t.run.announceCancelled);
  }

  /** Attacks the run shown. */
  async audit(): Promise<void> {
    if (this.record !== null) await this.audits.audit(this.record, this.plan?.auditMilliseconds ?? null);
  }

  /** Abandons the audit or the shadow test under way. */
  cancelAudit(): void {
    this.audits.cancel();
  }

  /** Runs the shadow test on the run shown. */
  async shadow(): Promise<void> {
    if (this.record !== null) await this.audits.shadow(this.record);
  }

  /** Judges a file made elsewhere against the open one. */
  async evaluateFile(request: EvaluationRequest): Promise<void> {
    if (this.source === null) return;
    this.problem = null;
    const record = await this.#evaluations.run(request, this.decisions, this.key);
    if (record === null) return;
    this.runs.add(record);
    this.show(record);
    this.goto('verdict');
  }

  cancelEvaluation(): void {
    this.#evaluations.cancel();
  }

  /** Whether there is something that can be cancelled; the question is then on screen. */
  askCancel(): boolean {
    this.asking = this.running !== null || this.auditing !== null || this.evaluating !== null;
    return this.asking;
  }

  /** Asks the engine for something about the file at hand; a failure becomes a problem on the page. */
  async ask<T>(doing: Doing, question: (engine: Engine) => Promise<T>): Promise<T | null> {
    try {
      return await question(await loadEngine());
    } catch (error) {
      this.#fail(error, doing);
      return null;
    }
  }

  /** Forgets the file, the decisions and every result. */
  async forget(): Promise<void> {
    this.opened.clear();
    this.goto('home');
    this.#forgetFile(initialDecisions(ui.language));
    await forgetEngine();
  }

  #forgetFile(start: Decisions): void {
    this.cancel();
    this.cancelEvaluation();
    this.audits.runStarts();
    this.#planning.clear();
    this.#reading.clear();
    this.recipes.cancel();
    this.problem = null;
    this.advice = null;
    this.adviceKey = null;
    this.cancelled = false;
    this.runs.clear();
    this.utilities.forget();
    this.verdicts.clear();
    this.history.reset(start);
  }

  /** Whether leaving the page would lose work. */
  get unsaved(): boolean {
    return this.running !== null || this.history.entries.length > 0 || this.runs.records.length > 0;
  }

  #follow(restore: () => void): void {
    this.problem = null;
    void this.#reading.follow(restore);
  }

  #fail(error: unknown, doing: Doing): void {
    const coded = toCodedError(error);
    if (coded.code === 'E18') return;
    this.problem = { error: coded, doing };
  }
}
