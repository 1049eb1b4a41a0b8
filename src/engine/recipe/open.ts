/** The bytes of a file read into cells as a recipe says. */
import { SosieError } from '../errors.ts';
import type { Grid } from '../read/grid.ts';
import { parseFile, type ReadControl } from '../read/read.ts';
import type { ReadOptions } from '../read/types.ts';
import type { Recipe } from '../recipe.ts';
import { replay, type Replay } from './replay.ts';

export interface OpenedWithRecipe extends Replay {
  readonly grid: Grid;
}

/**
 * Reads a file with a recipe. A workbook that has no sheet of that name (next month's is called otherwise) is read at the
 * sheet it proposes, and that is told (E89).
 * @throws SosieError as `parseFile` does
 */
export async function openWithRecipe(
  bytes: Uint8Array,
  fileName: string,
  recipe: Recipe,
  control: ReadControl = {},
): Promise<OpenedWithRecipe> {
  const options = parsingOptions(recipe.reading);
  try {
    const grid = await parseFile(bytes, fileName, options, control);
    return { grid, ...replay(recipe, grid) };
  } catch (error) {
    if (!(error instanceof SosieError) || error.code !== 'E27' || options.sheet === undefined) throw error;
  }
  const { sheet, ...reading } = recipe.reading;
  const grid = await parseFile(bytes, fileName, parsingOptions(reading), control);
  const found = replay({ ...recipe, reading }, grid);
  const mismatches = [
    { code: 'E89', severity: 'decide', params: { sheet: sheet!, read: grid.sheet ?? '' } } as const,
    ...found.mismatches,
  ];
  return { ...found, grid, mismatches };
}

/** Options that decide how bytes become cells. */
function parsingOptions({ encoding, delimiter, sheet, language }: ReadOptions): ReadOptions {
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(language === undefined ? {} : { language }),
  };
}
