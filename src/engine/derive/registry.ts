/** Every derivation, by kind: adding one is its file and its line here. */
import { age } from './age.ts';
import { areaCa } from './area-ca.ts';
import { areaFr } from './area-fr.ts';
import { bound } from './bound.ts';
import { censored } from './censored.ts';
import type { DerivationDefinition, DerivationOf } from './definition.ts';
import { delay } from './delay.ts';
import { icdChapter } from './icd-chapter.ts';
import { mergeRare } from './merge-rare.ts';
import { period } from './period.ts';
import { round } from './round.ts';
import type { Derivation, DerivationKind } from './types.ts';

export const derivations: { readonly [K in DerivationKind]: DerivationDefinition<DerivationOf<K>> } = {
  age,
  delay,
  period,
  'area-fr': areaFr,
  'area-ca': areaCa,
  'merge-rare': mergeRare,
  bound,
  round,
  'icd-chapter': icdChapter,
  censored,
};

export const derivationKinds = Object.keys(derivations) as readonly DerivationKind[];

/** The definition of a derivation, typed for any of them. */
export const definitionOf = ({ kind }: Derivation): DerivationDefinition =>
  derivations[kind] as unknown as DerivationDefinition;
