/**
 * What is compared: the 2023 method, the reinforced generator in its versions, each ingredient taken off in turn, the two
 * anchors, and the floor of every attack: the reinforced generator fitted on members **and** controls, of whose rows as
 * many as there are members are kept. Nothing in that file can tell a member from a control.
 */
import { copyAnchor } from '../../../src/engine/audit/anchors.ts';
import { fitFactor } from '../../../src/engine/factor/fit.ts';
import type { Generation } from '../../../src/engine/generate/generator.ts';
import { defaultIngredients, type Ingredients } from '../../../src/engine/generate/ingredients.ts';
import { generatorById } from '../../../src/engine/generate/registry.ts';
import { defaultSettings, type Settings } from '../../../src/engine/generate/settings.ts';
import type { NeighborSearch } from '../../../src/engine/neighbors/search.ts';
import { permutation, type RandomSource, streamPurpose } from '../../../src/engine/numeric/random.ts';
import { prepare } from '../../../src/engine/prepare/prepare.ts';
import type { DeclaredRoles } from '../../../src/engine/table/roles.ts';
import { appendRows, everyRow, takeRows, type Table } from '../../../src/engine/table/table.ts';

export interface Making {
  readonly members: Table;
  readonly controls: Table;
  readonly roles: DeclaredRoles;
  readonly search: NeighborSearch;
  readonly random: RandomSource;
  readonly traced: boolean;
}

export interface Contender {
  readonly id: string;
  /** Settings, for what can be played again with other rows. */
  readonly settings: ((table: Table) => Settings) | null;
  readonly make: (making: Making) => Promise<Generation>;
}

type Choice = Partial<Ingredients> | ((table: Table) => Partial<Ingredients>);

function reinforced(id: string, choice: Choice = {}, others: Partial<Settings> = {}): Contender {
  const settings = (table: Table): Settings => ({
    ...defaultSettings,
    generator: 'reinforced',
    ...others,
    ingredients: { ...defaultIngredients, ...(typeof choice === 'function' ? choice(table) : choice) },
  });
  return {
    id,
    settings,
    make: ({ members, roles, search, random, traced }) =>
      generatorById('reinforced').generate({
        table: members,
        settings: settings(members),
        search,
        random,
        roles,
        traced,
      }),
  };
}

/** The rule of the first version: privacy.md 4.3. */
function firstLatentAxes(table: Table): number {
  const { axes } = fitFactor(prepare(table, { indicators: true }));
  return Math.max(1, table.rowCount < 500 ? Math.min(3, axes) : Math.min(10, Math.floor(axes / 2)));
}

/** generator.md's own number of latent axes: 80 % of the inertia. */
function specifiedLatentAxes(table: Table): number {
  const { percent } = fitFactor(prepare(table, { indicators: true }));
  let needed = 0;
  for (let held = 0; needed < percent.length && held < 80; needed++) held += percent[needed]!;
  return Math.max(1, Math.max(2, Math.min(5, Math.floor(percent.length / 2), needed)));
}

const second = (table: Table): Partial<Ingredients> => ({ ...specified, latentAxes: specifiedLatentAxes(table) });

const firstVersion = (table: Table): Partial<Ingredients> => ({
  ...specified,
  normalScores: false,
  latentAxes: firstLatentAxes(table),
  residual: 'global',
  focus: 1,
  safeMarginals: false,
  quota: false,
});

/** R2c of generator.md, whatever the defaults have become. */
const specified: Ingredients = {
  normalScores: true,
  fillBlanks: false,
  latentAxes: null,
  localCovariance: true,
  residual: 'local',
  shrinkResidual: false,
  focus: 2,
  safeMarginals: true,
  keepSpread: false,
  quota: true,
  isolatedLeftOut: 0.05,
  floor: 11,
};

const published: Contender = {
  id: '2023',
  settings: () => defaultSettings,
  make: ({ members, roles, search, random, traced }) =>
    generatorById('avatar').generate({ table: members, settings: defaultSettings, search, random, roles, traced }),
};

/** Fitted on everybody: what an attack finds on it, it finds without a leak. */
const floorOf = ({ id, make }: Contender): Contender => ({
  id: `null of ${id}`,
  settings: null,
  async make(making) {
    const everybody = appendRows(making.members, making.controls);
    const made = await make({ ...making, members: everybody, traced: false });
    const order = permutation(made.table.rowCount, making.random.stream(streamPurpose.audit, 1));
    const kept = order.slice(0, Math.min(making.members.rowCount, made.table.rowCount));
    return { table: takeRows(made.table, kept), sources: everyRow(kept.length), axes: made.axes, paired: false };
  },
});

const anchor = (id: string, make: (making: Making) => Table): Contender => ({
  id,
  settings: null,
  make: async (making) => ({
    table: make(making),
    sources: everyRow(making.members.rowCount),
    axes: 0,
    paired: false,
  }),
});

const marginals: Contender = {
  id: 'marginals only',
  settings: null,
  make: ({ members, roles, search, random }) =>
    generatorById('marginals').generate({ table: members, settings: defaultSettings, search, random, roles }),
};

const standard = reinforced('default');

export const mainContenders: readonly Contender[] = [
  published,
  reinforced('R', firstVersion),
  reinforced('R2', (table) => ({ ...second(table), isolatedLeftOut: 0, floor: 0 })),
  reinforced('R2c', second),
  standard,
  floorOf(standard),
  marginals,
  anchor('copy', ({ members, random }) => copyAnchor(members, random)),
];

/** One thing changed in the default. */
export const ablations: readonly Contender[] = [
  reinforced('z-scores', { normalScores: false }),
  reinforced('blanks at the centre', { fillBlanks: false }),
  reinforced('10 latent axes', { latentAxes: 10 }),
  reinforced('5 latent axes', { latentAxes: 5 }),
  reinforced('3 latent axes', { latentAxes: 3 }),
  reinforced('2 latent axes', { latentAxes: 2 }),
  reinforced('no local covariance', { localCovariance: false }),
  reinforced('global residual', { residual: 'global' }),
  reinforced('residual not shrunk', { shrinkResidual: false }),
  reinforced('no focus', { focus: 1 }),
  reinforced('focus 3', { focus: 3 }),
  reinforced('no safe quantile', { safeMarginals: false }),
  reinforced('spread not kept', { keepSpread: false }),
  reinforced('no quota', { quota: false }),
  reinforced('nobody left out', { isolatedLeftOut: 0 }),
  reinforced('no floor', { floor: 0 }),
  reinforced('cap .35', {}, { cap: 0.35 }),
  reinforced('no cap', {}, { cap: 1 }),
  reinforced('k 10', {}, { k: 10 }),
  reinforced('k 40', {}, { k: 40 }),
];
