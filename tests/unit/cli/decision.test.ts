/** What the policy says of a file made from the command line. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DecisionLine } from '../../../src/engine/verdict/decision.ts';

const project = resolve(import.meta.dirname, '../../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sosie-decision-'));
  const rows = Array.from({ length: 60 }, (_, i) => {
    const body = `2550814168${100 + i}`;
    const key = String(97 - (Number(body) % 97)).padStart(2, '0');
    return `${body}${key},${20 + ((i * 7) % 53)},${(50 + ((i * 13) % 37)) / 10},${'AB'[i % 2]}`;
  });
  writeFileSync(join(folder, 'cohort.csv'), `nir,age,blood,arm\n${rows.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

function avatarize(name: string, ...more: string[]) {
  const args = ['cohort.csv', '--generator', 'reinforced', '--out', `${name}.csv`, '--json', `${name}.json`, ...more];
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'avatarize', ...args], {
    cwd: project,
    env: { ...process.env, INIT_CWD: folder },
    encoding: 'utf8',
  });
  return { status, stderr, result: () => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) };
}
const lineOf = (lines: readonly DecisionLine[], id: string) => lines.find((line) => line.id === id);

describe('avatarize --audit', () => {
  it('adds the decision, for a partner unless said; a seed makes a file that can be made again', () => {
    const { decision } = avatarize('seeded', '--audit', '--seed', '7').result();
    expect(decision).toMatchObject({ state: 'quarantine', degree: 'serious', preset: 'partner', policyVersion: '1.0' });
    expect(lineOf(decision.lines, 'fixed-seed')).toMatchObject({ state: 'serious', value: 1 });
    expect(lineOf(decision.lines, 'rows')).toMatchObject({ state: 'reservation', value: 60, exportable: 100 });
    expect(lineOf(decision.lines, 'largest-weight')!.value).toBeLessThanOrEqual(0.2 + 1e-9);
    expect(lineOf(decision.lines, 'attempts')).toMatchObject({ state: 'exportable', value: 0 });
  });

  it('a kept identifier blocks, and the file is written all the same: this is a tool for scripts', () => {
    const { status, result } = avatarize('kept', '--audit', '--keep-all', '--policy', 'open');
    expect(status).toBe(0);
    const { decision } = result();
    expect(decision).toMatchObject({ state: 'blocked', degree: null, preset: 'open' });
    expect(decision.lines[0]).toMatchObject({ id: 'checked-identifiers', params: { columns: 'nir' } });
    expect(lineOf(decision.lines, 'fixed-seed')!.state).toBe('exportable');
    expect(readFileSync(join(folder, 'kept.csv'), 'utf8').split('\n')[0]).toBe('nir,age,blood,arm');
  });

  it('no audit, no decision; no preset of that name', () => {
    expect(avatarize('plain').result()).not.toHaveProperty('decision');
    const { status, stderr } = avatarize('x', '--audit', '--policy', 'everybody');
    expect(status).not.toBe(0);
    expect(JSON.parse(stderr.trim().split('\n').at(-1)!).code).toBe('E44');
  });
});
