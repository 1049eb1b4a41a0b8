/** Errors and warnings of the job itself: two files that do not fit, too few rows, settings out of range. */
import type { Catalogue } from '../words.ts';

export const jobErrors = {
  E40: ({ column }) => `The second file has no column “${column}”. Add it, or leave that column out of the comparison.`,
  E41: ({ original, synthetic }, { number }) =>
    `The files were declared paired row by row, but one has ${number(original)} rows and the other ${number(synthetic)}. Compare them without pairs.`,
  E42: ({ rows }, { plural }) =>
    `${plural(rows, { one: 'There is only # row', other: 'There are # rows' })}: at least two are needed.`,
  E43: 'No column is kept: keep at least one.',
  E44: ({ option, value, allowed }) => `“${value}” is not possible for ${option}. Possible: ${allowed}.`,
  E45: ({ column, option }) =>
    `The file has no column “${column}” (named by ${option}). Check the spelling of the name.`,
  E46: ({ file }) => `The file “${file}” cannot be opened. Check its name and that you may read it.`,
  E47: ({ usage }) => `The command is not complete. Usage: ${usage}`,
  E48: ({ file }) => `The file “${file}” cannot be written. Check that its folder exists and that you may write there.`,
  E49: ({ column, kind }) =>
    `The download is blocked: the kept column “${column}” holds direct identifiers whose check digit is valid (${kind}). Drop it and generate again.`,
  E60: ({ column, option }) =>
    `No cell of “${column}” is a number, although ${option} says that it is. Check the column, or leave the flag out.`,
  E61: ({ column }) =>
    `In the second file no cell of “${column}” can be read as in the first. Check that both files hold the same variable.`,
  E62: ({ column }) =>
    `In the second file “${column}” holds a number out of all proportion with the first file’s. Check its units.`,
  E63: ({ option }) => `The option ${option} is not known, or not available yet.`,
  E64: 'Every cell of the file is empty: there is nothing to read. Choose another file or another sheet.',
  E65: 'No kept column varies: all rows are the same, so there is nothing to mix and nothing to measure. Keep a column that varies.',
  E68: 'This file is in quarantine: it is not written until the record is complete. Fill in what is missing, tick each serious line, then download.',
  E72: ({ file, common, rows }, { number }) =>
    `${number(common)} of the ${number(rows)} rows of the control file are, cell for cell, in the ${file === 'synthetic' ? 'synthetic file' : 'original'}: these are not patients that the generator never saw, and every attack would find nothing. Give a file of other patients, or none.`,
  E70: 'The download is blocked by the policy. The verdict says by which line, and what to do.',
  E71: 'The computation behind this result is no longer in memory: it cannot be attacked. Generate again, then run the audit.',
} satisfies Catalogue;

export const planFindings = {
  'plan-small-k': ({ k }, { number }) =>
    `With k = ${number(k)}, an avatar is worth few donors and often resembles one other patient closely.`,
  'plan-few-rows': ({ rows, points }, { number }) =>
    `With ${number(rows)} rows, a single patient moves each share by ${number(points, { maximumFractionDigits: 1 })} points: no verdict is reliable.`,
  'plan-wide': ({ rows, columns }, { number }) =>
    `There are few rows (${number(rows)}) for ${number(columns)} coded columns: group rare levels or drop columns.`,
  'plan-duplicates': ({ count, rows }, { number, plural }) =>
    `${plural(count, { one: '# row has', other: '# rows have' })} at least one exact copy among the ${number(rows)}: their avatars repeat a pattern shared by several patients.`,
  'plan-cap': ({ cap }, { number }) =>
    `No donor gives more than ${number(100 * Number(cap))}% of an avatar: this cap is ours, not the published method’s.`,
  'plan-k-cut': ({ k, kept }, { number }) =>
    `k = ${number(k)} is more than the ${number(kept)} patients that stay once the most isolated are left out allow: each avatar will have at most ${number(Number(kept) - 1)} donors.`,
  'plan-k-cut-in-audit': ({ k, members }, { number }) =>
    `The audit holds patients out, and generates from ${number(members)}: with k = ${number(k)}, it will attack avatars of at most ${number(Number(members) - 1)} donors.`,
  'plan-mixed': ({ column }) =>
    `“${column}” mixes numbers and text and nobody decided: it will be read as proposed, cells that do not fit becoming missing.`,
} satisfies Catalogue;
