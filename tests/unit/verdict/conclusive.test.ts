import { describe, expect, it } from 'vitest';
import { decide, evaluationLines } from '../../../src/engine/verdict/decide.ts';
import type { DecisionLine, Facts } from '../../../src/engine/verdict/decision.ts';
import { green, measured, withMetrics } from './green.ts';

const unproven = (lines: readonly DecisionLine[]): string[] =>
  lines.filter(({ conclusive }) => conclusive === false).map(({ id }) => id);
const membership = (controls: number, figure = 0.55, interval: readonly [number, number] = [0.5, 0.6]) =>
  measured('membership-auc', figure, { run: 'audit', controls, interval }, { nullMaximum: { mean: 0.53 } });
const among = (facts: Facts, id: string) => decide(facts, 'partner').lines.find((line) => line.id === id)!;

describe('lines that prove nothing', () => {
  it('none on enough patients', () => {
    expect(unproven(decide(green, 'partner').lines)).toEqual([]);
  });

  it('attacks with fewer than 100 patients to compare with, and nothing else', () => {
    const ids = unproven(decide(withMetrics(membership(99)), 'partner').lines);
    expect(ids).toContain('membership-auc');
    expect(ids).toContain('linkability');
    for (const certain of [
      'power',
      'rows',
      'largest-weight',
      'rare-levels',
      'leave-one-out-q99',
      'indicators',
      'neighbours',
    ]) {
      expect(ids).not.toContain(certain);
    }
    expect(unproven(decide(withMetrics(membership(100)), 'partner').lines)).toEqual([]);
  });

  it('under 50 rows the indicators and leave-one-out too; the donors stay facts', () => {
    const ids = unproven(decide({ ...green, rows: 49, syntheticRows: 49 }, 'partner').lines);
    for (const line of ['indicators', 'leave-one-out-q99', 'membership-auc', 'inference-mean'])
      expect(ids).toContain(line);
    for (const fact of ['rows', 'effective-donors', 'cap', 'rare-levels']) expect(ids).not.toContain(fact);
  });

  it('a leak that chance does not explain is a leak on however few patients', () => {
    expect(among(withMetrics(membership(40, 0.8, [0.66, 0.9])), 'membership-auc')).not.toHaveProperty('conclusive');
    expect(among(withMetrics(membership(40, 0.75, [0.52, 0.9])), 'membership-auc')).toMatchObject({
      state: 'serious',
      conclusive: false,
    });
  });

  it('an area that labels at random reach is a want of power, not a serious leak', () => {
    const chance = (high: number) =>
      measured(
        'membership-auc',
        0.72,
        { run: 'audit', controls: 20, interval: [0.5, 0.9] },
        { nullMaximum: { mean: 0.6, high } },
      );
    expect(among(withMetrics(chance(0.74)), 'membership-auc')).toMatchObject({
      state: 'reservation',
      reason: 'area-within-chance',
      params: { chance: 0.74 },
    });
    expect(among(withMetrics(chance(0.71)), 'membership-auc')).toMatchObject({ state: 'serious', reason: null });
  });

  it('does not change the state of the file', () => {
    const { state, lines } = decide(withMetrics(membership(99)), 'partner');
    expect(state).toBe('quarantine');
    expect(lines.filter((line) => line.state !== 'exportable').map(({ id }) => id)).toEqual(['power']);
  });

  it('on a file made elsewhere, by the patients it was compared with', () => {
    const metrics = withMetrics(membership(60)).metrics;
    expect(unproven(evaluationLines(metrics, 'partner'))).toContain('linkability');
    expect(unproven(evaluationLines(green.metrics, 'partner'))).toEqual([]);
  });
});
