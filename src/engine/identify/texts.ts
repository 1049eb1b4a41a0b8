/** What the values of a column tell, as texts, with what its header says. The surest evidence speaks first. */
import { isQuantity, type Column } from '../table/table.ts';
import { checkedHits } from './check-digits.ts';
import { areDiagnoses, rareCodes } from './diagnoses.ts';
import { geneticValues } from './genetic.ts';
import { arePostcodes } from './geography.ts';
import { byHeader } from './by-header.ts';
import type { Certainty, IdentifierKind, Verdict } from './kinds.ts';
import type { HeaderKind } from './lexicon.ts';
import { maskedExamples } from './mask.ts';
import { areInitials, areNames, arePlaces, nameEvidence, type NameEvidence } from './names.ts';
import { scanValues, type Hits, type Scan } from './scan.ts';
import { isFreeText, uniqueTexts } from './uniqueness.ts';
import { sampleOf, type DistinctValues } from './values.ts';

/** Levels held by fewer patients than this single people out (the floor of `privacy.md`). */
const rareCount = 11;
const sampleSize = 2000;

/** Values that match before a column is said to hold a kind: three, or this share. */
const fewestHits = 3;
const fewestShare = 0.01;
const half = 0.5;
const nearlyAll = 0.9;

export type MakeVerdict = (
  kind: IdentifierKind,
  certainty: Certainty,
  by: Verdict['by'],
  matching?: number,
  examples?: readonly string[],
) => Verdict;

export interface TextEvidence {
  readonly column: Column;
  readonly header: HeaderKind | null;
  readonly values: DistinctValues;
  readonly scan: Scan;
  readonly names: NameEvidence;
  readonly verdict: MakeVerdict;
}

/** A verdict on levels, or on whole numbers that may be codes. */
export function identifyTexts(column: Column, header: HeaderKind | null, values: DistinctValues): Verdict | null {
  const looked = values.texts.length;
  const verdict: MakeVerdict = (kind, certainty, by, matching = looked, examples = values.texts) => ({
    ...{ kind, certainty, by, matching, looked },
    examples: maskedExamples(examples),
  });
  const scan = scanValues(values);
  const checked = checkedHits(scan, values, header);
  if (checked?.certainty === 'certain') {
    const by = header === checked.kind ? 'both' : 'values';
    return { ...verdict(checked.kind, 'certain', by, checked.valid, checked.examples), looked: checked.checked };
  }
  const texts = !isQuantity(column) && column.type !== 'boolean';
  const names = texts ? nameEvidence(values) : noNames;
  const evidence: TextEvidence = { column, header, values, scan, names, verdict };
  const main = byPattern(evidence, half);
  if (main) return main;
  const genes = geneticValues(column, rareCount, values);
  if (genes && genes.matching.length >= looked * half)
    return verdict('genetic', 'likely', 'values', genes.matching.length, genes.matching);
  if (texts && !areNames(names) && isFreeText(values)) return verdict('free-text', 'certain', 'values');
  const some = byPattern(evidence, fewestShare);
  if (some) return some;
  if (checked && header !== 'centre') {
    return { ...verdict(checked.kind, 'likely', 'values', checked.valid, checked.examples), looked: checked.checked };
  }
  if (genes)
    return verdict(
      'genetic',
      'likely',
      genes.matching.length > 0 ? 'values' : 'header',
      genes.matching.length,
      genes.matching,
    );
  return byHeader(evidence) ?? byValues(evidence, texts);
}

const noNames: NameEvidence = {
  isVaried: false,
  looked: 0,
  named: 0,
  share: 0,
  denied: 0,
  placed: 0,
  shapeless: 0,
  examples: [],
};

/** Shapes that are always a way to reach or to name somebody, and how a header says the same. */
const sure = ['email', 'url', 'phone', 'dicom', 'uuid', 'address', 'path', 'ip', 'plate', 'gps'] as const;
/** Shapes that other things have too: most values must have them. */
const wholeColumn: ReadonlySet<string> = new Set(['path', 'ip', 'plate', 'gps', 'uuid', 'dicom']);
const octetOfAddress = 31;

function byPattern({ header, values, scan, verdict }: TextEvidence, share: number): Verdict | null {
  const looked = values.texts.length;
  const enough = (hits: Hits, kind: string): boolean =>
    share >= half || wholeColumn.has(kind)
      ? hits.distinct >= looked * half
      : hits.distinct >= fewestHits || hits.distinct >= looked * share;
  let best: { kind: (typeof sure)[number]; hits: Hits } | null = null;
  for (const kind of sure) {
    const hits = scan.get(kind);
    if (!hits || !enough(hits, kind) || mayBeOther(kind, hits, values, header)) continue;
    if (!best || hits.distinct > best.hits.distinct) best = { kind, hits };
  }
  if (best) {
    const { kind, hits } = best;
    const certainty = kind === 'gps' ? 'likely' : 'certain';
    return verdict(kind, certainty, header === null ? 'values' : 'both', hits.distinct, hits.examples);
  }
  const shapes = scan.get('nir-shape');
  const shaped = header === 'nir' ? half : nearlyAll;
  if (
    share >= half &&
    shapes &&
    shapes.distinct > looked * shaped &&
    shapes.distinct >= fewestHits &&
    areBirthCodes(shapes)
  ) {
    return verdict('nir', 'likely', header === 'nir' ? 'both' : 'values', shapes.distinct, shapes.examples);
  }
  const loose = (scan.get('loose-address')?.distinct ?? 0) + (scan.get('address')?.distinct ?? 0);
  if (share >= half && loose >= looked * half && loose >= fewestHits) {
    const { examples } = scan.get('loose-address')!;
    if (header === 'address' || areStreets(examples))
      return verdict('address', 'certain', header ? 'both' : 'values', loose, examples);
  }
  const bare = scan.get('bare-phone');
  if (share >= half && bare && bare.distinct >= looked * 0.9 && (header === 'phone' || areMobiles(bare, looked))) {
    return verdict(
      'phone',
      header === 'phone' ? 'certain' : 'likely',
      header ? 'both' : 'values',
      bare.distinct,
      bare.examples,
    );
  }
  return null;
}

/** Shapes that chance, programs and code systems make too. */
function mayBeOther(kind: IdentifierKind, hits: Hits, values: DistinctValues, header: HeaderKind | null): boolean {
  if (kind === 'ip') return areVersions(hits);
  if (kind === 'phone') return header !== 'phone' && hits.distinct < hits.shaped * nearlyAll;
  // Code systems have such numbers too, few for many rows.
  return kind === 'dicom' && header !== 'dicom' && values.distinct < values.present / 4;
}

/** Four numbers with points are a version of a program unless one is larger than versions get. */
const areVersions = ({ examples }: Hits): boolean =>
  examples.filter((text) => text.includes(':') || text.split('.').some((part) => Number(part) > octetOfAddress))
    .length *
    2 <
  examples.length;

/** A NIR starts with the sex, the year and the month of birth: numbers that all start alike are something else. */
function areBirthCodes({ examples }: Hits): boolean {
  const starts = new Set(examples.map((text) => text.replace(/\D/g, '').slice(0, 5)));
  const adults = examples.filter((text) => /^[1278]/.test(text)).length;
  return starts.size * 2 >= examples.length && adults >= examples.length * 0.8;
}

/** Number, then several capitalised words, all different: streets rather than doses or steps. */
function areStreets(examples: readonly string[]): boolean {
  const words = new Set(examples.map((text) => text.replace(/^\d+,?\s+/, '').toLowerCase()));
  const numbers = new Set(examples.map((text) => Number.parseInt(text, 10)));
  return words.size * 2 > examples.length && numbers.size * 2 > examples.length;
}

/** Ten bare digits are telephones when most start as mobile ones do: numbers padded with zeros do not. */
function areMobiles({ examples }: Hits, looked: number): boolean {
  return looked >= 10 && examples.filter((text) => /^0[67]/.test(text)).length * 2 > examples.length;
}

function byValues({ column, header, values, names, verdict }: TextEvidence, texts: boolean): Verdict | null {
  const sample = sampleOf(values, sampleSize);
  if (texts) {
    if (header !== 'centre' && header !== 'place' && header !== 'profile' && areNames(names)) {
      return { ...verdict('name', 'likely', 'values', names.named, names.examples), looked: names.looked };
    }
    if (arePlaces(names, sample))
      return { ...verdict('place', 'quasi', 'values', names.placed, []), looked: names.looked };
    if (areDiagnoses(sample, header === 'diagnosis')) {
      const rare = rareCodes(values, rareCount);
      return rare.length === 0 ? null : verdict('diagnosis', 'quasi', header ? 'both' : 'values', rare.length, []);
    }
  }
  if (column.type !== 'boolean' && header === null && arePostcodes(sample))
    return verdict('postcode', 'quasi', 'values');
  if (!texts || column.type === 'mixed') return null;
  if (areInitials(sample)) return verdict('initials', 'likely', 'values');
  const unique = uniqueTexts(values);
  return unique === null ? null : verdict(unique, 'likely', 'values');
}
