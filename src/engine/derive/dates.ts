/** What the name of a date says it is the date of. */
import { headerWords } from '../identify/lexicon.ts';

/** When the patient entered the study: what ages and delays are counted from. */
const index =
  /\b(inclusion|inclu|baseline|enrol\w*|randomi\w*|admission|entree|diagnos\w*|index|debut|start|consentement|consent|chirurgie|surgery|intervention|operation)\b/;
/** When the patient was seen. */
const visit =
  /\b(visite?|consult\w*|examen|exam|encounter|sejour|suivi|follow up|prelevement|sample|sampling|admission|entree|date)\b/;

export const isIndexDate = (name: string): boolean => index.test(headerWords(name));
export const isVisitDate = (name: string): boolean => visit.test(headerWords(name));
