/**
 * Whether a control file is one: patients that the generator never saw. By mistake it may be the original itself, a part of
 * it, or the synthetic file; every attack would then find nothing, and say so in good faith.
 *
 * Rows of the control found whole in the other file are counted. Some are found by chance where rows have doubles: as many
 * as there are members with a double among the other members (for the original), or members found in the synthetic file
 * (for the synthetic one). Beyond chance = a binomial tail under 0.1 %.
 *
 * More than half of the control beyond what chance explains: refused. Fewer: counted and told; the figures then understate.
 * Source: privacy.md 3.0 (a control file is what A3 to A7 rest on).
 */
import { SosieError } from '../errors.ts';
import { binomialAtMost } from '../numeric/intervals.ts';
import { countKeys, identifyCells, rowKeys } from '../privacy/cells.ts';
import { appendRows, type Table } from '../table/table.ts';

export interface CommonRows {
  /** Rows of the control that are also, whole, in the other file. */
  readonly common: number;
  /** How many would be by chance. */
  readonly expected: number;
  readonly beyondChance: boolean;
}

const improbable = 0.001;
const mostForeign = 0.5;

/**
 * @returns what the control shares with the members
 * @throws SosieError E72 when the control is mostly made of rows of the members, or of the synthetic file
 */
export function checkControls(members: Table, controls: Table, synthetic: Table): CommonRows {
  const real = appendRows(members, controls);
  const { columns } = identifyCells(real, synthetic);
  const keys = rowKeys(
    columns.map((column) => column.original),
    real.rowCount,
  );
  const [inFile, unseen] = [keys.slice(0, members.rowCount), keys.slice(members.rowCount)];
  const counts = countKeys(inFile);
  const made = new Set(
    rowKeys(
      columns.map((column) => column.synthetic),
      synthetic.rowCount,
    ),
  );
  const shareOf = (found: (key: string) => boolean): number => inFile.filter(found).length / inFile.length;
  const withMembers = common(
    unseen,
    (key) => counts.has(key),
    shareOf((key) => counts.get(key)! > 1),
  );
  refuseForeign('original', withMembers, unseen.length);
  refuseForeign(
    'synthetic',
    common(
      unseen,
      (key) => made.has(key),
      shareOf((key) => made.has(key)),
    ),
    unseen.length,
  );
  return withMembers;
}

function common(rows: readonly string[], found: (key: string) => boolean, chance: number): CommonRows {
  const held = rows.filter(found).length;
  const beyondChance = held > 0 && 1 - binomialAtMost(held - 1, rows.length, chance) < improbable;
  return { common: held, expected: chance * rows.length, beyondChance };
}

function refuseForeign(
  file: 'original' | 'synthetic',
  { common: held, expected, beyondChance }: CommonRows,
  rows: number,
) {
  if (beyondChance && held - expected > mostForeign * rows) {
    throw new SosieError('E72', { file, common: held, rows });
  }
}
