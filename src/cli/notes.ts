/** What the commands say on stderr, in the user's language. */
import { say, speakers, type Catalogue, type Language, type Params, type Sentence } from '../engine/words/words.ts';

const english = {
  dropped: ({ column }) => `“${column}” is left out, as proposed (keep it with --keep-all, or name it in a flag).`,
  misfits: ({ column, count }, { plural }) =>
    `“${column}”: ${plural(count, { one: '# cell does', other: '# cells do' })} not fit the type and ${plural(count, { one: 'is', other: 'are' })} read as missing.`,
  missing: ({ column, count, spellings }, { plural }) =>
    `“${column}”: ${plural(count, { one: '# cell', other: '# cells' })} written ${spellings} ${plural(count, { one: 'is', other: 'are' })} read as missing.`,
  ignored: ({ column }) => `“${column}” is only in the second file: ignored.`,
  neighbours: ({ k, used }, { number }) =>
    `k = ${number(k)}, but only ${number(used)} donors are left for each avatar once the most isolated patients are left out: k = ${number(used)} was used.`,
  auditNeighbours: ({ k, used }, { number }) =>
    `The audit holds patients out: its avatars had ${number(used)} donors, not k = ${number(k)}. Its figures are about that.`,
  commonRows: ({ count, rows }, { number, plural }) =>
    `${plural(count, { one: '# row', other: '# rows' })} of the control file (${number(rows)} in all) ${Number(count) === 1 ? 'is' : 'are'} also in the original, cell for cell, more than chance makes: they are no control, and the attacks understate.`,
  fewControls: ({ rows, needed }, { number, plural }) =>
    `The control file has ${plural(rows, { one: '# row', other: '# rows' })}: under ${number(needed)}, the attacks see little, and that they find nothing proves little.`,
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
  neighbours: ({ k, used }, { number }) =>
    `k = ${number(k)}, mais il ne reste que ${number(used)} donneurs par avatar une fois les patients les plus isolés laissés de côté : k = ${number(used)} a servi.`,
  auditNeighbours: ({ k, used }, { number }) =>
    `L’audit tient des patients à l’écart : ses avatars ont eu ${number(used)} donneurs, et non k = ${number(k)}. Ses chiffres portent sur cela.`,
  commonRows: ({ count, rows }, { number, plural }) =>
    `${plural(count, { one: '# ligne', other: '# lignes' })} du fichier témoin (${number(rows)} en tout) ${Number(count) < 2 ? 'est aussi' : 'sont aussi'} dans l’original, cellule pour cellule, plus que n’en fait le hasard : ce ne sont pas des témoins, et les attaques sous-estiment.`,
  fewControls: ({ rows, needed }, { number, plural }) =>
    `Le fichier témoin a ${plural(rows, { one: '# ligne', other: '# lignes' })} : sous ${number(needed)}, les attaques voient peu, et qu’elles ne trouvent rien prouve peu.`,
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
