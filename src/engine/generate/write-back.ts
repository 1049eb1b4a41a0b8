/** From the variables of an analysis back to the columns of the source: rounding to what the source wrote. */
import { roundHalfAwayFromZero, roundToStep } from '../numeric/round.ts';
import type { QuantityColumn } from '../table/table.ts';

/** Rounds a generated value as the column's own cells are written. */
export function rounding({ step, decimals }: QuantityColumn): (value: number) => number {
  return step === undefined ? (value) => roundHalfAwayFromZero(value, decimals) : (value) => roundToStep(value, step);
}
