import type { Page } from '@playwright/test';
import { PROBLEM_IDS } from '../engine/catalog.ts';
import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './test.ts';

/** The page's own script. */
const SCRIPT = /\/assets\/index-[^/]*\.js$/;
const SIZES = [
  { width: 1280, height: 720 },
  { width: 360, height: 740 },
];

/** Texts that the shell shows, in their order; `root` is the shell or the page. */
const textsIn = (page: Page, root: string) =>
  page
    .locator(`${root} :is(h1, .problem-name, .question h2, .panel-head > h2, .about > p)`)
    .evaluateAll((all) =>
      all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => one.textContent),
    );

/** Answers no request for the page's script until what it returns is called. */
async function holdScript(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(SCRIPT, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/** Adds up layout shifts from the first paint on. The shell waits for the page however long that takes. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    performance.now = () => 0;
    Object.assign(window, { shifts: [] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as unknown as { value: number; sources: { node: Node | null }[] };
        const names = sources.map(({ node }) => (node as Element | null)?.className ?? node?.nodeName);
        (window as unknown as { shifts: unknown[] }).shifts.push([value, ...names]);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

const shifts = (page: Page) => page.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts);

test('without scripts the title, the question, both sides and what the page needs are read', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  try {
    const page = await context.newPage();
    await page.goto('');
    for (const text of ['Twin Descent', 'Non-convex loss', 'Convex relaxation', 'The usual squared error'])
      await expect(page.locator('#shell').getByText(text).first()).toBeVisible();
    await expect(page.locator('#shell .question h2')).toBeVisible();
    await expect(page.locator('#shell .plate').first()).toBeVisible();
    await expect(page.getByText('needs JavaScript')).toBeVisible();
  } finally {
    await context.close();
  }
});

for (const problem of PROBLEM_IDS)
  for (const lang of ['en', 'zh'])
    test(`${problem} in ${lang}: the shell says what the page does, and nothing moves`, async ({ page }) => {
      await watchShifts(page);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        for (const theme of ['light', 'dark']) {
          const release = await holdScript(page);
          await page.goto('about:blank');
          await page.goto(`#v=1&problem=${problem}&lang=${lang}&theme=${theme}`, { waitUntil: 'commit' });
          await expect(page.locator('#shell h1')).toBeVisible();
          const before = await textsIn(page, '#shell');
          expect(before.length).toBeGreaterThan(4);
          release();
          await new ExplorerPage(page).idle();
          await expect(page.locator('#shell')).toHaveCount(0);
          expect(await textsIn(page, '#root')).toEqual(expect.arrayContaining(before));
          expect(await shifts(page)).toEqual([]);
          await page.unroute(SCRIPT);
        }
      }
    });

for (const link of ['', '#v=1&profile=projector', '#v=1&embed=1', '#v=1&d=1&features=gauss'])
  test(`nothing moves at ${link || 'the bare address'}`, async ({ page }) => {
    await watchShifts(page);
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page.locator('#shell')).toHaveCount(0);
    await expect(page.locator(':root[data-idle]')).toHaveCount(1);
    expect(await shifts(page)).toEqual([]);
  });

test('fonts that never come hold nothing up', async ({ page }) => {
  await page.route(/\.woff2$/, () => undefined);
  await page.goto('about:blank');
  await page.goto('');
  await expect(page.locator('#shell')).toHaveCount(0);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.getByTestId('step')).not.toHaveText('0');
});

test('with values of its own a link gets no texts before the script has read it', async ({ page }) => {
  const release = await holdScript(page);
  await page.goto('about:blank');
  await page.goto('#v=1&blend=0.5', { waitUntil: 'commit' });
  await expect(page.locator('#shell h1')).toBeVisible();
  expect(await textsIn(page, '#shell')).toEqual(['Twin Descent', 'one neuron']);
  release();
  await expect(page.locator('#shell')).toHaveCount(0);
});
