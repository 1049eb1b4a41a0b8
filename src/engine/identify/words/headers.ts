/** Words, or runs of words, of the names of columns, French and English, without accents. The first kind wins. */
import { phraseSet } from './word-set.ts';

export type HeaderKind =
  | 'nir'
  | 'ramq'
  | 'sin'
  | 'rpps'
  | 'ohip'
  | 'card'
  | 'iban'
  | 'email'
  | 'phone'
  | 'url'
  | 'ip'
  | 'uuid'
  | 'dicom'
  | 'path'
  | 'plate'
  | 'gps'
  | 'birth'
  | 'initials'
  | 'doctor'
  | 'record'
  | 'postcode'
  | 'address'
  | 'name'
  | 'place'
  | 'profile'
  | 'centre'
  | 'comment'
  | 'diagnosis'
  | 'weak-id';

const entries: readonly (readonly [HeaderKind, string])[] = [
  [
    'nir',
    `nir, securite sociale, num secu, numero secu, no secu, n secu, nss, ins, matricule ins, insee patient, social security`,
  ],
  ['ramq', 'ramq, nam, no am, num am, assurance maladie, carte soleil, health insurance number'],
  ['sin', 'nas, sin, assurance sociale, social insurance'],
  ['rpps', 'rpps, numero rpps, adeli'],
  ['ohip', 'ohip, health card, hcn, hin, health number, carte sante, phn'],
  ['card', 'carte bancaire, carte bleue, carte de credit, card number, credit card, debit card, numero cb'],
  ['iban', 'iban, rib, compte bancaire, bank account'],
  ['email', 'courriel, courriels, email, emails, e mail, mail, mel, adresse electronique, adresse mail'],
  ['phone', 'telephone, telephones, tel, phone, mobile, portable, gsm, fax, cell, cellulaire, telecopie, telcell'],
  ['ip', 'adresse ip, ip address, ip addr, ipv4, ipv6, adresse mac, mac address'],
  ['url', 'url, site web, website, site internet, lien, hyperlink'],
  ['uuid', 'uuid, guid'],
  [
    'dicom',
    `dicom, studyinstanceuid, seriesinstanceuid, sopinstanceuid, study instance uid, series instance uid,
     sop instance uid, instance uid, study uid, series uid`,
  ],
  [
    'path',
    `filepath, file path, filename, file name, nom fichier, nom du fichier, chemin fichier, chemin du fichier,
     fichier`,
  ],
  ['plate', 'immatriculation, plaque immatriculation, license plate, licence plate, number plate, plate number'],
  [
    'gps',
    `latitude, longitude, gps, coordonnees gps, coordinates, geocode, geoloc, geolocalisation, lat, lon, lng, coord x,
     coord y`,
  ],
  [
    'birth',
    `naissance, nais, dnaiss, datenaiss, datnais, dtnais, dtnaiss, ddn, dob, birthdate, birth date, date of birth, birthday,
     ne le, nee le, birth, brthdtc, year of birth, birth year, yob, annee naiss`,
  ],
  ['initials', 'initiales, initials, init, initiale'],
  [
    'doctor',
    `medecin, medecins, docteur, doctor, physician, praticien, chirurgien, surgeon, prescripteur, prescriber, anesthesiste,
     anesthetist, anesthesiologist, infirmier, infirmiere, nurse, clinician, clinicien, investigateur, investigator, radiologue,
     radiologist, pathologist, pathologiste, sage femme, midwife, provider, attending, operateur, gp, nom du medecin, referring physician`,
  ],
  [
    'record',
    `ipp, nda, iep, nip, mrn, dossier, identifiant, identifier, pidnum, usubjid, subjid, numpat, patid, patientid, patnum,
     id patient, patient id, subject id, id sujet, record id, study id, sample id, person id, case id, participant id,
     id participant, hadm id, stay id, icustay id, code patient, num patient, numero patient, no patient, n patient,
     patient number, patient no, code number, medical record, hospital number, nhs number, nhs no, numero sejour, num sejour,
     id sejour, accession number, numero dossier, num dossier, no dossier, ndossier, ndos, num dos, numero venue, num venue,
     numero passage, numero administratif, chart number, chart no, encounter id, visit id, csn, episode id, hospital id,
     specimen id, specimen number, barcode, code barre, code barres, num prelevement, numero prelevement, numero echantillon,
     numero inclusion, num inclusion, no inclusion, inclusion number, numero randomisation, randomization number,
     randomisation number, screening number, numero anonymat, num anonymat, id patiente, patient code, subject number,
     subject no, numero sujet, num sujet, admission number, account number, ssn, matricule, empi, num ipp, numero ipp`,
  ],
  [
    'postcode',
    `code postal, codepostal, cp, cpostal, postal, zip, zipcode, zip code, postcode, postal code, insee, code insee,
     code commune, codgeo, rta, fsa, code geographique`,
  ],
  ['address', 'adresse, address, addr, adr, rue, street, domicile, voie, street address, home address'],
  [
    'name',
    `nom, noms, prenom, prenoms, name, names, surname, firstname, lastname, forename, fullname, first name, last name,
     patronyme, nom prenom, patient name, nomprenom`,
  ],
  [
    'place',
    `commune, ville, city, town, departement, region, pays, country, province, county, quartier, residence, municipalite,
     municipality, lieu naissance, lieu de naissance, birthplace, canton, arrondissement`,
  ],
  [
    'profile',
    `profession, metier, occupation, emploi, job, csp, pcs, categorie socioprofessionnelle, nationalite, nationality, ethnie,
     ethnicity, ethnic, ethnicite, origine ethnique, race, ancestry, religion, langue maternelle, mother tongue, situation familiale,
     situation matrimoniale, etat matrimonial, statut marital, statut matrimonial, etat civil, statut conjugal, marital status,
     marital, civil status, employment, secteur activite, employeur, employer, ecole, school, orientation sexuelle`,
  ],
  [
    'centre',
    `centre, center, hopital, hospital, etablissement, clinique, site, service, ward, uf, unite fonctionnelle, unite de soins,
     unite medicale, care unit, pole, finess, facility, clinic, lab, laboratoire, institution, ehpad`,
  ],
  [
    'diagnosis',
    'cim, cim 10, cim10, icd, icd 10, icd10, icd 9, icd9, orpha, orphacode, code orpha, code cim, code icd, diagnostic, diagnosis, maladie',
  ],
  [
    'comment',
    `commentaire, commentaires, comment, comments, observation, observations, remarque, remarques, remark, remarks, texte libre,
     free text, compte rendu, anamnese, histoire de la maladie, conclusion, conclusions, note, notes, narrative, texte, text, memo`,
  ],
];

export const headerLexicon: readonly (readonly [HeaderKind, ReadonlySet<string>])[] = entries.map(([kind, list]) => [
  kind,
  phraseSet(list),
]);

/** Names that mean an identifier when they stand alone, and when the values agree. */
export const weakIdentifiers: ReadonlySet<string> = phraseSet(
  'id, ids, uid, pid, key, row, index, numero, num, patient, patients, sujet, subject, participant, malade, no, nr',
);

/** Words beside which a name of a kind means something else. */
export const denials: Partial<Record<HeaderKind, RegExp>> = {
  name: /\b(centre|center|hopital|hospital|service|clinique|site|medicament|drug|traitement|treatment|variable|etude|study|protocole|protocol|produit|product|unite|unit|ville|city|pays|country|maladie|disease|test|gene|examen|exam|file|fichier|commune|user|column|species|scientific|germe|bacterie|molecule|dci|commercial|brand|lesion|score)\b/,
  birth:
    /\b(poids|weight|taille|height|lieu|place|rang|order|ordre|mode|terme|perimetre|age|pays|country|ville|city|nom|name|commune|departement|control|controle|defect|type|parity|sexe|sex|apgar|pc|nb|nombre|number|length|temperature|t)\b/,
  address: /\b(ip|mail|email|mac|url|electronique|retour|maintien|hospitalisation|oxygene|soins|sortie)\b/,
  place:
    /\b(anatom\w*|tumeur|tumour|tumor|lesion|operat\w*|corps|body|brain|cerveau|fracture|douleur|pain|cutane\w*|biopsie|biopsy)\b/,
  centre:
    /\b(tumeur|tumor|tumour|anatom\w*|primary|primitif|metasta\w*|lesion|prelevement|biopsie|biopsy|puncture|ponction|infection|injection|fracture|bleeding|saignement|pain|douleur|date|duree|entree|sortie|duration|length|resultat|result|value|valeur|web|type|operative|operatoire|surgical|binding)\b/,
  doctor:
    /\b(vu|seen|visits?|visites?|consult\w*|nb|nombre|number|date|type|specialite|specialty|delai|avis|impression|score|global|assessment)\b/,
  profile: /\b(horse|score|stress|arret|retour|return|date|duree|duration|exposure|exposition)\b/,
  phone:
    /\b(clinic|hopital|hospital|consult\w*|teleconsult\w*|suivi|usage|use|phone call|appel|appels|calls?|bin|date|type|count|nb)\b/,
  email: /\b(date|nb|nombre|count|opt|consent\w*|consentement)\b/,
  record: /\b(complet|complete|date|statut|status|etat|prise|duree|traitement|treatment|indication|dose)\b/,
  comment: /\b(date|nb|nombre|count|score|number|grade|20|10)\b/,
  gps: /\b(dose|effet|acting)\b/,
  path: /\b(date|type|size|taille|format)\b/,
  initials:
    /\b(date|dose|stage|stade|treatment|traitement|diagnosis|diagnostic|symptom\w*|weight|poids|visit|visite|phase|value|valeur)\b/,
};
