/** Language, theme and text size: the only things kept between visits, and the only use of storage in the page. */
import { speakers, type Language, type Speaker } from '../../engine/words/words.ts';
import { messages, type Messages } from '../messages/index.ts';

export type Theme = 'auto' | 'light' | 'dark';
export type TextSize = 'normal' | 'large' | 'larger';

const languages: readonly Language[] = ['en', 'fr'];
const themes: readonly Theme[] = ['auto', 'light', 'dark'];
const sizes: readonly TextSize[] = ['normal', 'large', 'larger'];

/** Storage may be refused (private windows, policies): then the choice lasts as long as the page. */
function recall<T extends string>(key: string, allowed: readonly T[]): T | null {
  try {
    const kept = localStorage.getItem(`sosie.${key}`);
    return allowed.find((value) => value === kept) ?? null;
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(`sosie.${key}`, value);
  } catch {
    // Nothing to do: the choice is simply not remembered.
  }
}

const guessLanguage = (): Language =>
  navigator.languages.some((tag) => tag.toLowerCase().startsWith('fr')) &&
  !navigator.languages[0]?.toLowerCase().startsWith('en')
    ? 'fr'
    : 'en';

class Preferences {
  #language = $state<Language>(recall('language', languages) ?? guessLanguage());
  #theme = $state<Theme>(recall('theme', themes) ?? 'auto');
  #textSize = $state<TextSize>(recall('text', sizes) ?? 'normal');

  get language(): Language {
    return this.#language;
  }
  set language(value: Language) {
    this.#language = value;
    keep('language', value);
  }

  get theme(): Theme {
    return this.#theme;
  }
  set theme(value: Theme) {
    this.#theme = value;
    keep('theme', value);
  }

  get textSize(): TextSize {
    return this.#textSize;
  }
  set textSize(value: TextSize) {
    this.#textSize = value;
    keep('text', value);
  }

  /** The sentences of the interface in the current language. */
  get t(): Messages {
    return messages[this.#language];
  }

  /** Numbers and plurals in the current language. */
  get speak(): Speaker {
    return speakers[this.#language];
  }
}

/** `ui.t` says, `ui.speak` counts; both follow the language switch without a reload. */
export const ui = new Preferences();
