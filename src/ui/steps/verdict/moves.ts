/** What would make a line hold, given the settings that made the file: never what is already in use. Pure. */
import { reinforcedCap } from '../../../engine/generate/ingredients.ts';
import type { Settings } from '../../../engine/generate/settings.ts';
import { policy } from '../../../engine/verdict/policy.ts';
import type { Speaker } from '../../../engine/words/words.ts';
import type { DecisionLine, Preset } from '../../../workers/protocol.ts';
import { percentSign } from '../../charts/numbers.ts';
import type { Results } from '../../messages/results.ts';
import { releaseK } from '../../state/presets.ts';

export interface Context {
  readonly settings: Settings;
  readonly preset: Preset;
  /** Patients of the file. */
  readonly rows: number;
  readonly t: Results['audit']['change']['moves'];
  readonly speak: Speaker;
}

/** Reasons that only more patients answer. */
const tooFew: ReadonlySet<string> = new Set([
  'too-few-rows',
  'too-few-controls',
  'too-few-non-members',
  'too-few-attacks',
  'within-chance',
]);

/** An average over patients: how much of each goes through the axes. */
const average: ReadonlySet<string> = new Set([
  'membership-auc',
  'holdout-share',
  'linkability',
  'inference-mean',
  'shadow-ordinary',
]);

/** A minority of patients: those like no other. */
const tail: ReadonlySet<string> = new Set([
  'leave-one-out-q99',
  'leave-one-out-share',
  'membership-tpr-1',
  'membership-tpr-5',
  'near-copies',
  'shadow-isolated',
]);

const rare: ReadonlySet<string> = new Set(['rare-levels', 'outside-bounds']);
const unique: ReadonlySet<string> = new Set(['singling-out', 'exact-copies']);
const weights: ReadonlySet<string> = new Set(['largest-weight', 'effective-donors', 'cap']);
const sizes: ReadonlySet<string> = new Set(['rows', 'power']);
const intervals: ReadonlySet<string> = new Set(['membership-auc-upper', 'linkability-upper']);
/** Patients under which the attacks see almost nothing (privacy.md 5.2). */
export const fewPatients = 100;

/** Whether its own reason says that patients are wanting. */
export const saysTooFew = ({ reason }: DecisionLine): boolean => reason !== null && tooFew.has(reason);

/** Whether it proves nothing, or could not be measured, for want of patients alone. */
export const needsPatients = (line: DecisionLine): boolean => line.conclusive === false || saysTooFew(line);

/** `null` where the settings have no say: the policy's own sentence then stands. */
export function moveFor(line: DecisionLine, context: Context): string | null {
  const { id, params } = line;
  const { settings, rows, t } = context;
  if (needsPatients(line)) return t.patients;
  if (sizes.has(id)) return rows < fewPatients ? t.patients : null;
  if (weights.has(id)) return capMove(context);
  if (intervals.has(id)) return settings.generator === 'reinforced' ? t.narrow.axes : t.narrow.reinforced;
  if (settings.generator !== 'reinforced') {
    return average.has(id) || tail.has(id) || rare.has(id) || unique.has(id) || id === 'inference-worst'
      ? t.reinforced
      : null;
  }
  if (average.has(id)) return t.axes;
  if (tail.has(id)) return isolatedMove(context);
  if (rare.has(id)) return floorMove(context);
  if (unique.has(id)) return t.coarser;
  const column = id === 'inference-worst' ? params?.['columns'] : undefined;
  return column === undefined ? null : t.column(String(column));
}

/** A cap holds no donor back where there are too few of them to share among. */
function capMove({ settings: { generator, cap, k }, t, speak }: Context): string {
  const inUse = cap ?? (generator === 'reinforced' ? reinforcedCap : 1);
  return k < 1 / reinforcedCap || inUse <= reinforcedCap
    ? t.neighbours(speak.number(releaseK))
    : t.cap(percent(reinforcedCap, speak), speak.number(1 / reinforcedCap));
}

function isolatedMove({ settings: { ingredients }, t, speak }: Context): string {
  const { isolatedLeftOut } = ingredients;
  return isolatedLeftOut > 0 ? t.isolated(percent(isolatedLeftOut, speak)) : t.isolatedOff;
}

/** A floor that is high enough already is lowered by itself on few patients (an eighth of them): nothing but more helps. */
function floorMove({ settings: { ingredients }, preset, rows, t, speak }: Context): string | null {
  const { levelFloor } = policy.presets[preset];
  if (ingredients.floor < levelFloor) return t.floor(speak.number(levelFloor));
  return rows < 8 * levelFloor ? t.patients : null;
}

const percent = (share: number, speak: Speaker): string =>
  speak.number(100 * share, { maximumFractionDigits: 1 }) + percentSign(speak);
