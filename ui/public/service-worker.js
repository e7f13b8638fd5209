// Keeps the page for places without a connection. The build puts `built` above: the files of this version and its name.
/* global self, caches, built */

/** Several pages may share an address's caches: each keeps to its own folder. */
const own = `accord ${self.registration.scope} `;
const current = own + built.version;

/** Named by content, so that a kept one is the right one; all others may have changed on the server. */
const isLasting = (url) => url.pathname.includes('/assets/');

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(current).then((cache) => cache.addAll(built.files)));
});

/** Files of older versions go once no window shows one any more. */
self.addEventListener('activate', (event) => {
  const forget = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(own) && name !== current);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(forget());
});

async function answer(request) {
  const cache = await caches.open(current);
  const wanted = request.mode === 'navigate' ? './' : request;
  const kept = () => cache.match(wanted, { ignoreSearch: true, ignoreVary: true });
  if (isLasting(new URL(request.url))) return (await kept()) ?? fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    const found = await kept();
    if (found) return found;
    throw error;
  }
}

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(self.registration.scope)) event.respondWith(answer(event.request));
});
