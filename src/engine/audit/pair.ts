/**
 * Attacks a synthetic file made elsewhere, with patients its generator never saw as control. What needs the generator
 * (donors, leave-one-out, shadow) is not measurable. Source: privacy.md 3.0, last rule.
 */
import type { NeighborSearch } from '../neighbors/search.ts';
import type { RandomSource } from '../numeric/random.ts';
import { attacksOn, unmeasuredAttacks } from '../privacy/attacks/registry.ts';
import { alignTable } from '../read/align.ts';
import type { DeclaredRoles } from '../table/roles.ts';
import { appendRows, type Table } from '../table/table.ts';
import type { MetricResult } from '../verdict/metric.ts';
import { attackAnchors, withAnchors } from './anchored.ts';
import { AttackTallies, type AttackRun } from './attack-rounds.ts';
import type { AuditControl } from './audit.ts';
import { checkControls, type CommonRows } from './control-file.ts';
import { fileTests } from './file-tests.ts';
import { patientGroups } from './groups.ts';
import { steadyProgress } from './progress.ts';
import { notRun } from './not-run.ts';
import { withoutDonors } from './release.ts';
import { makeRound } from './round.ts';

export interface PairInput {
  readonly members: Table;
  readonly synthetic: Table;
  /** Patients the generator never saw; `null`: no attack can be measured. */
  readonly controls: Table | null;
  readonly roles: DeclaredRoles;
  readonly search: NeighborSearch;
  /** The audit's own source; destroyed at the end. */
  readonly random: RandomSource;
}

/** Controls under which no attack says anything. */
const fewestControls = 2;

/** @throws SosieError E72 when the control file is the original or the synthetic file, or most of it */
export async function attackPair(input: PairInput, control: AuditControl = {}): Promise<MetricResult[]> {
  const { members, synthetic, controls, roles, search, random } = input;
  try {
    const listed = attacksOn(null);
    const shadow = notRun('shadow', 'singling-out', 'made-elsewhere');
    const others = [...withoutDonors, shadow, ...fileTests(members, synthetic, roles, random.derive(0))];
    if (controls === null) return [...others, ...unmeasuredAttacks('no-control-file', listed)];
    if (controls.rowCount < fewestControls) return [...others, ...unmeasuredAttacks('too-few-rows', listed)];
    const shared = checkControls(members, alignTable(members, controls).table, alignTable(members, synthetic).table);
    const round = makeRound({ members, controls, synthetic, search, random: random.derive(3) });
    const progress = steadyProgress(control.onProgress, 1);
    progress.enter({ round: 1, from: 0, to: 1 / 3 });
    const run: AttackRun = {
      attacks: listed,
      roles,
      search,
      random: random.derive(1),
      groups: patientGroups(appendRows(members, round.controls)),
      ...(control.signal && { signal: control.signal }),
      onStep: progress.say,
    };
    const tallies = new AttackTallies(run);
    await tallies.add(round);
    const metrics = await tallies.conclude();
    progress.enter({ round: 0, from: 1 / 3, to: 1 });
    const anchors = await attackAnchors(round, { ...run, random: random.derive(2) });
    progress.say('anchors', 1);
    return [...others, ...metrics.map((metric) => ofPair(withAnchors(metric, anchors), shared))];
  } finally {
    random.destroy();
  }
}

/** Attacks say which controls are also patients of the file: none of them is a control, and the figure understates. */
function ofPair(metric: MetricResult, { common, beyondChance }: CommonRows): MetricResult {
  const detail = beyondChance ? { ...metric.detail, controlsInFile: common } : metric.detail;
  return metric.attack === undefined ? metric : { ...metric, detail, attack: { ...metric.attack, run: 'pair' } };
}
