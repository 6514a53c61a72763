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

/** Marks a file that replaces modules, globals or clocks, or measures memory: it has its own process. */
const OWN_PROCESS = /\bvi\.|\bglobalThis\b|\bsetFlagsFromString\b/;

/** Harmless replacements: function mocks, and frames restored at the file's end. */
const GIVEN_BACK =
  /\bvi\.(?:fn\(|unstubAllGlobals\(|stubGlobal\('(?:matchMedia|requestAnimationFrame|cancelAnimationFrame)')/g;

const PRINTER = `${import.meta.dirname}/workers/cli/replay-pieces.ts`;

/** Prints links in this process: a process each took a quarter of a second. */
async function replay<Report>({ project }: BrowserCommandContext, link: string, steps: number) {
  const { replayPieces } = await project.import<typeof import('./workers/cli/replay-pieces.ts')>(PRINTER);
  return JSON.parse([...(await replayPieces(['--link', link, '--steps', `${steps}`]))].join('')) as Report;
}

/** Longest first, so that none runs alone at the end. */
class LooksFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(specifications);
    const isLong = ({ moduleId }: TestSpecification) => /-looks\.browser/.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((one) => !isLong(one))];
  }
}

const inRoot = (path: string) => new URL(path, import.meta.url);

const ALL_ONLY = /\.all\.(?:browser\.)?test\.tsx?$/;

/** Returns tests in folders, which a copy of the project may lack. */
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
const setupFiles = ['scripts/fixed-seed.mjs'];
const node: TestProjectConfiguration = { extends: true, test: { name: 'node', include: apart, setupFiles } };

/** Others share processes and modules, which saves a third of their time. */
const shared: TestProjectConfiguration = {
  extends: true,
  test: {
    name: 'node-shared',
    include: files.filter((file) => !apart.includes(file)),
    isolate: false,
    setupFiles,
  },
};

/** Marks component tests that replace modules. */
const OWN_PAGE = /\bvi\.mock\(/;
const components = testsIn(['app'], '.browser.test.tsx');
const ownPage = components.filter((file) => OWN_PAGE.test(readFileSync(inRoot(file), 'utf8')));

/** Components in a browser with one server: some with own pages, others sharing one. */
const inBrowser: TestProjectConfiguration = {
  extends: true,
  plugins: [react()],
  define: {
    __BUILD__: JSON.stringify({ version: '0.0.0', commit: '' }),
    'process.env.TEST_TIER': JSON.stringify(process.env.TEST_TIER ?? ''),
  },
  publicDir: 'public',
  // Dependencies found during tests would reload a page.
  optimizeDeps: {
    entries: ['app/shell/main.ts', 'workers/*.worker.ts', 'app/**/*.browser.test.tsx'],
    include: [
      'vitest-browser-react/pure',
      'axe-core',
      // The engine's, loaded with a problem.
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
      // The command line in Node, with which pages must agree to the last digit.
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
    // The default leaves one core idle, half of a machine with two.
    maxWorkers: '100%',
    sequence: { sequencer: LooksFirst },
    // Limits are for hanging; `npm run bench` measures speed.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
