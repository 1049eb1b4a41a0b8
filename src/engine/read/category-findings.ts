/** What is worth saying about small columns of levels or codes: ticks beside blanks, two codes, signs nobody sees. */
import type { Finding } from '../table/schema.ts';
import { isQuantity } from '../table/table.ts';
import { foldText, hasUnseen } from './cells/text.ts';
import type { ReadColumn } from './read-column.ts';
import { cellsOf, referencesOf } from './source.ts';
import { kindOf } from './tally.ts';

/** The "no" that answers each word for "yes". */
const answers: Readonly<Record<string, string>> = {
  x: 'non',
  oui: 'non',
  o: 'n',
  yes: 'no',
  y: 'n',
  vrai: 'faux',
  v: 'f',
  true: 'false',
  1: '0',
  checked: 'unchecked',
  coche: 'non coché',
  '✓': '✗',
  '✔': '✘',
  '☑': '☐',
  '☒': '☐',
};

export const categoryFindings = (read: ReadColumn, language: 'fr' | 'en'): Finding[] => [
  ...tickFindings(read, language),
  ...twoCodeFindings(read),
  ...unseenFindings(read),
];

/** E111: one answer and blanks: a blank may be a "no", or a question that nobody answered. */
function tickFindings({ source, tally, built, asked }: ReadColumn, language: 'fr' | 'en'): Finding[] {
  if (source.blanks === 0 || asked !== undefined || tally.distinct === 0 || tally.distinct > 4) return [];
  if (tally.count.missing > 0 || tally.count.likely > 0) return [];
  const codes = source.texts.flatMap((_, code) => (kindOf(tally, code) === 'unused' ? [] : [code]));
  const words = new Set(codes.map((code) => foldText(source.texts[code]!)));
  const [word = ''] = words;
  if (words.size !== 1 || !Object.hasOwn(answers, word)) return [];
  const column = source.name;
  const into = word === 'x' && language === 'en' ? 'no' : answers[word]!;
  return [
    {
      code: 'E111',
      severity: 'decide',
      column,
      params: { column, count: cellsOf(source, codes), blanks: source.blanks, mark: source.texts[codes[0]!]!, into },
      fixes: [
        { kind: 'merge-levels', column, levels: [''], into },
        { kind: 'set-type', column, type: built.column.type },
      ],
    },
  ];
}

/** E112: 1 and 2 only: two groups in code more often than a quantity. */
function twoCodeFindings({ source, built, asked }: ReadColumn): Finding[] {
  const { column } = built;
  if (!isQuantity(column) || column.type !== 'integer' || asked !== undefined) return [];
  const seen = new Set<number>();
  for (const [code, value] of (built.byCode ?? new Float64Array()).entries()) {
    if (Number.isNaN(value) || source.counts[code] === 0) continue;
    seen.add(value);
    if (seen.size > 2) return [];
  }
  if (seen.size !== 2 || !seen.has(1) || !seen.has(2)) return [];
  const { name } = source;
  return [
    {
      code: 'E112',
      severity: 'know',
      column: name,
      params: { column: name },
      fixes: [
        { kind: 'set-type', column: name, type: 'category' },
        { kind: 'set-type', column: name, type: 'integer' },
      ],
    },
  ];
}

/** E114: characters that nothing shows were taken out of cells or of the header. */
function unseenFindings({ source }: ReadColumn): Finding[] {
  const codes: number[] = [];
  source.cells.forEach((cell, code) => {
    if (typeof cell !== 'string' || source.counts[code] === 0 || cell === source.texts[code]) return;
    if (hasUnseen(cell)) codes.push(code);
  });
  const inHeader = source.header !== undefined && hasUnseen(source.header);
  if (codes.length === 0 && !inHeader) return [];
  const column = source.name;
  const params = { column, count: cellsOf(source, codes), header: inHeader ? 1 : 0 };
  return [{ code: 'E114', severity: 'know', column, params, cells: referencesOf(source, codes) }];
}
