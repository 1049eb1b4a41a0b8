import type { Preset } from '../../../engine/verdict/decision.ts';
import type { Speaker } from '../../../engine/words/words.ts';

export const settings = (speak: Speaker) => ({
  title: 'Settings',
  lead: 'How far the file will go sets the bounds it must hold. The method does most of the protecting and of the keeping. The audit then measures both, on this very file.',
  presets: 'How far will the file go?',
  presetsNote: 'The tests are the same; the bounds are not. The verdict and the export follow what you choose here.',
  preset: {
    inside: { title: 'Inside the institution', text: 'The same team, or another service of the institution.' },
    partner: { title: 'Named partner, under contract', text: 'Same bounds as inside: the contract is what is added.' },
    open: {
      title: 'Open data',
      text: 'Anyone, for good. Lower risk allowed, larger groups, more rows, and the shadow attack becomes compulsory.',
    },
  } satisfies Record<Preset, { title: string; text: string }> as Record<Preset, { title: string; text: string }>,
  presetLine: (title: string) => `Breadth of release: ${title}`,
  presetStart: (name: string, k: string, cap: string, floor: string) =>
    `Settings to start from: ${name}, k = ${k}, at most ${cap} of an avatar per donor, groups of at least ${floor} patients.`,
  presetInUse: 'They are in use.',
  presetTake: 'Take these settings',
  generator: 'Method',
  generatorNote:
    'The audit measures either of them on this very file. The published method can reach every target and still let patients be recognised: a release made with it goes to quarantine.',
  ingredients: 'Ingredients of the reinforced method',
  ingredientsHelp: 'Each one can be switched off on its own. What was measured is beside it.',
  latentRule: 'Let the method choose',
  values: {
    on: 'on',
    off: 'off',
    rule: 'as the method chooses',
    local: 'from the nearest patients',
    global: 'from the whole file',
  },
  patients: (count: number) => speak.plural(count, { one: '# patient', other: '# patients' }),
  times: (factor: string) => `× ${factor}`,
  roles: 'What this study is about',
  rolesNone:
    'No outcome, time, event or arm is declared: without them, the links that matter most to the study are kept no better than the others. Declare them among the columns.',
  rolesDeclared: (columns: string) => `Kept with most care: ${columns}.`,
  advisor: 'Advice for this file',
  advisorLead:
    'Tries a few settings on a sample, attacks each of them, and shows what each protects and what it keeps. Every attempt is shown; you choose.',
  advisorStart: (seconds: string) => `Try settings (at most ${seconds})`,
  advisorAgain: 'Try again',
  advisorCancel: 'Stop here',
  advisorRunning: (points: number) =>
    `Under way: ${speak.plural(points, { one: '# attempt so far.', other: '# attempts so far.' })}`,
  advisorDone: (points: number, rows: string, time: string) =>
    `${speak.plural(points, { one: '# attempt', other: '# attempts' })} on ${rows}, in ${time}: all are below.`,
  advisorLeftOut: (count: number) =>
    speak.plural(count, { one: '# more left out for want of time.', other: '# more left out for want of time.' }),
  advisorAxes: (count: number) => speak.plural(count, { one: '# component', other: '# components' }),
  advisorCap: (cap: string) => `at most ${cap} per donor`,
  advisorRegion: 'Attempts of the advisor, scrollable',
  advisorPickOf: (name: string) => `Use these settings: ${name}`,
  advisorExposureShort: 'Exposure',
  advisorWhy: {
    'least-loss-within-bounds':
      'Proposed: within every bound, and losing least. Where chance could explain the difference, the usual settings win.',
    'least-exposed':
      'No attempt stays within every bound on this file. Proposed: the least exposed, or the usual settings where chance could explain the difference.',
    'too-few-rows': 'Too few rows to tell settings apart: nothing is proposed.',
  } as Readonly<Record<string, string>>,
  advisorNothing: 'Nothing is proposed: no attempt could be measured well enough.',
  advisorSample:
    'Measured on a sample, several parts of it held out, against the bounds of a release inside the institution or to a partner. The audit of the whole file decides.',
  advisorOpen: 'The bounds of open data are lower: the audit will say whether they hold.',
  advisorChance: (loss: string) => `Losses that differ by less than ${loss} may differ by chance.`,
  advisorAllChance: 'Too few rounds to tell the losses of two attempts apart.',
  advisorUnmeasured: 'not measurable',
  advisorUnguarded: 'shown for comparison: rare or isolated patients are protected less than usual',
  advisorPick: 'Use these settings',
  advisorPicked: 'In use',
  advisorProposed: 'proposed',
  advisorChartTitle: 'What each setting protects and keeps',
  advisorExposure: 'Exposure: worst attack over its bound',
  advisorLoss: 'Loss of utility',
  advisorBound: '1 = bound for export',
  advisorSettings: 'Settings',
  advisorWorst: 'Decided by',
  advisorUse: 'Choose',
  advisorWithin: 'within every bound',
  advisorBeyond: 'beyond a bound',
  advisorStale: 'The columns changed since: these attempts were measured on the file as it was.',
  advisorRest: 'Weights of columns stay as you set them.',
  elsewhere: {
    open: 'I already have a synthetic file of this table',
    lead: 'A file that another tool made from this very table can be attacked and measured here. It gets an evaluation, never a state: what depends on how it was made cannot be known.',
    synthetic: 'Synthetic file',
    syntheticHelp:
      'CSV or XLSX, with the columns kept here under the same names. Gives the indicators of distance, the exact copies, and all that compares the two tables.',
    control: 'Control file (optional)',
    controlHelp:
      'Real patients in the same columns that the other tool never saw. Without them no attack can tell a leak from a resemblance, and every attack reads “not measurable”.',
    paired: 'Row i of both files is the same patient',
    pairedHelp:
      'Tick it only if the tool kept the order. Then hidden patients and local cloaking can be measured; wrongly ticked, they look good and mean nothing.',
    choose: 'Choose a file',
    change: 'Change',
    remove: 'Remove',
    none: 'no file chosen',
    chosen: (name: string, size: string) => `${name}, ${size}`,
    start: 'Evaluate this file',
    under: (name: string, share: string) => `Evaluating ${name}: ${share}`,
    cancel: 'Cancel the evaluation',
    empty: 'This file is empty.',
    twice: 'The two files are the same.',
    missing: 'Choose the synthetic file first.',
  },
  k: 'Neighbours (k)',
  kSpoken: (k: string) => `k = ${k}`,
  donors:
    'An avatar of the published method is worth about 2.5 donors, whatever k from 5 up: chance gives most of the weight to a few neighbours.',
  donorsCapped: (cap: string, least: string) =>
    `No donor gives more than ${cap} of an avatar, so an avatar is worth at least ${least} donors.`,
  kRelease:
    'For a release: below 11 neighbours an avatar comes from fewer than 11 patients, and the file goes to quarantine.',
  kSmall: 'Below 5, an avatar stands very close to one patient. Kept for teaching and comparison.',
  kShare: (share: string) => `k is ${share} of the file: avatars lean towards the average patient.`,
  advanced: 'Advanced settings',
  ncp: 'Components',
  ncpHelp:
    'How many axes of the factor analysis serve to find neighbours and to measure. Each axis is one way in which patients differ.',
  cap: 'Limit the share of a single donor',
  capHelp:
    'Without a limit, one donor holds 57 % of an avatar on average, more than 90 % now and then. The limit is Sosie’s own; the published method has none.',
  capAlways: 'The reinforced method always limits it. A lower limit spreads each avatar over more donors.',
  capValue: 'Largest share of a donor',
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
  planAudit: 'Then the audit',
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
