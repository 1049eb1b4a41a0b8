/** Natural frequencies: how many out of 100, with the verb that agrees; figures in their unit. */
import { fewDigits, frequency, inUnit } from '../figures.ts';
import type { Params, Speaker } from '../words.ts';

const relations = { exactly: '', about: 'about ', fewer: 'fewer than ', more: 'more than ' } as const;

/** A verb, or a noun, for one and for several. */
interface Forms {
  readonly one: string;
  readonly other: string;
}

type Figure = Params[string] | undefined;
type Write = Speaker['number'];

const read = (percent: Figure, number: Write) =>
  frequency({ value: Number(percent), shown: number(percent, fewDigits(percent)) }, number);

/** "about 17 out of 100 patients (16.7%)", the noun said last or left out. */
export function outOf(percent: Figure, number: Write, noun = ''): string {
  const { relation, whole, exact } = read(percent, number);
  return `${relations[relation]}${number(whole)}${noun}${exact === null ? '' : ` (${exact}%)`}`;
}

/** "about 17 (16.7%) are found"; "none is found" */
export function howMany(percent: Figure, { one, other }: Forms, number: Write): string {
  if (Number(percent) === 0) return `none ${one}`;
  return `${outOf(percent, number)} ${read(percent, number).whole <= 1 ? one : other}`;
}

/** An area under the curve as what it is: how often one out of two is told right. "about 67 times out of 100" */
export function timesOutOf100(area: Figure, number: Write): string {
  const { relation, whole } = read(100 * Number(area), number);
  return `${relations[relation]}${number(whole)} ${whole === 1 ? 'time' : 'times'} out of 100`;
}

/** What members lose more than patients who were never in the file. @param of what it is a share of, where that must be said */
export const excessOf = (value: Figure, number: Write, of = ''): string =>
  Number(value) <= 0
    ? 'No excess: patients of the file are no more exposed than the others.'
    : `Excess: ${figure(value, 'percent', number)}${of && ` ${of}`}.`;

export const figure = (value: Figure, unit: Figure, number: Write): string =>
  inUnit(value, unit, number, { percent: '%', points: ' points' });
