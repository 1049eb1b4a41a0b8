/**
 * The ingredients of the reinforced generator, each one a setting that can be switched off on its own. Their sentences
 * (`ingredient.<id>.name`, `.explanation`, `.effect`) are in the settings catalogue; the figures of the effects come from
 * the calibration study (`tests/bench/privacy`).
 */
export interface Ingredients {
  /** Numbers enter the analysis as normal scores instead of z-scores. */
  readonly normalScores: boolean;
  /** Blank numbers enter the analysis as what the patient's other columns say, instead of the centre. */
  readonly fillBlanks: boolean;
  /** Axes blended from donors; `null` = the rule of the method (2 to 5, none of noise, 60 % of inertia). */
  readonly latentAxes: number | null;
  /** Adds the donors' local covariance back to the barycentre. */
  readonly localCovariance: boolean;
  /** How the other axes are filled: from the q nearest patients, or from the whole file. */
  readonly residual: 'local' | 'global';
  /** Shrinks the links beyond the blended axes as far as there are too few patients to know them. */
  readonly shrinkResidual: boolean;
  /** Multiplies the coded columns of outcome, time, event and arm before the decomposition; 1 = no focus. */
  readonly focus: number;
  /** Restores the numeric marginals through a quantile map that no single patient decides. */
  readonly safeMarginals: boolean;
  /** Gives back, within the bounds, the spread that the bounds took: no share moves by more than 2 %. */
  readonly keepSpread: boolean;
  /** Levels by argmax with one offset a level so that their shares match the original's; off = plain argmax. */
  readonly quota: boolean;
  /** Share of the most isolated patients left out (neither donors nor seeds). */
  readonly isolatedLeftOut: number;
  /** Levels held by fewer patients are pooled, and numbers stay within as many patients of each end; 0 = off. */
  readonly floor: number;
}

export const defaultIngredients: Ingredients = {
  normalScores: true,
  fillBlanks: true,
  latentAxes: null,
  localCovariance: true,
  residual: 'local',
  shrinkResidual: true,
  focus: 2,
  safeMarginals: true,
  keepSpread: true,
  quota: true,
  isolatedLeftOut: 0.05,
  floor: 11,
};

/** Cap on a donor's weight where the settings give none: at least five effective donors (privacy.md 4.3). */
export const reinforcedCap = 0.2;
