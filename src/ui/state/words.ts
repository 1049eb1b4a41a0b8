/** The domain's sentences (errors, findings, evidence) in the language of the page. */
import { catalogues } from '../../engine/words/index.ts';
import { say, type Catalogue, type Params } from '../../engine/words/words.ts';
import { ui } from './preferences.svelte.ts';

function look(catalogue: Catalogue | undefined, code: string, params: Params): string | null {
  if (catalogue === undefined || !Object.hasOwn(catalogue, code)) return null;
  return say(catalogue[code]!, params, ui.speak);
}

/** All sections of the language; reactive, so sentences follow the language switch. */
const sections = (): Readonly<Record<string, Catalogue>> => ({ ...catalogues[ui.language] });

export const sayError = (code: string, params: Params = {}): string | null => look(sections().errors, code, params);

/** Findings share codes with errors where they say the same thing. */
export const sayFinding = (code: string, params: Params = {}): string | null =>
  look(sections().findings, code, params) ?? look(sections().errors, code, params);

export const sayEvidence = (code: string, params: Params = {}): string | null =>
  look(sections().evidence, code, params);

/** A sentence of any section by its own key ("hidden-rate.name"). */
export function sentence(key: string, params: Params = {}): string | null {
  const section = Object.values(sections()).find((catalogue) => Object.hasOwn(catalogue, key));
  return look(section, key, params);
}
