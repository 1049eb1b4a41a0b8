/** The breadth of release follows the journal: taken back there, it is taken back everywhere. */
import { presetIn, type Preset } from './presets.ts';
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

/** Another breadth for the file as it is: the bounds change, the settings do not; a line of the journal says so. */
export function judgeFor(session: Session, preset: Preset): void {
  if (preset === session.preset) return;
  followBreadth(session);
  session.apply(session.decisions, { kind: 'preset', preset });
  session.preset = preset;
}
