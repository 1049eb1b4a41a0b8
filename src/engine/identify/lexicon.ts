/** What the name of a column says about it, French and English, whatever its accents, case and separators. */
import { foldText } from '../read/cells/text.ts';

export type HeaderKind =
  | 'record'
  | 'nir'
  | 'ramq'
  | 'sin'
  | 'name'
  | 'contact'
  | 'address'
  | 'birth'
  | 'postcode'
  | 'place'
  | 'profile'
  | 'comment'
  | 'weak-id';

/** Words (or runs of words) of a header. The first kind that matches wins. */
const lexicon: readonly (readonly [HeaderKind, readonly string[]])[] = [
  [
    'nir',
    ['nir', 'securite sociale', 'num secu', 'numero secu', 'no secu', 'n secu', 'nss', 'ssn', 'ins', 'matricule ins'],
  ],
  ['ramq', ['ramq', 'nam', 'no am', 'num am', 'assurance maladie']],
  ['sin', ['nas', 'sin', 'assurance sociale', 'social insurance']],
  [
    'record',
    [
      'ipp',
      'nda',
      'iep',
      'nip',
      'mrn',
      'dossier',
      'identifiant',
      'identifier',
      'pidnum',
      'usubjid',
      'subjid',
      'numpat',
      'patid',
      'patientid',
      'patnum',
      'id patient',
      'patient id',
      'subject id',
      'id sujet',
      'record id',
      'study id',
      'sample id',
      'person id',
      'case id',
      'participant id',
      'id participant',
      'hadm id',
      'stay id',
      'icustay id',
      'code patient',
      'num patient',
      'numero patient',
      'no patient',
      'n patient',
      'patient number',
      'patient no',
      'code number',
      'medical record',
      'hospital number',
      'nhs number',
      'numero sejour',
      'num sejour',
      'id sejour',
      'accession number',
    ],
  ],
  [
    'contact',
    ['telephone', 'tel', 'phone', 'mobile', 'portable', 'gsm', 'fax', 'courriel', 'email', 'e mail', 'mail', 'mel'],
  ],
  ['birth', ['naissance', 'ddn', 'dob', 'birthdate', 'birth date', 'date of birth', 'birthday', 'ne le', 'nee le']],
  [
    'name',
    [
      'nom',
      'prenom',
      'prenoms',
      'name',
      'names',
      'surname',
      'firstname',
      'lastname',
      'forename',
      'patronyme',
      'initiales',
      'initials',
    ],
  ],
  [
    'postcode',
    ['code postal', 'cp', 'postal', 'zip', 'zipcode', 'postcode', 'postal code', 'insee', 'code insee', 'code commune'],
  ],
  ['address', ['adresse', 'address', 'rue', 'street', 'domicile']],
  [
    'place',
    ['commune', 'ville', 'city', 'town', 'departement', 'region', 'pays', 'country', 'province', 'county', 'quartier'],
  ],
  [
    'profile',
    [
      'profession',
      'metier',
      'occupation',
      'nationalite',
      'nationality',
      'ethnie',
      'ethnicity',
      'race',
      'religion',
      'situation familiale',
      'marital status',
    ],
  ],
  [
    'comment',
    [
      'commentaire',
      'commentaires',
      'comment',
      'comments',
      'observation',
      'observations',
      'remarque',
      'remarques',
      'remark',
      'remarks',
      'texte libre',
      'free text',
      'compte rendu',
      'anamnese',
      'histoire de la maladie',
      'conclusion',
    ],
  ],
  ['weak-id', ['id', 'ids', 'uid', 'pid', 'key', 'row', 'index', 'numero', 'num']],
];

/** A name of one of these is not a person's. */
const notPeople =
  /\b(centre|center|hopital|hospital|service|clinique|site|medicament|drug|traitement|treatment|variable|etude|study|protocole|protocol|produit|product|unite|unit|ville|city|pays|country|maladie|disease|test|gene|examen|exam|file|fichier|commune|user|column|species|scientific)\b/;
const notBirth = /\b(poids|weight|taille|height|lieu|place|rang|order|ordre|mode|terme|perimetre|age)\b/;

/** A header as words: accents gone, `camelCase` and separators opened. */
export const headerWords = (name: string): string =>
  foldText(name.replace(/([a-z\u00DF-\u00FF])([A-Z])/g, '$1 $2').replace(/\bn[°º]/gi, 'numero '))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The kind of a header, or `null`. `weak-id` needs the values to agree. */
export function headerKind(name: string): HeaderKind | null {
  const words = ` ${headerWords(name)} `;
  for (const [kind, entries] of lexicon) {
    const hit =
      kind === 'weak-id'
        ? entries.some((entry) => words === ` ${entry} `)
        : entries.some((entry) => words.includes(` ${entry} `));
    if (!hit) continue;
    if (kind === 'name' && notPeople.test(words)) continue;
    if (kind === 'birth' && notBirth.test(words)) continue;
    if (kind === 'address' && /\b(ip|mail|email)\b/.test(words)) continue;
    return kind;
  }
  return null;
}
