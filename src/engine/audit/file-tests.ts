/** The tests that only look at both files: what is rare, unique or disclosed on the declared keys. */
import type { RandomSource } from '../numeric/random.ts';
import { disco } from '../privacy/release/disco.ts';
import { kAnonymity } from '../privacy/release/k-anonymity.ts';
import { rareLevels } from '../privacy/release/rare-levels.ts';
import { replicatedUniques } from '../privacy/release/replicated-uniques.ts';
import { alignTable } from '../read/align.ts';
import type { DeclaredRoles } from '../table/roles.ts';
import type { Table } from '../table/table.ts';
import type { MetricResult } from '../verdict/metric.ts';

/** Patients under which a level is rare: CASD and IPC (privacy.md 5.3). */
export const levelFloor = 11;

export function fileTests(
  original: Table,
  synthetic: Table,
  { quasi }: DeclaredRoles,
  random: RandomSource,
  floor: number = levelFloor,
): MetricResult[] {
  const made = alignTable(original, synthetic).table;
  return [
    replicatedUniques(original, made, quasi, random.derive(0)),
    disco(original, made, quasi, random.derive(1)),
    rareLevels(original, made, floor),
    kAnonymity(original, made, quasi),
  ];
}
