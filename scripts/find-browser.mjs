import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { installPackages } from './apt-get.mjs';

const { env } = process;
const programFolders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...programFolders.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
];

/** How a browser of tests is started: without a sandbox (CI runs as root) and without calls to its maker's hosts. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Where the browser for the end-to-end tests is: the file CHROMIUM_PATH names, else a Chromium or Chrome in
 * its usual place, else the one Playwright installed; undefined when there is none.
 * @returns {string | undefined}
 * @throws when CHROMIUM_PATH names a file that does not exist.
 */
export function findBrowser() {
  if (env.CHROMIUM_PATH) {
    if (existsSync(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH names ${env.CHROMIUM_PATH}, but there is no such file.`);
  }
  return [...usualPlaces, chromium.executablePath()].find((path) => existsSync(path));
}

/**
 * Finds the browser, or installs Debian's Chromium where that needs no password.
 * @returns {string}
 * @throws an Error of one sentence that says what to install.
 */
export function ensureBrowser() {
  // A mirror sometimes fails for a moment: a second try costs little.
  for (let tries = 0; tries < 2 && !findBrowser(); tries++) installPackages(['chromium']);
  const browser = findBrowser();
  if (browser) return browser;
  throw new Error(
    'The tests found no browser: install Chromium or Chrome ' +
      '(`npx playwright install chromium` will do), or name one with CHROMIUM_PATH.',
  );
}
