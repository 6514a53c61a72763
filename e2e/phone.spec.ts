import { devices } from '@playwright/test';
import { runsAll, spread } from '../scripts/tier.mjs';
import { focused } from './checks.ts';
import { expect, test } from './test.ts';

test.use({
  ...devices['Pixel 5'],
  viewport: { width: 360, height: 740 },
  defaultBrowserType: undefined,
} as never);

// app/shell/phone.browser.test.tsx.
test('under a finger a tap enlarges a map, and on the large one it sets the start; Play is at the thumb', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open();
  await expect(explorer.play).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const width = async () => Math.round((await explorer.landscape('left').boundingBox())!.width);
  await explorer.idle();
  expect(await width()).toBe(166);
  await explorer.landscape('left').tap({ position: { x: 120, y: 100 } });
  await expect.poll(width).toBe(340);
  expect((await explorer.digits('left')).iterate).toEqual([-1.6, 0.3]);
  await explorer.landscape('left').tap({ position: { x: 200, y: 60 } });
  await expect.poll(async () => (await explorer.digits('left')).iterate).not.toEqual([-1.6, 0.3]);
  await explorer.play.tap();
  await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(3);
});

test('two fingers zoom both landscapes, one finger is left to the page', async ({ explorer, page }) => {
  await explorer.open();
  // Maps move after the first picture.
  await explorer.idle();
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

const BARS = [
  ['one neuron', '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=40'],
  ['two layers', '#v=1&problem=two-layer&n=20&neurons=4&k=18'],
  ['a lecture with its bar', '#v=1&lecture=stuck&scene=1'],
] as const;

// Others, and backwards, in test:all.
for (const [name, link] of runsAll ? BARS : BARS.slice(0, 1))
  for (const key of runsAll ? ['Tab', 'Shift+Tab'] : ['Tab'])
    test(`${name}: what ${key} goes to lies under no bar (WCAG 2.4.11)`, async ({ explorer, page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await explorer.open(link);
      // A later bar would cover the focus.
      await explorer.idle();
      const names = new Set<string>();
      for (let stop = 0; stop < 60; stop++) {
        await page.keyboard.press(key);
        const at = await focused(page);
        // The browser's controls follow the last.
        if (!at) break;
        names.add(at.name);
        expect.soft(at, at.name).toMatchObject({ outlined: true, whole: true });
      }
      expect(names.size).toBeGreaterThan(12);
      expect(names).toContain('Play');
    });

test('on a phone the bar has one line, whatever is said in it', async ({ explorer, page }) => {
  for (const [width, more] of spread(
    [
      [360, '&lang=zh'],
      [360, ''],
      [360, '&hide=speed'],
      [320, ''],
    ] as const,
    2,
  )) {
    await page.setViewportSize({ width, height: 740 });
    await page.goto('about:blank');
    await page.goto(`/#v=1&c=0.01&k=2345${more}`);
    await explorer.ready('2345');
    const box = (await page.locator('.playback').boundingBox())!;
    expect(box.height, `${width} px ${more}`).toBe(56);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});
