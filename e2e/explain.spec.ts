import type { Locator } from '@playwright/test';
import type { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './test.ts';

const OPENING = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3';

const drawerOf = (explorer: ExplorerPage) =>
  explorer.page.getByRole('complementary', { name: 'Explanation' });

async function openExplanation(explorer: ExplorerPage): Promise<Locator> {
  await explorer.button('Explain').click();
  const drawer = drawerOf(explorer);
  await expect(drawer.locator('.katex').first()).toBeVisible();
  return drawer;
}

async function openStep(explorer: ExplorerPage): Promise<Locator> {
  const drawer = await openExplanation(explorer);
  await drawer.getByRole('tab', { name: 'This step' }).click();
  return drawer;
}

/** The canvas over the ground of a map, which is decoration beside words: by its place. */
const overlay = (explorer: ExplorerPage, side: 'left' | 'right') =>
  explorer.panel(side).locator('canvas').nth(1);
const data = (explorer: ExplorerPage) => explorer.page.getByTestId('data').locator('.plate canvas');

/** Every digit of a term, as the drawer holds it. */
async function term(explorer: ExplorerPage, name: string, side: 'left' | 'right'): Promise<number[]> {
  const text = await explorer.page.getByTestId(`term-${name}-${side}`).getAttribute('data-value');
  return JSON.parse(text!) as number[];
}

test('KaTeX comes with the explanation, not before', async ({ explorer, page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await explorer.open(OPENING);
  await page.waitForLoadState('networkidle');
  const before = asked.filter((url) => /explain|katex/i.test(url));
  expect(before).toEqual([]);
  const drawer = await openExplanation(explorer);
  await expect.poll(() => asked.filter((url) => /katex.*woff2/i.test(url)).length).toBeGreaterThan(0);
  expect(asked.some((url) => /ExplainDrawer.*\.js/.test(url))).toBe(true);
  // Screen readers get MathML.
  expect(await drawer.locator('math').count()).toBeGreaterThan(10);
  await expect(drawer.locator('.katex-error')).toHaveCount(0);
});

test('the numbers of this step are the page’s, digit for digit', async ({ explorer, page }) => {
  await explorer.open(`${OPENING}&k=3`);
  await openStep(explorer);
  for (const k of [3, 20]) {
    if (k !== 3) await explorer.seek(k);
    await expect(page.getByTestId('this-step')).toHaveAttribute('data-k', String(k));
    const next = {} as Record<'left' | 'right', { weights: number[]; loss: number[] }>;
    for (const side of ['left', 'right'] as const) {
      const { iterate, loss } = await explorer.digits(side);
      expect(await term(explorer, 'weights', side)).toEqual(iterate);
      expect(await term(explorer, 'before', side)).toEqual([loss]);
      expect(await term(explorer, `loss.${side}`, side)).toEqual([loss]);
      next[side] = { weights: await term(explorer, 'next', side), loss: await term(explorer, 'after', side) };
      const shown = loss.toFixed(5);
      await expect(page.getByTestId(`term-before-${side}`)).toHaveText(shown);
      await expect(explorer.loss(side)).toContainText(shown);
    }
    await explorer.seek(k + 1);
    for (const side of ['left', 'right'] as const) {
      const { iterate, loss } = await explorer.digits(side);
      expect(next[side]).toEqual({ weights: iterate, loss: [loss] });
    }
  }
  expect((await term(explorer, 'pull', 'left'))[0]).toBeGreaterThan(0);
});

for (const rule of ['heavyball', 'nesterov', 'adam', 'sgd'])
  test(`a rule’s next weights are the run’s: ${rule}`, async ({ explorer, page }) => {
    await explorer.open(`${OPENING}&rule=${rule}&k=9`);
    await openStep(explorer);
    await expect(page.getByTestId('this-step')).toHaveAttribute('data-k', '9');
    const next = await term(explorer, 'next', 'right');
    await explorer.seek(10);
    expect(next).toEqual((await explorer.digits('right')).iterate);
  });

test('w* lights the star, pointed at or focused, and the picture comes back', async ({ explorer, page }) => {
  await explorer.open(`${OPENING}&k=3`);
  await openExplanation(explorer);
  const star = page.getByTestId('symbol-plant');
  await expect(star).toBeVisible();
  // The drawer takes its room, and what is beside it is drawn anew, a moment after it has opened.
  const plain = await explorer.atRest(overlay(explorer, 'left'));
  const plainRight = await explorer.atRest(overlay(explorer, 'right'));
  const plainData = await explorer.atRest(data(explorer));

  await star.hover();
  await expect.poll(() => explorer.pixels(overlay(explorer, 'left'))).not.toBe(plain);
  await expect.poll(() => explorer.pixels(data(explorer))).not.toBe(plainData);
  await page.mouse.move(700, 30);
  await expect.poll(() => explorer.pixels(overlay(explorer, 'left'))).toBe(plain);
  await expect.poll(() => explorer.pixels(data(explorer))).toBe(plainData);

  // By keyboard: from the symbol before it.
  await page.getByTestId('symbol-right').focus();
  await page.keyboard.press('Tab');
  await expect(star).toBeFocused();
  await expect.poll(() => explorer.pixels(overlay(explorer, 'right'))).not.toBe(plainRight);
  await expect.poll(() => explorer.pixels(overlay(explorer, 'left'))).not.toBe(plain);
  const lit = await explorer.pixels(overlay(explorer, 'left'));
  await page.keyboard.press('Enter');
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(star).toHaveAttribute('aria-pressed', 'false');
  await page.getByRole('tab', { name: 'Mathematics' }).focus();
  await expect.poll(() => explorer.pixels(overlay(explorer, 'left'))).toBe(plain);

  // In a formula too.
  await drawerOf(explorer).locator('#explain-part [data-mark="plant"]').first().hover();
  await expect.poll(() => explorer.pixels(overlay(explorer, 'left'))).toBe(lit);
  await explorer.button('Close').click();
  await expect.poll(() => explorer.pixels(overlay(explorer, 'left'))).not.toBe(lit);
});

test('each symbol has a mark of its own', async ({ explorer, page }) => {
  await explorer.open(`${OPENING}&k=2`);
  await openExplanation(explorer);
  const pictures = async () =>
    (await explorer.pixels(overlay(explorer, 'left'))) + (await explorer.pixels(data(explorer)));
  const plain = (await explorer.atRest(overlay(explorer, 'left'))) + (await explorer.atRest(data(explorer)));
  const seen = new Set<string>([plain]);
  for (const mark of [
    'left',
    'right',
    'plant',
    'start',
    'slope-left',
    'slope-right',
    'difference',
    'samples',
    'dead',
  ]) {
    await page.getByTestId(`symbol-${mark}`).click();
    await page.mouse.move(700, 30);
    await expect.poll(async () => seen.has(await pictures())).toBe(false);
    seen.add(await pictures());
    await page.getByTestId(`symbol-${mark}`).click();
    await page.mouse.move(700, 30);
    // Both: each is drawn in a frame of its own, and what is left of one mark is no sign of the next.
    await expect.poll(pictures).toBe(plain);
  }
});

test('an update is walked by keyboard, and the picture comes back', async ({ explorer, page }) => {
  await explorer.open(`${OPENING}&k=2`);
  await openStep(explorer);
  const stage = page.getByTestId('stage');
  const pictures = async () =>
    (await explorer.pixels(overlay(explorer, 'left'))) + (await explorer.pixels(data(explorer)));
  await explorer.atRest(data(explorer));
  await explorer.atRest(overlay(explorer, 'left'));
  const plain = await pictures();
  await explorer.button('Walk one update').focus();
  await page.keyboard.press('Enter');
  await expect(stage).toHaveText('1 of 5: forward');
  await expect(page.getByRole('heading', { name: 'Walk one update' })).toBeFocused();
  const seen = new Set([plain]);
  for (const words of ['2 of 5: residuals', '3 of 5: who is off', '4 of 5: gradient', '5 of 5: step']) {
    await expect.poll(async () => seen.has(await pictures())).toBe(false);
    seen.add(await pictures());
    await page.keyboard.press('ArrowRight');
    await expect(stage).toHaveText(words);
    // The key is the walk's: the run stays where it is.
    await expect(explorer.step).toHaveText('2');
  }
  await page.keyboard.press('ArrowLeft');
  await expect(stage).toHaveText('4 of 5: gradient');
  await page.keyboard.press('ArrowRight');
  const next = await term(explorer, 'next', 'left');
  await page.keyboard.press('ArrowRight');
  await expect(stage).toHaveText('1 of 5: forward');
  await expect(explorer.step).toHaveText('3');
  expect((await explorer.digits('left')).iterate).toEqual(next);
  await page.keyboard.press('Escape');
  await expect(stage).toBeHidden();
  await expect(explorer.button('Walk one update')).toBeFocused();
  await explorer.seek(2);
  await expect.poll(pictures).toBe(plain);
  // The next Escape is the drawer's.
  await explorer.button('Walk one update').focus();
  await page.keyboard.press('Escape');
  await expect(drawerOf(explorer)).toBeHidden();
});

test('who is off pulls nothing on the left and by its label on the right', async ({ explorer, page }) => {
  await explorer.open(`${OPENING}&k=0`);
  await openStep(explorer);
  await explorer.button('Walk one update').click();
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('stage')).toHaveText('3 of 5: who is off');
  // The last sample, x = 1 and y = 1.2, is off at the start.
  await expect(page.getByTestId('walk').getByRole('row').last()).toHaveText(
    /^81\.2000off−1\.30000\.0000off−1\.3000−1\.2000$/,
  );
});

test('large data is told by some of its samples, and says so', async ({ explorer, page }) => {
  await explorer.open('#v=1&n=5000&k=2');
  await openStep(explorer);
  await explorer.button('Walk one update').click();
  await expect(page.getByTestId('walk').getByText('40 of 5,000 samples are told')).toBeVisible();
  const on = (await page.getByTestId('walk').getByRole('row').count()) - 2;
  expect(on).toBe(40);
});

test('while it plays the numbers follow calmly', async ({ explorer, page }) => {
  await explorer.open(`${OPENING}&autostop=0&k=0`);
  await openStep(explorer);
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
  await expect.poll(async () => (await read()).length).toBeGreaterThan(5);
  // However long the run plays, four readings a second; the one at once where it pauses is not among them.
  const seen = await read();
  await explorer.pause.click();
  const pace = (seen.at(-1)! - seen[0]!) / (seen.length - 1);
  expect(pace).toBeGreaterThanOrEqual(150);
  await expect(page.getByTestId('this-step')).toHaveAttribute('data-k', (await explorer.step.textContent())!);
});

test('the lift is walked on both sides, each in its own words', async ({ explorer, page }) => {
  await explorer.open('#v=1&problem=lift&start=1.5,0.25&k=3');
  const drawer = await openStep(explorer);
  const next = await term(explorer, 'next', 'right');
  await explorer.button('Walk one update').click();
  await expect(page.getByTestId('stage')).toHaveText('1 of 5: forward');
  await expect(page.getByTestId('stage-right')).toContainText('right: output');
  for (const title of [
    'right: residual',
    'right: who is held',
    'right: gradient',
    'right: step and projection',
  ]) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByTestId('stage-right')).toContainText(title);
  }
  const cells = page.getByTestId('numbers-right').locator('tbody td:last-child');
  expect(
    await cells.evaluateAll((all) => all.map((cell) => Number((cell as HTMLElement).dataset.value))),
  ).toEqual(next);
  await explorer.seek(4);
  expect((await explorer.digits('right')).iterate).toEqual(next);
  await drawer.getByRole('tab', { name: 'Mathematics' }).click();
  await expect(page.getByTestId('topic-lift')).toBeVisible();
});

test('two layers are walked by keyboard: descent beside a round of the program', async ({
  explorer,
  page,
}) => {
  await explorer.open('#v=1&problem=two-layer&neurons=5&k=2');
  await openStep(explorer);
  await expect(page.getByTestId('this-step')).toHaveAttribute('data-k', '2');
  expect(await term(explorer, 'before', 'left')).toEqual([(await explorer.digits('left')).loss]);
  expect(await term(explorer, 'before', 'right')).toEqual([(await explorer.digits('right')).loss]);
  const [next] = await term(explorer, 'after', 'left');
  const [solved] = await term(explorer, 'after', 'right');
  const circle = page.getByTestId('circle').locator('canvas');
  const output = explorer.page.getByTestId('output').locator('canvas').first();
  const pictures = async () =>
    (await explorer.pixels(circle)) +
    (await explorer.pixels(output)) +
    (await explorer.pixels(overlay(explorer, 'left')));
  for (const picture of [circle, output, overlay(explorer, 'left')]) await explorer.atRest(picture);
  const plain = await pictures();
  await explorer.button('Walk one update').focus();
  await page.keyboard.press('Enter');
  const stage = page.getByTestId('stage');
  const titles = [
    ['1 of 5: forward', 'the program’s network'],
    ['2 of 5: residuals', 'right: residuals'],
    ['3 of 5: who is off', 'the dual curve against the band'],
    ['4 of 5: gradient', 'new blocks, by a soft threshold'],
    ['5 of 5: step', 'all blocks at once, and a new bound'],
  ] as const;
  const seen = new Set([plain]);
  for (const [left, right] of titles) {
    await expect(stage).toHaveText(left);
    await expect(page.getByTestId('stage-right')).toContainText(right);
    await expect.poll(async () => seen.has(await pictures())).toBe(false);
    seen.add(await pictures());
    if (left !== titles[4][0]) await page.keyboard.press('ArrowRight');
    await expect(explorer.step).toHaveText('2');
  }
  // The numbers of the solve: objective after, as the table of the step has it.
  const cell = page
    .getByTestId('numbers-right')
    .getByRole('row', { name: /^objective/ })
    .locator('td')
    .last();
  expect(Number(await cell.getAttribute('data-value'))).toBe(solved);
  await page.keyboard.press('ArrowRight');
  await expect(explorer.step).toHaveText('3');
  expect((await explorer.digits('left')).loss).toBe(next);
  expect((await explorer.digits('right')).loss).toBe(solved);
  // Another neuron is told by its choice.
  await page.getByLabel('Neuron', { exact: true }).first().selectOption('4');
  await expect(page.getByTestId('stage-left')).toContainText('of neuron 4');
  await page.keyboard.press('Escape');
  await expect(stage).toBeHidden();
  await explorer.seek(2);
  await page.getByLabel('Neuron', { exact: true }).first().selectOption('1');
  await expect.poll(pictures).toBe(plain);
});

test('symbols of two layers light their marks on the circle', async ({ explorer, page }) => {
  await explorer.open('#v=1&problem=two-layer&neurons=5&k=2');
  await openExplanation(explorer);
  await expect(page.getByTestId('topic-program')).toBeVisible();
  await expect(page.getByTestId('topic-certificate')).toBeVisible();
  const circle = page.getByTestId('circle').locator('canvas');
  const seen = new Set([await explorer.atRest(circle)]);
  for (const mark of ['left', 'right', 'plant', 'band']) {
    await page.getByTestId(`symbol-${mark}`).click();
    await page.mouse.move(640, 20);
    await expect.poll(async () => seen.has(await explorer.pixels(circle))).toBe(false);
    seen.add(await explorer.pixels(circle));
    await page.getByTestId(`symbol-${mark}`).click();
    await page.mouse.move(640, 20);
  }
  await drawerOf(explorer).locator('#explain-part [data-mark="band"]').first().hover();
  await expect.poll(async () => seen.has(await explorer.pixels(circle))).toBe(true);
});

test('in space halos and arrows lie on the landscapes', async ({ explorer, page }) => {
  await explorer.open(`${OPENING}&k=2&solid=1`);
  const canvas = explorer.panel('right').locator('canvas').first();
  await openExplanation(explorer);
  const seen = new Set([await explorer.atRest(canvas)]);
  for (const mark of ['right', 'plant', 'start', 'slope-right', 'difference']) {
    await page.getByTestId(`symbol-${mark}`).click();
    await page.mouse.move(640, 20);
    await expect.poll(async () => seen.has(await explorer.pixels(canvas))).toBe(false);
    seen.add(await explorer.pixels(canvas));
    await page.getByTestId(`symbol-${mark}`).click();
    await page.mouse.move(640, 20);
  }
  // Reading a picture back is what the driver complains of.
  const others = explorer.complaints.filter((words) => !words.includes('GPU stall due to ReadPixels'));
  explorer.complaints.splice(0, Number.POSITIVE_INFINITY, ...others);
});

test('infinitely many samples have their formulae, and a walk without samples', async ({
  explorer,
  page,
}) => {
  await explorer.open('#v=1&n=inf&plant=1,0.2&start=-1.6,0.3&k=2');
  const drawer = await openExplanation(explorer);
  await expect(page.getByTestId('topic-population')).toBeVisible();
  await drawer.getByRole('tab', { name: 'This step' }).click();
  await explorer.button('Walk one update').click();
  await expect(page.getByTestId('stage')).toHaveText('1 of 2: gradient');
});

test('sources are plain text with links that ask for nothing by themselves', async ({ explorer, page }) => {
  await explorer.open(OPENING);
  const drawer = await openExplanation(explorer);
  await drawer.getByRole('tab', { name: 'Sources' }).click();
  const links = drawer.getByRole('link');
  await expect(links).toHaveCount(5);
  for (const link of await links.all()) {
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    await expect(link).toHaveAttribute('target', '_blank');
  }
  await expect(drawer.getByText('Known here by its abstract')).toBeVisible();
  await page.waitForLoadState('networkidle');
});

const LOOKS = [
  { name: 'light', more: '&theme=light' },
  { name: 'dark', more: '&theme=dark' },
  { name: 'projector', more: '&profile=projector' },
] as const;

for (const { name, more } of LOOKS)
  test(`no accessibility violations in the walk of two layers: ${name}`, async ({ explorer, page }) => {
    test.slow();
    await page.setViewportSize(name === 'dark' ? { width: 360, height: 740 } : { width: 1280, height: 720 });
    await explorer.open(`#v=1&problem=two-layer&neurons=5&k=2${more}`);
    await openStep(explorer);
    await explorer.button('Walk one update').click();
    for (let i = 0; i < 5; i++) {
      await expect(page.getByTestId('stage-right')).toBeVisible();
      // Tables of samples, of neurons, and the numbers of the step.
      if (i % 2 === 0) expect(await explorer.violations()).toEqual([]);
      if (i < 4) await page.keyboard.press('ArrowRight');
    }
  });

test('a phone has the picture above the sheet, and nothing runs out of it', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 740 }, hasTouch: true });
  const page = await context.newPage();
  await page.goto(`/${OPENING}&k=3`);
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
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(await wider()).toBe(false);
  for (const part of ['This step', 'Sources']) {
    await page.getByRole('tab', { name: part }).tap();
    expect(await wider()).toBe(false);
  }
  const drawer = page.getByRole('complementary', { name: 'Explanation' });
  expect(await drawer.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(false);
  await context.close();
});
