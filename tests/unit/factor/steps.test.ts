import { describe, expect, it } from 'vitest';
import { fitFactor, fitFactorSteps } from '../../../src/engine/factor/fit.ts';
import { project, projectSteps } from '../../../src/engine/factor/project.ts';
import { atOnce, withPauses } from '../../../src/engine/factor/steps.ts';
import { prepare } from '../../../src/engine/prepare/prepare.ts';
import { simulateTable } from '../../bench/simulate.ts';

const prepared = prepare(simulateTable({ rows: 2500, numbers: 6, categories: 5, missing: 0.2 }, 2), {
  indicators: true,
});

describe('a factor analysis in steps', () => {
  it('is the one done at once, to the last bit', async () => {
    const model = fitFactor(prepared);
    expect(await withPauses(fitFactorSteps(prepared))).toEqual(model);
    expect(await withPauses(projectSteps(model, prepared))).toEqual(project(model, prepared));
  });

  it('has a step for each number and each categorical variable, and one every thousand rows', () => {
    const count = (steps: Generator<void, unknown>): number => {
      let found = 0;
      while (!steps.next().done) found++;
      return found;
    };
    const { quantities, qualities } = prepared;
    expect(count(fitFactorSteps(prepared))).toBeGreaterThanOrEqual(quantities.length + qualities.length);
    expect(count(projectSteps(atOnce(fitFactorSteps(prepared)), prepared))).toBeGreaterThanOrEqual(3);
  });

  it('stops between two steps', async () => {
    const controller = new AbortController();
    let done = 0;
    function* steps() {
      for (; done < 1000; done++) {
        if (done === 3) controller.abort();
        yield;
      }
    }
    await expect(withPauses(steps(), controller.signal)).rejects.toThrow(/abort/i);
    expect(done).toBe(3);
  });
});
