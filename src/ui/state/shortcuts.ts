/** Keys that work everywhere. No single letters; text fields keep their own undo. */
export interface Shortcuts {
  undo(): void;
  redo(): void;
  /** The main action of the step. */
  main(): void;
  /** Whether it was taken. */
  escape(): boolean;
}

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button', 'file'].includes(target.type));

/** Listens until the returned function is called. */
export function shortcuts(actions: Shortcuts): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (event.key === 'Escape') {
      // Else the same key would close the dialog that it opens.
      if (actions.escape()) event.preventDefault();
      return;
    }
    if (!control || event.altKey) return;
    if (key === 'enter') actions.main();
    else if (writes(event.target)) return;
    else if (key === 'z') (event.shiftKey ? actions.redo : actions.undo)();
    else if (key === 'y') actions.redo();
    else return;
    event.preventDefault();
  };
  addEventListener('keydown', press);
  return () => removeEventListener('keydown', press);
}
