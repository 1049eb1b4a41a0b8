import { describe, expect, test } from 'vitest';
import { identifyTable } from '../../../src/engine/identify/table.ts';
import { levels, many, numbers } from './columns.ts';

const year = 365.25;
const latitudes = many(50, (i) => 45 + ((i * 37) % 50) / 13.7);
const longitudes = many(50, (i) => -1 + ((i * 17) % 50) / 11.3);
const kinds = (columns: Parameters<typeof identifyTable>[0]): (string | null)[] =>
  identifyTable(columns).map((verdict) => verdict && `${verdict.kind} ${verdict.certainty}`);

describe('coordinates', () => {
  test('two numbers side by side, in the range of a country, whatever comes before', () => {
    const measure = numbers(
      'x',
      many(50, (i) => i / 70),
      'number',
      5,
    );
    expect(kinds([measure, numbers('y', latitudes, 'number', 5), numbers('z', longitudes, 'number', 5)])).toEqual([
      null,
      'gps likely',
      'gps likely',
    ]);
  });

  test('not with two decimals, not apart, not out of range', () => {
    const far = numbers(
      'x',
      many(50, (i) => 200 + i),
      'number',
      5,
    );
    const latitude = numbers('y', latitudes, 'number', 5);
    expect(kinds([numbers('y', latitudes, 'number', 2), numbers('z', longitudes, 'number', 2)])).toEqual([null, null]);
    expect(kinds([latitude, far, numbers('z', longitudes, 'number', 5)])).toEqual([null, null, null]);
    expect(
      kinds([
        latitude,
        levels(
          'a',
          many(50, (i) => 'ab'[i % 2]!),
        ),
        numbers('z', longitudes, 'number', 5),
      ]),
    ).toEqual([null, null, null]);
  });

  test('a header and three decimals are enough', () => {
    expect(kinds([numbers('latitude', latitudes, 'number', 3), numbers('x', longitudes, 'number', 2)])).toEqual([
      'gps likely',
      null,
    ]);
  });
});

describe('dates of birth', () => {
  const births = many(60, (i) => Math.round((1945 - 1970 + (i % 40) / 2.1) * year));
  const visits = many(60, (i) => Math.round((2019 - 1970) * year) + i);

  test('spread over decades, or a lifetime before the other dates', () => {
    expect(kinds([numbers('a', births, 'date'), numbers('b', visits, 'date')])).toEqual(['birth-date quasi', null]);
    expect(kinds([numbers('b', visits, 'date')])).toEqual([null]);
    const wide = many(60, (i) => Math.round((1930 - 1970 + i) * year));
    expect(kinds([numbers('a', wide, 'date')])).toEqual(['birth-date quasi']);
  });

  test('a date told by its header leaves the others alone', () => {
    expect(
      kinds([
        numbers('DDN', births, 'date'),
        numbers(
          'c',
          many(60, (i) => births[i]! + 1),
          'date',
        ),
      ]),
    ).toEqual(['birth-date quasi', null]);
  });
});
