/**
 * `npm test`: runs every check in sequence, also after failures. `npm run test:all` (`--all`) runs both tiers of tests (tier.mjs). `npm
 * test -- --only vitest,e2e` runs some steps, `npm run check` the cheap ones. The last line is always `N passed, N failed`: the test cases
 * of both runners, and one per other step; skipped ones are listed above it. Nothing is retried.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { onStop } from './machine/on-stop.mjs';
import { emptyTally, readReport, tallyPlaywright, tallyVitest } from './report.mjs';
import { killTool, runTool, stopTool } from './run-tool.mjs';

const total = emptyTally();
let stoppedBy;
let reports;

const steps = {
  format: () => runStep('biome', ['check', '--linter-enabled=false', '.']),
  lint: () => runStep('biome', ['lint', '--error-on-warnings', '.']),
  types: async () => {
    // Each uses one core.
    const projects = ['engine', 'workers', 'app', '.'];
    const endings = await Promise.all(projects.map((project) => runTool('tsc', ['-p', project])));
    return tallyStep(endings.find(Boolean));
  },
  // Unit and component tests together keep all cores busy.
  vitest: async () => {
    // Loaded late, like Playwright below.
    const { ensureBrowser } = await import('./machine/find-browser.mjs');
    const skipped = [];
    try {
      ensureBrowser();
    } catch (error) {
      skipped.push(`components: ${error.message}`);
    }
    const tally = await runVitest();
    return { ...tally, skipped: [...tally.skipped, ...skipped] };
  },
  // Runs without a browser, if named by --only.
  unit: () => runVitest('--project=node*'),
  build: () => runStep('vite', ['build']),
  size: () => runStep('size', []),
  e2e: async () => {
    // A broken Playwright then costs only this step.
    const { runBrowserTests } = await import('./browser-tests.mjs');
    const path = join(reports, 'e2e.json');
    const args = ['--forbid-only', '--reporter=list,json'];
    const ending = await runBrowserTests(args, { PLAYWRIGHT_JSON_OUTPUT_FILE: path });
    return readReport(path, tallyPlaywright, ending);
  },
};
const needBuild = ['size', 'e2e'];

process.on('uncaughtException', (error) => {
  killTool();
  console.error(error);
  total.failed.push(`check: ${error.message}`);
  process.exit(close());
});

onStop((reason) => {
  stoppedBy = reason;
  stopTool();
});

const chosen = readChoice();
reports = mkdtempSync(join(tmpdir(), 'twin-descent-check-'));
let built = true;
for (const name of chosen) {
  if (stoppedBy) break;
  const tally = await measure(name);
  if (name === 'build') built = tally.failed.length === 0;
  total.passed += tally.passed;
  total.failed.push(...tally.failed.map((what) => `${name}: ${what}`));
  total.skipped.push(...tally.skipped.map((what) => `${name}: ${what}`));
}
if (stoppedBy) total.failed.push(`check: stopped by ${stoppedBy}, the steps after it did not run`);
process.exitCode = close();

/** Runs one step between heading and duration; an exception counts as one failure. */
async function measure(name) {
  console.log(`\n=== ${name}`);
  const start = performance.now();
  let tally;
  try {
    if (!built && needBuild.includes(name)) throw new Error('not run, because the build failed');
    tally = await steps[name]();
  } catch (error) {
    console.error(error.message);
    tally = tallyStep(error.message);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`=== ${name} ${tally.failed.length === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  return tally;
}

/** Runs matching projects of vitest.config.ts; without a browser, only the others. */
async function runVitest(...projects) {
  const path = join(reports, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const ending = await runTool('vitest', ['run', ...projects, '--allowOnly=false', ...reporters]);
  return readReport(path, tallyVitest, ending);
}

async function runStep(tool, args) {
  return tallyStep(await runTool(tool, args));
}

function tallyStep(failure) {
  return failure ? { ...emptyTally(), failed: [failure] } : { ...emptyTally(), passed: 1 };
}

/** Prints lists and closing line; returns the exit code. */
function close() {
  if (reports) rmSync(reports, { recursive: true, force: true });
  const { passed, failed, skipped } = total;
  console.log('');
  if (skipped.length > 0) console.log(`Skipped:\n  ${skipped.join('\n  ')}\n`);
  if (failed.length > 0) console.log(`Failed:\n  ${failed.join('\n  ')}\n`);
  console.log(`${passed} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}

/** Returns the steps to run, in order; an invalid choice counts as one failure and exits with code 2. */
function readChoice() {
  const names = Object.keys(steps);
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' }, all: { type: 'boolean' } } });
    if (values.all) process.env.TEST_TIER = 'all';
    const only = values.only?.split(',') ?? names.filter((name) => name !== 'unit');
    const unknown = only.find((name) => !names.includes(name));
    if (unknown !== undefined) throw new Error(`--only knows ${names.join(', ')}, not "${unknown}".`);
    return names.filter((name) => only.includes(name));
  } catch (error) {
    console.error(error.message);
    total.failed.push('check: its arguments');
    close();
    process.exit(2);
  }
}
