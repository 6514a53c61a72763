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
