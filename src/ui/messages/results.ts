/** The sentences of the charts and of the three result screens: apart, so that the first screen does not carry them. */
import { speakers, type Language } from '../../engine/words/words.ts';
import { resultsEn, type Results } from './results.en.ts';
import { resultsFr } from './results.fr.ts';
import { frenchSpaces, typeset } from './typography.ts';

export type { Results };

export const resultWords: Readonly<Record<Language, Results>> = {
  en: resultsEn(speakers.en),
  fr: typeset(resultsFr(speakers.fr), frenchSpaces),
};
