/**
 * One attempt of the advisor: the generator with these settings on the members of each round, the cheap audit, the cheap
 * utility. Every attempt meets the same patients held out and the same random numbers.
 *
 * Cheap audit: membership, near and exact copies, linkability and inference against held-out patients; dominance of donors,
 * rare levels and extremes on the file of the first round.
 */
import { AttackTallies, type AttackRun } from '../audit/attack-rounds.ts';
import { levelFloor } from '../audit/file-tests.ts';
import { makeRound } from '../audit/round.ts';
import type { Split } from '../audit/splits.ts';
import { generatorById } from '../generate/registry.ts';
import type { Settings } from '../generate/settings.ts';
import type { NeighborSearch } from '../neighbors/search.ts';
import type { RandomSource } from '../numeric/random.ts';
import { pause } from '../pause.ts';
import { attacks } from '../privacy/attacks/registry.ts';
import { dominance } from '../privacy/release/dominance.ts';
import { rareLevels } from '../privacy/release/rare-levels.ts';
import type { DeclaredRoles } from '../table/roles.ts';
import { takeRows, type Table } from '../table/table.ts';
import type { MetricResult } from '../verdict/metric.ts';
import { exposureOf, type Exposure } from './exposure.ts';
import { type Losses, Usefulness } from './losses.ts';

const cheap: ReadonlySet<string> = new Set(['membership', 'copies', 'linkability', 'inference']);
const cheapAttacks = attacks.filter(({ step }) => cheap.has(step));
/** What is repeated within a round is repeated as in an audit of so many rounds. */
const asInAudit = 5;

export interface Trial {
  readonly table: Table;
  readonly roles: DeclaredRoles;
  readonly search: NeighborSearch;
  readonly random: RandomSource;
  readonly rounds: readonly TrialRound[];
}

export interface TrialRound {
  readonly split: Split;
  readonly members: Table;
  readonly controls: Table;
  readonly usefulness: Usefulness;
}

export async function makeTrialRound(
  table: Table,
  split: Split,
  roles: DeclaredRoles,
  random: RandomSource,
  signal?: AbortSignal,
): Promise<TrialRound> {
  await pause(signal);
  const members = takeRows(table, split.members);
  const controls = takeRows(table, split.controls);
  return { split, members, controls, usefulness: new Usefulness(members, controls, roles, random) };
}

export interface Measures extends Exposure {
  readonly privacy: Readonly<Record<string, number | null>>;
  readonly utility: Readonly<Record<string, number | null>>;
  /** One a round. */
  readonly losses: readonly number[];
  /** Axes blended from donors; `null` where all are. */
  readonly latentAxes: number | null;
}

/** @param onRound called after each round with the rounds done */
export async function measureAttempt(
  settings: Settings,
  { roles, search, random, rounds }: Trial,
  onRound: (done: number) => void,
  signal?: AbortSignal,
): Promise<Measures> {
  const run: AttackRun = {
    roles,
    search,
    random: random.derive(0),
    groups: [],
    rounds: asInAudit,
    attacks: cheapAttacks,
    ...(signal && { signal }),
  };
  const tallies = new AttackTallies(run);
  const losses: Losses[] = [];
  const ofFile: MetricResult[] = [];
  let latentAxes: number | null = null;
  for (const [r, { split, members, controls, usefulness }] of rounds.entries()) {
    const generation = await generatorById(settings.generator).generate(
      {
        table: members,
        settings: { ...settings, k: Math.min(settings.k, members.rowCount - 1) },
        search,
        random: random.derive(1 + r),
        roles,
        traced: r === 0,
      },
      signal && { signal },
    );
    const round = makeRound({
      members,
      controls,
      synthetic: generation.table,
      memberIds: split.members,
      controlIds: split.controls,
      search,
    });
    await tallies.add(round);
    await pause(signal);
    losses.push(usefulness.of(round.synthetic));
    if (r === 0) {
      latentAxes = generation.notes?.latentAxes ?? null;
      if (generation.redraw) ofFile.push(dominance(generation.redraw));
      ofFile.push(rareLevels(members, round.synthetic, levelFloor));
    }
    onRound(r + 1);
  }
  const metrics = [...(await tallies.conclude()), ...ofFile];
  return {
    ...exposureOf(metrics),
    privacy: Object.fromEntries(metrics.map(({ id, value }) => [id, value])),
    utility: meanFigures(losses),
    losses: losses.map(({ loss }) => loss),
    latentAxes,
  };
}

function meanFigures(losses: readonly Losses[]): Record<string, number | null> {
  return Object.fromEntries(
    Object.keys(losses[0]?.figures ?? {}).map((key) => {
      const found = losses.flatMap(({ figures }) => figures[key] ?? []);
      return [key, found.length === 0 ? null : found.reduce((sum, one) => sum + one, 0) / found.length];
    }),
  );
}
