/** Undo and redo over any immutable value. Each entry is the value after a change, with the line that tells it. */
export interface Entry<T, L> {
  readonly value: T;
  readonly line: L;
  readonly merge: string | null;
}

const limit = 100;

export class History<T, L> {
  #start = $state.raw<T>() as T;
  #entries = $state.raw<readonly Entry<T, L>[]>([]);
  /** How many entries are in force; those after it can be redone. */
  #position = $state(0);

  constructor(start: T) {
    this.#start = start;
  }

  /** The value before the oldest entry. */
  get start(): T {
    return this.#start;
  }

  get value(): T {
    return this.#position === 0 ? this.#start : this.#entries[this.#position - 1]!.value;
  }

  /** The value before the present entry; the start has none before it. */
  get former(): T {
    return this.#position < 2 ? this.#start : this.#entries[this.#position - 2]!.value;
  }

  get entries(): readonly Entry<T, L>[] {
    return this.#entries;
  }

  get position(): number {
    return this.#position;
  }

  get canUndo(): boolean {
    return this.#position > 0;
  }

  get canRedo(): boolean {
    return this.#position < this.#entries.length;
  }

  /** Adds a change. It replaces the last one when both carry the same merge key. */
  push(value: T, line: L, merge: string | null = null): void {
    const past = this.#entries.slice(0, this.#position);
    if (merge !== null && past.at(-1)?.merge === merge) past.pop();
    past.push({ value, line, merge });
    const excess = past.length - limit;
    if (excess > 0) this.#start = past[excess - 1]!.value;
    this.#entries = past.slice(Math.max(0, excess));
    this.#position = this.#entries.length;
  }

  /** Moves to just after entry `position` (0 is the start), inside the bounds. */
  go(position: number): void {
    this.#position = Math.max(0, Math.min(this.#entries.length, position));
  }

  undo(): void {
    this.go(this.#position - 1);
  }

  redo(): void {
    this.go(this.#position + 1);
  }

  /** Forgets the last change without leaving it to be redone. */
  discard(): void {
    this.#entries = this.#entries.slice(0, this.#position).slice(0, -1);
    this.#position = this.#entries.length;
  }

  /** Corrects the present entry where it stands; those that can be redone stay. */
  amend(value: T, line?: L): void {
    const index = this.#position - 1;
    this.#entries = this.#entries.map((entry, i) =>
      i === index ? { ...entry, value, line: line ?? entry.line } : entry,
    );
  }

  reset(start: T): void {
    this.#start = start;
    this.#entries = [];
    this.#position = 0;
  }
}
