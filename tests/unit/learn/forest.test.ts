import { describe, expect, it } from 'vitest';
import { growForest, type Features } from '../../../src/engine/learn/forest.ts';
import { randomSource, streamPurpose } from '../../../src/engine/numeric/random.ts';
import { areaUnderCurve } from '../../../src/engine/numeric/roc.ts';
import { bells, uniforms } from '../../support/points.ts';

const stream = (seed: number) => randomSource(new Uint8Array(32).fill(seed)).stream(streamPurpose.audit, 0);
const options = { trees: 60, leaf: 3 };

function features(rows: number, columns: number, next: (row: number, column: number) => number): Features {
  const values = Float64Array.from({ length: rows * columns }, (_, i) => next(Math.floor(i / columns), i % columns));
  return { rows, columns, values };
}

const alternating = (rows: number) => Uint8Array.from({ length: rows }, (_, i) => i % 2);

const area = (scores: Float64Array, labels: Uint8Array) =>
  areaUnderCurve(
    scores.filter((_, i) => labels[i] === 1),
    scores.filter((_, i) => labels[i] === 0),
  );

describe('random forest', () => {
  it('tells apart, on new rows, classes that one feature separates', () => {
    const labels = alternating(200);
    const make = (seed: number) => {
      const bell = bells(seed);
      return features(200, 4, (row, column) => bell() + (column === 2 ? 6 * labels[row]! : 0));
    };
    const scores = growForest(make(1), labels, options, stream(1)).predict(make(2));
    expect(area(scores, labels)).toBeGreaterThan(0.999);
    for (const score of scores) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1 + 1e-12);
    }
  });

  it('learns an interaction that no single feature shows', () => {
    const make = (seed: number) => {
      const uniform = uniforms(seed);
      return features(600, 3, () => uniform());
    };
    const xor = ({ rows, values }: Features) =>
      Uint8Array.from({ length: rows }, (_, i) => Number(values[3 * i]! > 0.5 !== values[3 * i + 1]! > 0.5));
    const [train, test] = [make(3), make(4)];
    const scores = growForest(train, xor(train), options, stream(2)).predict(test);
    expect(area(scores, xor(test))).toBeGreaterThan(0.95);
  });

  it('calibrated: the mean score is the share of the second class', () => {
    const bell = bells(5);
    const labels = Uint8Array.from({ length: 400 }, (_, i) => Number(i % 10 === 0));
    const scores = growForest(
      features(400, 3, () => bell()),
      labels,
      options,
      stream(3),
    ).predict(features(400, 3, () => bell()));
    expect(scores.reduce((sum, one) => sum + one, 0) / 400).toBeCloseTo(0.1, 1);
  });

  it('noise: .5 on new rows, over many draws', () => {
    let sum = 0;
    const draws = 40;
    for (let seed = 0; seed < draws; seed++) {
      const bell = bells(100 + seed);
      const labels = alternating(80);
      const forest = growForest(
        features(80, 5, () => bell()),
        labels,
        { trees: 20, leaf: 4 },
        stream(seed),
      );
      sum += area(forest.predict(features(80, 5, () => bell())), labels);
    }
    // Standard error of one area .065, of the mean of 40 .010.
    expect(Math.abs(sum / draws - 0.5)).toBeLessThan(0.04);
  });

  it('one class only, no feature, or constant features: the share of the training rows', () => {
    const bell = bells(6);
    const some = features(30, 2, () => bell());
    expect(new Set(growForest(some, new Uint8Array(30), options, stream(4)).predict(some))).toEqual(new Set([0]));
    const ones = growForest(some, new Uint8Array(30).fill(1), options, stream(4)).predict(some);
    for (const score of ones) expect(score).toBeCloseTo(1, 12);
    for (const columns of [0, 3]) {
      const flat = features(30, columns, () => 7);
      const scores = growForest(flat, alternating(30), { trees: 200, leaf: 3 }, stream(5)).predict(flat);
      expect(new Set(scores).size).toBe(1);
      expect(scores[0]).toBeCloseTo(0.5, 1);
    }
  });

  it('constant features take no place among those drawn at a split', () => {
    const labels = alternating(120);
    const make = (seed: number) => {
      const bell = bells(seed);
      return features(120, 40, (row, column) => (column === 17 ? bell() + 6 * labels[row]! : 3));
    };
    const one = { trees: 5, leaf: 3, featuresPerSplit: 1 };
    expect(area(growForest(make(7), labels, one, stream(6)).predict(make(8)), labels)).toBeGreaterThan(0.97);
  });

  it('no leaf has fewer rows than asked: few rows give one leaf', () => {
    const labels = alternating(10);
    const wide = features(10, 1, (row) => row % 2);
    const scores = growForest(wide, labels, { trees: 50, leaf: 6 }, stream(7)).predict(wide);
    expect(new Set(scores).size).toBe(1);
  });

  it('more than 64 distinct values: cut by quantiles, still told apart at the cut', () => {
    const rows = 4000;
    const make = features(rows, 1, (row) => row);
    const labels = Uint8Array.from({ length: rows }, (_, i) => Number(i >= 1800));
    const scores = growForest(make, labels, options, stream(8)).predict(make);
    expect(area(scores, labels)).toBeGreaterThan(0.999);
  });

  it('cuts half-way between two values', () => {
    const train = features(40, 1, (row) => (row % 2 === 0 ? 0 : 10));
    const forest = growForest(train, alternating(40), options, stream(9));
    const [low, high] = forest.predict(features(2, 1, (row) => (row === 0 ? 4.9 : 5.1)));
    expect(low).toBeCloseTo(0, 12);
    expect(high).toBeCloseTo(1, 12);
  });

  it('same stream, same trees; another stream, other trees', () => {
    const bell = bells(9);
    const train = features(100, 4, () => bell());
    const labels = alternating(100);
    const [first, again, other] = [1, 1, 2].map((seed) =>
      growForest(train, labels, options, stream(seed)).predict(train),
    );
    expect(first).toEqual(again);
    expect(first).not.toEqual(other);
  });
});
