/** Whether the risk of each patient can be drawn: donors known, and an axis to draw along. */
import type { RunRecord } from '../../state/run-state.svelte.ts';

export const isExposureDrawn = ({ elsewhere, audit, view }: RunRecord): boolean =>
  elsewhere !== true && (audit?.exposure ?? null) !== null && view.projection.axes > 0;
