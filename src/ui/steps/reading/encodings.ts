/** What the accents of a file become under each encoding: small pieces of its words, never a whole value. */

const most = 6;
const accent = /[^\p{ASCII}]/u;
const word = /[\p{L}\p{M}\p{N}\p{S}\p{Co}\p{Cc}\uFFFD]*[^\p{ASCII}\s][\p{L}\p{M}\p{N}\p{S}\p{Co}\uFFFD]*/gu;

/** The letters beside an accent stay, the others become dots. */
const around = (text: string): string => {
  const letters = [...text];
  const near = (index: number) => [index - 1, index, index + 1].some((at) => accent.test(letters[at] ?? 'a'));
  return letters.map((letter, index) => (near(index) ? letter : '•')).join('');
};

/** Up to six distinct pieces with something else than plain letters; empty when this encoding finds none. */
export function accentsIn(bytes: Uint8Array, encoding: string): readonly string[] {
  let text: string;
  try {
    text = new TextDecoder(encoding).decode(bytes, { stream: true });
  } catch {
    return [];
  }
  const pieces = new Set<string>();
  for (const [found] of text.matchAll(word)) {
    pieces.add(around(found.slice(0, 16)));
    if (pieces.size === most) break;
  }
  return [...pieces];
}

/** Whether the choice of an encoding shows: some byte is beyond plain letters. */
export const hasAccents = (bytes: Uint8Array): boolean => bytes.some((byte) => byte > 127);
