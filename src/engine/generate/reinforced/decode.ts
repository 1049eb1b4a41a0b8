/**
 * From coordinates back to the columns of the source: levels by quota, numbers by the safe quantile of their rank.
 * Source: generator.md, steps 6 to 8.
 */
import type { FactorModel } from '../../factor/fit.ts';
import { reconstruct } from '../../factor/reconstruct.ts';
import type { Points } from '../../neighbors/search.ts';
import { permutation, type RandomSource, type RandomStream, streamPurpose } from '../../numeric/random.ts';
import { pause } from '../../pause.ts';
import { missingIndicator, type Prepared, type Quality } from '../../prepare/prepare.ts';
import { type Column, isQuantity, type LevelColumn, type QuantityColumn, type Table } from '../../table/table.ts';
import type { Ingredients } from '../ingredients.ts';
import { rounding } from '../write-back.ts';
import type { Encoding } from './encode.ts';
import { valueOf, type ScoreMap } from './normal-scores.ts';
import { argmaxLevels, quotaLevels } from './quota.ts';
import { fewestPatients, safeQuantile } from './safe-quantile.ts';
import { reconstructShrunk } from './shrink-residual.ts';

/** Beside a share, which is 0..1. */
const smallest = 1e-9;

export interface Decoding {
  /** The rows the model was fitted on, in the columns of the source. */
  readonly table: Table;
  /** With the patients left out: levels keep the shares they have there. */
  readonly whole: Table;
  readonly encoding: Encoding;
  readonly model: FactorModel;
  readonly ingredients: Ingredients;
  /** Blended axes, and how many patients the others were drawn from. */
  readonly latent: number;
  readonly local: number;
}

export async function decode(
  { table, whole, encoding, model, ingredients, latent, local }: Decoding,
  points: Points,
  random: RandomSource,
  signal?: AbortSignal,
): Promise<Table> {
  const { prepared, scores } = encoding;
  const { quantities, shares } = ingredients.shrinkResidual
    ? await reconstructShrunk(model, points, { latent, local, random, signal })
    : reconstruct(model, points);
  await pause(signal);
  const wanted = encoding.qualities(whole);
  const codes: Int32Array[] = [];
  for (const [q, quality] of prepared.qualities.entries()) {
    await pause(signal);
    codes.push(
      ingredients.quota
        ? await quotaLevels(
            parted(shares[q]!, random.stream(streamPurpose.levels, table.columns.length + q)),
            apportion(countLevels(wanted[q]!), points.count),
            signal,
          )
        : argmaxLevels(shares[q]!, new Float64Array(quality.levels.length)),
    );
  }
  const qualityOf = new Map(
    prepared.qualities.map((quality, q) => [`${quality.indicatorOf ?? ''} ${quality.name}`, q]),
  );
  const quantityOf = new Map(prepared.quantities.map(({ name }, c) => [name, c]));
  const columns: Column[] = [];
  for (const [c, column] of table.columns.entries()) {
    await pause(signal);
    if (!isQuantity(column)) {
      const q = qualityOf.get(` ${column.name}`)!;
      columns.push(levelsBack(column, prepared.qualities[q]!, codes[q]!));
      continue;
    }
    const q = qualityOf.get(`${column.name} ${column.name}`);
    const numbers = {
      scores: quantities[quantityOf.get(column.name)!]!,
      blank: q === undefined ? null : isBlank(prepared, q, codes[q]!),
      everybody: ingredients.keepSpread ? (whole.columns[c] as QuantityColumn).values : column.values,
      map: scores.get(column.name)!,
      ingredients,
      stream: random.stream(streamPurpose.levels, c),
    };
    columns.push(numbersBack(column, numbers));
  }
  return { rowCount: points.count, columns };
}

const isBlank = (prepared: Prepared, q: number, codes: Int32Array): Uint8Array => {
  const missing = prepared.qualities[q]!.levels.indexOf(missingIndicator);
  return Uint8Array.from(codes, (code) => (code === missing ? 1 : 0));
};

/** Rows of equal shares (duplicates) told apart at random. */
const parted = (shares: Float64Array, stream: RandomStream): Float64Array =>
  shares.map((share) => share + smallest * stream.uniform());

/** A level that only patients left out hold is not counted: nothing could be drawn of it. */
function countLevels({ levels, codes }: Quality): Int32Array {
  const counts = new Int32Array(levels.length);
  for (const code of codes) if (code >= 0) counts[code] = counts[code]! + 1;
  return counts;
}

/** Counts in the same proportions that sum to `rows`: largest remainders. */
export function apportion(counts: Int32Array, rows: number): Int32Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const exact = Float64Array.from(counts, (count) => (count * rows) / Math.max(1, total));
  const result = Int32Array.from(exact, Math.floor);
  const byRemainder = Array.from(exact.keys()).sort(
    (a, b) => exact[b]! - result[b]! - (exact[a]! - result[a]!) || a - b,
  );
  let left = rows - result.reduce((sum, count) => sum + count, 0);
  for (const level of byRemainder) if (left-- > 0) result[level] = result[level]! + 1;
  return result;
}

function levelsBack(column: LevelColumn, quality: Quality, codes: Int32Array): LevelColumn {
  const codeOf = new Map(column.levels.map((level, code) => [level, code]));
  const recoded = quality.levels.map((level, code) => (code === quality.missingCode ? -1 : codeOf.get(level)!));
  return { ...column, codes: codes.map((code) => recoded[code]!) };
}

interface Numbers {
  /** One a synthetic row. */
  readonly scores: Float64Array;
  /** 1 where the synthetic cell is blank. */
  readonly blank: Uint8Array | null;
  /** The values whose distribution is restored: no single patient decides it, so those left out may count. */
  readonly everybody: Float64Array;
  readonly map: ScoreMap;
  readonly ingredients: Ingredients;
  readonly stream: RandomStream;
}

function numbersBack(
  column: QuantityColumn,
  { scores, blank, everybody, map, ingredients, stream }: Numbers,
): QuantityColumn {
  const { safeMarginals, keepSpread, floor } = ingredients;
  const values = new Float64Array(scores.length).fill(NaN);
  const present = everybody.filter((value) => !Number.isNaN(value));
  // What so few patients have is theirs: the column comes back blank.
  if (present.length < (present.length < everybody.length ? fewestPatients(floor, everybody.length) : 1)) {
    return { ...column, values };
  }
  const round = rounding(column);
  const rows = Array.from(scores.keys()).filter((i) => blank?.[i] !== 1);
  const bounding = column.values.filter((value) => !Number.isNaN(value));
  const quantile = safeQuantile(present, { floor, keepSpread, bounding });
  // Rounding may step over a bound by half a unit.
  const clip = (value: number): number => Math.max(quantile.low, Math.min(quantile.high, value));
  if (!safeMarginals) {
    for (const i of rows)
      values[i] = floor > 0 ? clip(round(valueOf(map, scores[i]!))) : round(valueOf(map, scores[i]!));
    return { ...column, values };
  }
  const luck = permutation(scores.length, stream);
  rows.sort((a, b) => scores[a]! - scores[b]! || luck[a]! - luck[b]!);
  rows.forEach((i, rank) => (values[i] = clip(round(quantile.at((rank + 0.5) / rows.length)))));
  return { ...column, values };
}
