import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { BROWSER_ARGS, ensureBrowser } from '../machine/find-browser.mjs';
import { findFreePort } from '../machine/free-port.mjs';

export const VIEWPORT = { width: 1280, height: 720 };

/** Milliseconds until a busy page counts as hanging. */
const HANGS = 120_000;

/**
 * Waits until the page has reported itself idle (app/session/busy.ts) for three frames. Polls inside the page, because `waitForFunction`
 * does not wait for promises.
 *
 * @param {import('@playwright/test').Page} page
 */
export async function idle(page) {
  const isCalm = await page.evaluate(async (limit) => {
    const { dataset } = document.documentElement;
    const until = performance.now() + limit;
    for (let calm = 0; calm < 3; ) {
      calm = dataset.idle === undefined || document.fonts.status !== 'loaded' ? 0 : calm + 1;
      if (calm === 0 && performance.now() > until) return false;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
    return true;
  }, HANGS);
  if (!isCalm) throw new Error(`expected a page that comes to rest within ${HANGS / 1000} s; it did not`);
}

/**
 * Waits until the playing page has shown `steps` more steps.
 *
 * @param {import('@playwright/test').Page} page
 * @param {number} steps
 */
export async function played(page, steps) {
  const k = await page.evaluate(() => globalThis.twinDescent.shown('left').k);
  await page.waitForFunction((to) => globalThis.twinDescent.shown('left').k >= to, k + steps, {
    timeout: 120_000,
  });
}

let building;

/** Builds the page, once for all groups of a bench. */
export const buildOnce = () => (building ??= build({ logLevel: 'error' }));

/**
 * Builds and serves the page and opens it in headless Chromium.
 *
 * @template T
 * @param {readonly string[]} flags more flags of the browser
 * @param {(make: () => Promise<import('@playwright/test').Page>, address: string) => Promise<T>} use makes pages as needed
 * @returns {Promise<T>}
 */
export async function withPage(flags, use) {
  await buildOnce();
  const server = await preview({
    logLevel: 'silent',
    preview: { port: await findFreePort(), strictPort: true },
  });
  const browser = await chromium.launch({
    executablePath: ensureBrowser(true),
    args: [...BROWSER_ARGS, ...flags],
  });
  try {
    // Like a first visit.
    const make = () => browser.newPage({ viewport: VIEWPORT, serviceWorkers: 'block' });
    return await use(make, server.resolvedUrls?.local[0] ?? '');
  } finally {
    await browser.close();
    await server.close();
  }
}
