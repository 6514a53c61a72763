import { cacheNames } from 'workbox-core';
import type { PrecacheEntry } from 'workbox-precaching';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & {
  /** Every file of the build, put in by the build (vite.config.ts). */
  readonly __WB_MANIFEST: PrecacheEntry[];
};

/*
 * The whole page is kept at the first visit and served from there. A newer version is fetched beside it and waits until it is
 * told to take over, or until no page of the old one is open.
 */
const precache = new PrecacheController();
precache.addToCacheList(self.__WB_MANIFEST);

const { scope } = self.registration;

/** Files of former versions, for pages that were opened with them; other pages of this host have caches of their own. */
const FORMER = `twin-descent-former-${scope}`;

/** Files below it have their contents in their names: a former one cannot be taken for a newer one. */
const HASHED = `${scope}assets/`;

/**
 * Before the files of the version that is replaced are thrown away: a page of it may still be open (in another tab, in the middle
 * of a lecture), and what it has not loaded yet is gone from the host.
 */
async function keepFormer(): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!windows.some(({ url }) => url.startsWith(scope))) {
    await caches.delete(FORMER);
    return;
  }
  const present = new Set(precache.getURLsToCacheKeys().values());
  const [all, former] = await Promise.all([caches.open(cacheNames.precache), caches.open(FORMER)]);
  for (const request of await all.keys()) {
    if (present.has(request.url) || !request.url.startsWith(HASHED)) continue;
    const response = await all.match(request);
    if (response) await former.put(request, response);
  }
}

self.addEventListener('install', (event) => {
  precache.install(event);
});

self.addEventListener('activate', (event) => {
  const renew = async () => {
    // A browser without room for both throws: then the new version alone is kept.
    await keepFormer().catch(() => undefined);
    await precache.activate(event);
    // The page of the very first visit, too, gets its later parts from here.
    await self.clients.claim();
  };
  event.waitUntil(renew());
});

self.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// An address is a file whatever follows its question mark.
registerRoute(new PrecacheRoute(precache, { ignoreURLParametersMatching: [/./] }));
registerRoute(
  ({ url }) => url.href.startsWith(HASHED),
  async ({ request }) => (await (await caches.open(FORMER)).match(request.url)) ?? fetch(request),
);
