/** Names and values come from the file and may be of any length: what a button or a line of the journal shows of them. */
import type { Messages } from '../messages/index.ts';

export const clip = (text: string, most = 40): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

const shown = 3;

/** The first few, quoted, then how many more. */
export function listFew(texts: readonly string[], t: Messages): string {
  const { blank, list, more, quoted } = t.common;
  const first = list(texts.slice(0, shown).map((text) => (text === '' ? blank : quoted(clip(text, 24)))));
  return texts.length <= shown ? first : `${first} ${more(texts.length - shown)}`;
}
