/** One line of the journal: data, put into words in the language of the moment. */
import type { Derivation, RowRule } from '../../engine/derive/types.ts';
import type { Ingredients } from '../../engine/generate/ingredients.ts';
import type { GeneratorId } from '../../engine/generate/settings.ts';
import type { ColumnRole, Fix } from '../../engine/table/schema.ts';
import type { ColumnType } from '../../engine/table/table.ts';
import type { Preset } from '../../engine/verdict/decision.ts';
import { catalogues } from '../../engine/words/index.ts';
import { sayDerivation } from '../../engine/words/derivation-words.ts';
import { say, type Speaker } from '../../engine/words/words.ts';
import type { Messages } from '../messages/index.ts';
import { clip, listFew } from './clip.ts';
import { readingOptionName, readingValue, type ReadingOption } from './reading-words.ts';

export type JournalLine =
  | { readonly kind: 'role'; readonly columns: readonly string[]; readonly role: ColumnRole }
  | { readonly kind: 'type'; readonly columns: readonly string[]; readonly type: ColumnType }
  | { readonly kind: 'missing'; readonly column: string; readonly texts: readonly string[] }
  | { readonly kind: 'merge'; readonly column: string; readonly levels: readonly string[]; readonly into: string }
  | { readonly kind: 'accept'; readonly columns: readonly string[] }
  | { readonly kind: 'reading'; readonly option: ReadingOption; readonly value: string }
  | { readonly kind: 'k' | 'ncp'; readonly value: number }
  | { readonly kind: 'cap'; readonly value: number | null }
  | { readonly kind: 'generator'; readonly value: GeneratorId }
  | { readonly kind: 'ingredient'; readonly id: keyof Ingredients; readonly value: Ingredients[keyof Ingredients] }
  | { readonly kind: 'advice' }
  | { readonly kind: 'weight'; readonly column: string; readonly value: number }
  /** How far the file will go, with the settings to start from. */
  | { readonly kind: 'preset'; readonly preset: Preset }
  | { readonly kind: 'proposals'; readonly count: number }
  /** The choice of a type taken back: the type as it is read again, if it is known. */
  | { readonly kind: 'type-back'; readonly column: string; readonly type: ColumnType | null }
  | { readonly kind: 'forget'; readonly columns: readonly string[] }
  /** A decision taken back: the question is asked again; without a column, about the file. */
  /** A column computed from another, in its place; taken back. */
  | { readonly kind: 'derive'; readonly column: string; readonly name: string; readonly derivation: Derivation }
  | { readonly kind: 'underive'; readonly column: string }
  /** One row a patient; all the rows again; all the rows kept knowingly. */
  | { readonly kind: 'rows'; readonly rule: RowRule | null }
  | { readonly kind: 'all-rows' }
  /** A recipe applied to this file. */
  | { readonly kind: 'recipe' }
  | { readonly kind: 'reopen'; readonly column: string | null }
  | { readonly kind: 'weights-reset' | 'revert' };

/** The columns a line is about; none when it is about the file or the settings. */
export function columnsOf(line: JournalLine): readonly string[] {
  switch (line.kind) {
    case 'role':
    case 'type':
    case 'accept':
      return line.columns;
    case 'missing':
    case 'merge':
    case 'weight':
    case 'type-back':
    case 'derive':
    case 'underive':
      return [line.column];
    case 'reopen':
      return line.column === null ? [] : [line.column];
    default:
      return [];
  }
}

/** The line without the columns whose type was refused; `null` when nothing is left of it. */
export function lineWithout(line: JournalLine, refused: readonly string[]): JournalLine | null {
  if (line.kind !== 'type') return line;
  const columns = line.columns.filter((name) => !refused.includes(name));
  return columns.length === 0 ? null : { ...line, columns };
}

/** Lines with the same key follow one another as one line: a slider that moves is one choice. */
export function mergeKey(line: JournalLine): string | null {
  if (line.kind === 'weight') return `weight ${line.column}`;
  if (line.kind === 'ingredient') return `ingredient ${line.id}`;
  return line.kind === 'k' || line.kind === 'ncp' || line.kind === 'cap' ? line.kind : null;
}

/** The line that tells a fix; `null` for a fix that cannot be applied. */
export function lineOfFix(fix: Fix): JournalLine | null {
  switch (fix.kind) {
    case 'set-role':
      return { kind: 'role', columns: [fix.column], role: fix.role };
    case 'set-type':
      return { kind: 'type', columns: [fix.column], type: fix.type };
    case 'as-missing':
      return { kind: 'missing', column: fix.column, texts: fix.texts };
    case 'set-reading': {
      const option = readingOptionName(fix.option);
      return option === null ? null : { kind: 'reading', option, value: fix.value };
    }
    case 'merge-levels':
      return { kind: 'merge', column: fix.column, levels: fix.levels, into: fix.into };
    case 'derive':
    case 'underive':
      return fix;
    case 'one-row-per-patient':
      return { kind: 'rows', rule: fix.rule };
  }
}

export function sayLine(line: JournalLine, t: Messages, speak: Speaker): string {
  const { journal } = t;
  const names = (columns: readonly string[]) =>
    columns.length === 1 ? clip(columns[0]!) : journal.many(clip(columns[0] ?? ''), columns.length - 1);
  switch (line.kind) {
    case 'role':
      return journal.role(names(line.columns), t.columns.roles[line.role]);
    case 'type':
      return journal.type(names(line.columns), t.columns.types[line.type]);
    case 'accept':
      return journal.accept(names(line.columns));
    case 'missing':
      return line.texts.length === 0
        ? journal.asValues(clip(line.column))
        : journal.missing(clip(line.column), listFew(line.texts, t));
    case 'merge':
      return journal.merge(clip(line.column), listFew(line.levels, t), t.common.quoted(clip(line.into)));
    case 'reading':
      return journal.reading(t.reading.options[line.option], readingValue(line.option, line.value, t));
    case 'k':
      return journal.k(speak.number(line.value));
    case 'ncp':
      return journal.ncp(speak.number(line.value));
    case 'cap':
      return line.value === null ? journal.noCap : journal.cap(t.common.percent(line.value));
    case 'weight':
      return journal.weight(clip(line.column), speak.number(line.value));
    case 'generator':
      return journal.generator(domainWords(`generator.${line.value}.name`, speak));
    case 'ingredient':
      return journal.ingredient(
        domainWords(`ingredient.${line.id}.name`, speak),
        sayIngredient(line.value, t, speak, line.id),
      );
    case 'advice':
      return journal.advice;
    case 'weights-reset':
      return journal.weightsReset;
    case 'preset':
      return t.settings.presetLine(t.settings.preset[line.preset].title);
    case 'proposals':
      return journal.proposals(line.count);
    case 'type-back':
      return line.type === null
        ? journal.typeProposed(clip(line.column))
        : journal.typeBack(clip(line.column), t.columns.types[line.type]);
    case 'forget':
      return journal.forget(names(line.columns));
    case 'derive':
      return journal.derived(clip(line.column), clip(line.name), sayDerivation(line.derivation, speak));
    case 'underive':
      return journal.underived(clip(line.column));
    case 'rows':
      return line.rule === null ? journal.rowsBack : journal.rows(t.columns.rows[line.rule.kind]);
    case 'all-rows':
      return journal.rowsAll;
    case 'recipe':
      return journal.recipe;
    case 'reopen':
      return line.column === null ? journal.reopenFile : journal.reopen(clip(line.column));
    case 'revert':
      return journal.revert;
  }
}

/** The value of an ingredient: on or off, a number, the rule of the method, or where the residual comes from. */
export function sayIngredient(
  value: Ingredients[keyof Ingredients],
  t: Messages,
  speak: Speaker,
  id: keyof Ingredients,
): string {
  const { values, times, patients } = t.settings;
  if (typeof value === 'boolean') return value ? values.on : values.off;
  if (typeof value !== 'number') return value === null ? values.rule : values[value];
  if (id === 'focus') return times(speak.number(value));
  if (id === 'isolatedLeftOut') return t.common.percent(value);
  return id === 'floor' ? patients(value) : speak.number(value);
}

/** A name of the domain's own catalogue of settings. */
export function domainWords(key: string, speak: Speaker): string {
  const sentence = catalogues[speak.language].settings[key];
  return sentence === undefined ? key : say(sentence, {}, speak);
}
