/** What a fix does to the decisions, and whether they say it already. Pure. */
import { isDeriveFixInForce, withDeriveFix } from '../../engine/derive/edit.ts';
import { own } from '../../engine/table/own.ts';
import type { Fix } from '../../engine/table/schema.ts';
import type { Decisions } from '../../workers/protocol.ts';
import { readingChange, withMerge, withMissing, withReadingOption, withRoles, withTypes } from './decisions.ts';

/** The decisions once a fix is applied; `null` when the fix cannot be expressed. */
export function withFix(decisions: Decisions, fix: Fix): Decisions | null {
  switch (fix.kind) {
    case 'set-role':
      return withRoles(decisions, [fix.column], fix.role);
    case 'set-type':
      return withTypes(decisions, [fix.column], fix.type);
    case 'as-missing':
      return withMissing(decisions, fix.column, fix.texts);
    case 'set-reading':
      return withReadingOption(decisions, fix.option, fix.value);
    case 'merge-levels':
      return withMerge(decisions, fix.column, { levels: fix.levels, into: fix.into });
    case 'derive':
    case 'underive':
    case 'one-row-per-patient':
      return { ...decisions, reading: withDeriveFix(decisions.reading, fix) };
  }
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && b.every((text) => a.includes(text));

/** Whether the decisions already say what this fix would do. */
export function isInForce(fix: Fix, decisions: Decisions): boolean {
  switch (fix.kind) {
    case 'set-role':
      return own(decisions.roles, fix.column) === fix.role;
    case 'set-type':
      return own(decisions.reading.types, fix.column) === fix.type;
    case 'as-missing': {
      const texts = own(decisions.reading.missing, fix.column);
      if (texts === undefined) return false;
      return fix.texts.length === 0 ? texts.length === 0 : fix.texts.every((text) => texts.includes(text));
    }
    case 'set-reading': {
      const change = readingChange(fix.option, fix.value) ?? {};
      const reading: Readonly<Record<string, unknown>> = { ...decisions.reading };
      return Object.entries(change).every(([key, value]) => reading[key] === value);
    }
    case 'merge-levels':
      return (own(decisions.reading.merge, fix.column) ?? []).some(
        ({ levels, into }) => into === fix.into && sameTexts(levels, fix.levels),
      );
    case 'derive':
    case 'underive':
    case 'one-row-per-patient':
      return isDeriveFixInForce(decisions.reading, fix);
  }
}
