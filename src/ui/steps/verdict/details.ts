/** The figures behind a metric, each with its name, ready to be listed. */
import type { MetricResult } from '../../../engine/verdict/metric.ts';
import type { Speaker } from '../../../engine/words/words.ts';
import type { RunView } from '../../../workers/protocol.ts';
import { formatFixed, formatShare } from '../../charts/numbers.ts';
import type { TableView } from '../../charts/table-view.ts';
import type { Results } from '../../messages/results.ts';
import { columnMatches, figure, writeLike } from './metric-view.ts';

export interface Detail {
  readonly name: string;
  readonly text: string;
}

const mostColumns = 10;

/** The columns where avatars repeat their patient most; `null` where the metric has none. */
export function columnTable(metric: MetricResult, { detail: t }: VerdictWords, speak: Speaker): TableView | null {
  const all = columnMatches(metric);
  if (all.length === 0) return null;
  const number = (label: string) => ({ label, number: true });
  return {
    columns: [{ label: t.column, number: false }, number(t.equalShare), number(t.distinct), number(t.protection)],
    rows: all
      .slice(0, mostColumns)
      .map(({ name, equalShare, distinct, protection }) => [
        name,
        formatShare(equalShare, speak),
        speak.number(distinct),
        writeLike(metric, protection, speak),
      ]),
    ...(all.length > mostColumns && { note: t.tooMany(mostColumns, all.length) }),
  };
}

type VerdictWords = Pick<Results['verdict'], 'detail' | 'points'>;

/** Metrics of which one row weighs the same share: how far a single patient moves the percentage. */
function onePatient(metric: MetricResult, run: RunView): number | null {
  if (metric.value === null) return null;
  if (metric.id === 'hidden-rate' || metric.id === 'row-direct-match') return 100 / run.rows;
  const unique = figure(metric, 'uniqueCombinations');
  return metric.id === 'categorical-hidden-rate' && unique ? 100 / unique : null;
}

export function detailsOf(
  metric: MetricResult,
  run: RunView,
  { detail: t, points }: VerdictWords,
  speak: Speaker,
): Detail[] {
  const details: Detail[] = [];
  const add = (name: string, text: string | null): void => {
    if (text !== null) details.push({ name, text });
  };
  const like = (key: string): string | null => {
    const value = figure(metric, key);
    return value === null ? null : writeLike(metric, value, speak);
  };
  const counted = (key: string, total: number): string | null => {
    const count = figure(metric, key);
    return count === null ? null : t.count(speak.number(count), formatShare(total > 0 ? count / total : 0, speak));
  };

  add(t.zero, counted('zeroCount', run.rows));
  add(t.fullSpace, like('fullSpace'));
  add(t.withTies, like('withTies'));
  add(t.lowestIndex, like('lowest_index_tie'));
  add(t.tieHit, like('tie_counts_as_hit'));
  add(t.tieHidden, like('tie_counts_as_hidden'));
  add(t.zeros, counted('zeros', run.syntheticRows));
  add(t.matched, counted('matchedRows', run.rows));
  const unique = figure(metric, 'uniqueRows');
  const matchedUnique = figure(metric, 'matchedUnique');
  if (unique !== null && matchedUnique !== null) {
    add(t.matchedUnique, t.ofUnique(speak.number(matchedUnique), speak.number(unique)));
  }
  add(t.ownEqual, counted('equalToOwn', run.rows));
  add(t.unique, counted('uniqueCombinations', run.rows));
  add(t.vendor, like('vendor'));
  const move = onePatient(metric, run);
  if (move !== null) {
    const decimals = move < 0.1 ? 3 : move < 1 ? 2 : 1;
    add(t.onePatient, points(formatFixed(move, decimals, speak), Number(move.toFixed(decimals))));
  }
  return details;
}
