import { expect, test } from 'vitest';
import { recordGapKinds, recordGaps, shortestJustification } from '../../../src/engine/verdict/record.ts';
import { catalogues } from '../../../src/engine/words/index.ts';
import type { Decision, DecisionLine } from '../../../src/workers/protocol.ts';
import {
  carriedOver,
  emptyFields,
  recordOf,
  withAccepted,
  type RecordFields,
} from '../../../src/ui/state/export-record.ts';
import { fieldOfError, problemWithFiles } from '../../../src/ui/steps/settings/elsewhere.ts';

const line = (id: string, state: DecisionLine['state']): DecisionLine => ({
  id,
  metric: null,
  run: null,
  state,
  value: 1,
  exportable: 0,
  reservation: 0,
  rule: '<=',
  setBy: 'sosie',
  reason: null,
});

const quarantine: Decision = {
  state: 'quarantine',
  degree: 'serious',
  preset: 'partner',
  policyVersion: '1.0',
  lines: [line('largest-weight', 'serious'), line('attempts', 'reservation')],
};

const filled: RecordFields = {
  validator: ' Dr Martin ',
  validatorFunction: 'DPO',
  trained: true,
  riskStudy: 'R-1',
  recipients: 'CHU',
  justification: 'x '.repeat(shortestJustification),
  accepted: ['largest-weight'],
  released: true,
};

test('a complete form leaves no gap; without the tick of a serious line there is one', () => {
  expect(recordGaps(quarantine, recordOf(filled, 'partner', true))).toEqual([]);
  expect(recordOf(filled, 'partner', true).validator).toBe('Dr Martin');
  const unticked = { ...filled, accepted: withAccepted(filled.accepted, 'largest-weight', false) };
  expect(recordGaps(quarantine, recordOf(unticked, 'partner', true))).toEqual(['serious-lines']);
  expect(withAccepted(filled.accepted, 'largest-weight', true)).toEqual(['largest-weight']);
});

test('outside of quarantine there is no derogation to record', () => {
  expect(recordOf(filled, 'partner', false).derogation).toBeNull();
});

test('ticks are given again to another run or breadth; another file empties the form', () => {
  const about = { file: 'a', decision: 'run/partner' };
  expect(carriedOver(filled, about, about)).toBe(filled);
  expect(carriedOver(filled, about, { ...about, decision: 'run/open' })).toEqual({ ...filled, accepted: [] });
  expect(carriedOver(filled, about, { ...about, file: 'b' })).toEqual(emptyFields);
});

test('each thing that can be missing has its sentence, in both languages', () => {
  for (const { policy } of Object.values(catalogues)) {
    for (const gap of recordGapKinds) expect(policy, gap).toHaveProperty([`gap.${gap}`]);
    for (const state of ['exportable', 'quarantine', 'blocked', 'teaching']) {
      expect(policy, state).toHaveProperty([`state.${state}.sentence`]);
    }
  }
});

const file = (name: string, size = 10, lastModified = 0) => ({ name, size, lastModified });
const error = (name?: string) => ({ code: 'E40', params: {}, where: name === undefined ? {} : { file: name } });

test('empty files and the same file twice are refused before anything is read', () => {
  expect(problemWithFiles(file('a.csv', 0), null)).toEqual({ at: 'synthetic', why: 'empty' });
  expect(problemWithFiles(file('a.csv'), file('b.csv', 0))).toEqual({ at: 'control', why: 'empty' });
  expect(problemWithFiles(file('a.csv'), file('a.csv'))).toEqual({ at: 'control', why: 'twice' });
  expect(problemWithFiles(file('a.csv'), file('a.csv', 11))).toBeNull();
  expect(problemWithFiles(null, null)).toBeNull();
});

test('an error stands beside the file it names', () => {
  expect(fieldOfError(error('b.csv'), file('a.csv'), file('b.csv'))).toBe('control');
  expect(fieldOfError(error('a.csv'), file('a.csv'), file('b.csv'))).toBe('synthetic');
  expect(fieldOfError(error(), file('a.csv'), null)).toBe('synthetic');
  expect(fieldOfError(error(), file('a.csv'), file('b.csv'))).toBeNull();
});
