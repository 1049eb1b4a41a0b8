/**
 * Where is utility lost? Each variable, and each pair, as a table of counts in both files against what chance alone gives.
 *
 *   expect = (s + o) c     diff = s - o c/(1 - c)     VW = sum diff^2 / expect     pMSE = VW c (1 - c)^2 / N
 *   S_pMSE = VW / (cells - 1)         c = n_syn / N,  cells seen in either file
 *
 * About 1 is expected of a synthesis drawn from the original's own law, 2 of other patients of the same population; all below
 * 10, better below 3, is acceptable (synthpop's vignette). Numbers are
 * cut in 5 quantile groups of both files together; a blank is a cell of its own. A table of one cell has no figure.
 * Source: metrics.md 7.
 */
import { quantileOfSorted } from '../../numeric/quantile.ts';
import { isQuantity, type Column, type Table } from '../../table/table.ts';

export interface PmseTable {
  readonly variables: readonly string[];
  readonly ratio: number;
  readonly pmse: number;
  readonly degrees: number;
}

const groups = 5;

/** One-way tables, then two-way ones (a before b), in the order of the columns. */
export function pmseTables(original: Table, synthetic: Table): { oneWay: PmseTable[]; twoWay: PmseTable[] } {
  const cells = original.columns.flatMap((column) => {
    const other = synthetic.columns.find(({ name }) => name === column.name);
    return other === undefined ? [] : [{ name: column.name, ...cellsOf(column, other) }];
  });
  const oneWay = cells.flatMap((one) => ratio([one.name], one.classes, one.count, original.rowCount));
  const twoWay: PmseTable[] = [];
  for (let a = 0; a < cells.length; a++) {
    for (let b = a + 1; b < cells.length; b++) {
      const [x, y] = [cells[a]!, cells[b]!];
      const both = x.classes.map((one, i) => one * y.count + y.classes[i]!);
      twoWay.push(...ratio([x.name, y.name], both, x.count * y.count, original.rowCount));
    }
  }
  return { oneWay, twoWay };
}

/** @param classes of the original's rows, then of the synthetic ones */
function ratio(variables: string[], classes: Int32Array, count: number, originalRows: number): PmseTable[] {
  const N = classes.length;
  const c = (N - originalRows) / N;
  const [o, s] = [new Float64Array(count), new Float64Array(count)];
  classes.forEach((one, i) => {
    const side = i < originalRows ? o : s;
    side[one] = side[one]! + 1;
  });
  let vw = 0;
  let seen = 0;
  for (let cell = 0; cell < count; cell++) {
    const total = o[cell]! + s[cell]!;
    if (total === 0) continue;
    seen++;
    vw += (s[cell]! - (o[cell]! * c) / (1 - c)) ** 2 / (total * c);
  }
  if (seen < 2) return [];
  return [{ variables, ratio: vw / (seen - 1), pmse: (vw * c * (1 - c) ** 2) / N, degrees: seen - 1 }];
}

function cellsOf(column: Column, other: Column): { classes: Int32Array; count: number } {
  if (isQuantity(column) && isQuantity(other)) {
    const values = Float64Array.from([...column.values, ...other.values]);
    const sorted = values.filter((value) => !Number.isNaN(value)).sort();
    const ends = [...new Set(Array.from({ length: groups - 1 }, (_, g) => quantileOfSorted(sorted, (g + 1) / groups)))];
    const group = (value: number): number => {
      const above = ends.findIndex((end) => value <= end);
      return above < 0 ? ends.length : above;
    };
    return {
      classes: Int32Array.from(values, (value) => (Number.isNaN(value) ? ends.length + 1 : group(value))),
      count: ends.length + 2,
    };
  }
  const known = new Map<string | null, number>();
  const classes: number[] = [];
  for (const one of [column, other]) {
    if (isQuantity(one)) continue;
    for (const code of one.codes) {
      const level = code < 0 ? null : one.levels[code]!;
      if (!known.has(level)) known.set(level, known.size);
      classes.push(known.get(level)!);
    }
  }
  return { classes: Int32Array.from(classes), count: known.size };
}
