import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './scripts/machine/find-browser.mjs';
import { runsAll } from './scripts/tier.mjs';

/** scripts/browser-tests.mjs chooses a free port; plain `npx playwright test` uses this one. */
const port = process.env.E2E_PORT ?? '4317';
const address = `http://localhost:${port}`;
/** Folder of another build to serve. */
const folder = process.env.E2E_DIST;
const browser = findBrowser();

/** Files that open browsers of their own or many files in turn. */
const LONG = ['webkit.spec.ts', 'offline.spec.ts', 'firefox.spec.ts', 'links.spec.ts'];

const desktop = {
  browserName: 'chromium',
  viewport: { width: 1280, height: 720 },
  launchOptions: {
    ...(browser && { executablePath: browser }),
    args: BROWSER_ARGS,
  },
} as const;

/** Drives the built page, served as by a static host; the command line chooses reporters. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  testIgnore: runsAll ? [] : '*.all.spec.ts',
  ...(!runsAll && { grepInvert: /@all/ }),
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Tests also wait: one more worker than cores keeps these busy.
  workers: availableParallelism() + 1,
  retries: 0,
  // Limits for hanging only: machines may be busy.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: address,
    // A worker's tests share a context, which forgets stores, routes and emulation between them, because making one takes longer than a
    // page. Files about service worker, heap or network use one per test.
    reuseContext: true,
    // Storing the whole page takes as long as a dozen tests (e2e/offline.spec.ts allows it).
    serviceWorkers: 'block',
  },
  // Playwright orders files by name: start the longest first, because the others would wait for them.
  projects: [
    { name: 'long', testMatch: LONG, use: desktop },
    { name: 'desktop', testIgnore: [...LONG, ...(runsAll ? [] : ['*.all.spec.ts'])], use: desktop },
  ],
  webServer: {
    // node, not npx: signals must reach the server, or the port stays taken.
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort${folder ? ` --outDir ${folder}` : ''}`,
    url: address,
    reuseExistingServer: false,
  },
});
