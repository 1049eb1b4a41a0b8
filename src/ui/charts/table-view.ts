/** What "see as a table" shows: the same numbers as the drawing, already written in the reader's language. */
export interface TableView {
  readonly columns: readonly { readonly label: string; readonly number: boolean }[];
  /** A row of many is written only when its page is shown. */
  readonly rows: readonly (readonly string[] | (() => readonly string[]))[];
  /** Said above the table, when it needs it (rows left out, unit). */
  readonly note?: string;
}

/** Where a chart is being drawn. */
export interface Surface {
  readonly width: number;
  /** Pixels of the chart's type: margins follow it when the reader enlarges text. */
  readonly size: number;
  /** Drawn to be saved: light, without pointer marks, and never a patient's point. */
  readonly forFile: boolean;
}

/** A name that suits a file, from words that may hold anything. */
export function fileStem(...parts: readonly string[]): string {
  const words = parts
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  return ['sosie', ...words].join('-').slice(0, 60).replace(/-+$/, '');
}
