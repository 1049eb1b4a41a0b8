/** Takes one decision back wherever it stands in the journal: what was asked is asked again. Pure. */
import { withoutDerivation, withRowRule } from '../../engine/derive/edit.ts';
import type { Finding, Fix } from '../../engine/table/schema.ts';
import type { ColumnView, Decisions } from '../../workers/protocol.ts';
import { fileName, readingChange, withReading } from './decisions.ts';
import { isInForce } from './decisions-fix.ts';
import { asksForRows, isOpen } from './decisions-open.ts';

function withoutKey<T>(record: Readonly<Record<string, T>> | undefined, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record ?? {}).filter(([name]) => name !== key));
}

const withoutRole = (decisions: Decisions, column: string): Decisions => ({
  ...decisions,
  roles: withoutKey(decisions.roles, column),
});

function withoutReadingOf(decisions: Decisions, key: 'types' | 'missing' | 'merge', column: string): Decisions {
  const left = withoutKey<unknown>(decisions.reading[key], column);
  const { [key]: _, ...reading } = decisions.reading;
  return { ...decisions, reading: Object.keys(left).length === 0 ? reading : { ...reading, [key]: left } };
}

function withoutFix(decisions: Decisions, fix: Fix): Decisions {
  switch (fix.kind) {
    case 'set-role':
      return withoutRole(decisions, fix.column);
    case 'set-type':
      return withoutReadingOf(decisions, 'types', fix.column);
    case 'as-missing':
      return withoutReadingOf(decisions, 'missing', fix.column);
    case 'merge-levels': {
      const others = (decisions.reading.merge?.[fix.column] ?? []).filter(({ into }) => into !== fix.into);
      if (others.length === 0) return withoutReadingOf(decisions, 'merge', fix.column);
      return withReading(decisions, { merge: { ...decisions.reading.merge, [fix.column]: others } });
    }
    case 'derive':
    case 'underive':
      return { ...decisions, reading: withoutDerivation(decisions.reading, fix.column) };
    case 'one-row-per-patient':
      return { ...decisions, reading: withRowRule(decisions.reading, null) };
    case 'set-reading': {
      const change = readingChange(fix.option, fix.value) ?? {};
      const reading = Object.fromEntries(
        Object.entries(decisions.reading).filter(([key]) => !Object.hasOwn(change, key)),
      );
      return { ...decisions, reading };
    }
  }
}

/**
 * The decisions in which this finding waits for an answer again; `null` when it waits already, or never asked. The fix in
 * force goes first; then a role, then a type, given to the column by hand.
 */
export function reopened(decisions: Decisions, finding: Finding, column: ColumnView | null): Decisions | null {
  const settled = (value: Decisions) => finding.severity === 'decide' && !isOpen(finding, column, value);
  if (!settled(decisions)) return null;
  let next = decisions;
  if (asksForRows(finding)) {
    const { allRows: _, ...others } = next;
    return { ...others, reading: withRowRule(others.reading, null) };
  }
  for (const fix of finding.fixes ?? []) if (settled(next) && isInForce(fix, next)) next = withoutFix(next, fix);
  if (column !== null && settled(next)) next = withoutRole(next, column.name);
  if (column !== null && settled(next)) next = withoutReadingOf(next, 'types', fileName(column));
  return settled(next) ? null : next;
}
