import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeSamples } from '../../scripts/make-samples.mjs';

const folder = new URL('../../public/samples/', import.meta.url);
const samples = makeSamples();

/** The key of a French social security number, by the number itself (nothing of the app is used here). */
const keyOf = (body: string) => 97 - Number(BigInt(body) % 97n);

describe('the sample cohorts', () => {
  test('the committed files are the ones the script makes, byte for byte', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(samples).sort());
    for (const [name, bytes] of Object.entries(samples)) {
      expect(readFileSync(new URL(name, folder)).equals(bytes), `${name}: run node scripts/make-samples.mjs`).toBe(
        true,
      );
    }
  });

  test('the clean one is a plain table', () => {
    const lines = String(samples['cohorte-propre.csv']).trimEnd().split('\n');
    expect(lines).toHaveLength(501);
    expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([20]));
    expect(new Set(lines).size).toBe(501);
  });

  test('the other one wears the French Excel dress and holds its traps', () => {
    const bytes = samples['cohorte-pieges.csv']!;
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    const text = bytes.toString('latin1');
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(447);
    expect(lines[0]).toContain('Créatinine (µmol/L)');
    for (const trap of [
      ';3a;',
      ';<5;',
      ';oui ;',
      ';OUI;',
      ';NA;',
      ';ND;',
      '=SOMME',
      '31/02/2021',
      ';1,68;',
      '\x9cil',
    ]) {
      expect(text.includes(trap), trap).toBe(true);
    }
    expect(lines.length - new Set(lines).size).toBe(6);
    const numbers = [...text.matchAll(/;([12](?: \d\d){3} \d{3} \d{3}) (\d\d);/g)];
    expect(numbers).toHaveLength(446);
    const valid = numbers.filter(([, body, key]) => keyOf(body!.replaceAll(' ', '')) === Number(key));
    expect(valid.length).toBeGreaterThanOrEqual(440);
    expect(valid.length).toBeLessThan(446);
  });

  test('nobody in it can exist', () => {
    const text = samples['cohorte-pieges.csv']!.toString('latin1');
    // 06 39 98 is set aside for fiction, example.org for examples, communes 990 and above do not exist.
    expect(text.match(/\b0[1-9](?: \d\d){4}\b/g)!.every((phone) => phone.startsWith('06 39 98'))).toBe(true);
    expect(text.match(/@[a-z.]+/g)!.every((domain) => domain === '@example.org')).toBe(true);
    expect([...text.matchAll(/;[12](?: \d\d){3} (\d{3}) /g)].every(([, commune]) => Number(commune) >= 990)).toBe(true);
  });
});
