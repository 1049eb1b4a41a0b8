/** The sentences of the utility report: apart, so that no other screen carries them. */
import { speakers, type Language } from '../../engine/words/words.ts';
import { frenchSpaces, typeset } from './typography.ts';
import { utilityEn, type UtilityWords } from './utility.en.ts';
import { utilityFr } from './utility.fr.ts';

export type { UtilityWords };

export const utilityWords: Readonly<Record<Language, UtilityWords>> = {
  en: utilityEn(speakers.en),
  fr: typeset(utilityFr(speakers.fr), frenchSpaces),
};
