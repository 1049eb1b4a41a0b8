/** The attempts of the advisor in words, and which decisions they were measured on. */
import { defaultIngredients, type Ingredients } from '../../../engine/generate/ingredients.ts';
import { defaultSettings, type Settings } from '../../../engine/generate/settings.ts';
import type { Speaker } from '../../../engine/words/words.ts';
import type { Decisions } from '../../../workers/protocol.ts';
import type { Messages } from '../../messages/index.ts';
import { domainWords, sayIngredient } from '../../state/journal.ts';

/** What an attempt was measured on: the table as read, its roles and the weights; not the settings tried. */
export const adviceKeyOf = ({ reading, roles, settings }: Decisions, rows: number): string => {
  const { language: _, ...asRead } = reading;
  return JSON.stringify([asRead, roles, settings.weights, rows]);
};

/** What sets an attempt apart: its method, k, and what is not as usual. */
export function describeAttempt(settings: Settings, t: Messages, speak: Speaker): string {
  const parts = [domainWords(`generator.${settings.generator}.name`, speak), `k = ${speak.number(settings.k)}`];
  if (settings.ncp !== defaultSettings.ncp) parts.push(t.settings.advisorAxes(settings.ncp));
  if (settings.cap !== null) parts.push(t.settings.advisorCap(t.common.percent(settings.cap)));
  if (settings.generator === 'reinforced') {
    for (const id of Object.keys(settings.ingredients) as (keyof Ingredients)[]) {
      const value = settings.ingredients[id];
      if (value === defaultIngredients[id]) continue;
      parts.push(`${domainWords(`ingredient.${id}.name`, speak)} (${sayIngredient(value, t, speak, id)})`);
    }
  }
  return parts.join(', ');
}

/** Whether two settings are one attempt: weights are the user's, not the advisor's. */
export const sameAttempt = (a: Settings, b: Settings): boolean => plain(a) === plain(b);

const plain = ({ generator, k, ncp, cap, ingredients }: Settings): string =>
  JSON.stringify([
    generator,
    k,
    ncp,
    cap,
    generator === 'reinforced' ? Object.entries(ingredients).sort(([x], [y]) => (x < y ? -1 : 1)) : null,
  ]);
