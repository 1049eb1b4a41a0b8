/**
 * One file: its bytes, what was read, and the synthetic tables made from it. Knows nothing of workers, so it is tested
 * in Node. Synthetic tables arrive shuffled; no pair ever comes here.
 */
import { SosieError, toCodedError } from '../engine/errors.ts';
import { checkDigitIdentifier } from '../engine/identify/check-digits.ts';
import { plan, type Plan } from '../engine/plan.ts';
import { describeSource } from '../engine/read/describe.ts';
import type { Grid } from '../engine/read/grid.ts';
import { proposedTypes } from '../engine/read/propose.ts';
import { alignTable } from '../engine/read/align.ts';
import { interpret, parseFile } from '../engine/read/read.ts';
import { readLike } from '../engine/read/read-like.ts';
import type { FileDress, OnRead, ReadOptions, ReadResult } from '../engine/read/types.ts';
import { fromArrowIPC, toArrowIPC } from '../engine/table/arrow.ts';
import { own } from '../engine/table/own.ts';
import { rolesOf, type DeclaredRoles } from '../engine/table/roles.ts';
import { isKept, type Finding, type Schema } from '../engine/table/schema.ts';
import { countMissing, takeColumns, type Table } from '../engine/table/table.ts';
import { columnFacts } from '../engine/verdict/column-facts.ts';
import {
  addEntry,
  addRelease,
  emptyLedger,
  readLedger,
  releasesOf,
  writeLedger,
  type Ledger,
  type LedgerEntry,
} from '../engine/verdict/ledger.ts';
import { exportMark, mayExport, recordGaps, type ExportMark } from '../engine/verdict/record.ts';
import type { Language } from '../engine/words/words.ts';
import { mediaTypes } from '../engine/write/formats.ts';
import { writeTable } from '../engine/write/write.ts';
import type { FileBytes } from './engine.ts';
import { KeptRuns } from './kept-runs.ts';
import type { Pair } from './pair-job.ts';
import type { Compared } from './utility-job.ts';
import { viewRecipe } from './recipe-view.ts';
import type {
  Decision,
  Decisions,
  EvaluationRequest,
  ExportBlock,
  ExportedFile,
  ExportFormat,
  ExportRecord,
  MetricResult,
  Preset,
  RecipeView,
  Renaming,
  RunView,
  SourceView,
} from './protocol.ts';

interface Chosen {
  readonly table: Table;
  /** Of every column of the file, with the roles decided. */
  readonly schema: Schema;
  readonly asProposed: readonly string[];
}

export class Source {
  #fileName = '';
  #bytes: Uint8Array = new Uint8Array();
  #options: ReadOptions = {};
  #grid: Grid | null = null;
  #result: ReadResult | null = null;
  #teaching = false;
  readonly #runs = new KeptRuns();
  #ledger: Ledger = emptyLedger;
  /** Files of this source that left before this visit, as the list says. */
  #earlier = 0;
  /** What this visit added to the list. */
  readonly #visit: LedgerEntry[] = [];

  async open(
    { fileName, bytes, teaching = false }: FileBytes,
    options: ReadOptions,
    onProgress?: OnRead,
  ): Promise<SourceView> {
    this.#fileName = fileName;
    this.#bytes = bytes;
    this.#teaching = teaching;
    return describeSource(await this.#read(options, onProgress));
  }

  async reread(options: ReadOptions): Promise<SourceView> {
    return describeSource(await this.#read(options));
  }

  /** @throws SosieError E98 when the text is no recipe */
  viewRecipe(text: string, renamings: readonly Renaming[]): Promise<RecipeView> {
    return viewRecipe({ bytes: this.#bytes, fileName: this.#fileName }, text, renamings);
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

  /** The kept columns as Arrow IPC bytes, for a run, and what the user declared of them. */
  async take(decisions: Decisions): Promise<{ bytes: Uint8Array; roles: DeclaredRoles }> {
    const { table, schema } = await this.#choose(decisions);
    return { bytes: toArrowIPC(table), roles: rolesOf(schema.filter(isKept)) };
  }

  /** Both files, read with the types and levels of this one, for an evaluation. */
  async takePair(decisions: Decisions, request: EvaluationRequest): Promise<Pair> {
    const { table, schema } = await this.#choose(decisions);
    const { language, types, missing, merge, derived, rows } = decisions.reading;
    const plain: ReadOptions = language === undefined ? {} : { language };
    // Controls are patients as the source has them: what was computed from its columns is computed from theirs.
    const computed: ReadOptions = {
      ...plain,
      ...(types && { types }),
      ...(missing && { missing }),
      ...(merge && { merge }),
      ...(derived && { derived }),
      ...(rows && { rows }),
    };
    const asSource = derived !== undefined || rows !== undefined ? computed : plain;
    const like = async (
      { bytes, fileName }: EvaluationRequest['synthetic'],
      options: ReadOptions,
    ): Promise<Uint8Array> => {
      try {
        const read = readLike(await parseFile(bytes, fileName, options), table, options);
        return toArrowIPC(alignTable(table, read.table).table);
      } catch (error) {
        // Two files were given: say which one.
        const { code, params, where } = toCodedError(error);
        throw new SosieError(code, params, { ...where, file: fileName }, { cause: error });
      }
    };
    return {
      original: toArrowIPC(table),
      synthetic: await like(request.synthetic, plain),
      control: request.control && (await like(request.control, asSource)),
      paired: request.paired,
      settings: decisions.settings,
      roles: rolesOf(schema.filter(isKept)),
    };
  }

  /** Keeps the shuffled synthetic table of a finished run, to write it on request. */
  async keep({ id, settings, rows, metrics }: RunView, decisions: Decisions, bytes: Uint8Array): Promise<void> {
    const { table, schema } = await this.#choose(decisions);
    this.#runs.add(id, {
      table: fromArrowIPC(bytes),
      settings,
      rows,
      indicators: metrics,
      columns: columnFacts(table, schema),
      blocks: directIdentifiers(table),
      decisions,
    });
  }

  /** Both tables of a finished run: the kept columns as they then were, and the synthetic file, shuffled. */
  async takeRun(runId: string): Promise<Compared> {
    const { table, decisions } = this.#runs.get(runId);
    const { bytes, roles } = await this.take(decisions);
    return { original: bytes, synthetic: toArrowIPC(table), roles };
  }

  /** @returns how many files of this source already left, this one apart: the audit attacks them together */
  startAudit(runId: string): number {
    this.#runs.startAudit(runId);
    return this.#earlier + this.#runs.releasesBeside(runId);
  }

  noteAudit(runId: string, metrics: readonly MetricResult[]): void {
    this.#runs.noteAudit(runId, metrics);
  }

  noteShadow(runId: string, metrics: readonly MetricResult[]): void {
    this.#runs.noteShadow(runId, metrics);
  }

  decide(runId: string, preset: Preset): Decision {
    return this.#runs.decide(runId, preset, { teaching: this.#teaching, earlier: this.#earlier });
  }

  /** Kept columns that hold direct identifiers with valid check digits: they block the download. */
  async exportBlocks(decisions: Decisions): Promise<ExportBlock[]> {
    return directIdentifiers((await this.#choose(decisions)).table);
  }

  /** @throws SosieError E49 or E70 when the file is blocked, E68 when it is in quarantine and the record is not complete */
  async exportFile(
    runId: string,
    format: ExportFormat,
    language: Language,
    record: ExportRecord,
  ): Promise<ExportedFile> {
    if (this.#result === null) throw new SosieError('E21');
    const { table, blocks } = this.#runs.get(runId);
    const decision = this.decide(runId, record.preset);
    if (!mayExport(decision, record)) throw refusal(decision, record, blocks);
    const mark = exportMark(decision, record);
    const dress = exportDress(this.#result.dress, format, language, mark);
    const { bytes, neutralised } = await writeTable(table, { format, dress, neutralise: true });
    if (mark !== 'demo') await this.#noteRelease(runId, decision, record);
    return {
      fileName: exportName(this.#fileName, format, language, mark),
      type: mediaTypes[format],
      bytes,
      neutralised,
    };
  }

  /** Loads the institution's list of releases: how many are of this very file. */
  async readLedger(text: string): Promise<number> {
    const ledger = readLedger(text);
    // A list saved during this visit holds its releases already.
    const listed = (entries: readonly LedgerEntry[], { nonce }: LedgerEntry) =>
      entries.some((entry) => entry.nonce === nonce);
    const ours = await releasesOf(ledger, this.#bytes);
    this.#earlier = ours.filter((entry) => !listed(this.#visit, entry)).length;
    this.#ledger = this.#visit.filter((entry) => !listed(ledger.entries, entry)).reduce(addEntry, ledger);
    return this.#earlier;
  }

  /** The list with the releases of this visit; `null` when there was none. */
  ledgerText(): string | null {
    return this.#runs.released === 0 ? null : writeLedger(this.#ledger);
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

  async #noteRelease(runId: string, decision: Decision, { validator }: ExportRecord): Promise<void> {
    if (this.#runs.isReleased(runId)) return;
    const { settings, table } = this.#runs.get(runId);
    const release = { bytes: this.#bytes, date: new Date(), settings, rows: table.rowCount, decision, validator };
    this.#ledger = await addRelease(this.#ledger, release);
    this.#visit.push(this.#ledger.entries.at(-1)!);
    this.#runs.noteRelease(runId);
  }

  /** The kept columns; mixed ones nobody decided about are read as their finding proposes, and named. */
  async #choose({ reading, roles }: Decisions): Promise<Chosen> {
    const { table, schema: read } = await this.#read(reading);
    const schema = read.map((column) => ({ ...column, role: own(roles, column.name) ?? column.role }));
    const kept = schema.filter(isKept);
    const names = kept.map(({ name }) => name);
    const proposed = proposedTypes(kept);
    const asProposed = Object.keys(proposed);
    if (asProposed.length === 0) return { table: takeColumns(table, names), schema, asProposed };
    const result = interpret(this.#grid!, { ...reading, types: { ...reading.types, ...proposed } });
    return { table: takeColumns(result.table, names), schema, asProposed };
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

/** The source's own dress; a CSV asked of a workbook takes the form that Excel opens in the user's language. */
function exportDress(dress: FileDress, format: ExportFormat, language: Language, mark: ExportMark): FileDress {
  if (format === 'xlsx') return mark === 'derogation' ? { ...dress, sheet: marks[mark][language] } : dress;
  if (format !== 'csv' || format === dress.format) return dress;
  const local =
    language === 'fr' ? ({ delimiter: ';', decimal: ',' } as const) : ({ delimiter: ',', decimal: '.' } as const);
  return { ...dress, ...local, format, encoding: 'utf-8', byteOrderMark: true, newline: '\r\n' };
}

/** What the file's own name says of who validated it. */
const marks: Readonly<Record<ExportMark, Readonly<Record<Language, string>>>> = {
  validated: { en: 'validated', fr: 'valide' },
  'not-validated': { en: 'NOT-VALIDATED', fr: 'NON-VALIDE' },
  derogation: { en: 'DEROGATION', fr: 'DEROGATION' },
  demo: { en: 'DEMO', fr: 'DEMO' },
};

function exportName(fileName: string, format: ExportFormat, language: Language, mark: ExportMark): string {
  const base = fileName.replace(/\.[^.]*$/, '') || 'sosie';
  const kind = language === 'fr' ? 'synthetique' : 'synthetic';
  const said = marks[mark][language];
  return mark === 'demo' ? `${said}_${base}_${kind}.${format}` : `${base}_${kind}_${said}.${format}`;
}

const directIdentifiers = ({ columns }: Table): ExportBlock[] =>
  columns.flatMap((column) => {
    const found = checkDigitIdentifier(column);
    return found === null ? [] : [{ column: column.name, ...found }];
  });

/** Why a file that may not leave does not: an identifier by its name, else that it is blocked or lacks a record. */
function refusal(decision: Decision, record: ExportRecord, [block]: readonly ExportBlock[]): SosieError {
  if (decision.state === 'quarantine') {
    return new SosieError('E68', { gaps: recordGaps(decision, record).length });
  }
  return block === undefined
    ? new SosieError('E70')
    : new SosieError('E49', { column: block.column, kind: block.kind }, { column: block.column });
}
