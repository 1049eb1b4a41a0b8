/** Facts in which every line of the policy is green, for tests that spoil one of them. */
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import { privacyMetrics } from '../../../src/engine/privacy/registry.ts';
import type { Facts } from '../../../src/engine/verdict/decision.ts';
import type { AttackFigures, MetricResult } from '../../../src/engine/verdict/metric.ts';

type Detail = Readonly<Record<string, unknown>>;

const figures: AttackFigures = {
  run: 'audit',
  member: null,
  control: null,
  interval: null,
  members: 700,
  controls: 600,
  attacks: null,
  smallestEffect: null,
  anchors: null,
};

export const measured = (
  id: string,
  value: number,
  attack: Partial<AttackFigures> = {},
  detail: Detail = {},
): MetricResult => ({
  id,
  criterion: 'linkability',
  value,
  target: null,
  applicable: true,
  reason: null,
  detail,
  attack: { ...figures, ...attack },
});

export const notMeasured = (id: string, reason: string, detail: Detail = {}): MetricResult => ({
  id,
  criterion: 'linkability',
  value: null,
  target: null,
  applicable: false,
  reason,
  detail,
});

const indicator = (id: string): MetricResult => ({
  ...measured(id, 99),
  target: { rule: '>', value: 90, by: 'vendor-indicative' },
});

const greenMetrics: readonly MetricResult[] = [
  ...privacyMetrics.map(({ id }) => indicator(id)),
  measured(
    'dominance',
    0.2,
    { run: 'release' },
    { largestWeight: 0.2, medianEffectiveDonors: 5.8, distinctDonors: 20 },
  ),
  measured('leave-one-out', 0.7, { run: 'release' }, { q99: 0.7, shareAbove90: 0 }),
  measured('membership-auc', 0.52, { interval: [0.49, 0.56] }),
  measured('membership-tpr-1', 1.2),
  measured('membership-tpr-5', 5.5),
  measured('holdout-share', 51),
  measured('linkability', 0.3, { interval: [-0.5, 1.2] }),
  measured('inference', 1, {}, { worst: { column: 'outcome', excess: 6 } }),
  measured('singling-out', 1),
  measured('near-copies', 1.4, { control: 1 }),
  measured('exact-copies', 0, { interval: [-0.5, 0.5] }),
  measured(
    'rare-levels',
    0,
    { run: 'release' },
    { floor: 11, outsideBounds: 0, floors: { 20: { levels: 0, outside: 0 } } },
  ),
  measured('shadow', 0.55, { run: 'release' }, { isolated: { mean: 0.55 }, ordinary: { mean: 0.52 } }),
  measured('replicated-uniques', 0, { run: 'release' }),
];

export const green: Facts = {
  rows: 1000,
  syntheticRows: 950,
  settings: { ...defaultSettings, generator: 'reinforced' },
  metrics: greenMetrics,
  audit: 'done',
  checkedIdentifiers: [],
  freeText: [],
  dismissedIdentifiers: [],
  identifierPatterns: [],
  genetic: [],
  repeatedPatients: false,
  fixedSeed: false,
  attempts: 0,
  releases: 0,
  teaching: false,
};

/** The same facts, with some metrics replaced. */
export const withMetrics = (...metrics: readonly MetricResult[]): Facts => {
  const replaced = new Map(metrics.map((metric) => [metric.id, metric]));
  return { ...green, metrics: green.metrics.map((metric) => replaced.get(metric.id) ?? metric) };
};

export const withoutMetric = (id: string): Facts => ({
  ...green,
  metrics: green.metrics.filter((metric) => metric.id !== id),
});
