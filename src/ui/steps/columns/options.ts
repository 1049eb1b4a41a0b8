/** Roles and types a user may choose, in the order of the lists. */
import type { ColumnRole } from '../../../engine/table/schema.ts';
import type { ColumnType } from '../../../engine/table/table.ts';
import type { Messages } from '../../messages/index.ts';

const roles: readonly ColumnRole[] = [
  'keep',
  'drop',
  'identifier',
  'quasi-identifier',
  'outcome',
  'time',
  'event',
  'arm',
];

const types: readonly ColumnType[] = [
  'number',
  'integer',
  'category',
  'boolean',
  'date',
  'datetime',
  'time',
  'text',
  'identifier',
];

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

export const roleOptions = (t: Messages): readonly Option<ColumnRole>[] =>
  roles.map((value) => ({ value, label: t.columns.roles[value] }));

/** `mixed` and `empty` are what the reader sees, not what a user chooses: shown only while they stand. */
export const typeOptions = (t: Messages, current?: ColumnType): readonly Option<ColumnType>[] =>
  (current === undefined || types.includes(current) ? types : [...types, current]).map((value) => ({
    value,
    label: t.columns.types[value],
  }));
