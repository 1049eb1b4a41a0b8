/** What each setting means, in words. Source: method.md 4.7 to 4.9. */
import type { Catalogue } from '../words.ts';

export const settings = {
  'k.name': 'Neighbours',
  'k.technical': 'k',
  'k.explanation':
    'Each avatar is a random mix of the k patients most similar to a patient, who is not among them. Beyond 5, a larger k protects less than one would think: an avatar is worth about 2.5 donors whatever k.',
  'k.small': 'Below 5 neighbours, an avatar often is one other patient, slightly blurred.',
  'ncp.name': 'Components',
  'ncp.technical': 'ncp',
  'ncp.explanation':
    'Similarity is measured in the first components of the factor analysis. More components look at more details of the patients; fewer look at the main ones.',
  'weight.name': 'Column weights',
  'weight.technical': 'w',
  'weight.explanation':
    'A heavier column counts more when looking for similar patients, so its links with the others are kept better. It does not change how the avatar is mixed.',
  'cap.name': 'Cap on the largest donor',
  'cap.technical': 'ours, not the paper’s method',
  'cap.explanation':
    'No single patient gives more than this share of an avatar. Without a cap, one donor gives 57% on average, and more than 80% in one avatar out of eleven.',
} satisfies Catalogue;
