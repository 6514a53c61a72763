import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './scripts/machine/find-browser.mjs';
import { runsAll } from './scripts/tier.mjs';

/** scripts/browser-tests.mjs chooses a free port; a bare `npx playwright test` takes this one. */
const port = process.env.E2E_PORT ?? '4317';
const address = `http://localhost:${port}`;
/** Another folder than dist/ to serve, for who tests a build of their own. */
const folder = process.env.E2E_DIST;
const browser = findBrowser();

/** Each opens browsers of its own, or many files one after another. */
const LONG = ['webkit.spec.ts', 'offline.spec.ts', 'firefox.spec.ts', 'links.spec.ts'];

const desktop = {
  browserName: 'chromium',
  viewport: { width: 1280, height: 720 },
  launchOptions: {
    ...(browser && { executablePath: browser }),
    args: BROWSER_ARGS,
  },
} as const;

/** End-to-end tests drive the built page, served as a static host would; reporters come from the command line. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  testIgnore: runsAll ? [] : '*.all.spec.ts',
  ...(!runsAll && { grepInvert: /@all/ }),
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test also waits: for its page, for a second to pass. One more than there are cores keeps them busy.
  workers: availableParallelism() + 1,
  retries: 0,
  // Both are there for what hangs: a test asserts what happens and not how fast, and a machine may have other work.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: address,
    // A worker's tests share a context, which forgets between them what it stored, routed and emulated: making one takes longer than the
    // page. Where the service worker, the heap or the network of a context is the point, the file has one to a test.
    reuseContext: true,
    // Keeping the whole page would cost the time of a dozen tests (e2e/offline.spec.ts allows it).
    serviceWorkers: 'block',
  },
  // Playwright takes files by their names: what waits longest in one worker begins first, or the others would wait for it at the end.
  projects: [
    { name: 'long', testMatch: LONG, use: desktop },
    { name: 'desktop', testIgnore: [...LONG, ...(runsAll ? [] : ['*.all.spec.ts'])], use: desktop },
  ],
  webServer: {
    // node itself, not npx: a signal must reach the server, or the port stays taken.
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort${folder ? ` --outDir ${folder}` : ''}`,
    url: address,
    reuseExistingServer: false,
  },
});
