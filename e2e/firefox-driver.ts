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

export const firefox = FIREFOX_PATH ?? PLACES.find((path) => existsSync(path));

export const NO_FIREFOX = 'this machine has no Firefox (FIREFOX_PATH names one elsewhere)';

/** Starts Firefox with an empty profile. */
export function startFirefox(): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox!,
    headless: true,
    args: ['--no-remote'],
    // For hanging only.
    timeout: 150_000,
    protocolTimeout: 150_000,
  });
}
