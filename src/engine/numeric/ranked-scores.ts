/**
 * Scores of members and others, sorted once, so that the area under the curve can be computed again and again under
 * weights: bootstrap over patients (each drawn 0, 1, 2... times) and permutations of the labels.
 *
 * Members come first in every array of weights, then the others. Cost O(n) a replicate.
 */
import type { RandomStream } from './random.ts';

export class RankedScores {
  readonly #order: Int32Array;
  /** 1 where a run of equal scores begins. */
  readonly #starts: Uint8Array;
  readonly members: number;
  readonly others: number;

  constructor(members: ArrayLike<number>, others: ArrayLike<number>) {
    this.members = members.length;
    this.others = others.length;
    const total = this.members + this.others;
    const score = (i: number): number => (i < this.members ? members[i]! : others[i - this.members]!);
    this.#order = Int32Array.from({ length: total }, (_, i) => i).sort((a, b) => score(a) - score(b));
    this.#starts = Uint8Array.from(this.#order, (i, at) =>
      at === 0 || score(i) !== score(this.#order[at - 1]!) ? 1 : 0,
    );
  }

  /** @param asMember weight of each patient as a member @param asOther as one of the others */
  area(asMember: ArrayLike<number>, asOther: ArrayLike<number>): number {
    let wins = 0;
    let below = 0;
    let memberWeight = 0;
    let tiedMembers = 0;
    let tiedOthers = 0;
    for (let at = 0; at < this.#order.length; at++) {
      if (this.#starts[at] === 1) {
        wins += tiedMembers * (below + tiedOthers / 2);
        below += tiedOthers;
        memberWeight += tiedMembers;
        tiedMembers = tiedOthers = 0;
      }
      const patient = this.#order[at]!;
      tiedMembers += asMember[patient]!;
      tiedOthers += asOther[patient]!;
    }
    wins += tiedMembers * (below + tiedOthers / 2);
    below += tiedOthers;
    memberWeight += tiedMembers;
    return wins / (memberWeight * below);
  }
}

/** How many times each of `count` is drawn in `count` draws with replacement. */
export function bootstrapWeights(count: number, stream: RandomStream, into: Float64Array, at = 0): void {
  into.fill(0, at, at + count);
  for (let i = 0; i < count; i++) {
    const drawn = at + stream.below(count);
    into[drawn] = into[drawn]! + 1;
  }
}
