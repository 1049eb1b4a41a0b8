/** Hands a file to the browser's own downloads: an address made in memory, dropped at once. */
import type { ExportedFile } from '../../../workers/protocol.ts';

export function hand(file: ExportedFile): void {
  const address = URL.createObjectURL(new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.fileName;
  link.click();
  // Some browsers read the address after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
