/** Why a type could not be given to a column, in the reader's own words. */
import type { Messages } from '../messages/index.ts';
import { clip } from './clip.ts';
import type { Refusal } from './settle.ts';
import { sayFinding } from './words.ts';

export function sayRefusal({ column, asked, got, finding }: Refusal, t: Messages): string {
  const name = clip(column, 60);
  const said = finding === null ? null : sayFinding(finding.code, { ...finding.params, column: name, kept: got });
  return said ?? t.columns.refused(name, t.columns.types[asked], t.columns.types[got]);
}
