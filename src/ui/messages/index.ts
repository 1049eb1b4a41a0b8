/** The interface's own sentences. English gives the shape; a key missing from French does not compile. */
import { speakers, type Language } from '../../engine/words/words.ts';
import { en, type Messages } from './en.ts';
import { fr } from './fr.ts';

export type { Messages };

export const messages: Readonly<Record<Language, Messages>> = { en: en(speakers.en), fr: fr(speakers.fr) };
