/** How a column is called: plainly, by a cipher, or wrongly. */
import type { Dice, Locale } from './dice.ts';

export type HeaderStyle = 'explicit' | 'cryptic' | 'misleading';
export const headerStyles: readonly HeaderStyle[] = ['explicit', 'cryptic', 'misleading'];

type Names = Readonly<Record<'fr' | 'en', readonly string[]>>;
const names = (fr: readonly string[], en: readonly string[]): Names => ({ fr, en });

/** By the start of the identifier of the column. */
const explicit: readonly (readonly [string, Names])[] = [
  ['nir', names(['NIR', 'N° sécurité sociale', 'INS'], ['NIR', 'french_nir', 'INS'])],
  ['ramq', names(['RAMQ', 'NAM', 'no_assurance_maladie'], ['RAMQ', 'ramq_number', 'NAM'])],
  ['sin', names(['NAS', 'numéro assurance sociale'], ['SIN', 'social insurance number'])],
  ['rpps', names(['RPPS', 'RPPS médecin'], ['RPPS'])],
  ['ohip', names(['OHIP', 'carte santé'], ['OHIP', 'health_card'])],
  ['card', names(['carte bancaire'], ['credit card', 'card_number'])],
  ['iban', names(['IBAN', 'compte bancaire'], ['IBAN', 'bank_account'])],
  ['email', names(['courriel', 'E-mail', 'adresse mail'], ['email', 'e-mail', 'Email address'])],
  ['phone', names(['téléphone', 'Tél', 'portable'], ['phone', 'Phone number', 'mobile'])],
  ['url', names(['site web', 'lien'], ['URL', 'website'])],
  ['ip', names(['adresse IP'], ['ip_address'])],
  ['dicom', names(['StudyInstanceUID', 'UID DICOM'], ['StudyInstanceUID', 'series_uid'])],
  ['path', names(['nom_fichier', 'chemin fichier'], ['file_path', 'filename'])],
  ['plate', names(['immatriculation'], ['license plate'])],
  ['uuid', names(['uuid', 'GUID'], ['uuid', 'guid'])],
  ['address', names(['adresse', 'Adresse patient'], ['address', 'street_address'])],
  ['record', names(['IPP', 'N° dossier', 'NDA', 'id_patient'], ['MRN', 'patient_id', 'record_id', 'Hospital number'])],
  ['row', names(['N°', 'id', 'index'], ['id', 'row', 'record_id'])],
  ['first name', names(['prénom', 'Prenom'], ['first_name', 'FirstName', 'forename'])],
  ['last name', names(['nom', 'Nom de famille', 'nom_naissance'], ['last_name', 'Surname', 'name'])],
  ['full name', names(['nom', 'patient', 'nom_prenom'], ['name', 'patient', 'patient name'])],
  ['doctor', names(['médecin', 'chirurgien', 'prescripteur'], ['physician', 'surgeon', 'doctor'])],
  ['initials', names(['initiales'], ['initials'])],
  ['hla', names(['HLA', 'typage HLA'], ['HLA', 'hla_type'])],
  ['hgvs', names(['variant', 'mutation'], ['variant', 'mutation'])],
  ['rsid', names(['rsid', 'SNP'], ['rsid', 'SNP'])],
  ['free text', names(['commentaire', 'Observations', 'compte rendu'], ['comment', 'Notes', 'observations'])],
  ['three', names(['commentaire', 'remarque'], ['comment', 'remark'])],
  ['one', names(['commentaire', 'remarque'], ['comment', 'remark'])],
  ['birth', names(['date de naissance', 'DDN', 'date_nais'], ['DOB', 'birth_date', 'Date of birth'])],
  ['postcode', names(['code postal', 'CP'], ['postal code', 'zip', 'Postcode'])],
  ['INSEE', names(['code commune', 'INSEE'], ['code_insee'])],
  ['town', names(['ville', 'commune'], ['city', 'town'])],
  ['country', names(['pays', 'pays de naissance'], ['country'])],
  ['profession', names(['profession', 'métier'], ['occupation', 'job'])],
  ['ward', names(['service', 'Unité fonctionnelle'], ['ward', 'service'])],
  ['diagnosis', names(['CIM10', 'diagnostic'], ['ICD10', 'diagnosis'])],
  ['three telephones', names(['contact', 'téléphone'], ['contact', 'phone'])],
  ['names from', names(['nom', 'nom prénom'], ['name', 'full name'])],
  ['name with', names(['patient', 'nom'], ['patient', 'name'])],
  ['latitude', names(['latitude', 'lat'], ['latitude', 'lat'])],
  ['longitude', names(['longitude', 'lon'], ['longitude', 'lng'])],
  ['coordinates', names(['GPS', 'coordonnées GPS'], ['GPS', 'coordinates'])],
  ['one NIR among', names(['IPP', 'N° dossier'], ['MRN', 'patient_id'])],
  ['operations', names(['intervention'], ['procedure'])],
  ['scales', names(['échelle'], ['scale'])],
  ['arms', names(['bras'], ['arm'])],
  ['units', names(['unité'], ['unit'])],
  ['laboratory number', names(['N° analyse labo', 'résultat brut'], ['assay', 'raw_result'])],
  ['viral', names(['charge virale'], ['viral_load'])],
  ['platelets', names(['plaquettes'], ['platelets'])],
  ['white', names(['leucocytes'], ['WBC'])],
  ['Luhn', names(['code produit'], ['product code'])],
  ['batch', names(['lot', 'N° lot'], ['lot', 'batch'])],
  ['sample', names(['échantillon'], ['sample'])],
  ['version', names(['version logiciel'], ['software version'])],
  ['drugs', names(['médicament', 'Nom du médicament', 'DCI', 'IPP'], ['drug', 'drug_name', 'medication'])],
  ['diagnoses', names(['pathologie', 'maladie'], ['disease', 'condition'])],
  ['wards', names(['service'], ['ward'])],
  ['hospitals', names(['hôpital', 'centre'], ['hospital', 'site'])],
  ['towns', names(['ville'], ['city'])],
  ['germs', names(['germe'], ['organism'])],
  ['genes', names(['gène'], ['gene'])],
  ['colours', names(['couleur des cheveux'], ['hair colour'])],
  ['months', names(['mois'], ['month'])],
  ['doses', names(['posologie'], ['dosage'])],
  ['stages', names(['TNM', 'stade'], ['TNM', 'stage'])],
  ['score', names(['score', 'NAS', 'MMS'], ['score', 'NAS', 'MMSE'])],
  ['age', names(['âge', 'Âge à la naissance du premier enfant'], ['age', 'Age at birth of first child'])],
  ['visit date', names(['date de visite', "date d'entrée"], ['visit date', 'admission_date'])],
  ['date over', names(['date du diagnostic', 'date de chirurgie'], ['diagnosis_date', 'surgery date'])],
  ['visit number', names(['N° visite', 'visite'], ['visit number', 'visit'])],
  ['time', names(['heure'], ['time'])],
  ['blood pressure', names(['PA', 'tension'], ['BP'])],
  ['yes', names(['IPP', 'mobile', 'tabac', 'nom connu'], ['email consent', 'mobile', 'smoker'])],
  ['sex', names(['sexe'], ['sex'])],
  ['days', names(['durée', 'délai'], ['duration', 'los_days'])],
  ['fees', names(['coût'], ['cost'])],
];

const byLength = [...explicit].sort(([a], [b]) => b.length - a.length);
const plain: Names = names(['valeur', 'mesure', 'résultat'], ['value', 'measure', 'result']);
const wrong: Names = names(
  ['glycémie', 'score', 'traitement', 'groupe', 'stade', 'bras', 'résultat', 'motif'],
  ['glucose', 'score', 'treatment', 'group', 'stage', 'arm', 'result', 'reason'],
);

export function headerOf(dice: Dice, id: string, style: HeaderStyle): string {
  const language = languageOf(dice.locale);
  if (style === 'cryptic')
    return dice.pick([`V${dice.int(1, 99)}`, `X${dice.int(1, 99)}`, `col_${dice.int(1, 99)}`, `Q${dice.int(1, 20)}b`]);
  if (style === 'misleading') return dice.pick(wrong[language]);
  const known = byLength.find(([start]) => id.startsWith(start))?.[1] ?? plain;
  return dice.pick(known[language]);
}

export const languageOf = (locale: Locale): 'fr' | 'en' => (locale === 'en' ? 'en' : 'fr');
