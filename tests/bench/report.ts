/** The rows of a run as one table of text. */
import type { BenchRow } from './case.ts';

const headings = ['case', 'where', 'contender', 'median', 'x baseline'];

export function table(rows: readonly BenchRow[]): string {
  const cells = rows.map(({ title, realm, contender, milliseconds, scaled, ratio }, r) => {
    const previous = rows[r - 1];
    const again = previous?.title === title && previous.realm === realm;
    return [
      again ? '' : title,
      again ? '' : realm,
      contender,
      `${scaled ? '~' : ''}${milliseconds < 10 ? milliseconds.toFixed(1) : milliseconds.toFixed(0)} ms`,
      ratio.toFixed(ratio < 10 ? 1 : 0),
    ];
  });
  const widths = headings.map((heading, c) => Math.max(heading.length, ...cells.map((row) => row[c]!.length)));
  const line = (row: readonly string[]) =>
    row.map((cell, c) => (c < 3 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join('  ');
  return [line(headings), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}
