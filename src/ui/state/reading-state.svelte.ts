/** The file as it is read now, kept in line with the decisions; a type the reader cannot give is taken back. */
import type { ColumnType } from '../../engine/table/table.ts';
import type { Decisions, SourceView } from '../../workers/protocol.ts';
import { announcer } from './announce.svelte.ts';
import { fileName, isComputed, sameDecisions, sameReading } from './decisions.ts';
import { loadEngine } from './engine-loader.ts';
import type { History } from './history.svelte.ts';
import { lineWithout, type JournalLine } from './journal.ts';
import { ui } from './preferences.svelte.ts';
import { sayRefusal } from './refusal-words.ts';
import {
  refusedTypes,
  withEmptied,
  withFormerTypes,
  withHeldRoles,
  withoutTypeChoice,
  type Refusal,
} from './settle.ts';

interface Host {
  readonly history: History<Decisions, JournalLine>;
  fail(error: unknown): void;
  /** The file now is as the decisions say. */
  settled(decisions: Decisions): void;
}

export class Reading {
  source = $state.raw<SourceView | null>(null);
  /** Types asked by the last choice that the reader could not give: they were taken back. */
  refused = $state.raw<readonly Refusal[]>([]);
  again = $state(false);

  #signal: AbortController | null = null;
  #readAs: Decisions | null = null;
  /** Types as read when nobody chose one. */
  #natural: Readonly<Record<string, ColumnType>> = {};
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Takes what the reader answered for the present decisions. */
  received(source: SourceView): void {
    const { history } = this.#host;
    const held = withHeldRoles(this.source, source, history.value);
    if (held !== history.value) history.amend(held);
    const types = history.value.reading.types ?? {};
    const read = source.columns.filter(
      (column) => !Object.hasOwn(types, fileName(column)) && !isComputed(column, history.value),
    );
    this.#natural = { ...this.#natural, ...Object.fromEntries(read.map((column) => [fileName(column), column.type])) };
    this.source = withEmptied(source, history.value, this.#natural);
    this.#readAs = history.value;
    this.#host.settled(history.value);
  }

  /** Brings the file in line with the decisions; `restore` takes the last change back if reading fails. */
  async follow(restore: () => void): Promise<void> {
    const { history, settled, fail } = this.#host;
    this.#signal?.abort();
    if (this.#readAs !== null && sameReading(this.#readAs, history.value)) {
      this.again = false;
      settled(history.value);
      return;
    }
    const controller = (this.#signal = new AbortController());
    const { reading } = history.value;
    this.again = true;
    try {
      const engine = await loadEngine();
      const source = await engine.reread(controller.signal, reading);
      if (controller.signal.aborted) return;
      if (this.#takeBack(source)) void this.follow(() => undefined);
      else this.received(source);
    } catch (error) {
      if (controller.signal.aborted) return;
      restore();
      fail(error);
    } finally {
      if (this.#signal === controller) this.again = false;
    }
  }

  /** The type a column had before the one chosen for it; `null` when that is not known. */
  typeBefore(column: string): ColumnType | null {
    const before = this.withoutType(column).reading.types ?? {};
    if (Object.hasOwn(before, column)) return before[column]!;
    return Object.hasOwn(this.#natural, column) ? this.#natural[column]! : null;
  }

  /** The decisions without the choice that gave this column its type. */
  withoutType(column: string): Decisions {
    const { start, entries, position } = this.#host.history;
    return withoutTypeChoice([start, ...entries.slice(0, position).map(({ value }) => value)], column);
  }

  clear(): void {
    this.#signal?.abort();
    this.source = null;
    this.refused = [];
    this.#natural = {};
    this.#readAs = null;
  }

  /** A type that the reader did not give is taken back, and said; true when there was one. */
  #takeBack(source: SourceView): boolean {
    const { history } = this.#host;
    const refused = refusedTypes(source, history.value);
    if (refused.length === 0) return false;
    const columns = refused.map(({ column }) => column);
    const next = withFormerTypes(history.value, history.former, columns);
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
}
