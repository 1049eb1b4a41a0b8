/**
 * A10. The list of what was released, kept by the institution: so that a second file of the same patients is seen.
 *
 *   commitment = SHA-256(nonce || bytes of the source), hexadecimal; the nonce is 32 random bytes, new for each release
 *
 * A source is recognised by computing its commitment again with the nonce of each entry: the list alone tells nobody which
 * file it was, and a plain fingerprint, which confirms a guess, is never written. No value, no name of a column or of a
 * file, no seed. Entries are only ever added.
 *
 * Source: privacy.md A10, T11, 7.2 (D), 7.3.
 */
import { SosieError } from '../errors.ts';
import type { Ingredients } from '../generate/ingredients.ts';
import type { Settings } from '../generate/settings.ts';
import { type Decision, type Preset, presets, type ReleaseState } from './decision.ts';

/** Settings without the seed, and how many columns were weighted instead of which. */
export interface LedgerSettings {
  readonly k: number;
  readonly ncp: number;
  readonly cap: number | null;
  readonly weighted: number;
  readonly ingredients: Ingredients;
}

export interface LedgerEntry {
  /** ISO 8601, universal time. */
  readonly date: string;
  readonly commitment: string;
  readonly nonce: string;
  readonly generator: string;
  readonly settings: LedgerSettings;
  /** Rows of the synthetic file. */
  readonly rows: number;
  readonly state: ReleaseState;
  readonly preset: Preset;
  readonly policyVersion: string;
  /** As declared; empty when nobody validated. */
  readonly validator: string;
  /** 1 for the first file of this source, 2 for the second... */
  readonly release: number;
}

export interface Ledger {
  readonly format: typeof ledgerFormat;
  readonly version: number;
  readonly entries: readonly LedgerEntry[];
}

const ledgerFormat = 'sosie-ledger';
const ledgerVersion = 1;
const nonceBytes = 32;

export const emptyLedger: Ledger = { format: ledgerFormat, version: ledgerVersion, entries: [] };

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const fromHex = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));

/** SHA-256(nonce || bytes), in hexadecimal. */
export async function commitmentOf(bytes: Uint8Array, nonce: Uint8Array): Promise<string> {
  const both = new Uint8Array(nonce.length + bytes.length);
  both.set(nonce);
  both.set(bytes, nonce.length);
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', both)));
}

export interface Release {
  /** The source file as it was read. */
  readonly bytes: Uint8Array;
  readonly date: Date;
  readonly settings: Settings;
  readonly rows: number;
  readonly decision: Decision;
  readonly validator: string;
}

/** A new list with one more release; the given one is left as it is. */
export async function addRelease(ledger: Ledger, release: Release): Promise<Ledger> {
  const { k, ncp, cap, weights, ingredients, generator } = release.settings;
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const { state, preset, policyVersion } = release.decision;
  return addEntry(ledger, {
    date: release.date.toISOString(),
    commitment: await commitmentOf(release.bytes, nonce),
    nonce: toHex(nonce),
    generator,
    settings: { k, ncp, cap, weighted: Object.keys(weights).length, ingredients },
    rows: release.rows,
    state,
    preset,
    policyVersion,
    validator: release.validator.trim(),
    release: (await releasesOf(ledger, release.bytes)).length + 1,
  });
}

export const addEntry = (ledger: Ledger, entry: LedgerEntry): Ledger => ({
  ...ledger,
  entries: [...ledger.entries, entry],
});

/** The releases of this very source, the earliest first. */
export async function releasesOf(ledger: Ledger, bytes: Uint8Array): Promise<readonly LedgerEntry[]> {
  const found: LedgerEntry[] = [];
  for (const entry of ledger.entries) {
    if ((await commitmentOf(bytes, fromHex(entry.nonce))) === entry.commitment) found.push(entry);
  }
  return found;
}

export const writeLedger = (ledger: Ledger): string => `${JSON.stringify(ledger, null, 2)}\n`;

/**
 * A list read back. Fields that are not known here are dropped.
 * @throws SosieError E69 when the text is no such list, is damaged, or was written by a later version (`why`, `entry`)
 */
export function readLedger(text: string): Ledger {
  const given = parse(text);
  if (!isRecord(given) || given.format !== ledgerFormat) throw new SosieError('E69', { why: 'not-a-ledger' });
  if (typeof given.version !== 'number' || !(given.version >= 1)) throw new SosieError('E69', { why: 'damaged' });
  if (given.version > ledgerVersion) throw new SosieError('E69', { why: 'later-version' });
  if (!Array.isArray(given.entries)) throw new SosieError('E69', { why: 'damaged' });
  return { format: ledgerFormat, version: ledgerVersion, entries: given.entries.map(readEntry) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new SosieError('E69', { why: 'not-a-ledger' }, {}, { cause });
  }
}

type Checked = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount: Checked = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isShortText: Checked = (value) => typeof value === 'string' && value.length <= 500;
const oneOf =
  (words: readonly string[]): Checked =>
  (value) =>
    words.includes(value as string);
const matches =
  (pattern: RegExp): Checked =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

const states: readonly ReleaseState[] = ['exportable', 'quarantine', 'blocked', 'teaching'];

const fields: Readonly<Record<keyof LedgerEntry, Checked>> = {
  date: (value) => matches(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)(value) && !Number.isNaN(Date.parse(value as string)),
  commitment: matches(/^[0-9a-f]{64}$/),
  nonce: matches(/^[0-9a-f]{64}$/),
  generator: matches(/^[a-z][a-z0-9-]{0,39}$/),
  settings: (value) => isRecord(value) && Object.entries(settingFields).every(([key, holds]) => holds(value[key])),
  rows: isCount,
  state: oneOf(states),
  preset: oneOf(presets),
  policyVersion: matches(/^\d+(\.\d+)*$/),
  validator: isShortText,
  release: (value) => isCount(value) && value !== 0,
};

const settingFields: Readonly<Record<keyof LedgerSettings, Checked>> = {
  k: isCount,
  ncp: isCount,
  cap: (value) => value === null || (typeof value === 'number' && value > 0 && value <= 1),
  weighted: isCount,
  ingredients: (value) =>
    isRecord(value) && Object.values(value).every((one) => one === null || typeof one !== 'object'),
};

function readEntry(given: unknown, e: number): LedgerEntry {
  const damaged = (): never => {
    throw new SosieError('E69', { why: 'damaged', entry: e + 1 });
  };
  if (!isRecord(given)) return damaged();
  const keys = Object.keys(fields) as (keyof LedgerEntry)[];
  if (!keys.every((key) => fields[key](given[key]))) return damaged();
  const settings = given.settings as Record<string, unknown>;
  const known = Object.fromEntries(Object.keys(settingFields).map((key) => [key, settings[key]]));
  return { ...Object.fromEntries(keys.map((key) => [key, given[key]])), settings: known } as unknown as LedgerEntry;
}
