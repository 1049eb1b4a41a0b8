/**
 * A comparator: a point drawn between a patient and one of their neighbours (SMOTE-like). It shows what the random weights of
 * the avatar method are for: here the patient is always one of the two, and often the nearer one.
 *
 *   j uniform among the k nearest, u uniform in [0, 1):   a = x_i + u (x_j - x_i)    levels: i's when u < 1/2, else j's
 *
 * Neighbours as in the avatar generator (first ncp axes). A number with a blank on either side is taken from the side that the
 * levels come from. Source: metrics.md 11 (SMOTE-NC, done in the space of the analysis).
 */
import { SosieError } from '../errors.ts';
import { fitFactor } from '../factor/fit.ts';
import { project, searchPoints } from '../factor/project.ts';
import { streamPurpose } from '../numeric/random.ts';
import { pause } from '../pause.ts';
import { prepare } from '../prepare/prepare.ts';
import { type Column, everyRow, isQuantity } from '../table/table.ts';
import type { Generator } from './generator.ts';
import { rounding } from './write-back.ts';

export const interpolationGenerator: Generator = {
  id: 'interpolation',
  async generate({ table, settings, search, random }, control = {}) {
    const n = table.rowCount;
    const { k } = settings;
    if (k >= n) throw new SosieError('E01', { rows: n, k });
    control.onProgress?.('factor', 0, 1);
    await pause(control.signal);
    const prepared = prepare(table, { indicators: true });
    const model = fitFactor(prepared, settings.weights);
    const points = searchPoints(project(model, prepared, settings.ncp));
    const found = await search.nearest(
      { points, queries: points, k, excludeSame: true },
      {
        ...(control.signal && { signal: control.signal }),
        onProgress: (done, total) => control.onProgress?.('neighbors', done, total),
      },
    );
    control.onProgress?.('generate', 0, n);
    const other = new Int32Array(n);
    const share = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const stream = random.stream(streamPurpose.weights, i);
      other[i] = found.indices[i * k + stream.below(k)]!;
      share[i] = stream.uniform();
    }
    const columns = table.columns.map((column): Column => {
      const nearer = (i: number): number => (share[i]! < 0.5 ? i : other[i]!);
      if (!isQuantity(column)) return { ...column, codes: column.codes.map((_, i) => column.codes[nearer(i)]!) };
      const round = rounding(column);
      const values = column.values.map((value, i) => {
        const mixed = value + share[i]! * (column.values[other[i]!]! - value);
        return Number.isNaN(mixed) ? column.values[nearer(i)]! : round(mixed);
      });
      return { ...column, values };
    });
    control.onProgress?.('generate', n, n);
    return { table: { rowCount: n, columns }, sources: everyRow(n), axes: Math.min(settings.ncp, model.axes) };
  },
};
