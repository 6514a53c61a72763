import { test as base, expect as patient } from '@playwright/test';
import { ExplorerPage } from './explorer-page.ts';
import { watchPolicy } from './watch-policy.ts';

/** Milliseconds between questions of a poll; the last again and again. By itself Playwright waits a second, in which a worker rests. */
const ASKED_AFTER = [50, 100, 200];

type Poll = typeof patient.poll;

const poll: Poll = (ask, given) =>
  patient.poll(ask, {
    intervals: ASKED_AFTER,
    ...(typeof given === 'string' ? { message: given } : given),
  });

const expect = new Proxy(patient, {
  get: (all, name) => (name === 'poll' ? poll : Reflect.get(all, name)),
});

/**
 * Every test gets an explorer, and fails on a console error; whatever it opens, it fails on a request that leaves the host and on
 * anything that the content security policy refused.
 */
export const test = base.extend<{ explorer: ExplorerPage; policy: string[] }>({
  policy: [
    async ({ context }, use) => {
      // The test before may have been given some in the same context.
      await context.clearPermissions();
      const broken = await watchPolicy(context);
      await use(broken);
      expect(broken).toEqual([]);
    },
    { auto: true },
  ],
  explorer: async ({ page }, use) => {
    const explorer = new ExplorerPage(page);
    await use(explorer);
    // Playwright resumes a clock that is left stopped, without waiting: a script of that may be left in a context that is used again.
    if (explorer.isClockStopped) await page.clock.resume();
    expect(explorer.complaints).toEqual([]);
  },
});

export { expect };
