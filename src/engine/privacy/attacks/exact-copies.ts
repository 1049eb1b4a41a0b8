/**
 * Which members and controls stand in the synthetic file, cell for cell, and how many of them are unique.
 *
 *   exact = 100 x (share of unique members found - share of unique controls found)       0 expected
 *
 * found = some synthetic row holds the same cells; unique = the row occurs once among members and controls. A patient
 * counts once however often he was drawn. `significant`: the 95 % interval of the difference (Newcombe) is above 0.
 * Source: privacy.md A7, 12.3.
 */
import { differenceInterval, unseenUpperBound } from '../../numeric/intervals.ts';
import { appendRows } from '../../table/table.ts';
import { countKeys, identifyCells, rowKeys } from '../cells.ts';
import type { AttackResult, Round } from './attack.ts';
import { mergeSides, PatientRates, percent, percentInterval, type Sides } from './patient-rates.ts';
import { concludeReplicatedValues, type ReplicatedValues, replicatedValues } from './replicated-values.ts';
import { measured, notMeasurable } from './results.ts';

const id = 'exact-copies';
const criterion = 'singling-out';
const fewestPatients = 11;

export interface ExactCopies {
  /** Everybody, and those only whose row occurs once among members and controls together: 1 found, 0 not. */
  readonly all: Sides;
  readonly unique: Sides;
  readonly values: readonly ReplicatedValues[];
}

export function findExactCopies(round: Round): ExactCopies {
  const { members, controls, synthetic, memberIds, controlIds } = round;
  const real = appendRows(members, controls);
  const { columns } = identifyCells(real, synthetic);
  const keysOf = (side: 'original' | 'synthetic', rows: number): string[] =>
    rowKeys(
      columns.map((column) => column[side]),
      rows,
    );
  const keys = keysOf('original', real.rowCount);
  const made = new Set(keysOf('synthetic', synthetic.rowCount));
  const counts = countKeys(keys);
  const rates = (ids: Int32Array, from: number, uniqueOnly: boolean): PatientRates => {
    const side = new PatientRates();
    ids.forEach((patient, i) => {
      const key = keys[from + i]!;
      if (!uniqueOnly || counts.get(key) === 1) side.add(patient, made.has(key) ? 1 : 0);
    });
    return side;
  };
  const sides = (uniqueOnly: boolean): Sides => ({
    members: rates(memberIds, 0, uniqueOnly),
    controls: rates(controlIds, members.rowCount, uniqueOnly),
  });
  return { all: sides(false), unique: sides(true), values: replicatedValues(round) };
}

export function concludeExactCopies(rounds: readonly ExactCopies[]): AttackResult {
  const all = mergeSides(rounds.map((round) => round.all));
  const unique = mergeSides(rounds.map((round) => round.unique));
  const { members, controls } = unique;
  const detail = {
    found: { member: all.members.rate, control: all.controls.rate },
    unique_members: { found: members.found, of: members.patients },
    unique_controls: { found: controls.found, of: controls.patients },
    replicatedValues: concludeReplicatedValues(rounds.map((round) => round.values)),
  };
  if (members.patients === 0) return notMeasurable(id, criterion, 'no-unique-row', detail);
  if (controls.patients < fewestPatients) return notMeasurable(id, criterion, 'too-few-controls', detail);
  const gap = members.rate - controls.rate;
  const interval = differenceInterval(members.found, members.patients, controls.found, controls.patients);
  return measured({
    id,
    criterion,
    value: percent(gap),
    member: percent(members.rate),
    control: percent(controls.rate),
    interval: percentInterval(interval),
    members: members.patients,
    controls: controls.patients,
    smallestEffect: percent(unseenUpperBound(members.patients)),
    detail: { ...detail, excess: percent(gap), significant: interval[0] > 0 },
  });
}
