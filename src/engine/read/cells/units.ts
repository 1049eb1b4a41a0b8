/** Units of measure as clinicians write them: which spellings are one unit, and what one is in another. */

/** What is measured, and how many base units one unit is. */
interface Unit {
  readonly quantity: string;
  readonly factor: number;
}

const unit = (quantity: string, sizes: Readonly<Record<string, number>>): [string, Unit][] =>
  Object.entries(sizes).flatMap(([names, factor]) =>
    names.split(' ').map((name): [string, Unit] => [name, { quantity, factor }]),
  );

/** By spelling in lower case, micro signs written `u`. Months and days have no common measure; neither have IU and mg. */
const units: ReadonlyMap<string, Unit> = new Map([
  ...unit('mass', { kg: 1e9, g: 1e6, mg: 1e3, 'ug mcg': 1, ng: 1e-3, pg: 1e-6 }),
  ...unit('volume', { l: 1e6, dl: 1e5, cl: 1e4, ml: 1e3, ul: 1, fl: 1e-9 }),
  ...unit('length', { m: 1e6, cm: 1e4, mm: 1e3, um: 1 }),
  ...unit('amount', { mol: 1e6, mmol: 1e3, umol: 1, nmol: 1e-3, pmol: 1e-6 }),
  ...unit('activity', { iu: 1, ui: 1, u: 1, mui: 1e-3, miu: 1e-3, kui: 1e3 }),
  ...unit('pressure', { mmhg: 1, cmhg: 10 }),
  ...unit('energy', { kcal: 1, cal: 1e-3 }),
  ...unit('time', {
    ms: 1e-3,
    's sec': 1,
    'min mn minute minutes': 60,
    'h hr hrs heure heures hour hours': 3600,
    'j jr jour jours d day days': 86_400,
    'sem semaine semaines wk wks week weeks': 604_800,
  }),
  ...unit('months', { 'mois month months': 1, 'an ans annee annees year years yr yrs': 12 }),
]);

/** A unit in lower case, without accents, final point or parentheses. */
const plainName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[µμ]/g, 'u')
    .toLowerCase()
    .replace(/^[\s(]+|[\s.)]+$/g, '');

function measureOf(name: string): Unit | undefined {
  const whole = units.get(name);
  if (whole) return whole;
  const [above, below, ...more] = name.split('/');
  if (above === undefined || below === undefined || more.length > 0) return undefined;
  const [up, down] = [units.get(above), units.get(below)];
  return up && down && { quantity: `${up.quantity} a ${down.quantity}`, factor: up.factor / down.factor };
}

/** One name for all the spellings of a unit (`MG`, `mg.`); a text that is no known unit stays as it is. */
export function unitName(text: string): string {
  const name = plainName(text);
  return measureOf(name) ? name : text.trim();
}

/**
 * By how much a number of the first unit is multiplied to be in the second: 1000 from g to mg, 12 from years to months;
 * `null` between units that have no fixed ratio.
 */
export function conversion(from: string, to: string): number | null {
  const [a, b] = [measureOf(plainName(from)), measureOf(plainName(to))];
  if (!a || !b || a.quantity !== b.quantity) return null;
  const ratio = a.factor / b.factor;
  return Number(ratio.toPrecision(15));
}

/** Words under a header that say what the numbers are, beside units proper. */
const measures =
  /^(?:%|‰|°\s?c|°\s?f|bpm|\/\s?min|c\/min|kg\/m[2²]|m[2²]|ml\/min(?:\/1[.,]73 ?m[2²])?|g\/l|\/mm3|10\^?\d\/[um]?l|mol\/l|mg\/mmol|an(?:n[ée]e)?\(?s?\)?|years?|score|points?|n|nb|nombre|unit[ée]s?|0\/1|[01] ?= ?\p{L}+.*|oui\/non|o\/n|yes\/no|y\/n|[hm]\/f|f\/[hm]|jj\/mm\/aaaa|dd\/mm\/yyyy|mm\/dd\/yyyy|yyyy-mm-dd|aaaa-mm-jj|hh:mm|texte?|text|code|date|€|\$)$/iu;

/** Whether a text, in parentheses or not, is a unit or says what is measured: `kg`, `(années)`, `[mmol/L]`, `oui/non`. */
export function isUnit(text: string): boolean {
  const inside = /^[([]\s*(.{1,16}?)\s*[)\]]$/.exec(text)?.[1] ?? text;
  return text.length <= 20 && (measureOf(plainName(inside)) !== undefined || measures.test(inside) || inside !== text);
}
