import { existsSync, readdirSync, readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { BaseSequencer, type BrowserCommandContext, type TestSpecification } from 'vitest/node';
import type { Replayed, ReplayedNetworks } from './e2e/replay.ts';
import { BROWSER_ARGS, findBrowser } from './scripts/machine/find-browser.mjs';
import { runsAll } from './scripts/tier.mjs';

const executablePath = findBrowser();
if (!executablePath)
  console.warn(
    'The component tests are left out: no Chromium was found. Install one, or name one with CHROMIUM_PATH.',
  );

/** Marks a file that replaces modules, globals or clocks, or measures memory: it has a process of its own. */
const OWN_PROCESS = /\bvi\.|\bglobalThis\b|\bsetFlagsFromString\b/;

/** Harms no file beside it: mocks of functions, and stand-ins for a page's frames, which are taken away at its end. */
const GIVEN_BACK =
  /\bvi\.(?:fn\(|unstubAllGlobals\(|stubGlobal\('(?:matchMedia|requestAnimationFrame|cancelAnimationFrame)')/g;

const PRINTER = `${import.meta.dirname}/workers/cli/replay-pieces.ts`;

/** What the command line prints of a link, all of them in this process: each in one of its own took a quarter of a second. */
async function replay<Report>({ project }: BrowserCommandContext, link: string, steps: number) {
  const { replayPieces } = await project.import<typeof import('./workers/cli/replay-pieces.ts')>(PRINTER);
  return JSON.parse([...(await replayPieces(['--link', link, '--steps', `${steps}`]))].join('')) as Report;
}

/** The longest first, that none of them is left to run alone at the end; they are short to read, and by default it would be the last. */
class LooksFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(specifications);
    const isLong = ({ moduleId }: TestSpecification) => /-looks\.browser/.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((one) => !isLong(one))];
  }
}

const inRoot = (path: string) => new URL(path, import.meta.url);

/** Tests that only `npm run test:all` runs. */
const ALL_ONLY = /\.all\.(?:browser\.)?test\.tsx?$/;

/** The tests in folders, of which a copy of the project may lack one. */
const testsIn = (folders: readonly string[], ending: string) =>
  folders
    .filter((folder) => existsSync(inRoot(folder)))
    .flatMap((folder) =>
      readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith(ending) && (runsAll || !ALL_ONLY.test(name)))
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
    );

const files = testsIn(['app', 'docs', 'engine', 'workers'], '.test.ts');
const apart = files.filter((file) =>
  OWN_PROCESS.test(readFileSync(inRoot(file), 'utf8').replace(GIVEN_BACK, '')),
);
const node: TestProjectConfiguration = { extends: true, test: { name: 'node', include: apart } };

/** All others share processes, and what these have loaded: a third of their time goes. */
const shared: TestProjectConfiguration = {
  extends: true,
  test: { name: 'node-shared', include: files.filter((file) => !apart.includes(file)), isolate: false },
};

/** Marks a component test that replaces modules. */
const OWN_PAGE = /\bvi\.mock\(/;
const components = testsIn(['app'], '.browser.test.tsx');
const ownPage = components.filter((file) => OWN_PAGE.test(readFileSync(inRoot(file), 'utf8')));

/** Components that need no whole page run in a browser, all served by one server: some each in a page of its own, all others share theirs. */
const inBrowser: TestProjectConfiguration = {
  extends: true,
  plugins: [react()],
  define: {
    __BUILD__: JSON.stringify({ version: '0.0.0', commit: '' }),
    'process.env.TEST_TIER': JSON.stringify(process.env.TEST_TIER ?? ''),
  },
  publicDir: 'public',
  // What is found only while tests run makes the page load again in the middle of one.
  optimizeDeps: {
    entries: ['app/shell/main.ts', 'workers/*.worker.ts', 'app/**/*.browser.test.tsx'],
    include: [
      'vitest-browser-react/pure',
      'axe-core',
      // The engine's, which loads with a problem: found late, they would reload a test.
      '@stdlib/math-base-special-atan2',
      '@stdlib/math-base-special-cos',
      '@stdlib/math-base-special-ln',
      '@stdlib/math-base-special-sin',
    ],
  },
  worker: { format: 'es' },
  test: {
    setupFiles: ['app/shell/empty-stores.test.tsx'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 1280, height: 720 },
      // What a page agrees with to the last digit, by the command line in Node.
      commands: {
        replay: (context, link: string, steps: number) => replay<Replayed>(context, link, steps),
        reduceMotion: (context, isReduced: boolean) =>
          context.page.emulateMedia({ reducedMotion: isReduced ? 'reduce' : null }),
        replayNetworks: (context, link: string, steps: number) =>
          replay<ReplayedNetworks>(context, link, steps),
      },
      provider: playwright({
        launchOptions: { ...(executablePath && { executablePath }), args: BROWSER_ARGS },
      }),
      instances: [
        {
          browser: 'chromium',
          name: 'browser',
          include: components.filter((file) => !ownPage.includes(file)),
          isolate: false,
        },
        { browser: 'chromium', name: 'browser-apart', include: ownPage },
      ],
    },
  },
};

export default defineConfig({
  test: {
    projects: executablePath ? [shared, node, inBrowser] : [shared, node],
    // The default leaves one core for the rest; on a machine of two that is half of them.
    maxWorkers: '100%',
    sequence: { sequencer: LooksFirst },
    // Tests count, they do not time: a limit is there for what hangs. Speed is for `npm run bench`.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
