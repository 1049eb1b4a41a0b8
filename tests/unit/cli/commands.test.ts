import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sosie-cli-'));
  const rows = Array.from({ length: 60 }, (_, i) => {
    const blood = i % 7 === 0 ? 'NA' : (50 + ((i * 13) % 37)) / 10;
    return `P${1000 + i * 17},${20 + ((i * 7) % 53)},${blood},${'AB'[i % 2]},${['yes', 'no'][i % 3 ? 0 : 1]},,${i % 5 ? 1 : 0}`;
  });
  writeFileSync(join(folder, 'cohort.csv'), `ipp,age,"blood, total",arm,smoker,empty,event\n${rows.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** As `npm run` does: in the project's folder, the caller's being in INIT_CWD. */
function call(...args: string[]): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    cwd: project,
    env: { ...process.env, INIT_CWD: folder },
    encoding: 'utf8',
  });
  return { status, stderr };
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- result files of several shapes
const json = (name: string): any => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('the command line', () => {
  it('avatarize: drops what the reader proposes, says so, writes the plain dress; the seed decides', () => {
    const run = (name: string, ...more: string[]) =>
      call(
        'avatarize',
        'cohort.csv',
        '--k',
        '5',
        '--seed',
        '7',
        '--out',
        `${name}.csv`,
        '--json',
        `${name}.json`,
        ...more,
      );
    const { status, stderr } = run('a');
    expect(status).toBe(0);
    expect(stderr).toContain('“ipp” is left out');
    run('b');
    run('c', '--unshuffled', '--drop', 'event');
    expect(text('a.csv')).toBe(text('b.csv'));
    expect(text('a.csv').split('\n')[0]).toBe('age,"blood, total",arm,smoker,event');
    expect(text('c.csv').split('\n')[0]).toBe('age,"blood, total",arm,smoker');
    const result = json('a.json');
    expect(result).toMatchObject({ n: 60, n_synthetic: 60, axes: expect.any(Number) });
    expect(Object.keys(result.metrics)).toEqual([
      'distance-to-closest',
      'closest-distance-ratio',
      'column-direct-match',
      'row-direct-match',
      'local-cloaking',
      'hidden-rate',
      'categorical-hidden-rate',
      'hellinger',
      'hazard-ratio',
      'shadow',
    ]);
    expect(result.metrics.shadow).toMatchObject({ value: null, applicable: false, reason: 'not-run' });
    expect(result.metrics['hazard-ratio']).toMatchObject({ applicable: false, reason: 'no-survival-roles' });
    expect(Object.keys(result.timings)).toEqual(['prepare', 'factor', 'neighbors', 'generate', 'privacy', 'utility']);
    expect(result).not.toHaveProperty('source_rows');
    expect(json('c.json').source_rows).toEqual(Array.from({ length: 60 }, (_, i) => i));
  });

  it('evaluate: the same metrics as the run that made the file, when rows are declared paired', () => {
    call('avatarize', 'cohort.csv', '--k', '5', '--seed', '7', '--unshuffled', '--out', 'u.csv', '--json', 'u.json');
    expect(call('evaluate', 'cohort.csv', 'u.csv', '--paired', '--json', 'e.json').status).toBe(0);
    for (const [id, metric] of Object.entries<{ value: number | null }>(json('u.json').metrics)) {
      const { value } = json('e.json').metrics[id];
      if (metric.value === null) expect(value).toBeNull();
      else expect(Math.abs(value - metric.value), id).toBeLessThan(1e-12);
    }
    expect(json('e.json').metrics['local-cloaking'].detail.perRow).toHaveLength(60);
  });

  it('judges its own file as the run did, whatever the spelling: signs, booleans, names that begin with a dash', () => {
    const cells = Array.from({ length: 60 }, (_, i) =>
      [20 + ((i * 7) % 53), ['-', '+', '++', '+++'][(i * 5) % 4], i % 3 ? 'TRUE' : 'FALSE', (i * 11) % 17, '=a'].join(
        ',',
      ),
    );
    writeFileSync(join(folder, 'signs.csv'), `age,protein,smoker,-neg,risk\n${cells.join('\n')}\n`);
    const made = ['--k', '5', '--seed', '3', '--unshuffled', '--out', 'signs-out.csv', '--json', 'signs.json'];
    expect(call('avatarize', 'signs.csv', ...made).status).toBe(0);
    const { stderr } = call('evaluate', 'signs.csv', 'signs-out.csv', '--paired', '--json', 'signs-e.json');
    expect(stderr).not.toContain('"code"');
    for (const [id, { value }] of Object.entries<{ value: number | null }>(json('signs.json').metrics)) {
      const again = json('signs-e.json').metrics[id].value;
      if (value === null) expect(again).toBeNull();
      else expect(Math.abs(again - value), id).toBeLessThan(1e-12);
    }
    expect(text('signs-out.csv')).toMatch(/,\+{1,3},/);
  });

  it('hazard ratios on both files, once time, event and arm are declared', () => {
    const rows = Array.from({ length: 120 }, (_, i) => {
      const arm = 'AB'[i % 2]!;
      return `${arm},${((i * 37) % 101) + (arm === 'B' ? 40 : 1)},${i % 4 ? 1 : 0},${20 + ((i * 7) % 53)}`;
    });
    writeFileSync(join(folder, 'trial.csv'), `arm,days,death,age\n${rows.join('\n')}\n`);
    const declared = ['--time', 'days', '--event', 'death', '--arm', 'arm'];
    const run = ['--k', '8', '--seed', '1', '--out', 'trial-out.csv', '--json', 'trial.json'];
    expect(call('avatarize', 'trial.csv', ...declared, ...run).status).toBe(0);
    expect(call('evaluate', 'trial.csv', 'trial-out.csv', ...declared, '--json', 'trial-e.json').status).toBe(0);
    const ratio = json('trial-e.json').metrics['hazard-ratio'];
    expect(ratio.value).toBeCloseTo(json('trial.json').metrics['hazard-ratio'].value, 9);
    expect(ratio).toMatchObject({
      applicable: true,
      criterion: 'utility',
      detail: { reference: 'A', eventValue: '1' },
    });
    const [arm] = ratio.detail.arms;
    expect(arm.original.hazardRatio).toBeLessThan(1);
    for (const figure of ['gap', 'overlap', 'ratio']) expect(arm[figure]).toEqual(expect.any(Number));
    expect(json('trial-e.json').metrics.shadow).toMatchObject({ applicable: false, reason: 'made-elsewhere' });
  });

  it('a control file that is the original is refused; one that shares rows, or is small, is told', () => {
    call('avatarize', 'cohort.csv', '--k', '5', '--seed', '7', '--out', 'u.csv', '--json', 'u.json');
    const refused = call('evaluate', 'cohort.csv', 'u.csv', '--control', 'cohort.csv', '--json', 'x.json');
    expect(refused.status).toBe(1);
    expect(JSON.parse(refused.stderr.trim().split('\n').at(-1)!)).toMatchObject({ code: 'E72' });
    const [header, ...lines] = text('cohort.csv').trim().split('\n');
    const others = lines.map((line, i) =>
      i < 12 ? line : line.replace(/,(\d+),/, (_, age) => `,${Number(age) + 100 + i},`),
    );
    writeFileSync(join(folder, 'control.csv'), [header, ...others].join('\n'));
    const { status, stderr } = call('evaluate', 'cohort.csv', 'u.csv', '--control', 'control.csv', '--json', 'x.json');
    expect(status).toBe(0);
    expect(stderr).toContain('12 rows of the control file (60 in all) are also in the original');
    expect(stderr).toContain('The control file has 60 rows: under 100');
    expect(json('x.json')).toMatchObject({ n_control: 60, n_control_in_original: 12 });
  });

  it('says that fewer donors were used than k asked for', () => {
    const run = (...args: string[]) =>
      call('avatarize', 'cohort.csv', '--k', '58', '--seed', '1', '--out', 'k.csv', '--json', 'k.json', ...args);
    expect(run('--generator', 'reinforced').stderr).toContain('k = 58, but only 56 donors are left');
    expect(json('k.json').generator_k).toBe(56);
    expect(run('--generator', 'avatar', '--shadow').stderr).not.toContain('donors');
    expect(json('k.json').generator_k).toBe(58);
    // Asked for, and this file is too small for it.
    expect(json('k.json').metrics.shadow).toMatchObject({ applicable: false, reason: 'too-few-rows' });
  });

  it('a copy spelled by another program is still a copy', () => {
    const copy = text('cohort.csv')
      .replaceAll('yes', 'Yes')
      .replaceAll('no\n', 'NO\n')
      .replaceAll(',no,', ',No,')
      .replaceAll('NA', '')
      .replaceAll(/(\d)\.(\d),/g, '$1.$20,');
    writeFileSync(join(folder, 'copy.csv'), copy);
    call('evaluate', 'cohort.csv', 'copy.csv', '--paired', '--json', 'copy.json');
    const { metrics } = json('copy.json');
    expect(metrics['row-direct-match'].value).toBe(0);
    expect(metrics['distance-to-closest'].value).toBe(0);
    expect(metrics.hellinger.value).toBe(0);
  });

  it('says what a type costs, and refuses a type that no cell has', () => {
    expect(
      JSON.parse(call('famd', 'cohort.csv', '--numeric', 'arm', '--json', 'x.json').stderr.trim().split('\n').at(-1)!),
    ).toMatchObject({
      code: 'E60',
      where: { column: 'arm' },
    });
    writeFileSync(join(folder, 'mixed.csv'), text('cohort.csv').replace(',20,', ',20a,'));
    const { status, stderr } = call('avatarize', 'mixed.csv', '--k', '5', '--out', 'm.csv', '--json', 'm.json');
    expect(status).toBe(0);
    expect(stderr).toContain('“age”: 1 cell does not fit the type and is read as missing.');
  });

  it('flags that name columns make the first line a header, even where every name is also a level', () => {
    writeFileSync(join(folder, 'levels.csv'), 'a,b\nb,a\na,b\nb,b\na,a\n');
    expect(call('famd', 'levels.csv', '--categorical', 'a,b', '--json', 'levels.json').status).toBe(0);
    expect(json('levels.json').n).toBe(4);
  });

  it('keeps an empty column, empty, when asked to keep all', () => {
    call('avatarize', 'cohort.csv', '--k', '5', '--keep-all', '--out', 'all.csv', '--json', 'all.json');
    const [header, first] = text('all.csv').split('\n');
    expect(header).toBe('ipp,age,"blood, total",arm,smoker,empty,event');
    expect(first!.split(',').at(-2)).toBe('');
  });

  it('famd: never drops by itself; flags take a name with a comma, repeated or listed', () => {
    expect(
      call(
        'famd',
        'cohort.csv',
        '--drop',
        'ipp',
        '--drop',
        'blood, total',
        '--categorical',
        'age,event',
        '--json',
        'f.json',
      ).status,
    ).toBe(0);
    const { kind, columns, rows, axes } = json('f.json');
    expect(kind).toBe('mca');
    expect(axes).toBe(5);
    expect(rows.coordinates).toHaveLength(60);
    expect(new Set(columns.map(({ variable }: { variable: string }) => variable))).toEqual(
      new Set(['age', 'arm', 'smoker', 'event']),
    );
    call('famd', 'cohort.csv', '--json', 'g.json');
    expect(json('g.json').columns.some(({ variable }: { variable: string }) => variable === 'ipp')).toBe(true);
    expect(json('g.json').columns.some(({ variable }: { variable: string }) => variable === 'empty')).toBe(false);
  });

  it('inspect: what was read, with values on request', () => {
    expect(call('inspect', 'cohort.csv', '--values', '--json', 'i.json').status).toBe(0);
    const { format, rows, columns } = json('i.json');
    expect({ format, rows }).toEqual({ format: 'csv', rows: 60 });
    expect(columns[2]).toMatchObject({ name: 'blood, total', type: 'number', missing: 9 });
    expect(columns[2].values.slice(0, 2)).toEqual([null, 6.3]);
  });

  it.each([
    [['avatarize', 'cohort.csv', '--k', '60', '--out', 'x.csv', '--json', 'x.json'], 'E01'],
    [['evaluate', 'cohort.csv', 'missing.csv', '--json', 'x.json'], 'E46'],
    [['famd', 'cohort.csv', '--drop', 'nobody', '--json', 'x.json'], 'E45'],
    [['famd', 'cohort.csv', '--ncp', '0', '--json', 'x.json'], 'E44'],
    [['famd', 'cohort.csv'], 'E47'],
    [['dance'], 'E47'],
    [['inspect', 'cohort.csv', '--json', 'no/such/folder.json'], 'E48'],
  ])('%j fails with one JSON line, %s', (args, code) => {
    const { status, stderr } = call(...args);
    expect(status).not.toBe(0);
    const lines = stderr.trim().split('\n');
    const error = JSON.parse(lines.at(-1)!);
    expect(error).toMatchObject({ code, message: expect.any(String), where: expect.any(Object) });
    expect(error.message).not.toContain('undefined');
  });

  it('speaks French', () => {
    const { stderr } = call('famd', 'cohort.csv', '--drop', 'nobody', '--lang', 'fr', '--json', 'x.json');
    expect(JSON.parse(stderr.trim().split('\n').at(-1)!).message).toContain('n’a pas de colonne');
  });
});
