/** How far a file goes, and how many neighbours a file of this size starts from. */
import { defaultSettings } from '../../engine/generate/settings.ts';
import { presets, type Preset } from '../../engine/verdict/decision.ts';
import type { JournalLine } from './journal.ts';

export { presets, type Preset };

/** The breadth assumed until the user says one. */
export const firstPreset: Preset = 'partner';

/** Fewest neighbours of a release: no avatar from fewer than 11 patients (privacy.md 4.3, 6.2). */
export const releaseK = 11;

/** Of a small file, at most this part of the possible neighbours, so that avatars keep something of their patient. */
const mostOfFile = 0.6;

/** Neighbours to start from, as this file allows. */
export const startingK = (largestK: number): number =>
  Math.max(Math.min(releaseK, largestK), Math.min(defaultSettings.k, Math.floor(largestK * mostOfFile)));

/** The breadth chosen by the last of these lines of the journal that chose one. */
export function presetIn(lines: readonly JournalLine[]): Preset {
  const last = lines.findLast((line) => line.kind === 'preset');
  return last?.kind === 'preset' ? last.preset : firstPreset;
}
