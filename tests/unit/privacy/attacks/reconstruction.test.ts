import { describe, expect, it } from 'vitest';
import type { Round } from '../../../../src/engine/privacy/attacks/attack.ts';
import { reconstruction } from '../../../../src/engine/privacy/attacks/reconstruction.ts';
import { streamPurpose } from '../../../../src/engine/numeric/random.ts';
import type { Table } from '../../../../src/engine/table/table.ts';
import { attempt, levelColumn, patients, play, shuffled, source } from '../game.ts';

/** Four numbers, a few levels, and a secret that nothing else tells. */
function study(rows: number, seed: number): Table {
  const stream = source(900 + seed).stream(streamPurpose.audit, 0);
  const table = patients(rows, seed, { numbers: 5, levels: 2 });
  const secret = levelColumn(
    'secret',
    Array.from({ length: rows }, () => (stream.uniform() < 0.5 ? 'yes' : 'no')),
  );
  return { ...table, columns: [...table.columns, secret] };
}

const solve = async (game: Round, outcome = ['secret']) =>
  (await attempt(reconstruction, [game], { roles: { outcome } })).get('reconstruction')!;

describe('linear reconstruction (A6)', () => {
  const members = study(80, 1);

  it('fires on the members given back: the secret of members comes out of the counts, that of others does not', async () => {
    const { value, attack } = await solve(play(members, study(80, 2), shuffled(members, 3)));
    expect(attack!.member).toBeGreaterThan(80);
    expect(value).toBeGreaterThan(15);
    expect(attack!.interval![0]).toBeGreaterThan(0);
  });

  it('does not fire on another draw of the law', async () => {
    const { attack } = await solve(play(members, study(80, 2), study(80, 3)));
    expect(attack!.interval![0]).toBeLessThan(0);
    expect(attack!.interval![1]).toBeGreaterThan(0);
  });

  it('no column of two values: not measurable', async () => {
    const numbers = (seed: number) => patients(60, seed, { numbers: 6, levels: 0 });
    expect(await solve(play(numbers(1), numbers(2), numbers(3)), [])).toMatchObject({ reason: 'no-binary-secret' });
  });
});
