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

/** Debian's Chromium without parts that tests do not see: a sixth less processor time per page. */
const SHELL = '/usr/bin/chromium-headless-shell';

/**
 * Arguments of the test browsers: no sandbox (CI runs as root), no calls to the maker, the same text widths in shell and browser, and
 * WebGL without graphics card. --use-gl and --use-angle would force software drawing on every page and double the processor time.
 */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=slight',
  '--disable-font-subpixel-positioning',
  '--enable-unsafe-swiftshader',
];

/**
 * Returns the end-to-end tests' browser: CHROMIUM_PATH, else Debian's shell (unless `whole`: for timing and pictures), a Chromium or
 * Chrome in its usual place, or Playwright's; undefined without any.
 * @param {boolean} [whole]
 * @returns {string | undefined}
 * @throws when CHROMIUM_PATH names a missing file.
 */
export function findBrowser(whole = false) {
  if (env.CHROMIUM_PATH) {
    if (existsSync(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH names ${env.CHROMIUM_PATH}, but there is no such file.`);
  }
  return [...(whole ? [] : [SHELL]), ...usualPlaces, chromium.executablePath()].find((path) =>
    existsSync(path),
  );
}

/**
 * Finds the browser, or installs Debian's Chromium if that needs no password.
 * @param {boolean} [whole]
 * @returns {string}
 * @throws an Error that says what to install.
 */
export function ensureBrowser(whole = false) {
  // Mirrors sometimes fail for a moment.
  for (let tries = 0; tries < 2 && !findBrowser(whole); tries++) installPackages(['chromium']);
  const browser = findBrowser(whole);
  if (browser) return browser;
  throw new Error(
    'The tests found no browser: install Chromium or Chrome ' +
      '(`npx playwright install chromium` will do), or name one with CHROMIUM_PATH.',
  );
}
