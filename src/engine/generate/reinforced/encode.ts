/**
 * A table in the variables of the reinforced analysis: numbers as scores (a blank is what the other columns say, or 0, the
 * centre), levels with blanks as one of their own, and an indicator for each number whose blanks enough patients have.
 * Source: generator.md, steps 1 and 2.
 */
import { atOnce, type Steps, withPauses } from '../../factor/steps.ts';
import { pause } from '../../pause.ts';
import {
  missingIndicator,
  prepare,
  prepareLike,
  type Prepared,
  type Quality,
  type Quantity,
} from '../../prepare/prepare.ts';
import { countMissing, isQuantity, type Table } from '../../table/table.ts';
import type { RandomSource } from '../../numeric/random.ts';
import type { Ingredients } from '../ingredients.ts';
import { fillBlanks } from './fill-blanks.ts';
import { fewestPatients } from './safe-quantile.ts';
import { normalScores, scoreOf, type ScoreMap, zScores } from './normal-scores.ts';

export interface Encoding {
  readonly prepared: Prepared;
  /** How values become scores, by column. */
  readonly scores: ReadonlyMap<string, ScoreMap>;
  /** Other rows in the same variables. */
  encode(table: Table): Prepared;
  /** Their levels only. */
  qualities(table: Table): readonly Quality[];
}

export async function fitEncoding(
  table: Table,
  ingredients: Ingredients,
  random: RandomSource,
  signal?: AbortSignal,
): Promise<Encoding> {
  const scores = new Map<string, ScoreMap>();
  for (const { name, values } of table.columns.filter(isQuantity)) {
    await pause(signal);
    scores.set(name, ingredients.normalScores ? normalScores(values) : zScores(values));
  }
  // A blank, or a value, that few patients have would be a fingerprint: such a number gets no indicator.
  const marked = new Set(
    table.columns.flatMap((column) => {
      const blanks = isQuantity(column) ? countMissing(column) : 0;
      const fewest = ingredients.floor > 0 ? fewestPatients(ingredients.floor, table.rowCount) : 1;
      return blanks >= fewest && table.rowCount - blanks >= fewest ? [column.name] : [];
    }),
  );
  /** One column a step. */
  function* withScores(prepared: Prepared, source: Table): Steps<Prepared> {
    const byName = new Map(source.columns.filter(isQuantity).map((column) => [column.name, column.values]));
    const quantities: Quantity[] = [];
    for (const { name } of prepared.quantities) {
      yield;
      const map = scores.get(name)!;
      quantities.push({ name, values: byName.get(name)!.map((value) => scoreOf(map, value)) });
    }
    return { ...prepared, quantities, qualities: prepared.qualities.filter(keepsIndicator) };
  }
  const keepsIndicator = ({ indicatorOf }: Quality): boolean => indicatorOf === null || marked.has(indicatorOf);
  await pause(signal);
  const own = prepare(table, { indicators: true });
  const centred = await withPauses(withScores(own, table), signal);
  return {
    prepared: ingredients.fillBlanks ? await fillBlanks(centred, blankCells(centred, table), random, signal) : centred,
    scores,
    encode: (other) => atOnce(withScores(likeOwn(own, other), other)),
    qualities: (other) => likeOwn(own, other).qualities.filter(keepsIndicator),
  };
}

/** 1 where a number is blank, by variable of the analysis; `null` where all or none are. */
function blankCells({ quantities }: Prepared, table: Table): (Uint8Array | null)[] {
  const byName = new Map(table.columns.filter(isQuantity).map((column) => [column.name, column]));
  return quantities.map(({ name }) => {
    const column = byName.get(name)!;
    const missing = countMissing(column);
    if (missing === 0 || missing === table.rowCount) return null;
    return Uint8Array.from(column.values, (value) => (Number.isNaN(value) ? 1 : 0));
  });
}

/** As `prepareLike`, but a number without a blank in the other rows says so in its indicator. */
function likeOwn(own: Prepared, other: Table): Prepared {
  const like = prepareLike(own, other);
  const byName = new Map(other.columns.map((column) => [column.name, column]));
  const qualities = like.qualities.map((quality): Quality => {
    if (quality.indicatorOf === null) return quality;
    const column = byName.get(quality.indicatorOf)!;
    if (!isQuantity(column)) return quality;
    const missing = quality.levels.indexOf(missingIndicator);
    const present = quality.levels.indexOf('0');
    return { ...quality, codes: Int32Array.from(column.values, (value) => (Number.isNaN(value) ? missing : present)) };
  });
  return { ...like, qualities };
}
