/** What a screen reader is told: one live region for the whole page, spoken politely. */
class Announcer {
  text = $state('');
  #odd = false;

  /** Says it again even when the sentence is the same as the last. */
  say(text: string): void {
    this.#odd = !this.#odd;
    this.text = this.#odd ? text : `${text}\u00a0`;
  }
}

export const announcer = new Announcer();
