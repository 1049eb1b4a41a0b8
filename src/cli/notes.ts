/** What the commands say on stderr, in the user's language. */
import { say, speakers, type Catalogue, type Language, type Params, type Sentence } from '../engine/words/words.ts';

const english = {
  dropped: ({ column }) => `“${column}” is left out, as proposed (keep it with --keep-all, or name it in a flag).`,
  misfits: ({ column, count }, { plural }) =>
    `“${column}”: ${plural(count, { one: '# cell does', other: '# cells do' })} not fit the type and ${plural(count, { one: 'is', other: 'are' })} read as missing.`,
  missing: ({ column, count, spellings }, { plural }) =>
    `“${column}”: ${plural(count, { one: '# cell', other: '# cells' })} written ${spellings} ${plural(count, { one: 'is', other: 'are' })} read as missing.`,
  ignored: ({ column }) => `“${column}” is only in the second file: ignored.`,
  unshuffled:
    '--unshuffled: row i of the result was made from row i of the input. For tests only; never share such a file.',
  neutralised: ({ count }, { plural }) =>
    `${plural(count, { one: '# cell', other: '# cells' })} that a spreadsheet would run as a formula now start with an apostrophe.`,
} satisfies Catalogue;

const french: Record<keyof typeof english, Sentence> = {
  dropped: ({ column }) =>
    `« ${column} » est retirée, comme proposé (gardez-la avec --keep-all, ou nommez-la dans une option).`,
  misfits: ({ column, count }, { plural }) =>
    `« ${column} » : ${plural(count, { one: '# cellule ne convient pas au type et est lue', other: '# cellules ne conviennent pas au type et sont lues' })} comme manquante.`,
  missing: ({ column, count, spellings }, { plural }) =>
    `« ${column} » : ${plural(count, { one: '# cellule écrite', other: '# cellules écrites' })} ${spellings} ${plural(count, { one: 'est lue', other: 'sont lues' })} comme manquante.`,
  ignored: ({ column }) => `« ${column} » n’est que dans le second fichier : ignorée.`,
  unshuffled:
    '--unshuffled : la ligne i du résultat vient de la ligne i du fichier d’entrée. Pour les tests seulement ; ne partagez jamais un tel fichier.',
  neutralised: ({ count }, { plural }) =>
    `${plural(count, { one: '# cellule qu’un tableur exécuterait commence', other: '# cellules qu’un tableur exécuterait commencent' })} maintenant par une apostrophe.`,
};

const catalogue: Readonly<Record<Language, Readonly<Record<keyof typeof english, Sentence>>>> = {
  en: english,
  fr: french,
};

export interface Notes {
  say(key: keyof typeof english, params?: Params): void;
}

export const makeNotes = (language: Language): Notes => ({
  say: (key, params = {}) => {
    process.stderr.write(`${say(catalogue[language][key], params, speakers[language])}\n`);
  },
});
