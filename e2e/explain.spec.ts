import type { Locator } from '@playwright/test';
import { spread } from '../scripts/tier.mjs';
import type { ExplorerPage } from './explorer-page.ts';
import { idle } from './idle.ts';
import { expect, test } from './test.ts';

const OPENING = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3';

const drawerOf = (explorer: ExplorerPage) =>
  explorer.page.getByRole('complementary', { name: 'Explanation' });

async function openExplanation(explorer: ExplorerPage): Promise<Locator> {
  await explorer.openFromMenu('Explain');
  const drawer = drawerOf(explorer);
  await expect(drawer.locator('.katex').first()).toBeVisible();
  return drawer;
}

test('KaTeX comes with the explanation, not before; while it plays the numbers follow calmly', async ({
  explorer,
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await explorer.open(`${OPENING}&autostop=0&k=0`);
  await explorer.idle();
  const before = asked.filter((url) => /explain|katex|SpaceView/i.test(url));
  expect(before).toEqual([]);
  const drawer = await openExplanation(explorer);
  await expect.poll(() => asked.filter((url) => /katex.*woff2/i.test(url)).length).toBeGreaterThan(0);
  expect(asked.some((url) => /ExplainDrawer.*\.js/.test(url))).toBe(true);
  expect(await drawer.locator('math').count()).toBeGreaterThan(10);
  await expect(drawer.locator('.katex-error')).toHaveCount(0);

  await drawer.getByRole('tab', { name: 'This step' }).click();
  await expect(page.getByTestId('this-step')).toHaveAttribute('data-k', '0');
  await page.evaluate(() => {
    const section = document.querySelector('[data-testid="this-step"]')!;
    const seen: number[] = [];
    (window as unknown as { seen: number[] }).seen = seen;
    new MutationObserver(() => seen.push(performance.now())).observe(section, {
      attributes: true,
      attributeFilter: ['data-k'],
    });
  });
  await explorer.setSpeed(50);
  await explorer.play.click();
  const read = () => page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  await expect.poll(async () => (await read()).length).toBeGreaterThan(3);
  // Four readings a second, however long the run plays, besides the immediate one at a pause.
  const seen = await read();
  await explorer.pause.click();
  await explorer.idle();
  const pace = (seen.at(-1)! - seen[0]!) / (seen.length - 1);
  expect(pace).toBeGreaterThanOrEqual(150);
  await expect(page.getByTestId('this-step')).toHaveAttribute('data-k', (await explorer.step.textContent())!);
});

// The marks in Node: app/features/explain/marks.test.ts.
test('in space halos and arrows lie on the landscapes', { tag: '@all' }, async ({ explorer, page }) => {
  await explorer.open(`${OPENING}&k=2&solid=1`);
  const canvas = explorer.panel('right').locator('canvas').first();
  await openExplanation(explorer);
  const seen = new Set([await explorer.atRest(canvas)]);
  // Each on flat maps: app/features/explain/ExplainDrawer.browser.test.tsx.
  for (const mark of spread(['plant', 'right', 'start', 'difference', 'slope-right'], 2)) {
    await page.getByTestId(`symbol-${mark}`).click();
    await page.mouse.move(640, 20);
    await expect.poll(async () => seen.has(await explorer.pixels(canvas))).toBe(false);
    seen.add(await explorer.pixels(canvas));
    await page.getByTestId(`symbol-${mark}`).click();
    await page.mouse.move(640, 20);
  }
  // The driver complains about reading a picture.
  const others = explorer.complaints.filter((words) => !words.includes('GPU stall due to ReadPixels'));
  explorer.complaints.splice(0, Number.POSITIVE_INFINITY, ...others);
});

// app/features/drawers-looks.browser.test.tsx.
test('a phone has the picture above the sheet, and nothing runs out of it', { tag: '@all' }, async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 740 }, hasTouch: true });
  const page = await context.newPage();
  await page.goto(`/${OPENING}&k=3`);
  await page.locator('#more-button').tap();
  await page.getByRole('button', { name: 'Explain', exact: true }).tap();
  const star = page.getByTestId('symbol-plant');
  await star.tap();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  const plate = page.getByTestId('left').locator('.plate');
  await expect
    .poll(async () => {
      const [picture, sheet] = await Promise.all([
        plate.boundingBox(),
        page.getByRole('complementary', { name: 'Explanation' }).boundingBox(),
      ]);
      return picture!.y >= 0 && picture!.y + 0.8 * picture!.height <= sheet!.y;
    })
    .toBe(true);
  await star.tap();
  await expect(star).toHaveAttribute('aria-pressed', 'false');
  expect((await star.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  const wider = async () => {
    await idle(page);
    return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  };
  expect(await wider()).toBe(false);
  for (const part of ['This step', 'Sources']) {
    await page.getByRole('tab', { name: part }).tap();
    expect(await wider()).toBe(false);
  }
  const drawer = page.getByRole('complementary', { name: 'Explanation' });
  expect(await drawer.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(false);
  await context.close();
});
