/** Values that a program spoiled before the file came here: dates made of codes, shortened numbers, broken letters. */
import type { Finding } from '../table/schema.ts';
import { monthOfName } from './cells/dates.ts';
import type { ReadColumn } from './read-column.ts';
import { cellsOf, referencesOf } from './source.ts';
import { codesOfKind } from './tally.ts';

const mostTexts = 20_000;

export function damageFindings(read: ReadColumn): Finding[] {
  if (read.source.cells.length > mostTexts) return [];
  return [...asDates(read), ...shortened(read), ...misread(read)];
}

function finding(code: 'E117' | 'E118' | 'E119', { source }: ReadColumn, codes: readonly number[]): Finding[] {
  if (codes.length === 0) return [];
  const column = source.name;
  const cells = referencesOf(source, codes);
  const { row = 0, text = '' } = cells[0] ?? {};
  return [{ code, severity: 'know', column, params: { column, count: cellsOf(source, codes), row, text }, cells }];
}

const dayMonth = /^(?:\d{1,2}[-. ](\p{L}{3,5})\.?|(\p{L}{3,5})\.?[-. ]\d{2})$/u;

/** E117: `1-mars`, `mars-20`, `4-Sep` where the other levels are no dates: a spreadsheet took `1-3` or `SEPT4` for a date. */
function asDates(read: ReadColumn): Finding[] {
  const { source, tally, built } = read;
  if (built.column.type !== 'category' && built.column.type !== 'mixed') return [];
  const texts = codesOfKind(source, tally, ['text', 'number']);
  const codes = texts.filter((code) => {
    const match = dayMonth.exec(source.texts[code]!);
    return match !== null && monthOfName(match[1] ?? match[2]!) !== null;
  });
  return codes.length * 2 > texts.length ? [] : finding('E117', read, codes);
}

/** E118: `1,85126E+14`: a long number as a spreadsheet shows it, its last digits gone. */
function shortened(read: ReadColumn): Finding[] {
  const { source, tally } = read;
  const isShort = (text: string): boolean => {
    const match = /^[1-9][.,](\d{1,8})[eE]\+(\d{2})$/.exec(text);
    return match !== null && Number(match[2]) >= 9 && Number(match[2]) > match[1]!.length;
  };
  return finding(
    'E118',
    read,
    codesOfKind(source, tally, ['number']).filter((code) => isShort(source.texts[code]!)),
  );
}

/** UTF-8 read as Windows-1252 and saved again (`Ã©`, `â€™`), or letters already lost. */
const broken = /Ã[\u0080-\u00BF\u0152-\u0178\u2018-\u2122©¨ªœ®´»§¢ ]|â€[™œ“˜¦]|Â[°«»]|\uFFFD/;

/** E119. */
function misread(read: ReadColumn): Finding[] {
  const { source, tally } = read;
  return finding(
    'E119',
    read,
    codesOfKind(source, tally, ['text']).filter((code) => broken.test(source.texts[code]!)),
  );
}
