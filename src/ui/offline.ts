/** Keeps the hosted page on this computer, so that it opens without a network; the single file needs none of it. */
export function keepOffline(): void {
  if (__SINGLE__ || import.meta.env.DEV || !isSecureContext || !('serviceWorker' in navigator)) return;
  if (location.protocol !== 'https:' && location.protocol !== 'http:') return;
  const register = () => navigator.serviceWorker.register('./service-worker.js').catch(() => undefined);
  if (document.readyState === 'complete') void register();
  else addEventListener('load', () => void register(), { once: true });
}
