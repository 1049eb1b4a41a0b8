/** The arguments of every command, as one typed object. Names of columns are resolved later, against the file. */
import { parseArgs } from 'node:util';
import { SosieError } from '../engine/errors.ts';
import { withIngredients } from '../engine/generate/ingredient-choice.ts';
import { defaultIngredients } from '../engine/generate/ingredients.ts';
import { defaultSettings, generatorIds, type Settings } from '../engine/generate/settings.ts';
import { presets, type Preset } from '../engine/verdict/decision.ts';
import type { Language } from '../engine/words/words.ts';

export type CommandName = 'avatarize' | 'evaluate' | 'famd' | 'inspect';

export const usages: Readonly<Record<CommandName, string>> = {
  avatarize:
    'avatarize INPUT --out SYNTHETIC.csv --json RESULT.json [--generator avatar|reinforced|interpolation|copula|cart|marginals] [--k 20] [--ncp 5] [--seed N] [--audit [--policy inside|partner|open]] [--shadow] [--recipe FILE] [--save-recipe FILE] [--unshuffled]',
  evaluate: 'evaluate ORIGINAL SYNTHETIC --json RESULT.json [--paired] [--control CONTROL] [--ncp 5]',
  famd: 'famd INPUT --json RESULT.json [--ncp 5] [--supplementary FILE]',
  inspect: 'inspect INPUT --json RESULT.json [--sheet NAME] [--values] [--recipe FILE] [--save-recipe FILE]',
};

/** Flags that say what a column is for. A column they name is kept. */
const roleFlags = ['outcome', 'time', 'event', 'arm', 'quasi', 'known'] as const;

export interface Options {
  readonly files: readonly string[];
  readonly json: string;
  readonly out: string | undefined;
  readonly language: Language;
  readonly settings: Settings;
  readonly seed: string | undefined;
  readonly sheet: string | undefined;
  readonly supplementary: string | undefined;
  /** A file of patients the generator never saw. */
  readonly control: string | undefined;
  readonly audit: boolean;
  /** Runs the shadow test (A8) too: minutes. */
  readonly shadow: boolean;
  readonly policy: Preset | undefined;
  readonly values: boolean;
  readonly paired: boolean;
  readonly unshuffled: boolean;
  readonly keepAll: boolean;
  readonly sourceDress: boolean;
  /** Raw flag values: each may be one name or several separated by commas. */
  readonly categorical: readonly string[];
  readonly numeric: readonly string[];
  readonly drop: readonly string[];
  readonly roles: readonly { readonly flag: string; readonly names: readonly string[] }[];
  readonly weights: readonly string[];
  /** Columns kept whatever is proposed: a recipe says so. */
  readonly keep: readonly string[];
  /** Choices made on another file, and where to save those of this command. */
  readonly recipe: string | undefined;
  readonly saveRecipe: string | undefined;
  /** Names of the flags that were given. */
  readonly given: ReadonlySet<string>;
}

/** @throws SosieError E47 when something needed is missing, E63 for an unknown option, E44 for a value out of range */
export function readOptions(command: CommandName, args: readonly string[]): Options {
  const usage = usages[command];
  const { values, positionals } = parse(args, usage);
  const wanted = command === 'evaluate' ? 2 : 1;
  if (positionals.length !== wanted || values.json === undefined) throw new SosieError('E47', { usage });
  if (command === 'avatarize' && values.out === undefined) throw new SosieError('E47', { usage });
  for (const option of ['recipe', 'save-recipe'] as const) {
    // Said, not passed over: the figures would be those of other choices.
    if (values[option] !== undefined && command !== 'avatarize' && command !== 'inspect')
      throw new SosieError('E63', { option: `--${option}` }, { option });
  }
  oneOf('missing', values.missing, ['mean']);
  oneOf('lang', values.lang, ['en', 'fr']);
  oneOf('dress', values.dress, ['plain', 'source']);
  const policy = oneOf('policy', values.policy, presets);
  const generator = oneOf('generator', values.generator, generatorIds) ?? defaultSettings.generator;
  return {
    files: positionals,
    json: values.json,
    out: values.out,
    language: values.lang === 'fr' ? 'fr' : 'en',
    settings: {
      ...defaultSettings,
      generator,
      k: wholeNumber('k', values.k, defaultSettings.k),
      ncp: wholeNumber('ncp', values.ncp, defaultSettings.ncp),
      cap: values.cap === undefined ? null : share('cap', values.cap),
      ingredients: withIngredients(defaultIngredients, values.ingredient ?? []),
    },
    seed: values.seed,
    sheet: values.sheet,
    supplementary: values.supplementary,
    control: values.control,
    audit: values.audit ?? false,
    shadow: values.shadow ?? false,
    policy,
    values: values.values ?? false,
    paired: values.paired ?? false,
    unshuffled: values.unshuffled ?? false,
    keepAll: values['keep-all'] ?? false,
    sourceDress: values.dress === 'source',
    categorical: values.categorical ?? [],
    numeric: values.numeric ?? [],
    drop: values.drop ?? [],
    roles: roleFlags.map((flag) => ({ flag, names: values[flag] ?? [] })),
    weights: values.weight ?? [],
    keep: [],
    recipe: values.recipe,
    saveRecipe: values['save-recipe'],
    given: new Set(Object.keys(values)),
  };
}

const many = { type: 'string', multiple: true } as const;
const one = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

const known = {
  json: one,
  out: one,
  lang: one,
  generator: one,
  k: one,
  ncp: one,
  cap: one,
  seed: one,
  sheet: one,
  supplementary: one,
  recipe: one,
  'save-recipe': one,
  control: one,
  missing: one,
  dress: one,
  policy: one,
  values: flag,
  paired: flag,
  audit: flag,
  shadow: flag,
  unshuffled: flag,
  'keep-all': flag,
  categorical: many,
  numeric: many,
  drop: many,
  weight: many,
  ingredient: many,
  outcome: many,
  time: many,
  event: many,
  arm: many,
  quasi: many,
  known: many,
} as const;

function parse(args: readonly string[], usage: string) {
  for (const arg of args) {
    const name = /^--([^=]+)/.exec(arg)?.[1];
    if (name !== undefined && !Object.hasOwn(known, name))
      throw new SosieError('E63', { option: `--${name}` }, { option: name });
  }
  try {
    return parseArgs({ args: joined(args), allowPositionals: true, options: known });
  } catch (error) {
    throw new SosieError('E47', { usage }, {}, { cause: error });
  }
}

/** `--drop -neg` as `--drop=-neg`: a value may begin with a dash. */
function joined(args: readonly string[]): string[] {
  const result: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const name = args[i]!.slice(2);
    const takesValue =
      args[i]!.startsWith('--') && Object.hasOwn(known, name) && known[name as keyof typeof known].type === 'string';
    if (takesValue && i + 1 < args.length && !isOption(args[i + 1]!)) result.push(`${args[i]}=${args[++i]}`);
    else result.push(args[i]!);
  }
  return result;
}

const isOption = (arg: string): boolean => arg.startsWith('--') && Object.hasOwn(known, arg.slice(2).split('=')[0]!);

function oneOf<Word extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly Word[],
): Word | undefined {
  const word = allowed.find((each) => each === value);
  if (value !== undefined && word === undefined) {
    throw new SosieError('E44', { option: `--${option}`, value, allowed: allowed.join(', ') }, { option });
  }
  return word;
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
