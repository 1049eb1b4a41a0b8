/** Columns that name a person, each with the kind it must be found as. */
import { card, iban, inFours, nir, nirBody, ohip, ramq, rpps, sin, spacedNir } from './codes.ts';
import { pad, type Dice } from './dice.ts';

export interface Maker {
  readonly id: string;
  /** Kinds that are right for it. */
  readonly kinds: readonly string[];
  /** Told by the values, whatever the header; else only a header says it. */
  readonly byValues: boolean;
  readonly only?: readonly string[];
  make(dice: Dice, rows: number): string[];
}

const each =
  (make: (dice: Dice, row: number) => string) =>
  (dice: Dice, rows: number): string[] =>
    Array.from({ length: rows }, (_, row) => make(dice, row));
/** One way of writing for the whole column. */
const styled =
  (styles: readonly ((dice: Dice) => string)[]) =>
  (dice: Dice, rows: number): string[] => {
    const style = dice.pick(styles);
    return Array.from({ length: rows }, () => style(dice));
  };

const frenchPhone = (dice: Dice, mark: string): string =>
  [`0${dice.pick([1, 2, 4, 5, 6, 6, 6, 7, 7, 9])}`, ...[0, 0, 0, 0].map(() => dice.digits(2))].join(mark);
const americanPhone = (dice: Dice): string[] => [
  dice.pick(['514', '418', '438', '450', '613', '416', '819', '905', '212', '604']),
  String(dice.int(2, 9)) + dice.digits(2),
  dice.digits(4),
];
const phone = (dice: Dice, rows: number): string[] => {
  const style = dice.int(0, 3);
  return Array.from({ length: rows }, () => {
    if (dice.locale === 'fr') {
      const international = `+33 ${frenchPhone(dice, ' ').slice(1)}`;
      return [frenchPhone(dice, ' '), frenchPhone(dice, '.'), international, frenchPhone(dice, '-')][style]!;
    }
    const [area, exchange, line] = americanPhone(dice) as [string, string, string];
    return [
      `(${area}) ${exchange}-${line}`,
      `${area}-${exchange}-${line}`,
      `+1 ${area} ${exchange} ${line}`,
      `1-${area}-${exchange}-${line}`,
    ][style]!;
  });
};
const address = (dice: Dice): string => {
  const { location } = dice.faker;
  if (dice.locale !== 'fr-CA') return location.streetAddress(dice.chance(0.2));
  const way = dice.pick(['rue', 'rue', 'rue', 'avenue', 'boulevard', 'chemin', 'rang']);
  return `${dice.int(1, 9999)}, ${way} ${dice.person().person.lastName()}${dice.chance(0.3) ? `, app. ${dice.int(1, 40)}` : ''}`;
};
const email = (dice: Dice): string => dice.person().internet.email();
const lower = (dice: Dice): string => {
  const person = dice.person().person;
  return `${person.lastName()} ${person.firstName()}`;
};
const letter = (dice: Dice): string => dice.pick([...'ABCDEFGHJKLMNPQRSTVWXYZ']);

const sentences: Record<string, readonly string[]> = {
  fr: [
    'Patient vu en consultation ce jour',
    'Douleur persistante malgré le traitement',
    'Revient pour contrôle du pansement',
    'Appel de la fille, inquiète',
    'Bonne tolérance, pas de fièvre',
    'Sortie prévue avec ordonnance',
  ],
  en: [
    'Patient seen in clinic today',
    'Pain persists despite treatment',
    'Came back for a wound check',
    'Daughter called, worried',
    'Good tolerance, no fever',
    'Discharge planned with a prescription',
  ],
};
const note = (dice: Dice): string => {
  const said = sentences[dice.locale === 'en' ? 'en' : 'fr']!;
  return `${dice.pick(said)}, ${dice.pick(said).toLowerCase()} (${dice.faker.person.lastName()}, ${dice.int(1, 28)}/${dice.int(1, 12)})`;
};
/** Comments of a few words that repeat, and `count` of them with something in it. */
const commentsWith =
  (count: number, make: (dice: Dice) => string) =>
  (dice: Dice, rows: number): string[] => {
    const said =
      dice.locale === 'en'
        ? ['nothing to report', 'to be seen again', 'ok', 'no show']
        : ['RAS', 'à revoir', 'vu', 'ne vient pas'];
    const texts = Array.from({ length: rows }, () => dice.pick(said));
    for (let i = 0; i < count; i++) texts[dice.int(0, rows - 1)] = make(dice);
    return texts;
  };

export const direct: readonly Maker[] = [
  { id: 'nir', kinds: ['nir'], byValues: true, make: styled([nir, (dice) => spacedNir(nir(dice))]) },
  {
    id: 'nir, a few wrong keys',
    kinds: ['nir'],
    byValues: true,
    make: each((dice) => (dice.chance(0.05) ? nirBody(dice) + dice.digits(2) : nir(dice))),
  },
  { id: 'nir without key', kinds: ['nir'], byValues: true, make: each(nirBody) },
  { id: 'ramq', kinds: ['ramq'], byValues: true, make: styled([ramq, (dice) => inFours(ramq(dice))]) },
  { id: 'sin', kinds: ['sin'], byValues: true, make: styled([sin, (dice) => sin(dice).replace(/(...)(?=.)/g, '$1 ')]) },
  { id: 'rpps', kinds: ['rpps'], byValues: true, make: each(rpps) },
  {
    id: 'ohip',
    kinds: ['ohip'],
    byValues: true,
    make: styled([ohip, (dice) => ohip(dice).replace(/^(....)(...)(...)/, '$1-$2-$3')]),
  },
  { id: 'card', kinds: ['card'], byValues: true, make: styled([card, (dice) => inFours(card(dice))]) },
  { id: 'iban', kinds: ['iban'], byValues: true, make: styled([iban, (dice) => inFours(iban(dice))]) },
  { id: 'email', kinds: ['email'], byValues: true, make: each(email) },
  { id: 'phone', kinds: ['phone'], byValues: true, make: phone },
  {
    id: 'phone, digits only',
    kinds: ['phone', 'code', 'record'],
    byValues: true,
    only: ['fr'],
    make: each((dice) => frenchPhone(dice, '')),
  },
  {
    id: 'url',
    kinds: ['url'],
    byValues: true,
    make: each((dice) => `${dice.faker.internet.url({ appendSlash: false })}/p/${dice.digits(5)}`),
  },
  {
    id: 'ip',
    kinds: ['ip'],
    byValues: true,
    make: styled([(dice) => dice.faker.internet.ipv4(), (dice) => dice.faker.internet.ipv6()]),
  },
  {
    id: 'dicom uid',
    kinds: ['dicom'],
    byValues: true,
    make: each((dice) => `1.2.840.113619.2.${dice.int(1, 400)}.${dice.int(1, 9)}${dice.digits(8)}.${dice.int(1, 999)}`),
  },
  {
    id: 'path',
    kinds: ['path'],
    byValues: true,
    make: styled([
      (dice) => dice.faker.system.filePath(),
      (dice) => `C:\\Users\\${dice.faker.person.firstName()}\\irm_${dice.digits(4)}.dcm`,
    ]),
  },
  {
    id: 'plate',
    kinds: ['plate'],
    byValues: true,
    only: ['fr'],
    make: each((dice) =>
      `${letter(dice)}${letter(dice)}-${pad(dice.int(1, 999), 3)}-${letter(dice)}${letter(dice)}`.replace(
        /SS|WW/g,
        'AB',
      ),
    ),
  },
  { id: 'uuid', kinds: ['uuid'], byValues: true, make: each((dice) => dice.faker.string.uuid()) },
  { id: 'address', kinds: ['address'], byValues: true, make: each(address) },
  {
    id: 'record, padded',
    kinds: ['record', 'code'],
    byValues: true,
    make: each((dice) => pad(dice.int(1, 9_999_999), 9)),
  },
  {
    id: 'record, number',
    kinds: ['record', 'code', 'counter'],
    byValues: true,
    make: each((dice) => String(dice.int(10_000_000, 99_999_999))),
  },
  {
    id: 'record, letters',
    kinds: ['record', 'code'],
    byValues: true,
    make: each((dice, row) => `${dice.pick(['P', 'A', 'H'])}${pad(row + 100, 5)}`),
  },
  {
    id: 'record, several rows each',
    kinds: ['record', 'code'],
    byValues: true,
    make: each((dice) => String(80_000_000 + dice.int(1, 60))),
  },
  { id: 'row number', kinds: ['counter', 'record'], byValues: true, make: each((_, row) => String(row + 1)) },
  { id: 'first name', kinds: ['name'], byValues: true, make: each((dice) => dice.person().person.firstName()) },
  { id: 'last name', kinds: ['name'], byValues: true, make: each((dice) => dice.person().person.lastName()) },
  {
    id: 'last name, capitals',
    kinds: ['name'],
    byValues: true,
    make: each((dice) => dice.person().person.lastName().toUpperCase()),
  },
  { id: 'full name', kinds: ['name'], byValues: true, make: each(lower) },
  {
    id: 'doctor',
    kinds: ['name'],
    byValues: true,
    make: (dice, rows) => {
      const team = Array.from({ length: dice.int(5, 14) }, () => `Dr ${dice.person().person.lastName()}`);
      return Array.from({ length: rows }, () => dice.pick(team));
    },
  },
  {
    id: 'initials',
    kinds: ['initials'],
    byValues: false,
    make: each((dice) => dice.faker.person.firstName()[0]! + dice.faker.person.lastName()[0]!),
  },
  {
    id: 'hla',
    kinds: ['genetic'],
    byValues: true,
    make: each((dice) => `${dice.pick(['A', 'B', 'DRB1'])}*${pad(dice.int(1, 15))}:${pad(dice.int(1, 12))}`),
  },
  {
    id: 'hgvs',
    kinds: ['genetic'],
    byValues: true,
    make: each((dice) => `c.${dice.int(1, 5000)}${dice.pick(['A>G', 'C>T', 'del', 'dup'])}`),
  },
  { id: 'rsid', kinds: ['genetic'], byValues: true, make: each((dice) => `rs${dice.int(1000, 99_999_999)}`) },
  { id: 'free text', kinds: ['free-text'], byValues: true, make: each(note) },
  {
    id: 'three e-mails in comments',
    kinds: ['email', 'free-text'],
    byValues: true,
    make: commentsWith(3, (dice) => `joindre ${email(dice)}`),
  },
  {
    id: 'one NIR in comments',
    kinds: ['nir', 'free-text'],
    byValues: true,
    make: commentsWith(1, (dice) => `INS ${spacedNir(nir(dice))}`),
  },
  {
    id: 'nir, dots or hyphens',
    kinds: ['nir'],
    byValues: true,
    make: each((dice) => spacedNir(nir(dice)).replaceAll(' ', dice.pick(['.', '-', ' ']))),
  },
  {
    id: 'one NIR among record numbers',
    kinds: ['nir'],
    byValues: true,
    make: (dice, rows) => {
      const numbers = Array.from({ length: rows }, () => String(dice.int(1_000_000, 9_999_999)));
      numbers[dice.int(0, rows - 1)] = nir(dice)
        .replace(/2[AB]/, '21')
        .slice(0, 13)
        .replace(/^(.{13})$/, (body) => body + pad(97 - Number(BigInt(body) % 97n)));
      return numbers;
    },
  },
  {
    id: 'email, capitals, names',
    kinds: ['email'],
    byValues: true,
    make: each((dice) =>
      dice.chance(0.5) ? email(dice).toUpperCase() : `${dice.faker.person.lastName()} <${email(dice)}>`,
    ),
  },
  { id: 'phone, every style at once', kinds: ['phone'], byValues: true, make: each((dice) => phone(dice, 1)[0]!) },
  {
    id: 'three telephones among numbers',
    kinds: ['phone'],
    byValues: true,
    make: (dice, rows) => {
      const numbers = Array.from({ length: rows }, () => String(dice.int(1, 90)));
      for (let i = 0; i < 3; i++) numbers[(i * 17 + 5) % rows] = phone(dice, 1)[0]!;
      return numbers;
    },
  },
  {
    id: 'address with its town',
    kinds: ['address'],
    byValues: true,
    make: each((dice) => `${address(dice)}, ${dice.faker.location.zipCode()} ${dice.faker.location.city()}`),
  },
  {
    id: 'record, year and number',
    kinds: ['record', 'code'],
    byValues: true,
    make: each((dice, row) => `${dice.int(2015, 2024)}/${row + 37}`),
  },
  {
    id: 'record, lengths differ',
    kinds: ['record', 'code', 'near-unique', 'counter'],
    byValues: false,
    make: each((dice) => String(dice.int(900, 3_000_000))),
  },
  {
    id: 'record, rising',
    kinds: ['record', 'code', 'counter'],
    byValues: true,
    make: (dice, rows) => {
      let last = dice.int(100, 99_000);
      return Array.from({ length: rows }, () => String((last += dice.int(1, 60))));
    },
  },
  {
    id: 'first name, lower case',
    kinds: ['name'],
    byValues: true,
    make: each((dice) => dice.person().person.firstName().toLowerCase()),
  },
  {
    id: 'first name, few patients each',
    kinds: ['name'],
    byValues: true,
    make: (dice, rows) => {
      const people = Array.from({ length: 30 }, () => dice.person().person.firstName());
      return Array.from({ length: rows }, () => dice.pick(people));
    },
  },
  {
    id: 'names from elsewhere',
    kinds: ['name'],
    byValues: true,
    make: (dice, rows) =>
      Array.from({ length: rows }, () => {
        const { person } = dice.elsewhere();
        return `${person.lastName()} ${person.firstName()}`;
      }),
  },
  {
    id: 'last names from elsewhere',
    kinds: ['name'],
    byValues: true,
    make: each((dice) => dice.elsewhere().person.lastName()),
  },
  {
    id: 'name with title',
    kinds: ['name'],
    byValues: true,
    make: each(
      (dice) =>
        `${dice.pick(dice.locale === 'en' ? ['Mr', 'Mrs', 'Ms'] : ['M.', 'Mme'])} ${dice.person().person.lastName().toUpperCase()}`,
    ),
  },
  {
    id: 'initials with points',
    kinds: ['initials', 'near-unique', 'name'],
    byValues: true,
    make: each((dice) => `${dice.faker.person.firstName()[0]!}.${dice.faker.person.lastName()[0]!}.`),
  },
  {
    id: 'coordinates',
    kinds: ['gps'],
    byValues: true,
    make: each(
      (dice) =>
        `${(42.5 + 8 * dice.faker.number.float()).toFixed(4)}, ${(-4 + 11 * dice.faker.number.float()).toFixed(4)}`,
    ),
  },
];

/** Two columns that come side by side. */
export const coordinates: readonly Maker[] = [
  {
    id: 'latitude',
    kinds: ['gps'],
    byValues: true,
    make: each((dice) => ((dice.locale === 'fr' ? 42.5 : 43) + 8 * dice.faker.number.float()).toFixed(5)),
  },
  {
    id: 'longitude',
    kinds: ['gps'],
    byValues: true,
    make: each((dice) =>
      (dice.locale === 'fr' ? -4 + 11 * dice.faker.number.float() : -80 + 14 * dice.faker.number.float()).toFixed(5),
    ),
  },
];
