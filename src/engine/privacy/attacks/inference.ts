/**
 * A5. Can someone who knows the other columns of a patient guess a secret one from the synthetic file?
 *
 * Each column is the secret in turn. The guess is the secret of the nearest synthetic row on the known columns (those
 * declared, else all others); right when the level is the same, or the number within 5 % of the column's range; two
 * blanks agree. Of several rows equally near, one at random is taken (the synthetic rows are shuffled first).
 *
 * Three distances are tried. Figures over the rounds: `inference-figures.ts`.
 * Source: privacy.md A5; metrics.md 5.5, 5.6 (the tolerance is on the range, not relative to a signed guess).
 */
import { permutation, streamPurpose } from '../../numeric/random.ts';
import { range } from '../../numeric/statistics.ts';
import { type Column, isQuantity, takeRows } from '../../table/table.ts';
import { type Attack, type Round, stepControl } from './attack.ts';
import { determinedBy } from './dependency.ts';
import { gowerGuesses } from './gower-guesses.ts';
import { concludeInference, type SecretTally } from './inference-figures.ts';
import { emptySides } from './patient-rates.ts';
import { drawTargets, type Targets } from './targets.ts';
import { nearestOnOthers, type NearestOnOthers } from './without-column.ts';

const tolerance = 0.05;
/** A guess is confident when the nearest row is less than half as far as the second. */
const confidentRatio = 0.5;

export const inference: Attack<readonly SecretTally[]> = {
  id: 'inference',
  async tally(drawn, tools) {
    const names = drawn.members.columns.map(({ name }) => name);
    if (names.length < 2 || drawn.synthetic.rowCount < 1) return [];
    const order = permutation(drawn.synthetic.rowCount, tools.random.stream(streamPurpose.audit, 1));
    const round: Round = { ...drawn, synthetic: takeRows(drawn.synthetic, order) };
    const targets = drawTargets(round, tools.random.stream(streamPurpose.audit, 0));
    const known = knownColumns(names, tools.roles.known);
    const dependent = determinedBy(round.members, round.controls, known);
    const byGower = await gowerGuesses(round, targets, known, stepControl(tools, 0, 0.3));
    const near = {
      coded: await nearestOnOthers(round, round.spaces.coded, targets, known, stepControl(tools, 0.3, 0.65)),
      plain: await nearestOnOthers(round, round.spaces.plain, targets, known, stepControl(tools, 0.65, 1)),
    };
    const tallies: SecretTally[] = [];
    for (const [c, column] of names.entries()) {
      const tally: SecretTally = {
        column,
        coded: emptySides(),
        plain: emptySides(),
        gower: emptySides(),
        confident: emptySides(),
        determinedBy: dependent.get(column) ?? null,
      };
      const others = known.some((name) => name !== column);
      if (others) guess(round, { column: c, targets, byGower, near }, tally);
      tallies.push(tally);
    }
    return tallies;
  },
  conclude: concludeInference,
};

const knownColumns = (names: readonly string[], declared: readonly string[]): string[] => {
  const known = names.filter((name) => declared.includes(name));
  return known.length > 0 ? known : [...names];
};

interface Guessing {
  /** Index of the secret among the columns. */
  readonly column: number;
  readonly targets: { readonly members: Targets; readonly controls: Targets };
  readonly byGower: { readonly members: Int32Array[]; readonly controls: Int32Array[] };
  readonly near: { readonly coded: NearestOnOthers; readonly plain: NearestOnOthers };
}

function guess(round: Round, { column, targets, byGower, near }: Guessing, tally: SecretTally): void {
  const { synthetic } = round;
  const [low, high] = rangeOf(round.members.columns[column]!, round.controls.columns[column]!);
  const right = agreement(synthetic.columns[column]!, high > low ? tolerance * (high - low) : 0);
  for (const space of ['coded', 'plain'] as const) {
    for (const who of ['members', 'controls'] as const) {
      const { table, ids } = targets[who];
      const { k, indices, distances } = near[space][who](synthetic.columns[column]!.name);
      const isRight = right(table.columns[column]!);
      for (let t = 0; t < table.rowCount; t++) {
        const success = isRight(t, indices[t * k]!) ? 1 : 0;
        tally[space][who].add(ids[t]!, success);
        if (space !== 'coded') continue;
        tally.gower[who].add(ids[t]!, isRight(t, byGower[who][column]![t]!) ? 1 : 0);
        if (k > 1 && distances[t * k]! < confidentRatio * distances[t * k + 1]!)
          tally.confident[who].add(ids[t]!, success);
      }
    }
  }
}

function rangeOf(a: Column, b: Column): [number, number] {
  if (!isQuantity(a) || !isQuantity(b)) return [0, 0];
  return range(Float64Array.from([...a.values, ...b.values]));
}

/** Whether a target's cell is what the synthetic row says. */
function agreement(made: Column, within: number): (real: Column) => (target: number, row: number) => boolean {
  return (real) => {
    if (isQuantity(real) && isQuantity(made)) {
      return (target, row) => {
        const gap = Math.abs(real.values[target]! - made.values[row]!);
        return gap <= within || (Number.isNaN(real.values[target]!) && Number.isNaN(made.values[row]!));
      };
    }
    if (isQuantity(real) || isQuantity(made)) return () => false;
    const codeOf = new Map(made.levels.map((level, code) => [level, code]));
    const sought = real.levels.map((level) => codeOf.get(level) ?? -2);
    return (target, row) => {
      const code = real.codes[target]!;
      return made.codes[row] === (code < 0 ? -1 : sought[code]!);
    };
  };
}
