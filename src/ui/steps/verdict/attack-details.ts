/** The figures behind an attack, as tables ready to be drawn: secret by secret, way by way, column by column. Pure. */
import type { MetricResult } from '../../../engine/verdict/metric.ts';
import type { Speaker } from '../../../engine/words/words.ts';
import type { TableView } from '../../charts/table-view.ts';
import type { Results } from '../../messages/results.ts';
import { writeFigure } from './attack-view.ts';

export interface DetailTable {
  readonly title: string;
  readonly table: TableView;
}

interface Secret {
  readonly column: string;
  readonly memberRate: number;
  readonly controlRate: number;
  readonly excess: number;
  readonly counted: boolean;
  readonly determinedBy: string | null;
}

interface Rates {
  readonly memberRate: number;
  readonly controlRate: number;
  readonly excess: number;
}

interface Counted {
  readonly column: string;
  readonly count: number;
}

type Words = Results['audit']['attacks'];

const most = 12;

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];

const listOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as T[]) : []);

/** "coded share of 5 nearest" in words; what has no words stays as it is. */
export function wayName(key: string, { ways }: Words): string {
  const [space = '', ...rest] = key.split(' ');
  const names: Readonly<Record<string, unknown>> = ways;
  const name = (word: string): string | null => (typeof names[word] === 'string' ? names[word] : null);
  if (name(key) !== null) return name(key)!;
  const [first = '', , third = ''] = rest;
  const how =
    first === 'share' ? ways.share(third) : /^\d+$/.test(first) ? ways.neighbours(Number(first)) : name(first);
  return name(space) !== null && how !== null ? `${how}, ${name(space)}` : key;
}

export function detailTables(metric: MetricResult, t: Words, speak: Speaker): readonly DetailTable[] {
  const { id, detail } = metric;
  const { detail: words } = t;
  const write = (value: unknown): string =>
    typeof value === 'number' && Number.isFinite(value) ? writeFigure(id, value, speak) : '\u2013';
  const rates = ({ memberRate, controlRate, excess }: Rates): string[] => [memberRate, controlRate, excess].map(write);
  const number = (label: string) => ({ label, number: true });
  const rateColumns = [number(words.known), number(words.unseen), number(words.excess)];
  const cut = (rows: TableView['rows'], all: number): { readonly rows: TableView['rows']; readonly note?: string } =>
    all > rows.length ? { rows, note: words.tooMany(rows.length, all) } : { rows };
  const tables: DetailTable[] = [];

  const secrets = id === 'inference' ? listOf<Secret>(detail['secrets']) : [];
  if (secrets.length > 0) {
    const rows = secrets.slice(0, most).map((secret) => {
      const counts =
        secret.determinedBy !== null
          ? words.determined(secret.determinedBy)
          : secret.counted
            ? words.counted
            : words.guessable;
      return [secret.column, ...rates(secret), counts];
    });
    const columns = [{ label: words.secret, number: false }, ...rateColumns, { label: words.counts, number: false }];
    const { rows: shown, note } = cut(rows, secrets.length);
    const notes = [note, words.excessNote].filter(Boolean).join(', ');
    tables.push({ title: words.secrets, table: { columns, rows: shown, note: notes } });
  }

  const ways = [
    ...entriesOf(detail['neighbours']),
    ...listOf<Rates & { readonly mode: string }>(detail['modes']).map((mode) => [mode.mode, mode] as const),
  ];
  if (ways.length > 0) {
    const rows = ways.map(([key, figures]) => [wayName(key, t), ...rates(figures as Rates)]);
    const title = id === 'singling-out' ? words.modes : words.scores;
    const columns = [{ label: words.way, number: false }, ...rateColumns];
    tables.push({ title, table: { columns, rows, note: words.excessNote } });
  }

  const scores = entriesOf(detail['scores']);
  if (scores.length > 0) {
    const sorted = scores.toSorted(([, a], [, b]) => Number(b) - Number(a));
    const rows = sorted.map(([key, area]) => [wayName(key, t), write(area)]);
    const columns = [{ label: words.way, number: false }, number(words.area)];
    tables.push({ title: words.scores, table: { columns, rows } });
  }

  const rounds = listOf<number>(detail['perRound']);
  if (rounds.length > 1) {
    const rows = rounds.map((share, round) => [speak.number(round + 1), write(share)]);
    tables.push({
      title: words.rounds,
      table: { columns: [{ label: words.round, number: false }, number(words.share)], rows },
    });
  }

  const counted = [...listOf<Counted>(detail['levels']), ...listOf<Counted>(detail['outside'])];
  if (id === 'rare-levels' && counted.length > 0) {
    const columns = [{ label: words.column, number: false }, number(words.count)];
    const rows = counted.slice(0, most).map(({ column, count }) => [column, speak.number(count)]);
    tables.push({ title: words.columns, table: { columns, ...cut(rows, counted.length) } });
  }
  return tables;
}
