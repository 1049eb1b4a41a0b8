/** Precision and recall per kind, as Markdown. */
import type { Judged } from './measure.ts';

const isRemoved = ({ certainty }: Judged): boolean => certainty === 'certain' || certainty === 'likely';
const isRight = ({ truth, kind }: Judged): boolean => kind !== null && truth.kinds.includes(kind);
const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));
const ratio = (list: readonly Judged[], holds: (one: Judged) => boolean): string =>
  share(list.filter(holds).length, list.length);

/** Found: removed (direct), or given any verdict (quasi). */
const isFound = (one: Judged): boolean => (one.truth.group === 'quasi' ? one.certainty !== null : isRemoved(one));

export function report(judged: readonly Judged[]): string {
  return [summary(judged), '', kinds(judged), '', alarms(judged)].join('\n');
}

function summary(judged: readonly Judged[]): string {
  const of = (group: string) => judged.filter(({ truth }) => truth.group === group);
  const told = judged.filter(({ certainty }) => certainty === 'certain');
  const named = of('direct').filter(({ truth }) => truth.byValues || truth.style === 'explicit');
  const rows = [
    ['columns', String(judged.length)],
    ['precision of *certain*: the kind is right', ratio(told, isRight)],
    ['precision of *certain*: the column does identify', ratio(told, ({ truth }) => truth.group !== 'distractor')],
    ['recall of direct identifiers that values or header tell', ratio(named, isFound)],
    ['recall of direct identifiers, all of them', ratio(of('direct'), isFound)],
    [
      'recall of quasi-identifiers under a plain header',
      ratio(
        of('quasi').filter(({ truth }) => truth.style === 'explicit'),
        isFound,
      ),
    ],
    [
      'distractors left alone, or called a number of its own',
      ratio(of('distractor'), (one) => one.kind === null || isRight(one)),
    ],
  ];
  return ['| measure | |', '| --- | --- |', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}

function kinds(judged: readonly Judged[]): string {
  const lines = [
    '| column | columns | recall, plain header | cipher | misleading | right kind | precision of the kind | of it, *certain* |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ];
  const ids = [
    ...new Map(
      judged.filter(({ truth }) => truth.group !== 'distractor').map(({ truth }) => [truth.id, truth]),
    ).values(),
  ];
  for (const { id, kinds: right } of ids.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const list = judged.filter(({ truth }) => truth.id === id);
    const styled = (style: string) =>
      ratio(
        list.filter(({ truth }) => truth.style === style),
        isFound,
      );
    const called = judged.filter(({ kind }) => kind === right[0]);
    const certain = called.filter(({ certainty }) => certainty === 'certain');
    lines.push(
      `| ${[id, list.length, styled('explicit'), styled('cryptic'), styled('misleading'), ratio(list, isRight), ratio(called, isRight), ratio(certain, isRight)].join(' | ')} |`,
    );
  }
  return lines.join('\n');
}

function alarms(judged: readonly Judged[]): string {
  const wrong = new Map<string, number>();
  for (const one of judged) {
    if (one.truth.group !== 'distractor' || one.kind === null || isRight(one)) continue;
    const key = `${one.truth.id} | ${one.kind}, ${one.certainty} | ${one.truth.style}`;
    wrong.set(key, (wrong.get(key) ?? 0) + 1);
  }
  const lines = ['| distractor | taken for | header | times |', '| --- | --- | --- | --- |'];
  for (const [key, times] of [...wrong].sort((a, b) => b[1] - a[1])) lines.push(`| ${key} | ${times} |`);
  return lines.join('\n');
}
