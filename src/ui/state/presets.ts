/** Starting points by breadth of release: a stronger one has more neighbours and limits what a single donor holds. */
import type { GeneratorId, Settings } from '../../engine/generate/settings.ts';

export const presetIds = ['protective', 'balanced', 'faithful'] as const;
export type PresetId = (typeof presetIds)[number];

/**
 * `most` is the largest part of the file's neighbours that the preset takes, so that the three differ on small files.
 * A cap of 0.2 guarantees at least five effective donors (privacy.md, 4: a cap c guarantees 1 / c).
 */
const presets: Readonly<Record<PresetId, Pick<Settings, 'k' | 'cap'> & { readonly most: number }>> = {
  protective: { k: 40, cap: 0.2, most: 1 },
  balanced: { k: 20, cap: null, most: 0.6 },
  faithful: { k: 10, cap: null, most: 0.3 },
};

/** Fewest neighbours of a release: no avatar from fewer than 11 patients (privacy.md 4.3). */
const releaseK = 11;

/** The preset as this file allows it. The reinforced generator has a cap of its own, and never fewer than 11 donors. */
export function presetFor(
  id: PresetId,
  largestK: number,
  generator: GeneratorId = 'avatar',
): Pick<Settings, 'k' | 'cap'> {
  const { k: asked, cap, most } = presets[id];
  const k = Math.max(2, Math.min(asked, Math.floor(largestK * most)));
  if (generator !== 'avatar') return { k: Math.max(k, Math.min(releaseK, largestK)), cap: null };
  // Fewer than 1 / cap donors cannot share an avatar within the cap.
  return { k, cap: cap !== null && k * cap >= 1 ? cap : null };
}

/** Whether the starting points differ on this file: on a very small one they all come to the same. */
export const presetsDiffer = (largestK: number, generator: GeneratorId = 'avatar'): boolean =>
  new Set(presetIds.map((id) => JSON.stringify(presetFor(id, largestK, generator)))).size > 1;

/** The preset these settings are, if any. */
export const presetOf = (settings: Settings, largestK: number): PresetId | null =>
  presetIds.find((id) => {
    const preset = presetFor(id, largestK, settings.generator);
    return preset.k === settings.k && preset.cap === settings.cap;
  }) ?? null;
