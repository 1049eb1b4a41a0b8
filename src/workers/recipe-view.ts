/** What a recipe would do to the open file, told before anything is done. */
import { readRecipe, type RecipeChoices } from '../engine/recipe.ts';
import { openWithRecipe } from '../engine/recipe/open.ts';
import { renameColumn } from '../engine/recipe/rename.ts';
import type { Finding } from '../engine/table/schema.ts';

/** "What the recipe calls this is here called that." */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

export interface RecipeView {
  /** The choices to take, once the user agrees. */
  readonly choices: RecipeChoices;
  readonly rows: number;
  readonly columns: number;
  /** Columns of which the recipe says something and that this file has. */
  readonly found: number;
  /** What does not match, column by column. */
  readonly mismatches: readonly Finding[];
}

/**
 * Reads the file anew under the recipe; the reading in force is left alone.
 * @throws SosieError E98 when the text is no recipe
 */
export async function viewRecipe(
  { bytes, fileName }: { readonly bytes: Uint8Array; readonly fileName: string },
  text: string,
  renamings: readonly Renaming[],
): Promise<RecipeView> {
  const recipe = renamings.reduce((made, { from, to }) => renameColumn(made, from, to), readRecipe(text));
  const { choices, result, mismatches } = await openWithRecipe(bytes, fileName, recipe);
  const known = new Set(recipe.columns.map(({ name }) => name));
  return {
    choices,
    rows: result.table.rowCount,
    columns: result.schema.length,
    found: result.schema.filter(({ name }) => known.has(name)).length,
    mismatches,
  };
}
