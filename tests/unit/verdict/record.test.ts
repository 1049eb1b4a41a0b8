import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/engine/verdict/decide.ts';
import {
  exportMark,
  mayExport,
  recordGapKinds,
  recordGaps,
  unacceptedLines,
  type Derogation,
  type ExportRecord,
} from '../../../src/engine/verdict/record.ts';
import { green } from './green.ts';

const exportable = decide(green, 'partner');
const reserved = decide({ ...green, attempts: 9 }, 'partner');
const serious = decide({ ...green, fixedSeed: true, genetic: ['hla'] }, 'partner');
const blocked = decide({ ...green, freeText: ['notes'] }, 'partner');
const teaching = decide({ ...green, teaching: true }, 'partner');

const derogation: Derogation = {
  trained: true,
  riskStudy: 'DPIA 2026-14',
  justification: 'x'.repeat(100),
  recipients: 'The biostatistics team of the partner, under contract',
  accepted: ['fixed-seed', 'genetic'],
};
const complete: ExportRecord = {
  preset: 'partner',
  validator: 'A. Martin',
  validatorFunction: 'Head of the data warehouse',
  derogation,
};
const lacking = (change: Partial<Derogation>): ExportRecord => ({
  ...complete,
  derogation: { ...derogation, ...change },
});

describe('what a record lacks', () => {
  it('nothing when complete; everything when there is none', () => {
    for (const decision of [exportable, reserved, serious]) expect(recordGaps(decision, complete)).toEqual([]);
    expect(recordGaps(exportable, null)).toEqual(['preset', 'validator', 'validator-function']);
    expect(recordGaps(serious, null)).toEqual([...recordGapKinds]);
    expect(recordGaps(reserved, null)).toEqual(recordGapKinds.filter((gap) => gap !== 'serious-lines'));
    expect(recordGaps(teaching, null)).toEqual([]);
  });

  it.each([
    [{ validator: '  ' }, 'validator'],
    [{ validatorFunction: '' }, 'validator-function'],
    [{ preset: 'inside' }, 'preset'],
  ] as const)('%j, for every file', (change, gap) => {
    for (const decision of [exportable, reserved, serious])
      expect(recordGaps(decision, { ...complete, ...change })).toEqual([gap]);
  });

  it.each([
    [{ trained: false }, 'trained'],
    [{ riskStudy: ' ' }, 'risk-study'],
    [{ justification: 'x'.repeat(99) }, 'justification'],
    [{ justification: `${' '.repeat(200)}because` }, 'justification'],
    [{ justification: `a${' '.repeat(200)}b` }, 'justification'],
    [{ recipients: '' }, 'recipients'],
  ] as const)('%j, in quarantine only', (change, gap) => {
    expect(recordGaps(reserved, lacking(change))).toEqual([gap]);
    expect(recordGaps(exportable, lacking(change))).toEqual([]);
  });

  it('each serious line, one by one; ticking others does not help', () => {
    const one = lacking({ accepted: ['genetic', 'attempts'] });
    expect(unacceptedLines(serious, one)).toEqual(['fixed-seed']);
    expect(recordGaps(serious, one)).toEqual(['serious-lines']);
    expect(recordGaps(reserved, lacking({ accepted: [] }))).toEqual([]);
  });
});

describe('what may be written, and under which mark', () => {
  it.each([
    ['exportable, with a validator', exportable, complete, true, 'validated'],
    ['exportable, without', exportable, null, true, 'not-validated'],
    ['exportable, decided for another breadth', exportable, { ...complete, preset: 'open' }, true, 'not-validated'],
    ['quarantine, complete', serious, complete, true, 'derogation'],
    ['quarantine, incomplete', serious, lacking({ accepted: [] }), false, 'not-validated'],
    ['quarantine, without a derogation', reserved, { ...complete, derogation: null }, false, 'not-validated'],
    ['blocked, whatever the record', blocked, complete, false, 'not-validated'],
    ['teaching', teaching, null, true, 'demo'],
  ] as const)('%s', (_what, decision, record, may, mark) => {
    expect(mayExport(decision, record)).toBe(may);
    expect(exportMark(decision, record)).toBe(mark);
  });
});
