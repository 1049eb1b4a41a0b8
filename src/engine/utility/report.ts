/**
 * All that is said of what the synthetic file keeps, computed when it is asked for: the first table of a paper, survival by
 * arm, where distributions and pairs are lost, and the utility table with its learned measures.
 *
 * The variable to predict is the first declared outcome, else the event; without either, what needs one says so.
 */
import type { DeclaredRoles } from '../table/roles.ts';
import type { Table } from '../table/table.ts';
import { pause } from '../pause.ts';
import { pmseTables, type PmseTable } from './clover/pmse-tables.ts';
import { utilityTable, type UtilityLine, type UtilityOptions } from './clover/table.ts';
import { compareSurvival, type SurvivalComparison } from './survival/endpoints.ts';
import { tableOne, type TableOne } from './table-one.ts';

export interface UtilityReport {
  readonly target: string | null;
  readonly tableOne: TableOne;
  /** By arm, when one was declared. */
  readonly tableOneByArm: TableOne | null;
  readonly survival: SurvivalComparison | null;
  /** The ratio of each variable, then of the worst pairs. */
  readonly oneWay: readonly PmseTable[];
  readonly twoWay: readonly PmseTable[];
  readonly lines: readonly UtilityLine[];
}

/** Columns above which pairs are not tabulated one by one. */
const mostPaired = 60;

export async function utilityReport(
  original: Table,
  synthetic: Table,
  roles: DeclaredRoles,
  options: Omit<UtilityOptions, 'target'>,
): Promise<UtilityReport> {
  const target = roles.outcome[0] ?? roles.event;
  const first = tableOne(original, synthetic);
  const byArm = roles.arm === null ? null : tableOne(original, synthetic, roles.arm);
  const survival = compareSurvival(original, synthetic, roles);
  await pause(options.signal);
  const { oneWay, twoWay } =
    original.columns.length <= mostPaired ? pmseTables(original, synthetic) : { oneWay: [], twoWay: [] };
  await pause(options.signal);
  const lines = await utilityTable(original, synthetic, { ...options, ...(target !== null && { target }) });
  const byArmUsable = byArm !== null && byArm.groups.length > 1 ? byArm : null;
  return { target, tableOne: first, tableOneByArm: byArmUsable, survival, oneWay, twoWay, lines };
}
