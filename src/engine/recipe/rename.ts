/** A recipe that speaks of a column by another name: what a mismatch proposes, once the user agrees. */
import type { DelayOrigin, Derivation, DerivedColumn, IndexDate, RowRule } from '../derive/types.ts';
import type { ReadOptions } from '../read/types.ts';
import type { Recipe } from '../recipe.ts';

/**
 * All that the recipe says of the column `from` of the file is said of `to`: type, spellings, merges, computations that
 * start from it or look at it, the rule about rows, roles and weights (of its visits too).
 */
export function renameColumn(recipe: Recipe, from: string, to: string): Recipe {
  const name = (each: string): string => (each === from ? to : each);
  // Roles and weights are said of the columns of the table: the column itself, or its visits.
  const finals = new Map(
    recipe.columns.map((column) => {
      const follows = (column.source ?? column.name) === from && own(recipe, from) && column.name.startsWith(from);
      return [column.name, follows ? to + column.name.slice(from.length) : column.name];
    }),
  );
  const final = (each: string): string => finals.get(each) ?? name(each);
  return {
    ...recipe,
    columns: recipe.columns.map(({ source, ...column }) => ({
      ...column,
      name: final(column.name),
      ...(source === undefined || name(source) === final(column.name) ? {} : { source: name(source) }),
    })),
    reading: renameReading(recipe.reading, name),
    roles: keys(recipe.roles, final),
    settings: { ...recipe.settings, weights: keys(recipe.settings.weights, final) },
  };
}

/** Whether the column bears its own name in the table: a computation may have given it another. */
function own({ reading }: Recipe, column: string): boolean {
  const { derived } = reading;
  const given = derived !== undefined && Object.hasOwn(derived, column) ? derived[column] : undefined;
  return given === undefined || given.name === column;
}

type Rename = (name: string) => string;

const keys = <T>(record: Readonly<Record<string, T>>, name: Rename): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [name(key), value]));

function renameReading(reading: ReadOptions, name: Rename): ReadOptions {
  const { types, missing, merge, derived, rows } = reading;
  return {
    ...reading,
    ...(types && { types: keys(types, name) }),
    ...(missing && { missing: keys(missing, name) }),
    ...(merge && { merge: keys(merge, name) }),
    ...(derived && { derived: renameDerived(derived, name) }),
    ...(rows && { rows: renameRule(rows, name) }),
  };
}

const renameDerived = (derived: Readonly<Record<string, DerivedColumn>>, name: Rename): Record<string, DerivedColumn> =>
  Object.fromEntries(
    Object.entries(derived).map(([column, each]) => [
      name(column),
      {
        name: each.name === column ? name(column) : each.name,
        steps: each.steps.map((step) => renameStep(step, name)),
      },
    ]),
  );

function renameStep(step: Derivation, name: Rename): Derivation {
  if (step.kind === 'age') return { ...step, at: renameOrigin(step.at, name) };
  return step.kind === 'delay' ? { ...step, from: renameOrigin(step.from, name) } : step;
}

function renameOrigin<O extends IndexDate | DelayOrigin>(origin: O, name: Rename): O {
  if ('column' in origin) return { ...origin, column: name(origin.column) };
  return 'firstOf' in origin ? { ...origin, firstOf: name(origin.firstOf) } : origin;
}

function renameRule(rule: RowRule, name: Rename): RowRule {
  const common = { patient: name(rule.patient), by: rule.by === null ? null : name(rule.by) };
  return rule.kind === 'pivot' ? { ...rule, ...common, visit: rule.visit.map(name) } : { ...rule, ...common };
}
