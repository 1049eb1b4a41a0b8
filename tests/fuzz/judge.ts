/**
 * Reads one bent input and says what is wrong with how it went: an error without a code, a table that contradicts itself,
 * a sentence with a hole. Taking too long is judged by whoever measures the time.
 */
import { SosieError } from '../../src/engine/errors.ts';
import { describeSource } from '../../src/engine/read/describe.ts';
import { inspect } from '../../src/engine/read/inspect.ts';
import { interpret, parseFile } from '../../src/engine/read/read.ts';
import { rowKinds, type ReadOptions, type ReadResult } from '../../src/engine/read/types.ts';
import { isQuantity, type ColumnType } from '../../src/engine/table/table.ts';
import { catalogues } from '../../src/engine/words/index.ts';
import { say, speakers } from '../../src/engine/words/words.ts';
import type { Random } from './random.ts';

/**
 * Beyond, in milliseconds of the processor, an input is a hang; and for each cell that a file really holds: a table of
 * millions may take its time.
 */
const longest = 2000;
const perCell = 0.005;

export interface Judgement {
  /** What is wrong, or `null`. */
  readonly wrong: string | null;
  /** The longest of what was timed: reading, and reading again with other choices. */
  readonly milliseconds: number;
}

export async function judge(bytes: Uint8Array, name: string, random: Random): Promise<Judgement> {
  let milliseconds = 0;
  let cells = 0;
  const timed = async <T>(work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const before = process.cpuUsage();
    try {
      return await work();
    } finally {
      // On a busy machine only the time of the processor means anything.
      const { user, system } = process.cpuUsage(before);
      milliseconds = Math.max(milliseconds, Math.min(performance.now() - start, (user + system) / 1000));
    }
  };
  const wrong = await findWrong();
  return { wrong: wrong ?? (milliseconds > longest + cells * perCell ? 'too slow' : null), milliseconds };

  async function findWrong(): Promise<string | null> {
    try {
      const language = random.pick(['fr', 'en'] as const);
      const [grid, result] = await timed(async () => {
        const parsed = await parseFile(bytes, name, { language });
        cells = parsed.rowCount * parsed.columns.length;
        return [parsed, interpret(parsed, { language })] as const;
      });
      const again = await timed(() => interpret(grid, choices(result, random)));
      return checkResult(result) ?? checkResult(again);
    } catch (error) {
      if (error instanceof SosieError) return unsaid('errors', error.code, error.params);
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
  }
}

const types: readonly ColumnType[] = ['number', 'integer', 'date', 'datetime', 'time', 'boolean', 'category', 'text'];

/** What a user could choose next: types, marks, an order, a header, rows read as data. */
function choices(result: ReadResult, random: Random): ReadOptions {
  const names = result.table.columns.map(({ name }) => name);
  const some = names.filter(() => random.below(2) === 0);
  return {
    types: Object.fromEntries(some.map((name) => [name, random.pick(types)])),
    ...(random.below(3) === 0 ? { decimal: random.pick(['.', ','] as const) } : {}),
    ...(random.below(3) === 0 ? { dateOrder: random.pick(['dmy', 'mdy', 'ymd'] as const) } : {}),
    ...(random.below(3) === 0 ? { headerLine: random.below(6) } : {}),
    ...(random.below(3) === 0 ? { [random.pick(rowKinds)]: 'data' as const } : {}),
    ...(random.below(3) === 0 && names.length > 0
      ? { merge: { [random.pick(names)]: [{ levels: [''], into: random.pick(['non', '0', '2021-01-01']) }] } }
      : {}),
  };
}

function checkResult(result: ReadResult): string | null {
  const { table, schema } = result;
  if (schema.length !== table.columns.length) return 'schema and table differ in columns';
  if (new Set(table.columns.map(({ name }) => name)).size !== table.columns.length) return 'two columns have one name';
  for (const [i, column] of table.columns.entries()) {
    if (schema[i]!.name !== column.name) return 'schema and table differ in names';
    const cells = isQuantity(column) ? column.values : column.codes;
    if (cells.length !== table.rowCount) return `a column has ${cells.length} cells for ${table.rowCount} rows`;
    if (isQuantity(column)) {
      if (column.values.some((value) => Math.abs(value) === Infinity)) return 'a cell is infinite';
    } else if (column.codes.some((code) => code < -1 || code >= column.levels.length)) return 'a code has no level';
  }
  inspect(result, { values: true });
  const view = describeSource(result);
  for (const { code, params } of [...view.findings, ...view.columns.flatMap(({ findings }) => findings)]) {
    const hole = unsaid('findings', code, params ?? {});
    if (hole !== null) return hole;
  }
  for (const { code, params } of [...view.evidence, ...schema.flatMap(({ why }) => why ?? [])]) {
    const hole = unsaid('evidence', code, params);
    if (hole !== null) return hole;
  }
  return null;
}

/** A code without a sentence, or a sentence with a hole that the words of the file did not bring. */
function unsaid(
  part: 'errors' | 'findings' | 'evidence',
  code: string,
  params: Readonly<Record<string, string | number>>,
): string | null {
  const plain = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, typeof value === 'string' ? value.replace(/n/gi, 'm') : value]),
  );
  for (const language of ['fr', 'en'] as const) {
    const sentence = catalogues[language][part][code];
    if (sentence === undefined) return `no sentence for ${part} ${code} in ${language}`;
    if (/undefined|NaN/.test(say(sentence, plain, speakers[language])))
      return `a hole in ${part} ${code}: ${JSON.stringify(params)}`;
  }
  return null;
}
