/** E03: cells that do not fit a column where most do, by what they hold. */
import type { Finding, Fix } from '../table/schema.ts';
import { oddCell, type OddKind } from './cells/odd.ts';
import { isMonthOnly, isSerial } from './fit.ts';
import { boundFixes, spellingsOf, type ReadColumn } from './read-column.ts';
import { cellsOf, referencesOf } from './source.ts';
import { kindOf } from './tally.ts';

/** Misfits that another finding asks about: another unit (E101), a month without a day (E102), a day number (E107). */
function isAskedElsewhere({ source, tally, decision }: ReadColumn, code: number): boolean {
  const text = source.texts[code]!;
  const kind = kindOf(tally, code);
  if (decision.base === 'number') return kind === 'number';
  return decision.base === 'date' && (kind === 'number' ? isSerial(text) : kind === 'date' && isMonthOnly(text));
}

/** What the misfits hold, in cells: limits, approximations, flags, signs, ranges, unfinished dates, anything else. */
function breakdown({ source, decision }: ReadColumn, codes: readonly number[]): Record<string, number> {
  const counts: Record<OddKind | 'other', number> = {
    ...{ bound: 0, about: 0, flag: 0, sign: 0, range: 0, partial: 0, other: 0 },
  };
  for (const code of codes) {
    const odd = oddCell(source.texts[code]!);
    const told = odd !== null && (decision.base === 'number') !== (odd.kind === 'partial');
    counts[told ? odd.kind : 'other'] += source.counts[code]!;
  }
  return counts;
}

export function misfitFindings(read: ReadColumn): Finding[] {
  const { source, tally, decision } = read;
  const { base, shape } = decision;
  if (shape !== 'mixed') return [];
  const misfits = decision.misfits.filter((code) => !isAskedElsewhere(read, code));
  if (misfits.length === 0) return [];
  const column = source.name;
  const texts = [...new Set(misfits.map((code) => source.texts[code]!))];
  const fixes: Fix[] = [{ kind: 'set-type', column, type: base }];
  if (texts.length <= 5)
    fixes.unshift({ kind: 'as-missing', column, texts: [...spellingsOf(source, tally), ...texts] });
  if (base === 'number') fixes.push(...boundFixes(column, texts));
  fixes.push({ kind: 'set-type', column, type: 'category' });
  return [
    {
      code: 'E03',
      severity: 'decide',
      column,
      params: { column, count: cellsOf(source, misfits), base, ...breakdown(read, misfits) },
      cells: referencesOf(source, misfits),
      fixes,
    },
  ];
}
