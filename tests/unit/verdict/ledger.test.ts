import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import { decide } from '../../../src/engine/verdict/decide.ts';
import {
  addRelease,
  commitmentOf,
  emptyLedger,
  readLedger,
  releasesOf,
  writeLedger,
  type Ledger,
} from '../../../src/engine/verdict/ledger.ts';
import { catalogues } from '../../../src/engine/words/index.ts';
import { say, speakers } from '../../../src/engine/words/words.ts';
import { green } from './green.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const decision = decide({ ...green, genetic: ['HLA_secret'] }, 'partner');
const settings = { ...defaultSettings, generator: 'reinforced', weights: { age_secret: 2 } } as const;
const add = (ledger: Ledger, source: string, date = '2026-11-24T10:00:00.000Z') =>
  addRelease(ledger, {
    bytes: bytes(source),
    date: new Date(date),
    settings,
    rows: 95,
    decision,
    validator: ' A. Martin ',
  });

describe('the list of releases', () => {
  it('counts the releases of a source, and of no other', async () => {
    const three = await add(await add(await add(emptyLedger, 'cohort'), 'other'), 'cohort');
    expect(three.entries.map(({ release }) => release)).toEqual([1, 1, 2]);
    expect(await releasesOf(three, bytes('cohort'))).toEqual([three.entries[0], three.entries[2]]);
    expect(await releasesOf(three, bytes('cohort '))).toEqual([]);
    expect(emptyLedger.entries).toEqual([]);
  });

  it('comes back as it was written', async () => {
    const ledger = await add(await add(emptyLedger, 'cohort'), 'cohort', '2026-12-01T08:00:00.000Z');
    expect(readLedger(writeLedger(ledger))).toEqual(ledger);
    expect(readLedger(`\uFEFF${writeLedger(emptyLedger)}`)).toEqual(emptyLedger);
    expect(ledger.entries[0]).toMatchObject({
      date: '2026-11-24T10:00:00.000Z',
      generator: 'reinforced',
      rows: 95,
      state: 'quarantine',
      preset: 'partner',
      policyVersion: decision.policyVersion,
      validator: 'A. Martin',
      settings: { k: 20, ncp: 5, weighted: 1 },
    });
  });

  it('holds no name of a column, no seed, and no plain fingerprint of the source', async () => {
    const text = writeLedger(await add(emptyLedger, 'cohort'));
    expect(text).not.toMatch(/secret|seed/i);
    expect(text).not.toContain(await commitmentOf(bytes('cohort'), new Uint8Array()));
  });

  it('uses a new nonce each time: two releases of a source cannot be told to be of the same one', async () => {
    const { entries } = await add(await add(emptyLedger, 'cohort'), 'cohort');
    expect(entries[0]!.nonce).not.toBe(entries[1]!.nonce);
    expect(entries[0]!.commitment).not.toBe(entries[1]!.commitment);
  });

  it('commits to nonce then bytes (SHA-256 of "abc")', async () => {
    const expected = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await commitmentOf(bytes('bc'), bytes('a'))).toBe(expected);
  });

  it('drops what it does not know, so that nothing else travels in it', async () => {
    const ledger = JSON.parse(writeLedger(await add(emptyLedger, 'cohort')));
    ledger.entries[0].columns = ['name'];
    ledger.entries[0].settings.seed = 7;
    expect(writeLedger(readLedger(JSON.stringify(ledger)))).not.toMatch(/columns|seed/);
  });
});

describe('a file that is no such list, or is damaged, is refused', () => {
  const refusal = (text: string): Record<string, unknown> => {
    try {
      readLedger(text);
    } catch (error) {
      const { code, params } = error as { code: string; params: Record<string, string | number> };
      for (const language of ['en', 'fr'] as const)
        expect(say(catalogues[language].errors[code]!, params, speakers[language])).not.toMatch(/undefined|NaN/);
      return { code, ...params };
    }
    return {};
  };

  it.each(['', 'no json', '[]', 'null', '"a"', '{"format":"other"}'])('%j: not a list', (text) => {
    expect(refusal(text)).toEqual({ code: 'E69', why: 'not-a-ledger' });
  });

  it('a later version, or none', () => {
    expect(refusal(JSON.stringify({ ...emptyLedger, version: 2 }))).toMatchObject({ why: 'later-version' });
    expect(refusal(JSON.stringify({ ...emptyLedger, version: '1' }))).toMatchObject({ why: 'damaged' });
    expect(refusal(JSON.stringify({ ...emptyLedger, entries: {} }))).toMatchObject({ why: 'damaged' });
  });

  it('each field, absent or of another kind; the entry is named', async () => {
    const good = await add(await add(emptyLedger, 'cohort'), 'cohort');
    for (const field of Object.keys(good.entries[1]!)) {
      for (const bad of [undefined, {}, -1, 'x'.repeat(600)]) {
        const entries = [good.entries[0], { ...good.entries[1], [field]: bad }];
        const found = refusal(JSON.stringify({ ...good, entries }));
        expect(found, `${field} ${String(bad)}`).toEqual({ code: 'E69', why: 'damaged', entry: 2 });
      }
    }
    expect(refusal(writeLedger(good).slice(0, -20))).toMatchObject({ code: 'E69' });
    expect(refusal(JSON.stringify({ ...good, entries: [null] }))).toMatchObject({ why: 'damaged', entry: 1 });
  });
});
