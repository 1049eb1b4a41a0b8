/**
 * What an attempt loses of the usefulness of the patients it was made from: the cheap figures, and their mean.
 *
 *   loss = mean of | correlation change |, | 1 - spread |, 1 - distributions, 1 - frequencies,
 *                  prediction learned on the real patients - prediction learned on the synthetic ones
 *
 * Those that have a meaning for the file; 0 = nothing lost, each on a scale from 0 to about 1. A prediction may be better
 * by chance: its loss then counts as negative, else chance would only ever add up.
 */
import { type RandomSource, streamPurpose } from '../numeric/random.ts';
import type { DeclaredRoles } from '../table/roles.ts';
import type { Table } from '../table/table.ts';
import { measureFidelity } from '../utility/fidelity.ts';
import { predictionArea } from '../utility/prediction.ts';
import { associationChange, associations } from './associations.ts';

export interface Losses {
  readonly figures: Readonly<Record<string, number | null>>;
  readonly loss: number;
}

/** Trees of the downstream forest: fewer than in the study, the rank of the attempts is what counts. */
const trees = 60;
const mostOutcomes = 2;

/** What does not depend on the attempt, computed once a round. */
export class Usefulness {
  readonly #members: Table;
  readonly #controls: Table;
  readonly #outcomes: readonly string[];
  readonly #random: RandomSource;
  readonly #associations: Float64Array;
  readonly #real: readonly (number | null)[];

  constructor(members: Table, controls: Table, { outcome, event }: DeclaredRoles, random: RandomSource) {
    this.#members = members;
    this.#controls = controls;
    this.#outcomes = [...new Set([...outcome, ...(event === null ? [] : [event])])].slice(0, mostOutcomes);
    this.#random = random;
    this.#associations = associations(members);
    this.#real = this.#outcomes.map((name, o) => this.#predict(members, name, o));
  }

  #predict(train: Table, name: string, o: number): number | null {
    return predictionArea(train, this.#controls, name, this.#random.stream(streamPurpose.audit, o), trees);
  }

  /** @param synthetic in the columns of the members */
  of(synthetic: Table): Losses {
    const { spread, distributions, totalVariation } = measureFidelity(this.#members, synthetic);
    const correlation = associationChange(this.#associations, associations(synthetic));
    const predicted = this.#outcomes.map((name, o) => {
      const real = this.#real[o]!;
      // A file in which the outcome has one value only teaches nothing: chance.
      return real === null ? null : { real, made: this.#predict(synthetic, name, o) ?? 0.5 };
    });
    const known = predicted.filter((one) => one !== null);
    const average = (read: (one: (typeof known)[number]) => number): number | null =>
      known.length === 0 ? null : known.reduce((sum, one) => sum + read(one), 0) / known.length;
    const prediction = average(({ made }) => made);
    const predictionReal = average(({ real }) => real);
    const lost = [
      correlation,
      spread === null ? null : Math.abs(1 - spread),
      distributions === null ? null : 1 - distributions,
      totalVariation,
      prediction === null || predictionReal === null ? null : predictionReal - prediction,
    ].filter((one) => one !== null);
    const frequencies = totalVariation === null ? null : 1 - totalVariation;
    return {
      figures: { correlation, spread, distributions, frequencies, prediction, predictionReal },
      loss: lost.length === 0 ? 0 : lost.reduce((sum, one) => sum + one, 0) / lost.length,
    };
  }
}
