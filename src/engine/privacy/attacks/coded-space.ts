/**
 * Euclidean distance of the coded rows: numbers as z-scores (population sd), levels as (D - p) / sqrt p, all fitted on
 * members and controls together. Means and spreads are those of the cells present. A blank number takes the mean, in every
 * file, and its indicator (present or blank) is coded as a level; a blank level is a level.
 *
 * In the *plain* form levels are D - p: each weighs the same, rare or not (privacy.md 1.0, the distance of its inference
 * figures).
 *
 * Source: privacy.md 3.0. Without `indicators` it is the set-up of privacy.md 1.0, for which the golden values of 12.3 hold.
 */
import { codeRows, fitCoding, type Coding } from '../../factor/coding.ts';
import type { NeighborSearch, Points } from '../../neighbors/search.ts';
import { mean, standardDeviation } from '../../numeric/statistics.ts';
import { prepare, type Prepared, prepareLike, type Quantity } from '../../prepare/prepare.ts';
import { isQuantity, type Table } from '../../table/table.ts';
import type { AttackPart, AttackSpace } from './space.ts';

export interface CodedSpaceOptions {
  readonly form?: 'coded' | 'plain';
  /** Whether blanks of numbers are seen as such: true by default. */
  readonly indicators?: boolean;
}

export function codedSpace(
  fitted: Table,
  search: NeighborSearch,
  { form = 'coded', indicators = true }: CodedSpaceOptions = {},
): AttackSpace {
  const centers = new Map(
    fitted.columns.filter(isQuantity).map((column) => [column.name, mean(column.values)] as const),
  );
  const prepared = prepare(fitted, { indicators });
  const coding = withSpreadOfPresent(fitCoding(prepared), fitted);
  const parts = partsOf(coding);
  // Attacks ask for the same tables again and again, restricted to other columns.
  const known = new WeakMap<Table, Points>();
  const pointsOf = (table: Table): Points => {
    let points = known.get(table);
    if (points === undefined) {
      const values = codeRows(coding, fillBlanks(prepareLike(prepared, table), table, centers));
      if (form === 'plain') levelAsPlain(coding, values);
      points = take({ count: table.rowCount, dimensions: coding.width, values }, parts);
      known.set(table, points);
    }
    return points;
  };
  const whole = sideBySide(parts);
  return {
    id: form,
    on(columns) {
      const wanted = columns && new Set(columns);
      const kept = wanted === undefined ? whole : whole.filter(({ column }) => wanted.has(column));
      return {
        parts: sideBySide(kept),
        points: (table) => (kept.length === whole.length ? pointsOf(table) : take(pointsOf(table), kept)),
        nearest: (request, control) => search.nearest(request, control),
      };
    },
  };
}

/** Imputed cells add nothing to a spread: they would only push all others apart. */
function withSpreadOfPresent(coding: Coding, fitted: Table): Coding {
  const byName = new Map(fitted.columns.map((column) => [column.name, column]));
  const quantities = coding.quantities.map((quantity) => {
    const column = byName.get(quantity.name)!;
    if (quantity.constant || !isQuantity(column)) return quantity;
    return { ...quantity, deviation: standardDeviation(column.values) };
  });
  return { ...coding, quantities };
}

/** (D - p) / sqrt p becomes D - p, in place. */
function levelAsPlain({ qualities, width }: Coding, rows: Float64Array): void {
  for (const { offset, shares } of qualities) {
    shares.forEach((share, m) => {
      const root = Math.sqrt(share);
      for (let at = offset + m; at < rows.length; at += width) rows[at] = rows[at]! * root;
    });
  }
}

/** The coded columns of each variable, an indicator with the number it speaks of. */
function partsOf({ quantities, qualities }: Coding): Part[] {
  const dimensionsOf = (found: typeof qualities): number[] =>
    found.flatMap(({ offset, levels }) => levels.map((_, m) => offset + m));
  return [
    ...quantities.map(({ name }, c) => ({
      column: name,
      dimensions: [c, ...dimensionsOf(qualities.filter(({ indicatorOf }) => indicatorOf === name))],
    })),
    ...qualities
      .filter(({ indicatorOf }) => indicatorOf === null)
      .map((quality) => ({ column: quality.name, dimensions: dimensionsOf([quality]) })),
  ];
}

interface Part {
  readonly column: string;
  readonly dimensions: readonly number[];
}

/** Where the parts are once taken out. */
function sideBySide(parts: readonly Part[]): (AttackPart & Part)[] {
  let at = 0;
  return parts.map(({ column, dimensions }) => {
    const from = at;
    at += dimensions.length;
    return { column, from, to: at, dimensions: dimensions.map((_, d) => from + d) };
  });
}

function take(points: Points, parts: readonly Part[]): Points {
  const kept = Int32Array.from(parts.flatMap((part) => part.dimensions));
  // No column at all: every distance is 0.
  const dimensions = Math.max(1, kept.length);
  const values = new Float64Array(points.count * dimensions);
  for (let i = 0; i < points.count; i++) {
    for (let c = 0; c < kept.length; c++) values[i * dimensions + c] = points.values[i * points.dimensions + kept[c]!]!;
  }
  return { count: points.count, dimensions, values };
}

function fillBlanks(prepared: Prepared, table: Table, centers: ReadonlyMap<string, number>): Prepared {
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  const quantities = prepared.quantities.map((quantity): Quantity => {
    const column = byName.get(quantity.name)!;
    if (!isQuantity(column) || !column.values.some(Number.isNaN)) return quantity;
    const center = centers.get(quantity.name) ?? NaN;
    const fill = Number.isNaN(center) ? 0 : center;
    return { ...quantity, values: column.values.map((value) => (Number.isNaN(value) ? fill : value)) };
  });
  return { ...prepared, quantities };
}
