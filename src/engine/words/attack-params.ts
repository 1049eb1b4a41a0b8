/** The parameters of an attack's sentences, from its result. */
import type { MetricResult } from '../verdict/metric.ts';
import type { Params } from './words.ts';

/** Metrics that are an area under a curve or a weight, 0 to 1. */
const shares = new Set(['membership-auc', 'leave-one-out', 'shadow', 'dominance']);
const counts = new Set(['rare-levels', 'k-anonymity']);
/** A plain difference of two percentages. */
const differences = new Set(['exact-copies', 'intersection', 'reconstruction']);
/** Those whose smallest effect is what "none seen" still allows. */
const unseen = new Set(['near-copies', 'exact-copies', 'intersection']);

type Detail = MetricResult['detail'];

const within = (detail: Detail, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (found, key) =>
      found !== null && typeof found === 'object' ? (found as Record<string | number, unknown>)[key] : undefined,
    detail,
  );

const unitOf = (id: string): string =>
  shares.has(id) ? 'share' : counts.has(id) ? 'count' : differences.has(id) ? 'points' : 'percent';

const isParam = (value: unknown): value is string | number =>
  typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));

/** Every figure of the result that its sentences may name; what it does not have is absent, never invented. */
export function attackParams({ id, value, detail, attack }: MetricResult): Params {
  const named: Readonly<Record<string, unknown>> = {
    ...detail,
    value,
    unit: unitOf(id),
    ...(unseen.has(id) && { kind: 'unseen' }),
    ...(attack && {
      member: attack.member,
      control: attack.control,
      low: attack.interval?.[0],
      high: attack.interval?.[1],
      members: attack.members,
      controls: attack.controls,
      attacks: attack.attacks,
      smallestEffect: attack.smallestEffect,
      marginalsValue: attack.anchors?.marginals,
      copyValue: attack.anchors?.copy,
    }),
    nullMean: within(detail, 'nullMaximum', 'mean'),
    worstColumn: within(detail, 'worst', 'column'),
    worstExcess: within(detail, 'worst', 'excess'),
    guessing: detail.weakerThanGuessing === true ? 1 : 0,
    ...(id === 'shadow' && {
      isolated: within(detail, 'isolated', 'mean'),
      ordinary: within(detail, 'ordinary', 'mean'),
      largest: Math.max(Number(within(detail, 'isolated', 'max')), Number(within(detail, 'ordinary', 'max'))),
    }),
    ...(id === 'disco' && {
      Dorig: within(detail, 'secrets', 0, 'Dorig'),
      marginals: within(detail, 'secrets', 0, 'marginals'),
    }),
    ...(id === 'k-anonymity' && {
      before: within(detail, 'before', 'smallest'),
      below11: within(detail, 'before', 'percentBelow', 11),
    }),
  };
  return Object.fromEntries(
    Object.entries(named).filter((entry): entry is [string, string | number] => isParam(entry[1])),
  );
}
