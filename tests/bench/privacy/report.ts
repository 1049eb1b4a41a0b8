/** The figures of the study as markdown, one table a cohort. */
import type { Cohort } from './cohorts.ts';
import type { Figure, Figures } from './measure.ts';

export interface Cell {
  readonly cohort: string;
  readonly contender: string;
  readonly splits: number;
  readonly figures: Figures;
}

/** Ends the name of a contender in the cells of the single-patient test. */
export const shadowMark = ' (shadow)';

interface Shown {
  readonly title: string;
  readonly of: string;
  readonly digits: number;
  readonly spread?: boolean;
}

const shown: readonly Shown[] = [
  { title: 'AUC', of: 'membership-auc', digits: 3, spread: true },
  { title: 'AUC (split)', of: 'split membership-auc', digits: 3, spread: true },
  { title: 'TPR@1%', of: 'membership-tpr-1', digits: 1 },
  { title: 'TPR@5%', of: 'membership-tpr-5', digits: 1 },
  { title: 'share', of: 'holdout-share', digits: 1 },
  { title: 'near', of: 'near-copies', digits: 1 },
  { title: 'exact', of: 'exact-copies', digits: 1 },
  { title: 'link.', of: 'linkability', digits: 1 },
  { title: 'infer. mean', of: 'inference', digits: 1 },
  { title: 'worst', of: 'inference worst', digits: 0 },
  { title: 'single', of: 'singling-out', digits: 1 },
  { title: 'A6', of: 'reconstruction', digits: 1 },
  { title: 'A2 q99', of: 'A2 q99', digits: 2 },
  { title: 'A8 isolated', of: 'shadow isolated', digits: 2 },
  { title: 'max', of: 'shadow isolated max', digits: 2 },
  { title: 'A8 ordinary', of: 'shadow ordinary', digits: 2 },
  { title: 'max', of: 'shadow ordinary max', digits: 2 },
  { title: 'HR', of: 'hidden-rate', digits: 0 },
  { title: 'LC', of: 'local-cloaking', digits: 0 },
  { title: 'DCR', of: 'distance-to-closest', digits: 2 },
  { title: 'NNDR', of: 'closest-distance-ratio', digits: 2 },
  { title: 'corr.', of: 'correlation', digits: 3 },
  { title: 'sd', of: 'spread', digits: 2 },
  { title: 'KS', of: 'KS', digits: 3 },
  { title: 'TV', of: 'TV', digits: 3 },
  { title: 'Cox', of: 'Cox gap', digits: 2 },
  { title: 'downstream', of: 'downstream', digits: 3, spread: true },
];

export function report(cohorts: readonly Cohort[], cells: readonly Cell[]): string {
  return cohorts
    .flatMap(({ id, about }) => {
      const own = merged(cells.filter(({ cohort }) => cohort === id));
      return own.length === 0 ? [] : [`### ${id} (${about})\n\n${table(own)}`];
    })
    .join('\n\n');
}

/** The single-patient test on the line of its contender. */
function merged(cells: readonly Cell[]): Cell[] {
  const shadows = new Map(
    cells
      .filter(({ contender }) => contender.endsWith(shadowMark))
      .map((cell) => [cell.contender.slice(0, -shadowMark.length), cell.figures]),
  );
  return cells
    .filter(({ contender }) => !contender.endsWith(shadowMark))
    .map((cell) => ({ ...cell, figures: { ...cell.figures, ...shadows.get(cell.contender) } }));
}

function table(cells: readonly Cell[]): string {
  const columns = shown.filter(({ of }) => cells.some(({ figures }) => figures[of]));
  const most = Math.max(...cells.map(({ splits }) => splits));
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  return [
    line(['', ...columns.map(({ title }) => title)]),
    line(['---', ...columns.map(() => '---:')]),
    ...cells.map(({ contender, splits, figures }) =>
      line([
        splits < most ? `${contender} (${splits} ${splits === 1 ? 'split' : 'splits'})` : contender,
        ...columns.map((column) => text(figures[column.of], column)),
      ]),
    ),
  ].join('\n');
}

function text(figure: Figure | undefined, { digits, spread }: Shown): string {
  if (figure === undefined) return '';
  const value = plain(figure.mean, digits);
  return spread && figure.spread !== null ? `${value} ± ${plain(figure.spread, digits)}` : value;
}

const plain = (value: number, digits: number): string => value.toFixed(digits).replace(/^(-?)0\./, '$1.');
