/**
 * The figures that the lines of the policy compare with their bounds.
 *
 * A line about a metric reads its `value`, its `upper` 95 % bound, the number of its `controls`, a `detail.<key>` of it, or
 * one of the figures below; a line about the file, its columns or the settings reads a fact. A figure that cannot be had
 * says why, and is never taken for a good one.
 *
 * Source: privacy.md 6.1, 6.2, A7, A11.
 */
import { reinforcedCap } from '../generate/ingredients.ts';
import { mixesNeighbours, type Settings } from '../generate/settings.ts';
import { privacyMetrics } from '../privacy/registry.ts';
import type { Facts } from './decision.ts';
import { type MetricResult, targetState } from './metric.ts';

type Params = Readonly<Record<string, string | number>>;

export type Figure =
  /** `mild`: beyond its second bound it is a reservation all the same. */
  | { readonly value: number; readonly reason?: string; readonly params?: Params; readonly mild?: boolean }
  /** Not measurable; `missing` keys its sentence. */
  | { readonly missing: string; readonly params?: Params };

/** The floor of levels of the preset; other floors give other counts. */
interface Asked {
  readonly levelFloor: number;
}

type MetricReader = (metric: MetricResult, asked: Asked) => Figure;
/** `null`: the line has no meaning for this run. */
type FactReader = (facts: Facts) => Figure | null;

const absent: Figure = { missing: 'figure-absent' };

const figure = (value: unknown): Figure => (typeof value === 'number' && !Number.isNaN(value) ? { value } : absent);

/** A key of the details, or a key of a key. */
const detailOf = (metric: MetricResult, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((held, key) => (held as Record<string, unknown> | null | undefined)?.[key], metric.detail);

const metricReaders: Readonly<Record<string, MetricReader>> = {
  value: ({ value }) => figure(value),
  upper: ({ attack }) => figure(attack?.interval?.[1]),
  controls: (metric) => figure(metric.attack?.controls ?? detailOf(metric, 'controls')),
  /** With few controls more than 1 % is expected: near - expected + 1. The same as `near` from 100 controls a round on. */
  'near-at-one-percent': ({ value, attack }) =>
    value === null || typeof attack?.control !== 'number' ? absent : { value: value - attack.control + 1 },
  /** 0 when the 95 % interval of the excess holds 0. */
  'excess-if-significant': ({ value, attack }) => {
    if (value === null || !attack?.interval) return absent;
    return attack.interval[0] > 0 ? { value } : { value: 0, reason: 'not-significant', params: { excess: value } };
  },
  'largest-area': (metric) => largestArea(metric),
  'worst-secret': (metric) => worstSecret(detailOf(metric, 'worst')),
  'rare-levels': (metric, asked) => atFloor(metric, asked, 'levels', metric.value),
  'outside-bounds': (metric, asked) => atFloor(metric, asked, 'outside', detailOf(metric, 'outsideBounds')),
};

/**
 * The largest of many noisy excesses is far above 0 without a leak (25 % over 22 columns of 150 patients, measured). Beyond
 * the second bound but within what labels at random give, it is a want of power, not a leak: never green, nor serious.
 */
function worstSecret(worst: unknown): Figure {
  const { column, excess, nullWorst } = (worst ?? {}) as Record<string, unknown>;
  const found = figure(excess);
  if (!('value' in found)) return found;
  const chance = (nullWorst as { readonly high?: unknown } | undefined)?.high;
  const named = typeof column === 'string' ? { columns: column } : {};
  return typeof chance === 'number' && found.value <= chance
    ? { ...found, mild: true, reason: 'within-chance', params: { ...named, chance } }
    : { ...found, params: named };
}

/**
 * The largest of several areas is far above .5 without a leak when there are few patients: above .7 in 6 games out of 100
 * with 20 controls, in 3 with 30 (simulated). Beyond the second bound but within what labels at random give: as above.
 */
function largestArea({ value, detail }: MetricResult): Figure {
  const found = figure(value);
  const chance = (detail.nullMaximum as { readonly high?: unknown } | undefined)?.high;
  return 'value' in found && typeof chance === 'number' && found.value <= chance
    ? { ...found, mild: true, reason: 'area-within-chance', params: { chance } }
    : found;
}

/** A count at the preset's own floor: of the whole test, or among those of `detail.floors`. */
function atFloor(metric: MetricResult, { levelFloor }: Asked, kind: 'levels' | 'outside', own: unknown): Figure {
  if (detailOf(metric, 'floor') === levelFloor) return figure(own);
  const other = detailOf(metric, `floors.${levelFloor}.${kind}`);
  return typeof other === 'number' ? { value: other } : { missing: 'floor-of-another-preset', params: { levelFloor } };
}

/** What the largest share of a donor is held to; `null` when nothing holds it. */
const capOf = ({ generator, cap }: Settings): number | null =>
  cap ?? (generator === 'reinforced' ? reinforcedCap : null);

const columns = (names: readonly string[] | undefined): Figure => {
  const list = names ?? [];
  return { value: list.length, ...(list.length > 0 && { params: { columns: list.join(', ') } }) };
};
const yesNo = (yes: boolean): Figure => ({ value: yes ? 1 : 0 });

const factReaders: Readonly<Record<string, FactReader>> = {
  'checked-identifiers': ({ checkedIdentifiers }) => columns(checkedIdentifiers),
  'free-text': ({ freeText }) => columns(freeText),
  'dismissed-identifiers': ({ dismissedIdentifiers }) => columns(dismissedIdentifiers),
  'identifier-patterns': ({ identifierPatterns }) => columns(identifierPatterns),
  genetic: ({ genetic }) => columns(genetic),
  'repeated-patients': ({ repeatedPatients }) => yesNo(repeatedPatients),
  'fixed-seed': ({ fixedSeed, teaching }) => (teaching ? null : yesNo(fixedSeed)),
  rows: ({ rows }) => ({ value: rows }),
  'extra-rows': ({ rows, syntheticRows }) => ({ value: Math.max(0, syntheticRows - rows) }),
  attempts: ({ attempts }) => ({ value: attempts }),
  /** This file is one of them. */
  releases: ({ releases }) => ({ value: releases + 1 }),
  'audit-missing': ({ audit }) => (audit === 'done' ? yesNo(false) : { value: 1, reason: `audit-${audit}` }),
  neighbours: ({ settings }) => (mixesNeighbours(settings.generator) ? { value: settings.k } : null),
  'cap-off': ({ settings }) => (mixesNeighbours(settings.generator) ? yesNo((capOf(settings) ?? 1) >= 1) : null),
  'missed-indicators': ({ metrics }) => missedIndicators(metrics),
};

/** Nobody is concerned by the indicator on such a file: it is neither met nor missed. */
const withoutObject: ReadonlySet<string> = new Set(['no-categorical-variable', 'no-unique-combination']);

/**
 * How many of the seven indicators do not meet their target. Not measurable counts as missed, but for one that has no
 * object on the file (the hidden rate of unique combinations where none is unique): it is left out, and said so. Else a
 * table of numbers could never leave.
 */
export function missedIndicators(metrics: readonly MetricResult[]): Figure {
  const states = privacyMetrics.map(({ id }) => {
    const metric = metrics.find((each) => each.id === id);
    const state = metric === undefined ? 'not-measurable' : targetState(metric);
    return state === 'not-measurable' && withoutObject.has(metric?.reason ?? '') ? 'without-object' : state;
  });
  const count = (wanted: (typeof states)[number]): number => states.filter((state) => state === wanted).length;
  const [missed, unmeasured, left] = [count('not-met'), count('not-measurable'), count('without-object')];
  return {
    value: missed + unmeasured,
    ...(left > 0 && { reason: 'indicators-without-object' }),
    params: { missed, unmeasured, left, total: states.length },
  };
}

export const isStatistic = (statistic: string, metric: string | null): boolean =>
  metric === null
    ? Object.hasOwn(factReaders, statistic)
    : Object.hasOwn(metricReaders, statistic) || /^detail(\.\w+)+$/.test(statistic);

/** Attacks under which a rate says nothing, of a leak or of its absence. */
const fewestAttacks = 11;

export function readMetric(metric: MetricResult, statistic: string, asked: Asked): Figure {
  if (!metric.applicable || metric.value === null) {
    // How many patients could not be enough is itself a figure.
    const counted = statistic === 'controls' ? metricReaders.controls!(metric, asked) : absent;
    return 'value' in counted ? counted : { missing: metric.reason ?? 'figure-absent' };
  }
  const { attacks = null } = metric.attack ?? {};
  if (attacks !== null && attacks < fewestAttacks) return { missing: 'too-few-attacks', params: { attacks } };
  const read = metricReaders[statistic];
  return read === undefined ? figure(detailOf(metric, statistic.slice('detail.'.length))) : read(metric, asked);
}

export const readFact = (facts: Facts, statistic: string): Figure | null => factReaders[statistic]!(facts);
