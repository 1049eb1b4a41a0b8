/**
 * What is said around every attack: which run the figure comes from, its interval, what it could not have seen, where it
 * stands between the two anchors, groups of patients, why it is not measurable, what an audit is doing.
 *
 * Figures may be given as numbers, with `unit` ('percent', 'points', 'share' or 'count'), or already written.
 * Source: privacy.md 3.0, 5.2, 10, 11; metrics.md 5.2.
 */
import { isKnown, joined } from '../figures.ts';
import type { Catalogue, Params } from '../words.ts';
import { figure } from './counting.ts';

const given = (value: Params[string] | undefined): value is string | number =>
  isKnown(value) || (typeof value === 'string' && value !== '');

export const attackFrame = {
  'attack.run.audit.name': 'audit run',
  'attack.run.audit':
    'Measured on an audit run: several times, some patients are held out and the others go through the same generator with the same settings; both are then attacked.',
  'attack.run.release.name': 'file to be exported',
  'attack.run.release': 'Measured on the very file to be exported.',
  'attack.run.pair.name': 'pair of files',
  'attack.run.pair': 'Measured on the files you gave; how the synthetic one was made is not known.',
  'attack.sizes': ({ members, controls, controlsInFile }, { plural }) =>
    joined(
      isKnown(members) && plural(members, { one: '# patient of the file', other: '# patients of the file' }),
      Number(controls) > 0 &&
        `against ${plural(controls, { one: '# who was never in it', other: '# who were never in it' })}`,
      Number(controlsInFile) > 0 &&
        `(but ${plural(controlsInFile, { one: '# row of the control file is also in it', other: '# rows of the control file are also in it' })}: the figure is too low)`,
    ),
  'attack.interval': ({ low, high, unit }, { number }) =>
    given(low) && given(high)
      ? `Between ${figure(low, unit, number)} and ${figure(high, unit, number)} (95% interval).`
      : 'No interval: the file itself is looked at.',
  'attack.power': ({ smallestEffect, unit, kind }, { number }) => {
    if (!given(smallestEffect)) return 'No smallest effect to state: the file itself is looked at.';
    if (kind === 'unseen') {
      return `With these numbers of patients, having seen none would still allow up to ${figure(smallestEffect, 'percent', number)} of them.`;
    }
    const least = figure(smallestEffect, unit === 'percent' ? 'points' : unit, number);
    return `With these numbers of patients, chance alone moves this figure by ${least}: a smaller leak could not have been seen.`;
  },
  'attack.anchors': ({ marginalsValue, copyValue, unit }, { number }) => {
    const without =
      given(marginalsValue) && `on a file without any link between columns, ${figure(marginalsValue, unit, number)}`;
    const copied = given(copyValue) && `on a file of real rows slightly blurred, ${figure(copyValue, unit, number)}`;
    const said = [without, copied].filter((part) => part !== false).join('; ');
    return said === '' ? 'Not tried on the two reference files.' : `To place it: ${said}.`;
  },
  'attack.group.isolated': 'the most isolated tenth of patients',
  'attack.group.dense': 'the tenth of patients with most look-alikes',
  'attack.group.sex': ({ column, level }) => (column === undefined ? `${level ?? 'sex'}` : `${column}: ${level ?? ''}`),
  'attack.group.age': ({ level }) => (level === undefined ? 'an age band' : `aged ${level}`),
  'attack.groups.floor': ({ floor }, { number }) =>
    `Groups of fewer than ${number(isKnown(floor) ? floor : 11)} patients are not looked at: their figures would point at people.`,
  'attack.small': 'Under about 100 patients these attacks have almost no power: that they find nothing proves little.',
  'attack.attacker':
    'The attacker is taken to be strong: knowing a whole record, and holding data on similar people. A real one often knows less.',
  'attack.no-guarantee':
    'This method gives no mathematical guarantee (differential privacy). Its protection is measured by simulated attacks on this very file; they have not tried everything.',
  'attack.similarity':
    'The seven indicators look at resemblance alone. Reaching their targets is necessary, never sufficient: files that reach them all can let patients be recognised, which is why the attacks come first.',
  'reason.too-few-controls':
    'Not measurable: fewer than 11 patients who were never in the file could serve as a comparison.',
  'reason.too-few-non-members': ({ needed }, { number }) =>
    `Not measurable: to count so few false accusations, ${isKnown(needed) ? `at least ${number(needed)}` : 'more'} patients who were never in the file are needed.`,
  'reason.too-few-rows': ({ needed }, { number }) =>
    `Not measurable: there are too few rows${isKnown(needed) ? ` (${number(needed)} at least)` : ''}.`,
  'reason.not-run': 'Not measurable: this test was not run.',
  'reason.made-elsewhere':
    'Not measurable: this file was made elsewhere, and the test needs to run its generator again and again.',
  'reason.no-control-file': 'Not measurable: no file of patients that the generator never saw was given.',
  'reason.no-donors': 'Not measurable: which patients were mixed into each synthetic row is not known, or none was.',
  'reason.unseen-matched-exactly':
    'Not measurable: patients who were never in the file are matched exactly too, so that closeness says nothing here. Read the patients copied whole.',
  'reason.too-few-numbers': ({ needed }, { number }) =>
    `Not measurable: too few columns of numbers${isKnown(needed) ? ` (${number(needed)} at least)` : ''}: a few patients would explain any row.`,
  'reason.no-unique-row': 'Not measurable: every row has a double, so that no copy points at one patient.',
  'reason.fewer-than-two-columns': 'Not measurable: two columns at least are needed.',
  'reason.no-secret-counts':
    'Not measurable: every column is guessed by anybody, or determined by another one: none is a secret.',
  'reason.no-description-found':
    'Not measurable: the synthetic file suggests no description that fits one of its rows alone.',
  'reason.no-binary-secret': 'Not measurable: this needs a column of two values and three other columns.',
  'reason.no-quasi-identifier':
    'Not measurable: no column is declared as a quasi-identifier. Declare what others may know (age, place, dates).',
  'reason.no-secret': 'Not measurable: every column that varies is a quasi-identifier.',
  'reason.only-usual-levels': 'Not measurable: what is given away is only what holds for nearly everybody.',
  'step.leave-one-out': 'Looking at what shows of each patient',
  'step.generate': 'Holding patients out and generating again',
  'step.membership': 'Trying to tell who was in the file',
  'step.holdout-share': 'Comparing distances with held-out patients',
  'step.linkability': 'Trying to join two tables',
  'step.inference': 'Trying to guess hidden values',
  'step.singling-out': 'Looking for descriptions of one patient',
  'step.reconstruction': 'Trying to compute a secret from counts',
  'step.copies': 'Looking for copies',
  'step.anchors': 'Trying the same attacks on two reference files',
  'step.shadow': 'Testing the most exposed patients',
} satisfies Catalogue;
