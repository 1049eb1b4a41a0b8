import { describe, expect, it } from 'vitest';
import { speakers } from '../../../src/engine/words/words.ts';
import type { Target } from '../../../src/engine/verdict/metric.ts';
import {
  decimalsApart,
  formatAgainstTarget,
  formatFixed,
  formatMargin,
  formatPercent,
  formatShare,
  formatSigned,
  formatTick,
} from '../../../src/ui/charts/numbers.ts';

const above = (value: number): Target => ({ rule: '>', value, by: 'vendor-indicative' });
const { en, fr } = speakers;

describe('a value beside its target', () => {
  it.each([
    [0.197, 0.2, '0.197'],
    [0.19996, 0.2, '0.19996'],
    [0.2000004, 0.2, '0.2000004'],
    [0.2, 0.2, '0.2'],
    [0.9312, 0.2, '0.931'],
    [89.96, 90, '89.96'],
    [90.00001, 90, '90.00001'],
    [92.6914, 90, '92.7'],
    [11, 5, '11'],
    [10.5, 5, '10.5'],
    [5, 5, '5'],
    [0, 0.2, '0'],
  ])('%f against %f is %s', (value, target, text) => {
    expect(formatAgainstTarget(value, above(target), en)).toBe(text);
  });

  it('is written in the decimal sign of the language', () => {
    expect(formatAgainstTarget(0.197, above(0.2), fr)).toBe('0,197');
  });

  it('does not touch the ends it does not equal', () => {
    expect(formatAgainstTarget(99.9996, above(90), en, [0, 100])).toBe('99.9996');
    expect(formatAgainstTarget(100, above(90), en, [0, 100])).toBe('100');
  });

  it('always shows the side on which the value is', () => {
    let state = 7;
    const uniform = (): number => (state = (state * 16807) % 2147483647) / 2147483647;
    for (let i = 0; i < 2000; i++) {
      const target = [0.2, 0.3, 5, 50, 90][i % 5]!;
      const value = target + (uniform() - 0.5) * 10 ** -Math.floor(uniform() * 12);
      const shown = Number(formatAgainstTarget(value, above(target), en).replaceAll(',', '').replace('\u2212', '-'));
      expect(Math.sign(shown - target)).toBe(Math.sign(value - target));
    }
  });
});

describe('a margin', () => {
  it('is signed, never rounded to zero, and zero only at the target', () => {
    expect(formatMargin(0.197, above(0.2), en)).toBe('\u22120.003');
    expect(formatMargin(92.6914, above(90), en)).toBe('+2.7');
    expect(formatMargin(89.96, above(90), fr)).toBe('\u22120,04');
    expect(formatMargin(5, above(5), en)).toBe('0');
  });

  it('is never 0 for a value of 0 that misses its target, whose decimals it takes', () => {
    expect(formatMargin(0, above(0.2), en)).toBe('\u22120.2');
    expect(formatMargin(0, above(5), en)).toBe('\u22125');
    expect(formatMargin(1, above(0.3), en)).toBe('+0.7');
    expect(formatMargin(1, above(0.25), fr)).toBe('+0,75');
  });

  it('is 0 at the target only', () => {
    let state = 11;
    const uniform = (): number => (state = (state * 16807) % 2147483647) / 2147483647;
    for (let i = 0; i < 2000; i++) {
      const target = [0.2, 0.3, 5, 50, 90][i % 5]!;
      const value = i % 7 === 0 ? 0 : Math.max(0, target + (uniform() - 0.5) * 10 ** -Math.floor(uniform() * 12));
      const shown = Number(formatMargin(value, above(target), en).replaceAll(',', '').replace('\u2212', '-'));
      expect(Math.sign(shown)).toBe(Math.sign(value - target));
    }
  });

  it('agrees with the value as written', () => {
    expect(formatMargin(99.9996, above(90), en, [0, 100])).toBe('+9.9996');
    expect(formatAgainstTarget(0.9312, above(0.2), en)).toBe('0.931');
    expect(formatMargin(0.9312, above(0.2), en)).toBe('+0.731');
  });
});

describe('percentages', () => {
  it('carry the space of the language', () => {
    expect(formatShare(0.125, en)).toBe('12.5%');
    expect(formatShare(0.125, fr)).toBe('12,5\u202f%');
  });

  it('keep apart from nothing, everything and a mark', () => {
    expect(formatPercent(0.004, en)).toBe('0.004%');
    expect(formatPercent(99.98, en)).toBe('99.98%');
    expect(formatPercent(100, en)).toBe('100%');
    expect(formatPercent(89.96, en, 1, [90])).toBe('89.96%');
    expect(formatPercent(NaN, en)).toBe('\u2013');
  });
});

describe('other numbers', () => {
  it('use a minus sign, and none before zero', () => {
    expect(formatFixed(-0.001, 2, en)).toBe('0.00');
    expect(formatFixed(-1.5, 2, fr)).toBe('\u22121,50');
    expect(formatSigned(-0.217, 2, en)).toBe('\u22120.22');
    expect(formatSigned(0.217, 2, en)).toBe('+0.22');
    expect(formatSigned(0, 2, en)).toBe('0.00');
  });

  it('ticks have the decimals of their step', () => {
    expect(formatTick(0.5, 0.5, en)).toBe('0.5');
    expect(formatTick(1200, 200, en)).toBe('1200');
    expect(formatTick(-20000, 5000, en)).toBe('\u221220,000');
  });

  it('decimals end somewhere even for neighbours in the last bit', () => {
    expect(decimalsApart(0.30000000000000004, [0.3], 1)).toBe(17);
  });
});
