/**
 * A6. Can a yes/no secret be computed back from many counts of the synthetic file?
 *
 * The attacker knows every column but one, in four classes, of members and controls alike. He asks the synthetic file
 * 1 000 counts "how many rows have these three known classes and the secret", and looks for the secrets x_i (0 to 1) of
 * the real rows that fit all counts best (least squares with bounds). Counts are scaled to the number of real rows.
 *
 *   value = 100 (share of members guessed right - share of controls guessed right)
 *
 * The secret is the declared outcome when it has two values, else the binary column nearest to half and half. No gate.
 * Source: privacy.md A6; Annamalai et al., USENIX 2024 (linear reconstruction).
 */
import { z95 } from '../../numeric/intervals.ts';
import { boundedLeastSquares } from '../../numeric/bounded-least-squares.ts';
import { quantileOfSorted } from '../../numeric/quantile.ts';
import { streamPurpose } from '../../numeric/random.ts';
import { pause, turnIsDue } from '../../pause.ts';
import { appendRows, type Column, isQuantity, type Table } from '../../table/table.ts';
import type { DeclaredRoles } from '../../table/roles.ts';
import type { Attack } from './attack.ts';
import { percent } from './patient-rates.ts';
import { measured, notMeasurable } from './results.ts';

const id = 'reconstruction';
const criterion = 'inference';
const queries = 1000;
const classes = 4;
const columnsOfQuery = 3;
/** Of the work; the least squares are the rest. */
const countingShare = 0.8;
const fewestPatients = 11;

export interface ReconstructionTally {
  readonly secret: string;
  readonly members: { readonly right: number; readonly of: number };
  readonly controls: { readonly right: number; readonly of: number };
}

export const reconstruction: Attack<ReconstructionTally | null> = {
  id,
  async tally({ members, controls, synthetic }, { random, roles, signal, onProgress }) {
    const real = appendRows(members, controls);
    const secret = chooseSecret(real, roles);
    if (secret === null || real.columns.length <= columnsOfQuery || synthetic.rowCount === 0) return null;
    const stream = random.stream(streamPurpose.audit, 0);
    const known = real.columns.map((_, c) => c).filter((c) => c !== secret.column);
    const realClasses: Int32Array[] = [];
    const madeClasses: Int32Array[] = [];
    for (const [c, column] of real.columns.entries()) {
      await pause(signal);
      const cuts = cutsOf(column);
      realClasses.push(classify(column, cuts, column));
      madeClasses.push(classify(synthetic.columns[c]!, cuts, column));
    }
    const yes = secretBits(synthetic.columns[secret.column]!, secret.level);
    const scale = real.rowCount / synthetic.rowCount;
    const rows: Int32Array[] = [];
    const wanted: number[] = [];
    const inside = new Int32Array(real.rowCount);
    for (let q = 0; q < queries; q++) {
      if (turnIsDue()) onProgress?.((countingShare * q) / queries);
      await pause(signal);
      const chosen = new Set<number>();
      while (chosen.size < columnsOfQuery) chosen.add(known[stream.below(known.length)]!);
      const target = stream.below(real.rowCount);
      const asked = [...chosen].map((c) => ({
        real: realClasses[c]!,
        made: madeClasses[c]!,
        wanted: realClasses[c]![target]!,
      }));
      const [a, b, c] = asked as [Asked, Asked, Asked];
      let found = 0;
      for (let row = 0; row < real.rowCount; row++) {
        if (a.real[row] === a.wanted && b.real[row] === b.wanted && c.real[row] === c.wanted) inside[found++] = row;
      }
      let count = 0;
      for (let row = 0; row < synthetic.rowCount; row++) {
        if (yes[row] !== 1) continue;
        if (a.made[row] === a.wanted && b.made[row] === b.wanted && c.made[row] === c.wanted) count++;
      }
      rows.push(inside.slice(0, found));
      wanted.push(count * scale);
    }
    const problem = { rows, wanted: Float64Array.from(wanted), unknowns: real.rowCount, start: secret.share };
    const solved = await boundedLeastSquares(problem, signal);
    const truth = secretBits(real.columns[secret.column]!, secret.level);
    const right = (from: number, to: number): number => {
      let count = 0;
      for (let i = from; i < to; i++) if (Number(solved[i]! >= 0.5) === truth[i]) count++;
      return count;
    };
    return {
      secret: real.columns[secret.column]!.name,
      members: { right: right(0, members.rowCount), of: members.rowCount },
      controls: { right: right(members.rowCount, real.rowCount), of: controls.rowCount },
    };
  },
  conclude(tallies) {
    const rounds = tallies.filter((tally) => tally !== null);
    const [first] = rounds;
    if (first === undefined) return [notMeasurable(id, criterion, 'no-binary-secret')];
    const pool = (side: 'members' | 'controls') => {
      const right = rounds.reduce((sum, round) => sum + round[side].right, 0);
      const of = rounds.reduce((sum, round) => sum + round[side].of, 0);
      return { rate: right / of, patients: Math.round(of / rounds.length) };
    };
    const members = pool('members');
    const controls = pool('controls');
    if (controls.patients < fewestPatients) return [notMeasurable(id, criterion, 'too-few-controls')];
    const variance = ({ rate, patients }: typeof members): number => (rate * (1 - rate)) / patients;
    const half = z95 * Math.sqrt(variance(members) + variance(controls));
    const gap = members.rate - controls.rate;
    return [
      measured({
        id,
        criterion,
        value: percent(gap),
        member: percent(members.rate),
        control: percent(controls.rate),
        interval: [percent(gap - half), percent(gap + half)],
        members: members.patients,
        controls: controls.patients,
        attacks: queries,
        smallestEffect: percent(half),
        detail: { excess: percent(gap), secret: first.secret },
      }),
    ];
  },
};

/** A column of a question: classes of real and synthetic rows, and the one that is asked for. */
interface Asked {
  readonly real: Int32Array;
  readonly made: Int32Array;
  readonly wanted: number;
}

interface Secret {
  readonly column: number;
  /** The level or number that counts as yes. */
  readonly level: string | number;
  readonly share: number;
}

function chooseSecret(real: Table, { outcome, event }: DeclaredRoles): Secret | null {
  const found = real.columns.flatMap((column, c): Secret[] => {
    const counts = new Map<string | number, number>();
    for (const value of isQuantity(column) ? column.values : column.codes) {
      if (Number.isNaN(value) || (!isQuantity(column) && value < 0)) continue;
      const key = isQuantity(column) ? value : column.levels[value]!;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (counts.size > 2) return [];
    }
    if (counts.size !== 2) return [];
    const [level, count] = [...counts].sort(([, a], [, b]) => a - b)[0]!;
    return [{ column: c, level, share: count / real.rowCount }];
  });
  const declared = found.find(({ column }) => {
    const { name } = real.columns[column]!;
    return outcome.includes(name) || name === event;
  });
  return declared ?? found.sort((a, b) => b.share - a.share || a.column - b.column)[0] ?? null;
}

const secretBits = (column: Column, level: string | number): Uint8Array => {
  if (isQuantity(column)) return Uint8Array.from(column.values, (value) => Number(value === level));
  const code = column.levels.indexOf(String(level));
  return Uint8Array.from(column.codes, (one) => Number(one === code && code >= 0));
};

/** Inner ends of the classes of a number; none for levels. */
function cutsOf(column: Column): readonly number[] {
  if (!isQuantity(column)) return [];
  const sorted = column.values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return [];
  return Array.from({ length: classes - 1 }, (_, c) => quantileOfSorted(sorted, (c + 1) / classes));
}

/** A class a row: quarter of the column, or level of the real table; -1 for a blank. */
function classify(column: Column, cuts: readonly number[], real: Column): Int32Array {
  if (isQuantity(column)) {
    const found = new Int32Array(column.values.length);
    column.values.forEach((value, row) => {
      found[row] = Number.isNaN(value) ? -1 : cuts.reduce((sum, cut) => sum + Number(value > cut), 0);
    });
    return found;
  }
  const levels = isQuantity(real) ? [] : real.levels;
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const moved = column.levels.map((level) => codeOf.get(level) ?? -2);
  return column.codes.map((code) => (code < 0 ? -1 : moved[code]!));
}
