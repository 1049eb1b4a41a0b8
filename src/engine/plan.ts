/**
 * Says what a run will do before doing it: stages with their estimated time, memory, what is refused and what is worth
 * a warning. Plain functions on plain data; nothing is computed on the cells but counts.
 */
import { estimateAudit } from './audit/estimate.ts';
import { fewestMembers } from './audit/splits.ts';
import { SosieError, toCodedError, type CodedError } from './errors.ts';
import { generators } from './generate/registry.ts';
import { mixesNeighbours, type Settings } from './generate/settings.ts';
import { rowKeys, countKeys, identifyCells } from './privacy/cells.ts';
import { stageIds, type StageId } from './stages.ts';
import type { Finding } from './table/schema.ts';
import { countDistinct, countMissing, isQuantity, type Column, type Table } from './table/table.ts';

export interface StagePlan {
  readonly stage: StageId;
  readonly milliseconds: number;
}

/** What a run would do. `refusals` stop it; `warnings` are said beside the button. */
export interface Plan {
  readonly rows: number;
  readonly keptColumns: number;
  /** Columns of the coded table: numbers + levels. */
  readonly codedColumns: number;
  readonly largestK: number;
  readonly largestNcp: number;
  readonly stages: readonly StagePlan[];
  /** Of the audit that may follow the run. */
  readonly auditMilliseconds: number;
  readonly bytes: number;
  readonly refusals: readonly CodedError[];
  readonly warnings: readonly Finding[];
}

/** What a browser tab can be asked to hold. Source: design.md 11. */
const largestBytes = 2.5e9;

/** Rows under which no verdict is reliable: one patient moves every share by 2 points or more (privacy.md 5.3). */
const fewRows = 50;

export function plan(table: Table, settings: Settings): Plan {
  const codedColumns = countCoded(table);
  return {
    rows: table.rowCount,
    keptColumns: table.columns.length,
    codedColumns,
    largestK: Math.max(1, Math.min(200, table.rowCount - 1)),
    largestNcp: Math.max(1, Math.min(table.rowCount - 1, codedColumns)),
    stages: estimate(table, settings, codedColumns),
    auditMilliseconds: estimateAudit(table.rowCount, table.columns.length, codedColumns, settings),
    bytes: memory(table, settings, codedColumns),
    refusals: refuse(table, settings).map(toCodedError),
    warnings: warn(table, settings, codedColumns),
  };
}

/** Why the run cannot be done, if it cannot; the first is the one to say. */
export function refuse(table: Table, settings: Settings): SosieError[] {
  const refusals: SosieError[] = [];
  const rows = table.rowCount;
  const { k } = settings;
  if (!generators.some(({ id }) => id === settings.generator)) {
    refusals.push(
      new SosieError('E44', {
        option: 'generator',
        value: settings.generator,
        allowed: generators.map(({ id }) => id).join(', '),
      }),
    );
  }
  if (rows < 2) refusals.push(new SosieError('E42', { rows }));
  else if (k >= rows) refusals.push(new SosieError('E01', { rows, k }));
  if (table.columns.length === 0) refusals.push(new SosieError('E43'));
  else if (rows >= 2 && !table.columns.some(varies)) refusals.push(new SosieError('E65'));
  for (const [option, value, low] of [
    ['k', k, 1],
    ['ncp', settings.ncp, 1],
  ] as const) {
    if (!Number.isInteger(value) || value < low) {
      refusals.push(
        new SosieError('E44', { option, value: String(value), allowed: `${low}, ${low + 1}…` }, { option }),
      );
    }
  }
  if (settings.cap !== null && !(settings.cap > 0 && settings.cap <= 1)) {
    refusals.push(
      new SosieError('E44', { option: 'cap', value: String(settings.cap), allowed: '0 < cap ≤ 1' }, { option: 'cap' }),
    );
  }
  for (const [column, weight] of Object.entries(settings.weights)) {
    if (!(weight > 0 && Number.isFinite(weight))) {
      refusals.push(new SosieError('E44', { option: 'weights', value: String(weight), allowed: '> 0' }, { column }));
    }
  }
  const bytes = memory(table, settings, countCoded(table));
  if (bytes > largestBytes) {
    refusals.push(
      new SosieError('E16', { cells: rows * table.columns.length, needed: bytes / 1e9, offered: largestBytes / 1e9 }),
    );
  }
  return refusals;
}

function warn(table: Table, settings: Settings, codedColumns: number): Finding[] {
  const warnings: Finding[] = [];
  const say = (code: string, params: Record<string, number> = {}): void => {
    warnings.push({ code, severity: 'know', params });
  };
  const rows = table.rowCount;
  if (settings.k < 5) say('plan-small-k', { k: settings.k });
  if (mixesNeighbours(settings.generator) && settings.k < rows) {
    const { kept, members } = donorsLeft(rows, settings);
    if (settings.k >= kept) say('plan-k-cut', { k: settings.k, kept });
    else if (members >= 2 && settings.k >= members) say('plan-k-cut-in-audit', { k: settings.k, members });
  }
  if (rows < fewRows && rows >= 2) say('plan-few-rows', { rows, points: 100 / rows });
  if (rows < 5 * codedColumns && rows >= 2) say('plan-wide', { rows, columns: codedColumns });
  if (table.columns.length > 0) {
    const keys = rowKeys(
      identifyCells(table, table).columns.map((column) => column.original),
      rows,
    );
    let duplicates = 0;
    for (const count of countKeys(keys).values()) if (count > 1) duplicates += count;
    if (duplicates > 0) say('plan-duplicates', { count: duplicates, rows });
  }
  if (settings.cap !== null) say('plan-cap', { cap: settings.cap });
  return warnings;
}

/** Patients that can be donors once the isolated ones are left out: of the whole file, and of a round of the audit. */
function donorsLeft(rows: number, { generator, ingredients }: Settings): { kept: number; members: number } {
  const leftOut = generator === 'reinforced' ? ingredients.isolatedLeftOut : 0;
  const among = (patients: number): number => (leftOut > 0 ? Math.ceil((patients - 1) * (1 - leftOut)) : patients);
  return { kept: among(rows), members: among(fewestMembers(rows)) };
}

/** Two values, or one value and blanks. */
const varies = (column: Column): boolean => countDistinct(column) + (countMissing(column) > 0 ? 1 : 0) > 1;

/** Numbers (with an indicator's two levels when incomplete) + levels (with one for blanks). */
function countCoded(table: Table): number {
  return table.columns.reduce((sum, column) => {
    const blanks = countMissing(column) > 0;
    return sum + (isQuantity(column) ? 1 + (blanks ? 2 : 0) : countDistinct(column) + (blanks ? 1 : 0));
  }, 0);
}

/**
 * Milliseconds, from the operations of each stage and the nanoseconds an operation takes on a plain laptop core
 * (measured by `npm run bench`; the shown estimate is an order of magnitude).
 */
function estimate(table: Table, settings: Settings, coded: number): StagePlan[] {
  const n = table.rowCount;
  const p = table.columns.length;
  const pairs = n * n;
  const nanoseconds: Record<StageId, number> = {
    prepare: 40 * n * p,
    factor: 2 * n * coded * coded + 12 * Math.min(n, coded) ** 3,
    neighbors: 0.35 * pairs * (1 + settings.ncp / 4),
    generate: n * (4000 + 6 * settings.k * p),
    privacy: 0.8 * pairs * (1 + settings.ncp / 4) + (pairs * coded <= 1e11 ? 0.25 * pairs * coded : 0) + 200 * n * p,
    utility: 60 * n * p + 8 * n * p * p,
  };
  return stageIds.map((stage) => ({ stage, milliseconds: nanoseconds[stage] / 1e6 }));
}

/** Bytes held at the worst moment: both tables, their coded rows in the full space, neighbours, coordinates. */
function memory(table: Table, settings: Settings, coded: number): number {
  const n = table.rowCount;
  const full = n * n * coded <= 1e11 ? 2 * coded : 0;
  return 8 * n * (6 * table.columns.length + 1.5 * settings.k + 4 * settings.ncp + full) + 24 * coded * coded;
}
