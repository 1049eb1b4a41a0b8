/** What the page shows of a decision: its headline, and how its lines and their bounds are written. Pure. */
import type { Speaker } from '../../../engine/words/words.ts';
import type { Decision, DecisionLine, LineState } from '../../../workers/protocol.ts';
import { formatApart, percentSign } from '../../charts/numbers.ts';
import type { Results } from '../../messages/results.ts';

export type LineUnit = NonNullable<DecisionLine['unit']>;

/** What is shown of a line's state: one that does not count is only information. */
export type ShownState = LineState | 'information';

export const shownState = ({ state, counts }: DecisionLine): ShownState => (counts === false ? 'information' : state);

/** The states from the worst to the best; what only informs comes last. */
const order: readonly ShownState[] = [
  'blocked',
  'serious',
  'reservation',
  'not-measurable',
  'exportable',
  'information',
];

export const severity = (state: ShownState): number => order.indexOf(state);

export const worstOf = (states: readonly ShownState[]): ShownState =>
  states.reduce((worst, state) => (severity(state) < severity(worst) ? state : worst), 'information');

/** Lines that keep the file from being exportable, worst first. */
export const failing = (lines: readonly DecisionLine[]): readonly DecisionLine[] =>
  lines.filter((line) => !['exportable', 'information'].includes(shownState(line)));

export type Headline = keyof Results['audit']['state']['words'];

/** The line that blocks as long as there is no audit. */
const auditLine = 'audit';

/** The state in one word: a file that only lacks its audit has none yet. */
export function headlineOf({ state, degree, lines }: Decision): Headline {
  if (state === 'quarantine') return degree ?? 'reservation';
  if (state !== 'blocked') return state;
  const blocking = lines.filter((line) => line.state === 'blocked');
  return blocking.length > 0 && blocking.every(({ id }) => id === auditLine) ? 'waiting' : 'blocked';
}

/** The lines that decide the state: those of its own degree. */
export function decidingLines(decision: Decision): readonly DecisionLine[] {
  const lines = failing(decision.lines);
  const headline = headlineOf(decision);
  if (headline === 'blocked' || headline === 'waiting') return lines.filter(({ state }) => state === 'blocked');
  if (headline === 'serious') return lines.filter(({ state }) => state === 'serious');
  return lines;
}

/** Whether every attack that counts holds: only then do the indicators say something. */
export const attacksHold = (lines: readonly DecisionLine[]): boolean => {
  const attacks = lines.filter(({ metric, run, counts }) => metric !== null && run !== null && counts !== false);
  return attacks.length > 0 && attacks.every(({ state }) => state === 'exportable');
};

type BoundWords = Pick<Results['audit']['state'], 'bounds' | 'yes' | 'no'>;

/** A figure in its unit, in enough digits to stay on its own side of the bounds. */
export function writeIn(
  unit: LineUnit,
  value: number,
  marks: readonly number[],
  t: BoundWords,
  speak: Speaker,
): string {
  if (unit === 'yes-no') return value > 0 ? t.yes : t.no;
  return formatApart(value, marks, speak) + (unit === 'percent' ? percentSign(speak) : '');
}

const boundsOf = ({ exportable, reservation }: DecisionLine): number[] =>
  [exportable, reservation].filter((bound) => bound !== null);

export const writeLineValue = (line: DecisionLine, t: BoundWords, speak: Speaker): string =>
  line.value === null ? '\u2013' : writeIn(line.unit ?? 'number', line.value, boundsOf(line), t, speak);

/** "0.6 at most; reservation up to 0.7" */
export function writeBounds(line: DecisionLine, { bounds, ...t }: BoundWords, speak: Speaker): string {
  const { exportable, reservation, rule, unit = 'number' } = line;
  if (exportable === null || rule === null) return '';
  const write = (bound: number): string => writeIn(unit, bound, [], { bounds, ...t }, speak);
  const none = rule === '<=' && exportable === 0;
  if (unit === 'yes-no') return t.no;
  const first = none ? bounds.none : (rule === '<=' ? bounds.atMost : bounds.atLeast)(write(exportable));
  if (reservation === null || reservation === exportable) return first;
  const and = speak.language === 'fr' ? '\u202f; ' : '; ';
  return `${first}${and}${(rule === '<=' ? bounds.reservation : bounds.reservationDown)(write(reservation))}`;
}
