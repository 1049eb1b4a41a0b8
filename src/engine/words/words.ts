/**
 * Sentences in French and English, as typed catalogues. A sentence is a text or a function of its parameters, so that
 * plurals and numbers follow the language's own rules (`Intl`). The French catalogue has the type of the English one:
 * a missing key does not compile.
 */
export type Language = 'en' | 'fr';

export type Params = Readonly<Record<string, string | number>>;

/** What a sentence needs of its language. */
export interface Speaker {
  readonly language: Language;
  /** A number in the language's own form. */
  number(value: string | number | undefined, options?: Intl.NumberFormatOptions): string;
  /** The form that fits the count (in French 0 is singular). `#` stands for the formatted count. */
  plural(count: string | number | undefined, forms: { readonly one: string; readonly other: string }): string;
}

export type Sentence = string | ((params: Params, speak: Speaker) => string);
export type Catalogue = Readonly<Record<string, Sentence>>;

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

function makeSpeaker(language: Language): Speaker {
  const locale = locales[language];
  const rules = new Intl.PluralRules(locale);
  // Making a format costs a hundred times its use.
  const formats = new Map<string, Intl.NumberFormat>();
  const number: Speaker['number'] = (value, options) => {
    const key = JSON.stringify(options ?? null);
    let format = formats.get(key);
    if (format === undefined) formats.set(key, (format = new Intl.NumberFormat(locale, options)));
    return format.format(Number(value));
  };
  return {
    language,
    number,
    plural(count, forms) {
      const form = rules.select(Number(count)) === 'one' ? forms.one : forms.other;
      return form.replaceAll('#', number(count));
    },
  };
}

export const speakers: Readonly<Record<Language, Speaker>> = { en: makeSpeaker('en'), fr: makeSpeaker('fr') };

/** The sentence said in full. */
export const say = (sentence: Sentence, params: Params, speak: Speaker): string =>
  typeof sentence === 'string' ? sentence : sentence(params, speak);

type Counted = readonly [count: string | number | undefined, forms: { readonly one: string; readonly other: string }];

/** Counts in a row, those that are not zero. */
export const some = ({ plural }: Speaker, between: string, counted: readonly Counted[]): string =>
  counted
    .filter(([count]) => Number(count) !== 0)
    .map(([count, forms]) => plural(count, forms))
    .join(between);
