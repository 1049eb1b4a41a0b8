/**
 * The finished runs of one file: their synthetic tables (shuffled, no pair ever comes here), what was measured of them,
 * and what was released. Everything a decision depends on is gathered here; nothing is assumed green.
 */
import { SosieError } from '../engine/errors.ts';
import type { Settings } from '../engine/generate/settings.ts';
import type { Table } from '../engine/table/table.ts';
import { identifierPatterns, type ColumnFacts } from '../engine/verdict/column-facts.ts';
import { decide } from '../engine/verdict/decide.ts';
import type { Decision, Facts, Preset } from '../engine/verdict/decision.ts';
import type { MetricResult } from '../engine/verdict/metric.ts';
import type { Decisions, ExportBlock } from './protocol.ts';

export interface KeptRun {
  readonly table: Table;
  readonly settings: Settings;
  /** Rows of the original. */
  readonly rows: number;
  readonly indicators: readonly MetricResult[];
  readonly columns: ColumnFacts;
  /** Kept columns of the original whose identifiers have valid check digits. */
  readonly blocks: readonly ExportBlock[];
  /** What it was made from. */
  readonly decisions: Decisions;
}

interface Followed extends KeptRun {
  /** Runs made of this source before this one. */
  readonly attempts: number;
  audit: Facts['audit'];
  attacks: readonly MetricResult[];
  shadow: readonly MetricResult[];
}

export class KeptRuns {
  readonly #runs = new Map<string, Followed>();
  readonly #released = new Set<string>();
  #attempts = 0;

  add(runId: string, run: KeptRun): void {
    if (this.#runs.has(runId)) return;
    this.#runs.set(runId, { ...run, attempts: this.#attempts++, audit: 'not-run', attacks: [], shadow: [] });
  }

  /** @throws SosieError E21 for a run that was never kept: a bug of the page */
  get(runId: string): KeptRun {
    return this.#find(runId);
  }

  startAudit(runId: string): void {
    const run = this.#find(runId);
    if (run.audit !== 'done') run.audit = 'unfinished';
  }

  noteAudit(runId: string, attacks: readonly MetricResult[]): void {
    const run = this.#find(runId);
    run.attacks = attacks;
    run.audit = 'done';
  }

  noteShadow(runId: string, metrics: readonly MetricResult[]): void {
    this.#find(runId).shadow = metrics;
  }

  /** How many files of this source left during this visit. */
  get released(): number {
    return this.#released.size;
  }

  isReleased(runId: string): boolean {
    return this.#released.has(runId);
  }

  noteRelease(runId: string): void {
    this.#released.add(runId);
  }

  /** Other files of this source that left during this visit. */
  releasesBeside(runId: string): number {
    return [...this.#released].filter((released) => released !== runId).length;
  }

  /** @param earlier files of this source that left before this visit */
  decide(runId: string, preset: Preset, visit: { readonly teaching: boolean; readonly earlier: number }): Decision {
    const run = this.#find(runId);
    const facts: Facts = {
      ...run.columns,
      identifierPatterns: [...new Set([...run.columns.identifierPatterns, ...identifierPatterns(run.table)])],
      rows: run.rows,
      syntheticRows: run.table.rowCount,
      settings: run.settings,
      metrics: [...run.indicators, ...run.attacks, ...run.shadow],
      audit: run.audit,
      fixedSeed: false,
      attempts: run.attempts,
      releases: visit.earlier + this.releasesBeside(runId),
      teaching: visit.teaching,
    };
    return decide(facts, preset);
  }

  #find(runId: string): Followed {
    const run = this.#runs.get(runId);
    if (run === undefined) throw new SosieError('E21');
    return run;
  }
}
