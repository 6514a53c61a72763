import { existsSync } from 'node:fs';
import puppeteer, { type Browser } from 'puppeteer-core';

const PLACES = [
  '/usr/bin/firefox',
  '/usr/bin/firefox-esr',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:/Program Files/Mozilla Firefox/firefox.exe',
];
const { FIREFOX_PATH } = process.env;

/** Where this machine has its Firefox; undefined where it has none. */
export const firefox = FIREFOX_PATH ?? PLACES.find((path) => existsSync(path));

/** What a test that is skipped says. */
export const NO_FIREFOX = 'this machine has no Firefox (FIREFOX_PATH names one elsewhere)';

/** A Firefox of its own, with an empty profile. */
export function startFirefox(): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox!,
    headless: true,
    args: ['--no-remote'],
    // Both are there for what hangs alone.
    timeout: 150_000,
    protocolTimeout: 150_000,
  });
}
