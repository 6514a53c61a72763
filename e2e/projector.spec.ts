import type { Locator, Page } from '@playwright/test';
import { runsAll, spread } from '../scripts/tier.mjs';
import { focused, violations } from './checks.ts';
import { expect, test } from './test.ts';

/** Scenes legible from the last row: projector link and contents. */
const SCENES = {
  'one neuron': '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=76&profile=projector',
  'twenty weights': '#v=1&features=gauss&n=60&d=20&seed=8&sseed=8&k=40&profile=projector',
  'two layers': '#v=1&problem=two-layer&neurons=3&c=2&k=40&profile=projector',
  'the lift': '#v=1&problem=lift&start=1.5,0.25&k=20&profile=projector',
};

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];

const fontSize = (text: Locator) =>
  text.evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));

/** Lists texts below axe's 7:1. */
const weakTexts = (page: Page) => violations(page, ['color-contrast-enhanced']);

for (const size of runsAll ? SIZES : SIZES.slice(0, 1))
  test.describe(`at ${size.width}x${size.height}`, () => {
    test.use({ viewport: size });

    test('words are half as large again as on the desk, and no button’s are smaller', async ({
      explorer,
      page,
    }) => {
      const words = () => ({
        verdict: explorer.verdict('left'),
        side: explorer.panel('left').getByRole('heading'),
        loss: explorer.loss('left'),
        step: explorer.step,
      });
      const buttons = page.locator('.header nav button span:not(.visually-hidden)');
      const measure = async () => ({
        ...Object.fromEntries(
          await Promise.all(
            Object.entries(words()).map(async ([name, text]) => [name, await fontSize(text)]),
          ),
        ),
        buttons: await buttons.evaluateAll((all) =>
          all.map((node) => Number.parseFloat(getComputedStyle(node).fontSize)),
        ),
      });
      await explorer.open(SCENES['one neuron'].replace('&profile=projector', ''));
      await explorer.idle();
      const desk = (await measure()) as Record<string, number> & { buttons: number[] };
      await explorer.openFromMenu('Projector');
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
      await explorer.idle();
      expect(explorer.fragment()).toContain('profile=projector');
      const projector = (await measure()) as Record<string, number> & { buttons: number[] };
      for (const name of Object.keys(words()))
        expect(projector[name]! / desk[name]!, name).toBeGreaterThanOrEqual(1.5 - 1e-9);
      expect(projector.buttons.length).toBeGreaterThanOrEqual(desk.buttons.length);
      for (const [i, size] of desk.buttons.entries())
        expect(projector.buttons[i]).toBeGreaterThanOrEqual(size);
      await expect(page.locator('.subtitle')).toBeInViewport({ ratio: 1 });
      expect(await page.locator('.subtitle').evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
    });

    test('nothing that matters is below the fold, no verdict is cut, and every text has a contrast of 7:1', async ({
      explorer,
      page,
    }) => {
      await explorer.open('#v=1&profile=projector');
      for (const [scene, link] of runsAll ? Object.entries(SCENES) : Object.entries(SCENES).slice(0, 1)) {
        await explorer.show(link);
        for (const side of ['left', 'right'] as const) {
          const verdict = explorer.verdict(side);
          await expect(verdict, scene).toBeInViewport({ ratio: 1 });
          const [over, below] = await verdict.evaluate((node) => [
            node.scrollWidth - node.clientWidth,
            node.scrollHeight - node.clientHeight,
          ]);
          expect(over, scene).toBe(0);
          expect(below, scene).toBeLessThanOrEqual(3);
        }
        for (const canvas of await page.locator('main canvas').all())
          if (await canvas.isVisible()) await expect(canvas, scene).toBeInViewport({ ratio: 1 });
        await expect(explorer.play, scene).toBeInViewport({ ratio: 1 });
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        expect(height, scene).toBeLessThanOrEqual(size.height);

        expect.soft(await weakTexts(page), scene).toEqual([]);
        const drawer = await explorer.openDrawer();
        expect.soft(await weakTexts(page), `${scene}, with its drawer`).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(drawer).toHaveCount(0);
      }
    });
  });

/**
 * Returns every drawing's pixels and every element's colours and font size, but for the notice of newer versions, made 2.5 s after the
 * page.
 */
function seen(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    ...[...document.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()),
    ...[...document.querySelectorAll('html, body, #root, #root *')].map((node) => {
      const { color, backgroundColor, borderColor, fontSize, colorScheme } = getComputedStyle(node);
      return [node.tagName, color, backgroundColor, borderColor, fontSize, colorScheme].join(' ');
    }),
  ]);
}

test('the picture is the same whatever the system’s and the scenario’s theme', async ({ explorer, page }) => {
  const pictures: string[][] = [];
  for (const [scheme, theme] of spread(
    [
      ['light', ''],
      ['dark', ''],
      ['light', '&theme=dark'],
      ['dark', '&theme=dark'],
    ] as const,
    2,
  )) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto('about:blank');
    await explorer.open(`${SCENES['one neuron']}${theme}`);
    await expect(explorer.verdict('right')).toHaveText('Reached the star at step 76.');
    await explorer.idle();
    pictures.push(await seen(page));
  }
  expect(pictures[0]!.length).toBeGreaterThan(100);
  for (const other of pictures.slice(1)) expect(other).toEqual(pictures[0]);
});

// P: hands.spec.ts; button and link: above.
test('P and the button turn the projector on and off, and the link says so', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await explorer.open();
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('p');
  await expect(root).toHaveAttribute('data-theme', 'projector');
  await expect.poll(() => new URL(page.url()).hash).toContain('profile=projector');
  await page.keyboard.press('p');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect.poll(() => new URL(page.url()).hash).not.toContain('profile=projector');
  await explorer.openFromMenu('Projector');
  await expect(root).toHaveAttribute('data-theme', 'projector');
});

test('on a low projector the presenter’s bar takes no height from the maps', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await explorer.open('#v=1&lecture=stuck&scene=3&profile=projector');
  const bar = page.getByRole('navigation', { name: /^Lecture/ });
  await expect(bar).toBeVisible();
  await explorer.idle();
  const box = async (locator: Locator) => (await locator.boundingBox())!;
  expect((await box(bar)).y).toBeGreaterThanOrEqual((await box(page.locator('.playback'))).y - 1);
  expect((await box(bar)).x + (await box(bar)).width).toBeLessThanOrEqual(
    (await box(page.locator('.playback'))).x + 1,
  );
  expect((await box(explorer.scrub)).width).toBeGreaterThan(150);
  expect((await box(explorer.landscape('left'))).height).toBeGreaterThan(270);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(720);
  for (const button of [...(await bar.getByRole('button').all()), explorer.play])
    await expect(button).toBeInViewport({ ratio: 1 });
});

/** Lists elements that end beyond a point, overlap neighbours or are covered. */
async function covered(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1)
      .flatMap((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        const middle = (top + bottom) / 2;
        // Elements without pointer events let one through.
        const isSeen = (x: number) => {
          const at = document.elementFromPoint(x, middle);
          return at !== null && (one.contains(at) || at.contains(one));
        };
        const places = [left + 2, (left + right) / 2, right - 2];
        const name = `${one.tagName} ${one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 30)}`;
        return places.every(isSeen) ? [] : [`${name}: ${left} to ${right}, at ${middle}`];
      }),
  );
}

/** Drawers: link, opening action, screen. */
const DRAWERS = spread(
  [
    ['#v=1&profile=projector&k=5', 'Explain', 1280, 720],
    ['#v=1&problem=two-layer&profile=projector&k=5', 'Lectures', 1280, 720],
    ['#v=1&profile=projector&k=5', 'Scenario', 1366, 768],
    ['#v=1&profile=projector&k=5', 'Explain', 1440, 900],
    ['#v=1&profile=projector&k=5', 'Layers', 1600, 900],
    ['#v=1&profile=projector&k=5', 'Explain', 1920, 800],
    ['#v=1&profile=projector&k=5&d=1', 'Explain', 1280, 720],
    ['#v=1&profile=projector&k=5', 'Explain', 1024, 768],
    ['#v=1&profile=projector&k=5', 'Scenario', 800, 600],
    ['#v=1&lecture=optimal&scene=6&profile=projector', 'Explain', 1280, 720],
    // 1280 px at 150 %, and other desks.
    ['#v=1&k=5', 'Explain', 853, 600],
    ['#v=1&problem=two-layer&k=5', 'Scenario', 900, 700],
    ['#v=1&k=5&d=5', 'How often?', 999, 700],
    ['#v=1&lecture=stuck&scene=3&k=5', 'Lectures', 800, 700],
  ] as const,
  2,
);
/** In parts, each with its own page. */
const PART = 5;

for (let from = 0; from < DRAWERS.length; from += PART)
  test(`a drawer stands beside the page, part ${1 + from / PART}`, { tag: '@all' }, async ({
    explorer,
    page,
  }) => {
    await explorer.open('#v=1&profile=projector&k=5');
    for (const [link, name, width, height] of DRAWERS.slice(from, from + PART))
      await test.step(`the drawer ${name} at ${width}x${height}: ${link}`, async () => {
        await page.setViewportSize({ width, height });
        // A lecture keeps the page's profile.
        if (!link.includes('projector')) await explorer.show('#v=1');
        await explorer.show(link);
        await explorer.ready();
        await expect(page.locator('html[data-theme=projector]')).toHaveCount(
          link.includes('projector') ? 1 : 0,
        );
        await page.evaluate(() => scrollTo(0, 0));
        await explorer.openFromMenu(name);
        const drawer = page.locator('.drawer');
        await expect(drawer).toBeVisible();
        await explorer.idle();
        const edge = (await drawer.boundingBox())!.x;
        // Visible without scrolling, and not small: both maps, verdicts, step.
        const maps = await page.locator('main').locator('.surface, .neurons, .coordinates .plate').all();
        expect(maps.length).toBeGreaterThan(0);
        for (const map of maps) {
          await expect(map).toBeInViewport({ ratio: 1 });
          expect((await map.boundingBox())!.height).toBeGreaterThan(height < 700 ? 140 : 165);
        }
        const bars = (await page.locator('.presenter, .playback').first().boundingBox())!.y;
        for (const said of [explorer.verdict('left'), explorer.verdict('right')]) {
          const { y, height: high } = (await said.boundingBox())!;
          expect(y + high).toBeLessThanOrEqual(bars + 1);
        }
        await expect(explorer.step).toBeInViewport({ ratio: 1 });
        // Nothing reaches under the drawer, and all can be scrolled to.
        const parts =
          '.plates > *, .curves > *, .playback > *, .header, .header button, .presenter button, .question > *';
        const beyond = await page
          .locator(parts)
          .evaluateAll(
            (all, edge) =>
              all
                .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > edge + 0.5)
                .map((one) => `${one.className} ${one.getBoundingClientRect().right}`),
            edge,
          );
        expect(beyond).toEqual([]);
        expect(
          await covered(page, '.header button, .playback :is(button, select, input), .presenter button'),
        ).toEqual([]);
        // Backwards from the drawer through the page: each focused element is fully visible.
        const obscured: string[] = [];
        for (let i = 0; i < 40; i++) {
          await page.keyboard.press('Shift+Tab');
          const now = await focused(page);
          if (!now) break;
          if (!now.uncovered) obscured.push(now.name);
        }
        expect(obscured).toEqual([]);
        // Start the next without drawer and focus.
        await drawer.getByRole('button', { name: 'Close', exact: true }).click();
        await expect(drawer).toHaveCount(0);
      });
  });

test('beside a drawer the maps and one curve keep the first screen; the rest goes below, and back', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await explorer.open('#v=1&profile=projector&k=5');
  await explorer.idle();
  const third = [page.getByTestId('data'), page.locator('.curves > :nth-child(3)')];
  const before = await Promise.all(third.map((one) => one.boundingBox()));
  const map = await explorer.landscape('right').boundingBox();
  await page.locator('#explain-button').click();
  await expect(page.locator('.drawer')).toBeVisible();
  await explorer.idle();
  // A drawer takes the data's room, then two curves', never the maps'.
  expect(await explorer.landscape('right').boundingBox()).toMatchObject({ x: map!.x, width: map!.width });
  const curve = (await page.locator('.curves > :first-child').boundingBox())!;
  expect(curve.y + curve.height).toBeLessThanOrEqual((await page.locator('.playback').boundingBox())!.y + 1);
  for (const one of third) {
    await one.scrollIntoViewIfNeeded();
    await expect(one).toBeInViewport();
    expect((await one.boundingBox())!.y).toBeGreaterThan((await explorer.verdict('left').boundingBox())!.y);
    expect((await one.boundingBox())!.width).toBeGreaterThan(380);
  }
  // A data symbol scrolls to the data, a map symbol to the map.
  const kept = page.locator('.drawer .chip');
  await page.evaluate(() => scrollTo(0, 0));
  await kept.filter({ hasText: 'z' }).first().click();
  await expect(page.getByTestId('data').locator('canvas').first()).toBeInViewport({ ratio: 0.9 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('.drawer')).toHaveCount(0);
  await page.evaluate(() => scrollTo(0, 0));
  await explorer.idle();
  expect(await Promise.all(third.map((one) => one.boundingBox()))).toEqual(before);
});

test('the choice of the neuron covers nothing of its map, nor does the key of the circle', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open('#v=1&problem=two-layer&k=20&profile=projector');
  for (const [link, width, height] of spread(
    [
      ['#v=1&problem=two-layer&k=20&profile=projector', 1280, 720],
      ['#v=1&problem=two-layer&k=20&profile=projector', 1024, 768],
      ['#v=1&problem=two-layer&k=20', 1280, 720],
    ] as const,
    2,
  )) {
    await page.setViewportSize({ width, height });
    await explorer.show(link);
    await expect(explorer.step).toHaveText('20');
    const bottom = async (one: Locator) => {
      const { y, height } = (await one.boundingBox())!;
      return y + height;
    };
    const map = (await page.getByTestId('neuron').locator('.surface').boundingBox())!;
    expect(await bottom(page.locator('.neuron-choice'))).toBeLessThanOrEqual(map.y + 0.5);
    expect(await bottom(explorer.panel('left').locator('.panel-head'))).toBeLessThanOrEqual(
      (await page.locator('.neuron-choice').boundingBox())!.y + 0.5,
    );
    if (link.includes('projector'))
      expect(await bottom(page.locator('.circle-key summary'))).toBeLessThanOrEqual(
        (await page.getByTestId('circle').boundingBox())!.y + 4,
      );
  }
});

test('a long dialog fits a projector, its last line too', { tag: '@all' }, async ({ explorer, page }) => {
  await explorer.open('#v=1&profile=projector');
  for (const [width, height] of spread(
    [
      [1280, 720],
      [1920, 1080],
      [1024, 768],
    ] as const,
    2,
  ))
    await test.step(`${width} x ${height}`, async () => {
      await page.setViewportSize({ width, height });
      await explorer.openFromMenu('Help');
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeInViewport({ ratio: 1 });
      const last = dialog.getByRole('link').last();
      await last.scrollIntoViewIfNeeded();
      await expect(last).toBeInViewport({ ratio: 1 });
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    });
});
