/** Where a key leads in the list of columns. Pure, but for the letters typed a moment ago. */
import { plain } from './plain.ts';

const page = 10;

/** The row to go to, from row `index` of `count`; `null` when the key does not move. */
export function rowAfter(key: string, index: number, count: number): number | null {
  const target: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  };
  if (!Object.hasOwn(target, key) || count === 0) return null;
  return Math.max(0, Math.min(count - 1, target[key]!));
}

/** Letters typed within this many milliseconds of one another make one word. */
const patience = 900;

/** Finds a column by the first letters of its name, as lists of the system do. */
export class TypeAhead {
  #typed = '';
  #last = -Infinity;

  /** Whether a word is being typed: a space then belongs to it. */
  isTyping(now: number): boolean {
    return this.#typed !== '' && now - this.#last < patience;
  }

  /**
   * The row that the letters typed so far lead to; `null` when none does. The same letter again goes to the next name
   * that begins with it; a name that only contains the word comes after those that begin with it.
   */
  find(letter: string, names: readonly string[], from: number, now: number): number | null {
    const going = this.isTyping(now);
    this.#last = now;
    this.#typed = going ? this.#typed + plain(letter) : plain(letter);
    const repeated = [...this.#typed].every((each) => each === this.#typed[0]);
    const word = repeated ? this.#typed[0]! : this.#typed;
    const start = going && !repeated ? from : from + 1;
    const folded = names.map(plain);
    const around = (matches: (name: string) => boolean): number | null => {
      for (let step = 0; step < names.length; step++) {
        const index = (start + step) % names.length;
        if (matches(folded[index]!)) return index;
      }
      return null;
    };
    return around((name) => name.startsWith(word)) ?? (repeated ? null : around((name) => name.includes(word)));
  }
}
