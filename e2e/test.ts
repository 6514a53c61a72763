import { test as base, expect as patient } from '@playwright/test';
import { ExplorerPage } from './explorer-page.ts';
import { watchPolicy } from './watch-policy.ts';

/** Milliseconds between polls; the last repeats. Playwright's default of a second wastes time. */
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

/** Every test has an explorer and fails on console errors, requests to other hosts and violations of the content security policy. */
export const test = base.extend<{ explorer: ExplorerPage; policy: string[] }>({
  policy: [
    async ({ context }, use) => {
      // An earlier test may have granted some.
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
    // Playwright resumes a stopped clock without waiting, which could leave a script in a reused context.
    if (explorer.isClockStopped) await page.clock.resume();
    expect(explorer.complaints).toEqual([]);
  },
});

export { expect };
