import { isQuantity, type LevelColumn } from '../table/table.ts';
import { countsOf } from './merge-rare.ts';
import { mapLevels, sameName, type DerivationDefinition, type DerivationOf } from './definition.ts';

/** First and last category of each chapter. Source: WHO, ICD-10, tabular list (22 chapters). */
const chapters = [
  ['A00', 'B99'],
  ['C00', 'D48'],
  ['D50', 'D89'],
  ['E00', 'E90'],
  ['F00', 'F99'],
  ['G00', 'G99'],
  ['H00', 'H59'],
  ['H60', 'H95'],
  ['I00', 'I99'],
  ['J00', 'J99'],
  ['K00', 'K93'],
  ['L00', 'L99'],
  ['M00', 'M99'],
  ['N00', 'N99'],
  ['O00', 'O99'],
  ['P00', 'P96'],
  ['Q00', 'Q99'],
  ['R00', 'R99'],
  ['S00', 'T98'],
  ['U00', 'U99'],
  ['V01', 'Y98'],
  ['Z00', 'Z99'],
] as const;

const enough = 0.8;

/** The chapter of an ICD-10 code, as its range (`I50.1` is in `I00-I99`); `null` for what is no code. */
export function chapterOf(text: string): string | null {
  const category = /^([A-Z]\d\d)(?:[.\s]?[\dA-Z+*!†-]{0,5})$/.exec(text.trim().toUpperCase())?.[1];
  if (category === undefined) return null;
  const chapter = chapters.find(([first, last]) => category >= first && category <= last);
  return chapter === undefined ? null : `${chapter[0]}-${chapter[1]}`;
}

/**
 * ICD-10 codes (CIM-10) told by their chapter. A cell that is no code becomes missing, and is counted.
 * Source: `privacy.md`, section 8, "Rare diagnoses".
 */
export const icdChapter: DerivationDefinition<DerivationOf<'icd-chapter'>> = {
  takes: (column) => !isQuantity(column) && column.type !== 'empty' && isCoded(column),
  phase: 'rows',
  role: null,
  rename: sameName,
  apply: (column) => (isQuantity(column) || !icdChapter.takes(column) ? 'type' : mapLevels(column, chapterOf)),
};

function isCoded(column: LevelColumn): boolean {
  let present = 0;
  let coded = 0;
  for (const [level, count] of countsOf(column)) {
    present += count;
    if (chapterOf(level) !== null) coded += count;
  }
  return present > 0 && coded >= present * enough;
}
