/** The domain's sentences about a metric; a key that has no sentence yet falls back on the metric's own name. */
import type { MetricResult } from '../../../engine/verdict/metric.ts';
import { catalogues } from '../../../engine/words/index.ts';
import { attackParams } from '../../../engine/words/attack-params.ts';
import { say, type Params } from '../../../engine/words/words.ts';
import { ui } from '../../state/preferences.svelte.ts';
import { pointsOfOne } from './metric-view.ts';

/** The sentence in the language of the page, or `null` when there is none. Reactive. */
function sentence(key: string, params: Params = {}): string | null {
  const { metrics } = catalogues[ui.language];
  return Object.hasOwn(metrics, key) ? say(metrics[key]!, params, ui.speak) : null;
}

export const metricName = (id: string): string => sentence(`${id}.name`) ?? id.replaceAll('-', ' ');

export const technicalName = (id: string): string | null => {
  const technical = sentence(`${id}.technical`);
  return technical === metricName(id) ? null : technical;
};

export const metricSentence = (metric: MetricResult, params: Params): string | null =>
  metric.value === null ? null : sentence(`${metric.id}.sentence`, params);

export const metricWeakness = (id: string, params: Params): string | null => sentence(`${id}.weakness`, params);

/** What the attacker asks; `null` for a measure that is no attack. */
export const attackQuestion = (id: string): string | null => sentence(`${id}.question`);

/** A sentence said around the attacks (`attack.run.audit`), empty when there is none. */
export const attackFrame = (key: string, params: Params = {}): string => sentence(`attack.${key}`, params) ?? '';

export const stepName = (step: string): string => sentence(`step.${step}`) ?? step.replaceAll('-', ' ');

export const reasonOf = (metric: MetricResult): string =>
  (metric.reason === null ? null : sentence(`reason.${metric.reason}`, attackParams(metric))) ?? metric.reason ?? '';

export const targetSetter = (by: string): string => sentence(`target.${by}`) ?? by.replaceAll('-', ' ');

/** That so few rows allow no verdict, with its code. */
export const fewRows = (rows: number): string => {
  const { E02 } = catalogues[ui.language].errors;
  return E02 === undefined ? '' : say(E02, { rows, points: pointsOfOne(rows) }, ui.speak);
};
