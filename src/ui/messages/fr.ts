/** Français : même forme que l'anglais, vérifiée à la compilation. */
import type { Speaker } from '../../engine/words/words.ts';
import type { Messages } from './en.ts';
import { columns } from './fr/columns.ts';
import { frame } from './fr/frame.ts';
import { home } from './fr/home.ts';
import { reading } from './fr/reading.ts';
import { run } from './fr/run.ts';
import { settings } from './fr/settings.ts';
import { leaving } from './fr/leaving.ts';
import { frenchSpaces, typeset } from './typography.ts';

export const fr = (speak: Speaker): Messages =>
  typeset(
    {
      ...frame(speak),
      home: home(speak),
      reading: reading(speak),
      columns: columns(speak),
      settings: settings(speak),
      run: run(speak),
      leaving: leaving(speak),
    },
    frenchSpaces,
  );
