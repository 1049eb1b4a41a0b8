/** Every awkward file of the reference folder, read and compared with the expected reading beside it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SosieError } from '../../src/engine/errors.ts';
import { inspect } from '../../src/engine/read/inspect.ts';
import { readFile } from '../../src/engine/read/read.ts';
import { compareTable, type Expected } from './inputs.compare.ts';

const folder = join(import.meta.dirname, '../../../shared/reference/inputs');
const suffix = '.expected.json';
const present = existsSync(folder);
const cases = present
  ? readdirSync(folder)
      .filter((name) => name.endsWith(suffix))
      .map((name) => name.slice(0, -suffix.length))
  : [];

describe.skipIf(!present)('reference inputs (skipped where shared/reference is absent)', () => {
  test('the folder is not empty', () => {
    expect(cases.length).toBeGreaterThanOrEqual(62);
  });

  test.each(cases)('%s', async (file) => {
    const expected = JSON.parse(readFileSync(join(folder, file + suffix), 'utf8')) as Expected;
    const bytes = new Uint8Array(readFileSync(join(folder, file)));
    const outcome = await readFile(bytes, file, {}).then(
      (result) => ({ inspection: inspect(result, { values: true }) }),
      (error: unknown) => ({ error }),
    );
    if ('error' in outcome) {
      expect(outcome.error, String(outcome.error)).toBeInstanceOf(SosieError);
      expect(['refuse', 'warn_or_refuse', 'table_or_refuse'], (outcome.error as SosieError).code).toContain(
        expected.outcome,
      );
      return;
    }
    expect(expected.outcome, 'must be refused').not.toBe('refuse');
    const { inspection } = outcome;
    expect(compareTable(expected, inspection)).toEqual([]);
    const codes = inspection.findings.map((finding) => finding.code);
    const columnCodes = inspection.columns.flatMap((column) => column.findings.map((finding) => finding.code));
    if (expected.outcome === 'warn_or_refuse')
      expect([...codes, ...columnCodes].length, 'nothing is said').toBeGreaterThan(0);
    if (expected.line !== undefined) {
      const rows = inspection.findings.flatMap((finding) => finding.cells?.map((cell) => cell.row) ?? []);
      expect(rows).toContain(expected.line);
    }
    for (const name of expected.unreadable_columns ?? []) {
      const column = inspection.columns.find((candidate) => candidate.name === name)!;
      expect(column.missing, name).toBe(inspection.rows);
      expect(
        column.findings.map((finding) => finding.code),
        name,
      ).toContain('E14');
    }
    if (expected.outcome === 'refuse_to_generate') expect(inspection.rows).toBeLessThan(2);
  });
});
