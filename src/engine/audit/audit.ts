/**
 * The audit of a run: what an attacker could do with the file, and what he could do to patients who were never in it.
 *
 * *Release tests* look at the very file to be exported and at how it was drawn (A1, A2, A9, A11, k-anonymity).
 * *Audit run*: patients are held out several times, the rest goes through the generator **with the same settings**, and
 * every attack of the registry is run on members and on controls (A3 to A7). It measures the recipe, slightly
 * pessimistically: there are fewer donors. Both anchors are attacked once, on the first round. With earlier releases of the
 * same source, each round makes as many files more and attacks them together (A10).
 *
 * What is sampled in a large file, so that the work does not grow with its square: above 5 000 patients, 2 000 are
 * attacked a round (`round.ts`) and 2 000 left out one by one (`leave-one-out.ts`); above 20 000, each round is played on
 * 20 000 of them (`splits.ts`). Linkability and inference attack 1 000 patients at most whatever the file.
 *
 * Source: privacy.md 3. All random numbers are the audit's own: the released file cannot be made again from them.
 */
import type { Generation } from '../generate/generator.ts';
import { mixesNeighbours, type Settings } from '../generate/settings.ts';
import type { NeighborSearch } from '../neighbors/search.ts';
import type { RandomSource } from '../numeric/random.ts';
import type { Round } from '../privacy/attacks/attack.ts';
import { attacksOn, unmeasuredAttacks } from '../privacy/attacks/registry.ts';
import type { DeclaredRoles } from '../table/roles.ts';
import type { Table } from '../table/table.ts';
import type { MetricResult } from '../verdict/metric.ts';
import { attackAnchors, withAnchors } from './anchored.ts';
import { AttackTallies, type AttackRun } from './attack-rounds.ts';
import { patientGroups } from './groups.ts';
import { playRound } from './play.ts';
import { steadyProgress } from './progress.ts';
import { releaseTests } from './release.ts';
import { makeSplits, type Splits } from './splits.ts';
import type { AuditProgress } from './stages.ts';

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
  /** Files of the same source that already left: the attacker holds them too (privacy.md A10). */
  readonly releases?: number;
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
  /** Donors of each avatar in the rounds: fewer than were asked for where too few patients were left. */
  readonly k: number;
  /** Files the attacker holds in each round: this one and the earlier releases. */
  readonly files: number;
  /** How well leave-one-out recognises each patient (.5 = not at all); `NaN` for one left out. Screen only. */
  readonly exposure: Float64Array | null;
  readonly milliseconds: number;
}

/** Shares of the progress bar: what is long on 2 000 patients is so on any number (`npm run bench`). */
const releaseShare = 0.25;
const generateShare = 0.2;
/** Attacks on the anchors, two files, in rounds. */
const anchorRounds = 1.6;

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
  const files = 1 + (input.releases ?? 0);
  const progress = steadyProgress(onProgress, rounds.length);
  const groups = patientGroups(table);
  const { generator } = input.settings;
  const listed = attacksOn(mixesNeighbours(generator) ? input.settings.k : 0);
  const attackRun = (source: RandomSource, onStep: AttackRun['onStep']): AttackRun => ({
    roles,
    search,
    random: source,
    groups,
    rounds: rounds.length,
    attacks: listed,
    ...(signal && { signal }),
    ...(onStep && { onStep }),
  });

  progress.enter({ round: 0, from: 0, to: releaseShare });
  const release = input.generation
    ? await releaseTests(
        { ...input, generation: input.generation, random: random.derive(1) },
        { ...(signal && { signal }), onProgress: progress.say },
      )
    : { metrics: [], exposure: null };

  const before = input.generation === undefined ? 0 : releaseShare;
  const width = (1 - before) / (rounds.length + anchorRounds);
  const tallies = new AttackTallies(
    attackRun(random.derive(2), (step, share) => progress.say(step, generateShare + share * (1 - generateShare))),
  );
  let first: Round | null = null;
  let { k } = input.settings;
  for (const [r, split] of rounds.entries()) {
    progress.enter({ round: r + 1, from: before + r * width, to: before + (r + 1) * width });
    progress.say('generate', 0);
    const round = await playRound({ ...input, files }, split, random.derive(10 + r), {
      ...(signal && { signal }),
      onProgress: (share) => progress.say('generate', generateShare * share),
    });
    first ??= round;
    k = Math.min(k, Math.floor(round.synthetic.rowCount / files) - 1);
    await tallies.add(round);
  }
  progress.enter({ round: 0, from: before + rounds.length * width, to: 1 });
  progress.say('anchors', 0);
  const metrics = first === null ? unmeasuredAttacks('too-few-rows', listed) : await tallies.conclude();
  const anchors = first === null ? null : await attackAnchors(first, attackRun(random.derive(3), progress.say));
  progress.say('anchors', 1);
  return {
    metrics: [...release.metrics, ...metrics.map((metric) => withAnchors(metric, anchors))],
    kind,
    rounds: rounds.length,
    members: rounds[0]?.members.length ?? 0,
    controls: new Set(rounds.flatMap(({ controls }) => [...controls])).size,
    k,
    files,
    exposure: release.exposure,
    milliseconds: performance.now() - start,
  };
}
