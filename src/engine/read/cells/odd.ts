/** Cells that hold a number and something else: a limit, an approximation, a flag, an accountant's minus. */
import { scanNumber } from './numbers.ts';

/**
 * `bound`: `<5`, `≥ 200`, `inf. à 5`; `about`: `env. 20`, `~ 20`; `flag`: `145 (H)`, `12*`; `sign`: `(12,5)`, `12-`;
 * `range`: `10-20`, `10 à 20`; `partial`: a date with an unknown part (`UN/03/2021`, `??/04/2021`).
 */
export type OddKind = 'bound' | 'about' | 'flag' | 'sign' | 'range' | 'partial';

export interface OddCell {
  readonly kind: OddKind;
  /** The number inside, as a cell would write it; `''` where there is not just one. */
  readonly number: string;
}

const shapes: readonly (readonly [OddKind, RegExp])[] = [
  [
    'bound',
    /^(?:[<>≤≥]\s*=?|=[<>]|inf(?:[ée]rieure?)?\.?(?: ou [ée]gale?)?(?: [àa])?|sup(?:[ée]rieure?)?\.?(?: ou [ée]gale?)?(?: [àa])?|moins de|plus de|less than|more than|under|over|below|above|at (?:least|most)|au (?:moins|plus))\s*(.+)$/i,
  ],
  ['about', /^(?:[~≈≃±]|env(?:iron|\.)?|approx(?:\.|imately)?|about|around|circa|ca\.|vers)\s*(.+)$/i],
  ['flag', /^(.+?)\s*(?:\*{1,3}|!|\((?:[A-Z]{1,2}|\*|haut|bas|high|low|contr[ôo]l[ée])\)|\s[HLN]{1,2})$/],
  ['sign', /^\((\d[^()]*)\)$/],
  ['sign', /^(\d[^-]*?)\s*[-\u2212\u2013]$/],
];
const range = /^(\d[^-–]{0,9}?)\s*(?:-|–|\u2212|à|a|to|et|and|\/)\s*(\d.{0,9})$/i;
const partial =
  /^(?:(?:UN|UNK|UK|NK|X{1,2}|N[DR]|\?{1,2}|0{1,2}|-{1,2})[/. -](?:\w{2,3}|\?\?|--)[/. -]\d{4}|(?:UN|UNK|UK|NK|X{1,2}|N[DR]|\?{1,2}|0{1,2}|-{1,2})[/. -]\d{4}|\d{4}-(?:\d\d|UN|UNK|XX|\?\?)-(?:UN|UNK|XX|\?\?|00))$/i;

/** What a text that is no plain number holds, or `null` when it holds no single number, range or partial date. */
export function oddCell(text: string): OddCell | null {
  if (text.length > 40 || text.length < 2) return null;
  for (const [kind, shape] of shapes) {
    const inside = shape.exec(text)?.[1];
    const scan = inside === undefined ? null : scanNumber(inside);
    if (scan && (scan.suffix === '' || kind === 'bound' || kind === 'about'))
      return { kind, number: kind === 'sign' ? `-${inside!}` : inside! };
  }
  if (partial.test(text)) return { kind: 'partial', number: '' };
  const ends = range.exec(text);
  return ends && isPlain(ends[1]!) && isPlain(ends[2]!) ? { kind: 'range', number: '' } : null;
}

const isPlain = (text: string): boolean => scanNumber(text) !== null;
