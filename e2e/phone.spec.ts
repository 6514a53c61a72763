import { devices } from '@playwright/test';
import { expect, test } from './test.ts';

test.use({
  ...devices['Pixel 5'],
  viewport: { width: 360, height: 740 },
  defaultBrowserType: undefined,
} as never);

test('on a phone the panels stack at 3:2, the bar stays at the thumb, and taps work', async ({
  explorer,
  page,
}) => {
  await explorer.open();
  const left = (await explorer.landscape('left').boundingBox())!;
  const right = (await explorer.landscape('right').boundingBox())!;
  expect(right.y).toBeGreaterThan(left.y + left.height);
  expect(left.width / left.height).toBeCloseTo(1.5, 1);
  await expect(explorer.play).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await explorer.landscape('left').tap({ position: { x: 200, y: 60 } });
  await expect.poll(async () => (await explorer.digits('left')).iterate).not.toEqual([-1.6, 0.3]);
  await explorer.play.tap();
  await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(3);
});

test('two fingers zoom both landscapes, one finger is left to the page', async ({ explorer, page }) => {
  await explorer.open();
  const box = (await explorer.landscape('left').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd'
          ? []
          : [
              { x: x - apart, y, id: 1 },
              { x: x + apart, y, id: 2 },
            ],
    });
  await touch('touchStart', 20);
  for (const apart of [30, 40, 50]) await touch('touchMove', apart);
  await touch('touchEnd', 0);
  await expect.poll(() => explorer.fragment()).toContain('view=');
  expect((await explorer.digits('left')).iterate).toEqual([-1.6, 0.3]);
});
