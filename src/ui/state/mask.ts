/** Values that may name a person, shown by their shape only. */
import type { ColumnView } from '../../workers/protocol.ts';

export const isPersonal = ({ role, type }: ColumnView): boolean => role === 'identifier' || type === 'text';

/** Letters and digits after the first two become dots, as in the examples of the columns. */
export const maskText = (text: string): string => text.slice(0, 2) + text.slice(2, 24).replace(/[\p{L}\d]/gu, '•');
