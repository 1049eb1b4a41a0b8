/** What the columns together say of the decimal mark, the thousands mark and the order of day and month. */
import type { Grid } from './grid.ts';
import type { DecimalMark } from './cells/numbers.ts';
import type { DateOrder } from './cells/dates.ts';
import { mostFrequent, type Tally } from './tally.ts';
import type { Evidence, ReadOptions } from './types.ts';

export interface FileMarks {
  /** The decimal mark of the file, `null` when nothing in it says. */
  readonly decimal: DecimalMark | null;
  /** What to presume then: by the delimiter, as spreadsheets write. */
  readonly presumedDecimal: DecimalMark;
  readonly thousands: string | null;
  readonly order: DateOrder | null;
  readonly presumedOrder: 'dmy' | 'mdy';
  /** Whether some dates are written as numbers whose order matters. */
  readonly hasDates: boolean;
  readonly evidence: readonly Evidence[];
}

export interface ColumnMarks {
  readonly decimal: DecimalMark;
  /** Whether the column itself, another column or the user says so. */
  readonly decimalSure: boolean;
  readonly order: DateOrder;
  readonly orderSure: boolean;
}

const sum = (tallies: readonly Tally[], get: (tally: Tally) => number): number =>
  tallies.reduce((total, tally) => total + get(tally), 0);

/** Reads the marks of the whole file. The user's options win. */
export function readFileMarks(tallies: readonly Tally[], grid: Grid, options: ReadOptions): FileMarks {
  const commas = sum(tallies, (tally) => tally.decimals[',']);
  const points = sum(tallies, (tally) => tally.decimals['.']);
  const open = sum(tallies, (tally) => tally.doubtful[','] + tally.doubtful['.']);
  const thousandsCounts = new Map<string, number>();
  for (const tally of tallies) {
    for (const [mark, times] of tally.thousands) thousandsCounts.set(mark, (thousandsCounts.get(mark) ?? 0) + times);
  }
  const seen = commas + points > 0 ? (commas > points ? ',' : '.') : null;
  const decimal = options.decimal ?? seen;
  const openCommas = sum(tallies, (tally) => tally.doubtful[',']);
  const usual = grid.format === 'csv' && (grid.delimiter === ';' || grid.delimiter === '\t') ? ',' : '.';
  const presumedDecimal = open > 0 ? presumeDecimal(openCommas * 2 > open ? ',' : '.', grid) : usual;
  const thousands = options.thousands ?? (thousandsCounts.size > 0 ? mostFrequent(thousandsCounts) : null);

  const dayFirst = sum(tallies, (tally) => tally.dayFirst);
  const monthFirst = sum(tallies, (tally) => tally.monthFirst);
  const orderOpen = sum(tallies, (tally) => tally.orderOpen);
  const dates = sum(tallies, (tally) => tally.count.date + tally.count.datetime - tally.nativeTimes);
  const seenOrder = dayFirst + monthFirst > 0 ? (dayFirst >= monthFirst ? 'dmy' : 'mdy') : null;
  const presumedOrder = options.language === 'en' ? 'mdy' : 'dmy';
  const numericDates = dayFirst + monthFirst + orderOpen > 0;
  const order = (dates > 0 ? options.dateOrder : undefined) ?? seenOrder ?? (dates > 0 && !numericDates ? 'ymd' : null);

  const evidence: Evidence[] = [];
  if (commas + points + open > 0 || options.decimal !== undefined) {
    const value = decimal ?? presumedDecimal;
    evidence.push({
      code: options.decimal !== undefined ? 'decimal-chosen' : seen === null ? 'decimal-presumed' : 'decimal-seen',
      option: 'decimal',
      value,
      sure: options.decimal !== undefined || (seen !== null && Math.min(commas, points) === 0),
      params: { mark: value, commas, points, open },
      alternatives: [value === ',' ? '.' : ','],
    });
  }
  if (thousands !== null) {
    evidence.push({
      code: 'thousands-seen',
      option: 'thousands',
      value: thousands,
      sure: true,
      params: { count: thousandsCounts.get(thousands) ?? 0, mark: thousands },
      alternatives: [],
    });
  }
  if (numericDates) {
    const value = order ?? presumedOrder;
    const chosen = options.dateOrder !== undefined;
    evidence.push({
      code: chosen ? 'date-order-chosen' : seenOrder === null ? 'date-order-presumed' : 'date-order-seen',
      option: 'date_order',
      value,
      sure: chosen || (seenOrder !== null && Math.min(dayFirst, monthFirst) === 0),
      params: { dayFirst, monthFirst, open: orderOpen, order: value },
      alternatives: ['dmy', 'mdy'].filter((other) => other !== value),
    });
  }
  return { decimal, presumedDecimal, thousands, order, presumedOrder, hasDates: numericDates, evidence };
}

/** `1,234` alone: decimal, unless the comma separates the fields too. */
const presumeDecimal = (doubtful: DecimalMark, grid: Grid): DecimalMark =>
  doubtful === ',' && grid.delimiter === ',' ? '.' : doubtful;

/**
 * The marks of one column: its own cells first, then the user's choice and the other columns, then the presumption.
 * A single comma before three digits is decimal unless the comma also separates the fields or groups thousands.
 */
export function readColumnMarks(tally: Tally, file: FileMarks, grid: Grid, options: ReadOptions): ColumnMarks {
  const own =
    tally.decimals[','] + tally.decimals['.'] > 0 ? (tally.decimals[','] > tally.decimals['.'] ? ',' : '.') : null;
  const grouped = (['.', ','] as const).find((mark) => tally.thousands.has(mark));
  const doubtful = tally.doubtful[','] > tally.doubtful['.'] ? ',' : '.';
  const others = { ',': '.', '.': ',' } as const;
  const said = options.decimal ?? own ?? (grouped ? others[grouped] : null) ?? file.decimal;

  const ownOrder =
    tally.dayFirst + tally.monthFirst > 0
      ? tally.dayFirst >= tally.monthFirst
        ? ('dmy' as const)
        : ('mdy' as const)
      : null;
  const fileOrder = file.order === 'ymd' ? null : file.order;
  const order = options.dateOrder ?? ownOrder ?? fileOrder;
  return {
    decimal: said ?? presumeDecimal(doubtful, grid),
    decimalSure: said !== null,
    order: order ?? file.presumedOrder,
    orderSure: order !== null,
  };
}
