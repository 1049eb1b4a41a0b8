/** Tables whose every column has a known kind, written as the CSV a hospital would send. */
import { rollDice, type Dice, type Locale } from './dice.ts';
import { distractors } from './distractors.ts';
import { headerOf, headerStyles, type HeaderStyle } from './headers.ts';
import { coordinates, direct } from './identifiers.ts';
import { quasi } from './quasi.ts';

export type Group = 'direct' | 'quasi' | 'distractor';

export interface TrueColumn {
  readonly id: string;
  readonly group: Group;
  readonly style: HeaderStyle;
  /** Kinds that are right for it, or, for a distractor, kinds that the rules allow. */
  readonly kinds: readonly string[];
  /** Whether the values alone tell it. */
  readonly byValues: boolean;
  readonly name: string;
  readonly cells: readonly string[];
}

export interface Cohort {
  readonly locale: Locale;
  readonly seed: number;
  readonly rows: number;
  readonly columns: readonly TrueColumn[];
}

const fewestRows = 60;
const mostRows = 600;

/** A cohort with every kind of the locale once, under headers drawn at random, in random order, with blanks. */
export function makeCohort(locale: Locale, seed: number): Cohort {
  const dice = rollDice(locale, seed);
  const rows = dice.int(fewestRows, mostRows);
  const makers = [
    ...direct.map((maker) => ({ ...maker, group: 'direct' as const })),
    ...quasi.map((maker) => ({ ...maker, group: 'quasi' as const })),
    ...distractors.map((maker) => ({
      ...maker,
      kinds: maker.allowed,
      byValues: true,
      only: undefined,
      group: 'distractor' as const,
    })),
  ].filter(({ only }) => only === undefined || only.includes(locale));
  const used = new Map<string, number>();
  const pair = coordinates.map((maker) => ({ ...maker, group: 'direct' as const }));
  const pairStyle = dice.pick(headerStyles);
  const all = [...dice.faker.helpers.shuffle(makers), ...pair];
  const columns = all.map(({ id, group, kinds, byValues, make }): TrueColumn => {
    const style = coordinates.some((maker) => maker.id === id) ? pairStyle : dice.pick(headerStyles);
    const header = headerOf(dice, id, style);
    const times = (used.get(header) ?? 0) + 1;
    used.set(header, times);
    const name = times === 1 ? header : `${header} (${times})`;
    return { id, group, style, kinds, byValues, name, cells: blanked(make(dice, rows), dice) };
  });
  return { locale, seed, rows, columns };
}

/** One cell of these in a column is what must be found. */
const neededCell = /@|INS |^\d{15}$|\d.\d{3,4}.\d{4}$/;

/** Half of the columns are full, the others miss up to a fifth of their cells, never where three values matter. */
function blanked(cells: string[], dice: Dice): string[] {
  const share = dice.chance(0.5) ? 0 : 0.2 * dice.faker.number.float();
  return cells.map((cell) => (dice.chance(share) && !neededCell.test(cell) ? '' : cell));
}

const quoted = (cell: string): string => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export function asCsv({ columns, rows }: Cohort): Uint8Array {
  const lines = [columns.map(({ name }) => quoted(name)).join(';')];
  for (let row = 0; row < rows; row++) lines.push(columns.map(({ cells }) => quoted(cells[row]!)).join(';'));
  return new TextEncoder().encode(lines.join('\n'));
}
