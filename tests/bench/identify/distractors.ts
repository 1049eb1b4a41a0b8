/** Columns that look like an identifier and are none. `likely` is the most that may be said of each. */
import { luhnDigit } from './codes.ts';
import { pad, type Dice } from './dice.ts';

export interface Distractor {
  readonly id: string;
  /** Kinds that the rules of the import guard allow: a number of its own for each row cannot be told from a code. */
  readonly allowed: readonly string[];
  make(dice: Dice, rows: number): string[];
}

const each =
  (make: (dice: Dice, row: number) => string) =>
  (dice: Dice, rows: number): string[] =>
    Array.from({ length: rows }, (_, row) => make(dice, row));
const among = (list: readonly string[]) => each((dice) => dice.pick(list));
const day = (dice: Dice, from: number, to: number): string =>
  `${pad(dice.int(1, 28))}/${pad(dice.int(1, 12))}/${dice.int(from, to)}`;
const own = ['code', 'counter', 'near-unique', 'record'];

export const distractors: readonly Distractor[] = [
  ...[9, 10, 11, 13, 15].map((length): Distractor => ({
    id: `laboratory number, ${length} digits`,
    allowed: own,
    make: each((dice) => String(dice.int(1, 9)) + dice.digits(length - 1)),
  })),
  {
    id: 'viral load',
    allowed: own,
    make: each((dice) => String(Math.round(10 ** (2 + 6 * dice.faker.number.float())))),
  },
  { id: 'platelets', allowed: own, make: each((dice) => String(Math.round(dice.normal(250, 60)) * 1000)) },
  { id: 'white cells', allowed: own, make: each((dice) => String(Math.round(dice.normal(70, 20)) * 100)) },
  { id: 'CD4', allowed: own, make: each((dice) => String(Math.max(5, Math.round(dice.normal(420, 180))))) },
  { id: 'creatinine', allowed: [], make: each((dice) => String(Math.max(20, Math.round(dice.normal(85, 25))))) },
  { id: 'haemoglobin', allowed: [], make: each((dice) => dice.normal(13, 2).toFixed(1)) },
  { id: 'exact measure', allowed: [], make: each((dice) => dice.normal(1.4, 0.4).toFixed(6)) },
  {
    id: 'Luhn by chance',
    allowed: own,
    make: (dice, rows) => {
      const start = dice.int(20_000_000, 70_000_000);
      return Array.from({ length: rows }, (_, row) => {
        const body = String(start + row * 7919).slice(0, 8);
        return dice.chance(0.3) ? body + luhnDigit(body) : body + String(dice.int(0, 9));
      });
    },
  },
  {
    id: 'batch, letters and digits',
    allowed: own,
    make: each((dice) => `${dice.pick(['AB', 'LT', 'KX'])}${dice.digits(6)}`),
  },
  {
    id: 'batch, few',
    allowed: [],
    make: (dice, rows) => {
      const lots = Array.from({ length: 6 }, () => `LOT${dice.digits(5)}`);
      return Array.from({ length: rows }, () => dice.pick(lots));
    },
  },
  {
    id: 'sample with its date',
    allowed: own,
    make: each(
      (dice, row) =>
        `SAMP${dice.int(2001, 2012)}${pad(dice.int(1, 12))}${pad(dice.int(1, 28) % 29)}`.slice(0, 12) +
        (row % 1 ? '' : ''),
    ),
  },
  {
    id: 'version',
    allowed: ['near-unique', 'code'],
    make: each((dice) => `${dice.int(1, 4)}.${dice.int(0, 12)}.${dice.int(0, 9)}.${dice.int(0, 20)}`),
  },
  {
    id: 'drugs',
    allowed: [],
    make: among([
      'Claradol',
      'Clarithromycine',
      'Valium',
      'Valériane',
      'Diane 35',
      'Jasmine',
      'Mélodia',
      'Doliprane',
      'Amoxicilline',
      'Lasilix',
      'Kardégic',
      'Tahor',
      'Eliquis',
      'Xarelto',
      'Ramipril',
      'Metformine',
      'Lantus',
      'Victoza',
      'Januvia',
      'Inexium',
    ]),
  },
  {
    id: 'drugs, more',
    allowed: [],
    make: among([
      'Abilify',
      'Aricept',
      'Belara',
      'Cialis',
      'Clomid',
      'Daivonex',
      'Daflon',
      'Elisor',
      'Ezetrol',
      'Fludex',
      'Gaviscon',
      'Hyperium',
      'Josir',
      'Kaleorid',
      'Laroxyl',
      'Logimax',
      'Maxilase',
      'Natispray',
      'Nebilox',
      'Odrik',
      'Olmifon',
      'Praxilene',
      'Rosuvastatine',
      'Sophidone',
      'Tanakan',
      'Valaciclovir',
      'Véronal',
      'Xatral',
    ]),
  },
  {
    id: 'drugs, English',
    allowed: [],
    make: among([
      'Abraxane',
      'Alecensa',
      'Brilinta',
      'Camila',
      'Celexa',
      'Cozaar',
      'Diovan',
      'Errin',
      'Fosamax',
      'Gianvi',
      'Heather',
      'Jolivette',
      'Kaitlib',
      'Loestrin',
      'Lutera',
      'Nora-BE',
      'Ortho',
      'Paxil',
      'Seasonale',
      'Tri-Sprintec',
      'Yasmin',
      'Zoloft',
    ]),
  },
  {
    id: 'diagnoses',
    allowed: [],
    make: among([
      'Maladie de Crohn',
      'Parkinson',
      'Alzheimer',
      'Lymphome de Hodgkin',
      'Basedow',
      'Horton',
      'Wilson',
      'Syndrome de Turner',
      'Asthme',
      'BPCO',
      'Diabète de type 2',
      'HTA',
      'Insuffisance cardiaque',
      'Pneumopathie',
    ]),
  },
  {
    id: 'wards',
    allowed: ['centre'],
    make: among([
      'Cardiologie',
      'Réanimation',
      'Urgences',
      'Pédiatrie',
      'Maternité',
      'Chirurgie viscérale',
      'Neurologie',
      'Soins palliatifs',
    ]),
  },
  {
    id: 'hospitals called after people',
    allowed: ['centre'],
    make: among([
      'Robert Debré',
      'Georges Pompidou',
      'Claude Bernard',
      'Henri Mondor',
      'Antoine Béclère',
      'Necker',
      'Bichat',
      'Édouard Herriot',
      'Sainte-Justine',
      'Louis Pradel',
    ]),
  },
  {
    id: 'towns',
    allowed: ['place'],
    make: (dice, rows) => {
      const towns =
        dice.locale === 'en'
          ? [
              'Boston',
              'Houston',
              'Madison',
              'Jackson',
              'Lincoln',
              'Victoria',
              'Kingston',
              'Hamilton',
              'Windsor',
              'London',
              'Toronto',
              'Halifax',
              'Austin',
              'Charlotte',
              'Aurora',
            ]
          : [
              'Paris',
              'Lyon',
              'Laval',
              'Lévis',
              'Nantes',
              'Lille',
              'Nancy',
              'Tours',
              'Vannes',
              'Montréal',
              'Granby',
              'Gatineau',
              'Saint-Denis',
              'Rodez',
              'Valence',
            ];
      return Array.from({ length: rows }, () => dice.pick(towns));
    },
  },
  {
    id: 'germs',
    allowed: [],
    make: among([
      'E. coli',
      'S. aureus',
      'Klebsiella pneumoniae',
      'Pseudomonas aeruginosa',
      'Candida albicans',
      'Proteus mirabilis',
      'Serratia',
      'Morganella',
      'Citrobacter freundii',
      'Salmonella',
    ]),
  },
  {
    id: 'genes',
    allowed: [],
    make: among(['BRCA1', 'BRCA2', 'TP53', 'KRAS', 'EGFR', 'ALK', 'BRAF', 'PIK3CA', 'MLH1', 'MSH2']),
  },
  {
    id: 'colours',
    allowed: [],
    make: among(['blanc', 'brun', 'roux', 'noir', 'gris', 'blond', 'rose', 'violet', 'vert', 'marron']),
  },
  {
    id: 'months',
    allowed: [],
    make: among([
      'janvier',
      'février',
      'mars',
      'avril',
      'mai',
      'juin',
      'juillet',
      'août',
      'septembre',
      'octobre',
      'novembre',
      'décembre',
    ]),
  },
  {
    id: 'doses',
    allowed: [],
    make: each(
      (dice) =>
        `${dice.int(1, 4)} ${dice.pick(['cp matin', 'cp soir', 'mg par jour', 'place de repos', 'cours de soins', 'av. bloc'])}`,
    ),
  },
  { id: 'stages', allowed: [], make: among(['T1N0M0', 'T2N1M0', 'T3N1M0', 'T4N2M1', 'pT2N0', 'pT3N1']) },
  { id: 'score', allowed: [], make: each((dice) => String(dice.int(0, 30))) },
  { id: 'age', allowed: [], make: each((dice) => String(dice.int(18, 96))) },
  { id: 'visit date', allowed: [], make: each((dice) => day(dice, 2018, 2024)) },
  { id: 'date over twenty years', allowed: [], make: each((dice) => day(dice, 2003, 2023)) },
  { id: 'visit number', allowed: [], make: each((dice) => String(dice.int(1, 8))) },
  { id: 'time of day', allowed: [], make: each((dice) => `${pad(dice.int(0, 23))}:${pad(dice.int(0, 59))}`) },
  { id: 'blood pressure', allowed: [], make: each((dice) => `${dice.int(90, 190)}/${dice.int(50, 110)}`) },
  { id: 'yes or no', allowed: [], make: among(['oui', 'non']) },
  { id: 'sex', allowed: [], make: among(['F', 'M']) },
  { id: 'days', allowed: [], make: each((dice) => String(dice.int(1, 4000))) },
  { id: 'fees', allowed: own, make: each((dice) => String(dice.int(1200, 86_000))) },
  {
    id: 'code in 3-3-4 digits',
    allowed: own,
    make: each((dice) => `${dice.digits(3)}-${dice.digits(3)}-${dice.digits(4)}`),
  },
  { id: 'code in pairs', allowed: own, make: each((dice) => [1, 2, 3, 4, 5].map(() => dice.digits(2)).join('.')) },
  { id: 'padded, ten digits', allowed: own, make: each((dice) => pad(dice.int(1, 2_000_000_000), 10)) },
  { id: 'drug code, CIP 13', allowed: own, make: each((dice) => `34009${dice.digits(8)}`) },
  {
    id: 'ATC',
    allowed: ['diagnosis'],
    make: among(['A10BA02', 'C09AA05', 'N02BE01', 'J01CA04', 'B01AF02', 'C07AB07', 'R03AC02', 'A02BC05']),
  },
  { id: 'LOINC', allowed: [], make: among(['2345-7', '718-7', '2160-0', '6690-2', '777-3', '1975-2', '33914-3']) },
  { id: 'SNOMED', allowed: [], make: among(['22298006', '38341003', '73211009', '195967001', '13645005', '84114007']) },
  {
    id: 'code system',
    allowed: [],
    make: among(['2.16.840.1.113883.6.1', '2.16.840.1.113883.6.96', '1.2.250.1.213.2.12']),
  },
  {
    id: 'units',
    allowed: [],
    make: among(['mg/L', 'µg/kg.min', 'mmol/L', 'g/dL', 'UI/L', 'mL/min/1.73', 'cells/µL', '10^9/L']),
  },
  { id: 'titres', allowed: [], make: among(['1:20', '1:40', '1:80', '1:160', '1:320', '1:640']) },
  { id: 'acuity', allowed: [], make: each((dice) => `${dice.int(1, 10)}/10 P${dice.int(2, 14)}`) },
  {
    id: 'operations called after surgeons',
    allowed: [],
    make: among([
      'Whipple',
      'Hartmann',
      'Lichtenstein',
      'Bankart',
      'Latarjet',
      'Bentall',
      'Ross',
      'Nissen',
      'Toupet',
      'Billroth',
      'Miles',
      'Kasai',
    ]),
  },
  {
    id: 'scales called after people',
    allowed: [],
    make: among([
      'Hamilton',
      'Beck',
      'Montgomery',
      'Glasgow',
      'Charlson',
      'Gleason',
      'Karnofsky',
      'Barthel',
      'Apgar',
      'Child-Pugh',
      'Norton',
      'Braden',
    ]),
  },
  { id: 'arms', allowed: [], make: among(['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo']) },
  { id: 'food', allowed: own, make: (dice, rows) => Array.from({ length: rows }, () => dice.faker.food.ingredient()) },
  {
    id: 'products',
    allowed: ['near-unique'],
    make: (dice, rows) => Array.from({ length: rows }, () => dice.faker.commerce.product()),
  },
  {
    id: 'hours and pairs',
    allowed: own,
    make: each((dice) => `${dice.int(1, 3)}-${dice.int(0, 9)}-${dice.int(0, 9)}`),
  },
  {
    id: 'languages',
    allowed: [],
    make: among(['français', 'anglais', 'arabe', 'espagnol', 'portugais', 'turc', 'créole', 'inuktitut', 'mandarin']),
  },
  { id: 'two exact measures side by side', allowed: [], make: each((dice) => dice.normal(0.8, 0.2).toFixed(4)) },
  { id: 'blood groups', allowed: [], make: among(['A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-']) },
  { id: 'interval', allowed: own, make: each((dice) => `${dice.int(10, 40)}-${dice.int(41, 99)}`) },
];
