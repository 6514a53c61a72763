import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
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

test('the frozen links have the same bits in Firefox', async ({ baseURL }) => {
  test.skip(!firefox, 'this machine has no Firefox (FIREFOX_PATH names one elsewhere)');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox!,
    headless: true,
    args: ['--no-remote'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(baseURL!);
    await page.waitForFunction('window.twinDescent?.shown("right").iterate.length > 0');
    expect(await page.evaluate(replayInPage, FROZEN_LINKS)).toEqual(FROZEN_LINKS);
  } finally {
    await browser.close();
  }
});
