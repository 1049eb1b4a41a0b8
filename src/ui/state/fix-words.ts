/** What a fix's button says. */
import type { Fix } from '../../engine/table/schema.ts';
import { sayDerivation } from '../../engine/words/derivation-words.ts';
import type { Speaker } from '../../engine/words/words.ts';
import type { Messages } from '../messages/index.ts';
import { clip, listFew } from './clip.ts';
import { readingOptionName, readingValue } from './reading-words.ts';

/** Findings about levels held by few rows: their merge groups them under a new name. */
const rareCodes: readonly string[] = ['E11', 'E39'];

export function fixLabel(fix: Fix, t: Messages, speak: Speaker, code = ''): string {
  const { fixes, roles, types } = t.columns;
  switch (fix.kind) {
    case 'set-type':
      return fixes.setType(types[fix.type]);
    case 'set-role':
      if (fix.role === 'drop') return fixes.drop;
      if (fix.role === 'identifier') return fixes.identifier;
      return fix.role === 'keep' ? fixes.keep : fixes.setRole(roles[fix.role]);
    case 'as-missing':
      return fix.texts.length === 0 ? fixes.keepValues : fixes.asMissing(listFew(fix.texts, t));
    case 'set-reading': {
      const option = readingOptionName(fix.option);
      return option === null ? '' : fixes.setReading(t.reading.options[option], readingValue(option, fix.value, t));
    }
    case 'merge-levels':
      return rareCodes.includes(code)
        ? fixes.group(fix.levels.length, listFew(fix.levels, t))
        : fixes.merge(listFew(fix.levels, t), t.common.quoted(clip(fix.into, 24)));
    case 'derive':
      return fixes.derive(sayDerivation(fix.derivation, speak));
    case 'underive':
      return fixes.underive(t.common.quoted(clip(fix.column, 40)));
    case 'one-row-per-patient':
      return fix.rule === null ? fixes.rowsBack : t.columns.rows[fix.rule.kind];
  }
}
