/** Bin edges as a reader writes them: numbers, dates, instants or durations, by the type of the column. */
import type { Speaker } from '../../engine/words/words.ts';
import type { VariableComparison } from '../../workers/protocol.ts';
import { formatTick } from './numbers.ts';

const day = 86_400_000;
const locales = { en: 'en-GB', fr: 'fr-FR' } as const;

function writeMoment(milliseconds: number, speak: Speaker, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[speak.language], { timeZone: 'UTC', ...options }).format(milliseconds);
}

function writeTime(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export const isNumber = ({ type }: VariableComparison): boolean => type === 'number' || type === 'integer';

/** How to write an edge of this variable. Units: `engine/table/table.ts`. */
export function edgeWriter(variable: VariableComparison, speak: Speaker): (edge: number) => string {
  const { edges } = variable;
  const span = Math.abs((edges.at(-1) ?? 1) - (edges[0] ?? 0));
  switch (variable.type) {
    case 'date': {
      const long = span > 730;
      return (edge) =>
        writeMoment(edge * day, speak, long ? { month: 'short', year: 'numeric' } : { dateStyle: 'medium' });
    }
    case 'datetime':
      return (edge) =>
        writeMoment(
          edge * 1000,
          speak,
          span > 86_400 * 30 ? { dateStyle: 'medium' } : { dateStyle: 'short', timeStyle: 'short' },
        );
    case 'time':
      return writeTime;
    default: {
      const step = Math.abs((edges[1] ?? 1) - (edges[0] ?? 0));
      return (edge) => formatTick(edge, step / 10, speak);
    }
  }
}
