import { expect, test } from 'vitest';
import { messages } from '../../../src/ui/messages/index.ts';
import { initialDecisions, withRoles } from '../../../src/ui/state/decisions.ts';
import { roleOptions } from '../../../src/ui/steps/columns/options.ts';

const start = initialDecisions('en');

test('a cohort bundled to learn starts from the published method, a file of one’s own from the reinforced one', () => {
  expect(initialDecisions('en', true).settings.generator).toBe('avatar');
  expect(start.settings.generator).toBe('reinforced');
});

test('giving the time, the event or the arm to another column moves it; the former stays kept', () => {
  const first = withRoles(start, ['days'], 'time');
  expect(withRoles(first, ['months'], 'time').roles).toEqual({ days: 'keep', months: 'time' });
  expect(withRoles(first, ['death'], 'event').roles).toEqual({ days: 'time', death: 'event' });
  expect(withRoles(first, ['days'], 'time').roles).toEqual({ days: 'time' });
});

test('several columns may be outcomes, never several arms', () => {
  expect(withRoles(start, ['a', 'b'], 'outcome').roles).toEqual({ a: 'outcome', b: 'outcome' });
  expect(withRoles(start, ['a', 'b'], 'arm').roles).toEqual({ a: 'arm' });
  const offered = roleOptions(messages.en, true).map(({ value }) => value);
  expect(offered).toContain('outcome');
  for (const role of ['time', 'event', 'arm'] as const) {
    expect(offered).not.toContain(role);
    expect(roleOptions(messages.en).map(({ value }) => value)).toContain(role);
  }
});

test('roles of the study stand together under their heading', () => {
  const groups = roleOptions(messages.fr).map(({ group }) => group ?? '');
  expect(new Set(groups).size).toBe(3);
  expect(groups.filter((group, i) => group !== groups[i - 1])).toHaveLength(3);
});
