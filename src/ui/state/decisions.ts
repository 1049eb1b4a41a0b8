/** Pure steps from one value of Decisions to the next. Nothing here knows of the page or of time. */
import { rowKinds, type LevelMerge, type ReadOptions } from '../../engine/read/types.ts';
import type { ColumnRole } from '../../engine/table/schema.ts';
import type { ColumnType } from '../../engine/table/table.ts';
import type { Ingredients } from '../../engine/generate/ingredients.ts';
import { defaultSettings, type GeneratorId, type Settings } from '../../engine/generate/settings.ts';
import type { Language } from '../../engine/words/words.ts';
import type { ColumnView, Decisions, SourceView } from '../../workers/protocol.ts';

export const without = <T extends object, K extends keyof T>(object: T, keys: readonly K[]): Omit<T, K> =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !(keys as readonly unknown[]).includes(key))) as Omit<
    T,
    K
  >;

/**
 * What is proposed before anyone decided: the published method for the bundled cohorts, which are there to learn it; the
 * reinforced one for a file of the user's own, which may leave (privacy.md, end of section 0).
 */
export const initialDecisions = (language: Language, teaching = false): Decisions => ({
  reading: { language },
  roles: {},
  settings: { ...defaultSettings, generator: teaching ? 'avatar' : 'reinforced' },
});

/** The name in the file of a column that was computed, or is one visit of it: what is said of reading is said of that. */
export const fileName = ({ name, source }: ColumnView): string => source ?? name;

/** Whether it was computed from a column of the file: its type follows from the computation. */
export const isComputed = (column: ColumnView, { reading }: Decisions): boolean =>
  Object.hasOwn(reading.derived ?? {}, fileName(column));

/** The role in force: the user's, or the one proposed. */
export const roleOf = (column: ColumnView, decisions: Decisions): ColumnRole =>
  Object.hasOwn(decisions.roles, column.name) ? decisions.roles[column.name]! : column.role;

export const isKeptRole = (role: ColumnRole): boolean => role !== 'drop' && role !== 'identifier';

export const keptColumns = (source: SourceView, decisions: Decisions): readonly ColumnView[] =>
  source.columns.filter((column) => isKeptRole(roleOf(column, decisions)));

/** Roles that one column bears at most: a study has one follow-up time, one event, one arm. */
export const isUniqueRole = (role: ColumnRole): boolean => role === 'time' || role === 'event' || role === 'arm';

/** Gives a role. One that a single column bears is taken from the column that had it, which stays kept. */
export function withRoles(decisions: Decisions, columns: readonly string[], role: ColumnRole): Decisions {
  const unique = isUniqueRole(role);
  const roles = { ...decisions.roles };
  if (unique) for (const [name, given] of Object.entries(roles)) if (given === role) roles[name] = 'keep';
  for (const name of unique ? columns.slice(0, 1) : columns) roles[name] = role;
  return { ...decisions, roles };
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

/** A generator starts from its own cap. */
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
      return (rowKinds as readonly string[]).includes(option) && (value === 'aside' || value === 'data')
        ? { [option]: value }
        : null;
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

const sorted = (record: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** What a run depends on, and nothing else: two decisions with the same key give the same verdict. */
export function runKey(source: SourceView, decisions: Decisions): string {
  const { types, missing, merge, derived } = decisions.reading;
  const reading = without(decisions.reading, ['language', 'types', 'missing', 'merge', 'derived']);
  return JSON.stringify([
    sorted(reading),
    sorted(types ?? {}),
    sorted(missing ?? {}),
    sorted(merge ?? {}),
    sorted(derived ?? {}),
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
