import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { runsAll, spread } from '../scripts/tier.mjs';
import type { ExplorerPage } from './explorer-page.ts';
import { idle } from './idle.ts';
import { type ReadMark, readMarks } from './in-page.ts';
import { HAS_SHEET } from './print-sheet.ts';
import { replay } from './replay.ts';
import { expect, test } from './test.ts';

const OPENING = '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=40';

async function openFigure(explorer: ExplorerPage): Promise<Locator> {
  const { page } = explorer;
  await explorer.openFromMenu('Share');
  await page.getByRole('tab', { name: 'Figure' }).click();
  const preview = page.getByTestId('figure-preview');
  await expect(preview).toBeVisible();
  return preview;
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).selectOption({ label: option });
}

/** Saves the figure with the finest maps. */
async function download(page: Page): Promise<{ name: string; bytes: Buffer }> {
  await idle(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Download/ }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Returns an SVG's marks as a browser parses them, with their offsets. */
async function readSvg(page: Page, svg: string): Promise<{ marks: ReadMark[]; trouble: string }> {
  // On a page without a policy: the explorer's forbids markup from text.
  const aside = await page.context().newPage();
  const read = await aside.evaluate(readMarks, svg);
  await aside.close();
  return read;
}

/** Returns a path's points in units of the file. */
function pointsOf({ attributes, x, y }: ReadMark): [number, number][] {
  return Array.from((attributes.d ?? '').matchAll(/[ML]([-\d.]+) ([-\d.]+)/g), ([, px, py]) => [
    Number(px) + x,
    Number(py) + y,
  ]);
}

/** Returns the map from units to weights by the axes' numbers, as readers do. */
function readAxes(marks: readonly ReadMark[]): (at: readonly [number, number]) => [number, number] {
  const number = ({ text }: ReadMark) => Number(text.replace('−', '-'));
  const ticks = marks.filter(
    (mark) =>
      mark.tag === 'text' &&
      mark.within.includes('left') &&
      mark.attributes['font-variant-numeric'] &&
      mark.text !== '' &&
      Number.isFinite(number(mark)),
  );
  const line = (pairs: [value: number, at: number][]) => {
    pairs.sort(([a], [b]) => a - b);
    const [[v0, p0], [v1, p1]] = [pairs[0]!, pairs.at(-1)!];
    return (at: number) => v0 + ((at - p0) * (v1 - v0)) / (p1 - p0);
  };
  const across = ticks.filter(({ attributes }) => !attributes.transform);
  const up = ticks.filter(({ attributes }) => attributes.transform?.includes('rotate(-90)'));
  const x = line(across.map((mark) => [number(mark), Number(mark.attributes.x) + mark.x]));
  const y = line(
    up.map((mark) => {
      const moved = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(mark.attributes.transform!)!;
      return [number(mark), Number(moved[2]) + mark.y];
    }),
  );
  return ([px, py]) => [x(px), y(py)];
}

test('the SVG of a map: path, star and iso-lines are where the engine has them', async ({
  explorer,
  page,
}) => {
  await explorer.open(OPENING);
  await openFigure(explorer);
  await choose(page, 'Panel', 'Non-convex loss');
  await choose(page, 'Width', 'screen, 960 px');
  await expect(page.getByTestId('figure-size')).toContainText('960 ×');
  const { name, bytes } = await download(page);
  expect(name).toBe('twin-descent-slope-bias-left-k40.svg');
  const svg = bytes.toString('utf8');
  expect(svg).not.toMatch(/<script|<style|<image|href="http|@import/);
  const { marks, trouble } = await readSvg(page, svg);
  expect(trouble).toBe('');
  const toWeights = readAxes(marks);
  // Printed to a hundredth of a unit; axis numbers are as rounded.
  const unit = Math.abs(toWeights([1, 0])[0] - toWeights([0, 0])[0]);
  const near = 0.03 * unit;

  const same = replay(OPENING, 40).left;
  const inMap = marks.filter(({ tag, within }) => tag === 'path' && within.includes('left'));
  const path = inMap.find(
    ({ attributes }) => attributes.stroke === '#E8590C' && attributes['stroke-width'] === '2.4',
  )!;
  const places = pointsOf(path).map(toWeights);
  expect(places.length).toBeGreaterThan(6);
  const away = (place: readonly number[], iterate: readonly number[]) =>
    Math.hypot(place[0]! - iterate[0]!, place[1]! - iterate[1]!);
  for (const place of places)
    expect(Math.min(...same.iterates.map((iterate) => away(place, iterate)))).toBeLessThan(near);
  expect(away(places[0]!, [-1.6, 0.3])).toBeLessThan(near);
  expect(away(places.at(-1)!, same.iterates[40]!)).toBeLessThan(near);

  const star = inMap.find(({ attributes }) => attributes.fill === '#FFC857')!;
  const corners = pointsOf(star).map(toWeights);
  const middle = [0, 1].map((i) => corners.reduce((sum, corner) => sum + corner[i]!, 0) / corners.length);
  expect(away(middle, [1, 0.2])).toBeLessThan(near);

  // The loss at a point is that of a run started there.
  const lossAt = async (place: readonly number[]) => {
    await page.goto(`/${OPENING.replace('start=-1.6,0.3&k=40', `start=${place.join(',')}`)}`);
    await expect.poll(async () => (await explorer.digits('left')).iterate).toEqual([...place]);
    return (await explorer.digits('left')).loss;
  };
  const label = marks.find(
    ({ tag, text, attributes }) =>
      tag === 'text' &&
      text === '0.1' &&
      attributes.transform?.includes('rotate') &&
      attributes['font-weight'] === '500',
  )!;
  const moved = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(label.attributes.transform!)!;
  const spot: [number, number] = [Number(moved[1]) + label.x, Number(moved[2]) + label.y];
  expect(Math.abs((await lossAt(toWeights(spot))) / 0.1 - 1)).toBeLessThan(0.02);
  const isoLines = inMap.filter(({ attributes }) =>
    ['0.9', '1.1'].includes(attributes['stroke-width'] ?? ''),
  );
  expect(isoLines.length).toBeGreaterThan(8);
  // The line at the label: next to it a grid of 256 cells interpolates to a few thousandths of the loss.
  const distance = (mark: ReadMark) => Math.min(...pointsOf(mark).map((point) => away(point, spot)));
  const labelled = isoLines
    .filter(({ attributes }) => attributes['stroke-width'] === '1.1')
    .reduce((a, b) => (distance(b) < distance(a) ? b : a));
  const along = pointsOf(labelled).map(toWeights);
  for (const share of spread([0.05, 0.3, 0.55, 0.8], 2))
    expect(Math.abs((await lossAt(along[Math.floor(share * along.length)]!)) / 0.1 - 1)).toBeLessThan(0.02);
});

// Links with the same digits: share.spec.ts; metadata: app/features/share/figure/FigurePage.browser.test.tsx.
test('the caption’s link opens the same digits, and the file names it for machines; the image is copied as PNG', {
  tag: '@all',
}, async ({ explorer, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open(`${OPENING}&c=0.7`);
  await explorer.idle();
  const before = await explorer.digits('left');
  await openFigure(explorer);
  await page.getByRole('button', { name: 'Copy image' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'on the clipboard' })).toBeVisible();
  const types = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap(({ types }) => types),
  );
  expect(types).toContain('image/png');
  const { bytes } = await download(page);
  const { marks, trouble } = await readSvg(page, bytes.toString('utf8'));
  expect(trouble).toBe('');
  const source = marks.find(({ tag }) => tag === 'dc:source')!.text;
  const caption = marks.filter(({ tag, within }) => tag === 'text' && within.includes('caption'));
  expect(caption.map(({ text }) => text).join('')).toContain(source);
  expect(caption.map(({ text }) => text).join(' ')).toMatch(/step size 0\.7 \(0\.7\/L\)/);
  expect(caption.map(({ text }) => text).join(' ')).toMatch(/Made with Twin Descent \d+\.\d+\.\d+/);
  await page.keyboard.press('Escape');
  await page.goto('about:blank');
  await page.goto(source);
  await explorer.ready();
  await explorer.idle();
  await expect(explorer.step).toHaveText('40');
  expect(await explorer.digits('left')).toEqual(before);
});

// print.spec.ts.
test('printing gives one page, light and with the caption, and leaves nothing behind', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  // Two layers: print.spec.ts.
  for (const link of [OPENING, ...(runsAll ? ['#v=1&problem=two-layer&neurons=4&k=60'] : [])]) {
    await explorer.open(link);
    await expect.poll(() => page.evaluate(HAS_SHEET)).toBe(true);
    for (const format of runsAll ? ['A4', 'Letter'] : ['A4']) {
      const pdf = (await page.pdf({ format, preferCSSPageSize: true, printBackground: true })).toString(
        'latin1',
      );
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    }
    await expect(page.locator('.print-sheet')).toHaveCount(0);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.print-sheet svg');
    await expect(sheet).toBeVisible();
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(sheet).toContainText('Made with Twin Descent');
    const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(ground).toBe('rgb(255, 255, 255)');
    const cut = await sheet.evaluate((svg: SVGSVGElement) => {
      const box = svg.viewBox.baseVal;
      return Array.from(svg.querySelectorAll('text'))
        .map((text) => {
          const at = text.getBBox();
          const matrix = svg.getCTM()!.inverse().multiply(text.getCTM()!);
          return [at.x * matrix.a + matrix.e, at.y * matrix.d + matrix.f, text.textContent] as const;
        })
        .filter(([x, y]) => x > box.width || y > box.height).length;
    });
    expect(cut).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: null });
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  // The dialog on a phone: app/features/share/ShareDialog.browser.test.tsx.
  test('everything is there, large enough for a thumb, nothing beside the screen', { tag: '@all' }, async ({
    explorer,
    page,
  }) => {
    await explorer.open(OPENING);
    await openFigure(explorer);
    const body = page.locator('.figure-page');
    const wide = await body.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    for (const target of await page.locator('.figure-page select, .figure-page button').all())
      expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  });
});
