/** What a fix's button says. */
import type { Fix } from '../../engine/table/schema.ts';
import type { Messages } from '../messages/index.ts';
import { readingOptionName, readingValue } from './reading-words.ts';

export function fixLabel(fix: Fix, t: Messages): string {
  const { fixes, roles, types } = t.columns;
  switch (fix.kind) {
    case 'set-type':
      return fixes.setType(types[fix.type]);
    case 'set-role':
      if (fix.role === 'drop') return fixes.drop;
      if (fix.role === 'identifier') return fixes.identifier;
      return fix.role === 'keep' ? fixes.keep : fixes.setRole(roles[fix.role]);
    case 'as-missing':
      return fix.texts.length === 0 ? fixes.keepValues : fixes.asMissing(t.common.list(fix.texts.map(t.common.quoted)));
    case 'set-reading': {
      const option = readingOptionName(fix.option);
      return option === null ? '' : fixes.setReading(t.reading.options[option], readingValue(option, fix.value, t));
    }
    case 'merge-levels':
      return fixes.merge(t.common.list(fix.levels.map(t.common.quoted)), t.common.quoted(fix.into));
  }
}
