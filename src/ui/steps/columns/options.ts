/** Roles and types a user may choose, in the order of the lists. */
import type { ColumnRole } from '../../../engine/table/schema.ts';
import type { ColumnType } from '../../../engine/table/table.ts';
import type { Messages } from '../../messages/index.ts';
import { isUniqueRole } from '../../state/decisions.ts';

const usual: readonly ColumnRole[] = ['keep', 'drop', 'identifier'];

/** What only the user can say of a study, in the order in which it is told. */
export const studyRoles: readonly ColumnRole[] = ['outcome', 'time', 'event', 'arm'];

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
  /** The heading it stands under. */
  readonly group?: string;
}

/** Roles for one column, or for `several` at once: what a single column bears is then not offered. */
export function roleOptions(t: Messages, several = false): readonly Option<ColumnRole>[] {
  const { roles, roleGroups } = t.columns;
  const option = (group?: string) => (value: ColumnRole) => ({
    value,
    label: roles[value],
    ...(group !== undefined && { group }),
  });
  const study = several ? studyRoles.filter((role) => !isUniqueRole(role)) : studyRoles;
  return [
    ...usual.map(option()),
    option(roleGroups.others)('quasi-identifier'),
    ...study.map(option(roleGroups.study)),
  ];
}

/** `mixed` and `empty` are what the reader sees, not what a user chooses: shown only while they stand. */
export const typeOptions = (t: Messages, current?: ColumnType): readonly Option<ColumnType>[] =>
  (current === undefined || types.includes(current) ? types : [...types, current]).map((value) => ({
    value,
    label: t.columns.types[value],
  }));
