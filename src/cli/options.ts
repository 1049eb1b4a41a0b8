/** The arguments of every command, as one typed object. Names of columns are resolved later, against the file. */
import { parseArgs } from 'node:util';
import { SosieError } from '../engine/errors.ts';
import { defaultSettings, type Settings } from '../engine/generate/settings.ts';
import type { ColumnRole } from '../engine/table/schema.ts';
import type { Language } from '../engine/words/words.ts';

export type CommandName = 'avatarize' | 'evaluate' | 'famd' | 'inspect';

export const usages: Readonly<Record<CommandName, string>> = {
  avatarize: 'avatarize INPUT --out SYNTHETIC.csv --json RESULT.json [--k 20] [--ncp 5] [--seed N] [--unshuffled]',
  evaluate: 'evaluate ORIGINAL SYNTHETIC --json RESULT.json [--paired] [--ncp 5]',
  famd: 'famd INPUT --json RESULT.json [--ncp 5] [--supplementary FILE]',
  inspect: 'inspect INPUT --json RESULT.json [--sheet NAME] [--values]',
};

/** Flags that name columns for a role. */
const roleFlags = {
  outcome: 'outcome',
  time: 'time',
  event: 'event',
  arm: 'arm',
  quasi: 'quasi-identifier',
  known: 'quasi-identifier',
} as const satisfies Record<string, ColumnRole>;

export interface Options {
  readonly files: readonly string[];
  readonly json: string;
  readonly out: string | undefined;
  readonly language: Language;
  readonly settings: Settings;
  readonly seed: string | undefined;
  readonly sheet: string | undefined;
  readonly supplementary: string | undefined;
  readonly values: boolean;
  readonly paired: boolean;
  readonly unshuffled: boolean;
  readonly keepAll: boolean;
  readonly sourceDress: boolean;
  /** Raw flag values: each may be one name or several separated by commas. */
  readonly categorical: readonly string[];
  readonly numeric: readonly string[];
  readonly drop: readonly string[];
  readonly roles: readonly { readonly flag: string; readonly role: ColumnRole; readonly names: readonly string[] }[];
  readonly weights: readonly string[];
}

const many = { type: 'string', multiple: true } as const;

/** @throws SosieError E47 when something needed is missing or unknown, E44 for a value out of range */
export function readOptions(command: CommandName, args: readonly string[]): Options {
  const usage = usages[command];
  const { values, positionals } = parse(args, usage);
  const wanted = command === 'evaluate' ? 2 : 1;
  if (positionals.length !== wanted || values.json === undefined) throw new SosieError('E47', { usage });
  if (command === 'avatarize' && values.out === undefined) throw new SosieError('E47', { usage });
  oneOf('missing', values.missing, ['mean']);
  oneOf('lang', values.lang, ['en', 'fr']);
  oneOf('dress', values.dress, ['plain', 'source']);
  oneOf('policy', values.policy, ['inside', 'partner', 'open']);
  const generator = values.generator ?? defaultSettings.generator;
  oneOf('generator', generator, ['avatar']);
  return {
    files: positionals,
    json: values.json,
    out: values.out,
    language: values.lang === 'fr' ? 'fr' : 'en',
    settings: {
      ...defaultSettings,
      k: wholeNumber('k', values.k, defaultSettings.k),
      ncp: wholeNumber('ncp', values.ncp, defaultSettings.ncp),
      cap: values.cap === undefined ? null : share('cap', values.cap),
    },
    seed: values.seed,
    sheet: values.sheet,
    supplementary: values.supplementary,
    values: values.values ?? false,
    paired: values.paired ?? false,
    unshuffled: values.unshuffled ?? false,
    keepAll: values['keep-all'] ?? false,
    sourceDress: values.dress === 'source',
    categorical: values.categorical ?? [],
    numeric: values.numeric ?? [],
    drop: values.drop ?? [],
    roles: Object.entries(roleFlags).map(([flag, role]) => ({ flag, role, names: values[flag as 'time'] ?? [] })),
    weights: values.weight ?? [],
  };
}

function parse(args: readonly string[], usage: string) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'string' },
        out: { type: 'string' },
        lang: { type: 'string' },
        generator: { type: 'string' },
        k: { type: 'string' },
        ncp: { type: 'string' },
        cap: { type: 'string' },
        seed: { type: 'string' },
        sheet: { type: 'string' },
        supplementary: { type: 'string' },
        missing: { type: 'string' },
        dress: { type: 'string' },
        policy: { type: 'string' },
        values: { type: 'boolean' },
        paired: { type: 'boolean' },
        unshuffled: { type: 'boolean' },
        'keep-all': { type: 'boolean' },
        categorical: many,
        numeric: many,
        drop: many,
        weight: many,
        outcome: many,
        time: many,
        event: many,
        arm: many,
        quasi: many,
        known: many,
      },
    });
  } catch (error) {
    throw new SosieError('E47', { usage }, {}, { cause: error });
  }
}

function oneOf(option: string, value: string | undefined, allowed: readonly string[]): void {
  if (value !== undefined && !allowed.includes(value)) {
    throw new SosieError('E44', { option: `--${option}`, value, allowed: allowed.join(', ') }, { option });
  }
}

function wholeNumber(option: string, value: string | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  if (!/^\d+$/.test(value) || Number(value) < 1) {
    throw new SosieError('E44', { option: `--${option}`, value, allowed: '1, 2, 3…' }, { option });
  }
  return Number(value);
}

function share(option: string, value: string): number {
  const number = Number(value);
  if (!(number > 0 && number <= 1)) {
    throw new SosieError('E44', { option: `--${option}`, value, allowed: '0 < x ≤ 1' }, { option });
  }
  return number;
}
