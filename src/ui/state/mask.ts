/** Values that may name a person, shown by their shape only. */
import type { ColumnView } from '../../workers/protocol.ts';

export const isPersonal = ({ role, type }: ColumnView): boolean => role === 'identifier' || type === 'text';

/** How many characters stay readable: two letters of a short text would be all of it (initials, a sex, a short name). */
const readable = (length: number): number => (length <= 2 ? 0 : length <= 4 ? 1 : 2);

/** Letters and digits after the first ones become dots. Masking what is masked already changes nothing more. */
export function maskText(text: string): string {
  const shown = readable(text.length);
  return text.slice(0, shown) + text.slice(shown, 24).replace(/[\p{L}\d]/gu, '•');
}
