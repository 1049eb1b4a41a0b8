/** Units: one that is set apart (E54), or several in one column (E101), never mixed in silence. */
import type { Finding, Fix } from '../table/schema.ts';
import type { ReadColumn } from './read-column.ts';
import { spellingsOf } from './read-column.ts';
import { cellsOf, referencesOf } from './source.ts';
import { codesOfKind } from './tally.ts';
import { mainUnit, unitCounts, unitOf, unitRates } from './units.ts';

const listed = 4;

export function unitFindings(read: ReadColumn): Finding[] {
  const { decision } = read;
  if (decision.shape === 'mixed' && decision.base === 'number') return severalUnits(read);
  if (decision.shape !== 'number') return [];
  const findings = convertedUnits(read);
  const column = read.source.name;
  if (decision.unit !== '')
    findings.push({ code: 'E54', severity: 'know', column, params: { column, unit: decision.unit } });
  return findings;
}

const otherUnits = ({ source, tally, decision }: ReadColumn, main: string): number[] =>
  codesOfKind(source, tally, ['number']).filter((code) => {
    const unit = typeof source.cells[code] === 'string' ? unitOf(source.texts[code]!) : '';
    return unit !== main && !(decision.rates.get(unit) === 1 && unit !== '');
  });

/** E101: numbers with several units. Reading numbers converts them where there is a ratio, as the sentence says. */
function severalUnits(read: ReadColumn): Finding[] {
  const { source, tally, decision } = read;
  const odd = decision.misfits.filter((code) => codesOfKind(source, tally, ['number']).includes(code));
  if (odd.length === 0) return [];
  const column = source.name;
  const main = mainUnit(tally, true);
  const rates = unitRates(tally, main, true);
  const counts = unitCounts(tally);
  const bare = counts.get('') ?? 0;
  const lost = [...counts.keys()].filter((unit) => !rates.has(unit));
  const named = [...counts.keys()].filter((unit) => unit !== '');
  const texts = [...new Set(odd.map((code) => source.texts[code]!))];
  const missing: Fix[] =
    texts.length <= 5 ? [{ kind: 'as-missing', column, texts: [...spellingsOf(source, tally), ...texts] }] : [];
  const number: Fix = { kind: 'set-type', column, type: 'number' };
  return [
    {
      code: 'E101',
      severity: 'decide',
      column,
      params: {
        column,
        count: cellsOf(source, odd),
        units: named.slice(0, listed).join(', '),
        bare,
        several: named.length > 1 ? 1 : 0,
        lost: lost.length,
        into: main,
      },
      cells: referencesOf(source, odd),
      fixes: [
        ...(lost.length === 0 ? [number, ...missing] : [...missing, number]),
        { kind: 'set-type', column, type: 'category' },
      ],
    },
  ];
}

/** E101, once numbers are chosen: what was converted. */
function convertedUnits(read: ReadColumn): Finding[] {
  const { source, decision } = read;
  if (decision.rates.size < 2) return [];
  const codes = otherUnits(read, decision.unit).filter((code) => decision.rates.has(unitOf(source.texts[code]!)));
  if (codes.length === 0) return [];
  const column = source.name;
  const params = { column, count: cellsOf(source, codes), into: decision.unit, done: 1 };
  return [{ code: 'E101', severity: 'know', column, params, cells: referencesOf(source, codes) }];
}
