/** The part of an old workbook before its sheets: their list, the shared texts, the number formats. */
import { SosieError } from '../../errors.ts';
import { builtinFormats } from '../xlsx/workbook.ts';
import { Records, recordType } from './records.ts';

export interface OldSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Where its records begin in the stream. */
  readonly offset: number;
}

export interface OldWorkbook {
  readonly sheets: readonly OldSheet[];
  readonly date1904: boolean;
  readonly strings: readonly string[];
  /** Number format code of each cell format. */
  readonly formats: readonly string[];
}

const biff8 = 0x0600;

/** Reads it. Throws E13 for a workbook with a password or older than Excel 97. */
export function readGlobals(stream: Uint8Array, fileName: string): OldWorkbook {
  const where = { file: fileName };
  const records = new Records(stream);
  const begun = records.next() && records.type === recordType.begin;
  if (!begun || records.u16() !== biff8) {
    throw new SosieError('E13', { kind: 'xls5' }, where);
  }
  const sheets: OldSheet[] = [];
  const strings: string[] = [];
  const custom = new Map<number, string>();
  const formatIds: number[] = [];
  let date1904 = false;
  while (records.next() && records.type !== recordType.end) {
    switch (records.type) {
      case recordType.filePass:
        throw new SosieError('E13', { kind: 'password' }, where);
      case recordType.dateMode:
        date1904 = records.u16() === 1;
        break;
      case recordType.numberFormat: {
        const id = records.u16();
        custom.set(id, records.characters(records.u16()));
        break;
      }
      case recordType.cellFormat:
        records.skip(2);
        formatIds.push(records.u16());
        break;
      case recordType.sheet: {
        const offset = records.u32();
        const hidden = (records.u8() & 3) !== 0;
        const isSheet = records.u8() === 0;
        const name = records.characters(records.u8());
        if (isSheet) sheets.push({ name, hidden, offset });
        break;
      }
      case recordType.strings:
        readStrings(records, strings);
        break;
      default:
    }
  }
  const formats = formatIds.map((id) => custom.get(id) ?? builtinFormats[id] ?? 'General');
  return { sheets, date1904, strings, formats };
}

function readStrings(records: Records, strings: string[]): void {
  records.skip(4);
  const count = records.u32();
  for (let i = 0; i < count; i++) {
    if (records.at >= records.end) {
      if (records.peek() !== recordType.continued) return;
      records.continue();
    }
    strings.push(records.characters(records.u16()));
  }
}
