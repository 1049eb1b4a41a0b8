/** English sentences of the verdict that rest on the audit: state, attacks, groups, risk of each patient, history. */
import { statesEn } from './states.ts';
import type { Speaker } from '../../engine/words/words.ts';

export const auditEn = (speak: Speaker) => {
  const patients = (count: number) => speak.plural(count, { one: '# patient', other: '# patients' });
  const lines = (count: number) => speak.plural(count, { one: '# line', other: '# lines' });
  return {
    state: {
      words: statesEn,
      titles: {
        exportable: () => 'Exportable: every line of the policy holds',
        reservation: (count: number) =>
          `Quarantine, with reservation: ${lines(count)} of the policy ${count === 1 ? 'does' : 'do'} not quite hold`,
        serious: (count: number) =>
          `Quarantine, serious: ${lines(count)} of the policy ${count === 1 ? 'is' : 'are'} far from holding`,
        blocked: (count: number) => `Blocked: ${speak.plural(count, { one: '# reason', other: '# reasons' })}`,
        teaching: () => 'Teaching data: no policy applies to this file',
        waiting: () => 'No verdict yet: the audit has not been done',
        evaluation: () => 'An evaluation, not a verdict: this file was made elsewhere',
      },
      auditing: 'No verdict yet: the audit is under way',
      asking: 'Putting the figures together…',
      texts: {
        exportable:
          'These attacks found no leak, at the power written beside each; others may exist. Whether the file leaves is for the person responsible for the data to decide, and to validate beforehand.',
        reservation:
          'The file is not written until someone trained and authorised has recorded why it may leave all the same.',
        serious:
          'The file is not written. To let it leave all the same, someone trained and authorised must accept each serious line by name, and record why.',
        blocked: 'No file can be written. The lines below say why, and what would change it.',
        teaching:
          'A bundled cohort: nobody’s data. The lines are shown as they would be judged; the exported file says DEMO.',
        waiting: 'The indicators alone pass on files in which one patient in five is recognised. The attacks decide.',
        evaluation: (name: string) =>
          `“${name}” is compared with the open file. Sosie did not make it and does not release it; what needs to know how it was made is not measurable.`,
      },
      missedTitle: 'What does not hold',
      missed: (count: number) =>
        `Under this policy, ${lines(count)} would not hold: the figures below show what leaks.`,
      decides: 'What decides it',
      more: (count: number) =>
        speak.plural(count, { one: '# more line does not hold', other: '# more lines do not hold' }),
      held: (held: number, all: number) => `${speak.number(held)} of ${lines(all)} hold.`,
      allLines: 'All the lines of the policy',
      policy: (version: string) =>
        `Decided by policy ${version}. Its bounds are provisional: chosen on public files, before a wider calibration.`,
      preset: 'How far would it go?',
      presets: { inside: 'Inside the institution', partner: 'Named partner, under contract', open: 'Open data' },
      presetText: 'The same tests, other bounds.',
      line: { name: 'Line', value: 'Compared', bound: 'Bounds', state: 'State', setBy: 'Set by' },
      lineStates: {
        exportable: 'holds',
        reservation: 'reservation',
        serious: 'serious',
        blocked: 'blocks',
        'not-measurable': 'not measurable',
      },
      information: 'for information',
      bounds: {
        atMost: (bound: string) => `${bound} at most`,
        atLeast: (bound: string) => `${bound} at least`,
        none: 'none',
        reservation: (bound: string) => `reservation up to ${bound}`,
        reservationDown: (bound: string) => `reservation down to ${bound}`,
      },
      yes: 'yes',
      no: 'no',
    },
    panel: {
      title: 'The audit',
      lead: 'The audit plays the attackers. It holds patients out several times, generates again with the same settings, and attacks those who were in and those who were not.',
      start: 'Start the audit',
      again: 'Start the audit again',
      mayTake: (time: string) => `It may take about ${time}. You can look around meanwhile.`,
      unknownTime: 'You can look around meanwhile.',
      cancelled: 'Audit cancelled. The computation and its indicators are still there.',
      gone: 'The attacks need working data that are no longer in memory. Run the computation again to attack its file.',
      runAgain: 'Run again',
      goneStale: 'Other choices are in force now: take these up again, then run.',
      running: 'Audit under way',
      shadowRunning: 'Shadow test under way',
      round: (round: number, rounds: number) => `round ${speak.number(round)} of ${speak.number(rounds)}`,
      speak: (step: string, share: string) => `Audit: ${step}, ${share}`,
      cancel: 'Cancel the audit',
      cancelShadow: 'Cancel the test',
      waiting: 'The indicators are below. The verdict comes with the attacks.',
      origin: (audit: {
        readonly kind: 'splits' | 'folds';
        readonly rounds: number;
        readonly members: number;
        readonly controls: number;
        readonly time: string;
      }) =>
        audit.kind === 'folds'
          ? `Audit in ${speak.number(audit.rounds)} parts, each held out in turn: ${patients(audit.members)} given to the generator each time, ${patients(audit.controls)} attacked as never seen. Done in ${audit.time}.`
          : `Audit over ${speak.plural(audit.rounds, { one: '# random split', other: '# random splits' })}: ${patients(audit.members)} given to the generator each time, ${patients(audit.controls)} held out in all. Done in ${audit.time}.`,
    },
    attacks: {
      criteria: {
        'singling-out': { name: 'Singling out', question: 'Can one patient be isolated?' },
        linkability: { name: 'Linkability', question: 'Can records of the same patient be linked?' },
        inference: { name: 'Inference', question: 'Can a value be deduced with confidence?' },
        utility: { name: 'Utility', question: 'What was kept?' },
      },
      caption: (criterion: string) => `${criterion}: attacks, their figures and what the policy says of them`,
      none: 'No attack of this criterion was made.',
      columns: { attack: 'Attack', value: 'Value', scale: 'Where it stands', state: 'Policy' },
      scaleKey: 'How to read the scales',
      scale: {
        ends: 'left end: no link between columns; right end: real rows, slightly blurred',
        value: 'this file, with its 95% interval',
        chance: 'without a leak',
        bound: 'bound of the policy; the heavy side holds',
      },
      interval: (low: string, high: string) => `95%: ${low} to ${high}`,
      power: (effect: string) => `smallest visible effect ${effect}`,
      noPower: 'no chance enters this figure',
      unmeasured: 'Not measurable here',
      details: 'Details',
      detail: {
        run: 'Where it comes from',
        attacker: 'The attacker',
        interval: 'Interval',
        power: 'Power',
        anchors: 'Two references',
        weakness: 'What it does not see',
        policy: 'Lines of the policy',
        secrets: 'Column by column',
        secret: 'Hidden column',
        known: 'In the file',
        unseen: 'Never in it',
        excess: 'Excess',
        counts: 'Counts',
        determined: (column: string) => `determined by ${column}`,
        guessable: 'anybody guesses it',
        counted: 'yes',
        scores: 'Way by way',
        way: 'Way',
        area: 'AUC',
        rounds: 'Round by round',
        round: 'Round',
        share: 'Value',
        modes: 'Kind of description',
        columns: 'Columns',
        column: 'Column',
        count: 'Count',
        tooMany: (shown: number, all: number) => `${speak.number(shown)} of ${speak.number(all)}.`,
      },
      ways: {
        coded: 'coded distance',
        plain: 'plain distance',
        gower: 'Gower distance',
        univariate: 'one column',
        multivariate: 'four to six columns',
        'three columns': 'three columns',
        nearest: 'distance to the nearest row',
        ratio: 'distance against unseen patients',
        share: (k: string) => `share of the ${k} nearest`,
        density: 'density ratio',
        neighbours: (count: number) => speak.plural(count, { one: '# neighbour', other: '# neighbours' }),
      },
    },
    change: {
      title: 'What to change',
      proposed: (settings: string) =>
        `The advisor proposes ${settings}. What it measured on a sample stands beside each line.`,
      measured: (value: string) => `advisor: ${value}`,
      none: 'The advisor can try other settings on a sample of this file and say what each would change.',
      toAdvisor: 'Ask the advisor, in the settings',
      toColumns: 'Go to the columns',
    },
    exposure: {
      title: (count: number, share: string) =>
        count === 0
          ? 'Leave-one-out recognises no patient three times out of four'
          : `Leave-one-out recognises ${patients(count)} (${share}) more than three times out of four`,
      summary: (median: string, left: number) =>
        `Each circle is a patient, on the first two axes. Half of the patients are recognised ${median} times out of 100 or less; 50 is chance.${left > 0 ? ` ${patients(left)} left out of the generation.` : ''}`,
      note: 'On screen only: this drawing shows patients, so it cannot be saved, and no report holds it.',
      classes: {
        low: 'up to 60 times out of 100',
        some: '60 to 75',
        high: '75 to 90',
        severe: 'more than 90',
        out: 'left out of the generation',
      },
      distribution: 'Patients by exposure',
      axis: 'times recognised out of 100 (50 = chance)',
      recognised: 'Recognised',
      patients: 'Patients',
      share: 'Share',
      none: 'Not measurable: donors of each avatar are not known.',
    },
    groups: {
      title: (group: string, times: string) => `Most exposed group: ${group}, told apart ${times} times out of 100`,
      titleEven: 'No group stands out',
      lead: 'The membership attack again, inside groups. A leak that spares the average may fall on one of them.',
      caption: 'Groups of patients, most exposed first',
      columns: {
        group: 'Group',
        auc: 'AUC',
        interval: '95% interval',
        members: 'In the file',
        controls: 'Never in it',
      },
      none: 'No group could be looked at.',
    },
    shadow: {
      title: 'Shadow test',
      lead: 'For the most exposed patients, hundreds of files are made with them and without, to see whether that can be told. It takes several minutes.',
      compulsory: 'Compulsory for open data.',
      optional: 'Optional for this breadth.',
      start: 'Run the shadow test',
      needsRun: 'It needs working data that are no longer in memory: run the computation again first.',
      needsAudit: 'Wait for the audit to end.',
    },
    indicators: {
      title: 'Seven historical indicators',
      grey: 'Shown in grey: they say nothing as long as an attack does not hold.',
    },
    history: {
      title: 'Computations of this file',
      attempts: (count: number) =>
        `${speak.plural(count, { one: '# computation was made', other: '# computations were made' })} of this file. Picking the best of many is a leak of its own: the count goes with the file.`,
      tried: (count: number) =>
        `The advisor tried ${speak.plural(count, { one: '# setting', other: '# settings' })} on a sample besides.`,
      caption: 'Computations, the latest first',
      columns: { order: 'No.', settings: 'Settings', state: 'State', worst: 'Worst attack' },
      elsewhere: (name: string) => `File made elsewhere: ${name}`,
      noAudit: 'not attacked yet',
      allHold: 'all hold',
      shown: 'shown',
      show: 'Show',
      showNumber: (order: number) => `Show no. ${speak.number(order)}`,
    },
  };
};

export type AuditWords = ReturnType<typeof auditEn>;
