/**
 * Does the job: generates, judges, shuffles. The pairs exist only in the value it returns, in the memory of the worker
 * that called it; what leaves is `shuffled` and the views.
 */
import { evaluate, type Evaluation } from './evaluate.ts';
import type { Generation, RunControl } from './generate/generator.ts';
import { generatorById } from './generate/registry.ts';
import type { Settings } from './generate/settings.ts';
import { shuffledOrder } from './generate/shuffle.ts';
import type { NeighborSearch } from './neighbors/search.ts';
import type { RandomSource } from './numeric/random.ts';
import { refuse } from './plan.ts';
import { stopwatch, type Timings } from './timings.ts';
import { noRoles, type DeclaredRoles } from './table/roles.ts';
import { takeRows, type Table } from './table/table.ts';

export interface RunInput {
  /** The kept columns only. */
  readonly table: Table;
  readonly settings: Settings;
  readonly search: NeighborSearch;
  readonly random: RandomSource;
  readonly roles?: DeclaredRoles;
  /** Keeps how the avatars were drawn, for the audit. */
  readonly traced?: boolean;
}

export interface RunOutcome {
  readonly generation: Generation;
  readonly evaluation: Evaluation;
  /** `order[row of shuffled]` is its row in `generation.table`. */
  readonly order: Int32Array;
  readonly shuffled: Table;
  readonly timings: Timings;
}

/**
 * The random source is destroyed at the end, however it ends.
 * @throws SosieError the first refusal of the plan; AbortError when cancelled
 */
export async function run(input: RunInput, control: RunControl = {}): Promise<RunOutcome> {
  try {
    return await generateAndJudge(input, control);
  } finally {
    input.random.destroy();
  }
}

async function generateAndJudge(
  { table, settings, search, random, roles = noRoles, traced = false }: RunInput,
  control: RunControl,
): Promise<RunOutcome> {
  const refusal = refuse(table, settings)[0];
  if (refusal !== undefined) throw refusal;
  const watch = stopwatch();
  const tracked: RunControl = {
    ...control,
    onProgress: (stage, done, total) => {
      watch.enter(stage);
      control.onProgress?.(stage, done, total);
    },
  };
  watch.enter('prepare');
  const generation = await generatorById(settings.generator).generate(
    { table, settings, search, random, roles, traced },
    tracked,
  );
  const evaluation = await evaluate(
    table,
    generation.table,
    {
      ncp: settings.ncp,
      weights: settings.weights,
      paired: false,
      search,
      roles,
      ...(generation.paired !== false && { sources: generation.sources }),
    },
    tracked,
  );
  const order = shuffledOrder(generation.table.rowCount, random);
  const shuffled = takeRows(generation.table, order);
  return { generation, evaluation, order, shuffled, timings: watch.stop() };
}
