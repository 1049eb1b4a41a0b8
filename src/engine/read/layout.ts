/** Where the table is in the grid: its header, its rows, its columns and their names. */
import type { CellReference, Finding, Fix } from '../table/schema.ts';
import { normalizeText } from './cells/text.ts';
import { cellText, type Cell, type Grid } from './grid.ts';
import { extraFieldFindings, findExtraField, shiftNames } from './extra-field.ts';
import { findHeader, type HeaderPlace } from './header.ts';
import { nearNames } from './near-names.ts';
import { findAside, type AsideRow } from './row-kinds.ts';
import { rowKinds, type Evidence, type ReadOptions } from './types.ts';

export interface LayoutColumn {
  /** Index of the column in the grid. */
  readonly index: number;
  readonly name: string;
  /** The header as written, where it differs from the name; absent without a header row. */
  readonly header?: string;
}

export interface Layout {
  /** 1-based row of the header (the lower one of two), `null` when there is none. */
  readonly headerLine: number | null;
  /** 1-based row of the first data row, `null` without data. */
  readonly dataLine: number | null;
  /** 0-based position in the source of the first column. */
  readonly firstPosition: number;
  /** Indices of the data rows in the grid. */
  readonly rows: Int32Array;
  readonly columns: readonly LayoutColumn[];
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
}

/** For each column of the grid, which distinct cells hold something. */
export type Filled = readonly Uint8Array[];

function findFilled(grid: Grid): Filled {
  return grid.columns.map(({ cells }) => {
    const filled = new Uint8Array(cells.length);
    for (let code = 0; code < filled.length; code++) if (isFilled(cells[code]!)) filled[code] = 1;
    return filled;
  });
}

function isFilled(cell: Cell): boolean {
  if (typeof cell !== 'string') return true;
  const first = cell.charCodeAt(0);
  return (first > 32 && first < 127) || normalizeText(cell) !== '';
}

function countFilled(grid: Grid, filled: Filled): Int32Array {
  const counts = new Int32Array(grid.rowCount);
  grid.columns.forEach(({ codes }, j) => {
    const full = filled[j]!;
    if (full.includes(0)) {
      for (let row = 0; row < counts.length; row++) if (codes[row]! >= 0 && full[codes[row]!]) counts[row]!++;
    } else for (let row = 0; row < counts.length; row++) if (codes[row]! >= 0) counts[row]!++;
  });
  return counts;
}

/**
 * Finds header, data rows and named columns. Blank rows, rows above the header and nameless columns without data are
 * left out, and a finding says so.
 */
export function findLayout(grid: Grid, options: ReadOptions): Layout {
  const filled = findFilled(grid);
  const counts = countFilled(grid, filled);
  const found = findHeader(grid, counts, options);
  const first = found.rows.length > 0 ? found.rows.at(-1)! + 1 : found.from;
  const filledRows: number[] = [];
  let blankRows = 0;
  for (let row = first; row < grid.rowCount; row++) {
    if (counts[row]! > 0) filledRows.push(row);
    else blankRows++;
  }
  const aside = findAside(grid, found, filledRows, counts);
  const out = new Set(aside.filter(({ kind }) => options[kind] !== 'data').map(({ row }) => row));
  const rows = out.size === 0 ? filledRows : filledRows.filter((row) => !out.has(row));
  const extra = findExtraField(grid, found, rows);
  const header = extra === 'row-names' ? shiftNames(found) : found;
  const named = nameColumns(grid, filled, header, Int32Array.from(rows), options);
  return {
    headerLine: header.rows.length > 0 ? grid.rowNumbers[header.rows.at(-1)!]! : null,
    dataLine: rows.length > 0 ? grid.rowNumbers[rows[0]!]! : null,
    firstPosition: grid.columns[named.columns[0]?.index ?? 0]?.position ?? 0,
    rows: Int32Array.from(rows),
    columns: named.columns,
    evidence: headerEvidence(grid, header),
    findings: [
      ...headerFindings(grid, header),
      ...named.findings,
      ...nearNames(grid, named.columns, rows),
      ...asideFindings(grid, aside),
      ...(extra === null ? raggedFindings(grid, filled, header, rows) : extraFieldFindings(extra, grid, rows)),
      ...setAside(blankRows, named.emptyColumns),
    ],
  };
}

function nameColumns(
  grid: Grid,
  filled: Filled,
  header: HeaderPlace,
  rows: Int32Array,
  options: ReadOptions,
): { columns: LayoutColumn[]; findings: Finding[]; emptyColumns: number } {
  const columns: LayoutColumn[] = [];
  const used = new Set<string>();
  /** Where to go on counting the copies of a name: a header may repeat one twenty thousand times. */
  const copies = new Map<string, number>();
  const renamed: string[] = [];
  let unnamed = 0;
  let emptyColumns = 0;
  const word = options.language === 'fr' ? 'Colonne' : 'Column';
  let firstPosition = -1;
  grid.columns.forEach((column, index) => {
    const written = header.names[index] ?? '';
    if (written === '' && !hasData(column.codes, filled[index]!, rows)) {
      emptyColumns++;
      return;
    }
    if (firstPosition < 0) firstPosition = column.position;
    if (written === '' && header.rows.length > 0) unnamed++;
    const base = written === '' ? `${word} ${column.position - firstPosition + 1}` : written;
    let name = base;
    let copy = copies.get(base) ?? 2;
    for (; used.has(name); copy++) name = `${base} (${copy})`;
    copies.set(base, copy);
    if (name !== base) renamed.push(name);
    used.add(name);
    const raw = rawHeader(grid, header, index);
    columns.push({ index, name, ...(raw === null || raw === name ? {} : { header: raw }) });
  });
  const findings: Finding[] = [];
  if (renamed.length + unnamed > 0) {
    findings.push({
      code: 'E31',
      severity: 'know',
      params: { duplicates: renamed.length, unnamed, names: renamed.slice(0, 3).join(', ') },
    });
  }
  return { columns, findings, emptyColumns };
}

/** What stands in the header cell, to the letter; of two rows, the names joined. */
function rawHeader(grid: Grid, { rows, names, shifted }: HeaderPlace, index: number): string | null {
  if (shifted) return names[index] ?? '';
  if (rows.length !== 1) return rows.length === 0 ? null : (names[index] ?? '');
  const { cells, codes } = grid.columns[index]!;
  const code = codes[rows[0]!]!;
  return code < 0 ? '' : cellText(cells[code]!);
}

function hasData(codes: Int32Array, full: Uint8Array, rows: Int32Array): boolean {
  for (const row of rows) {
    const code = codes[row]!;
    if (code >= 0 && full[code]) return true;
  }
  return false;
}

function headerEvidence(grid: Grid, header: HeaderPlace): Evidence {
  const line = header.rows.length > 0 ? grid.rowNumbers[header.rows.at(-1)!]! : 0;
  const near = Array.from(grid.rowNumbers.subarray(0, 10), String);
  return {
    code: `header-${header.reason}`,
    option: 'header_line',
    value: String(line),
    sure: header.sure,
    params: { line, rows: header.rows.length, skipped: header.skipped },
    alternatives: ['0', ...near].filter((value) => value !== String(line)),
  };
}

function headerFindings(grid: Grid, header: HeaderPlace): Finding[] {
  if (header.reason === 'none') {
    return [
      {
        code: 'E30',
        severity: 'decide',
        fixes: ['0', String(grid.rowNumbers[header.from] ?? 1)].map(lineFix),
      },
    ];
  }
  if (header.rows.length === 0 || (header.skipped === 0 && header.rows.length === 1)) return [];
  const line = grid.rowNumbers[header.rows.at(-1)!]!;
  return [
    {
      code: 'E15',
      severity: header.sure ? 'know' : 'decide',
      params: { line, skipped: header.skipped, rows: header.rows.length },
      fixes: [...new Set([line, grid.rowNumbers[0] ?? 1])].map(String).map(lineFix),
    },
  ];
}

const lineFix = (value: string): Fix => ({ kind: 'set-reading', option: 'headerLine', value });

/** Rows of delimited text that are shorter than the header, or hold something beyond it. */
function raggedFindings(grid: Grid, filled: Filled, header: HeaderPlace, rows: readonly number[]): Finding[] {
  const top = header.rows.at(-1);
  if (grid.format !== 'csv' || top === undefined) return [];
  const width = grid.widths[top]!;
  const cells: CellReference[] = [];
  const beyond = grid.columns.flatMap((column, index) => (column.position >= width ? [index] : []));
  let short = 0;
  let long = 0;
  for (const row of rows) {
    if (grid.widths[row]! < width) {
      short++;
      if (cells.length < 5) cells.push({ row: grid.rowNumbers[row]!, text: '' });
    } else if (grid.widths[row]! > width) {
      const extra = beyond.find((index) => {
        const code = grid.columns[index]!.codes[row]!;
        return code >= 0 && filled[index]![code] === 1;
      });
      if (extra === undefined) continue;
      long++;
      const column = grid.columns[extra]!;
      cells.unshift({ row: grid.rowNumbers[row]!, text: cellText(column.cells[column.codes[row]!]!) });
    }
  }
  if (short + long === 0) return [];
  return [{ code: 'E32', severity: 'know', params: { short, long }, cells: cells.slice(0, 5) }];
}

const setAside = (rows: number, columns: number): Finding[] =>
  rows + columns === 0 ? [] : [{ code: 'E58', severity: 'know', params: { rows, columns } }];

/** E108: rows set aside, one finding a kind. */
function asideFindings(grid: Grid, aside: readonly AsideRow[]): Finding[] {
  return rowKinds.flatMap((kind): Finding[] => {
    const found = aside.filter((each) => each.kind === kind);
    if (found.length === 0) return [];
    const cells = found.slice(0, 5).map(({ row }): CellReference => {
      const index = grid.columns.findIndex(({ codes }) => codes[row]! >= 0);
      const { cells: distinct, codes } = grid.columns[index]!;
      return { row: grid.rowNumbers[row]!, text: cellText(distinct[codes[row]!]!) };
    });
    return [
      {
        code: 'E108',
        severity: found.every(({ sure }) => sure) ? 'know' : 'decide',
        params: { kind, count: found.length, row: cells[0]!.row },
        cells,
        fixes: ['aside', 'data'].map((value) => ({ kind: 'set-reading', option: kind, value })),
      },
    ];
  });
}
