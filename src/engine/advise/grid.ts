/**
 * The settings tried, in the order they are tried: what a short time allows must already make sense. First the usual
 * settings of the reinforced generator, the 2023 method for reference, and those in use; then one change at a time around
 * the usual ones, by turns more protective and more faithful; last, all that protects together.
 *
 * `focus`, normal scores and the other ingredients are not searched: the calibration study chose them on many files, one
 * sample of one file would choose by chance.
 */
import { defaultIngredients, reinforcedCap, type Ingredients } from '../generate/ingredients.ts';
import { defaultSettings, isComparator, type Settings } from '../generate/settings.ts';

export interface GridPoint {
  readonly settings: Settings;
  /** Proposed when nothing tells otherwise. */
  readonly usual: boolean;
  /** Protects at least as usual what averages over patients do not see. */
  readonly guarded: boolean;
  /** No ingredient protects less than usual by construction: donors, cap, blended axes, floor, isolated patients. */
  readonly cautious: boolean;
}

export interface GridInput {
  readonly current: Settings;
  /** Rows given to the generator in a round. */
  readonly rows: number;
  /** Axes the file can have at most. */
  readonly axes: number;
}

interface Change {
  readonly k?: number;
  readonly ncp?: number;
  readonly cap?: number;
  readonly ingredients?: Partial<Ingredients>;
}

const protective: Change = {
  k: 40,
  cap: 0.1,
  ingredients: { latentAxes: 2, isolatedLeftOut: 0.1, floor: 20 },
};

const changes: readonly Change[] = [
  { ingredients: { latentAxes: 2 } },
  { ingredients: { latentAxes: 8 } },
  { ingredients: { isolatedLeftOut: 0.1 } },
  { ncp: 10 },
  { cap: 0.1 },
  { ingredients: { isolatedLeftOut: 0 } },
  { k: 40 },
  { ncp: 2 },
  { ingredients: { floor: 20 } },
  protective,
  { k: 11 },
  { ingredients: { floor: 0 } },
];

export function adviceGrid({ current, rows, axes }: GridInput): readonly GridPoint[] {
  const { weights } = current;
  const reinforced: Settings = { ...defaultSettings, generator: 'reinforced', weights };
  const changed = changes.map(({ ingredients, ...rest }): Settings => ({
    ...reinforced,
    ...rest,
    ingredients: { ...defaultIngredients, ...ingredients },
  }));
  const all = [
    reinforced,
    { ...defaultSettings, generator: 'avatar', weights } as const,
    ...(isComparator(current.generator) ? [] : [current]),
    ...changed,
  ].map((settings) => fitted(settings, rows, axes));
  const seen = new Set<string>();
  return all
    .filter((settings) => {
      const key = keyOf(settings);
      return !seen.has(key) && seen.add(key);
    })
    .map((settings, g) => ({ settings, usual: g === 0, guarded: isGuarded(settings), cautious: isCautious(settings) }));
}

/** Within what the file allows: two settings that come to the same are one attempt. */
function fitted(settings: Settings, rows: number, axes: number): Settings {
  const { latentAxes } = settings.ingredients;
  return {
    ...settings,
    k: Math.max(1, Math.min(settings.k, rows - 1)),
    ncp: Math.min(settings.ncp, axes),
    ingredients: { ...settings.ingredients, latentAxes: latentAxes === null ? null : Math.min(latentAxes, axes) },
  };
}

const keyOf = ({ generator, k, ncp, cap, ingredients }: Settings): string => {
  const effective = generator === 'reinforced' ? (cap ?? reinforcedCap) : cap;
  const used = generator === 'reinforced' ? Object.entries(ingredients).sort(([a], [b]) => (a < b ? -1 : 1)) : null;
  return JSON.stringify([generator, k, ncp, effective, used]);
};

/** Rare levels, extremes and isolated patients are seen by A11, A2 and the shadow test, not by attacks on averages. */
function isGuarded({ generator, ingredients: { floor, isolatedLeftOut } }: Settings): boolean {
  return (
    generator === 'reinforced' &&
    floor >= defaultIngredients.floor &&
    isolatedLeftOut >= defaultIngredients.isolatedLeftOut
  );
}

function isCautious(settings: Settings): boolean {
  const { k, cap, ingredients } = settings;
  return (
    isGuarded(settings) &&
    k >= defaultSettings.k &&
    (cap ?? reinforcedCap) <= reinforcedCap &&
    (ingredients.latentAxes ?? 0) <= (defaultIngredients.latentAxes ?? mostLatentByRule)
  );
}

/** The most that the rule of the method gives; a small file has fewer. */
const mostLatentByRule = 5;
