/** English sentences of the charts and of the result screens: the shape of the catalogue. Numbers come formatted. */
import type { Speaker } from '../../engine/words/words.ts';
import { auditEn } from './audit.en.ts';

interface Interval {
  readonly axis: number;
  readonly from: string;
  readonly to: string;
}

export const resultsEn = (speak: Speaker) => {
  const patients = (count: number) => speak.plural(count, { one: '# patient', other: '# patients' });
  const avatars = (count: number) => speak.plural(count, { one: '# avatar', other: '# avatars' });
  return {
    chart: {
      asTable: 'See as a table',
      savePng: 'Save as PNG',
      saveSvg: 'Save as SVG',
      saveFailed: 'The image could not be made. The table holds the same numbers.',
      tableOf: (title: string) => `Table: ${title}`,
      more: 'Table and image',
      rows: (from: number, to: number, all: number) =>
        `Rows ${speak.number(from)} to ${speak.number(to)} of ${speak.number(all)}`,
      previousRows: 'Previous rows',
      nextRows: 'Next rows',
      explore: 'Point at the chart, or use the arrow keys, to read values.',
      keys: 'Arrow keys read the values, Escape leaves.',
      credit: 'Drawn by Sosie. A picture of these data documents a risk; it does not make them anonymous.',
    },
    plane: {
      patients: 'Patients',
      avatars: 'Avatars',
      count: {
        original: patients,
        synthetic: avatars,
      },
      axis: (axis: number) => `Axis ${axis}`,
      axisOf: (axis: number, percent: string) => `Axis ${axis} (${percent})`,
      title: {
        same: 'Avatars spread as widely as the patients',
        closer: 'Avatars stay closer to the centre than the patients',
        wider: 'Avatars spread more widely than the patients',
        flat: 'Patients do not differ on these axes',
      },
      spreadOn: (ratio: string, axis: number) => `${ratio} times the patients’ spread on axis ${axis}`,
      noSpreadOn: (axis: number) => `no spread to compare on axis ${axis}`,
      summary: (original: number, synthetic: number, spreads: string, axes: number, percent: string) =>
        `${patients(original)} and ${avatars(synthetic)} on the axes of the patients’ own analysis. Avatars have ${spreads}. ${axes === 1 ? 'This axis holds' : 'The two axes hold'} ${percent} of what tells patients apart.`,
      zone: (x: Interval, y: Interval, original: number, synthetic: number) =>
        `Axis ${x.axis}, ${x.from} to ${x.to}; axis ${y.axis}, ${y.from} to ${y.to}: ${patients(original)}, ${avatars(synthetic)}.`,
      zoneOn: (axis: number) => `Zone on axis ${axis}`,
      fromTo: (from: string, to: string) => `${from} to ${to}`,
      tableNote: 'Counted by zones of equal size; zones that hold nobody are left out.',
      fileNote: (fewest: number) =>
        `In this image no patient has a point of their own: hollow circles count patients by zone, and zones of fewer than ${speak.number(fewest)} are blank.`,
    },
    circle: {
      followed: (name: string, value: string) => `${name} (${value})`,
      title: (first: number, along: string, second: number, up: string) =>
        `Axis ${first} goes most with ${along}, axis ${second} with ${up}`,
      titleOne: (axis: number, along: string) => `Axis ${axis} goes most with ${along}`,
      summary: (count: number, some: boolean) =>
        `Correlation of ${speak.plural(count, { one: '# numeric column', other: '# numeric columns' })} with the two axes, in the patients. The nearer an arrow comes to the circle, the better the plane shows that column.${some ? ' Only the best shown are named.' : ''}`,
      none: 'No numeric column to draw',
      noneSummary: 'Every kept column is made of levels: see where they stand.',
      item: (name: string, x: string, first: number, y: string, second: number) =>
        `${name}: correlation ${x} with axis ${first}, ${y} with axis ${second}.`,
      column: 'Column',
      quality: 'Shown by this plane',
    },
    levels: {
      level: (variable: string, level: string) => `${variable} = ${level}`,
      title: (axis: number, low: string, high: string) => `Axis ${axis} opposes ${low} and ${high}`,
      none: 'Levels in the plane',
      summary: (count: number, some: boolean) =>
        `Each square is the mean place of the patients who hold ${count === 1 ? 'the level' : `one of the ${speak.number(count)} levels`}.${some ? ' Only the levels that make these axes most are named, where there is room.' : ' Names are left out where they would cover each other.'}`,
      item: (name: string, x: string, first: number, y: string, second: number) =>
        `${name}: ${x} on axis ${first}, ${y} on axis ${second}.`,
      levelColumn: 'Column and level',
      contribution: 'Contribution to the plane',
    },
    cloaking: {
      /** Half of the patients have `most` or more, the other half `least` or fewer. */
      title: (most: number, least: number) => {
        const half = speak.plural(most, {
          one: 'Half of the patients have at least # other avatar nearer to them than their own',
          other: 'Half of the patients have at least # other avatars nearer to them than their own',
        });
        return most === least
          ? half
          : `${half}, the other half ${least === 0 ? 'none' : `at most ${speak.number(least)}`}`;
      },
      titleNone: 'For half of the patients or more, no other avatar is nearer than their own',
      summary: (zero: number, total: string, share: string) =>
        `${speak.plural(zero, { one: '# patient', other: '# patients' })} out of ${total} (${share}) ${zero === 1 ? 'has' : 'have'} no other avatar nearer than their own.`,
      hiddenRate: (rate: string) => `Hidden rate: ${rate}.`,
      hiddenRateTies: (rate: string, closer: string) =>
        `Hidden rate: ${rate} (ties shared). It is above the ${closer} who have one nearer, because some of the others have avatars at the very same distance as their own: whoever links them must pick one at random.`,
      range: (low: string, high: string) => `${low}–${high}`,
      axis: 'other avatars nearer than one’s own',
      nearer: 'Other avatars nearer',
      patients: 'Patients',
      share: 'Share',
      none: 'no other avatar is closer',
      some: (share: string) => `at least one closer: ${share}`,
      median: (value: string) => `median ${value}`,
      target: (value: string) => `target: more than ${value}`,
      item: (range: string, bare: boolean, count: number, share: string) =>
        bare
          ? `No other avatar nearer than their own: ${patients(count)} (${share}).`
          : `${range} other avatars nearer: ${patients(count)} (${share}).`,
    },
    distribution: {
      closeness: {
        same: 'nearly the same',
        close: 'close',
        different: 'visibly different',
        far: 'far apart',
        unknown: 'cannot be compared',
      },
      title: (name: string, closeness: string, spread: string) => `${name}: ${closeness}${spread}`,
      narrower: ', less spread among avatars',
      wider: ', more spread among avatars',
      hellinger: (value: string) => `Hellinger distance ${value}.`,
      spread: (value: string) => `Standard deviation × ${value}.`,
      missingShares: (original: string, synthetic: string) =>
        `Missing: ${original} of patients, ${synthetic} of avatars.`,
      missing: 'missing',
      missingApart: 'Shares are of the cells that are filled in; missing cells are counted apart.',
      others: (count: number) => speak.plural(count, { one: '# other level', other: '# other levels' }),
      interval: 'Interval',
      level: 'Level',
      between: (from: string, to: string) => `${from} to ${to}`,
      under: (to: string) => `under ${to}`,
      from: (from: string) => `${from} and over`,
      item: (label: string, original: string, synthetic: string) =>
        `${label}: ${original} of patients, ${synthetic} of avatars.`,
    },
    correlation: {
      title: (mean: string) => `Correlations change by ${mean} on average`,
      summary: (first: string, second: string, original: string, synthetic: string, known: number, unknown: number) =>
        `Over ${speak.plural(known, { one: '# pair', other: '# pairs' })} of numeric columns. The most changed: ${first} with ${second}, ${original} in patients, ${synthetic} in avatars.${unknown > 0 ? ` ${speak.plural(unknown, { one: '# pair is', other: '# pairs are' })} not measurable (a constant column) and left blank.` : ''}`,
      none: 'Correlations are not measurable: they need two numeric columns that vary.',
      kinds: { original: 'Patients', synthetic: 'Avatars', difference: 'Change' },
      choose: 'Which correlations',
      unmeasured: 'not measurable',
      item: (first: string, second: string, original: string, synthetic: string, difference: string) =>
        `${first} with ${second}: ${original} in patients, ${synthetic} in avatars, change ${difference}.`,
      pair: 'Pair',
      pairOf: (first: string, second: string) => `${first} · ${second}`,
      wait: 'Comparing every pair of columns…',
      most: (shown: number) => `The ${speak.number(shown)} pairs that changed most`,
      selection: (shown: number, all: number) =>
        `A selection: only the ${speak.number(shown)} columns of the most changed pairs are drawn, out of ${speak.number(all)}. The average and the list are over all of them.`,
      tableNote: (shown: number, all: number) =>
        shown < all
          ? `The ${speak.number(shown)} pairs that changed most, out of ${speak.number(all)}.`
          : 'The pairs that changed most come first.',
    },
    verdict: {
      title: (met: number, total: number, unmeasured: number) =>
        speak.plural(total, {
          one: `${speak.number(met)} of # target reached`,
          other: `${speak.number(met)} of # targets reached`,
        }) + (unmeasured > 0 ? `, ${speak.number(unmeasured)} not measurable` : ''),
      titleNone: (total: number) =>
        speak.plural(total, {
          one: 'The # target could not be measured',
          other: 'None of the # targets could be measured',
        }),
      fewTitle: 'No verdict is reliable here: too few rows',
      points: (text: string, value: number) =>
        speak.plural(Math.abs(value), { one: `${text} point`, other: `${text} points` }),
      caption: 'Seven measures, their values and their targets, by criterion',
      groups: {
        'singling-out': { name: 'Singling out', question: 'Does an avatar point at one patient?' },
        linkability: { name: 'Linkability', question: 'Can an avatar be matched with a patient’s own values?' },
        inference: { name: 'Inference', question: 'Can an attacker who knows a patient find their avatar?' },
        utility: { name: 'Utility', question: 'What was kept?' },
      },
      columns: { metric: 'Measure', value: 'Value', target: 'Target', margin: 'Margin', state: 'Result' },
      states: { met: 'reached', 'not-met': 'not reached', 'not-measurable': 'not measurable' },
      target: (rule: string, value: string) => `${rule} ${value}`,
      equal: 'Equal to its target, which is strict: not reached.',
      units: { distance: 'distance', ratio: 'ratio', count: 'avatars', percent: '' },
      details: 'Details',
      footnote: 'Assignment by the authors of the PRIMUS table. The opinion itself defines no metric.',
      origin: (rows: number, axes: number, elsewhere: boolean) =>
        `Measured on ${elsewhere ? 'the pair of files' : 'the release file'}: ${speak.plural(rows, { one: '# row', other: '# rows' })}, ${speak.plural(axes, { one: '# axis', other: '# axes' })} of the patients’ own analysis.`,
      detail: {
        fullSpace: 'In the full space, all axes',
        lowestIndex: 'Tie rule of the paper’s program: the first row wins',
        tieHit: 'If every tie counted as found',
        tieHidden: 'If every tie counted as hidden',
        withTies: 'With ties counted, the paper’s rule',
        zero: 'Patients for whom no other avatar is closer than their own',
        zeros: 'Avatars that lie exactly on a patient',
        unique: 'Patients unique on their categories',
        vendor: 'What the vendor prints in this case',
        matched: 'Patients whose whole row is found among the avatars',
        matchedUnique: 'Of those, unique in the original file',
        ownEqual: 'Avatars equal to their own patient on every column',
        onePatient: 'What one patient moves',
        columnsTitle: 'The columns where avatars repeat their patient’s value most',
        column: 'Column',
        equalShare: 'Same value',
        distinct: 'Distinct values',
        protection: 'Protection',
        count: (count: string, share: string) => `${count} (${share})`,
        ofUnique: (count: string, all: string) => `${count} out of ${all} unique rows`,
        weakness: 'What this measure does not see',
        tooMany: (shown: number, all: number) => `the ${speak.number(shown)} weakest of ${speak.number(all)} columns`,
      },
    },
    audit: auditEn(speak),
    projection: {
      title: 'Patients and avatars on the same map',
      lead: 'Each axis sums up what tells patients apart. The map is made from the patients alone; the avatars are then placed on it.',
      horizontal: 'Horizontal axis',
      vertical: 'Vertical axis',
      mode: 'Clouds',
      modes: { side: 'Side by side', over: 'Superposed' },
      makes: 'What makes these axes',
      makesLead: 'Read from the patients’ own table, so that the map above can be named.',
      few: 'This table has a single axis: the map is a line.',
      none: 'There is nothing to draw: the rows do not differ.',
    },
    utility: {
      title: (mean: string) => `Distributions differ by ${mean} on average`,
      titleNone: 'Nothing to compare',
      lead: 'Hellinger distance between patients and avatars, column by column: 0 the same, 1 nothing in common. The most changed come first.',
      above: (count: number, all: number) =>
        `${speak.plural(count, { one: '# column is', other: '# columns are' })} at 0.1 or more, out of ${speak.number(all)}.`,
      variables: 'Column by column',
      filter: 'Find a column',
      found: (count: number, all: number) =>
        `${speak.number(count)} of ${speak.plural(all, { one: '# column', other: '# columns' })}`,
      nothing: 'No column has this in its name.',
      page: (page: number, pages: number) => `Page ${speak.number(page)} of ${speak.number(pages)}`,
      pages: 'Pages of columns',
      previous: 'Previous columns',
      next: 'Next columns',
      key: { original: 'hollow outline: patients', synthetic: 'filled: avatars' },
      correlations: 'Between columns',
    },
  };
};

export type Results = ReturnType<typeof resultsEn>;
