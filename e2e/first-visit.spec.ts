import type { Page } from '@playwright/test';
import { loadShipped } from '../app/storage/lectures/find-lecture.ts';
import { SHIPPED_IDS } from '../app/storage/lectures/shipped/ids.ts';
import { runsAll } from '../scripts/tier.mjs';
import { ExplorerPage } from './explorer-page.ts';
import { firefox, NO_FIREFOX, startFirefox } from './firefox-driver.ts';
import { type Asked, firstFiles, keptFiles } from './kept-files.ts';
import { type StaticHost, startStaticHost } from './static-host.ts';
import { expect, test } from './test.ts';

test.use({ reuseContext: false, serviceWorkers: 'allow' });

const SCENE = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=12';
/** A file that only the service worker requests: holding it prolongs the installation. */
const OF_A_LECTURE = /\/stuck-/;

let host: StaticHost;
test.beforeEach(async () => {
  host = await startStaticHost();
});
test.afterEach(() => host.close());

const worker = (page: Asked) =>
  page.evaluate(`navigator.serviceWorker.getRegistration().then((one) => {
    if (!one) return 'none';
    if (one.installing) return 'installing';
    return navigator.serviceWorker.controller?.state ?? 'not in control';
  })`);

const listen = (page: Asked) =>
  page.evaluate(`(() => {
    window.told = '';
    const look = () => { window.told += document.querySelector('.update-place')?.textContent ?? ''; };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
  })()`);

/** Opens the page, reopens it during the first installation, lets that end; returns the notice's words. */
async function reopenAmidInstallation(
  page: Asked & { reload(): Promise<unknown>; goto(address: string): Promise<unknown> },
): Promise<unknown> {
  const release = host.hold(OF_A_LECTURE);
  await page.goto(`${host.base}${SCENE}`);
  await expect.poll(() => worker(page)).toBe('installing');
  await page.reload();
  await listen(page);
  expect(await worker(page)).toBe('installing');
  release();
  await expect.poll(() => worker(page)).toBe('activated');
  // Firefox registers nothing before the installation ends.
  await expect.poll(() => page.evaluate('document.querySelector(".update-place") !== null')).toBe(true);
  await expect.poll(() => page.evaluate('document.documentElement.hasAttribute("data-idle")')).toBe(true);
  return page.evaluate('window.told');
}

test('a page opened again while its first service worker installs announces no new version', {
  tag: '@all',
}, async ({ page }) => {
  expect(await reopenAmidInstallation(page)).toBe('');
});

test('the same in Firefox', { tag: '@all' }, async () => {
  test.skip(!firefox, NO_FIREFOX);
  const browser = await startFirefox();
  try {
    const page = await browser.newPage();
    page.setDefaultNavigationTimeout(0);
    expect(await reopenAmidInstallation(page)).toBe('');
  } finally {
    await browser.close();
  }
});

/** Opens the page and waits for its worker's control. */
async function visit(page: Page): Promise<ExplorerPage> {
  const explorer = new ExplorerPage(page);
  await page.goto(`${host.base}${SCENE}`);
  await explorer.ready();
  await expect.poll(() => worker(page)).toBe('activated');
  return explorer;
}

test.describe('where the person saves data', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    );
  });

  // Lectures need listed files; offline.spec.ts checks that all are stored.
  for (const id of runsAll ? SHIPPED_IDS : SHIPPED_IDS.slice(0, 1))
    test(`the lecture ${id} can be given without a network after one visit`, { tag: '@all' }, async ({
      page,
      context,
    }) => {
      const { title, scenes } = await loadShipped(id, 'en');
      const explorer = await visit(page);
      await host.close();
      await context.setOffline(true);
      // Offline, nothing more is stored: the visit's files must suffice. The browser may have cached others, which must not be requested.
      const kept = new Set(firstFiles());
      const others: string[] = [];
      page.on('request', (request) => {
        const [, file] = request.url().split('/er/');
        if (file?.startsWith('assets/') && !kept.has(file)) others.push(file);
      });
      await page.reload();
      await explorer.ready();
      await page.getByRole('button', { name: 'Lectures', exact: true }).click();
      await page.getByRole('link', { name: title }).click();
      await page.getByRole('button', { name: 'Present', exact: true }).click();
      await expect(page.locator('[data-stage]')).toBeVisible();
      const scene = () => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('scene') ?? '1';
      for (let at = 1; at <= scenes.length; at++) {
        await expect.poll(scene).toBe(String(at));
        await expect(page.locator('.scene-words .sentence')).not.toHaveText('');
        await explorer.idle();
        await page.keyboard.press('PageDown');
      }
      await page.keyboard.press('q');
      await expect(page.getByRole('dialog', { name: 'QR code of the link' })).toBeVisible();
      expect(others).toEqual([]);
      expect(explorer.complaints).toEqual([]);
    });

  test('every other file is kept with its first use', { tag: '@all' }, async ({ page, context }) => {
    const explorer = await visit(page);
    await expect(page.locator(':root[data-idle]')).toHaveCount(1);
    const kept = await keptFiles(page, host.base);
    expect(kept).toEqual(expect.arrayContaining(firstFiles()));
    expect(kept.filter((name) => /ExplainDrawer-[^.]*\.js|KaTeX/.test(name))).toEqual([]);
    await page.locator('#explain-button').click();
    await expect(page.locator('.katex').first()).toBeVisible();
    await page.evaluate(() => document.fonts.ready);

    await host.close();
    await context.setOffline(true);
    await page.reload();
    await explorer.ready();
    await page.locator('#explain-button').click();
    await expect(page.locator('.katex').first()).toBeVisible();
    expect(await page.evaluate(() => document.fonts.check('16px KaTeX_Math'))).toBe(true);
    expect(explorer.complaints).toEqual([]);
  });
});
