/** Runs the attacks over rounds, one round in memory at a time, and concludes over all of them. */
import type { NeighborSearch } from '../neighbors/search.ts';
import type { RandomSource } from '../numeric/random.ts';
import { pause } from '../pause.ts';
import type { PatientGroup, Round } from '../privacy/attacks/attack.ts';
import { attacks, type ListedAttack } from '../privacy/attacks/registry.ts';
import type { DeclaredRoles } from '../table/roles.ts';
import type { MetricResult } from '../verdict/metric.ts';
import type { AuditStep } from './stages.ts';

export interface AttackRun {
  readonly roles: DeclaredRoles;
  readonly search: NeighborSearch;
  readonly random: RandomSource;
  readonly groups: readonly PatientGroup[];
  /** How many rounds there will be. */
  readonly rounds?: number;
  readonly signal?: AbortSignal;
  /** `share` of this round. */
  readonly onStep?: (step: AuditStep, share: number) => void;
  /** Those of the registry by default. */
  readonly attacks?: readonly ListedAttack[];
}

/** What each attack noted, round after round. */
export class AttackTallies {
  readonly #run: AttackRun;
  readonly #listed: readonly ListedAttack[];
  readonly #tallies: unknown[][];
  #rounds = 0;

  constructor(run: AttackRun) {
    this.#run = run;
    this.#listed = run.attacks ?? attacks;
    this.#tallies = this.#listed.map(() => []);
  }

  async add(round: Round): Promise<void> {
    const { roles, search, random, rounds, signal, onStep } = this.#run;
    const total = this.#listed.reduce((sum, { cost }) => sum + cost, 0);
    const source = random.derive(this.#rounds++);
    let done = 0;
    for (const [a, { step, attack, cost }] of this.#listed.entries()) {
      const before = done;
      const onProgress = (share: number): void => onStep?.(step, (before + cost * share) / total);
      onProgress(0);
      await pause(signal);
      const tools = { roles, search, random: source.derive(a), onProgress };
      const tally = await attack.tally(round, { ...tools, ...(rounds && { rounds }), ...(signal && { signal }) });
      this.#tallies[a]!.push(tally);
      done += cost;
    }
    onStep?.(this.#listed.at(-1)?.step ?? 'membership', 1);
  }

  async conclude(): Promise<MetricResult[]> {
    const { roles, random, groups, signal } = this.#run;
    const source = random.derive(1_000_000);
    const results: MetricResult[] = [];
    for (const [a, { attack }] of this.#listed.entries()) {
      await pause(signal);
      const conclusion = { roles, groups, random: source.derive(a), ...(signal && { signal }) };
      results.push(...(await attack.conclude(this.#tallies[a]!, conclusion)));
    }
    return results;
  }
}
