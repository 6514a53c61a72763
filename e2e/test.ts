import { test as base, expect } from '@playwright/test';
import { ExplorerPage } from './explorer-page.ts';

/** Every test gets an explorer, and fails on a console error or a request to another host. */
export const test = base.extend<{ explorer: ExplorerPage }>({
  explorer: async ({ page }, use) => {
    const explorer = new ExplorerPage(page);
    await use(explorer);
    expect(explorer.complaints).toEqual([]);
  },
});

export { expect };
