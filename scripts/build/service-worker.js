/* global version, files, headers */
// Written at build time before this file: `version`, `files` to keep, `headers` for every answer.
const name = `sosie-${version}`;

self.addEventListener('install', (event) => {
  const fresh = files.map((file) => new Request(file, { cache: 'reload' }));
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(fresh)));
});

// A new version waits until no page of the old one is left (no skipWaiting): a page never mixes two builds.
self.addEventListener('activate', (event) => {
  const old = (names) => names.filter((other) => other.startsWith('sosie-') && other !== name);
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(old(names).map((other) => caches.delete(other))))
      .then(() => self.clients.claim()),
  );
});

/** Only the kept files are ever answered: the page, for any address within the app; else the file, or nothing. */
async function answer(request) {
  const cache = await caches.open(name);
  const kept = await cache.match(request.mode === 'navigate' ? './' : request, { ignoreSearch: true });
  if (!kept) return new Response('', { status: 404, headers });
  const dressed = new Headers(kept.headers);
  for (const [header, value] of Object.entries(headers)) dressed.set(header, value);
  return new Response(kept.body, { status: kept.status, headers: dressed });
}

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const ours = method === 'GET' && new URL(url).origin === self.location.origin;
  event.respondWith(ours ? answer(event.request) : Response.error());
});
