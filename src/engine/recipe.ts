/**
 * What was decided about a file, to be said again of next month's: how it is read, what each column is, what is computed
 * from it, and the settings. No cell and no seed is in it; names of columns, and levels and spellings that were merged or
 * read as missing, come from the file and may be sensitive, which the recipe itself says.
 *
 * A recipe read back is untrusted: every value is checked and built anew (`recipe/`).
 *
 * Source: experience.md, screen 7 and 7.2; issue on reading, "Journal".
 */
import { SosieError } from './errors.ts';
import type { Settings } from './generate/settings.ts';
import type { ReadOptions } from './read/types.ts';
import type { ColumnRole, Schema } from './table/schema.ts';
import type { ColumnType } from './table/table.ts';
import { list, object, text, whole, word } from './recipe/check.ts';
import { byColumn, mostColumns, name, reading, role, settings, type } from './recipe/fields.ts';

/** All that the user decided. */
export interface RecipeChoices {
  readonly reading: ReadOptions;
  /** Roles that differ from the proposed ones. */
  readonly roles: Readonly<Record<string, ColumnRole>>;
  readonly settings: Settings;
}

/** A column of the table the recipe was made on. */
export interface RecipeColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Its name in the file, where that is another: computed, or one visit. */
  readonly source?: string;
}

export interface Recipe extends RecipeChoices {
  readonly format: typeof recipeFormat;
  readonly version: number;
  /** What the file holds and does not hold, in the words of whoever saved it. */
  readonly note: string;
  readonly columns: readonly RecipeColumn[];
}

const recipeFormat = 'sosie-recipe';
const recipeVersion = 1;
/** Characters beyond which a text is no recipe. */
const longestText = 20_000_000;

/** The recipe of these choices, made on a file with this schema. */
export function makeRecipe(choices: RecipeChoices, schema: Schema, note: string): Recipe {
  return {
    format: recipeFormat,
    version: recipeVersion,
    note,
    columns: schema.map((column) => ({
      name: column.name,
      type: column.type,
      ...(column.source === undefined ? {} : { source: column.source }),
    })),
    reading: choices.reading,
    roles: choices.roles,
    settings: choices.settings,
  };
}

export const writeRecipe = (recipe: Recipe): string => `${JSON.stringify(recipe, null, 2)}\n`;

const recipe = object(
  {
    note: text(2000),
    columns: list(object({ name, type }, { source: name }), mostColumns),
    reading,
    roles: byColumn(role),
    settings,
  },
  {},
);
const head = object({ format: word(recipeFormat), version: whole(1, Number.MAX_SAFE_INTEGER) }, {});

/**
 * A recipe read back; keys that are not known are dropped.
 * @throws SosieError E98 (`why`): not a recipe, too large, of a later version, or damaged (`field`: where)
 */
export function readRecipe(written: string): Recipe {
  if (written.length > longestText) throw new SosieError('E98', { why: 'too-large' });
  const given = parse(written);
  const { version } = headOf(given);
  if (version > recipeVersion) throw new SosieError('E98', { why: 'later-version' });
  return { format: recipeFormat, version: recipeVersion, ...recipe(given, '') };
}

function headOf(given: unknown): { readonly version: number } {
  try {
    return head(given, '');
  } catch (cause) {
    throw new SosieError('E98', { why: 'not-a-recipe' }, {}, { cause });
  }
}

function parse(written: string): unknown {
  try {
    return JSON.parse(written.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new SosieError('E98', { why: 'not-a-recipe' }, {}, { cause });
  }
}
