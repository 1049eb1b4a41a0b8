/** Ordered scales: levels that have a natural order from low to high, by their words or by the number inside them. */
import { oddCell } from './odd.ts';
import { scanNumber, scanValue } from './numbers.ts';
import { foldText } from './text.ts';

/** Words of known scales, lowest first; spellings of one step are separated by `|`. Compared in lower case, no accents. */
const scales: readonly (readonly string[])[] = [
  'aucun|aucune|absent|absente|absence|nul|nulle|non|none|no|neant;minime|trace|traces|tres leger|tres legere|minimal;leger|legere|faible|light|mild|bas;modere|moderee|moyen|moyenne|moderate|medium;severe|important|importante|fort|forte|eleve|elevee|marque|marquee|high;tres severe|tres important|tres importante|tres fort|tres forte|tres eleve|majeur|majeure|critique|very severe|very high|extreme',
  'faible|low|bas|basse;intermediaire|moyen|moyenne|medium|moderate|intermediate;eleve|elevee|haut|haute|fort|forte|high;tres eleve|tres haut|very high',
  'petit|petite|small;moyen|moyenne|medium;grand|grande|large;tres grand|tres grande|extra large',
  "pas du tout d'accord|tout a fait en desaccord|fortement en desaccord|strongly disagree;plutot pas d'accord|pas d'accord|en desaccord|desaccord|disagree;ni d'accord ni pas d'accord|ni d'accord ni en desaccord|neutre|sans opinion|neutral|neither agree nor disagree;plutot d'accord|d'accord|agree;tout a fait d'accord|fortement d'accord|totalement d'accord|strongly agree",
  'jamais|never;presque jamais|tres rarement|almost never;rarement|rare|rarely|seldom;parfois|quelquefois|de temps en temps|occasionnellement|sometimes|occasionally;souvent|frequemment|often|frequently|usually;tres souvent|presque toujours|very often|almost always;toujours|always',
  'tres mauvais|tres mauvaise|very poor|very bad;mauvais|mauvaise|poor|bad;passable|moyen|moyenne|acceptable|fair|average;assez bon|assez bonne;bon|bonne|good;tres bon|tres bonne|very good;excellent|excellente',
  'pas du tout|not at all;un peu|a little|a little bit|slightly;moyennement|moderement|somewhat|moderately;beaucoup|quite a bit|a lot|very;enormement|extremement|extremely|very much',
  'tres insatisfait|tres insatisfaite|very dissatisfied;insatisfait|insatisfaite|dissatisfied;neutre|neutral;satisfait|satisfaite|satisfied;tres satisfait|tres satisfaite|very satisfied',
  'jamais|non-fumeur|non fumeur|never|never smoker;ancien|ex-fumeur|ex fumeur|ancien fumeur|sevre|former|ex-smoker|former smoker;actif|fumeur|fumeur actif|actuel|current|current smoker|smoker',
  'ecole primaire|primaire|primary;college|secondaire|secondary;lycee|bac|baccalaureat|high school;universite|superieur|university|higher',
  'negatif|negative|neg|nég|-|0;douteux|trace|traces|tr|+/-|±;+|1+;++|2+;+++|3+;++++|4+',
  'incomplete|incomplet;unverified|non verifie;complete|complet',
].map((scale) => scale.split(';'));

const stepsOf = scales.map(
  (steps) => new Map(steps.flatMap((step, rank) => step.split('|').map((word) => [foldText(word), rank] as const))),
);

const roman = /^(?:(.*?)[ .-]?)??(0|i{1,3}|iv|vi{0,3}|v|ix|x)([a-d]\d?|bis)?$/;
const romans = ['0', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
const numbered = /^(?:([a-z' ]*?)[ .:°-]?)(\d{1,2})([a-d]|bis)?\+?$/;
/** What stands before the numbers of a scale, when they have more than one letter. */
const stems =
  /^(?:t|pt|ct|ypt|n|pn|cn|m|g|p|f|s|a|k|grade|stade|stage|classe|class|niveau|level|asa|nyha|ecog|score|type|gold|ccs|killip|child|fontaine|phase|palier|degre|degree|birads|bi-rads|acr|pirads|pi-rads|gleason|isup|ajcc|figo|iss|ps|pas|step|trimestre|cat|categorie|category|quartile|quintile|tertile|q)?$/;

const most = 15;
const longest = 60;

/**
 * The levels from lowest to highest where they form a scale; `null` where they do not. Three levels at least.
 *
 * Told by: words of one known scale; Roman numerals (`0, I, II, IIIa`); a name and a number (`T1`, `Grade 2`, `ASA 3`);
 * ranges of numbers (`<18`, `18-40`, `>65`). `TX`, `NX` and `MX` (not assessed) have no place and are left out.
 */
export function orderLevels(written: readonly string[]): string[] | null {
  const levels = written.filter((level) => !/^[cpy]{0,2}[TNM]x$/i.test(level));
  if (levels.length < 2 || levels.length > most || levels.some(({ length }) => length > longest)) return null;
  const folded = levels.map((level) => foldText(level).replace(/\s+/g, ' '));
  const ranks =
    byWords(folded) ??
    byNumeral(folded, roman, (text) => romans.indexOf(text)) ??
    byNumbered(folded) ??
    byRange(levels);
  if (!ranks) return null;
  return levels
    .map((level, i) => ({ level, rank: ranks[i]! }))
    .sort((a, b) => a.rank - b.rank || (a.level < b.level ? -1 : 1))
    .map(({ level }) => level);
}

function byWords(levels: readonly string[]): number[] | null {
  if (levels.length < 3) return null;
  for (const steps of stepsOf) {
    const ranks = levels.map((level) => steps.get(level) ?? -1);
    if (ranks.every((rank) => rank >= 0) && new Set(ranks).size >= 3) return ranks;
  }
  return null;
}

/** Numbers after one and the same name, with a letter of their own at the end (`IIIb`). */
function byNumeral(levels: readonly string[], shape: RegExp, valueOf: (text: string) => number): number[] | null {
  const found = levels.map((level) => shape.exec(level));
  const names = new Set(found.map((match) => match?.[1] ?? ''));
  if (found.includes(null) || names.size > 1 || !stems.test([...names][0]!.trim())) return null;
  const ranks = found.map((match) => {
    const letter = match![3] ?? '';
    return (
      valueOf(match![2]!) +
      (letter === '' ? 0 : (letter.charCodeAt(0) - 96) / 10 + Number(letter.slice(1) || 0) / 100 || 0.1)
    );
  });
  return new Set(ranks).size === levels.length && levels.length >= 3 && ranks.some((rank) => rank > 0) ? ranks : null;
}

const byNumbered = (levels: readonly string[]): number[] | null =>
  levels.every((level) => /^\d+$/.test(level)) ? null : byNumeral(levels, numbered, Number);

/** `<18`, `18-40`, `41-65`, `>65`: each level has a place on the line, and they do not overlap. */
function byRange(levels: readonly string[]): number[] | null {
  if (levels.length < 3) return null;
  const ends = levels.map(rangeOf);
  if (ends.some((range) => range === null)) return null;
  const sorted = [...(ends as [number, number][])].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (sorted.every(([low, high]) => low === high)) return null;
  const apart = sorted.every(([low], i) => i === 0 || low >= sorted[i - 1]![1]);
  return apart ? (ends as [number, number][]).map(([low, high]) => (low === -Infinity ? high - 1e9 : low)) : null;
}

const between = /^[[\]]?\s*(\d[\d ,.]*?)\s*(?:-|–|à|a|to|;|et|and|\/)\s*(\d[\d ,.]*?)\s*(?:ans|years|kg|[[\]])?$/i;

function rangeOf(level: string): [number, number] | null {
  const ends = between.exec(level);
  if (ends) {
    const [low, high] = [ends[1]!, ends[2]!].map((text) => Number(text.replace(/\s/g, '').replace(',', '.')));
    return low! <= high! ? [low!, high!] : null;
  }
  const odd = oddCell(level);
  const plus = /^(\d+)\s*(?:\+|et plus|ans et plus|and (?:over|more|above))$/i.exec(level);
  if (plus) return [Number(plus[1]), Infinity];
  const scan = odd?.kind === 'bound' ? scanNumber(odd.number) : scanNumber(level);
  if (!scan) return null;
  const value = scanValue(scan, '.');
  if (odd?.kind !== 'bound') return [value, value];
  return /^\s*(?:<|≤|=<|inf|moins|less|under|below|au plus|at most)/i.test(level)
    ? [-Infinity, value]
    : [value, Infinity];
}
