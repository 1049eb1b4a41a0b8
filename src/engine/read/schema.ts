/** From what a column holds to its role and the findings that go with it. Roles are proposals: nothing is done. */
import { identifyColumn, type Verdict } from '../identify/identify.ts';
import { isTooExact, loneExtremes } from '../identify/measures.ts';
import type { ColumnRole, ColumnSchema, Finding, Fix } from '../table/schema.ts';
import {
  countDistinct,
  countMissing,
  isQuantity,
  usedLevels,
  type Column,
  type QuantityColumn,
} from '../table/table.ts';
import { orderLevels } from './cells/scales.ts';

/** Levels held by fewer rows than this single people out (the floor of `privacy.md`). */
export const rareCount = 11;
const manyLevels = 30;
const manyMissing = 0.4;

/** Kinds that are set aside without naming anybody by themselves. */
const droppedKinds: ReadonlySet<Verdict['kind']> = new Set(['free-text', 'near-unique', 'genetic']);

/** Role that a verdict asks for. */
export function roleOf(verdict: Verdict | null): ColumnRole {
  if (!verdict) return 'keep';
  if (verdict.certainty === 'quasi') return 'quasi-identifier';
  return droppedKinds.has(verdict.kind) ? 'drop' : 'identifier';
}

/** Name given to merged rare levels. */
const otherLevel = { en: 'other', fr: 'autre' } as const;

export interface SchemaContext {
  readonly verdict: Verdict | null;
  /** Of the file: what merged levels are called. */
  readonly language: 'en' | 'fr';
  /** Whether a type chosen by the user left no cell: the verdict is then that of the column as it was found. */
  readonly emptied?: boolean;
}

/** The schema of one column; `readFindings` come from reading its cells. */
export function describeColumn(
  column: Column,
  readFindings: readonly Finding[],
  { verdict, language, emptied = false }: SchemaContext = { verdict: identifyColumn(column), language: 'en' },
): ColumnSchema {
  const { name } = column;
  const rows = isQuantity(column) ? column.values.length : column.codes.length;
  const missing = countMissing(column);
  const distinct = isQuantity(column) ? fewDistinct(column.values) : countDistinct(column);
  const identity = emptied ? [] : identityFindings(column, verdict, distinct);
  const findings: Finding[] = [...identity, ...readFindings];
  const add = (finding: Omit<Finding, 'column'>): number => findings.push({ ...finding, column: name });
  const role: ColumnRole = distinct === 0 && !emptied ? 'drop' : roleOf(verdict);
  const ticks = readFindings.some(({ code }) => code === 'E111');
  if (rows > 0 && distinct <= 1 && !emptied && !ticks) {
    add({
      code: 'E10',
      severity: 'know',
      params: { column: name, empty: distinct === 0 ? 1 : 0 },
      fixes: [{ kind: 'set-role', column: name, role: 'drop' }],
    });
  }
  if (role === 'keep' || role === 'quasi-identifier') {
    if (distinct > 0 && missing > rows * manyMissing && !ticks) {
      add({
        code: 'E12',
        severity: 'decide',
        params: { column: name, missing, rows, percent: (100 * missing) / rows },
        fixes: [
          { kind: 'set-role', column: name, role: 'drop' },
          { kind: 'set-role', column: name, role: 'keep' },
        ],
      });
    }
    if (isQuantity(column)) findings.push(...measureFindings(column));
    if (!isQuantity(column) && column.type !== 'mixed' && distinct > 1)
      findings.push(...levelFindings(column, rows, distinct, otherLevel[language]));
  }
  const order = column.type === 'category' ? orderLevels(usedLevels(column)) : null;
  if (order !== null) add({ code: 'E113', severity: 'know', params: { column: name, order: order.join(' < ') } });
  return { name, type: column.type, role, findings, ...(order === null ? {} : { order }) };
}

function identityFindings(column: Column, verdict: Verdict | null, distinct: number): Finding[] {
  if (!verdict) return [];
  const { name } = column;
  const { kind, certainty, by, matching, looked, examples } = verdict;
  const params = {
    ...{ column: name, kind, certainty, by, matching, looked },
    ...(examples.length > 0 ? { examples: examples.join(', ') } : {}),
  };
  if (certainty === 'quasi') {
    return [
      {
        code: 'E56',
        severity: 'know',
        column: name,
        params,
        fixes: [{ kind: 'set-role', column: name, role: 'drop' }],
      },
    ];
  }
  const keep = { kind: 'set-role', column: name, role: 'keep' } as const;
  if (kind === 'free-text' || kind === 'near-unique') {
    const fixes = [{ kind: 'set-role', column: name, role: 'drop' } as const, keep];
    return [
      {
        code: kind === 'free-text' ? 'E08' : 'E57',
        severity: 'decide',
        column: name,
        params: { ...params, distinct },
        fixes,
      },
    ];
  }
  return [
    {
      code: 'E09',
      severity: 'decide',
      column: name,
      params,
      fixes: [{ kind: 'set-role', column: name, role: roleOf(verdict) }, ...(certainty === 'certain' ? [] : [keep])],
    },
  ];
}

/** E120: too exact; E121: values that stand apart. */
function measureFindings(column: QuantityColumn): Finding[] {
  const { name, decimals } = column;
  const findings: Finding[] = [];
  if (isTooExact(column)) {
    findings.push({ code: 'E120', severity: 'know', column: name, params: { column: name, decimals } });
  }
  const count = loneExtremes(column, rareCount);
  if (count > 0) {
    findings.push({ code: 'E121', severity: 'know', column: name, params: { column: name, count, floor: rareCount } });
  }
  return findings;
}

function levelFindings(column: Column, rows: number, distinct: number, into: string): Finding[] {
  if (isQuantity(column)) return [];
  const { name, levels } = column;
  const counts = new Int32Array(levels.length);
  for (const code of column.codes) if (code >= 0) counts[code]!++;
  const rare = levels.filter((_, code) => counts[code]! > 0 && counts[code]! < rareCount);
  const changed = counts.reduce((sum, count) => (count < rareCount ? sum + count : sum), 0);
  const merge: Fix[] = rare.length > 1 ? [{ kind: 'merge-levels', column: name, levels: rare, into }] : [];
  const drop: Fix = { kind: 'set-role', column: name, role: 'drop' };
  /** A merge that changes most rows leaves little of the column: dropping it is proposed first. */
  const heavy = changed * 2 > rows;
  const findings: Finding[] = [];
  if (distinct > manyLevels && distinct * 10 > rows) {
    findings.push({
      code: 'E11',
      severity: 'decide',
      column: name,
      params: { column: name, distinct, total: rows, levels: rare.length, rows: changed },
      fixes: heavy ? [drop, ...merge] : [...merge, drop],
    });
  } else if (rare.length > 0 && rare.length < distinct) {
    findings.push({
      code: 'E39',
      severity: 'know',
      column: name,
      params: { column: name, count: rare.length, floor: rareCount, total: rows, levels: rare.length, rows: changed },
      ...(merge.length > 0 ? { fixes: heavy ? [drop, ...merge] : merge } : {}),
    });
  }
  return findings;
}

/** Distinct numbers that are there, counted up to two: more make no difference here. */
function fewDistinct(values: Float64Array): number {
  let first = NaN;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    if (Number.isNaN(first)) first = value;
    else if (value !== first) return 2;
  }
  return Number.isNaN(first) ? 0 : 1;
}
