import { describe, expect, it } from 'vitest';
import { copyAnchor } from '../../../../src/engine/audit/anchors.ts';
import { copies } from '../../../../src/engine/privacy/attacks/copies.ts';
import { takeRows } from '../../../../src/engine/table/table.ts';
import {
  attempt,
  fairGame,
  levelColumn,
  numberColumn,
  patients,
  play,
  shuffled,
  source,
  tableOf,
  withCopies,
} from '../game.ts';

const firstRows = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('near copies (A7)', () => {
  it('fires on real rows blurred by a fifth of their spread', async () => {
    const members = patients(150, 1, { numbers: 5 });
    const found = (
      await attempt(copies, [play(members, patients(150, 2, { numbers: 5 }), copyAnchor(members, source(3)))])
    ).get('near-copies')!;
    expect(found.value).toBeGreaterThan(60);
    expect(found.attack!.interval![0]).toBeGreaterThan(20);
    expect(found.detail.pValue).toBeLessThan(0.01);
  });

  it('fires on one member in twenty given back', async () => {
    const members = patients(300, 1, { numbers: 5 });
    const made = withCopies(patients(300, 2, { numbers: 5 }), members, 20);
    const found = (await attempt(copies, [play(members, patients(200, 3, { numbers: 5 }), made)])).get('near-copies')!;
    expect(found.value).toBeGreaterThan(6);
    expect(found.detail.pValue).toBeLessThan(0.05);
  });

  it('does not fire on another draw of the law', async () => {
    const found = (await attempt(copies, [fairGame(200, 200, 4)])).get('near-copies')!;
    expect(found.detail.pValue).toBeGreaterThan(0.05);
    expect(found.attack!.interval![0]).toBeLessThan(1);
    expect(found.attack!.interval![1]).toBeGreaterThan(1);
  });

  it('100 controls or more: the 1 % quantile; fewer: the smallest distance, and 1 / (controls + 1) expected', async () => {
    const many = (await attempt(copies, [fairGame(60, 100, 1)])).get('near-copies')!;
    expect(many.attack!.control).toBe(1);
    // The quantile of 100 stands between the first and the second: two in 101, not one, fall below.
    expect(many.detail.expectedInSample).toBeCloseTo(1.99 / 101, 12);
    const few = (await attempt(copies, [fairGame(60, 49, 1)])).get('near-copies')!;
    expect(few.attack!.control).toBeCloseTo(2, 12);
    expect(few.detail.expectedInSample).toBeCloseTo(1 / 50, 12);
  });

  it('unseen patients matched exactly too: not measurable, and the exact copies say the rest', async () => {
    const members = patients(120, 1, { numbers: 0, levels: 4 });
    const results = await attempt(copies, [
      play(members, patients(120, 2, { numbers: 0, levels: 4 }), shuffled(members, 3)),
    ]);
    expect(results.get('near-copies')).toMatchObject({ value: null, reason: 'unseen-matched-exactly' });
  });

  it('fewer than eleven controls: not measurable', async () => {
    expect((await attempt(copies, [fairGame(60, 10, 1)])).get('near-copies')).toMatchObject({
      value: null,
      reason: 'too-few-controls',
    });
  });

  it('a patient counts once, however many rounds', async () => {
    const game = fairGame(60, 40, 9);
    const [once, twice] = [await attempt(copies, [game]), await attempt(copies, [game, game])];
    for (const id of ['near-copies', 'exact-copies']) {
      expect(twice.get(id)!.attack).toEqual(once.get(id)!.attack);
    }
  });
});

describe('exact copies (A7)', () => {
  it('finds the unique members given back, and only them', async () => {
    const members = patients(100, 1);
    const made = withCopies(patients(100, 2), members, 5);
    const found = (await attempt(copies, [play(members, patients(80, 3), made)])).get('exact-copies')!;
    expect(found.value).toBeCloseTo(5, 12);
    expect(found.detail).toMatchObject({
      unique_members: { found: 5, of: 100 },
      unique_controls: { found: 0, of: 80 },
    });
    expect(found.attack!.interval![0]).toBeLessThan(5);
    expect(found.attack!.interval![1]).toBeGreaterThan(5);
  });

  it('twenty out of a hundred are beyond chance, and said so', async () => {
    const members = patients(100, 1);
    const leaking = play(members, patients(100, 3), withCopies(patients(100, 2), members, 20));
    expect((await attempt(copies, [leaking])).get('exact-copies')!.detail.significant).toBe(true);
    expect((await attempt(copies, [fairGame(100, 100, 1)])).get('exact-copies')!).toMatchObject({
      value: 0,
      detail: { significant: false },
    });
  });

  it('a table of few values: chance copies members and controls alike', async () => {
    const law = { numbers: 0, levels: 9 };
    const found = (await attempt(copies, [fairGame(300, 300, 2, law)])).get('exact-copies')!;
    expect(found.attack!.control).toBeGreaterThan(2);
    expect(found.detail.significant).toBe(false);
  });

  it('a row that two patients share is nobody’s', async () => {
    const twin = tableOf(numberColumn('a', [1, 1, ...firstRows(20).map((i) => 10 + i)], 0));
    const others = tableOf(
      numberColumn(
        'a',
        firstRows(20).map((i) => 100 + i),
        0,
      ),
    );
    const found = (await attempt(copies, [play(twin, others, takeRows(twin, [0, 0, 0]))])).get('exact-copies')!;
    expect(found.value).toBe(0);
    expect(found.detail).toMatchObject({ found: { member: 2 / 22, control: 0 }, unique_members: { found: 0, of: 20 } });
  });

  it('no unique row: not measurable', async () => {
    const pairs = (rows: number) =>
      tableOf(
        levelColumn(
          'a',
          firstRows(rows).map((i) => (i % 2 ? 'x' : 'y')),
        ),
      );
    expect((await attempt(copies, [play(pairs(30), pairs(30), pairs(30))])).get('exact-copies')).toMatchObject({
      value: null,
      reason: 'no-unique-row',
    });
  });
});

describe('numbers that one member alone has (T14)', () => {
  const law = { numbers: 2, levels: 1 };
  const replicated = async (game: ReturnType<typeof play>) =>
    (await attempt(copies, [game])).get('exact-copies')!.detail.replicatedValues as readonly {
      readonly column: string;
      readonly synthetic: number;
      readonly controls: number;
    }[];

  it('the members given back hold nearly all of them; another draw no more than controls do', async () => {
    const members = patients(150, 1, law);
    for (const { synthetic, controls } of await replicated(
      play(members, patients(150, 2, law), shuffled(members, 3)),
    )) {
      expect(synthetic).toBeGreaterThan(80);
      expect(controls).toBeLessThan(20);
    }
    const fair = await replicated(fairGame(150, 150, 4, law));
    expect(fair.map(({ column }) => column)).toEqual(['number 0', 'number 1']);
    for (const { synthetic, controls } of fair) expect(Math.abs(synthetic - controls)).toBeLessThan(10);
  });

  it('a column of few values is not looked at', async () => {
    const grade = (rows: number) =>
      tableOf(
        numberColumn(
          'grade',
          firstRows(rows).map((i) => i % 5),
          0,
        ),
      );
    expect(await replicated(play(grade(60), grade(60), grade(60)))).toEqual([]);
  });
});
