/** A recipe said again of another file: what is applied, and what does not match, column by column. */
import { interpret } from '../read/interpret.ts';
import type { Grid } from '../read/grid.ts';
import { cellText } from '../read/grid.ts';
import { findLayout } from '../read/layout.ts';
import { normalizeText } from '../read/cells/text.ts';
import type { ReadOptions, ReadResult } from '../read/types.ts';
import type { Finding } from '../table/schema.ts';
import type { ColumnType } from '../table/table.ts';
import type { Recipe, RecipeChoices } from '../recipe.ts';
import { similarName } from './similar.ts';

export interface Replay {
  /** The choices to take: those of the recipe, without what is computed from columns this file does not have. */
  readonly choices: RecipeChoices;
  /** The file read with them. */
  readonly result: ReadResult;
  /** E95 column missing, E96 another type, E97 levels that no cell holds, E99 column that the recipe does not know. */
  readonly mismatches: readonly Finding[];
}

/** Names compared at most: two files with that little in common are not of the same form. */
const mostPairs = 20_000;

/**
 * Nothing of the recipe is lost: decisions about a column that the file does not have stay, and hold as soon as one of
 * that name is read (`renameColumn` gives them to another).
 */
export function replay(recipe: Recipe, grid: Grid): Replay {
  const { derived, ...others } = recipe.reading;
  const present = new Map(findLayout(grid, others).columns.map((column) => [column.name, column.index]));
  const known = Object.entries(derived ?? {}).filter(([name]) => present.has(name));
  const reading: ReadOptions = known.length === 0 ? others : { ...others, derived: Object.fromEntries(known) };
  const result = interpret(grid, reading);
  const sources = [...new Set(recipe.columns.map((column) => column.source ?? column.name))];
  const counted = recipe.reading.rows?.kind === 'aggregate' ? recipe.reading.rows.count : null;
  const missing = sources.filter((name) => !present.has(name) && name !== counted);
  const used = new Set([...sources, ...(recipe.reading.rows?.kind === 'pivot' ? recipe.reading.rows.visit : [])]);
  const added = [...present.keys()].filter((name) => !used.has(name));
  const suggest = (name: string): string | null =>
    missing.length * added.length > mostPairs ? null : similarName(name, added);
  return {
    choices: { reading, roles: recipe.roles, settings: recipe.settings },
    result,
    mismatches: [
      ...missing.map((column) => mismatch('E95', column, { suggestion: suggest(column) ?? '' })),
      ...otherTypes(recipe, result),
      ...unseenLevels(reading, grid, present),
      ...added.map((column) => mismatch('E99', column, {})),
    ],
  };
}

const mismatch = (code: string, column: string, params: Readonly<Record<string, string>>): Finding => ({
  code,
  severity: 'decide',
  column,
  params: { column, ...params },
});

/** Types that mean the same to the analysis. */
const families: Readonly<Record<ColumnType, string>> = {
  number: 'number',
  integer: 'number',
  date: 'date',
  datetime: 'date',
  time: 'time',
  boolean: 'level',
  category: 'level',
  identifier: 'text',
  text: 'text',
  mixed: 'mixed',
  empty: 'empty',
};

function otherTypes({ columns }: Recipe, { schema }: ReadResult): Finding[] {
  const read = new Map(schema.map(({ name, type }) => [name, type]));
  return columns.flatMap(({ name, type: expected }) => {
    const type = read.get(name);
    return type === undefined || families[type] === families[expected]
      ? []
      : [mismatch('E96', name, { expected, type })];
  });
}

/** Levels that the recipe merges and that no cell of the file holds. */
function unseenLevels({ merge }: ReadOptions, grid: Grid, present: ReadonlyMap<string, number>): Finding[] {
  return Object.entries(merge ?? {}).flatMap(([column, merges]) => {
    const index = present.get(column);
    if (index === undefined) return [];
    const held = new Set(grid.columns[index]!.cells.map((each) => normalizeText(cellText(each))));
    const unseen = merges.flatMap(({ levels }) => levels).filter((level) => !held.has(level));
    return unseen.length === 0 ? [] : [{ ...mismatch('E97', column, { levels: listed(unseen) }), severity: 'know' }];
  });
}

const shown = 5;
const listed = (levels: readonly string[]): string =>
  levels
    .slice(0, shown)
    .map((level) => `“${level}”`)
    .join(', ') + (levels.length > shown ? '…' : '');
