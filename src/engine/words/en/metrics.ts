/**
 * The sentences of each metric: its plain name, its technical name, what its value means on this file, and its weakness.
 * Sources: method.md 7.2 to 7.7.
 */
import type { Catalogue, Speaker } from '../words.ts';

const digits = { maximumSignificantDigits: 3 } as const;

/** As the verdict writes the value, in enough digits to see the side of its target (`shown`); else three digits. */
const written = (shown: unknown, value: unknown, number: Speaker['number']): string =>
  typeof shown === 'string' ? shown : number(Number(value), digits);

export const metrics = {
  'distance-to-closest.name': 'Distance to the closest patient',
  'distance-to-closest.technical': 'distance to closest record (DCR), median',
  'distance-to-closest.sentence': ({ shown, value }, { number }) =>
    Number(value) === 0
      ? 'Half of the synthetic rows or more fall exactly on a patient in the first components.'
      : `Half of the synthetic rows stand farther than ${written(shown, value, number)} from the patient they resemble most.`,
  'distance-to-closest.weakness':
    'Its scale depends on the components kept, and it does not compare with patients who were never in the file: they may stand farther still.',
  'closest-distance-ratio.name': 'Closest-distance ratio',
  'closest-distance-ratio.technical': 'nearest-neighbour distance ratio (NNDR), median',
  'closest-distance-ratio.sentence': ({ shown, value }, { number }) =>
    `For half of the synthetic rows, the closest patient is at more than ${written(shown, value, number)} times the distance of the second closest: near 1, no patient is pointed at.`,
  'closest-distance-ratio.weakness':
    'Patients who are copies of one another make it look good: the ratio is then 1 by convention.',
  'column-direct-match.name': 'Column protection',
  'column-direct-match.technical': 'column direct match protection, worst column',
  'column-direct-match.sentence': ({ shown, value }, { number }) =>
    `In the most exposed column, protection is ${written(shown, value, number)}%: how rarely an avatar repeats its own patient’s value, allowing for how many values there are.`,
  'column-direct-match.weakness':
    'In a column with few levels it is near 100 whatever happens: read the share of equal values beside it.',
  'row-direct-match.name': 'Row protection',
  'row-direct-match.technical': 'row direct match protection',
  'row-direct-match.sentence': ({ n, matchedRows, matchedUnique }, { number, plural }) =>
    Number(matchedRows) === 0
      ? 'No patient’s whole row appears in the synthetic file.'
      : `${plural(matchedRows, { one: 'The whole row of # patient appears', other: 'The whole rows of # patients appear' })} in the synthetic file, out of ${number(n)}; ${plural(matchedUnique, { one: '# of them is unique', other: '# of them are unique' })} in the original.`,
  'row-direct-match.weakness':
    'A row shared by many patients discloses nobody: what matters is how many of the rows found are unique.',
  'local-cloaking.name': 'Local cloaking',
  'local-cloaking.technical': 'median local cloaking',
  'local-cloaking.sentence': ({ shown, value, zeroShare }, { number }) =>
    `For half of the patients, at least ${written(shown, value, number)} other avatars resemble them more than their own. For ${number(100 * Number(zeroShare), digits)}% of patients none does.`,
  'local-cloaking.weakness': 'The median hides the tail: look at the patients with a local cloaking of 0.',
  'hidden-rate.name': 'Hidden patients',
  'hidden-rate.technical': 'hidden rate',
  'hidden-rate.sentence': ({ shown, value }, { number }) =>
    `Someone who links each patient to the most similar avatar is wrong for ${written(shown, value, number)} patients out of 100.`,
  'hidden-rate.weakness':
    'An average: it stays green while some patients can be recognised, and while reconstruction attacks succeed.',
  'categorical-hidden-rate.name': 'Hidden patients, unique categories',
  'categorical-hidden-rate.technical': 'categorical hidden rate',
  'categorical-hidden-rate.sentence': ({ shown, value, uniqueCombinations }, { number, plural }) =>
    `Among the ${plural(uniqueCombinations, { one: '# patient whose combination of categories is', other: '# patients whose combination of categories is' })} unique, the link to the most similar avatar is wrong for ${written(shown, value, number)} out of 100.`,
  'categorical-hidden-rate.weakness':
    'Without unique combination there is nobody to protect: not measurable, not passed.',
  'hellinger.name': 'Distributions kept',
  'hellinger.technical': 'mean Hellinger distance',
  'hellinger.sentence': ({ shown, value }, { number }) =>
    `On average over the variables, the distance between original and synthetic distributions is ${written(shown, value, number)} (0 = identical, 1 = nothing in common).`,
  'hellinger.weakness': 'It looks at one variable at a time: links between variables are measured elsewhere.',
  'reason.pairs-unknown': 'Not measurable: which synthetic row came from which patient is not known.',
  'reason.fewer-than-two-originals': 'Not measurable: the original has fewer than two rows.',
  'reason.no-categorical-variable': 'Not measurable: no categorical column is kept.',
  'reason.no-unique-combination':
    'Not measurable: no patient has a unique combination of categories, so there is nobody to protect.',
  'reason.no-usable-column': 'Not measurable: no column is kept.',
  'target.vendor-indicative': 'vendor’s target, indicative',
  'target.sosie': 'set by Sosie',
  'criterion.singling-out': 'Singling out',
  'criterion.linkability': 'Linkability',
  'criterion.inference': 'Inference',
  'criterion.utility': 'Utility',
} satisfies Catalogue;
