/**
 * A5, inference over all rounds: how much better secrets are guessed for members than for patients never seen.
 *
 *   excess = (r_member - r_control) / (1 - r_control) of each secret        value = mean over the secrets that count
 *
 * A secret counts when controls are guessed right at most 85 % of the time (near-constant columns give 40 to 70 % on
 * harmless files) and no known column determines it (T18: shown apart). The attacker picks the distance that does best on
 * average over the secrets, not one a secret: the best of three noisy figures, secret by secret, would find a leak in any
 * file. `worst` is over declared outcomes, or all secrets that count; it is the largest of many figures, so `nullWorst`
 * says what it is worth when members and controls are mixed at random, and `pValue` how often that is as much.
 *
 * Interval: bootstrap over patients of the value itself, choice of the distance included. Precision at recall (confident
 * guesses only) after Francis and Wagner. Source: privacy.md A5, 3.0; metrics.md 5.2, 5.5.
 */
import { z95 } from '../../numeric/intervals.ts';
import { quantile } from '../../numeric/quantile.ts';
import { permutation, type RandomStream, streamPurpose } from '../../numeric/random.ts';
import { bootstrapWeights } from '../../numeric/ranked-scores.ts';
import { mean, standardDeviation } from '../../numeric/statistics.ts';
import { pause } from '../../pause.ts';
import type { AttackResult, Conclusion } from './attack.ts';
import { excessOf, holding, mergeSides, percent, percentInterval, riskOf, type Sides } from './patient-rates.ts';
import { replicate } from './replicates.ts';
import { measured, notMeasurable } from './results.ts';

const id = 'inference';
const criterion = 'inference';
const highestControlRate = 0.85;
const fewestPatients = 11;
const replicates = 200;
const distances = ['coded', 'plain', 'gower'] as const;
type Distance = (typeof distances)[number];

export interface SecretTally {
  readonly column: string;
  readonly coded: Sides;
  readonly plain: Sides;
  readonly gower: Sides;
  /** Confident guesses only, coded distance. */
  readonly confident: Sides;
  /** Known column that determines it, if any. */
  readonly determinedBy: string | null;
}

export async function concludeInference(
  tallies: readonly (readonly SecretTally[])[],
  { roles, random, signal }: Conclusion,
): Promise<AttackResult[]> {
  const merged = mergeRounds(tallies);
  if (merged.length === 0) return [notMeasurable(id, criterion, 'fewer-than-two-columns')];
  const attacked = merged.filter(
    ({ coded }) => coded.members.patients >= fewestPatients && coded.controls.patients >= fewestPatients,
  );
  if (attacked.length === 0) return [notMeasurable(id, criterion, 'too-few-controls')];
  const candidates = distances.map((distance) => new Guesses(distance, attacked)).filter(({ count }) => count > 0);
  if (candidates.length === 0) return [notMeasurable(id, criterion, 'no-secret-counts')];
  const observed = best(candidates, ...candidates[0]!.everybody());
  const { distance } = observed.guesses;
  const secrets = merged
    .map((secret) => describe(secret, distance))
    .sort((a, b) => Number(b.counted) - Number(a.counted) || b.excess - a.excess);
  const counted = secrets.filter((secret) => secret.counted);
  const declared = counted.filter(({ column }) => roles.outcome.includes(column));
  const worst = (declared.length > 0 ? declared : counted).reduce((a, b) => (b.excess > a.excess ? b : a));
  const stream = random.stream(streamPurpose.audit, 0);
  const among = new Set((declared.length > 0 ? declared : counted).map(({ column }) => column));
  const found = await bootstrap(candidates, stream, signal);
  const chance = await permute(candidates, among, stream, signal);
  const interval = holding(observed.mean, [quantile(found, 0.025), quantile(found, 0.975)]);
  const asMuch = (values: Float64Array, bound: number): number =>
    (1 + values.filter((value) => value >= bound - 1e-12).length) / (1 + values.length);
  return [
    measured({
      id,
      criterion,
      value: percent(observed.mean),
      member: mean(counted.map(({ memberRate }) => memberRate)),
      control: mean(counted.map(({ controlRate }) => controlRate)),
      interval: percentInterval(interval),
      members: worst.members,
      controls: worst.controls,
      smallestEffect: percent(z95 * (await spreadOf(distance, attacked, stream, signal))),
      detail: {
        excess: percent(observed.mean),
        distance,
        pValue: asMuch(chance.means, observed.mean),
        nullMean: percent(mean(chance.means)),
        worst: {
          column: worst.column,
          excess: worst.excess,
          interval: worst.interval,
          pValue: asMuch(chance.worst, worst.excess / 100),
          nullWorst: { mean: percent(mean(chance.worst)), high: percent(quantile(chance.worst, 0.95)) },
        },
        counted: counted.length,
        secrets,
      },
    }),
  ];
}

function mergeRounds(tallies: readonly (readonly SecretTally[])[]): SecretTally[] {
  const rounds = tallies.filter((tally) => tally.length > 0);
  return (rounds[0] ?? []).map((first, s): SecretTally => {
    const all = rounds.map((tally) => tally[s]!);
    const merge = (read: (tally: SecretTally) => Sides): Sides => mergeSides(all.map(read));
    return {
      column: first.column,
      coded: merge(({ coded }) => coded),
      plain: merge(({ plain }) => plain),
      gower: merge(({ gower }) => gower),
      confident: merge(({ confident }) => confident),
      determinedBy: all.find((tally) => tally.determinedBy !== null)?.determinedBy ?? null,
    };
  });
}

const counts = (secret: SecretTally, distance: Distance): boolean => {
  const { members, controls } = secret[distance];
  return (
    secret.determinedBy === null &&
    controls.patients >= fewestPatients &&
    members.patients >= fewestPatients &&
    controls.rate <= highestControlRate
  );
};

/** Successes of the secrets that count, patient by patient, members first: to be weighed again and again. */
class Guesses {
  readonly columns: readonly string[];
  readonly members: number;
  readonly controls: number;
  readonly distance: Distance;
  readonly #successes: readonly Float64Array[];

  constructor(distance: Distance, secrets: readonly SecretTally[]) {
    this.distance = distance;
    const counted = secrets.filter((secret) => counts(secret, distance));
    this.columns = counted.map(({ column }) => column);
    this.#successes = counted.map((secret) => {
      const { members, controls } = secret[distance];
      return Float64Array.from([...members.means.values(), ...controls.means.values()]);
    });
    this.members = secrets[0]?.[distance].members.patients ?? 0;
    this.controls = secrets[0]?.[distance].controls.patients ?? 0;
  }

  get count(): number {
    return this.columns.length;
  }

  /** Everybody once, in his own part. */
  everybody(): [asMember: Float64Array, asControl: Float64Array] {
    const total = this.members + this.controls;
    const asMember = new Float64Array(total).fill(1, 0, this.members);
    return [asMember, asMember.map((weight) => 1 - weight)];
  }

  /** Excess of each secret when patients weigh so much as members and so much as controls. */
  excesses(asMember: Float64Array, asControl: Float64Array): number[] {
    const totals = [asMember, asControl].map((weights) => weights.reduce((sum, weight) => sum + weight, 0));
    return this.#successes.map((successes) => {
      let member = 0;
      let control = 0;
      for (let i = 0; i < successes.length; i++) {
        member += asMember[i]! * successes[i]!;
        control += asControl[i]! * successes[i]!;
      }
      return excessOf(member / totals[0]!, control / totals[1]!);
    });
  }
}

interface Best {
  readonly guesses: Guesses;
  readonly mean: number;
  readonly excesses: readonly number[];
}

/** The distance that does best on average over the secrets. */
function best(candidates: readonly Guesses[], asMember: Float64Array, asControl: Float64Array): Best {
  const tried = candidates.map((guesses): Best => {
    const excesses = guesses.excesses(asMember, asControl);
    return { guesses, mean: mean(excesses), excesses };
  });
  return tried.reduce((a, b) => (b.mean > a.mean ? b : a));
}

/** The value when patients are drawn again with replacement, members and controls apart. */
function bootstrap(candidates: readonly Guesses[], stream: RandomStream, signal?: AbortSignal): Promise<Float64Array> {
  const { members, controls } = candidates[0]!;
  const asMember = new Float64Array(members + controls);
  const asControl = new Float64Array(members + controls);
  const draw = (): number => {
    bootstrapWeights(members, stream, asMember);
    bootstrapWeights(controls, stream, asControl, members);
    return best(candidates, asMember, asControl).mean;
  };
  return replicate(replicates, draw, signal);
}

/** Standard deviation of the mean excess if members were drawn from the controls: what noise alone does at these sizes. */
async function spreadOf(
  distance: Distance,
  secrets: readonly SecretTally[],
  stream: RandomStream,
  signal?: AbortSignal,
): Promise<number> {
  const guesses = new Guesses(distance, secrets);
  const { members, controls } = guesses;
  const asMember = new Float64Array(members + controls);
  const asControl = new Float64Array(members + controls);
  const draw = (): number => {
    asMember.fill(0);
    for (let i = 0; i < members; i++) {
      const drawn = members + stream.below(controls);
      asMember[drawn] = asMember[drawn]! + 1;
    }
    bootstrapWeights(controls, stream, asControl, members);
    return mean(guesses.excesses(asMember, asControl));
  };
  return standardDeviation(await replicate(replicates, draw, signal));
}

/** The value and the worst secret when who was a member is drawn at random. */
async function permute(
  candidates: readonly Guesses[],
  among: ReadonlySet<string>,
  stream: RandomStream,
  signal?: AbortSignal,
) {
  const { members, controls } = candidates[0]!;
  const asMember = new Float64Array(members + controls);
  const asControl = new Float64Array(members + controls);
  const means = new Float64Array(replicates);
  const worst = new Float64Array(replicates);
  for (let replicate = 0; replicate < replicates; replicate++) {
    await pause(signal);
    permutation(members + controls, stream).forEach((patient, place) => {
      asMember[patient] = place < members ? 1 : 0;
      asControl[patient] = place < members ? 0 : 1;
    });
    const found = best(candidates, asMember, asControl);
    means[replicate] = found.mean;
    const read = found.excesses.filter((_, s) => among.has(found.guesses.columns[s]!));
    worst[replicate] = Math.max(...(read.length > 0 ? read : found.excesses));
  }
  return { means, worst };
}

function describe(secret: SecretTally, distance: Distance) {
  const { members, controls } = secret[distance];
  const { member, control, excess, interval, smallestEffect } = riskOf(secret[distance]);
  const { confident } = secret;
  const rate = (side: Sides['members']): number | null => (side.patients === 0 ? null : percent(side.rate));
  return {
    column: secret.column,
    memberRate: percent(member),
    controlRate: percent(control),
    excess: percent(excess),
    interval: percentInterval(interval),
    smallestEffect: percent(smallestEffect),
    members: members.patients,
    controls: controls.patients,
    /** Part of the mean and of the worst. */
    counted: counts(secret, distance),
    determinedBy: secret.determinedBy,
    /** Of confident guesses: share right among members and controls, and how many members are guessed with confidence. */
    confident: {
      memberRate: rate(confident.members),
      controlRate: rate(confident.controls),
      recall: percent(confident.members.attempts / Math.max(1, members.attempts)),
    },
  };
}
