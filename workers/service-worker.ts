import { cacheNames } from 'workbox-core';
import { copyResponse } from 'workbox-core/copyResponse.js';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { Route, registerRoute } from 'workbox-routing';

/** A file of the build. A name that does not change has a revision. */
interface BuiltFile {
  readonly url: string;
  readonly revision: string | null;
  /** The first screen and the lectures need it. */
  readonly first?: boolean;
}

declare const self: ServiceWorkerGlobalScope;

/*
 * What the first screen and the lectures need is kept at the first visit, the rest when the page says that it has time, and whatever is
 * used; all of it is served from there. A newer version is fetched beside it, as a whole, and waits until it is told to take over, or
 * until no page of the old one is open.
 */
// Every file, put in by the build (scripts/build/offline.ts).
const files = self.__WB_MANIFEST as BuiltFile[];
const precache = new PrecacheController();
precache.addToCacheList(files);

const { scope } = self.registration;

/** Files of former versions, for pages that were opened with them; other pages of this host have caches of their own. */
const FORMER = `twin-descent-former-${scope}`;

/** Files below it have their contents in their names: a former one cannot be taken for a newer one. */
const HASHED = `${scope}assets/`;

/** Files that are kept at one word of the page. */
const SOME = 8;

/** Keeps a file of this version; throws where it cannot be had. */
async function keep({ url, revision }: BuiltFile): Promise<void> {
  const cache = await caches.open(cacheNames.precache);
  const key = precache.getCacheKeyForURL(url)!;
  if (await cache.match(key)) return;
  const response = await fetch(url, { cache: revision ? 'reload' : 'default', credentials: 'same-origin' });
  if (!response.ok) throw new Error(`expected ${url}; the host answered ${response.status}`);
  // What was led elsewhere cannot answer for an address.
  await cache.put(key, response.redirected ? await copyResponse(response) : response);
}

/** Keeps the next few files; how many are left then, 0 also where no more can be had. */
async function keepSome(): Promise<number> {
  const cache = await caches.open(cacheNames.precache);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const left = files.filter(({ url }) => !kept.has(precache.getCacheKeyForURL(url)!));
  for (const file of left.slice(0, SOME)) await keep(file);
  return Math.max(0, left.length - SOME);
}

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
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  // Who could do without a network before the newer version can do so after it.
  const isWhole = self.registration.active !== null && !connection?.saveData;
  const install = async () => {
    for (const file of files) if (isWhole || file.first) await keep(file);
  };
  event.waitUntil(install());
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

self.addEventListener('message', (event) => {
  const { data, ports } = event;
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting();
  if (data?.type !== 'KEEP') return;
  const asked: readonly string[] = data.urls;
  const work = Promise.all(
    files.filter(({ url }) => asked.includes(new URL(url, scope).href)).map((file) => keep(file)),
  ).then(() => (data.some ? keepSome() : 0));
  // Without a network, or without room, the next visit goes on.
  event.waitUntil(work.catch(() => 0).then((left) => ports[0]?.postMessage(left)));
});

// An address is a file whatever follows its question mark.
const { match } = new PrecacheRoute(precache, { ignoreURLParametersMatching: [/./] });
registerRoute(
  new Route(match, async ({ request, event, params }) => {
    const { cacheKey } = params as unknown as { cacheKey: string };
    const cache = await caches.open(cacheNames.precache);
    const kept = await cache.match(cacheKey);
    if (kept) return kept;
    const response = await fetch(request);
    // Its first use keeps it.
    if (response.ok && !response.redirected && request.method === 'GET') {
      const copy = response.clone();
      (event as ExtendableEvent).waitUntil(cache.put(cacheKey, copy).catch(() => undefined));
    }
    return response;
  }),
);
registerRoute(
  ({ url }) => url.href.startsWith(HASHED),
  async ({ request }) => (await (await caches.open(FORMER)).match(request.url)) ?? fetch(request),
);
