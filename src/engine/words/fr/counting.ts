/** As in English: how many out of 100, with the verb that agrees; figures in their unit. */
import { fewDigits, frequency, inUnit } from '../figures.ts';
import type { Params, Speaker } from '../words.ts';

const relations = { exactly: '', about: 'environ ', fewer: 'moins de ', more: 'plus de ' } as const;

export interface Forms {
  readonly one: string;
  readonly other: string;
  /** The whole of it when there is none: French changes the verb. */
  readonly none: string;
}

type Figure = Params[string] | undefined;
type Write = Speaker['number'];

const read = (percent: Figure, number: Write) =>
  frequency({ value: Number(percent), shown: number(percent, fewDigits(percent)) }, number);

/** The noun, in the plural, may stand between the number and "sur 100". */
export function outOf(percent: Figure, number: Write, noun = ''): string {
  const { relation, whole, exact } = read(percent, number);
  const agreed = whole <= 1 ? noun.replace('patients', 'patient') : noun;
  return `${relations[relation]}${number(whole)}${agreed}${exact === null ? '' : ` (${exact} %)`}`;
}

export function howMany(percent: Figure, { one, other, none }: Forms, number: Write): string {
  if (Number(percent) === 0) return none;
  return `${outOf(percent, number)} ${read(percent, number).whole <= 1 ? one : other}`;
}

export function timesOutOf100(area: Figure, number: Write): string {
  const { relation, whole } = read(100 * Number(area), number);
  return `${relations[relation]}${number(whole)} fois sur 100`;
}

export const excessOf = (value: Figure, number: Write, of = ''): string =>
  Number(value) <= 0
    ? 'Aucun excès : les patients du fichier ne sont pas plus exposés que les autres.'
    : `Excès : ${figure(value, 'percent', number)}${of && ` ${of}`}.`;

export const figure = (value: Figure, unit: Figure, number: Write): string =>
  inUnit(value, unit, number, {
    percent: ' %',
    points: typeof value === 'number' && Math.abs(value) < 2 ? ' point' : ' points',
  });
