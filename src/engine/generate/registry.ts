/** The generators on offer. Adding one is adding a file and a line here. */
import { SosieError } from '../errors.ts';
import { avatarGenerator } from './avatar.ts';
import type { Generator } from './generator.ts';
import { cartGenerator } from './cart.ts';
import { copulaGenerator } from './copula.ts';
import { interpolationGenerator } from './interpolation.ts';
import { marginalsGenerator } from './marginals.ts';
import { reinforcedGenerator } from './reinforced/reinforced.ts';

export const generators: readonly Generator[] = [
  avatarGenerator,
  reinforcedGenerator,
  interpolationGenerator,
  copulaGenerator,
  cartGenerator,
  marginalsGenerator,
];

/** @throws SosieError E44 for a name that is not on offer */
export function generatorById(id: string): Generator {
  const found = generators.find((generator) => generator.id === id);
  if (found === undefined) {
    throw new SosieError('E44', { option: 'generator', value: id, allowed: generators.map((g) => g.id).join(', ') });
  }
  return found;
}
