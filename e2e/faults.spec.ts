import type { Page } from '@playwright/test';
import { runsAll } from '../scripts/tier.mjs';
import { violations } from './checks.ts';
import { type ExplorerPage, openFromMenu } from './explorer-page.ts';
import { countQuestions, hang, inflict, makeFaulty, refuseMemory } from './inject.ts';
import { expect, test } from './test.ts';

const OPENING = 'features=line&n=8&plant=1,0.2&start=-1.6,0.3&autostop=0';

const again = (page: Page) => page.getByRole('button', { name: 'Restart the engine' });

/** Returns all digits of both sides; how a run ended depends on its length. */
async function both(explorer: ExplorerPage) {
  const all = [await explorer.digits('left'), await explorer.digits('right')];
  return all.map(({ k, iterate, loss }) => ({ k, iterate, loss }));
}

/** Restarts by keyboard and waits for the same state, digit for digit. */
async function startAgain(explorer: ExplorerPage, before: unknown): Promise<void> {
  const { page } = explorer;
  await again(page).focus();
  await page.keyboard.press('Enter');
  await expect(again(page)).toHaveCount(0);
  // The button is gone: the focus moves to Play.
  await expect(explorer.play).toBeFocused();
  await expect(explorer.play).toBeEnabled();
  expect(await both(explorer)).toEqual(before);
}

async function goesOn(explorer: ExplorerPage, k: number): Promise<void> {
  await explorer.seek(k);
  expect((await explorer.digits('left')).k).toBe(k);
}

// A replacement worker's file may still be loading at the end.
test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }));

/** Expects a step's words, which are written in a frame: a stopped clock has none. */
async function expectStep(explorer: ExplorerPage, step: string): Promise<void> {
  const read = async () => {
    await explorer.page.clock.runFor(20);
    return explorer.step.textContent();
  };
  await expect.poll(read).toBe(step);
}

test.describe('the worker', () => {
  test('throws: it is told with its words, the trajectory stays, and it starts again to the same digits', async ({
    explorer,
    page,
  }) => {
    await makeFaulty(page);
    await explorer.open(`#v=1&${OPENING}&k=40`);
    await explorer.seek(60);
    const before = await both(explorer);
    await explorer.scrub.focus();
    await inflict(page, '0', 'throw');
    await expect(page.getByRole('alert')).toContainText('The engine has stopped.');
    await expect(page.getByRole('alert')).toContainText('broken on purpose');
    await expect(explorer.scrub).toBeFocused();
    await explorer.seek(12);
    await explorer.seek(60);
    expect(await both(explorer)).toEqual(before);
    expect(await violations(page)).toEqual([]);
    await startAgain(explorer, before);
    await goesOn(explorer, 90);
    explorer.complaints.length = 0;
  });

  // In Node, like all tagged tests here: app/session/run/faults.test.ts.
  test('is killed without a word: the page asks after ten seconds, and starts it again', {
    tag: '@all',
  }, async ({ explorer, page }) => {
    await makeFaulty(page);
    await page.clock.install();
    await explorer.open(`#v=1&${OPENING}&k=40`);
    const before = await both(explorer);
    await explorer.stopClock();
    await inflict(page, '0', 'end');
    await explorer.button('Step forward').click();
    await page.clock.runFor(9_000);
    await expect(again(page)).toHaveCount(0);
    await page.clock.runFor(3_000);
    await expect(page.getByText('The engine has not responded for ten seconds.')).toBeVisible();
    await page.getByRole('button', { name: 'Wait', exact: true }).click();
    await expect(again(page)).toHaveCount(0);
    await page.clock.runFor(61_000);
    await again(page).click();
    await expect(again(page)).toHaveCount(0);
    await expectStep(explorer, '41');
    await explorer.button('Step back').click();
    await expectStep(explorer, '40');
    expect(await both(explorer)).toEqual(before);
  });

  test('hangs and comes back: the question goes by itself, and nothing was ended', { tag: '@all' }, async ({
    explorer,
    page,
  }) => {
    await makeFaulty(page);
    await page.clock.install();
    await explorer.open(`#v=1&${OPENING}&k=40`);
    await explorer.stopClock();
    const comeBack = await hang(page, '0');
    await explorer.button('Step forward').click();
    await page.clock.runFor(11_000);
    await expect(page.getByText('The engine has not responded for ten seconds.')).toBeVisible();
    comeBack();
    await expect(again(page)).toHaveCount(0);
    await expectStep(explorer, '41');
    expect(page.workers()).toHaveLength(2);
  });

  test('cannot be loaded: the page stands, says so, and starts it when it can be had', async ({
    explorer,
    page,
  }) => {
    await page.route(/\/engine\.worker-[^/]*\.js/, (route) => route.abort());
    await page.goto(`/#v=1&${OPENING}&k=7`);
    await expect(page.getByRole('alert')).toContainText('The engine has stopped.');
    await page.unroute(/\/engine\.worker-[^/]*\.js/);
    await again(page).click();
    await expect(explorer.step).toHaveText('7');
    await expect(explorer.loss('left')).toHaveText(/\d/);
    await expect(again(page)).toHaveCount(0);
    explorer.complaints.length = 0;
  });

  // A missing worker: above.
  test('is refused by the browser: the page stands, and says why', { tag: '@all' }, async ({
    explorer,
    page,
  }) => {
    await page.addInitScript(() => {
      const Started = Worker;
      window.Worker = class {
        constructor() {
          throw new DOMException('no workers here', 'SecurityError');
        }
      } as unknown as typeof Worker;
      Object.assign(window, {
        mend: () => {
          window.Worker = Started;
        },
      });
    });
    await page.goto(`/#v=1&${OPENING}&k=7`);
    await expect(page.getByRole('alert')).toContainText('no workers here');
    await page.evaluate(() => (window as unknown as { mend(): void }).mend());
    await again(page).click();
    await expect(explorer.step).toHaveText('7');
    await expect(again(page)).toHaveCount(0);
  });

  // In Node: app/session/run/faults.test.ts.
  test('of the pictures throws: the run goes on, and the pictures are started again alone', {
    tag: '@all',
  }, async ({ explorer, page }) => {
    await makeFaulty(page);
    await explorer.open(`#v=1&${OPENING}&k=40`);
    await inflict(page, '1', 'throw');
    await expect(page.getByRole('alert')).toContainText('Part of the picture is missing.');
    await goesOn(explorer, 60);
    await again(page).click();
    await expect(again(page)).toHaveCount(0);
    await explorer.landscape('left').hover();
    await expect(explorer.probe('left')).toHaveText(/\d/);
    expect((await explorer.digits('left')).k).toBe(60);
    explorer.complaints.length = 0;
  });

  test('of an ensemble throws, another is killed without a word: each is replaced, and every run is counted', {
    tag: '@all',
  }, async ({ explorer, page }) => {
    await makeFaulty(page);
    // Workers 2 and 3 are then the pool's on every machine.
    await page.addInitScript(() => Object.defineProperty(navigator, 'hardwareConcurrency', { value: 2 }));
    await page.clock.install();
    await explorer.open(`#v=1&${OPENING}&runs=1000&limit=2000`);
    await openFromMenu(page, 'How often?');
    const drawer = page.locator('.drawer.ensemble');
    const progress = drawer.getByTestId('ensemble-progress');
    const table = drawer.getByTestId('ensemble-success').locator('tbody');
    await drawer.getByTestId('ensemble-run').click();
    await expect(progress).toContainText('1,000 runs in');
    // The summary comes after the runs.
    await expect(drawer.getByTestId('ensemble-two-by-two')).toContainText('1,000');
    await explorer.idle();
    const undisturbed = await table.textContent();

    // While idle: during a run the rest might finish first.
    await inflict(page, '3', 'end');
    await drawer.getByTestId('ensemble-run').click();
    await inflict(page, '2', 'throw');
    await expect(progress).not.toContainText('1,000 runs in');
    await page.clock.runFor(12_000);
    await again(page).click();
    await expect(progress).toContainText('1,000 runs in');
    await expect(table).toHaveText(undisturbed!);
    explorer.complaints.length = 0;
  });
});

test.describe('memory', () => {
  // In Node: app/session/run/faults.test.ts.
  test('that the worker cannot have: its size is told, the run stays, and goes on when there is some', {
    tag: '@all',
  }, async ({ explorer, page }) => {
    await makeFaulty(page);
    await explorer.open(`#v=1&${OPENING}&k=40`);
    const before = await both(explorer);
    await inflict(page, '0', 'memory');
    await page.evaluate(() => {
      location.hash = location.hash.replace('k=40', 'k=5000');
    });
    await expect(page.getByRole('alert')).toContainText('The page is out of memory.');
    await expect(page.getByRole('alert')).toContainText(/refused another \d+ MB of memory/);
    expect((await both(explorer)).map(({ loss }) => loss)).toEqual(before.map(({ loss }) => loss));
    await again(page).click();
    await expect(explorer.step).toHaveText('5000');
    await expect(again(page)).toHaveCount(0);
  });

  test('that the page cannot have: neither side is ahead, and the same digits come again', {
    tag: '@all',
  }, async ({ explorer, page }) => {
    await explorer.open(`#v=1&${OPENING}&k=40`);
    const before = await both(explorer);
    await refuseMemory(page, true);
    await explorer.scrub.focus();
    await explorer.setSpeed(1000);
    await explorer.play.click();
    await expect(page.getByRole('alert')).toContainText('The page is out of memory.');
    await expect(page.getByRole('alert')).toContainText('refused another 1 MB of memory');
    await refuseMemory(page, false);
    await again(page).click();
    await expect(again(page)).toHaveCount(0);
    await explorer.seek(40);
    expect(await both(explorer)).toEqual(before);
    // Steps are computed at least this far, wherever memory ran out.
    await goesOn(explorer, 120);
  });

  // The pictures' engine and other memory, in Node: app/session/run/faults.test.ts.
  test('that a picture cannot have: it is told, what was drawn stays, the run goes on, and it is drawn later', {
    tag: '@all',
  }, async ({ explorer, page }) => {
    await explorer.open(`#v=1&${OPENING}&k=40`);
    // The left may look the same on either scale: its largest excess is that of both.
    const ground = explorer.panel('right').locator('canvas').first();
    // Draw late parts first: afterwards only the link causes drawing.
    await page.waitForLoadState('networkidle');
    const before = await explorer.atRest(ground);
    await refuseMemory(page, true, 'Uint8ClampedArray');
    await page.evaluate(() => {
      location.hash += '&scale=own';
    });
    await expect(page.getByRole('alert')).toContainText('Part of the picture is missing.');
    await expect(page.getByRole('alert')).toContainText('memory ran out');
    await explorer.idle();
    expect(await explorer.pixels(ground)).toBe(before);
    await explorer.button('Step forward').click();
    await expect(explorer.step).toHaveText('41');
    await expect.poll(() => explorer.fragment()).toMatch(/k=41.*scale=own/);
    await refuseMemory(page, false, 'Uint8ClampedArray');
    await again(page).click();
    await expect(again(page)).toHaveCount(0);
    await expect.poll(() => explorer.pixels(ground)).not.toBe(before);
    await expect(explorer.step).toHaveText('41');
  });
});

test.describe('time', () => {
  test('an hour of sleep is no hour of steps', { tag: '@all' }, async ({ explorer, page }) => {
    await page.clock.install();
    await countQuestions(page);
    /** Waits until no engine owes an answer; the clock is stopped, so the page asks nothing more. */
    const answered = () =>
      expect
        .poll(() => page.evaluate(() => (window as unknown as { questions: Set<string> }).questions.size))
        .toBe(0);
    await explorer.open(`#v=1&${OPENING}&speed=20`);
    await explorer.play.click();
    await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(4);
    await explorer.stopClock();
    await answered();
    const k = Number(await explorer.step.textContent());
    // Due timers fire once, like on waking.
    await page.clock.fastForward('01:00:00');
    await page.clock.runFor(100);
    await answered();
    await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(k);
    const now = Number(await explorer.step.textContent());
    expect(now - k).toBeLessThanOrEqual(20);
    await expect(again(page)).toHaveCount(0);
    await page.clock.resume();
    await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(now);
  });

  for (const hours of [1, -1])
    test(`a clock that jumps by ${hours} h: the run plays on at its pace`, { tag: '@all' }, async ({
      explorer,
      page,
    }) => {
      await page.addInitScript(() => {
        const read = performance.now.bind(performance);
        const date = Date.now.bind(Date);
        Object.assign(window, { jump: 0 });
        const jump = () => (window as unknown as { jump: number }).jump;
        performance.now = () => read() + jump();
        Date.now = () => date() + jump();
        const frame = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (call) => frame((now) => call(now + jump()));
      });
      await explorer.open(`#v=1&${OPENING}&speed=20`);
      await explorer.play.click();
      await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(4);
      const k = Number(await explorer.step.textContent());
      await page.evaluate((by) => Object.assign(window, { jump: by }), hours * 3_600_000);
      await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(k + 10);
      // Not an hour of steps, 72,000.
      expect(Number(await explorer.step.textContent())).toBeLessThan(k + 1_000);
      await explorer.pause.click();
      await expect(explorer.play).toBeVisible();
      await explorer.idle();
      const at = await explorer.step.textContent();
      await expect(page.getByTestId('live')).toContainText(new RegExp(`\\b${at}\\b`));
    });
});

test.describe('the browser’s store', () => {
  async function save(explorer: ExplorerPage, name: string): Promise<void> {
    const { page } = explorer;
    await explorer.button('Share').click();
    await page.getByRole('tab', { name: /Saved/ }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('button', { name: 'Save this scenario' }).click();
    await expect(page.getByText(`“${name}” saved.`)).toBeVisible();
  }

  const fill = () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.add = IDBObjectStore.prototype.put;
  };

  /** Getters throw, as in a frame without origin. */
  const refuse = () => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
  };

  for (const [what, inject, words] of [
    ['full', fill, 'storage is full'],
    ['refused', refuse, 'doesn’t let this page store'],
  ] as const)
    test(`is ${what}: what was not saved is named, kept, and taken away as a file`, {
      // Without a store, in Node: app/storage/collection.test.ts.
      tag: what === 'refused' ? '@all' : [],
    }, async ({ explorer, page }) => {
      await page.addInitScript(inject);
      await explorer.open(`#v=1&${OPENING}&k=12`);
      await save(explorer, 'Twelve steps');
      const alert = page.locator('.saved-trouble');
      await expect(alert).toContainText(words);
      await expect(alert).toContainText('Not saved: “Twelve steps”.');
      await expect(page.getByRole('button', { name: 'Open “Twelve steps”' })).toBeVisible();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        alert.getByRole('button', { name: 'Download them as a file' }).click(),
      ]);
      const saved = JSON.parse(String(await (await import('node:fs/promises')).readFile(await file.path())));
      expect(JSON.stringify(saved)).toContain('Twelve steps');
      expect(JSON.stringify(saved)).toContain('k=12');

      // Lectures: below.
      if (!runsAll) return;
      await page.keyboard.press('Escape');
      const lectures = await explorer.openLectures();
      await lectures.getByRole('button', { name: 'New lecture' }).click();
      await expect(lectures.locator('.lecture-trouble')).toContainText(/Not saved: “.+”/);
      await expect(lectures.getByRole('button', { name: /^Download “.*”$/ })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

  test('is held by another tab of an older page: told, and what was saved there is kept', async ({
    explorer,
    context,
  }) => {
    const older = await context.newPage();
    await older.goto('/licences.txt');
    await older.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('twin-descent', 1);
          opening.onupgradeneeded = () => opening.result.createObjectStore('lectures', { keyPath: 'id' });
          opening.onsuccess = () => {
            // It ignores upgrades by others.
            Object.assign(window, { held: opening.result });
            resolve();
          };
        }),
    );
    await explorer.open(`#v=1&${OPENING}&k=12`);
    const lectures = await explorer.openLectures();
    await expect(lectures.locator('.lecture-trouble')).toContainText(
      'isn’t responding; another tab may be using it',
    );
    await lectures.getByRole('button', { name: 'New lecture' }).click();
    await expect(lectures.locator('.lecture-trouble')).toContainText(/Not saved: “.+”/);
    await older.close();
  });

  // In Node: app/storage/collection.test.ts.
  test('is taken away by a newer page in another tab: that goes first, and what is saved later is named', {
    tag: '@all',
  }, async ({ explorer, page, context }) => {
    await explorer.open(`#v=1&${OPENING}&k=12`);
    await save(explorer, 'Before');
    await expect(page.locator('.saved-trouble')).toHaveCount(0);
    const newer = await context.newPage();
    await newer.goto('/licences.txt');
    // It need not wait.
    const version = await newer.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('twin-descent-saved', 2);
          opening.onsuccess = () => resolve(opening.result.version);
        }),
    );
    expect(version).toBe(2);
    await page.getByRole('textbox', { name: 'Name' }).fill('After');
    await page.getByRole('button', { name: 'Save this scenario' }).click();
    await expect(page.locator('.saved-trouble')).toContainText('Not saved: “After”.');
    for (const name of ['Before', 'After'])
      await expect(page.getByRole('button', { name: `Open “${name}”` })).toBeVisible();
    await newer.close();
  });

  // In Node: app/storage/collection.test.ts.
  test('is of a newer version: told, and left as it is', { tag: '@all' }, async ({
    explorer,
    page,
    context,
  }) => {
    const newer = await context.newPage();
    await newer.goto('/licences.txt');
    await newer.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('twin-descent-saved', 99);
          opening.onupgradeneeded = () =>
            opening.result.createObjectStore('scenarios', { keyPath: 'id' }).put({ id: 'of-tomorrow' });
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        }),
    );
    await explorer.open(`#v=1&${OPENING}&k=12`);
    await save(explorer, 'Twelve steps');
    await expect(page.locator('.saved-trouble')).toContainText('A newer version of this page');
    await expect(page.locator('.saved-trouble')).toContainText('Not saved: “Twelve steps”.');
    const kept = await newer.evaluate(
      () =>
        new Promise<unknown>((resolve) => {
          const opening = indexedDB.open('twin-descent-saved');
          opening.onsuccess = () => {
            const { result } = opening;
            const read = result.transaction('scenarios').objectStore('scenarios').getAllKeys();
            read.onsuccess = () => resolve([result.version, read.result]);
          };
        }),
    );
    expect(kept).toEqual([99, ['of-tomorrow']]);
    await newer.close();
  });
});

test('in a frame without an origin, where a plain host lets no module be read, the page says so and is not blank', async ({
  explorer,
  page,
}) => {
  await page.route('**/around.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<iframe sandbox="allow-scripts" width="900" height="600" src="/#v=1&k=5"></iframe>',
    }),
  );
  await page.goto('/around.html');
  await expect(page.frameLocator('iframe').locator('body')).toContainText('Twin Descent could not start');
  explorer.complaints.length = 0;
});
