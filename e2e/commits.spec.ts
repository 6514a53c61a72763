import type { Page } from '@playwright/test';
import { PROBLEM_IDS } from '../engine/catalog.ts';
import { spread } from '../scripts/tier.mjs';
import { expect, test } from './test.ts';

const STEPS = 30;

/** Steps a second, below a display's frame rate. */
const SPEED = 50;

/** Most commits among them: start of the run, ends, answers, changing words. */
const FEW = 12;

interface Watched {
  /** React's commits and shown steps since the page was opened. */
  readonly commits: number;
  readonly steps: number;
  /** Updates of the measured speed, one commit each: every second on a slow machine. */
  readonly speeds: number;
}

/** Makes React report each commit, as to its developer tools, in pages opened later. */
async function watchCommits(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched = { commits: 0, steps: 0, speeds: 0 };
    Object.assign(window, {
      watched,
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        checkDCE() {},
        onCommitFiberRoot() {
          watched.commits++;
        },
        onCommitFiberUnmount() {},
        onPostCommitFiberRoot() {},
      },
    });
  });
}

const watchSteps = (page: Page) =>
  page.evaluate(() => {
    const before = window as unknown as { watched: Watched; watchers?: MutationObserver[] };
    for (const watcher of before.watchers ?? []) watcher.disconnect();
    const watched = before.watched as { steps: number; speeds: number };
    const count = (selector: string, name: keyof typeof watched) => {
      const watcher = new MutationObserver(() => {
        watched[name]++;
      });
      watcher.observe(document.querySelector(selector)!, {
        characterData: true,
        childList: true,
        subtree: true,
      });
      return watcher;
    };
    before.watchers = [count('[data-testid="step"]', 'steps'), count('.speed', 'speeds')];
  });

const read = (page: Page) => page.evaluate(() => (window as unknown as { watched: Watched }).watched);

test('a step is shown without a commit of React, whatever the problem', async ({ explorer, page }) => {
  await watchCommits(page);
  await explorer.open('#v=1&autostop=0');
  // Without reports nothing would be counted.
  expect((await read(page)).commits).toBeGreaterThan(0);
  for (const problem of spread(PROBLEM_IDS, 2))
    await test.step(problem, async () => {
      await explorer.show(`#v=1&problem=${problem}&autostop=0&speed=${SPEED}`);
      await watchSteps(page);
      const opened = await read(page);
      await explorer.play.click();
      await expect.poll(async () => (await read(page)).steps - opened.steps).toBeGreaterThanOrEqual(STEPS);
      const { commits, speeds } = await read(page);
      expect(commits - opened.commits - (speeds - opened.speeds)).toBeLessThanOrEqual(FEW);
      await explorer.pause.click();
    });
});
