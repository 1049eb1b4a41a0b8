import type { Speaker } from '../../../engine/words/words.ts';
import type { ExportFormat } from '../../../workers/protocol.ts';

export const leaving = (speak: Speaker) => ({
  title: 'Take the synthetic file',
  notValidated: 'NOT VALIDATED',
  notValidatedText:
    'No one responsible has validated this export yet. The file name says so too. Have it reviewed, verdict in hand, before it leaves your institution.',
  contents: 'What the file holds',
  rows: (rows: string, columns: string) => `${rows} of avatars, ${columns}, in shuffled order.`,
  noLink: 'No link between a row and a patient, and no seed: they were never kept.',
  dress: 'Same separator, decimal sign, dates and missing code as your file.',
  seeVerdict: 'Read the verdict',
  format: 'Format',
  formats: { csv: 'CSV', xlsx: 'XLSX' } satisfies Record<ExportFormat, string> as Record<ExportFormat, string>,
  formatHelp: {
    csv: 'Plain text, read by every tool.',
    xlsx: 'Workbook for spreadsheets: numbers and dates keep their type.',
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
