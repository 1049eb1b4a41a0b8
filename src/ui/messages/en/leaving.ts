import type { ExportMark } from '../../../engine/verdict/record.ts';
import type { Speaker } from '../../../engine/words/words.ts';
import type { ExportFormat } from '../../../workers/protocol.ts';

export const leaving = (speak: Speaker) => ({
  title: 'Take the synthetic file',
  notYet: 'NO FILE YET',
  noFile: 'NO FILE',
  marks: {
    'not-validated': 'NOT VALIDATED',
    validated: 'VALIDATED, AS DECLARED',
    derogation: 'DEROGATION',
    demo: 'DEMO',
  } satisfies Record<ExportMark, string> as Record<ExportMark, string>,
  notValidatedText:
    'Nobody responsible has validated this export yet, and the name of the file says so. Name the validator below, or have the file reviewed, verdict in hand, before it leaves your institution.',
  validatedText: (name: string) =>
    `${name} validates this export. Sosie wrote the name down; it cannot verify who typed it.`,
  derogationText:
    'The name of the file will say DEROGATION: it leaves although the policy keeps it in quarantine, on the record below.',
  elsewhere: 'Nothing to take from here',
  elsewhereText: (name: string) =>
    `${name} was made by another tool. Sosie evaluated it; it writes only the files that it made itself.`,
  decides: 'What decides',
  moreLines: (count: number) => speak.plural(count, { one: 'and # more line', other: 'and # more lines' }),
  runAudit: 'Run the audit',
  auditing: 'The audit is under way. The file can be taken once it has ended.',
  auditGone: 'The working data of this computation are no longer in memory: run it again, then its audit.',
  record: 'Who validates this export',
  recordLead:
    'An export is validated beforehand by a person responsible for the data. What is typed here is declared, not verified: a page of a browser cannot know who types.',
  validator: 'Name of the validator',
  validatorFunction: 'Function',
  functionHelp: 'For example: data protection officer, head of the warehouse.',
  derogationTitle: 'Why it may leave quarantine',
  derogationLead:
    'Until all of this is filled in, the file does not exist: it is not written anywhere. Afterwards its name says DEROGATION, and the list of releases keeps the validator.',
  trained: 'The validator is specifically trained and authorised to lift a quarantine.',
  riskStudy: 'Reference of the re-identification risk study',
  riskStudyHelp: 'Required as soon as one of the three criteria is not met.',
  recipients: 'Who will receive the file',
  recipientsHelp: 'Persons or bodies, and under which agreement.',
  justification: 'Why it may leave all the same',
  justificationCount: (count: number, least: number) =>
    count < least
      ? `${speak.number(count)} of at least ${speak.plural(least, { one: '# character', other: '# characters' })}`
      : `${speak.plural(count, { one: '# character', other: '# characters' })}: long enough`,
  serious: 'Serious lines, to be accepted one by one',
  accept: (line: string) => `I accept: ${line}`,
  measured: (value: string, bounds: string) => (bounds === '' ? value : `${value} (bounds: ${bounds})`),
  quarantine: 'Put in quarantine',
  quarantined: 'In quarantine',
  quarantinedText: 'No file was written. It can be released once the record is complete.',
  release: 'Release under derogation',
  missing: 'Missing before the file can be written:',
  missingToValidate: 'Missing, and so the file will be marked NOT VALIDATED:',
  ledger: {
    title: 'List of releases',
    lead: 'Each further file made of the same patients tells more about them. The institution keeps a list: date, settings, state and validator of each release, and a seal that recognises the table without describing it. No value, no name of column, no name of file.',
    load: 'List kept until now',
    loadHelp:
      'The .json file written after an earlier release. The verdict then counts the releases of this very table.',
    choose: 'Choose the list',
    change: 'Choose another',
    none: 'none loaded',
    found: (name: string, count: number) =>
      `${name}: ${count === 0 ? 'no earlier release of this table' : speak.plural(count, { one: '# earlier release of this table', other: '# earlier releases of this table' })}`,
    save: 'Save the list with this release',
    saveLead: 'Keep it with the earlier ones: the next export will ask for it.',
    fileName: 'sosie-releases.json',
    saved: (name: string) => `${name}: handed to your browser’s downloads.`,
    wrong: 'This file is not a list of releases.',
  },
  contents: 'What the file holds',
  rows: (rows: string, columns: string) => `${rows} of avatars, ${columns}, in shuffled order.`,
  noLink: 'No link between a row and a patient, and no seed: they were never kept.',
  dress: 'Same separator, decimal sign, dates and missing code as your file.',
  seeVerdict: 'Read the verdict',
  format: 'Format',
  formats: { csv: 'CSV', xlsx: 'XLSX', parquet: 'Parquet', arrow: 'Arrow' } satisfies Record<
    ExportFormat,
    string
  > as Record<ExportFormat, string>,
  formatHelp: {
    csv: 'Plain text, read by every tool.',
    xlsx: 'Workbook for spreadsheets: numbers and dates keep their type.',
    parquet: 'For R, Python and data warehouses: columns keep their type.',
    arrow: 'For R and Python (Feather): columns keep their type.',
  } satisfies Record<ExportFormat, string> as Record<ExportFormat, string>,
  sameAsSource: 'as your file',
  download: 'Download the file',
  staleDownload: 'The file that can be downloaded now belongs to the earlier choices, not to those you made since.',
  fewRows: 'No verdict is reliable',
  writing: 'Writing the file…',
  saved: (name: string, size: string) => `${name}, ${size}: handed to your browser’s downloads.`,
  neutralised: (count: number) =>
    speak.plural(count, {
      one: '# text cell that a spreadsheet would have run as a formula was made harmless.',
      other: '# text cells that a spreadsheet would have run as formulas were made harmless.',
    }),
  blockedTitle: 'The file cannot leave with this column',
  block: (column: string, kind: string, valid: string, checked: string) =>
    `${column} holds direct identifiers (${kind}): ${valid} of ${checked} values have a valid check digit. A synthetic file must not carry them.`,
  kinds: {
    nir: 'French social security number',
    ramq: 'Quebec health insurance number',
    sin: 'Canadian social insurance number',
    rpps: 'health professional number (RPPS)',
    iban: 'bank account number (IBAN)',
  } as Readonly<Record<string, string>>,
  dropColumn: (column: string) => `Drop ${column}`,
  thenRedo: 'The computation will have to be done again without it.',
  checking: 'Checking the columns…',
  forgetTitle: 'When you are done',
  forgetText:
    'Closing the page forgets everything. You can also do it now: the file, the avatars and the journal leave memory.',
  forget: 'Erase everything from memory',
  forgetConfirmTitle: 'Erase everything from memory?',
  forgetConfirm:
    'The file, your choices and every computation will be forgotten. What you downloaded stays where you saved it.',
  forgetYes: 'Erase everything',
  forgotten: 'Everything has been erased from memory.',
  none: 'Nothing to export yet: generate the avatars first.',
});
