/**
 * Names of people told by their values: a share of them holds a frequent first or last name, few hold a word of medicine
 * or a place. Source: privacy.md 8 (names: hit rate above 30 %); the lists are ours.
 */
import { foldText } from '../read/cells/text.ts';
import { sampleOf, type DistinctValues } from './values.ts';
import { firstNames } from './words/first-names.ts';
import { lastNames } from './words/last-names.ts';
import { everydayWords, hospitals, medicalEnding, notNames } from './words/other-words.ts';
import { wordSet } from './words/word-set.ts';
import { countryCodes, places } from './words/places.ts';

const sampleSize = 1000;
/** Share of names that is enough, by how many distinct values there are: short lists hold scales called after people. */
const enoughNamed = [
  { from: 20, share: 0.27 },
  { from: 8, share: 0.5 },
  { from: 4, share: 0.7 },
] as const;
const nearlyAll = 0.95;
const fewestPlaces = 8;
const enoughPlaces = 0.7;
const mostDenied = 0.15;
const mostShapeless = 0.2;

/** Rarer names are in no list: fewer are enough where capitalised words differ from row to row and no word denies it. */
const enoughAmongVaried = 0.12;
const varied = 0.3;
const variedValues = 20;
const hardlyDenied = 0.05;

export interface NameEvidence {
  /** Whether the values are capitalised words, many and different. */
  readonly isVaried: boolean;
  /** Distinct values looked at; those that hold a name; those that hold a word of medicine; those that are a place. */
  readonly looked: number;
  readonly named: number;
  readonly denied: number;
  readonly placed: number;
  /** Mean share of the words of a value that are names: of two words, chance makes one a name more often. */
  readonly share: number;
  /** Values that cannot be a name: digits, long sentences. */
  readonly shapeless: number;
  readonly examples: readonly string[];
}

const shape = /^[\p{L}\p{M}][\p{L}\p{M}'’.,\- ]*$/u;
const title = /^(?:dr|pr|prof|professeur|docteur|doctor|m|mr|mrs|ms|mme|mlle|miss|monsieur|madame|me)\b\.?\s+\p{L}/u;
const isName = (word: string): boolean => firstNames.has(word) || lastNames.has(word);

/** Small words inside a name, which start with no capital. */
const particles = wordSet('de du des la le les van von der den ben bin el al da dos do di del dit et of the a y e');
const startsLow = /(?<=[\s-])\p{Ll}[\p{L}\p{M}]*/gu;

/** Whether a word of a text with capitals starts without one, as in a title or a sentence ("Terrier noir"). */
const isSentence = (text: string): boolean =>
  /^\p{Lu}/u.test(text) && (text.match(startsLow) ?? []).some((word) => !particles.has(foldText(word)));

const isOwnName = (word: string): boolean => isName(word) && !everydayWords.has(word);

/** The words of a text, folded, without initials. */
const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1);

/** The share of the words of a name that are in the lists, particles aside; all of them after a title. */
function shareOfNames(text: string): number {
  if (title.test(foldText(text))) return 1;
  const words = wordsOf(text).filter((word) => !particles.has(word));
  return words.length === 0 ? 0 : words.filter(isOwnName).length / words.length;
}

/** What a value is: a name, a place, a word of medicine, none of them, or no text at all. */
export function readName(text: string): 'name' | 'place' | 'denied' | 'unknown' | 'shapeless' {
  if (text.length < 2 || text.length > 45 || !shape.test(text)) return 'shapeless';
  const words = wordsOf(text);
  if (words.length === 0 || words.length > 6) return 'shapeless';
  if (title.test(foldText(text)) && words.length > 1) return 'name';
  const whole = words.join(' ');
  if (hospitals.has(whole) || words.some((word) => notNames.has(word))) return 'denied';
  if (words.some((word) => medicalEnding.test(word) && !isName(word))) return 'denied';
  if (
    places.has(whole) ||
    /^(?:saint|sainte|st|ste|mont|ville|new|north|south|east|west|port|lake|fort) /.test(whole)
  ) {
    return 'place';
  }
  return words.some(isOwnName) && !isSentence(text) ? 'name' : 'unknown';
}

export function nameEvidence(values: DistinctValues): NameEvidence {
  const { texts } = sampleOf(values, sampleSize);
  const count = { name: 0, place: 0, denied: 0, unknown: 0, shapeless: 0 };
  const examples: string[] = [];
  let share = 0;
  for (const text of texts) {
    const kind = readName(text);
    count[kind]++;
    if (kind !== 'name') continue;
    examples.push(text);
    share += shareOfNames(text) / texts.length;
  }
  const capitalised = texts.filter((text) => /^\p{Lu}/u.test(text)).length;
  return {
    isVaried:
      values.distinct >= variedValues &&
      values.distinct >= values.present * varied &&
      capitalised >= texts.length * (1 - hardlyDenied),
    looked: texts.length,
    named: count.name,
    share,
    denied: count.denied,
    placed: count.place,
    shapeless: count.shapeless,
    examples,
  };
}

/** Whether the values are names of people, whatever the header says. */
export function areNames({ isVaried, looked, named, share, denied, placed, shapeless }: NameEvidence): boolean {
  if (shapeless > looked * mostShapeless || denied > looked * mostDenied || placed > named / 2) return false;
  if (isVaried && denied + shapeless <= looked * hardlyDenied && share >= enoughAmongVaried) return true;
  const enough = enoughNamed.find(({ from }) => looked >= from);
  return enough !== undefined && share >= enough.share;
}

/** Whether the values speak against a header that announces names. */
export const deniesNames = ({ looked, named, denied, placed, shapeless }: NameEvidence): boolean =>
  (denied + placed + shapeless) * 2 > looked && named * 10 < looked;

/** Whether the values are countries, regions or towns, or codes of countries, whatever the header says. */
export function arePlaces({ looked, named, placed }: NameEvidence, { texts }: DistinctValues): boolean {
  if (looked < fewestPlaces) return false;
  if (placed >= looked * enoughPlaces && placed > named * 2) return true;
  const codes = texts.filter((text) => text.length === 2 && countryCodes.has(text.toLowerCase()));
  return codes.length >= texts.length * nearlyAll;
}

const plainInitials = /^\p{Lu}{2}$/u;
const pointedInitials = /^(?:\p{Lu}\.[ -]?){1,3}\p{Lu}?\.?$/u;
/** Codes of two letters are a short list; letters with points are hardly anything else than initials. */
const fewestPlain = 40;
const fewestPointed = 10;

/** Initials: capital letters alone, too many different ones for a list of codes. */
export function areInitials({ texts, distinct, present }: DistinctValues): boolean {
  const share = (shapes: readonly RegExp[]): number =>
    texts.filter((text) => shapes.some((one) => one.test(text))).length / texts.length;
  if (distinct >= fewestPointed && share([pointedInitials]) >= nearlyAll) return true;
  return distinct >= fewestPlain && distinct * 4 >= present && share([plainInitials, pointedInitials]) >= nearlyAll;
}
