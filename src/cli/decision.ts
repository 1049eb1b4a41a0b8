/**
 * What the policy says of a file that the command line made. It is written all the same (privacy.md 6.1): this is a tool for
 * scripts. It knows of no earlier run or release, and a seed makes a file that can be made again.
 */
import type { Settings } from '../engine/generate/settings.ts';
import type { Table } from '../engine/table/table.ts';
import { columnFacts, identifierPatterns } from '../engine/verdict/column-facts.ts';
import { decide } from '../engine/verdict/decide.ts';
import type { Decision, Preset } from '../engine/verdict/decision.ts';
import type { MetricResult } from '../engine/verdict/metric.ts';
import { boundUnder, policy } from '../engine/verdict/policy.ts';
import type { Chosen } from './columns.ts';
import type { Options } from './options.ts';

/** Patients to compare with under which, for the policy, an attack that finds nothing proves little. */
export const powerFloor = (options: Options): number => {
  const line = policy.lines.find(({ id }) => id === 'power');
  return (line && boundUnder(line.exportable, presetOf(options))) ?? 0;
};

const presetOf = ({ policy: preset }: Options): Preset => preset ?? 'partner';

/** @param metrics the seven indicators and every attack of a finished audit */
export function decideOn(
  { schema, table }: Chosen,
  settings: Settings,
  synthetic: Table,
  metrics: readonly MetricResult[],
  options: Options,
): Decision {
  const columns = columnFacts(table, schema);
  return decide(
    {
      ...columns,
      identifierPatterns: [...new Set([...columns.identifierPatterns, ...identifierPatterns(synthetic)])],
      rows: table.rowCount,
      syntheticRows: synthetic.rowCount,
      settings,
      metrics,
      audit: 'done',
      fixedSeed: options.seed !== undefined,
      attempts: 0,
      releases: 0,
      teaching: false,
    },
    presetOf(options),
  );
}
