/** One computation, or one rule about rows, in a sentence. */
import type { Derivation, RowRule } from '../derive/types.ts';
import { catalogues } from './index.ts';
import { say, speakers, type Language, type Params, type Speaker } from './words.ts';

const sentence = (key: string, params: Params, speak: Speaker): string => {
  const found = catalogues[speak.language].derive[key];
  return found === undefined ? key : say(found, params, speak);
};

/** The name of a computation or of a rule (`age`, `rows.first`), or its explanation. */
export const deriveWords = (id: string, part: 'name' | 'hint', speak: Speaker): string =>
  sentence(`${id}.${part}`, {}, speak);

/** "Age at “inclusion” (90 and over together)". */
export const sayDerivation = (derivation: Derivation, speak: Speaker): string =>
  sentence(`${derivation.kind}.do`, flat(derivation), speak);

export const sayRowRule = (rule: RowRule | null, speak: Speaker): string =>
  deriveWords(`rows.${rule === null ? 'all' : rule.kind}`, 'name', speak);

/** The parameters of a computation; those of its origin (`at`, `from`) beside the others. */
function flat({ kind: _, ...derivation }: Derivation): Params {
  const params: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(derivation as Readonly<Record<string, unknown>>)) {
    if (typeof value === 'string' || typeof value === 'number') params[key] = value;
    else if (typeof value === 'object' && value !== null) Object.assign(params, value);
  }
  return params;
}

/** What a recipe says of itself, first thing in its file. */
export const recipeNote = (language: Language): string => sentence('recipe.note', {}, speakers[language]);
