/** English sentences of the verdict that rest on the audit: state, attacks, groups, risk of each patient, history. */
import { attacks } from './en/attacks.ts';
import { change } from './en/change.ts';
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
      unattacked: 'No attack could be made: no control file was given',
      unattackedText:
        'Without patients that the other tool never saw, a leak cannot be told from a resemblance. What is measured below says nothing of how well patients are protected: files that let one patient in five be recognised look the same.',
      giveControl: 'Give a control file, in the settings',
      missedTitle: 'What does not hold',
      missed: (count: number, unmeasured: number) =>
        `Under this policy, ${lines(count)} would not hold${unmeasured > 0 ? `, and ${speak.number(unmeasured)} could not be measured` : ''}.`,
      decides: 'What decides it',
      more: (count: number) =>
        speak.plural(count, { one: '# more line does not hold', other: '# more lines do not hold' }),
      held: (held: number, all: number, inconclusive: number) =>
        `${speak.number(held)} of ${lines(all)} hold${inconclusive > 0 ? `, ${speak.number(inconclusive)} more would but prove nothing on so few patients` : ''}.`,
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
        inconclusive: 'proves nothing',
        information: 'for information',
      },
      decidedBy: (line: string, value: string, bounds: string) => `Decided by: ${line}, ${value} (${bounds}).`,
      bounds: {
        atMost: (bound: string) => `${bound} at most`,
        atLeast: (bound: string) => `${bound} at least`,
        none: 'none allowed',
        reservation: (bound: string) => `reservation up to ${bound}`,
        reservationDown: (bound: string) => `reservation down to ${bound}`,
      },
      yes: 'yes',
      no: 'no',
      audit: { done: 'done', missing: 'not done' },
      missedOf: (missed: number, all: number) => `${speak.number(missed)} of ${speak.number(all)} not reached`,
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
    attacks: attacks(speak),
    change: change(),
    sections: {
      label: 'On this page',
      'singling-out': 'Singling out',
      linkability: 'Linkability',
      inference: 'Inference',
      change: 'What to change',
      exposure: 'Patients',
      groups: 'Groups',
      shadow: 'Shadow test',
      indicators: 'Indicators',
      history: 'Computations',
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
      title: (group: string, times: string) =>
        `The group that shows most, “${group}”, is told apart ${times} times out of 100`,
      titleEven: 'No group stands out',
      lead: 'The membership attack again, inside groups. A leak that spares the average may fall on one of them. No line of the policy reads this, and among several groups one may stand out by chance.',
      caption: 'Groups of patients, those that stand out first',
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
      grounds: {
        held: '',
        failing: 'That does not speak for the file: lines above do not hold, and these targets do not see why.',
        small: 'That does not speak for the file: on so few patients it proves nothing.',
        unattacked: 'That does not speak for the file: without the attacks it proves nothing.',
      },
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
