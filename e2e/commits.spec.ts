import type { Page } from '@playwright/test';
import { PROBLEM_IDS } from '../engine/catalog.ts';
import { spread } from '../scripts/tier.mjs';
import { expect, test } from './test.ts';

/** Steps that are watched, each shown in a frame of its own. */
const STEPS = 30;

/** Steps a second: fewer than a display has frames. */
const SPEED = 50;

/** Commits among them, at most: what starts the run, its ends, answers that come meanwhile, words that change now and then. */
const FEW = 12;

interface Watched {
  /** Commits of React, and steps that were shown, since the page was opened. */
  readonly commits: number;
  readonly steps: number;
  /** Updates of the speed reached, one commit each: every second on a machine that is too slow. */
  readonly speeds: number;
}

/** Has React tell of each commit, as it tells its developer tools, in pages that are opened from now on. */
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

/** From now on the steps that are shown are counted, and the speeds, in place of those of a problem before. */
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
  // Where React tells of none, none would be counted.
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
