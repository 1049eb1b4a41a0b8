/** The breadth of release follows the journal: taken back there, it is taken back everywhere. */
import { presetIn } from './presets.ts';
import type { Session } from './session.svelte.ts';

const followed = new WeakSet<Session>();

/** Starts following, once for each session; a breadth is first chosen where this is called. */
export function followBreadth(session: Session): void {
  if (followed.has(session)) return;
  followed.add(session);
  const inForce = () => presetIn(session.history.entries.slice(0, session.history.position).map(({ line }) => line));
  let seen = inForce();
  $effect.root(() => {
    $effect(() => {
      const preset = inForce();
      if (preset === seen) return;
      seen = preset;
      session.preset = preset;
    });
  });
}
