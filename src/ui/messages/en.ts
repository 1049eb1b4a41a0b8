/** English: the shape of the catalogue. One file a screen; functions count with the speaker's own plurals. */
import type { Speaker } from '../../engine/words/words.ts';
import { columns } from './en/columns.ts';
import { frame } from './en/frame.ts';
import { home } from './en/home.ts';
import { reading } from './en/reading.ts';
import { run } from './en/run.ts';
import { settings } from './en/settings.ts';
import { leaving } from './en/leaving.ts';

export const en = (speak: Speaker) => ({
  ...frame(speak),
  home: home(speak),
  reading: reading(speak),
  columns: columns(speak),
  settings: settings(speak),
  run: run(speak),
  leaving: leaving(speak),
});

export type Messages = ReturnType<typeof en>;
