/**
 * Keeps the keyboard's place when the control that had the focus goes away (a fix that is done, a button that is spent):
 * the focus goes to the `data-focus-target` of the nearest `data-focus-home` around it, else to the container.
 */
const targetOf = (home: Element): HTMLElement | null => home.querySelector<HTMLElement>('[data-focus-target]');

const isLost = (element: Element): boolean => !element.isConnected || element.matches(':disabled');

export function keepFocus(container: HTMLElement): () => void {
  let last: Element | null = null;
  let homes: Element[] = [];
  let frame = 0;

  function note({ target }: Event): void {
    if (!(target instanceof Element)) return;
    last = target;
    homes = [];
    for (let home = target.closest('[data-focus-home]'); home;) {
      homes.push(home);
      home = home.parentElement?.closest('[data-focus-home]') ?? null;
    }
  }

  function restore(): void {
    frame = 0;
    if (last === null || document.activeElement !== document.body || !isLost(last)) return;
    last = null;
    const home = homes.find((each) => each.isConnected && targetOf(each) !== null);
    (home === undefined ? container : targetOf(home)!).focus({ preventScroll: true });
  }

  const observer = new MutationObserver(() => {
    if (last !== null && isLost(last) && frame === 0) frame = requestAnimationFrame(restore);
  });
  container.addEventListener('focusin', note);
  observer.observe(container, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    container.removeEventListener('focusin', note);
  };
}
