/** The sentences of the policy; a line that has none yet goes by its own name. Reactive. */
import type { Params } from '../../../engine/words/words.ts';
import type { DecisionLine, Preset, RunView } from '../../../workers/protocol.ts';
import { resultWords } from '../../messages/results.ts';
import { ui } from '../../state/preferences.svelte.ts';
import { sentence } from '../../state/words.ts';
import { moveFor } from './moves.ts';
import { metricName } from './words.ts';

const plain = (id: string): string => id.replaceAll('-', ' ');

const paramsOf = ({ value, exportable, reservation, params }: DecisionLine): Params => ({
  ...(value !== null && { value }),
  ...(exportable !== null && { exportable }),
  ...(reservation !== null && { reservation }),
  ...params,
});

export const lineName = (line: DecisionLine): string =>
  sentence(`policy.${line.id}.name`, paramsOf(line)) ??
  sentence(`policy.${line.id}`, paramsOf(line)) ??
  (line.metric === null ? plain(line.id) : metricName(line.metric));

/** Why the line is there. */
export const lineWhy = (line: DecisionLine): string => sentence(`policy.${line.id}.why`, paramsOf(line)) ?? '';

/** What can be done so that the line holds, and is not done already. */
export const lineChange = (line: DecisionLine, { settings, rows }: RunView, preset: Preset): string =>
  moveFor(line, { settings, rows, preset, t: resultWords[ui.language].audit.change.moves, speak: ui.speak }) ??
  sentence(`policy.${line.id}.change`, paramsOf(line)) ??
  '';

/** That too few patients were compared for the line to prove anything. */
export const inconclusive = (): string => sentence('line.inconclusive') ?? '';

export const lineReason = (line: DecisionLine): string =>
  line.reason === null ? '' : (sentence(`reason.${line.reason}`, paramsOf(line)) ?? plain(line.reason));

export const setByName = ({ setBy }: DecisionLine): string =>
  sentence(`setBy.${setBy}`) ?? sentence(`target.${setBy}`) ?? plain(setBy);
