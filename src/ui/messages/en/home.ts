import type { Speaker } from '../../../engine/words/words.ts';
import type { SampleId } from '../../samples.ts';

export const home = (speak: Speaker) => ({
  title: 'Turn a clinical spreadsheet into a synthetic one, without it leaving this computer',
  lead: 'Each patient is replaced by an avatar: an invented patient, drawn from the patients who most resemble them. Sosie then measures what this protects and what it keeps.',
  promise: ['Your data do not leave this computer.', 'Nothing is stored, nothing is sent.', 'No account, no server.'],
  drop: 'Drop a spreadsheet here',
  choose: 'or choose a file',
  formats:
    'CSV, Excel (.xlsx, .xls), OpenDocument (.ods), SPSS (.sav), Parquet, Arrow. Cells copied from a spreadsheet can be pasted too (Ctrl+V).',
  release: 'Release to open',
  inputLabel: 'Spreadsheet file: CSV, Excel, OpenDocument, Parquet, Arrow or SPSS',
  pasteTitle: 'Cells copied from a spreadsheet?',
  pasteOpen: 'Paste with Ctrl+V, or in a field',
  pasteLabel: 'Cells copied from a spreadsheet, headers included',
  pasteButton: 'Read these cells',
  pastedName: 'pasted.tsv',
  pasteEmpty: 'Paste at least a header line and one row.',
  samplesTitle: 'No file at hand?',
  samplesLead: 'Try with a cohort invented for this purpose.',
  samples: {
    'cohorte-propre': { title: 'A clean cohort', text: '500 patients, 20 columns: a simulated trial.' },
    'cohorte-pieges': {
      title: 'A cohort full of traps',
      text: 'Identifiers, mixed columns, decimal commas: as files arrive.',
    },
  } satisfies Record<SampleId, { title: string; text: string }> as Record<SampleId, { title: string; text: string }>,
  opening: (name: string) => `Reading ${name}`,
  openingShare: (share: number) => `${speak.number(share, { style: 'percent', maximumFractionDigits: 0 })} read`,
  loaded: (name: string) => `${name} is open. Another file will replace it only once it is read.`,
  continue: 'Continue with this file',
  methodTitle: 'How an avatar is made',
  methodLead: 'On invented data, in two dimensions; Sosie does the same with all your columns at once.',
  plates: [
    { title: 'Patients', text: 'Each patient is a point. Those who resemble each other lie close.' },
    { title: 'Neighbours', text: 'For one patient, the k most similar others. The patient takes no part in the mix.' },
    { title: 'Weighted mix', text: 'Each neighbour receives a share, decided by nearness and by chance.' },
    { title: 'Avatar', text: 'The mix is an invented patient. The file leaves with avatars only, in shuffled order.' },
  ],
  limits:
    'Sosie documents the remaining risk; it never declares a file anonymous. That decision belongs to the person responsible for the data.',
});
