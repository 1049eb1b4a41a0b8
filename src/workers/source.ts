/**
 * One file: its bytes, what was read, and the synthetic tables made from it. Knows nothing of workers, so it is tested
 * in Node. Synthetic tables arrive shuffled; no pair ever comes here.
 */
import { SosieError } from '../engine/errors.ts';
import { checkDigitIdentifier } from '../engine/identify/check-digits.ts';
import { plan, type Plan } from '../engine/plan.ts';
import { describeSource } from '../engine/read/describe.ts';
import type { Grid } from '../engine/read/grid.ts';
import { proposedTypes } from '../engine/read/propose.ts';
import { interpret, parseFile } from '../engine/read/read.ts';
import type { FileDress, OnRead, ReadOptions, ReadResult } from '../engine/read/types.ts';
import { fromArrowIPC, toArrowIPC } from '../engine/table/arrow.ts';
import { own } from '../engine/table/own.ts';
import { isKept, type Finding } from '../engine/table/schema.ts';
import { countMissing, takeColumns, type Table } from '../engine/table/table.ts';
import type { Language } from '../engine/words/words.ts';
import { writeTable } from '../engine/write/write.ts';
import type { Decisions, ExportBlock, ExportedFile, ExportFormat, SourceView } from './protocol.ts';

interface Synthetic {
  readonly table: Table;
  readonly blocks: readonly ExportBlock[];
}

export class Source {
  #fileName = '';
  #bytes: Uint8Array = new Uint8Array();
  #options: ReadOptions = {};
  #grid: Grid | null = null;
  #result: ReadResult | null = null;
  readonly #synthetic = new Map<string, Synthetic>();

  async open(fileName: string, bytes: Uint8Array, options: ReadOptions, onProgress?: OnRead): Promise<SourceView> {
    this.#fileName = fileName;
    this.#bytes = bytes;
    return describeSource(await this.#read(options, onProgress));
  }

  async reread(options: ReadOptions): Promise<SourceView> {
    return describeSource(await this.#read(options));
  }

  async plan(decisions: Decisions): Promise<Plan> {
    const { table, asProposed } = await this.#choose(decisions);
    const made = plan(table, decisions.settings);
    const said = asProposed.map((column): Finding => ({
      code: 'plan-mixed',
      severity: 'decide',
      column,
      params: { column },
    }));
    return { ...made, warnings: [...said, ...made.warnings] };
  }

  /** The kept columns as Arrow IPC bytes, for a run. */
  async take(decisions: Decisions): Promise<Uint8Array> {
    return toArrowIPC(await this.#kept(decisions));
  }

  /** Keeps the shuffled synthetic table of a finished run, to write it on request. */
  async keep(runId: string, decisions: Decisions, bytes: Uint8Array): Promise<void> {
    this.#synthetic.set(runId, { table: fromArrowIPC(bytes), blocks: await this.exportBlocks(decisions) });
  }

  /** Kept columns that hold direct identifiers with valid check digits: they block the download. */
  async exportBlocks(decisions: Decisions): Promise<ExportBlock[]> {
    const table = await this.#kept(decisions);
    return table.columns.flatMap((column) => {
      const found = checkDigitIdentifier(column);
      return found === null ? [] : [{ column: column.name, ...found }];
    });
  }

  async exportFile(runId: string, format: ExportFormat, language: Language): Promise<ExportedFile> {
    const synthetic = this.#synthetic.get(runId);
    if (synthetic === undefined || this.#result === null) throw new SosieError('E21');
    const [block] = synthetic.blocks;
    if (block !== undefined)
      throw new SosieError('E49', { column: block.column, kind: block.kind }, { column: block.column });
    const dress = exportDress(this.#result.dress, format, language);
    const { bytes, neutralised } = await writeTable(synthetic.table, { format, dress, neutralise: true });
    return { fileName: exportName(this.#fileName, format, language), type: mediaTypes[format], bytes, neutralised };
  }

  async #read(options: ReadOptions, onProgress?: OnRead): Promise<ReadResult> {
    if (this.#result !== null && JSON.stringify(options) === JSON.stringify(this.#options)) return this.#result;
    const sameGrid = parsingKeys.every((key) => options[key] === this.#options[key]);
    const grid =
      this.#grid !== null && sameGrid
        ? this.#grid
        : await parseFile(this.#bytes, this.#fileName, options, onProgress && { onProgress });
    const result = interpret(grid, options);
    refuseUseless(result);
    this.#grid = grid;
    this.#options = options;
    this.#result = result;
    return result;
  }

  async #kept(decisions: Decisions): Promise<Table> {
    return (await this.#choose(decisions)).table;
  }

  /** The kept columns; mixed ones nobody decided about are read as their finding proposes, and named. */
  async #choose({ reading, roles }: Decisions): Promise<{ table: Table; asProposed: string[] }> {
    const { table, schema } = await this.#read(reading);
    const kept = schema.filter((column) => isKept({ ...column, role: own(roles, column.name) ?? column.role }));
    const names = kept.map(({ name }) => name);
    const proposed = proposedTypes(kept);
    const asProposed = Object.keys(proposed);
    if (asProposed.length === 0) return { table: takeColumns(table, names), asProposed };
    const result = interpret(this.#grid!, { ...reading, types: { ...reading.types, ...proposed } });
    return { table: takeColumns(result.table, names), asProposed };
  }
}

/**
 * A file that can be read but holds no cohort is refused at once, so that what was loaded before stays.
 * @throws SosieError E42 fewer than two rows, E64 no cell at all
 */
function refuseUseless({ table }: ReadResult): void {
  if (table.rowCount < 2) throw new SosieError('E42', { rows: table.rowCount });
  if (table.columns.every((column) => countMissing(column) === table.rowCount)) throw new SosieError('E64');
}

/** Options that change the grid of cells; the others only change how it is interpreted. */
const parsingKeys = ['encoding', 'delimiter', 'sheet'] as const;

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The source's own dress; a CSV asked of a workbook takes the form that Excel opens in the user's language. */
function exportDress(dress: FileDress, format: ExportFormat, language: Language): FileDress {
  if (format === dress.format || format === 'xlsx') return dress;
  const local =
    language === 'fr' ? ({ delimiter: ';', decimal: ',' } as const) : ({ delimiter: ',', decimal: '.' } as const);
  return { ...dress, ...local, format, encoding: 'utf-8', byteOrderMark: true, newline: '\r\n' };
}

/** The file's own name says that nobody validated it. */
function exportName(fileName: string, format: ExportFormat, language: Language): string {
  const base = fileName.replace(/\.[^.]*$/, '') || 'sosie';
  const mark = language === 'fr' ? 'synthetique_NON-VALIDE' : 'synthetic_NOT-VALIDATED';
  return `${base}_${mark}.${format}`;
}
