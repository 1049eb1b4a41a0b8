/**
 * Simulates the sample cohorts of public/samples/. Nobody in them exists: names are made up, social security numbers
 * point to communes that do not exist, telephone numbers are those set aside for fiction. The same script gives the
 * same bytes, which a test checks. `node scripts/make-samples.mjs`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const folder = new URL('../public/samples/', import.meta.url);

/** A small seeded stream (mulberry32) and the few laws drawn from it. */
function stream(seed) {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const normal = (mean = 0, sd = 1) =>
    mean + sd * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const integer = (low, high) => low + Math.floor(uniform() * (high - low + 1));
  const pick = (values) => values[Math.floor(uniform() * values.length)];
  const chance = (share) => uniform() < share;
  const weighted = (weights) => {
    let left = uniform() * weights.reduce((sum, weight) => sum + weight, 0);
    return Math.max(
      0,
      weights.findIndex((weight) => (left -= weight) < 0),
    );
  };
  const shuffled = (values) => {
    const copy = [...values];
    for (let last = copy.length - 1; last > 0; last--) {
      const other = integer(0, last);
      [copy[last], copy[other]] = [copy[other], copy[last]];
    }
    return copy;
  };
  return { uniform, normal, integer, pick, chance, weighted, shuffled };
}

const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
const logistic = (value) => 1 / (1 + Math.exp(-value));
const day = 86_400_000;
const iso = (time) => new Date(time).toISOString().slice(0, 10);
const digits = (value, length) => String(value).padStart(length, '0');

/**
 * A prostate cancer trial: three groups of severity behind every measure, two arms drawn at random, and a time to
 * progression (Weibull) that severity shortens and the second arm lengthens.
 */
function cleanCohort() {
  const random = stream(20260115);
  const severityOf = [-1.1, 0.1, 1.3];
  const start = Date.UTC(2016, 0, 4);
  const closing = Date.UTC(2023, 11, 31);
  const rows = Array.from({ length: 500 }, () => {
    const group = random.weighted([0.4, 0.36, 0.24]);
    const severity = severityOf[group] + random.normal(0, 0.45);
    const inclusion = start + random.integer(0, 1640) * day;
    const age = Math.round(clamp(random.normal(67 + 2.2 * severity, 6.5), 46, 88));
    const bmi = clamp(random.normal(26.8 + 0.4 * severity, 3.6), 17.5, 42);
    const diabetes = random.chance(logistic(-2.1 + 0.16 * (bmi - 27) + 0.03 * (age - 67)));
    const hypertension = random.chance(logistic(-0.4 + 0.1 * (bmi - 27) + 0.05 * (age - 67)));
    const smoking = random.weighted([0.44, 0.38, 0.18]);
    const volume = clamp(Math.exp(random.normal(3.75 + 0.012 * (age - 67), 0.32)), 14, 140);
    const psa = clamp(Math.exp(random.normal(2.15 + 0.62 * severity + 0.004 * (volume - 45), 0.42)), 0.9, 180);
    const grade = clamp(Math.round(2.6 + 1.15 * severity + random.normal(0, 0.6)), 1, 5);
    const stage = clamp(Math.round(1.7 + 1.05 * severity + random.normal(0, 0.7)), 0, 4);
    const nodes = random.chance(logistic(-2.4 + 1.1 * severity));
    const hemoglobin = clamp(random.normal(14.3 - 0.42 * severity - 0.025 * (age - 67), 1.05), 8.5, 17.6);
    const phosphatase = clamp(Math.exp(random.normal(4.25 + 0.17 * severity, 0.27)), 32, 520);
    const testosterone = clamp(random.normal(14.5 - 0.12 * (bmi - 27) - 0.06 * (age - 67), 4.2), 3, 32);
    const ecog = random.weighted([logistic(1.1 - 0.5 * severity - 0.05 * (age - 67)), 0.3, 0.06 + 0.05 * group]);
    const arm = random.integer(0, 1);
    const response = random.normal(0.55 + 0.3 * arm - 0.12 * severity, 0.22);
    const psaLater = clamp(psa * Math.exp(-3.2 * clamp(response, 0.05, 1.3)), 0.05, 160);
    const quality = Math.round(clamp(random.normal(76 - 4 * severity - 6 * ecog - 2 * arm, 10), 18, 100));
    const pace = Math.exp(0.72 * severity + 0.022 * (age - 67) - 0.52 * arm + 0.35 * Number(nodes));
    const toProgression = 74 * (-Math.log(1 - random.uniform()) / pace) ** (1 / 1.25);
    const followed = Math.min((closing - inclusion) / day / 30.4375, -210 * Math.log(1 - random.uniform()));
    return {
      inclusion_date: iso(inclusion),
      age,
      bmi: bmi.toFixed(1),
      smoking: ['never', 'former', 'current'][smoking],
      diabetes: diabetes ? 'yes' : 'no',
      hypertension: hypertension ? 'yes' : 'no',
      ecog,
      t_stage: ['T1c', 'T2a', 'T2b', 'T3a', 'T3b'][stage],
      n_stage: nodes ? 'N1' : 'N0',
      grade_group: `G${grade}`,
      psa: psa.toFixed(1),
      prostate_volume: Math.round(volume),
      hemoglobin: hemoglobin.toFixed(1),
      alkaline_phosphatase: Math.round(phosphatase),
      testosterone: testosterone.toFixed(1),
      arm: arm ? 'intensified' : 'standard',
      psa_6_months: psaLater.toFixed(2),
      quality_of_life: random.chance(0.04) ? '' : quality,
      follow_up_months: Math.max(0.5, Math.min(toProgression, followed)).toFixed(1),
      progression: toProgression <= followed ? 1 : 0,
    };
  });
  const names = Object.keys(rows[0]);
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))].map((cells) => cells.join(','));
  return Buffer.from(`${lines.join('\n')}\n`, 'utf8');
}

const windows1252 = { '€': 0x80, '…': 0x85, Œ: 0x8c, '’': 0x92, '–': 0x96, œ: 0x9c };

function toWindows1252(text) {
  return Buffer.from(
    Array.from(text, (character) => {
      const code = windows1252[character] ?? character.codePointAt(0);
      if (code > 0xff) throw new Error(`${character} does not exist in Windows-1252.`);
      return code;
    }),
  );
}

const comma = (value, decimals) => value.toFixed(decimals).replace('.', ',');
const french = (time) => iso(time).split('-').reverse().join('/');

/** Social security number with a valid key; communes 990 to 999 do not exist in these departments. */
function socialSecurityNumber(female, birth, department, commune, order) {
  const [year, month] = iso(birth).split('-');
  const body = `${female ? 2 : 1}${year.slice(2)}${month}${department}${commune}${digits(order, 3)}`;
  const key = digits(97n - (BigInt(body) % 97n), 2);
  return body.replace(/^(.)(..)(..)(..)(...)(...)$/, '$1 $2 $3 $4 $5 $6') + ` ${key}`;
}

const plain = (name) =>
  name
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z]/g, '')
    .toLowerCase();

/** A hospital extract as French Excel saves it, with one of every trap of the trade. */
function trappedCohort() {
  const random = stream(19830407);
  const heads = ['Bal', 'Cor', 'Del', 'Fer', 'Gui', 'Lar', 'Mar', 'Nau', 'Per', 'Rou', 'Sal', 'Tar', 'Val', 'Ver'];
  const middles = ['be', 'cha', 'di', 'gre', 'li', 'mo', 'né', 'ro', 'si', 'ta', 'va', 'xe'];
  const tails = ['brac', 'dier', 'fond', 'gnard', 'lot', 'moreau', 'nelle', 'quet', 'rand', 'zac'];
  const surname = () => random.pick(heads) + random.pick(middles) + random.pick(tails);
  const women = ['Agnès', 'Aïcha', 'Camille', 'Chloé', 'Élodie', 'Fatou', 'Hélène', 'Inès', 'Jeanne', 'Maëlle', 'Zoé'];
  const men = ['Adrien', 'André', 'Benoît', 'François', 'Gaël', 'Idriss', 'Jérôme', 'Loïc', 'Noël', 'Rémi', 'Théo'];
  const openings = [
    'Vu ce jour',
    'Bon état général',
    'Asthénie modérée',
    'Souffle au cœur connu',
    'Moral « bon »',
    '- stable',
  ];
  const details = [
    'pas de douleur',
    'appétit conservé',
    'toux sèche la nuit',
    'sommeil perturbé',
    'TA 13/8',
    'marche 30 min/j',
  ];
  const plans = [
    'à revoir',
    'bilan prévu',
    'scanner demandé',
    'avis cardio',
    'même traitement',
    'ordonnance renouvelée',
  ];
  const comment = () => {
    const delay = `${random.integer(2, 18)} ${random.pick(['jours', 'semaines', 'mois'])}`;
    const between = random.pick([', ', ' ; ', '\n']);
    return `${random.pick(openings)}, ${random.pick(details)}${between}${random.pick(plans)} dans ${delay}`;
  };
  const start = Date.UTC(2019, 0, 7);
  const closing = Date.UTC(2024, 5, 30);
  const rows = Array.from({ length: 440 }, (_, index) => {
    const frailty = random.normal() + (random.chance(0.3) ? 1.4 : -0.4);
    const female = random.chance(0.47);
    const entry = start + random.integer(0, 1500) * day;
    const age = Math.round(clamp(random.normal(63 + 5 * frailty, 10), 24, 95));
    const birth = entry - Math.round((age + random.uniform() * 0.98) * 365.25) * day;
    const size = Math.round(clamp(random.normal(female ? 162 : 175, 6.6), 142, 201));
    const weight = clamp((size / 100) ** 2 * random.normal(26 - 0.5 * frailty, 3.8), 38, 148);
    const creatinine = Math.round(
      clamp(Math.exp(random.normal(4.42 + 0.14 * frailty + (female ? -0.14 : 0), 0.24)), 38, 610),
    );
    const hemoglobin = clamp(random.normal((female ? 12.9 : 14.1) - 0.5 * frailty, 1.3), 6.4, 17.9);
    const crp = Math.exp(random.normal(2.1 + 0.6 * frailty, 0.9));
    const diabetic = random.chance(logistic(-1.6 + 0.07 * (weight - 75) + 0.02 * (age - 63)));
    const stage = clamp(Math.round(1.2 + 0.8 * frailty + random.normal(0, 0.7)), 0, 3);
    const arm = random.integer(0, 1);
    const karnofsky = clamp(Math.round(8.6 - 0.8 * frailty + random.normal(0, 0.7)), 4, 10) * 10;
    const pace = Math.exp(0.55 * frailty + 0.4 * stage - 0.4 * arm);
    const toDeath = 95 * (-Math.log(1 - random.uniform()) / pace) ** (1 / 1.15);
    const followed = Math.min((closing - entry) / day / 30.4375, -260 * Math.log(1 - random.uniform()));
    const department = random.pick(['31', '33', '44', '67', '69', '75', '06']);
    const name = surname();
    const first = random.pick(female ? women : men);
    const missing = (value, share) => (random.chance(share) ? random.pick(['', '', 'NA', 'ND']) : value);
    const yes = random.pick(['Oui', 'Oui', 'Oui', 'oui ', 'OUI']);
    return {
      IPP: digits(4_100_000 + index * 37 + random.integer(0, 36), 9),
      Nom: name.toUpperCase(),
      Prénom: first,
      'Date de naissance': french(birth),
      NIR: socialSecurityNumber(female, birth, department, 990 + random.integer(0, 9), random.integer(1, 999)),
      Téléphone: `06 39 98 ${digits(random.integer(0, 99), 2)} ${digits(random.integer(0, 99), 2)}`,
      Courriel: `${plain(first)}.${plain(name)}${index}@example.org`,
      'Code postal': `${department}${digits(random.integer(0, 8) * 100, 3)}`,
      'Médecin traitant': `Dr ${first[0] === 'É' ? 'E' : random.pick([...'ABCDFGHJLMNPRST'])}. ${surname()}`,
      Établissement: 'CHU de Sosieville',
      "Date d'entrée": french(entry),
      Sexe: female ? 'F' : 'M',
      Âge: age,
      'Poids (kg)': missing(comma(weight, 1), 0.05),
      'Taille (cm)': missing(size, 0.03),
      'Créatinine (µmol/L)': missing(creatinine, 0.03),
      'Hémoglobine (g/dL)': missing(comma(hemoglobin, 1), 0.06),
      'CRP (mg/L)': crp < 5 && random.chance(0.5) ? '<5' : comma(Math.max(5, crp), 1),
      Diabète: diabetic ? yes : random.pick(['Non', 'Non', 'Non', 'non']),
      Tabac: ['Non-fumeur', 'Ancien fumeur', 'Fumeur'][random.weighted([0.48, 0.33, 0.19])],
      Diagnostic: ['Adénocarcinome', 'Carcinome épidermoïde', 'Lymphome'][random.weighted([0.52, 0.3, 0.18])],
      Stade: ['I', 'II', 'III', 'IV'][stage],
      'Indice de Karnofsky': karnofsky,
      Bras: arm ? 'Expérimental' : 'Témoin',
      'Suivi (mois)': comma(Math.max(0.2, Math.min(toDeath, followed)), 1),
      Décès: toDeath <= followed ? 1 : 0,
      'Biopsie n° 2': '',
      Commentaire: random.chance(0.45) ? '' : comment(),
    };
  });

  const rare = ['Sarcome d’Ewing', 'Maladie de Castleman', 'Maladie de Castleman', 'Mélanome de l’œil'];
  const planted = random.shuffled(rows.map((_, index) => index));
  const plant = (column, value) => (rows[planted.pop()][column] = value);
  for (const diagnosis of rare) plant('Diagnostic', diagnosis);
  plant('Créatinine (µmol/L)', '3a');
  plant('Créatinine (µmol/L)', '<5');
  plant('Taille (cm)', '1,68');
  plant("Date d'entrée", '31/02/2021');
  plant('Âge', '112');
  plant('Sexe', 'Femme');
  plant('Commentaire', `Accompagné par sa fille, Mme ${surname()} (06 39 98 00 42)`);
  plant('Commentaire', `Adressée par le Dr ${surname()}, "urgent"`);
  plant('Commentaire', '=SOMME(A1:A3)');
  for (let wrong = 0; wrong < 3; wrong++) {
    const row = rows[planted.pop()];
    row.NIR = row.NIR.slice(0, -2) + digits((Number(row.NIR.slice(-2)) % 97) + 1, 2);
  }
  for (let copies = 0; copies < 6; copies++) {
    rows.splice(random.integer(0, rows.length), 0, rows[planted.pop()]);
  }

  const quoted = (cell) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const names = Object.keys(rows[0]);
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))].map((cells) =>
    cells.map((cell) => quoted(String(cell))).join(';'),
  );
  return toWindows1252(`${lines.join('\r\n')}\r\n`);
}

/** @returns {Record<string, Buffer>} the bytes of each sample, by file name */
export const makeSamples = () => ({
  'cohorte-propre.csv': cleanCohort(),
  'cohorte-pieges.csv': trappedCohort(),
});

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(makeSamples())) writeFileSync(new URL(name, folder), bytes);
}
