import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { replay, replayNetworks } from './e2e/replay.ts';
import { BROWSER_ARGS, findBrowser } from './scripts/find-browser.mjs';

const executablePath = findBrowser();
if (!executablePath)
  console.warn(
    'The component tests are left out: no Chromium was found. Install one, or name one with CHROMIUM_PATH.',
  );

/** What replaces a module for itself: it must not meet one that another file has loaded. */
const MOCKING = 'engine/scenario/dependent-values.test.ts';

/** The engine is pure, so that its tests share a process and what they have loaded: a third of the time goes. */
const engine: TestProjectConfiguration = {
  extends: true,
  test: { name: 'node-engine', include: ['engine/**/*.test.ts'], exclude: [MOCKING], isolate: false },
};

/** Elsewhere a file registers words and views, starts programs and replaces globals: each has a process of its own. */
const node: TestProjectConfiguration = {
  extends: true,
  test: {
    name: 'node',
    include: ['workers/**/*.test.ts', 'app/**/*.test.ts', 'docs/**/*.test.ts', MOCKING],
  },
};

/** Components that need no whole page run in a browser, each file in a page of its own. */
const browser: TestProjectConfiguration = {
  extends: true,
  plugins: [react()],
  define: { __BUILD__: JSON.stringify({ version: '0.0.0', commit: '' }) },
  publicDir: 'public',
  // What is found only while tests run makes the page load again in the middle of one.
  optimizeDeps: {
    entries: ['app/shell/main.tsx', 'workers/*.worker.ts', 'app/**/*.browser.test.tsx'],
    include: ['vitest-browser-react'],
  },
  worker: { format: 'es' },
  test: {
    name: 'browser',
    include: ['app/**/*.browser.test.tsx'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 1280, height: 720 },
      // What a page agrees with to the last digit, by the command line in Node.
      commands: {
        replay: (_, link: string, steps: number) => replay(link, steps),
        replayNetworks: (_, link: string, steps: number) => replayNetworks(link, steps),
      },
      provider: playwright({
        launchOptions: { ...(executablePath && { executablePath }), args: BROWSER_ARGS },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
};

export default defineConfig({
  test: {
    projects: executablePath ? [engine, node, browser] : [engine, node],
    // The default leaves one core for the rest; on a machine of two that is half of them.
    maxWorkers: '100%',
    // Tests count, they do not time: a limit is there for what hangs. Speed is for `npm run bench`.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
