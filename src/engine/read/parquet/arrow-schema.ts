/**
 * Which columns of a Parquet file are dictionaries in Arrow's eyes: Parquet itself has no such type, and its writers
 * leave the schema of the table they came from in the file's notes. Source: Arrow C++ and R, "ARROW:schema".
 */
import { DataType, RecordBatchReader } from 'apache-arrow';
import { verifyArrow } from '../arrow/verify.ts';

/** Names of the columns that hold levels; none where the note is absent or cannot be read. */
export function dictionaryNames(
  notes: readonly { key: string; value?: string | undefined }[] | undefined,
): Set<string> {
  const names = new Set<string>();
  const note = notes?.find(({ key }) => key === 'ARROW:schema')?.value;
  if (note === undefined) return names;
  try {
    const bytes = Uint8Array.from(atob(note), (letter) => letter.charCodeAt(0));
    verifyArrow(bytes, '');
    const reader = RecordBatchReader.from(bytes);
    reader.open();
    for (const { name, type } of reader.schema.fields) if (DataType.isDictionary(type)) names.add(name);
  } catch {
    names.clear();
  }
  return names;
}
