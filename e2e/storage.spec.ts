import type { Page } from '@playwright/test';
import { type ExplorerPage, openFromMenu } from './explorer-page.ts';
import { expect, test } from './test.ts';

const LONG = '#v=1&problem=one-neuron&n=400&d=20&runs=20000&limit=20000';

/** Starts a long ensemble and leaves the page after some runs; returns the number reported. */
async function leaveWithRuns(explorer: ExplorerPage, page: Page): Promise<number> {
  // One engine: background work takes every core it is allowed.
  await page.addInitScript(() => Object.defineProperty(navigator, 'hardwareConcurrency', { value: 1 }));
  await explorer.open(LONG);
  await openFromMenu(page, 'How often?');
  await page.getByTestId('ensemble-run').click();
  const progress = page.getByTestId('ensemble-progress');
  const done = async () => Number((await progress.textContent())!.replace(/,/g, '').match(/\d+/)![0]);
  await expect.poll(done).toBeGreaterThan(20);
  const told = await done();
  // An empty page of the same origin does not continue them.
  await page.route('**/left', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }),
  );
  await page.goto('/left');
  return told;
}

function storedRuns(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('twin-descent-ensembles'));
    const rows = await answer(database.transaction('runs').objectStore('runs').getAll());
    return (rows as { done: Uint8Array }[]).reduce(
      (sum, { done }) => sum + done.reduce((a, b) => a + b, 0),
      0,
    );
  });
}

// `npm test`: the harder case below, and ensemble.spec.ts, which resumes them.
test('runs that are done when the page is left are stored', { tag: '@all' }, async ({ explorer, page }) => {
  const told = await leaveWithRuns(explorer, page);
  expect(await storedRuns(page)).toBeGreaterThanOrEqual(told);
});

// In Node: app/features/ensemble/ensembles.test.ts.
test('runs that are done when the page is left are stored although an earlier saving is still on its way', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await page.addInitScript(() => {
    // The store saves but never confirms.
    const { addEventListener: listen } = IDBTransaction.prototype;
    IDBTransaction.prototype.addEventListener = function (this: IDBTransaction, ...args: unknown[]) {
      if (args[0] !== 'complete') Reflect.apply(listen, this, args);
    } as typeof listen;
  });
  const told = await leaveWithRuns(explorer, page);
  expect(await storedRuns(page)).toBeGreaterThanOrEqual(told);
});

test('whatever a person keeps in the browser is committed at once: a page that is left does not live to do it later', async ({
  explorer,
  page,
}) => {
  await page.addInitScript(() => {
    const open = new Set<IDBTransaction>();
    const seen = { begun: 0, uncommitted: () => open.size };
    Object.assign(window, { seen });
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: unknown[]) {
      const made = Reflect.apply(transaction, this, args) as IDBTransaction;
      if (made.mode === 'readwrite') {
        seen.begun++;
        open.add(made);
      }
      return made;
    } as typeof transaction;
    const { commit } = IDBTransaction.prototype;
    IDBTransaction.prototype.commit = function (this: IDBTransaction) {
      open.delete(this);
      commit.call(this);
    };
  });
  const begun = () => page.evaluate(() => (window as unknown as { seen: { begun: number } }).seen.begun);
  const uncommitted = () =>
    page.evaluate(() => (window as unknown as { seen: { uncommitted(): number } }).seen.uncommitted());
  await explorer.open('#v=1&problem=one-neuron&n=8&runs=20&limit=50');

  await openFromMenu(page, 'How often?');
  await page.getByTestId('ensemble-run').click();
  await expect(page.getByTestId('ensemble-progress')).toContainText('runs in');
  await page.locator('.drawer.ensemble').getByRole('button', { name: 'Delete' }).click();
  await explorer.idle();
  const ofRuns = await begun();
  expect(ofRuns).toBeGreaterThan(1);
  expect(await uncommitted()).toBe(0);
  await page.keyboard.press('Escape');

  await explorer.button('Share').click();
  await page.getByRole('tab', { name: 'Saved', exact: true }).click();
  await page.getByRole('button', { name: 'Save this scenario' }).click();
  await explorer.idle();
  const ofSaved = await begun();
  expect(ofSaved).toBeGreaterThan(ofRuns);
  expect(await uncommitted()).toBe(0);
  await page.getByRole('button', { name: /^Delete “/ }).click();
  await explorer.idle();
  expect(await begun()).toBeGreaterThan(ofSaved);
  expect(await uncommitted()).toBe(0);
});
