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

/** Debian's Chromium without the parts that no test sees: a page takes a sixth less of a processor's time in it. */
const SHELL = '/usr/bin/chromium-headless-shell';

/**
 * How a browser of tests is started: without a sandbox (CI runs as root), without calls to its maker's hosts, with letters of the same
 * widths in the shell as in the whole browser, and with leave to draw WebGL without a graphics card. Flags that force it to (--use-gl,
 * --use-angle) would make it draw every page that way, which takes twice the processor's time.
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
 * Where the browser for the end-to-end tests is: the file CHROMIUM_PATH names, else Debian's shell (unless the whole browser is asked
 * for: what is timed or shown to people), a Chromium or Chrome in its usual place, or the one Playwright installed; undefined when
 * there is none.
 * @param {boolean} [whole]
 * @returns {string | undefined}
 * @throws when CHROMIUM_PATH names a file that does not exist.
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
 * Finds the browser, or installs Debian's Chromium where that needs no password.
 * @param {boolean} [whole]
 * @returns {string}
 * @throws an Error of one sentence that says what to install.
 */
export function ensureBrowser(whole = false) {
  // A mirror sometimes fails for a moment: a second try costs little.
  for (let tries = 0; tries < 2 && !findBrowser(whole); tries++) installPackages(['chromium']);
  const browser = findBrowser(whole);
  if (browser) return browser;
  throw new Error(
    'The tests found no browser: install Chromium or Chrome ' +
      '(`npx playwright install chromium` will do), or name one with CHROMIUM_PATH.',
  );
}
