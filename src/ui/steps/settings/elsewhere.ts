/** What can be said of the files of an evaluation before anything is read, and which file an error is about. */
import type { CodedError } from '../../../engine/errors.ts';

export type FileRole = 'synthetic' | 'control';

/** The little that is known of a file before it is read. */
export type Chosen = Pick<File, 'name' | 'size' | 'lastModified'>;

export interface Refused {
  readonly at: FileRole;
  /** Keys a sentence of the step. */
  readonly why: 'empty' | 'twice';
}

const alike = (a: Chosen, b: Chosen): boolean =>
  a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

export function problemWithFiles(synthetic: Chosen | null, control: Chosen | null): Refused | null {
  if (synthetic?.size === 0) return { at: 'synthetic', why: 'empty' };
  if (control?.size === 0) return { at: 'control', why: 'empty' };
  if (synthetic !== null && control !== null && alike(synthetic, control)) return { at: 'control', why: 'twice' };
  return null;
}

/** The field an error belongs to: by the file it names; with one file only, that one; else neither. */
export function fieldOfError(
  { where: { file } }: CodedError,
  synthetic: Chosen,
  control: Chosen | null,
): FileRole | null {
  if (control === null || (file !== undefined && file === synthetic.name)) return 'synthetic';
  return file !== undefined && file === control.name ? 'control' : null;
}
