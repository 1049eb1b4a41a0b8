/**
 * Each column permuted by itself: no link between columns is left. An anchor, not a method: it shows what is left of the
 * utility when nothing of the patients is, and every cell in it is somebody's own.
 *
 * Source: privacy.md 3.0 (anchors), metrics.md 11 ("the worst utility floor in teaching").
 */
import { marginalsAnchor } from '../audit/anchors.ts';
import { everyRow } from '../table/table.ts';
import type { Generator } from './generator.ts';

export const marginalsGenerator: Generator = {
  id: 'marginals',
  async generate({ table, random }, control = {}) {
    control.onProgress?.('generate', 0, 1);
    return {
      table: marginalsAnchor(table, random),
      sources: everyRow(table.rowCount),
      axes: 0,
      paired: false,
    };
  },
};
