import { statesEn } from '../states.ts';
import type { Speaker } from '../../../engine/words/words.ts';

const bytes = (speak: Speaker) => (count: number) => {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3)));
  const options = { style: 'unit', unit: units[power]!, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return speak.number(count / 1000 ** power, options);
};

const duration = (speak: Speaker) => (milliseconds: number) => {
  const seconds = milliseconds / 1000;
  if (seconds < 1) return 'under a second';
  if (seconds < 90) return speak.plural(Math.round(seconds), { one: '# second', other: '# seconds' });
  return speak.plural(Math.round(seconds / 60), { one: '# minute', other: '# minutes' });
};

export const frame = (speak: Speaker) => ({
  name: 'Sosie',
  title: (step: string) => `${step} · Sosie`,
  skip: 'Skip to the content',
  common: {
    rows: (count: number) => speak.plural(count, { one: '# row', other: '# rows' }),
    columns: (count: number) => speak.plural(count, { one: '# column', other: '# columns' }),
    percent: (share: number) => speak.number(share, { style: 'percent', maximumFractionDigits: 1 }),
    bytes: bytes(speak),
    duration: duration(speak),
    close: 'Close',
    cancel: 'Cancel',
    undo: 'Undo',
    redo: 'Redo',
    loading: 'One moment…',
    /** A cell that holds nothing, in a list of texts. */
    blank: 'blanks',
    quoted: (text: string) => `“${text}”`,
    list: (items: readonly string[]) => items.join(', '),
    more: (count: number) => speak.plural(count, { one: 'and # more', other: 'and # more' }),
  },
  steps: {
    label: 'Steps',
    home: 'File',
    reading: 'Reading',
    columns: 'Columns',
    settings: 'Settings',
    run: 'Computation',
    verdict: 'Verdict',
    projection: 'Projection',
    utility: 'Utility',
    export: 'Export',
    progress: (index: number, count: number) => `Step ${speak.number(index)} of ${speak.number(count)}`,
    show: 'All steps',
    done: 'done',
    stale: 'to redo',
    running: 'running',
    auditing: 'audit under way',
    locked: 'after the previous steps',
    lockedResults: 'after the computation',
    continueTo: { projection: 'See the projection', utility: 'See the utility', export: 'Go to the export' },
    decide: (count: number) => speak.plural(count, { one: '# to decide', other: '# to decide' }),
  },
  stale: {
    title: 'To redo',
    text: 'You changed columns or settings since this computation. What is shown belongs to the earlier choices; nothing is lost.',
    redo: 'Run again',
    revert: 'Go back to those choices',
  },
  controls: {
    label: 'Display',
    language: 'Language',
    theme: 'Theme',
    themes: { auto: 'Auto', light: 'Light', dark: 'Dark' },
    text: 'Text size',
    texts: { normal: 'Normal', large: 'Large', larger: 'Larger' },
  },
  known: {
    title: 'What we know',
    nothing: 'No file yet.',
    file: 'File',
    rows: 'Rows',
    columns: 'Columns kept',
    columnsOf: (kept: number, total: number) => `${speak.number(kept)} of ${speak.number(total)}`,
    settings: 'Settings',
    settingsOf: (k: number, ncp: number) =>
      `k = ${speak.number(k)}, ${speak.plural(ncp, { one: '# component', other: '# components' })}`,
    verdict: 'Last verdict',
    noVerdict: 'not computed yet',
    states: statesEn,
    verdictOf: (met: number, total: number) =>
      speak.plural(total, {
        one: `${speak.number(met)} of # target reached`,
        other: `${speak.number(met)} of # targets reached`,
      }),
    unmeasured: (count: number) => `${speak.number(count)} not measurable`,
    direct: 'Direct identifiers kept',
    directBlocks: 'will block the download',
    connection: 'Connection',
    change: 'Change file',
  },
  journal: {
    title: 'Journal',
    empty: 'Nothing changed yet. Each of your choices will be written here, and can be undone.',
    undone: 'undone',
    back: 'Return to just after this',
    start: 'File opened as proposed',
    onHold: 'on hold: column absent',
    typeBack: (column: string, type: string) => `${column}: back to ${type}`,
    typeProposed: (column: string) => `${column}: back to the type proposed`,
    derived: (column: string, name: string, what: string) =>
      `${column}: ${what}${name === column ? '' : `, as “${name}”`}`,
    underived: (column: string) => `${column}: as in the file again`,
    rows: (rule: string) => `One row a patient. ${rule}`,
    rowsBack: 'All the rows of the file again',
    rowsAll: 'Several rows a patient, all kept',
    recipe: 'Recipe applied',
    reopen: (column: string) => `${column}: decision taken back`,
    reopenFile: 'Decision about the file taken back',
    forget: (columns: string) => `${columns}: decisions forgotten`,
    role: (columns: string, role: string) => `${columns}: role set to ${role}`,
    type: (columns: string, type: string) => `${columns}: read as ${type}`,
    missing: (column: string, texts: string) => `${column}: ${texts} read as missing`,
    merge: (column: string, levels: string, into: string) => `${column}: ${levels} read as ${into}`,
    asValues: (column: string) => `${column}: codes kept as values`,
    accept: (columns: string) => `${columns}: kept as it is`,
    reading: (option: string, value: string) => `${option}: ${value}`,
    k: (value: string) => `Neighbours: k = ${value}`,
    ncp: (value: string) => `Components: ${value}`,
    cap: (value: string) => `Largest share of one donor: ${value}`,
    noCap: 'Largest share of one donor: no limit',
    generator: (name: string) => `Generator: ${name}`,
    ingredient: (name: string, value: string) => `${name}: ${value}`,
    advice: 'Settings taken from the advisor',
    weight: (column: string, value: string) => `${column}: weight ${value}`,
    revert: 'Back to the choices of the computation shown',
    proposals: (count: number) =>
      speak.plural(count, { one: 'Proposal accepted for # column', other: 'Proposals accepted for # columns' }),
    weightsReset: 'All weights back to 1',
    recipes: {
      lead: 'These choices can be said again of next month’s file.',
      save: 'Save them as a recipe (no data)',
      open: 'Apply a recipe…',
      inputLabel: 'Recipe file, JSON',
      fileName: 'sosie-recipe.json',
      saved: (name: string) => `${name} is saved. It holds names of columns and levels: read it before you share it.`,
      reviewTitle: 'Apply this recipe?',
      reviewLead: (name: string, found: number, columns: number) =>
        `${name}: it knows ${speak.number(found)} of the ${speak.plural(columns, { one: '# column', other: '# columns' })} of this file. Nothing is applied yet.`,
      allMatch: 'Every column it speaks of is here, and is read as it was.',
      mismatches: (count: number) =>
        speak.plural(count, { one: '# thing does not match', other: '# things do not match' }),
      rename: (name: string) => `Yes, it is “${name}”`,
      replaces: 'It replaces the choices made so far. One line of the journal takes it back.',
      apply: 'Apply the recipe',
    },
    many: (first: string, count: number) =>
      `${first} ${speak.plural(count, { one: 'and # other', other: 'and # others' })}`,
  },
  seal: {
    word: 'No connection',
    why: 'Check for yourself',
    title: 'Nothing leaves this computer: check for yourself',
    lead: 'Sosie is a page that computes inside your browser. There is no server to receive your file, and the browser itself refuses every connection the page could attempt.',
    policyTitle: 'The policy in force on this page',
    policy: 'Written in the page and enforced by the browser, line by line:',
    policyNone:
      'No policy is written in this copy of the page (a development version, or a copy that was altered). Do not use it with real data.',
    directives: {
      'connect-src': {
        none: 'the page may open no connection at all',
        self: 'the page may load its own program files, and reach nothing else',
      },
      'form-action': 'no form can be sent',
      'img-src': 'no image can be fetched from elsewhere',
      'worker-src': 'the computation runs under the same policy',
      'script-src': 'only the program of this page may run',
      'base-uri': 'addresses in the page cannot be redirected',
      'default-src': 'all that is not listed is refused',
    },
    cutTitle: 'Cut the network',
    cut: 'Once the page is loaded, disconnect the cable or the Wi-Fi, then do everything again: opening, computing, exporting. Nothing changes.',
    toolsTitle: 'Watch the traffic',
    tools:
      'Open the browser’s tools (F12), Network tab, then work. At most, files of the program itself are loaded once from where the page came; nothing is sent when you open a file, compute or export.',
    limits:
      'What this does not cover: a browser extension can read any page. Use a browser profile without extensions for sensitive data.',
    session: 'Nothing is kept when you close the page either, except your choice of language, theme and text size.',
  },
  onHold: {
    title: 'Decisions on hold',
    text: (count: number, columns: number, names: string) =>
      `${speak.plural(count, { one: '# decision could not be kept', other: '# decisions could not be kept' })}: ${
        columns === 1 ? `column ${names} no longer exists` : `columns ${names} no longer exist`
      } in this reading.`,
    back: 'They will hold again if these columns come back.',
    forget: 'Forget them',
  },
  replace: {
    title: (name: string) => `Replace ${name}?`,
    text: 'Your choices and the computations done with it will be forgotten. If the new file cannot be read, nothing changes.',
    yes: 'Open the new file',
    no: 'Keep the present one',
  },
  problem: {
    title: 'This could not be done',
    bug: 'Unexpected error in Sosie, not in your file',
    fallback: 'Something did not work as expected.',
    code: (code: string) => `Code ${code}`,
    whereFile: (name: string) => `File ${name}`,
    whereSheet: (name: string) => `sheet ${name}`,
    whereColumn: (name: string) => `column ${name}`,
    whereRow: (row: number) => `row ${speak.number(row)}`,
    kept: (name: string) => `${name} is still loaded, with your choices.`,
    other: 'Choose another file',
    unreadable: 'The browser could not read this file. It may have been moved, or be open in another program.',
    retry: 'Try again',
    back: 'Go back to it',
    dismiss: 'Dismiss',
    copy: 'Copy the details, without data',
    copied: 'Copied',
    smallerK: (k: number) => `Take k = ${speak.number(k)}`,
    toColumns: 'Go to the columns',
    toSettings: 'Go to the settings',
  },
});
