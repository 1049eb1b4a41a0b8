/** First bytes of files, compared. */

export const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, i) => bytes[at + i] === byte);

/** The same for a signature of characters below 256. */
export function startsWithText(bytes: Uint8Array, signature: string, at = 0): boolean {
  for (let i = 0; i < signature.length; i++) if (bytes[at + i] !== signature.charCodeAt(i)) return false;
  return true;
}

/** The same, where a byte that no text holds must follow. */
export function startsBinary(bytes: Uint8Array, signature: string): boolean {
  const next = bytes[signature.length] ?? 0;
  return startsWithText(bytes, signature) && (next < 9 || (next > 13 && next < 32) || next > 127);
}
