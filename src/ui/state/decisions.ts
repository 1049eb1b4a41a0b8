/** Pure steps from one value of Decisions to the next. Nothing here knows of the page or of time. */
import type { LevelMerge, ReadOptions } from '../../engine/read/types.ts';
import type { ColumnRole, Finding, Fix } from '../../engine/table/schema.ts';
import type { ColumnType } from '../../engine/table/table.ts';
import type { Ingredients } from '../../engine/generate/ingredients.ts';
import { defaultSettings, type GeneratorId, type Settings } from '../../engine/generate/settings.ts';
import type { Language } from '../../engine/words/words.ts';
import type { ColumnView, Decisions, SourceView } from '../../workers/protocol.ts';

const without = <T extends object, K extends keyof T>(object: T, keys: readonly K[]): Omit<T, K> =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !(keys as readonly unknown[]).includes(key))) as Omit<
    T,
    K
  >;

export const initialDecisions = (language: Language): Decisions => ({
  reading: { language },
  roles: {},
  settings: defaultSettings,
});

/** The role in force: the user's, or the one proposed. */
export const roleOf = (column: ColumnView, decisions: Decisions): ColumnRole =>
  Object.hasOwn(decisions.roles, column.name) ? decisions.roles[column.name]! : column.role;

export const isKeptRole = (role: ColumnRole): boolean => role !== 'drop' && role !== 'identifier';

export const keptColumns = (source: SourceView, decisions: Decisions): readonly ColumnView[] =>
  source.columns.filter((column) => isKeptRole(roleOf(column, decisions)));

export function withRoles(decisions: Decisions, columns: readonly string[], role: ColumnRole): Decisions {
  const added = Object.fromEntries(columns.map((name) => [name, role]));
  return { ...decisions, roles: { ...decisions.roles, ...added } };
}

export const withReading = (decisions: Decisions, change: Partial<ReadOptions>): Decisions => ({
  ...decisions,
  reading: { ...decisions.reading, ...change },
});

export function withTypes(decisions: Decisions, columns: readonly string[], type: ColumnType): Decisions {
  const added = Object.fromEntries(columns.map((name) => [name, type]));
  return withReading(decisions, { types: { ...decisions.reading.types, ...added } });
}

export const withMissing = (decisions: Decisions, column: string, texts: readonly string[]): Decisions =>
  withReading(decisions, { missing: { ...decisions.reading.missing, [column]: texts } });

/** Levels read as another; a later merge of the same level replaces the former. */
export function withMerge(decisions: Decisions, column: string, merge: LevelMerge): Decisions {
  const former = decisions.reading.merge?.[column] ?? [];
  const others = former
    .map((each) => ({ ...each, levels: each.levels.filter((level) => !merge.levels.includes(level)) }))
    .filter((each) => each.levels.length > 0);
  return withReading(decisions, { merge: { ...decisions.reading.merge, [column]: [...others, merge] } });
}

export const withSettings = (decisions: Decisions, change: Partial<Settings>): Decisions => ({
  ...decisions,
  settings: { ...decisions.settings, ...change },
});

/** A generator of one's own choosing starts from its own cap. */
export const withGenerator = (decisions: Decisions, generator: GeneratorId): Decisions =>
  withSettings(decisions, { generator, cap: null });

export const withIngredient = (decisions: Decisions, change: Partial<Ingredients>): Decisions =>
  withSettings(decisions, { ingredients: { ...decisions.settings.ingredients, ...change } });

export function withWeight(decisions: Decisions, column: string, weight: number): Decisions {
  const others = without(decisions.settings.weights, [column]);
  return withSettings(decisions, { weights: weight === 1 ? others : { ...others, [column]: weight } });
}

/** A reading option as the reader names it, from the word used in evidence and fixes. */
export function readingChange(option: string, value: string): Partial<ReadOptions> | null {
  switch (option) {
    case 'encoding':
    case 'delimiter':
    case 'thousands':
    case 'sheet':
      return { [option]: value };
    case 'decimal':
      return value === '.' || value === ',' ? { decimal: value } : null;
    case 'date_order':
    case 'dateOrder':
      return value === 'dmy' || value === 'mdy' || value === 'ymd' ? { dateOrder: value } : null;
    case 'header_line':
    case 'headerLine': {
      const line = Number(value);
      return Number.isInteger(line) && line >= 0 ? { headerLine: line } : null;
    }
    default:
      return null;
  }
}

/**
 * Choosing another sheet, header, separator or encoding makes other columns. What was said of a column stays said of its
 * name: it holds as soon as a column of that name is read, and waits meanwhile (`onHold`).
 */
export function withReadingOption(decisions: Decisions, option: string, value: string): Decisions | null {
  const change = readingChange(option, value);
  return change === null ? null : withReading(decisions, change);
}

export interface OnHold {
  /** Decisions about columns that this reading does not have. */
  readonly count: number;
  readonly columns: readonly string[];
}

export function onHold(source: SourceView, { reading, roles, settings }: Decisions): OnHold {
  const present = new Set(source.columns.map(({ name }) => name));
  const said = [roles, reading.types, reading.missing, reading.merge, settings.weights];
  const absent = said.flatMap((record) => Object.keys(record ?? {})).filter((name) => !present.has(name));
  return { count: absent.length, columns: [...new Set(absent)] };
}

/** Forgets all that was said of these columns. */
export const withoutColumns = ({ reading, roles, settings }: Decisions, columns: readonly string[]): Decisions => ({
  reading: {
    ...reading,
    ...(reading.types && { types: without(reading.types, columns) }),
    ...(reading.missing && { missing: without(reading.missing, columns) }),
    ...(reading.merge && { merge: without(reading.merge, columns) }),
  },
  roles: without(roles, columns),
  settings: { ...settings, weights: without(settings.weights, columns) },
});

/** The decisions once a fix is applied; `null` when the fix cannot be expressed. */
export function withFix(decisions: Decisions, fix: Fix): Decisions | null {
  switch (fix.kind) {
    case 'set-role':
      return withRoles(decisions, [fix.column], fix.role);
    case 'set-type':
      return withTypes(decisions, [fix.column], fix.type);
    case 'as-missing':
      return withMissing(decisions, fix.column, fix.texts);
    case 'set-reading':
      return withReadingOption(decisions, fix.option, fix.value);
    case 'merge-levels':
      return withMerge(decisions, fix.column, { levels: fix.levels, into: fix.into });
  }
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && b.every((text) => a.includes(text));

function isInForce(fix: Fix, decisions: Decisions): boolean {
  switch (fix.kind) {
    case 'set-role':
      return decisions.roles[fix.column] === fix.role;
    case 'set-type':
      return decisions.reading.types?.[fix.column] === fix.type;
    case 'as-missing': {
      const texts = decisions.reading.missing?.[fix.column];
      if (texts === undefined) return false;
      return fix.texts.length === 0 ? texts.length === 0 : fix.texts.every((text) => texts.includes(text));
    }
    case 'set-reading': {
      const change = readingChange(fix.option, fix.value) ?? {};
      const reading: Readonly<Record<string, unknown>> = { ...decisions.reading };
      return Object.entries(change).every(([key, value]) => reading[key] === value);
    }
    case 'merge-levels':
      return (decisions.reading.merge?.[fix.column] ?? []).some(
        ({ levels, into }) => into === fix.into && sameTexts(levels, fix.levels),
      );
  }
}

/** A column kept although it surely names people: nothing settles that but taking it out. */
export const isDirect = (finding: Finding): boolean =>
  finding.code === 'E09' && finding.params?.['certainty'] === 'certain';

/** Ours, not the reader's: a type chosen by the user that leaves no value (`settle.ts`). */
export const emptiedCode = 'emptied';

export const keepsDirect = (column: ColumnView, decisions: Decisions): boolean =>
  column.findings.some(isDirect) && isKeptRole(roleOf(column, decisions));

/** Findings that a chosen type does not answer: they ask whether the column goes out at all. */
const asksForRole = ({ fixes }: Finding): boolean => fixes?.[0]?.kind === 'set-role';

/**
 * Whether a finding still waits for the user. It no longer does once one of its fixes is in force, once the column is
 * out, or once the user gave the column a role or a type of their own.
 */
export function isOpen(finding: Finding, column: ColumnView | null, decisions: Decisions): boolean {
  if (finding.severity !== 'decide') return false;
  if (column !== null && (finding.code === emptiedCode || isDirect(finding)) && isKeptRole(roleOf(column, decisions))) {
    return true;
  }
  if ((finding.fixes ?? []).some((fix) => isInForce(fix, decisions))) return false;
  if (column === null) return true;
  if (Object.hasOwn(decisions.roles, column.name)) return false;
  return asksForRole(finding) || !Object.hasOwn(decisions.reading.types ?? {}, column.name);
}

export const openFindings = (column: ColumnView, decisions: Decisions): readonly Finding[] =>
  column.findings.filter((finding) => isOpen(finding, column, decisions));

/** A merge that changes more rows than this changes the column: the user looks at it first. */
const largestMerge = 0.2;

/** At most how many rows a merge changes: a view holds the counts of the most frequent levels only. */
export function rowsMerged({ distribution }: ColumnView, levels: readonly string[]): number {
  if (distribution.kind === 'bins') return 0;
  const { labels, counts, others } = distribution;
  let shown = 0;
  let hidden = 0;
  for (const level of levels) {
    const index = labels.indexOf(level);
    if (index < 0) hidden++;
    else shown += counts[index]!;
  }
  return shown + (hidden === 0 ? 0 : Math.min(others, hidden * Math.min(...counts)));
}

/** Whether the proposal may be taken without a look at it; not when a merge of many rows is one of the answers. */
function isLight(finding: Finding, column: ColumnView, rows: number): boolean {
  if (finding.code === emptiedCode) return false;
  return (finding.fixes ?? []).every(
    (fix) => fix.kind !== 'merge-levels' || mergedBy(finding, fix, column) <= rows * largestMerge,
  );
}

/** The reader counts the rows of the levels it proposes to group. */
function mergedBy({ params }: Finding, { levels }: Extract<Fix, { kind: 'merge-levels' }>, column: ColumnView): number {
  const counted = params?.['levels'] === levels.length ? params['rows'] : undefined;
  return typeof counted === 'number' ? counted : rowsMerged(column, levels);
}

/** Columns with an open finding whose proposal can be taken with all the others. */
export const acceptable = (columns: readonly ColumnView[], decisions: Decisions, rows: number) =>
  columns.filter((column) => openFindings(column, decisions).some((finding) => isLight(finding, column, rows)));

/** The proposed fix of every open finding of these columns; where none can be expressed, the column is kept as it is. */
export function withProposals(columns: readonly ColumnView[], decisions: Decisions, rows: number): Decisions {
  let next = decisions;
  for (const column of columns) {
    // Two findings of a column may each bring their spellings.
    let spellings: readonly string[] = [];
    for (const finding of column.findings) {
      // A former fix may have settled this one too.
      if (!isOpen(finding, column, next) || !isLight(finding, column, rows)) continue;
      const [fix] = finding.fixes ?? [];
      if (fix?.kind === 'as-missing') {
        spellings = [...new Set([...spellings, ...fix.texts])];
        next = withMissing(next, fix.column, spellings);
      } else {
        const fixed = fix === undefined ? null : withFix(next, fix);
        next = fixed ?? withRoles(next, [column.name], roleOf(column, next));
      }
    }
  }
  return next;
}

const sorted = (record: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** What a run depends on, and nothing else: two decisions with the same key give the same verdict. */
export function runKey(source: SourceView, decisions: Decisions): string {
  const { types, missing, merge } = decisions.reading;
  const reading = without(decisions.reading, ['language', 'types', 'missing', 'merge']);
  return JSON.stringify([
    sorted(reading),
    sorted(types ?? {}),
    sorted(missing ?? {}),
    sorted(merge ?? {}),
    source.columns.map((column) => [column.name, roleOf(column, decisions)]),
    sorted({ ...decisions.settings, weights: sorted(decisions.settings.weights) }),
  ]);
}

/** Whether two values ask for the same reading of the file. */
export const sameReading = (a: Decisions, b: Decisions): boolean =>
  JSON.stringify(a.reading) === JSON.stringify(b.reading);

/** Whether two values say the same, whatever the order in which it was said. */
export const sameDecisions = (a: Decisions, b: Decisions): boolean => canonical(a) === canonical(b);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(sorted({ ...part })) : part,
  );
