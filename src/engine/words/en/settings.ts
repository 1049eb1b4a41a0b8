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
  'generator.avatar.name': 'Published avatar (2023)',
  'generator.avatar.explanation':
    'The published method, exactly. Each avatar mixes the k patients nearest to one patient; one donor often dominates, so that a patient can show through the avatars of their neighbours.',
  'generator.reinforced.name': 'Reinforced avatar',
  'generator.reinforced.explanation':
    'Ours. No donor exceeds a fifth of an avatar, fine detail is drawn from a wide neighbourhood, rare levels are pooled, the most isolated patients are left out, and the spread of each column is restored. It gives fewer rows than the original.',
  'generator.marginals.name': 'Shuffled columns',
  'generator.marginals.explanation':
    'A landmark, not a method: each column is shuffled by itself, so that no link between columns is left. Each value is still somebody’s own.',
  'ingredient.normalScores.name': 'Numbers by their rank',
  'ingredient.normalScores.explanation':
    'Each number enters the analysis by its rank, as a normal score: skewed columns and extreme values weigh less.',
  'ingredient.normalScores.effect':
    'On a public trial (ACTG 175): prediction +1.5 points, treatment effect closer, no attack moves. On a small table (Pima): prediction −1.7.',
  'ingredient.fillBlanks.name': 'Blank numbers filled for the analysis',
  'ingredient.fillBlanks.explanation':
    'A blank number enters the analysis as what the patient’s other columns say, with its usual scatter, instead of the average. Which synthetic cells are blank is decided apart.',
  'ingredient.fillBlanks.effect':
    'Two dates in order, one blank in 7 patients out of 10: taken as the average, blanks bring their correlation from .98 down to .41. Without blanks it does nothing.',
  'ingredient.latentAxes.name': 'Axes mixed from donors',
  'ingredient.latentAxes.explanation':
    'Only the first axes of the analysis are mixed from the k donors, from 2 to 5 unless you decide; the others are drawn from many patients.',
  'ingredient.latentAxes.effect':
    'On the same trial, with axes up to 90% of the inertia an attacker tells who was in the file 60 times out of 100 instead of 54 (52 without any leak), and prediction gains nothing.',
  'ingredient.localCovariance.name': 'Local spread given back',
  'ingredient.localCovariance.explanation':
    'A mix of patients is less varied than the patients. What the mix takes away is given back as random variation of the same shape as that of the donors.',
  'ingredient.localCovariance.effect':
    'On the same trial: spread of the numbers .71 of the original’s without, .89 with; correlations change by .036 instead of .051; no price seen.',
  'ingredient.residual.name': 'Other axes drawn from',
  'ingredient.residual.explanation':
    'The axes that are not mixed from donors are drawn around the mean of a quarter of the file, the patients nearest on the first axes; or from the whole file.',
  'ingredient.residual.effect':
    'On the same trial, from the nearest: prediction .93, from the whole file .90 (real data .95), and no attack moves. From 50 patients only, it leaks.',
  'ingredient.focus.name': 'Focus on outcome and treatment',
  'ingredient.focus.explanation':
    'Columns declared as outcome, time, event or arm weigh more in the analysis, so that their links are kept best. Without such a declaration it does nothing.',
  'ingredient.focus.effect':
    'On the same trial, doubled: prediction .89 to .92, treatment effect off by .55 standard errors instead of 1.3, no attack moves. Tripled: nothing more.',
  'ingredient.safeMarginals.name': 'Spread of each number restored',
  'ingredient.safeMarginals.explanation':
    'Each number takes back the distribution of the original, read in groups of patients, never at the value of one.',
  'ingredient.safeMarginals.effect':
    'On the same trial: spread .88 to 1.00 of the original’s, distributions alike at .89 to .995, no attack moves.',
  'ingredient.keepSpread.name': 'Spread given back within the bounds',
  'ingredient.keepSpread.explanation':
    'Keeping numbers within bounds narrows their spread. It is given back inside the bounds, by moving values outwards.',
  'ingredient.keepSpread.effect':
    'By construction: the median and the bounds stay, and the share of patients under any value moves by 2 points at most.',
  'ingredient.quota.name': 'Shares of the levels kept',
  'ingredient.quota.explanation': 'Each level of a column is given to as many rows, in proportion, as in the original.',
  'ingredient.quota.effect':
    'On the same trial: shares of the levels change by .002 on average instead of .014; no attack moves.',
  'ingredient.isolatedLeftOut.name': 'Most isolated patients left out',
  'ingredient.isolatedLeftOut.explanation':
    'The patients farthest from all others cannot hide among them: this share of them gives nothing to the file and has no avatar. Rare profiles are then under-represented.',
  'ingredient.isolatedLeftOut.effect':
    'On the same trial, with rare values pooled: files with an isolated patient and without are told apart 55 times out of 100 instead of 63 (chance: 50); prediction loses half a point. Averages do not see it.',
  'ingredient.floor.name': 'Fewest patients behind a value',
  'ingredient.floor.explanation':
    'Levels held by fewer patients are pooled, and numbers stay within as many patients of each end. 0 switches it off.',
  'ingredient.floor.effect':
    'Measured together with the isolated patients left out: same gain, same price. A level held by 3 patients appears in 8 out of 10 files of the published method or more.',
} satisfies Catalogue;
