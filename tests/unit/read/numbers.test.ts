import { describe, expect, test } from 'vitest';
import {
  neededDecimals,
  plainValue,
  scanDecimals,
  scanNumber,
  scanPlain,
  scanValue,
} from '../../../src/engine/read/cells/numbers.ts';
import { uniforms } from '../../support/points.ts';

const valueOf = (text: string, decimal: '.' | ',' = '.'): number | null => {
  const scan = scanNumber(text);
  return scan && scanValue(scan, decimal);
};

describe('numbers as people write them', () => {
  test.each([
    ['12', 12],
    ['-3', -3],
    ['+7', 7],
    ['\u22123', -3],
    ['1.5', 1.5],
    ['1,5', 1.5],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['-2.5E-4', -0.00025],
    ['1 234,50', 1234.5],
    ['1\u00A0234,50', 1234.5],
    ['987\u202F654,25', 987654.25],
    ["1'234.50", 1234.5],
    ['1,234.50', 1234.5],
    ['1.234,50', 1234.5],
    ['1,000,000', 1000000],
    ['1.000.000', 1000000],
    ['12 %', 12],
    ['7.5%', 7.5],
    ['12,50 €', 12.5],
    ['5 mg', 5],
    ['10kg', 10],
    ['00012', 12],
  ])('%s is %d', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });

  test.each([
    '',
    'a',
    '0x1A',
    '1_000',
    '1/2',
    '3a',
    '<5',
    '>100',
    'env. 20',
    '1 2',
    '12 34',
    '1,23,4',
    '31.01.2020',
    '12:30',
    '1-2',
    '--5',
    '1.2.3',
  ])('%s is no number', (text) => {
    expect(scanNumber(text)).toBeNull();
  });

  test('one mark before three digits is doubtful, and follows the decimal mark of its column', () => {
    expect(scanNumber('1,234')?.doubtful).toBe(',');
    expect(valueOf('1,234', ',')).toBe(1.234);
    expect(valueOf('1,234', '.')).toBe(1234);
    expect(scanNumber('0,234')).toMatchObject({ doubtful: '', decimal: ',' });
    expect(scanNumber('1234,567')).toMatchObject({ doubtful: '', decimal: ',' });
  });

  test('the fast path agrees with the full one wherever it answers', () => {
    const random = uniforms(7);
    const alphabet = '0123456789012345678901234567890123456789.,-';
    let answered = 0;
    for (let i = 0; i < 20_000; i++) {
      const length = 1 + Math.floor(random() * 8);
      let text = '';
      for (let j = 0; j < length; j++) text += alphabet[Math.floor(random() * alphabet.length)];
      const plain = scanPlain(text);
      if (!plain) continue;
      answered++;
      const full = scanNumber(text);
      expect(full, text).not.toBeNull();
      expect(plain.doubtful ? full!.doubtful : full!.decimal, text).toBe(plain.mark);
      expect(plainValue(text, plain), text).toBe(scanValue(full!, plain.mark === '' ? '.' : plain.mark));
    }
    expect(answered).toBeGreaterThan(5000);
  });

  test('decimals needed to write a stored double', () => {
    expect(neededDecimals(12)).toBe(0);
    expect(neededDecimals(0.1)).toBe(1);
    expect(neededDecimals(0.1 + 0.2)).toBe(1);
    expect(neededDecimals(1e-7)).toBe(7);
    expect(neededDecimals(1.25e-7)).toBe(9);
    expect(neededDecimals(-1.3012e-18)).toBe(22);
    expect(neededDecimals(1e-300)).toBe(100);
  });

  test('decimals written, less the exponent', () => {
    const decimalsOf = (text: string): number => scanDecimals(scanNumber(text)!, '.');
    expect(['1.25', '-1.3012e-18', '1.25e1', '1.5e200', '1e-300'].map(decimalsOf)).toEqual([2, 22, 1, 0, 100]);
  });
});
