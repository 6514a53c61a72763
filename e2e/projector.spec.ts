import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { endFades } from './checks.ts';
import { expect, test } from './test.ts';

/** What the last row of a room reads, by scene: the link of a projector, and what stands in it. */
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

/** Texts that axe's rule of 7:1 finds too weak. */
async function weakTexts(page: Page): Promise<string[]> {
  await endFades(page);
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast-enhanced']).analyze();
  return violations.flatMap(({ nodes }) =>
    nodes.map(({ html, failureSummary }) => `${html}: ${failureSummary}`),
  );
}

for (const size of SIZES)
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
      const desk = (await measure()) as Record<string, number> & { buttons: number[] };
      await page.keyboard.press('p');
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
      const projector = (await measure()) as Record<string, number> & { buttons: number[] };
      for (const name of Object.keys(words()))
        expect(projector[name]! / desk[name]!, name).toBeGreaterThanOrEqual(1.5 - 1e-9);
      expect(projector.buttons.length).toBeGreaterThanOrEqual(desk.buttons.length);
      for (const [i, size] of desk.buttons.entries())
        expect(projector.buttons[i]).toBeGreaterThanOrEqual(size);
      await expect(page.locator('.subtitle')).toBeInViewport({ ratio: 1 });
      expect(await page.locator('.subtitle').evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
    });

    for (const [scene, link] of Object.entries(SCENES)) {
      test(`${scene}: every text has a contrast of 7:1`, async ({ explorer, page }) => {
        await explorer.open(link);
        expect(await weakTexts(page)).toEqual([]);
        await explorer.openDrawer();
        expect(await weakTexts(page)).toEqual([]);
      });

      test(`${scene}: nothing that matters is below the fold, and no verdict is cut`, async ({
        explorer,
        page,
      }) => {
        await explorer.open(link);
        for (const side of ['left', 'right'] as const) {
          const verdict = explorer.verdict(side);
          await expect(verdict).toBeInViewport({ ratio: 1 });
          expect(await verdict.evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
          expect(await verdict.evaluate((node) => node.scrollHeight - node.clientHeight)).toBeLessThanOrEqual(
            3,
          );
        }
        for (const canvas of await page.locator('main canvas').all())
          if (await canvas.isVisible()) await expect(canvas).toBeInViewport({ ratio: 1 });
        await expect(explorer.play).toBeInViewport({ ratio: 1 });
        expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(
          size.height,
        );
      });
    }
  });

/**
 * Every drawing's pixels, and the colours and size of every element's text, ground and border; without the place that a newer
 * version of the page would be told in, which is made 2.5 s after the page.
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

/** Counts what the page asks of its engines and what they have answered, from the next page on. */
async function countQuestions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const asked = new Set<string>();
    const counts = { asked: 0, waiting: () => asked.size };
    Object.assign(window, { questions: counts });
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
      const { id } = args[0] as { id?: string };
      if (id !== undefined) {
        counts.asked++;
        asked.add(id);
        this.addEventListener('message', ({ data }) => void (data?.id === id && asked.delete(id)));
      }
      Reflect.apply(postMessage, this, args);
    } as typeof postMessage;
  });
}

/**
 * Until no engine owes an answer and nothing has been asked for 300 ms of the page's own time: a finer map is asked for 80 ms after
 * the one before, and a machine that is slow is slow for both. What has come is painted two frames later.
 */
function answered(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const { questions } = window as unknown as { questions: { asked: number; waiting(): number } };
    for (let before = -1; before !== questions.asked || questions.waiting() > 0; ) {
      before = questions.asked;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
}

test('the picture is the same whatever the system’s and the scenario’s theme', async ({ explorer, page }) => {
  await countQuestions(page);
  const pictures: string[][] = [];
  for (const [scheme, theme] of [
    ['light', ''],
    ['dark', ''],
    ['light', '&theme=dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto('about:blank');
    await explorer.open(`${SCENES['one neuron']}${theme}`);
    await expect(explorer.verdict('right')).toHaveText('Arrived at the plant at step 76.');
    // The finest map has come.
    await answered(page);
    pictures.push(await seen(page));
  }
  expect(pictures[0]!.length).toBeGreaterThan(100);
  expect(pictures[1]).toEqual(pictures[0]);
  expect(pictures[2]).toEqual(pictures[0]);
});

test('P and the button turn the projector on and off, and the link says so', async ({ explorer, page }) => {
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
  await page.locator('.header .wide-only').first().click();
  await expect(root).toHaveAttribute('data-theme', 'projector');
});

test('on a low projector the presenter’s bar takes no height from the maps', async ({ explorer, page }) => {
  await explorer.open('#v=1&lecture=stuck&scene=3&profile=projector');
  const bar = page.getByRole('navigation', { name: /^Lecture/ });
  await expect(bar).toBeVisible();
  const box = async (locator: Locator) => (await locator.boundingBox())!;
  // Beside the playback, not above it, and neither over the other.
  await expect
    .poll(async () => (await box(bar)).y)
    .toBeGreaterThanOrEqual((await box(page.locator('.playback'))).y - 1);
  expect((await box(bar)).x + (await box(bar)).width).toBeLessThanOrEqual(
    (await box(page.locator('.playback'))).x + 1,
  );
  expect((await box(explorer.scrub)).width).toBeGreaterThan(150);
  expect((await box(explorer.landscape('left'))).height).toBeGreaterThan(270);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(720);
  for (const button of [...(await bar.getByRole('button').all()), explorer.play])
    await expect(button).toBeInViewport({ ratio: 1 });
});
