/** Columns picked for a common change: by click, by Shift and a range, by the arrows. */
import { setOf } from './names.ts';

export class Selection {
  /** Replaced whole at each change: one thing to watch, however many the columns. */
  #names = $state.raw<ReadonlySet<string>>(setOf([]));
  #anchor: string | null = null;

  get names(): ReadonlySet<string> {
    return this.#names;
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  set(name: string, on: boolean): void {
    const others = [...this.#names].filter((each) => each !== name);
    this.#names = setOf(on ? [...others, name] : others);
    this.#anchor = name;
  }

  /** From the last one touched to this one, in the order shown. */
  extend(order: readonly string[], name: string): void {
    const from = this.#anchor === null ? -1 : order.indexOf(this.#anchor);
    const to = order.indexOf(name);
    if (from < 0 || to < 0) return this.set(name, true);
    this.#names = setOf([...this.#names, ...order.slice(Math.min(from, to), Math.max(from, to) + 1)]);
  }

  setAll(order: readonly string[], on: boolean): void {
    this.#names = setOf(on ? order : []);
  }

  /** Forgets those that are no longer columns. */
  keepOnly(present: ReadonlySet<string>): void {
    const names = [...this.#names].filter((name) => present.has(name));
    if (names.length < this.#names.size) this.#names = setOf(names);
  }

  clear(): void {
    this.#names = setOf([]);
    this.#anchor = null;
  }
}
