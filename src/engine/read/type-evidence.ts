/** Why a column has its type: counts of cells, in a sentence a clinician could check. */
import type { TypeEvidence } from '../table/schema.ts';
import { isQuantity } from '../table/table.ts';
import type { ReadColumn } from './read-column.ts';
import { cellsOf } from './source.ts';

const total = (counts: Iterable<number>): number => [...counts].reduce((sum, count) => sum + count, 0);

export function typeEvidence({ source, tally, decision, built }: ReadColumn): TypeEvidence {
  const { column } = built;
  const { count } = tally;
  const values = source.codes.length - source.blanks - count.missing - count.likely;
  const held = values + cellsOf(source, decision.keptLikely);
  if (isQuantity(column)) {
    const format = column.dress.dateFormat?.replace(/^\[..\]/, '') ?? '';
    if (column.type === 'date' || column.type === 'datetime') return { code: 'type-date', params: { values, format } };
    if (column.type === 'time') return { code: 'type-time', params: { values, format } };
    if (column.type === 'integer' && tally.thousands.size === 0) return { code: 'type-integer', params: { values } };
    const [commas, points] = [tally.decimals[','], tally.decimals['.']];
    return { code: 'type-number', params: { values, commas, points, thousands: total(tally.thousands.values()) } };
  }
  if (column.type === 'empty') return { code: 'type-empty', params: {} };
  if (column.type === 'mixed') {
    const misfits = cellsOf(source, decision.misfits);
    return { code: 'type-mixed', params: { fitting: values - misfits, misfits, base: decision.base } };
  }
  if (column.truth !== undefined) {
    const [yes, no] = [column.truth.indexOf(true), column.truth.indexOf(false)];
    let yesCount = 0;
    for (let row = 0; row < column.codes.length; row++) if (column.codes[row] === yes) yesCount++;
    const params = { yes: column.levels[yes]!, yesCount, no: column.levels[no]!, noCount: held - yesCount };
    return { code: 'type-boolean', params };
  }
  if (decision.shape === 'codes') return { code: 'type-codes', params: { values, zeros: tally.padded } };
  return { code: 'type-levels', params: { values: held, levels: column.levels.length } };
}
