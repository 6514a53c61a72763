import { cacheNames } from 'workbox-core';
import { copyResponse } from 'workbox-core/copyResponse.js';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { Route, registerRoute } from 'workbox-routing';

/** Fixed names have a revision. */
interface BuiltFile {
  readonly url: string;
  readonly revision: string | null;
  /** True if the first screen and the lectures need it. */
  readonly first?: boolean;
}

declare const self: ServiceWorkerGlobalScope;

/* Caches the files of the first screen and the lectures at the first visit, the rest when the page is idle, and every used file. Serves
   all requests from the cache. A newer version is fetched completely and waits until asked to take over, or until no page of the old
   one is open. */
// Inserted by the build (scripts/build/offline.ts).
const files = self.__WB_MANIFEST as BuiltFile[];
const precache = new PrecacheController();
precache.addToCacheList(files);

const { scope } = self.registration;

/** Former versions' files for their open pages; other pages of this host have own caches. */
const FORMER = `twin-descent-former-${scope}`;

/** Folder of hashed names, which distinguish versions. */
const HASHED = `${scope}assets/`;

const SOME = 8;

/** Caches a file of this version; throws if it cannot be fetched. */
async function keep({ url, revision }: BuiltFile): Promise<void> {
  const cache = await caches.open(cacheNames.precache);
  const key = precache.getCacheKeyForURL(url)!;
  if (await cache.match(key)) return;
  const response = await fetch(url, { cache: revision ? 'reload' : 'default', credentials: 'same-origin' });
  if (!response.ok) throw new Error(`expected ${url}; the host answered ${response.status}`);
  // A redirected response cannot answer for an address.
  await cache.put(key, response.redirected ? await copyResponse(response) : response);
}

/** Caches the next files; returns the number left, 0 also if no more can be fetched. */
async function keepSome(): Promise<number> {
  const cache = await caches.open(cacheNames.precache);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const left = files.filter(({ url }) => !kept.has(precache.getCacheKeyForURL(url)!));
  for (const file of left.slice(0, SOME)) await keep(file);
  return Math.max(0, left.length - SOME);
}

/**
 * Keeps the replaced version's files: a page of it may be open (in the middle of a lecture), and its unloaded parts are gone from the
 * host.
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
  // If the old version worked offline, the new one must too.
  const isWhole = self.registration.active !== null && !connection?.saveData;
  const install = async () => {
    for (const file of files) if (isWhole || file.first) await keep(file);
  };
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  const renew = async () => {
    // Without room for both, keep the new version only.
    await keepFormer().catch(() => undefined);
    await precache.activate(event);
    // Also serve the very first visit's page.
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
  // The next visit continues without network or room.
  event.waitUntil(work.catch(() => 0).then((left) => ports[0]?.postMessage(left)));
});

// Ignore the query: the address is a file either way.
const { match } = new PrecacheRoute(precache, { ignoreURLParametersMatching: [/./] });
registerRoute(
  new Route(match, async ({ request, event, params }) => {
    const { cacheKey } = params as unknown as { cacheKey: string };
    const cache = await caches.open(cacheNames.precache);
    const kept = await cache.match(cacheKey);
    if (kept) return kept;
    const response = await fetch(request);
    // Cache on first use.
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
