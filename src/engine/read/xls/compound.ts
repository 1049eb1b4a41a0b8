/**
 * The container of old Office files: named streams laid out in sectors, like a small disk. Chains are followed for at
 * most as many sectors as the file holds. Source: Microsoft, [MS-CFB] Compound File Binary File Format.
 */
import { SosieError } from '../../errors.ts';

const endOfChain = 0xfffffffe;
const largestSector = 0xfffffffa;
/** Entries of the sector table that stand in the header. */
const headerEntries = 109;
const entrySize = 128;

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly start: number;
  readonly size: number;
}

class Compound {
  readonly entries: readonly Entry[];
  private readonly view: DataView;
  private readonly sectorSize: number;
  private readonly miniSize: number;
  private readonly miniCutoff: number;
  /** Next sector of each sector; of each small sector. */
  private readonly next: Uint32Array;
  private readonly nextMini: Uint32Array;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.view.getUint16(30, true);
    const miniShift = this.view.getUint16(32, true);
    if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw new RangeError('sector size');
    this.sectorSize = 1 << shift;
    this.miniSize = 1 << miniShift;
    this.miniCutoff = this.view.getUint32(56, true);
    this.next = this.table(this.tableSectors());
    this.nextMini = this.table(this.chain(this.view.getUint32(60, true), this.next));
    this.entries = this.directory();
  }

  /** The bytes of a stream. */
  read({ start, size }: Entry): Uint8Array {
    if (size > this.bytes.length) throw new RangeError('stream size');
    if (size >= this.miniCutoff) return this.join(this.chain(start, this.next), size);
    const root = this.entries.find(({ kind }) => kind === 5);
    if (!root || root.size > this.bytes.length) throw new RangeError('root');
    const minis = this.join(this.chain(root.start, this.next), root.size);
    const out = new Uint8Array(size);
    let at = 0;
    for (const sector of this.chain(start, this.nextMini)) {
      if (at >= size) break;
      const from = sector * this.miniSize;
      const part = minis.subarray(from, from + Math.min(this.miniSize, size - at));
      out.set(part, at);
      at += this.miniSize;
    }
    return out;
  }

  private offsetOf(sector: number): number {
    const offset = (sector + 1) * this.sectorSize;
    if (sector > largestSector || offset >= this.bytes.length) throw new RangeError('sector');
    return offset;
  }

  /** Sectors of the sector table: those of the header, then those of its continuation. */
  private tableSectors(): number[] {
    const sectors: number[] = [];
    const put = (sector: number): void => {
      if (sector <= largestSector) sectors.push(sector);
    };
    for (let i = 0; i < headerEntries; i++) put(this.view.getUint32(76 + i * 4, true));
    const perSector = this.sectorSize / 4 - 1;
    let sector = this.view.getUint32(68, true);
    const limit = this.bytes.length / this.sectorSize;
    for (let i = 0; sector <= largestSector && i < limit; i++) {
      const from = this.offsetOf(sector);
      for (let j = 0; j < perSector; j++) put(this.view.getUint32(from + j * 4, true));
      sector = this.view.getUint32(from + perSector * 4, true);
    }
    return sectors;
  }

  private table(sectors: readonly number[]): Uint32Array {
    const perSector = this.sectorSize / 4;
    const table = new Uint32Array(sectors.length * perSector).fill(endOfChain);
    sectors.forEach((sector, i) => {
      const from = this.offsetOf(sector);
      const count = Math.min(perSector, Math.floor((this.bytes.length - from) / 4));
      for (let j = 0; j < count; j++) table[i * perSector + j] = this.view.getUint32(from + j * 4, true);
    });
    return table;
  }

  private chain(start: number, next: Uint32Array): number[] {
    const sectors: number[] = [];
    for (let sector = start; sector <= largestSector; sector = next[sector] ?? endOfChain) {
      if (sectors.push(sector) > next.length) throw new RangeError('chain');
    }
    return sectors;
  }

  private join(sectors: readonly number[], size: number): Uint8Array {
    const out = new Uint8Array(size);
    let at = 0;
    for (const sector of sectors) {
      if (at >= size) break;
      const from = this.offsetOf(sector);
      out.set(this.bytes.subarray(from, from + Math.min(this.sectorSize, size - at)), at);
      at += this.sectorSize;
    }
    if (at < size) throw new RangeError('stream');
    return out;
  }

  private directory(): Entry[] {
    const sectors = this.chain(this.view.getUint32(48, true), this.next);
    const entries: Entry[] = [];
    for (const sector of sectors) {
      const from = this.offsetOf(sector);
      for (let at = from; at + entrySize <= Math.min(from + this.sectorSize, this.bytes.length); at += entrySize) {
        const kind = this.view.getUint8(at + 66);
        if (kind === 0) continue;
        const length = Math.min(Math.max(this.view.getUint16(at + 64, true) - 2, 0), 62);
        const name = new TextDecoder('utf-16le').decode(this.bytes.subarray(at, at + length));
        entries.push({
          name,
          kind,
          start: this.view.getUint32(at + 116, true),
          size: this.view.getUint32(at + 120, true),
        });
      }
    }
    return entries;
  }
}

/** What a container holds: `xls` can be read, the other kinds have each their sentence (E13). */
export function workbookStream(bytes: Uint8Array): 'xls' | 'xls5' | 'password' | 'document' {
  let names: readonly string[];
  try {
    names = new Compound(bytes).entries.map(({ name }) => name);
  } catch {
    return 'password';
  }
  if (names.includes('EncryptedPackage')) return 'password';
  if (names.includes('Workbook')) return 'xls';
  return names.includes('Book') ? 'xls5' : 'document';
}

/** The stream of records of an old workbook. Throws E23 when the container is damaged. */
export function readWorkbookStream(bytes: Uint8Array, fileName: string): Uint8Array {
  try {
    const compound = new Compound(bytes);
    const entry = compound.entries.find(({ name, kind }) => name === 'Workbook' && kind === 2);
    if (entry) return compound.read(entry);
  } catch (cause) {
    throw new SosieError('E23', {}, { file: fileName }, { cause });
  }
  throw new SosieError('E23', {}, { file: fileName });
}
