/** Recognises an export of REDCap by the names of its columns: raw, or with labels. */
import type { Finding } from '../table/schema.ts';
import { isLevels, type Table } from '../table/table.ts';

/** `history___1`, `history___2`: one question with check boxes, a column an answer. */
const box = /^(.+?)___.+$/;
/** The same with labels: `History (choice=Diabetes)`, `Antécédents (choix=HTA)`. */
const labelledBox = /^(.+?)\s*\((?:choice|choix)\s*=\s*.+\)$/i;
const events = ['redcap_event_name', 'Event Name', "Nom de l'événement", "Nom de l'évènement"];
const repeats = ['redcap_repeat_instrument', 'redcap_repeat_instance', 'Repeat Instrument', 'Repeat Instance'];
const first = ['record_id', 'study_id', 'Record ID', 'Study ID'];
const states = new Set(['0', '1', '2', 'Incomplete', 'Unverified', 'Complete', 'Incomplet', 'Non vérifié', 'Complet']);
const listed = 6;
const longestName = 1000;

/** Check boxes by question, in order of appearance. */
export function checkboxGroups(names: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const question = name.length > longestName ? undefined : (box.exec(name) ?? labelledBox.exec(name))?.[1];
    if (question === undefined) continue;
    const group = groups.get(question);
    if (group === undefined) groups.set(question, [name]);
    else group.push(name);
  }
  return groups;
}

/**
 * E110, one for the file: what in it is of REDCap. Two signs are needed, or one that is REDCap's alone
 * (`redcap_event_name`, a question with two check boxes or more): questions with check boxes, the event, repeated
 * instruments, `*_complete` columns that hold states of a form, the name of the first column.
 */
export function redcapFindings(table: Table): Finding[] {
  const names = table.columns.map(({ name }) => name);
  const groups = [...checkboxGroups(names)].filter(([, columns]) => columns.length > 1);
  const event = names.find((name) => events.includes(name));
  const complete = table.columns.filter((column) => {
    if (!/_complete$|^Complete\?(?: \(\d+\))?$|^Complet\s?\?(?: \(\d+\))?$/.test(column.name)) return false;
    return isLevels(column)
      ? column.levels.every((level) => states.has(level))
      : column.values.every((value) => Number.isNaN(value) || (value >= 0 && value <= 2 && Number.isInteger(value)));
  });
  const repeated = names.filter((name) => repeats.includes(name));
  const own = groups.length > 0 || names.some((name) => name.startsWith('redcap_'));
  const signs = [groups.length > 0, event, complete.length > 0, repeated.length > 0, first.includes(names[0] ?? '')];
  if (!own && signs.filter(Boolean).length < 2) return [];
  const eventColumn = table.columns.find(({ name }) => name === event);
  return [
    {
      code: 'E110',
      severity: 'know',
      params: {
        groups: groups.length,
        names: groups
          .slice(0, listed)
          .map(([question, columns]) => `${question} (${columns.length})`)
          .join(', '),
        boxes: groups.reduce((sum, [, columns]) => sum + columns.length, 0),
        forms: complete.length,
        events: eventColumn && isLevels(eventColumn) ? eventColumn.levels.length : 0,
        repeated: repeated.length > 0 ? 1 : 0,
        labels:
          names.some((name) => name.length <= longestName && labelledBox.test(name)) || names.includes('Event Name')
            ? 1
            : 0,
      },
    },
  ];
}
