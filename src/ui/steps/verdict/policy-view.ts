/** What the page shows of a decision: its headline, and how its lines and their bounds are written. Pure. */
import type { Speaker } from '../../../engine/words/words.ts';
import type { Decision, DecisionLine, LineState } from '../../../workers/protocol.ts';
import { formatApart, percentSign } from '../../charts/numbers.ts';
import type { Results } from '../../messages/results.ts';

export type LineUnit = NonNullable<DecisionLine['unit']>;

/** What is shown of a line's state: one that does not count only informs, one that compares too few patients proves nothing. */
export type ShownState = LineState | 'inconclusive' | 'information';

export function shownState({ state, counts, conclusive }: DecisionLine): ShownState {
  if (counts === false) return 'information';
  return conclusive === false ? 'inconclusive' : state;
}

/** The states from the worst to the best; what only informs comes last. */
const order: readonly ShownState[] = [
  'blocked',
  'serious',
  'reservation',
  'not-measurable',
  'inconclusive',
  'exportable',
  'information',
];

export const severity = (state: ShownState): number => order.indexOf(state);

export const worstOf = (states: readonly ShownState[]): ShownState =>
  states.reduce((worst, state) => (severity(state) < severity(worst) ? state : worst), 'information');

/** Lines that keep the file from being exportable, worst first. */
export const failing = (lines: readonly DecisionLine[]): readonly DecisionLine[] =>
  lines.filter(({ state, counts }) => counts !== false && state !== 'exportable');

/** How many lines hold, and how many of those that would hold prove nothing, out of all that count. */
export function tally(lines: readonly DecisionLine[]) {
  const counting = lines.filter(({ counts }) => counts !== false);
  const within = counting.filter(({ state }) => state === 'exportable');
  const held = within.filter(({ conclusive }) => conclusive !== false).length;
  return { held, inconclusive: within.length - held, all: counting.length };
}

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

const isAttack = ({ metric, run, counts }: DecisionLine): boolean =>
  metric !== null && run !== null && counts !== false;

/** What the attacks allow to say of the indicators: those prove nothing but where every attack that counts holds. */
export type Ground = 'held' | 'failing' | 'unattacked' | 'small';

export function groundOf(lines: readonly DecisionLine[]): Ground {
  const attacks = lines.filter(isAttack);
  if (attacks.some(({ state, conclusive }) => state === 'serious' && conclusive !== false)) return 'failing';
  if (attacks.some(({ conclusive }) => conclusive === false)) return 'small';
  if (!isAttacked(lines)) return 'unattacked';
  return attacks.every(({ state }) => state === 'exportable') ? 'held' : 'failing';
}

/** Whether anything was measured against patients who were never in the file. */
export const isAttacked = (lines: readonly DecisionLine[]): boolean =>
  lines.some(({ metric, run, value }) => metric !== null && (run === 'audit' || run === 'pair') && value !== null);

type BoundWords = Pick<Results['audit']['state'], 'bounds' | 'yes' | 'no' | 'audit' | 'missedOf'>;

/** A figure in its unit, in enough digits to stay on its own side of the bounds. */
export function writeIn(
  unit: LineUnit,
  value: number,
  marks: readonly number[],
  t: BoundWords,
  speak: Speaker,
): string {
  if (unit === 'yes-no') return value > 0 ? t.yes : t.no;
  if (unit === 'share')
    return writeIn(
      'percent',
      100 * value,
      marks.map((mark) => 100 * mark),
      t,
      speak,
    );
  return formatApart(value, marks, speak) + (unit === 'percent' ? percentSign(speak) : '');
}

const boundsOf = ({ exportable, reservation }: DecisionLine): number[] =>
  [exportable, reservation].filter((bound) => bound !== null);

/** The line that reads the seven indicators at once. */
const indicatorsLine = 'indicators';

/** In its unit; a count of something else than its name says so. */
export function writeLineValue(line: DecisionLine, t: BoundWords, speak: Speaker): string {
  const { id, value, unit = 'number', params } = line;
  if (value === null) return '\u2013';
  if (id === auditLine) return value > 0 ? t.audit.missing : t.audit.done;
  if (id === indicatorsLine && params) return t.missedOf(value, Number(params['total']) - Number(params['left']));
  return writeIn(unit, value, boundsOf(line), t, speak);
}

/** "0.6 at most; reservation up to 0.7" */
export function writeBounds(line: DecisionLine, { bounds, ...t }: BoundWords, speak: Speaker): string {
  const { exportable, reservation, rule, unit = 'number' } = line;
  if (exportable === null || rule === null) return '';
  const write = (bound: number): string => writeIn(unit, bound, [], { bounds, ...t }, speak);
  const none = rule === '<=' && exportable === 0;
  if (line.id === auditLine) return t.audit.done;
  if (unit === 'yes-no') return t.no;
  const first = none ? bounds.none : (rule === '<=' ? bounds.atMost : bounds.atLeast)(write(exportable));
  if (reservation === null || reservation === exportable) return first;
  const and = speak.language === 'fr' ? '\u202f; ' : '; ';
  return `${first}${and}${(rule === '<=' ? bounds.reservation : bounds.reservationDown)(write(reservation))}`;
}
