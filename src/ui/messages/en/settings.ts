import type { Speaker } from '../../../engine/words/words.ts';

export const settings = (speak: Speaker) => ({
  title: 'Settings',
  lead: 'Each avatar is drawn from the k patients most like one patient. More neighbours protect more and keep less detail.',
  presets: 'Starting points',
  preset: {
    protective: { title: 'More protective', text: 'For a file that goes far: a public release.' },
    balanced: { title: 'Balanced', text: 'For a partner under contract.' },
    faithful: { title: 'More faithful', text: 'For the same team, inside the institution.' },
  },
  presetValue: (k: string, cap: string) => `k = ${k}${cap}`,
  presetCap: (cap: string) => `, at most ${cap} per donor`,
  k: 'Neighbours (k)',
  kSpoken: (k: string, name: string) => `k = ${k}${name ? `, ${name}` : ''}`,
  donors:
    'An avatar is worth about 2.5 donors, whatever k from 5 up: chance gives most of the weight to a few neighbours.',
  kSmall: 'Below 5, an avatar stands very close to one patient. Kept for teaching and comparison.',
  kShare: (share: string) => `k is ${share} of the file: avatars lean towards the average patient.`,
  advanced: 'Advanced settings',
  ncp: 'Components',
  ncpHelp:
    'How many axes of the factor analysis serve to find neighbours and to measure. Each axis is one way in which patients differ.',
  cap: 'Limit the share of a single donor',
  capHelp:
    'Without a limit, one donor holds 57 % of an avatar on average, more than 90 % now and then. The limit is Sosie’s own; the published method has none.',
  capValue: 'Largest share',
  weights: 'Weight of the columns',
  weightsHelp: 'A heavier column counts more when neighbours are sought. The values themselves are not changed.',
  weightsRegion: 'Weights of the columns, scrollable',
  weightOf: (name: string) => `Weight of ${name}`,
  weightColumn: 'Column',
  weight: 'Weight',
  weightsReset: 'All back to 1',
  outOfRange: (asked: string, low: string, high: string) =>
    `${asked} is out of range: from ${low} to ${high} for this file.`,
  tooFewTitle: 'Too few rows',
  tooFew: (rows: number) =>
    `This file has ${speak.plural(rows, { one: '# row', other: '# rows' })}. Each avatar is drawn from at least 2 other patients: 3 rows are the least. Choose another file.`,
  direct: (names: string) =>
    `${names}: kept, although it names people. A synthetic file must not carry direct identifiers.`,
  directBlocks: (names: string) => `${names}: kept, with valid check digits. The download will be refused.`,
  dropDirect: (names: string) => `Drop ${names}`,
  range: (low: string, high: string) => `from ${low} to ${high}`,
  planTitle: 'What will be done',
  planRows: 'Rows in, avatars out',
  planColumns: 'Columns kept',
  planCoded: 'once coded',
  planTime: 'Time expected',
  planMemory: 'Memory expected',
  planning: 'Estimating…',
  noSeed: 'Each computation draws fresh chance, kept nowhere: nobody can replay it to find the patients.',
  start: 'Generate the avatars',
  blocked: 'To settle before the computation',
  undecided: (count: number) =>
    speak.plural(count, {
      one: '# column still waits for your decision. You can generate now and come back to it.',
      other: '# columns still wait for your decision. You can generate now and come back to them.',
    }),
  seeColumns: 'See these columns',
  warnings: 'Good to know',
  same: 'These settings are already computed.',
  seeVerdict: 'See the verdict',
});
