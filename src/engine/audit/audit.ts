/**
 * The audit of a run: what an attacker could do with the file, and what he could do to patients who were never in it.
 *
 * *Release tests* look at the very file to be exported and at how it was drawn (A1, A2, A9, A11, k-anonymity).
 * *Audit run*: patients are held out several times, the rest goes through the generator **with the same settings**, and
 * every attack of the registry is run on members and on controls (A3 to A7). It measures the recipe, slightly
 * pessimistically: there are fewer donors. Both anchors are attacked once, on the first round.
 *
 * Source: privacy.md 3. All random numbers are the audit's own: the released file cannot be made again from them.
 */
import type { Generation } from '../generate/generator.ts';
import { generatorById } from '../generate/registry.ts';
import type { Settings } from '../generate/settings.ts';
import type { NeighborSearch } from '../neighbors/search.ts';
import type { RandomSource } from '../numeric/random.ts';
import { unmeasuredAttacks } from '../privacy/attacks/registry.ts';
import type { DeclaredRoles } from '../table/roles.ts';
import { takeRows, type Table } from '../table/table.ts';
import type { MetricResult } from '../verdict/metric.ts';
import { attackAnchors, withAnchors } from './anchored.ts';
import { AttackTallies, type AttackRun } from './attack-rounds.ts';
import { patientGroups } from './groups.ts';
import { releaseTests } from './release.ts';
import { makeRound } from './round.ts';
import { makeSplits, type Split, type Splits } from './splits.ts';
import type { AuditProgress, AuditStep } from './stages.ts';

export interface AuditInput {
  readonly table: Table;
  readonly settings: Settings;
  readonly roles: DeclaredRoles;
  readonly search: NeighborSearch;
  /** The audit's own source: never the release's. Destroyed at the end. */
  readonly random: RandomSource;
  /** The release run; without it, only the audit run is done. */
  readonly generation?: Generation;
  readonly rounds?: number;
}

export interface AuditControl {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: AuditProgress) => void;
}

export interface AuditOutcome {
  readonly metrics: readonly MetricResult[];
  readonly kind: Splits['kind'];
  readonly rounds: number;
  /** Patients given to the generator in the first round; distinct patients held out over all rounds. */
  readonly members: number;
  readonly controls: number;
  /** How well leave-one-out recognises each patient (.5 = not at all); `NaN` for one left out. Screen only. */
  readonly exposure: Float64Array | null;
  readonly milliseconds: number;
}

/** Shares of the progress bar. */
const releaseShare = 0.25;
const anchorShare = 0.1;
const generateShare = 0.3;

/** @throws AbortError when cancelled; SosieError when the generator cannot run on the members */
export async function audit(input: AuditInput, control: AuditControl = {}): Promise<AuditOutcome> {
  try {
    return await auditRun(input, control);
  } finally {
    input.random.destroy();
  }
}

async function auditRun(input: AuditInput, { signal, onProgress }: AuditControl): Promise<AuditOutcome> {
  const start = performance.now();
  const { table, roles, search, random } = input;
  const { kind, rounds } = makeSplits(table.rowCount, random.derive(0), input.rounds);
  let at = { round: 0, from: 0, width: releaseShare };
  const say = (step: AuditStep, share: number): void =>
    onProgress?.({ step, share: at.from + share * at.width, round: at.round, rounds: rounds.length });

  const groups = patientGroups(table);
  const attackRun = (source: RandomSource): AttackRun => ({
    roles,
    search,
    random: source,
    groups,
    rounds: rounds.length,
    ...(signal && { signal }),
    onStep: (step, share) => say(step, generateShare + share * (1 - generateShare)),
  });

  const release = input.generation
    ? await releaseTests(
        { ...input, generation: input.generation, random: random.derive(1) },
        { ...(signal && { signal }), onProgress: say },
      )
    : { metrics: [], exposure: null };

  const tallies = new AttackTallies(attackRun(random.derive(2)));
  const width = (1 - releaseShare - anchorShare) / Math.max(1, rounds.length);
  for (const [r, split] of rounds.entries()) {
    at = { round: r + 1, from: releaseShare + r * width, width };
    say('generate', 0);
    await tallies.add(await playRound(input, split, random.derive(10 + r), signal));
  }
  at = { round: 0, from: 1 - anchorShare, width: anchorShare };
  say('anchors', 0);
  const metrics = rounds.length === 0 ? unmeasuredAttacks('too-few-rows') : await tallies.conclude();
  const [first] = rounds;
  const anchors =
    first === undefined
      ? null
      : await attackAnchors(
          takeRows(table, first.members),
          (synthetic) => roundOf(table, first, synthetic, search),
          attackRun(random.derive(3)),
        );
  say('anchors', 1);
  return {
    metrics: [...release.metrics, ...metrics.map((metric) => withAnchors(metric, anchors))],
    kind,
    rounds: rounds.length,
    members: rounds[0]?.members.length ?? 0,
    controls: new Set(rounds.flatMap(({ controls }) => [...controls])).size,
    exposure: release.exposure,
    milliseconds: performance.now() - start,
  };
}

async function playRound(
  { table, settings, roles, search }: AuditInput,
  split: Split,
  random: RandomSource,
  signal?: AbortSignal,
) {
  const members = takeRows(table, split.members);
  const generator = generatorById(settings.generator);
  const fitting = { ...settings, k: Math.min(settings.k, members.rowCount - 1) };
  const generation = await generator.generate(
    { table: members, settings: fitting, search, random, roles },
    signal && { signal },
  );
  return roundOf(table, split, generation.table, search);
}

const roundOf = (table: Table, split: Split, synthetic: Table, search: NeighborSearch) =>
  makeRound({
    members: takeRows(table, split.members),
    controls: takeRows(table, split.controls),
    synthetic,
    memberIds: split.members,
    controlIds: split.controls,
    search,
  });
