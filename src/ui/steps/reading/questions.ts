/** What the reader asks about the file, in the order in which answers help the next ones. Pure. */
import type { Evidence, ReadOptions } from '../../../engine/read/types.ts';
import type { Finding } from '../../../engine/table/schema.ts';
import type { ColumnView, Decisions, SourceView } from '../../../workers/protocol.ts';
import { asksForRows, isOpen } from '../../state/decisions-open.ts';
import { readingOptionName, type FileOption, type ReadingOption } from '../../state/reading-words.ts';

export type Question =
  /** An option guessed without certainty. */
  | { readonly kind: 'option'; readonly option: FileOption; readonly evidence: Evidence }
  /** An option that cells of some columns leave open: the first such column speaks for all. */
  | {
      readonly kind: 'cells';
      readonly option: FileOption;
      readonly finding: Finding;
      readonly column: ColumnView;
      readonly columns: number;
    }
  /** Something noticed about the file. */
  | { readonly kind: 'file'; readonly finding: Finding }
  /** Several rows a patient. */
  | { readonly kind: 'rows'; readonly finding: Finding; readonly column: ColumnView };

/** Options of reading, in the order in which they are shown and asked. */
export const readingOptions: readonly FileOption[] = [
  'encoding',
  'delimiter',
  'decimal',
  'thousands',
  'date_order',
  'header_line',
];

export const currentValue = (source: SourceView, option: FileOption): string => {
  const value = source.reading[option];
  return value === null ? (option === 'header_line' ? '0' : '') : String(value);
};

/** The name of an option in the decisions. */
const keyOf: Readonly<Record<FileOption, keyof ReadOptions>> = {
  encoding: 'encoding',
  delimiter: 'delimiter',
  decimal: 'decimal',
  thousands: 'thousands',
  date_order: 'dateOrder',
  header_line: 'headerLine',
  sheet: 'sheet',
};

/** Whether the user gave this option a value. */
const isChosen = (option: FileOption, { reading }: Decisions): boolean => Object.hasOwn(reading, keyOf[option]);

/** Cells of a spreadsheet are pasted with tabs between them: nothing to ask. */
const isPasted = (option: FileOption, { reading, fileName }: SourceView): boolean =>
  option === 'delimiter' && reading.delimiter === '\t' && fileName.endsWith('.tsv');

export const isSure = (option: FileOption, source: SourceView, decisions: Decisions): boolean =>
  source.evidence.every((evidence) => evidence.option !== option || evidence.sure) ||
  isChosen(option, decisions) ||
  isPasted(option, source);

const optionAsked = ({ fixes = [] }: Finding): ReadingOption | null => {
  const [fix] = fixes;
  return fix?.kind === 'set-reading' ? readingOptionName(fix.option) : null;
};

export function questionsOf(source: SourceView, decisions: Decisions): readonly Question[] {
  const open = source.columns.flatMap((column) =>
    column.findings.filter((finding) => isOpen(finding, column, decisions)).map((finding) => ({ finding, column })),
  );
  const options = readingOptions.flatMap((option): Question[] => {
    const asking = open.filter(({ finding }) => optionAsked(finding) === option);
    const [first] = asking;
    if (first !== undefined) return [{ kind: 'cells', option, ...first, columns: asking.length }];
    const evidence = source.evidence.find((each) => each.option === option && !each.sure);
    if (evidence === undefined || isSure(option, source, decisions)) return [];
    return [{ kind: 'option', option, evidence }];
  });
  const file = source.findings
    .filter((finding) => isOpen(finding, null, decisions))
    .map((finding): Question => ({ kind: 'file', finding }));
  const rows = open.find(({ finding }) => asksForRows(finding));
  return [...options, ...file, ...(rows === undefined ? [] : [{ kind: 'rows', ...rows } as const])];
}
