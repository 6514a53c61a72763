import type { Browser, Page } from 'puppeteer-core';
import { firefox, NO_FIREFOX, startFirefox } from './firefox-driver.ts';
import { PARTS, partOf, replayInPage } from './frozen-links.ts';
import { expect, test } from './test.ts';

test.skip(!firefox, NO_FIREFOX);
test.describe.configure({ mode: 'serial' });

let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  browser = await startFirefox();
  page = await browser.newPage();
  page.setDefaultNavigationTimeout(0);
});

test.afterAll(() => browser?.close());

for (let part = 0; part < PARTS; part++)
  test(`the frozen links have the same bits in Firefox, part ${part + 1} of ${PARTS}`, async ({
    baseURL,
  }) => {
    const rows = partOf(part);
    await page.goto(baseURL!);
    // Polled from here: puppeteer's waiting evaluates text, which the page's policy refuses.
    await expect
      .poll(() => page.evaluate('(window.twinDescent?.shown("right").iterate.length ?? 0) > 0'))
      .toBe(true);
    expect(await page.evaluate(replayInPage, rows)).toEqual(rows);
  });
