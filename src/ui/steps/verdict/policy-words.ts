/** The sentences of the policy; a line that has none yet goes by its own name. Reactive. */
import type { Params } from '../../../engine/words/words.ts';
import type { DecisionLine } from '../../../workers/protocol.ts';
import { sentence } from '../../state/words.ts';
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

/** What can be done so that the line holds. */
export const lineChange = (line: DecisionLine): string => sentence(`policy.${line.id}.change`, paramsOf(line)) ?? '';

export const lineReason = (line: DecisionLine): string =>
  line.reason === null ? '' : (sentence(`reason.${line.reason}`, paramsOf(line)) ?? plain(line.reason));

export const setByName = ({ setBy }: DecisionLine): string =>
  sentence(`setBy.${setBy}`) ?? sentence(`target.${setBy}`) ?? plain(setBy);
