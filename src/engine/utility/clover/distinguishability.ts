/**
 * Can a machine tell synthetic rows from real ones? Gradient boosting learns real (1) against synthetic (0).
 *
 *   P(z) = mean (p_i - .5)^2 / .25          0 = cannot tell, 1 = always; four times the pMSE for files of equal size
 *   propensity_mse        P on the very rows it learned from; means nothing without `null`, the same with labels shuffled
 *   prediction_mse_*      P on held-out rows, real and synthetic apart (10 folds)
 *   prediction_auc        2 max(.5, AUC) - 1, with the raw `auc` beside it
 *
 * A raw AUC well under .5 is the mark of copies (a held-out row's twin is in the other file): warn below .45. Folds of
 * both files are shuffled apart. Files of unequal size: the larger is drawn down to the smaller. Source: metrics.md 3 (U9),
 * 3.1 (2023 protocol), 3.2 (pitfalls 1, 2, 9).
 */
import { binTables, type BinnedRows } from '../../learn/binned.ts';
import { boost } from '../../learn/gradient-boosting.ts';
import { permutation, streamPurpose } from '../../numeric/random.ts';
import { areaUnderCurve } from '../../numeric/roc.ts';
import { pause } from '../../pause.ts';
import { figure, meanOf, type UtilityMeasure } from './figure.ts';
import { allBut, shuffledFolds } from './folds.ts';

/** Label permutations behind `null`. */
const permutations = 5;

export const distinguishability: UtilityMeasure = {
  id: 'distinguishability',
  objective: 'min',
  range: [0, 1],
  submetrics: ['propensity_mse', 'prediction_mse_real', 'prediction_mse_synth', 'prediction_auc'],
  learns: true,
  async measure(original, synthetic, { random, repeats, folds, signal }) {
    const size = Math.min(original.rowCount, synthetic.rowCount);
    const names = ['propensity_mse', 'prediction_mse_real', 'prediction_mse_synth', 'prediction_auc'];
    const binned = binTables([original, synthetic]);
    if (size < 2 * folds || binned.columns.length === 0) return names.map((name) => figure(name, null, 'too-few-rows'));
    const stream = random.stream(streamPurpose.audit, 0);
    const labels = Uint8Array.from({ length: binned.rows }, (_, i) => Number(i < original.rowCount));
    const mse = { propensity: [] as number[], real: [] as number[], synthetic: [] as number[], auc: [] as number[] };
    const nulls: number[] = [];
    for (let repeat = 0; repeat < repeats; repeat++) {
      const real = permutation(original.rowCount, stream).slice(0, size);
      const made = permutation(synthetic.rowCount, stream)
        .slice(0, size)
        .map((row) => row + original.rowCount);
      const all = Int32Array.from([...real, ...made]);
      // Nothing is drawn in the learning: on whole files of equal size every repeat gives the same figure.
      if (repeat === 0 || original.rowCount !== synthetic.rowCount) mse.propensity.push(inSample(binned, all, labels));
      const [realFolds, madeFolds] = [shuffledFolds(size, folds, stream), shuffledFolds(size, folds, stream)];
      for (let f = 0; f < folds; f++) {
        await pause(signal);
        const rows = [...allBut(realFolds, f)]
          .map((i) => real[i]!)
          .concat([...allBut(madeFolds, f)].map((i) => made[i]!));
        const model = boost(binned, Int32Array.from(rows), labels, { loss: 'logistic' });
        const held = model.predict(
          binned,
          realFolds[f]!.map((i) => real[i]!),
        );
        const heldMade = model.predict(
          binned,
          madeFolds[f]!.map((i) => made[i]!),
        );
        mse.real.push(confidence(held));
        mse.synthetic.push(confidence(heldMade));
        mse.auc.push(areaUnderCurve(held, heldMade));
      }
      if (repeat > 0) continue;
      for (let p = 0; p < permutations; p++) {
        await pause(signal);
        const order = permutation(all.length, stream);
        const shuffled = new Uint8Array(binned.rows);
        all.forEach((row, i) => (shuffled[row] = labels[all[order[i]!]!]!));
        nulls.push(inSample(binned, all, shuffled));
      }
    }
    const propensity = meanOf(mse.propensity)!;
    const expected = meanOf(nulls)!;
    const auc = meanOf(mse.auc)!;
    return [
      figure('propensity_mse', propensity, 'too-few-rows', {
        null: expected,
        ratio: expected > 0 ? propensity / expected : null,
      }),
      figure('prediction_mse_real', meanOf(mse.real), 'too-few-rows'),
      figure('prediction_mse_synth', meanOf(mse.synthetic), 'too-few-rows'),
      figure('prediction_auc', 2 * Math.max(0.5, auc) - 1, 'too-few-rows', { auc }),
    ];
  },
};

const inSample = (binned: BinnedRows, rows: Int32Array, labels: Uint8Array): number =>
  confidence(boost(binned, rows, labels, { loss: 'logistic' }).predict(binned, rows));

const confidence = (scores: Float64Array): number =>
  scores.reduce((sum, score) => sum + (score - 0.5) ** 2, 0) / 0.25 / scores.length;
