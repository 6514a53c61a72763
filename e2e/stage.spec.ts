import type { Page } from '@playwright/test';
import { nameMarks } from '../app/features/lecture/named-marks.ts';
import { createTranslate } from '../app/i18n/messages.ts';
import { loadShipped } from '../app/storage/lectures/find-lecture.ts';
import { SHIPPED_IDS } from '../app/storage/lectures/shipped/ids.ts';
import { runsAll, spread } from '../scripts/tier.mjs';
import type { ExplorerPage } from './explorer-page.ts';
import { sceneLink } from './present-lecture.ts';
import { expect, test } from './test.ts';

/** Presenting screens; the last is an upright tablet. */
const SIZES = [
  [1280, 720],
  [1366, 768],
  [1024, 768],
  [1920, 1080],
  [820, 1180],
] as const;

const bar = (page: Page) => page.getByRole('navigation', { name: /^Lecture: / });

async function present(explorer: ExplorerPage, link: string): Promise<void> {
  const { page } = explorer;
  // Resizing would leave full screen, and the stage.
  await page.addInitScript(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('not granted'));
  });
  await page.goto(`/${link}`);
  await explorer.ready();
  await bar(page).getByRole('button', { name: 'Present', exact: true }).click();
  await expect(page.locator('[data-stage]')).toBeVisible();
}

/** Frames until a stage must be correct. */
const FRAMES = 400;

/** Lists faults of the stage once it has the window's height; checks in every frame. */
async function findFaults(frames: number): Promise<string[]> {
  for (let frame = 1; frame < frames && find().length > 0; frame++)
    await new Promise((next) => requestAnimationFrame(next));
  return find();

  function find(): string[] {
    const stage = document.querySelector<HTMLElement>('.page[data-stage]')!;
    const { innerWidth: width, innerHeight: height } = window;
    // Base of font sizes: three quarters of an upright stage's width.
    const measure = Math.min(height, 0.75 * width);
    if (Math.abs(Number(stage.style.getPropertyValue('--scale')) - Math.max(1.5, measure / 480)) > 1e-3)
      return ['not sized yet'];
    const found: string[] = [];
    const root = document.documentElement;
    for (const box of [root, document.body, stage, document.querySelector('main')!])
      if (box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
        found.push(`${box.className || box.tagName} overflows`);
    const seen = [...stage.querySelectorAll<HTMLElement>('main *, .playback *')].filter(
      (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.visually-hidden'),
    );
    const shown = ['.plate', '.residuals', '.verdict', '.scene-words', '.curve', '.gap', '.legend'].join();
    for (const one of seen) {
      const name = `${one.tagName} ${one.className} ${one.textContent.slice(0, 30)}`;
      const { top, bottom, left, right } = one.getBoundingClientRect();
      if (one.matches(shown) && (top < 0 || left < 0 || bottom > height || right > width))
        found.push(`${name} lies outside`);
      if (one.matches('.of-side .plate') && bottom - top < 0.3 * measure) found.push(`${name} is low`);
      const hasWords = [...one.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '',
      );
      if (hasWords && Number.parseFloat(getComputedStyle(one).fontSize) < measure / 40 - 0.1)
        found.push(`${name} is set in ${getComputedStyle(one).fontSize}`);
      // Cut text is no verdict.
      if (one.matches('.verdict > span') && bottom > one.parentElement!.getBoundingClientRect().bottom + 1)
        found.push(`${name} is cut`);
    }
    return found;
  }
}

// `npm test` takes some scenes of one lecture; others on a projector: app/shell/widths-looks.browser.test.tsx.
for (const id of runsAll ? SHIPPED_IDS : SHIPPED_IDS.slice(-1))
  test(`${id}: on a stage no scene has a scroll bar, and the last row can read it`, async ({
    explorer,
    page,
  }) => {
    const { scenes } = await loadShipped(id, 'en');
    await present(explorer, `#v=1&lecture=${id}`);
    const seen = new Set(spread(Object.keys(scenes), 2));
    for (const [k, { question }] of scenes.entries()) {
      if (!seen.has(String(k))) continue;
      if (k > 0)
        await page.evaluate(
          (hash) => {
            location.hash = hash;
          },
          `#v=1&lecture=${id}&scene=${k + 1}`,
        );
      await expect(page.locator('.scene-words h2 > span')).toHaveText(
        nameMarks(question, createTranslate('en')),
      );
      await expect(page.locator('.sentences')).not.toContainText('…');
      for (const [width, height] of runsAll ? SIZES : SIZES.slice(0, 1)) {
        await page.setViewportSize({ width, height });
        expect(await page.evaluate(findFaults, FRAMES), `scene ${k + 1} at ${width}x${height}`).toEqual([]);
      }
    }
  });

test('the toolbar of a stage comes at the upper edge, and with the focus by keyboard', async ({
  explorer,
  page,
}) => {
  await page.mouse.move(600, 400);
  await present(explorer, sceneLink(1));
  await page.mouse.move(600, 400);
  const header = page.getByRole('banner');
  const speed = page.getByRole('combobox', { name: 'Speed' });
  await expect(bar(page)).toHaveCSS('opacity', '0');
  await expect(header).toHaveCSS('opacity', '0');
  await expect(speed).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  await explorer.idle();
  const map = await explorer.landscape('left').boundingBox();
  await page.mouse.move(600, 4);
  await expect(bar(page)).toHaveCSS('opacity', '1');
  await expect(header).toHaveCSS('opacity', '1');
  await expect(speed).toBeVisible();
  await explorer.idle();
  expect(await explorer.landscape('left').boundingBox()).toEqual(map);
  await bar(page).getByRole('button', { name: 'Next scene' }).click();
  await expect(explorer.question).toHaveText('The lift');
  await expect(bar(page)).toHaveCSS('opacity', '1');
  await page.mouse.move(600, 400);
  await expect(bar(page)).toHaveCSS('opacity', '0');
  await page.keyboard.press('Tab');
  await expect(header).toHaveCSS('opacity', '1');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-stage]')).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

// Full-size code: share.spec.ts; keys: app/session/keys.test.ts.
test('Q shows the QR code of the scene, and takes it away', { tag: '@all' }, async ({ explorer, page }) => {
  await present(explorer, '#v=1&lecture=stuck&scene=2');
  const code = page.getByRole('dialog', { name: 'QR code of the link' });
  for (const closing of ['q', 'Escape']) {
    await page.keyboard.press('q');
    await expect(code).toBeVisible();
    await expect(code).toContainText('Scene 2: Which way is downhill from here?');
    await page.keyboard.press(closing);
    await expect(code).toBeHidden();
    await expect(page.locator('[data-stage]')).toBeVisible();
  }
});
