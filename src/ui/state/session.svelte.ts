/**
 * The work of one visit: a file, what the user decided about it, and what was computed. Decisions are the single
 * undoable value; everything else follows from them or comes from the engine.
 */
import { SosieError, toCodedError, type CodedError } from '../../engine/errors.ts';
import type { FileBytes, Engine } from '../../workers/engine.ts';
import type { ColumnType } from '../../engine/table/table.ts';
import type { ColumnView, Decisions, ExportBlock, PlanView, SourceView } from '../../workers/protocol.ts';
import { forgetEngine, loadEngine } from './engine-loader.ts';
import { announcer } from './announce.svelte.ts';
import {
  initialDecisions,
  isOpen,
  keepsDirect,
  keptColumns,
  onHold,
  openFindings,
  roleOf,
  runKey,
  sameDecisions,
  sameReading,
  withoutColumns,
} from './decisions.ts';
import { History } from './history.svelte.ts';
import { lineWithout, mergeKey, type JournalLine } from './journal.ts';
import { Navigation } from './navigation.svelte.ts';
import { ui } from './preferences.svelte.ts';
import { RunHistory, Running, type RunRecord } from './run-state.svelte.ts';
import {
  refusedTypes,
  withEmptied,
  withFormerTypes,
  withHeldRoles,
  withoutTypeChoice,
  type Refusal,
} from './settle.ts';
import { isReachable, type StepId } from './steps.ts';
import { sayRefusal } from './refusal-words.ts';

export type Doing = 'open' | 'read' | 'plan' | 'run' | 'export' | 'draw';

export interface Problem {
  readonly error: CodedError;
  readonly doing: Doing;
}

const planDelay = 120;

export class Session {
  readonly navigation = new Navigation((step) => this.reachable(step));
  readonly history = new History<Decisions, JournalLine>(initialDecisions(ui.language));
  readonly runs = new RunHistory();

  source = $state.raw<SourceView | null>(null);
  plan = $state.raw<PlanView | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** Types asked by the last choice that the reader could not give: they were taken back. */
  refused = $state.raw<readonly Refusal[]>([]);
  /** Kept columns that would block the download, as the engine counts them. */
  blocks = $state.raw<readonly ExportBlock[]>([]);
  opening = $state.raw<{ readonly name: string; readonly share: number } | null>(null);
  rereading = $state(false);
  running = $state.raw<Running | null>(null);
  cancelled = $state(false);
  /** The question whether to cancel is on screen. */
  asking = $state(false);
  /** A file is held over the page. */
  dragging = $state(false);
  /** A file that would replace unsaved work, waiting for a yes. */
  offered = $state.raw<File | null>(null);

  #openSignal: AbortController | null = null;
  #readSignal: AbortController | null = null;
  #readAs: Decisions | null = null;
  #planTimer: ReturnType<typeof setTimeout> | undefined;
  #planCount = 0;
  /** Types as read when nobody chose one. */
  #natural: Readonly<Record<string, ColumnType>> = {};

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
  readonly stale = $derived(this.record !== null && this.record.key !== this.key);

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
  async offer(file: File): Promise<void> {
    if (this.unsaved) this.offered = file;
    else await this.#openFile(file);
  }

  async acceptOffer(): Promise<void> {
    const file = this.offered;
    this.offered = null;
    if (file !== null) await this.#openFile(file);
  }

  async #openFile(file: File): Promise<void> {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      await this.open({ fileName: file.name, bytes });
    } catch (error) {
      // The browser could not read it: moved, locked by another program, or a folder.
      this.#fail(new SosieError('unreadable', {}, { file: file.name }, { cause: error }), 'open');
    }
  }

  /** Opens a file. What was loaded before stays until the new file is read. */
  async open(file: FileBytes): Promise<void> {
    this.#openSignal?.abort();
    const controller = (this.#openSignal = new AbortController());
    const start = initialDecisions(ui.language);
    this.opening = { name: file.fileName, share: 0 };
    this.problem = null;
    try {
      const engine = await loadEngine();
      const source = await engine.open(controller.signal, file, start.reading, (share) => {
        if (this.#openSignal === controller) this.opening = { name: file.fileName, share };
      });
      if (controller.signal.aborted) return;
      this.cancel();
      this.runs.clear();
      this.history.reset(start);
      this.source = null;
      this.refused = [];
      this.#natural = {};
      this.#received(source);
      this.goto('reading');
    } catch (error) {
      if (!controller.signal.aborted) this.#fail(error, 'open');
    } finally {
      if (this.#openSignal === controller) this.opening = null;
    }
  }

  /** Makes a decision: a line in the journal, and whatever depends on it follows. */
  apply(next: Decisions | null, line: JournalLine): void {
    if (next === null || this.source === null) return;
    this.refused = [];
    this.history.push(next, line, mergeKey(line));
    void this.#follow(() => this.history.discard());
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
    void this.#follow(() => this.history.go(former));
  }

  isBlocked(column: string): boolean {
    return this.blocks.some((block) => block.column === column);
  }

  /** The type a column had before the one chosen for it; `null` when that is not known. */
  typeBefore(column: string): ColumnType | null {
    const before = withoutTypeChoice(this.#past(), column).reading.types ?? {};
    return Object.hasOwn(before, column)
      ? before[column]!
      : Object.hasOwn(this.#natural, column)
        ? this.#natural[column]!
        : null;
  }

  /** Takes back the choice of a type, as a new line of the journal. */
  backToType(column: string): void {
    const type = this.typeBefore(column);
    this.apply(withoutTypeChoice(this.#past(), column), { kind: 'type-back', column, type });
  }

  /** Forgets what was said of columns that are not there. */
  forgetOnHold(): void {
    const { columns } = this.onHold;
    this.apply(withoutColumns(this.decisions, columns), { kind: 'forget', columns });
  }

  #past(): readonly Decisions[] {
    const { start, entries, position } = this.history;
    return [start, ...entries.slice(0, position).map(({ value }) => value)];
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

  /** Computes with the present decisions, unless it was done already. */
  async start(): Promise<void> {
    const { source, decisions, key } = this;
    if (source === null || this.running !== null || this.rereading) return;
    if (this.runs.find(key) !== null) return this.goto('verdict');
    const running = (this.running = new Running(key, this.plan));
    this.problem = null;
    this.cancelled = false;
    this.goto('run');
    try {
      const engine = await loadEngine();
      const view = await engine.run(running.controller.signal, decisions, (progress) => (running.progress = progress));
      if (running.controller.signal.aborted) return;
      this.runs.add({ key, decisions, view, milliseconds: running.elapsed(performance.now()) });
      announcer.say(ui.t.run.announceDone);
      if (this.step === 'run') this.goto('verdict');
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
    this.#openSignal?.abort();
    this.#readSignal?.abort();
    this.cancel();
    clearTimeout(this.#planTimer);
    this.goto('home');
    this.source = null;
    this.plan = null;
    this.problem = null;
    this.refused = [];
    this.blocks = [];
    this.#natural = {};
    this.cancelled = false;
    this.runs.clear();
    this.history.reset(initialDecisions(ui.language));
    await forgetEngine();
  }

  /** Whether leaving the page would lose work. */
  get unsaved(): boolean {
    return this.running !== null || this.history.entries.length > 0 || this.runs.records.length > 0;
  }

  #received(source: SourceView): void {
    const held = withHeldRoles(this.source, source, this.decisions);
    if (held !== this.decisions) this.history.amend(held);
    const types = this.decisions.reading.types ?? {};
    const read = source.columns.filter(({ name }) => !Object.hasOwn(types, name));
    this.#natural = { ...this.#natural, ...Object.fromEntries(read.map(({ name, type }) => [name, type])) };
    this.source = withEmptied(source, this.decisions, this.#natural);
    this.#readAs = this.decisions;
    this.#schedulePlan();
  }

  /** A type that the reader did not give is taken back, and said; true when there was one. */
  #takeBack(source: SourceView): boolean {
    const { history, decisions } = this;
    const refused = refusedTypes(source, decisions);
    if (refused.length === 0) return false;
    const columns = refused.map(({ column }) => column);
    const next = withFormerTypes(decisions, history.former, columns);
    const line = history.entries[history.position - 1]?.line;
    const left = line === undefined ? null : lineWithout(line, columns);
    if (!history.canRedo && (left === null || sameDecisions(next, history.former))) history.discard();
    else history.amend(next, left ?? line);
    // What it is read as from now on: the type it had.
    const types = { ...this.#natural, ...next.reading.types };
    this.refused = refused.map((each) => ({ ...each, got: types[each.column] ?? each.got }));
    announcer.say(this.refused.map((each) => sayRefusal(each, ui.t)).join(' '));
    return true;
  }

  /** Brings the file and the plan in line with the decisions; `restore` takes the last change back if reading fails. */
  async #follow(restore: () => void): Promise<void> {
    this.problem = null;
    this.#readSignal?.abort();
    if (this.#readAs !== null && sameReading(this.#readAs, this.decisions)) {
      this.rereading = false;
      this.#schedulePlan();
      return;
    }
    const controller = (this.#readSignal = new AbortController());
    const { decisions } = this;
    this.rereading = true;
    try {
      const engine = await loadEngine();
      const source = await engine.reread(controller.signal, decisions.reading);
      if (controller.signal.aborted) return;
      if (this.#takeBack(source)) void this.#follow(() => undefined);
      else this.#received(source);
    } catch (error) {
      if (controller.signal.aborted) return;
      restore();
      this.#fail(error, 'read');
    } finally {
      if (this.#readSignal === controller) this.rereading = false;
    }
  }

  #schedulePlan(): void {
    clearTimeout(this.#planTimer);
    this.#planTimer = setTimeout(() => void this.#makePlan(), this.plan === null ? 0 : planDelay);
  }

  async #makePlan(): Promise<void> {
    if (this.source === null) return;
    const count = ++this.#planCount;
    const { decisions } = this;
    const plan = await this.ask('plan', (engine) => engine.plan(decisions));
    if (count !== this.#planCount || plan === null) return;
    this.plan = plan;
    // Only what looks like an identifier, or was given another type, is worth the count of valid check digits.
    const types = decisions.reading.types ?? {};
    const doubtful = this.kept.some(
      ({ name, findings }) => Object.hasOwn(types, name) || findings.some(({ code }) => code === 'E09'),
    );
    const blocks = doubtful ? await this.ask('plan', (engine) => engine.exportBlocks(decisions)) : [];
    if (count === this.#planCount) this.blocks = blocks ?? [];
  }

  #fail(error: unknown, doing: Doing): void {
    const coded = toCodedError(error);
    if (coded.code === 'E18') return;
    this.problem = { error: coded, doing };
  }
}
