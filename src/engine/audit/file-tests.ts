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

/** Counted too: the floor of open data (privacy.md 6.3). */
const otherFloors = [20] as const;

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
    rareAtFloors(original, made, floor),
    kAnonymity(original, made, quasi),
  ];
}

/** A11 at the floor, with both counts at the other floors that a policy may ask for. */
function rareAtFloors(original: Table, made: Table, floor: number): MetricResult {
  const metric = rareLevels(original, made, floor);
  const floors = otherFloors.map((other) => {
    const { value, detail } = rareLevels(original, made, other);
    return [other, { levels: value, outside: detail.outsideBounds }];
  });
  return { ...metric, detail: { ...metric.detail, floors: Object.fromEntries(floors) } };
}
