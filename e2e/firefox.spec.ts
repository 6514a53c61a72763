import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { FROZEN_LINKS, replayInPage } from './frozen-links.ts';
import { expect, test } from './test.ts';

const PLACES = [
  '/usr/bin/firefox',
  '/usr/bin/firefox-esr',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:/Program Files/Mozilla Firefox/firefox.exe',
];
const { FIREFOX_PATH } = process.env;
const firefox = FIREFOX_PATH ?? PLACES.find((path) => existsSync(path));

test.skip(!firefox, 'this machine has no Firefox (FIREFOX_PATH names one elsewhere)');
test.describe.configure({ mode: 'serial' });

/** One Firefox for all parts, each of which is quick. */
const PARTS = 4;
let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox!,
    headless: true,
    args: ['--no-remote'],
  });
  page = await browser.newPage();
});

test.afterAll(() => browser?.close());

for (let part = 0; part < PARTS; part++)
  test(`the frozen links have the same bits in Firefox, part ${part + 1} of ${PARTS}`, async ({
    baseURL,
  }) => {
    const rows = FROZEN_LINKS.filter((_, i) => i % PARTS === part);
    await page.goto(baseURL!);
    // Asked again and again from here: puppeteer's own waiting makes a function of text, which the page's policy refuses.
    await expect
      .poll(() => page.evaluate('(window.twinDescent?.shown("right").iterate.length ?? 0) > 0'))
      .toBe(true);
    expect(await page.evaluate(replayInPage, rows)).toEqual(rows);
  });
