/** What could be changed for each line that does not hold, and what the advisor measured for it. Pure. */
import type { Advice, AdvicePoint, DecisionLine } from '../../../workers/protocol.ts';
import { failing } from './policy-view.ts';

/** Where the answer to a line lies, for those that no other setting moves. */
const inColumns: ReadonlySet<string> = new Set([
  'checked-identifiers',
  'free-text',
  'dismissed-identifiers',
  'identifier-patterns',
  'genetic',
  'repeated-patients',
  'replicated-uniques',
]);

/** Lines that settings answer, besides those of the attacks. */
const inSettings: ReadonlySet<string> = new Set(['neighbours', 'cap', 'extra-rows', 'fixed-seed', 'indicators']);

export type Place = 'advisor' | 'columns' | 'settings' | null;

export interface Changed {
  readonly line: DecisionLine;
  /** What the advisor measured for this line's own metric at the point it proposes. */
  readonly measured: number | null;
}

/** One thing to do, and the lines that it answers. */
export interface Change {
  readonly text: string;
  readonly place: Place;
  readonly lines: readonly Changed[];
}

/** The point that the advisor proposes, if it proposes one. */
export const proposedPoint = (advice: Advice | null): AdvicePoint | null =>
  advice === null || advice.proposed === null ? null : (advice.points[advice.proposed] ?? null);

function placeOf({ id, metric, state }: DecisionLine): Place {
  if (id === 'power' || state === 'not-measurable') return null;
  if (inColumns.has(id)) return 'columns';
  if (inSettings.has(id)) return 'settings';
  return metric === null || metric === 'shadow' ? null : 'advisor';
}

/** Things to do, worst line first. The audit and the shadow test have places of their own on the page. */
export function changesOf(
  lines: readonly DecisionLine[],
  advice: Advice | null,
  say: (line: DecisionLine) => string,
): readonly Change[] {
  const point = proposedPoint(advice);
  const changes: { text: string; place: Place; lines: Changed[] }[] = [];
  for (const line of failing(lines)) {
    if (line.id === 'audit' || line.metric === 'shadow' || line.reason?.startsWith('audit-')) continue;
    const text = say(line);
    const place = placeOf(line);
    const measured = place === 'advisor' && line.metric !== null ? (point?.privacy[line.metric] ?? null) : null;
    const same = changes.find((change) => change.text === text);
    if (same) same.lines.push({ line, measured });
    else changes.push({ text, place, lines: [{ line, measured }] });
  }
  return changes;
}
