import type { Page } from '@playwright/test';
import { PROBLEM_IDS } from '../engine/catalog.ts';
import { runsAll, spread } from '../scripts/tier.mjs';
import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './test.ts';

/** Scripts: the page, its components, drawing of maps. */
const SCRIPT = /\/assets\/index-[^/]*\.js$/;
const COMPONENTS = /\/assets\/components-[^/]*\.js$/;
const DRAWING = /\/assets\/landscape-drawing-[^/]*\.js$/;
const SIZES = [
  { width: 1280, height: 720 },
  { width: 360, height: 740 },
];

const LOOKS = ['en', 'zh'].flatMap((lang) =>
  SIZES.flatMap((size) => ['light', 'dark'].map((theme) => ({ lang, size, theme }))),
);

/** Returns the shell's texts in order; `root` is shell or page. */
const textsIn = (page: Page, root: string) =>
  page
    .locator(`${root} :is(h1, .problem-name, .question h2, .panel-head > h2, .about > p)`)
    .evaluateAll((all) =>
      all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => one.textContent),
    );

/** Blocks requests for a script until the returned function is called. */
async function hold(page: Page, script: RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(script, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/** Sums layout shifts from the first paint. The stopped clock makes the shell wait. */
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
    for (const text of [
      'Twin Descent',
      'Non-convex loss',
      'Convex relaxation',
      'One neuron’s squared error.',
    ])
      await expect(page.locator('#shell').getByText(text).first()).toBeVisible();
    await expect(page.locator('#shell .question h2')).toBeVisible();
    await expect(page.locator('#shell .plate').first()).toBeVisible();
    await expect(page.getByText('needs JavaScript')).toBeVisible();
  } finally {
    await context.close();
  }
});

// `npm test` takes two, in different looks.
for (const [i, problem] of spread(PROBLEM_IDS, 2).entries())
  test(`${problem}: the shell says what the page does, and nothing moves`, async ({ page }) => {
    await watchShifts(page);
    for (const { lang, size, theme } of runsAll ? LOOKS : [LOOKS[i % LOOKS.length]!]) {
      await page.setViewportSize(size);
      const release = await hold(page, SCRIPT);
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
  });

for (const theme of ['light', 'dark', 'projector'])
  for (const size of SIZES)
    test(`the first picture needs no components, which draw the same in its place (${theme}, ${size.width} px)`, {
      tag: theme === 'light' && size.width < 1000 ? [] : '@all',
    }, async ({ page }) => {
      await watchShifts(page);
      await page.setViewportSize(size);
      const release = await hold(page, COMPONENTS);
      const draw = await hold(page, DRAWING);
      await page.goto('about:blank');
      await page.goto(theme === 'projector' ? '#v=1&profile=projector' : `#v=1&theme=${theme}`);
      /** Colours of each shell canvas, up to a hundred. */
      const colours = () =>
        page.locator('#shell .of-side canvas').evaluateAll((all) =>
          (all as HTMLCanvasElement[]).map((canvas) => {
            const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
            return Math.min(new Set(new Uint32Array(data.buffer)).size, 100);
          }),
        );
      await expect.poll(colours).toEqual([100, 100]);
      await expect(page.locator(':root[data-pictured]')).toHaveCount(1);
      await expect(page.locator('#root > *')).toHaveCount(0);
      await page.evaluate(() => {
        const maps = (root: string) =>
          [...document.querySelectorAll<HTMLCanvasElement>(`${root} .of-side canvas`)].flatMap((canvas) => {
            const { x, y, width, height } = canvas.getBoundingClientRect();
            return [x, y, width, height, canvas.toDataURL()];
          });
        const look = () => {
          const first = maps('#shell').join();
          if (first === '') return;
          if (maps('#root').join() === first) document.documentElement.dataset.same = '';
          requestAnimationFrame(look);
        };
        look();
      });
      release();
      await expect(page.locator('#shell')).toHaveCount(0);
      await expect(page.locator('[data-same]')).toHaveCount(1);
      expect(await shifts(page)).toEqual([]);
      // The run does not wait for the maps.
      await page.getByRole('button', { name: 'Play', exact: true }).click();
      await expect(page.getByTestId('step')).not.toHaveText('0');
      draw();
      await new ExplorerPage(page).idle();
    });

test('the page says when its components fail to load; when only the rest of the maps fails, the first maps stay', async ({
  page,
}) => {
  for (const [lost, told] of [
    [COMPONENTS, 'Twin Descent could not start'],
    [DRAWING, 'This part of the page couldn’t be loaded'],
  ] as const) {
    await page.route(lost, (route) => route.abort());
    await page.goto('about:blank');
    await page.goto('');
    await expect(page.locator('#root')).toContainText(told);
    await expect(page.locator('#shell')).toHaveCount(0);
    await expect(page.locator('#root .of-side canvas[width]')).toHaveCount(lost === DRAWING ? 2 : 0);
    await page.unroute(lost);
  }
});

// Two problems: above; while playing: opening.spec.ts.
for (const link of spread(['', '#v=1&profile=projector', '#v=1&d=1&features=gauss', '#v=1&embed=1'], 2))
  test(`nothing moves at ${link || 'the bare address'}`, { tag: '@all' }, async ({ page }) => {
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
  const release = await hold(page, SCRIPT);
  await page.goto('about:blank');
  await page.goto('#v=1&blend=0.5', { waitUntil: 'commit' });
  await expect(page.locator('#shell h1')).toBeVisible();
  expect(await textsIn(page, '#shell')).toEqual(['Twin Descent', 'one neuron']);
  release();
  await expect(page.locator('#shell')).toHaveCount(0);
});
