/** `--recipe FILE` and `--save-recipe FILE`: choices made on another file, and those made on this one. Flags win. */
import { basename } from 'node:path';
import type { Grid } from '../engine/read/grid.ts';
import type { ReadOptions } from '../engine/read/types.ts';
import { openWithRecipe } from '../engine/recipe/open.ts';
import { makeRecipe, readRecipe, writeRecipe, type Recipe } from '../engine/recipe.ts';
import { isKept, type ColumnRole, type Schema } from '../engine/table/schema.ts';
import { isQuantityType, type ColumnType } from '../engine/table/table.ts';
import { recipeNote } from '../engine/words/derivation-words.ts';
import { catalogues } from '../engine/words/index.ts';
import { say, speakers } from '../engine/words/words.ts';
import type { Chosen } from './columns.ts';
import { openGrid, readBytes, save } from './files.ts';
import { resolveNames } from './names.ts';
import type { Options } from './options.ts';
import type { Settings } from '../engine/generate/settings.ts';

export interface OpenedInput {
  readonly grid: Grid;
  /** How the file is read. */
  readonly given: ReadOptions;
  /** The options with what the recipe adds to them. */
  readonly options: Options;
  /** Roles that the recipe gives. */
  readonly roles: Readonly<Record<string, ColumnRole>>;
}

/** The first file of a command, read with the recipe if one was given; what does not match is said on stderr. */
export async function openInput(options: Options): Promise<OpenedInput> {
  const { language, sheet } = options;
  const path = options.files[0]!;
  const plain: ReadOptions = { language, ...(sheet !== undefined && { sheet }) };
  if (options.recipe === undefined) return { grid: await openGrid(path, plain), given: plain, options, roles: {} };
  const read = readRecipe(new TextDecoder().decode(readBytes(options.recipe)));
  const recipe = { ...read, reading: { language, ...read.reading, ...(sheet !== undefined && { sheet }) } };
  const { grid, result, choices, mismatches } = await openWithRecipe(readBytes(path), basename(path), recipe);
  for (const { code, params = {} } of mismatches) {
    const sentence = catalogues[language].findings[code] ?? code;
    process.stderr.write(`${say(sentence, params, speakers[language])}\n`);
  }
  return {
    grid,
    given: choices.reading,
    options: withRecipe(options, recipe, result.schema),
    roles: recipe.roles,
  };
}

/** Flags as they would have been written for the recipe, those of the user kept above them. */
function withRecipe(options: Options, recipe: Recipe, schema: Schema): Options {
  const present = new Set(schema.map(({ name }) => name));
  const said = [options.drop, options.categorical, options.numeric, ...options.roles.map((role) => role.names)];
  const flagged = new Set(
    said
      .flat()
      .flatMap((value) => (present.has(value) ? [value] : value.split(',')))
      .map((name) => name.trim()),
  );
  const roles = Object.entries(recipe.roles).filter(([name]) => present.has(name) && !flagged.has(name));
  const withRole = (...wanted: readonly ColumnRole[]): string[] =>
    roles.flatMap(([name, role]) => (wanted.includes(role) ? [name] : []));
  const asFlag: Readonly<Record<string, ColumnRole>> = { quasi: 'quasi-identifier' };
  const weights = Object.entries(recipe.settings.weights).filter(([name]) => present.has(name));
  return {
    ...options,
    drop: [...options.drop, ...withRole('drop', 'identifier')],
    keep: withRole('keep'),
    roles: options.roles.map(({ flag, names: given }) =>
      // A study has one time, one event and one arm: the flag replaces that of the recipe.
      ['time', 'event', 'arm'].includes(flag) && given.length > 0
        ? { flag, names: given }
        : { flag, names: [...given, ...withRole(asFlag[flag] ?? (flag as ColumnRole))] },
    ),
    weights: [...weights.map(([name, weight]) => `${name}=${weight}`), ...options.weights],
    settings: settingsOf(options, recipe.settings),
  };
}

/** The settings of the recipe, but for those that a flag gives. */
function settingsOf({ settings, given }: Options, recipe: Settings): Settings {
  const pick = <K extends keyof Settings>(key: K, flag: string = key): Settings[K] =>
    given.has(flag) ? settings[key] : recipe[key];
  return {
    generator: pick('generator'),
    k: pick('k'),
    ncp: pick('ncp'),
    // A cap goes with its generator.
    cap: given.has('cap') || given.has('generator') ? settings.cap : recipe.cap,
    ingredients: pick('ingredients', 'ingredient'),
    weights: settings.weights,
  };
}

/** Writes the recipe of this command, if it was asked for. */
export function saveRecipe(
  options: Options,
  { given, roles }: OpenedInput,
  schema: Schema,
  chosen: Chosen | null,
): void {
  if (options.saveRecipe === undefined) return;
  const reading = chosen === null ? given : { ...given, types: typesOf(options, given, chosen) };
  const choices = {
    reading: Object.keys(reading.types ?? {}).length === 0 ? given : reading,
    roles: chosen === null ? roles : rolesOf(chosen),
    settings: { ...options.settings, weights: chosen?.weights ?? {} },
  };
  save(options.saveRecipe, writeRecipe(makeRecipe(choices, schema, recipeNote(options.language))));
}

function typesOf(
  options: Options,
  given: ReadOptions,
  { names, schema }: Chosen,
): Readonly<Record<string, ColumnType>> {
  const categorical = resolveNames('--categorical', options.categorical, names);
  const numeric = resolveNames('--numeric', options.numeric, names);
  const forced = schema.flatMap(({ name, type }): [string, ColumnType][] =>
    categorical.has(name)
      ? [[name, 'category']]
      : numeric.has(name)
        ? [[name, isQuantityType(type) ? type : 'number']]
        : [],
  );
  return Object.fromEntries([...Object.entries(given.types ?? {}), ...forced]);
}

/** Roles that differ from the proposed ones. */
function rolesOf({ schema, output, roles }: Chosen): Record<string, ColumnRole> {
  const declared = (name: string): ColumnRole | null =>
    roles.outcome.includes(name)
      ? 'outcome'
      : roles.time === name
        ? 'time'
        : roles.event === name
          ? 'event'
          : roles.arm === name
            ? 'arm'
            : roles.quasi.includes(name)
              ? 'quasi-identifier'
              : null;
  return Object.fromEntries(
    schema.flatMap((column): [string, ColumnRole][] => {
      const { name } = column;
      const role = output.includes(name)
        ? (declared(name) ?? (isKept(column) ? column.role : 'keep'))
        : isKept(column)
          ? 'drop'
          : column.role;
      return role === column.role ? [] : [[name, role]];
    }),
  );
}
