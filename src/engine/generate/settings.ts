/**
 * The settings of a run, as one typed object, with the metadata from which the form, the checks and the command line
 * are made. The explanation of each is the sentence `<id>.explanation` of the settings catalogue.
 */
import { defaultIngredients, type Ingredients } from './ingredients.ts';

export const generatorIds = ['avatar', 'reinforced', 'interpolation', 'copula', 'cart', 'marginals'] as const;
export type GeneratorId = (typeof generatorIds)[number];

/** Generators that mix neighbours: k, the axes and the weights of variables concern no other. */
export const mixesNeighbours = (id: GeneratorId): boolean => ['avatar', 'reinforced', 'interpolation'].includes(id);

/** Generators beside the method, so that each figure has a neighbour; never proposed for a release. */
export const comparatorIds = ['interpolation', 'copula', 'cart', 'marginals'] as const satisfies readonly GeneratorId[];

export const isComparator = (id: GeneratorId): boolean => (comparatorIds as readonly GeneratorId[]).includes(id);

export interface Settings {
  readonly generator: GeneratorId;
  /** Neighbours that each avatar is drawn from. */
  readonly k: number;
  /** Components (axes) in which neighbours are sought and the headline metrics measured. */
  readonly ncp: number;
  /** Weight of a variable in the distances, by column name; absent means 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** Largest share a single donor may hold, or `null`: none in the published method, .20 in the reinforced one. */
  readonly cap: number | null;
  /** Ingredients of the reinforced generator; the others ignore them. */
  readonly ingredients: Ingredients;
}

export const defaultSettings: Settings = {
  generator: 'avatar',
  k: 20,
  ncp: 5,
  weights: {},
  cap: null,
  ingredients: defaultIngredients,
};

export interface NumberSetting {
  readonly id: 'k' | 'ncp' | 'cap' | 'weight';
  readonly low: number;
  /** Upper bound, given the rows and the axes of the table. */
  readonly high: (rows: number, axes: number) => number;
  readonly step: number;
  readonly default: number | null;
  readonly advanced: boolean;
}

/** Source of the ranges: method.md 4.9. */
export const numberSettings: readonly NumberSetting[] = [
  { id: 'k', low: 2, high: (rows) => Math.max(2, Math.min(200, rows - 1)), step: 1, default: 20, advanced: false },
  { id: 'ncp', low: 1, high: (_rows, axes) => Math.max(1, axes), step: 1, default: 5, advanced: true },
  { id: 'cap', low: 0.1, high: () => 1, step: 0.05, default: null, advanced: true },
  { id: 'weight', low: 0.1, high: () => 10, step: 0.1, default: 1, advanced: true },
];
