import { small } from './checks.ts';
import type { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './test.ts';

const OPENING = 'problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3';

/** Every kind of question row: each problem, a preset's sentence, a warning, the longest scene of each lecture. */
const ROWS: Readonly<Record<string, string>> = {
  opening: OPENING,
  'unequal rules': 'problem=one-neuron&unlock=1&rrule=adam',
  'a file that is asked for': 'problem=one-neuron&features=csv&k=2',
  'two layers': 'problem=two-layer&n=20&neurons=4',
  'the relaxation of two layers': 'problem=two-layer&n=20&neurons=4&right=relaxed',
  'the lift': 'problem=lift',
  'lecture stuck': 'lecture=stuck&scene=3',
  'lecture always': 'lecture=always&scene=7',
  'lecture optimal': 'lecture=optimal&scene=3',
};

const SCREENS = [
  [320, 640],
  [360, 740],
  [768, 1024],
  [820, 1180],
  [1024, 768],
  [1180, 820],
  [1280, 720],
  [1440, 900],
] as const;

/** Opens a link, within the page where it is open, and waits until the page has nothing left to do. */
async function visit(explorer: ExplorerPage, link: string): Promise<void> {
  await explorer.page.goto(`/#v=1&${link}`);
  await expect(explorer.page.locator('main canvas').first()).toBeVisible();
  await explorer.idle();
}

/** In parts, so that each worker has some of them. */
const ROW_PARTS = 2;

for (const [language, more] of [
  ['English', ''],
  ['Chinese', '&lang=zh'],
] as const)
  for (let part = 0; part < ROW_PARTS; part++)
    test(`nothing scrolls sideways and the maps begin within 200 px, at the desk and on a projector, in ${language}, on every width, part ${part + 1} of ${ROW_PARTS}`, async ({
      explorer,
      page,
    }) => {
      /** Looks at what is open on every screen, from one end of the list to the other. */
      async function look(name: string, screens: readonly (readonly [number, number])[]): Promise<void> {
        for (const [width, height] of screens) {
          await page.setViewportSize({ width, height });
          await explorer.idle();
          const seen = await page.evaluate(() => ({
            sideways: document.documentElement.scrollWidth - innerWidth,
            top: document.querySelector('.plate')!.getBoundingClientRect().top,
          }));
          expect.soft(seen.sideways, `${name} at ${width} px: sideways`).toBeLessThanOrEqual(0);
          if (width >= 768) expect.soft(seen.top, `${name} at ${width} px: top`).toBeLessThanOrEqual(200);
        }
      }

      const projector = page.locator('html[data-theme=projector]');
      for (const [row, link] of Object.entries(ROWS).filter((_, i) => i % ROW_PARTS === part)) {
        await visit(explorer, `${link}${more}`);
        await expect(projector).toHaveCount(0);
        await look(`${row} at the desk`, SCREENS);
        await page.keyboard.press('p');
        await expect(projector).toHaveCount(1);
        await look(`${row} on a projector`, SCREENS.toReversed());
        // What a person has chosen stays.
        await page.keyboard.press('p');
      }
    });

test('every scene of "How do you know it is optimal?" fits a projector of 1280 x 720, both verdicts with it', async ({
  explorer,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await visit(explorer, 'lecture=optimal&scene=1&profile=projector');
  for (let scene = 1; scene <= 9; scene++) {
    await expect(page.locator('.scene-count')).toHaveText(`${scene} of 9`);
    await explorer.idle();
    const seen = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.scrollHeight,
    ]);
    expect.soft(seen, `scene ${scene}`).toEqual([1280, 720]);
    if (scene < 9) await page.keyboard.press('PageDown');
  }
});

test('at 400 % and 500 % the bar takes at most a quarter of the height or scrolls away, and a drawer has the full width', async ({
  explorer,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const link of [OPENING, 'lecture=stuck&scene=2', 'problem=two-layer&n=20&neurons=4']) {
    await visit(explorer, link);
    for (const [percent, width, height] of [
      [400, 320, 256],
      [500, 256, 205],
    ] as const)
      await test.step(`${percent} %: ${link}`, async () => {
        await page.setViewportSize({ width, height });
        await explorer.idle();
        const bars = page.locator('.playback, .presenter');
        await page.evaluate(() => scrollTo(0, 0));
        for (const bar of await bars.all()) {
          const { y, height: high } = (await bar.boundingBox())!;
          expect.soft(y >= height || high <= height / 4, `${link}: ${high} px at ${y}`).toBe(true);
        }
        for (const name of ['Scenario', 'Layers', 'Explain', 'Lectures']) {
          if ((await explorer.button(name).count()) === 0) continue;
          await explorer.openFromMenu(name);
          const drawer = page.getByRole('complementary');
          await expect(drawer).toBeVisible();
          await explorer.idle();
          const sizes = await drawer.evaluate((box) => [
            box.getBoundingClientRect().width,
            box.scrollWidth - box.clientWidth,
          ]);
          expect.soft(sizes[0], `${name}: its width`).toBe(width);
          expect.soft(sizes[1], `${name}: what sticks out`).toBeLessThanOrEqual(0);
          await page.keyboard.press('Escape');
          await expect(drawer).toHaveCount(0);
        }
      });
  }
});

test.describe('under a finger', () => {
  test.use({ viewport: { width: 768, height: 1024 }, hasTouch: true, isMobile: true });

  for (const [name, link] of [
    ['one neuron', OPENING],
    ['two layers', 'problem=two-layer&n=20&neurons=4&k=18'],
    ['a lecture', 'lecture=stuck&scene=2'],
    ['what was not taken', 'problem=one-neuron&c=99999'],
  ] as const)
    test(`every target is 44 px, and the page says "Tap": ${name}`, async ({ explorer, page }) => {
      await visit(explorer, link);
      expect.soft(await small(page, 'button, select, input, summary, a', 44)).toEqual([]);
      for (const drawer of ['Scenario', 'Layers', 'Explain', 'Lectures', 'How often?']) {
        if ((await explorer.button(drawer).count()) === 0) continue;
        await explorer.openFromMenu(drawer);
        await expect(page.getByRole('complementary')).toBeVisible();
        await explorer.idle();
        const targets = '.drawer :is(button, select, input, summary)';
        expect.soft(await small(page, targets, 44), drawer).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('complementary')).toHaveCount(0);
      }
      for (const dialog of ['Share', 'Your data', 'Help']) {
        await explorer.button(dialog).tap();
        await expect(page.getByRole('dialog')).toBeVisible();
        await explorer.idle();
        const targets = '.modal :is(button, select, input, summary)';
        expect.soft(await small(page, targets, 44), dialog).toEqual([]);
        if (dialog === 'Help') {
          await expect(page.getByRole('dialog')).toContainText('Tap a landscape to place the start');
          await expect(page.getByRole('dialog')).not.toContainText(/\bclick\b/i);
        }
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
    });
});

test('with a pointer the page says "Click"', async ({ explorer, page }) => {
  await visit(explorer, OPENING);
  await explorer.openFromMenu('Help');
  await expect(page.getByRole('dialog')).toContainText('Click a landscape to place the start');
});
