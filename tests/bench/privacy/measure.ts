/** Plays one contender on one cohort over several splits, and gives its figures: attacks, seven metrics, utility. */
import { AttackTallies } from '../../../src/engine/audit/attack-rounds.ts';
import { makeRound } from '../../../src/engine/audit/round.ts';
import { shadow } from '../../../src/engine/audit/shadow.ts';
import { releaseTests } from '../../../src/engine/audit/release.ts';
import { evaluate } from '../../../src/engine/evaluate.ts';
import type { Generation } from '../../../src/engine/generate/generator.ts';
import type { NeighborSearch } from '../../../src/engine/neighbors/search.ts';
import {
  permutation,
  randomSource,
  type RandomSource,
  streamPurpose,
  keyFromSeed,
} from '../../../src/engine/numeric/random.ts';
import { attacks } from '../../../src/engine/privacy/attacks/registry.ts';
import { everyRow, takeRows, type Table } from '../../../src/engine/table/table.ts';
import { measureFidelity } from '../../../src/engine/utility/fidelity.ts';
import { predictionArea } from '../../../src/engine/utility/prediction.ts';
import { coxByArm } from '../../../src/engine/utility/survival/cox.ts';
import type { MetricResult } from '../../../src/engine/verdict/metric.ts';
import type { Cohort } from './cohorts.ts';
import type { Contender } from './contenders.ts';

/** A figure over the splits; `spread` is its standard deviation over them, where each split gives one. */
export interface Figure {
  readonly mean: number;
  readonly spread: number | null;
}

export type Figures = Readonly<Record<string, Figure>>;

export interface Depth {
  readonly splits: number;
  /** Membership, copies, linkability and inference only. */
  readonly cheap: boolean;
}

const cheapSteps: ReadonlySet<string> = new Set(['membership', 'copies', 'linkability', 'inference']);
/** Told split by split too. */
const splitSteps: ReadonlySet<string> = new Set(['membership']);
const heldOut = 0.3;

interface Play {
  readonly members: Table;
  readonly controls: Table;
  readonly memberIds: Int32Array;
  readonly controlIds: Int32Array;
}

function plays(table: Table, random: RandomSource, count: number): Play[] {
  return Array.from({ length: count }, (_, split) => {
    const order = permutation(table.rowCount, random.stream(streamPurpose.audit, split));
    const out = Math.round(heldOut * table.rowCount);
    const [controlIds, memberIds] = [order.slice(0, out).sort(), order.slice(out).sort()];
    return { members: takeRows(table, memberIds), controls: takeRows(table, controlIds), memberIds, controlIds };
  });
}

class Notes {
  readonly #values = new Map<string, number[]>();

  put(name: string, value: number | null | undefined): void {
    if (value === null || value === undefined || Number.isNaN(value)) return;
    this.#values.set(name, [...(this.#values.get(name) ?? []), value]);
  }

  figures(): Record<string, Figure> {
    return Object.fromEntries([...this.#values].map(([name, values]) => [name, summary(values)]));
  }
}

function summary(values: readonly number[]): Figure {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.length < 2) return { mean, spread: null };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, spread: Math.sqrt(squares / (values.length - 1)) };
}

/** The same seeds for every contender: they meet the same splits and the same luck. */
export async function measure(
  cohort: Cohort,
  contender: Contender,
  { splits, cheap }: Depth,
  search: NeighborSearch,
): Promise<Figures> {
  const { table, roles } = cohort;
  const random = randomSource(await keyFromSeed(`study ${cohort.id}`));
  const listed = cheap ? attacks.filter(({ step }) => cheapSteps.has(step)) : attacks;
  const run = { roles, search, groups: [], rounds: splits, attacks: listed };
  const pooled = new AttackTallies({ ...run, random: random.derive(1) });
  const notes = new Notes();
  for (const [split, play] of plays(table, random.derive(0), splits).entries()) {
    const started = performance.now();
    const made = await contender.make({
      ...play,
      roles,
      search,
      random: random.derive(100 + split),
      traced: split === 0 && !cheap,
    });
    notes.put('seconds', (performance.now() - started) / 1000);
    const round = makeRound({ ...play, synthetic: made.table, search });
    await pooled.add(round);
    const alone = new AttackTallies({
      ...run,
      attacks: listed.filter(({ step }) => splitSteps.has(step)),
      random: random.derive(200 + split),
    });
    await alone.add(round);
    for (const { id, value } of await alone.conclude()) notes.put(`split ${id}`, value);
    await noteUtility(notes, cohort, play, made.table, random.derive(300 + split));
    if (split === 0 && !cheap) await noteRelease(notes, contender, cohort, play, made, search, random.derive(400));
    notes.put('left out', made.notes?.leftOut);
    notes.put('latent axes', made.notes?.latentAxes);
  }
  const figures = notes.figures();
  for (const metric of await pooled.conclude()) {
    for (const [name, value] of attackFigures(metric)) {
      figures[name] = { mean: value, spread: figures[`split ${name}`]?.spread ?? null };
    }
  }
  return figures;
}

function attackFigures({ id, value, detail }: MetricResult): [string, number][] {
  if (value === null) return [];
  const worst = (detail['worst'] as { excess: number } | undefined)?.excess;
  return [[id, value], ...(worst === undefined ? [] : [[`${id} worst`, worst] as [string, number]])];
}

async function noteUtility(
  notes: Notes,
  { roles }: Cohort,
  { members, controls }: Play,
  synthetic: Table,
  random: RandomSource,
): Promise<void> {
  const { spread, distributions, totalVariation, correlation } = measureFidelity(members, synthetic);
  notes.put('spread', spread);
  notes.put('KS', distributions);
  notes.put('TV', totalVariation);
  notes.put('correlation', correlation);
  const [outcome] = roles.outcome;
  if (outcome !== undefined) {
    const stream = random.stream(streamPurpose.audit, 0);
    notes.put('downstream', predictionArea(synthetic, controls, outcome, stream));
  }
  const { time, event, arm } = roles;
  if (time === null || event === null || arm === null) return;
  const own = coxByArm(members, { time, event, arm });
  const made = coxByArm(synthetic, { time, event, arm });
  if (own === null || made === null) return;
  const madeOf = new Map(made.map((one) => [one.arm, one]));
  for (const { arm: name, coefficient, standardError } of own) {
    const other = madeOf.get(name);
    if (other !== undefined) notes.put('Cox gap', Math.abs(other.coefficient - coefficient) / standardError);
    if (other !== undefined) notes.put('Cox bias', (other.coefficient - coefficient) / standardError);
  }
}

async function noteRelease(
  notes: Notes,
  { settings }: Contender,
  { roles }: Cohort,
  { members }: Play,
  generation: Generation,
  search: NeighborSearch,
  random: RandomSource,
): Promise<void> {
  if (generation.redraw !== undefined && settings !== null) {
    const { metrics } = await releaseTests({ table: members, settings: settings(members), roles, random, generation });
    for (const { id, detail } of metrics) {
      if (id === 'dominance') notes.put('largest weight', detail['largestWeight'] as number);
      if (id === 'dominance') notes.put('effective donors', detail['medianEffectiveDonors'] as number);
      if (id === 'leave-one-out') {
        notes.put('A2 mean', detail['mean'] as number);
        notes.put('A2 q99', detail['q99'] as number);
        notes.put('A2 above .9', detail['shareAbove90'] as number);
      }
      if (id === 'rare-levels') notes.put('rare levels', (detail['levels'] as { count: number }[]).length);
      if (id === 'rare-levels') notes.put('outside bounds', detail['outsideBounds'] as number);
    }
  }
  const sources = generation.paired === false ? undefined : generation.sources;
  const { metrics } = await evaluate(members, generation.table, {
    ncp: 5,
    paired: false,
    search,
    ...(sources && { sources }),
  });
  for (const { id, value } of metrics) notes.put(id, value);
}

/** What the real members are worth where a synthetic file is judged: the ceiling of the utility figures. */
export async function measureReal(cohort: Cohort, splits: number): Promise<Figures> {
  const random = randomSource(await keyFromSeed(`study ${cohort.id}`));
  const notes = new Notes();
  for (const [split, play] of plays(cohort.table, random.derive(0), splits).entries()) {
    await noteUtility(notes, cohort, play, play.members, random.derive(300 + split));
  }
  return notes.figures();
}

/** A8: the most isolated patients and the most ordinary ones, each put in and left out `pairs` times. */
export async function measureShadow(
  { id, table, roles }: Cohort,
  { settings }: Contender,
  { pairs, targets }: { readonly pairs: number; readonly targets: number },
  search: NeighborSearch,
): Promise<Figures> {
  if (settings === null) return {};
  const random = randomSource(await keyFromSeed(`shadow ${id}`));
  const sample = Math.min(400, Math.floor(table.rowCount / 2));
  const played = { table, settings: settings(takeRows(table, everyRow(sample))), roles, search, random };
  const { applicable, detail } = await shadow({ ...played, pairs, targets, sample });
  if (!applicable) return {};
  const of = (group: string) => detail[group] as { mean: number; max: number };
  const one = (mean: number): Figure => ({ mean, spread: null });
  return {
    'shadow isolated': one(of('isolated').mean),
    'shadow isolated max': one(of('isolated').max),
    'shadow ordinary': one(of('ordinary').mean),
    'shadow ordinary max': one(of('ordinary').max),
  };
}
