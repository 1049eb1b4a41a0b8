/**
 * One variable learned from the others in both files, and how well: the ground of the prediction metrics.
 *
 * A number is a regression (squared error, told as mean squared error in squared units and as R2); levels are questions with
 * two answers (the rarer of two levels, or each of the five most frequent against the others), told as areas under the
 * curve averaged over the questions. Blanks of the target: rows left out. Folds of the two files are shuffled apart.
 * Source: metrics.md 3.1 (U11, 2023 protocol).
 */
import { binTables, type BinnedRows } from '../../learn/binned.ts';
import { boost, type Boosting } from '../../learn/gradient-boosting.ts';
import type { RandomStream } from '../../numeric/random.ts';
import { areaUnderCurve } from '../../numeric/roc.ts';
import { isQuantity, type Column, type Table } from '../../table/table.ts';
import { pause } from '../../pause.ts';
import { allBut, shuffledFolds } from './folds.ts';

/** The question asked of both files: targets one a stacked row, rows of each file that have an answer. */
export interface Question {
  readonly loss: 'logistic' | 'squared';
  readonly targets: Float64Array;
}

export interface Learning {
  readonly binned: BinnedRows;
  readonly questions: readonly Question[];
  /** Rows with an answer, original then synthetic, as stacked rows. */
  readonly rows: readonly [Int32Array, Int32Array];
}

const mostLevels = 5;

/** `null` when the variable is absent, or does not vary in either file. */
export function learningOf(original: Table, synthetic: Table, target: string): Learning | null {
  const columns = [original, synthetic].map((table) => table.columns.find(({ name }) => name === target));
  const [real, made] = columns as [Column | undefined, Column | undefined];
  if (real === undefined || made === undefined || isQuantity(real) !== isQuantity(made)) return null;
  const shift = original.rowCount;
  const rows: [Int32Array, Int32Array] = [answered(real, 0), answered(made, shift)];
  const questions = isQuantity(real) && isQuantity(made) ? numbers(real.values, made.values) : levels(real, made);
  const varies = ({ targets }: Question): boolean =>
    rows.every((own) => own.some((row) => targets[row] !== targets[own[0]!]));
  const asked = questions.filter(varies);
  if (asked.length === 0) return null;
  return { binned: binTables([original, synthetic], [target]), questions: asked, rows };
}

function answered(column: Column, shift: number): Int32Array {
  const rows: number[] = [];
  const length = isQuantity(column) ? column.values.length : column.codes.length;
  for (let i = 0; i < length; i++) {
    if (isQuantity(column) ? !Number.isNaN(column.values[i]!) : column.codes[i]! >= 0) rows.push(i + shift);
  }
  return Int32Array.from(rows);
}

const numbers = (real: Float64Array, made: Float64Array): Question[] => {
  const targets = new Float64Array(real.length + made.length);
  targets.set(real);
  targets.set(made, real.length);
  return [{ loss: 'squared', targets }];
};

function levels(real: Column, made: Column): Question[] {
  if (isQuantity(real) || isQuantity(made)) return [];
  const counts = new Int32Array(real.levels.length);
  for (const code of real.codes) if (code >= 0) counts[code] = counts[code]! + 1;
  const byCount = [...real.levels.keys()]
    .filter((code) => counts[code]! > 0)
    .sort((a, b) => counts[b]! - counts[a]! || a - b);
  const asked = byCount.length === 2 ? byCount.slice(1) : byCount.slice(0, mostLevels);
  return asked.map((code) => {
    const other = made.levels.indexOf(real.levels[code]!);
    const targets = new Float64Array(real.codes.length + made.codes.length);
    real.codes.forEach((own, i) => (targets[i] = Number(own === code)));
    made.codes.forEach((own, i) => (targets[real.codes.length + i] = Number(other >= 0 && own === other)));
    return { loss: 'logistic', targets };
  });
}

/** A model of one fold, and the rows of its file that it has not seen. */
export interface Fitted {
  readonly question: Question;
  readonly model: Boosting;
  readonly held: Int32Array;
  /** Area under the curve or mean squared error, own held-out rows then those of the other file. */
  readonly own: number;
  readonly other: number;
}

/** Every fold of every question on one file (`source` 0: original, 1: synthetic), tested on both. */
export async function fitFolds(
  { binned, questions, rows }: Learning,
  source: 0 | 1,
  count: number,
  stream: RandomStream,
  signal?: AbortSignal,
): Promise<Fitted[]> {
  const fitted: Fitted[] = [];
  const [mine, theirs] = source === 0 ? rows : ([rows[1], rows[0]] as const);
  for (const question of questions) {
    const { targets, loss } = question;
    const strata = loss === 'logistic' ? mine.map((row) => targets[row]!) : undefined;
    const otherStrata = loss === 'logistic' ? theirs.map((row) => targets[row]!) : undefined;
    const folds = shuffledFolds(mine.length, count, stream, strata);
    const others = shuffledFolds(theirs.length, count, stream, otherStrata);
    for (let f = 0; f < count; f++) {
      await pause(signal);
      const model = boost(
        binned,
        allBut(folds, f).map((i) => mine[i]!),
        targets,
        { loss },
      );
      const held = folds[f]!.map((i) => mine[i]!);
      const away = others[f]!.map((i) => theirs[i]!);
      const own = scoreOf(question, model.predict(binned, held), held);
      const other = scoreOf(question, model.predict(binned, away), away);
      fitted.push({ question, model, held, own, other });
    }
  }
  return fitted;
}

/** Area under the curve; mean squared error for a number. `NaN` when the rows hold one answer only. */
export function scoreOf({ targets, loss }: Question, predicted: Float64Array, rows: Int32Array): number {
  if (loss === 'squared') {
    return rows.reduce((sum, row, i) => sum + (targets[row]! - predicted[i]!) ** 2, 0) / rows.length;
  }
  const yes = predicted.filter((_, i) => targets[rows[i]!] === 1);
  const no = predicted.filter((_, i) => targets[rows[i]!] === 0);
  return areaUnderCurve(yes, no);
}
