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
  'generator.interpolation.name': 'Interpolation',
  'generator.interpolation.explanation':
    'A landmark, not a method: each row is a point drawn between a patient and one of their k neighbours. The patient is always one of the two, so that they are easily recognised.',
  'generator.copula.name': 'Gaussian copula',
  'generator.copula.explanation':
    'A landmark, not a method: distributions and correlations are kept, nothing else. It blends no patients, and loses what takes more than two variables to tell.',
  'generator.cart.name': 'Sequential trees (CART)',
  'generator.cart.explanation':
    'A landmark, not a method: one variable after the other, each value taken from a patient alike in the former ones. Each value is still somebody’s own.',
  'generator.marginals.name': 'Shuffled columns',
  'generator.marginals.explanation':
    'A landmark, not a method: each column is shuffled by itself, so that no link between columns is left. Each value is still somebody’s own.',
  'ingredient.normalScores.name': 'Numbers by their rank',
  'ingredient.normalScores.explanation':
    'Each number enters the analysis by its rank, as a normal score: skewed columns and extreme values weigh less.',
  'ingredient.normalScores.effect':
    'On a public trial (ACTG 175), a simulated one and Pima, prediction and attacks move by no more than another draw of the patients does. It is there for skewed columns and outliers.',
  'ingredient.fillBlanks.name': 'Blank numbers filled for the analysis',
  'ingredient.fillBlanks.explanation':
    'A blank number enters the analysis as what the patient’s other columns say, with its usual scatter, instead of the average. Which synthetic cells are blank is decided apart.',
  'ingredient.fillBlanks.effect':
    'Two dates in order, one blank in 7 patients out of 10: their correlation of .98 falls to .41 with blanks at the average, and stays above .9 with blanks filled; no attack moves. Without blanks it does nothing.',
  'ingredient.latentAxes.name': 'Axes mixed from donors',
  'ingredient.latentAxes.explanation':
    'Only the first axes of the analysis are mixed from the k donors, from 2 to 5 unless you decide; the others are drawn from many patients.',
  'ingredient.latentAxes.effect':
    'On a simulated trial, ten axes instead of three: an attacker tells who was in the file 58 times out of 100 instead of 55, and guesses a hidden column 12% better than for strangers instead of 3%. On ACTG 175, ten instead of five: prediction .94 instead of .92.',
  'ingredient.localCovariance.name': 'Local spread given back',
  'ingredient.localCovariance.explanation':
    'A mix of patients is less varied than the patients. What the mix takes away is given back as random variation of the same shape as that of the donors.',
  'ingredient.localCovariance.effect':
    'Alone: spread of the numbers .89 of the original’s instead of .71 on ACTG 175. With the other settings on, nothing moves more than from one draw of the patients to another.',
  'ingredient.residual.name': 'Other axes drawn from',
  'ingredient.residual.explanation':
    'The axes that are not mixed from donors are drawn around the mean of a quarter of the file, the patients nearest on the first axes; or from the whole file.',
  'ingredient.residual.effect':
    'On ACTG 175, from the nearest: prediction .92, from the whole file .91 (real data .95). On a simulated trial, correlations change by .024 instead of .038. From 50 patients only, it leaks.',
  'ingredient.shrinkResidual.name': 'Fine links shrunk when patients are few',
  'ingredient.shrinkResidual.explanation':
    'The links beyond the mixed axes cannot be told from those of these very patients when columns are many for the patients. They are weakened as far as that is so: hardly on long files, entirely with as many columns as patients.',
  'ingredient.shrinkResidual.effect':
    'On a simulated file of 130 patients and 100 columns: an attacker tells who was in the file 74 times out of 100 without it, 65 with it, and prediction loses nothing. On long files it changes nothing.',
  'ingredient.focus.name': 'Focus on outcome and treatment',
  'ingredient.focus.explanation':
    'Columns declared as outcome, time, event or arm weigh more in the analysis, so that their links are kept best. Without such a declaration it does nothing.',
  'ingredient.focus.effect':
    'Doubled: treatment effect off by .95 standard errors instead of 2.0 on ACTG 175, .28 instead of .68 on a simulated trial; prediction there .60 instead of .56 (real data .61). No attack moves beyond the draw. Tripled: nothing more.',
  'ingredient.safeMarginals.name': 'Spread of each number restored',
  'ingredient.safeMarginals.explanation':
    'Each number takes back the distribution of the original, read in groups of patients, never at the value of one.',
  'ingredient.safeMarginals.effect':
    'On ACTG 175: spread .99 of the original’s instead of .92, distributions alike at .99 instead of .92; no attack moves.',
  'ingredient.keepSpread.name': 'Spread given back within the bounds',
  'ingredient.keepSpread.explanation':
    'Keeping numbers within bounds narrows their spread. It is given back inside the bounds, by moving values outwards.',
  'ingredient.keepSpread.effect':
    'On Pima: spread .96 of the original’s instead of .90; on a simulated trial .95 instead of .90; distributions as alike, no attack moves. The share of patients under any value moves by 2 points at most.',
  'ingredient.quota.name': 'Shares of the levels kept',
  'ingredient.quota.explanation': 'Each level of a column is given to as many rows, in proportion, as in the original.',
  'ingredient.quota.effect':
    'On ACTG 175: shares of the levels change by .002 on average instead of .014; no attack moves.',
  'ingredient.isolatedLeftOut.name': 'Most isolated patients left out',
  'ingredient.isolatedLeftOut.explanation':
    'The patients farthest from all others cannot hide among them: this share of them gives nothing to the file and has no avatar. Rare profiles are then under-represented.',
  'ingredient.isolatedLeftOut.effect':
    'On ACTG 175, with rare values pooled: files with an isolated patient and without are told apart 52 times out of 100 instead of 69 (chance: 50). Averages hardly see it. Price: treatment effect off by .95 standard errors instead of .28.',
  'ingredient.floor.name': 'Fewest patients behind a value',
  'ingredient.floor.explanation':
    'Levels held by fewer patients are pooled, and numbers stay within as many patients of each end. 0 switches it off.',
  'ingredient.floor.effect':
    'Measured together with the isolated patients left out: same gain. On a simulated trial it costs 2 points of spread and 1 of distributions. A level held by 3 patients appears in 8 out of 10 files of the published method or more.',
} satisfies Catalogue;
