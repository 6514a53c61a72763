import type { Locator, Page } from '@playwright/test';
import { presetScenario } from '../engine/scenario/create-scenario.ts';
import { formatLink } from '../engine/scenario/scenario.ts';
import { replayNetworks } from './replay.ts';
import { expect, test } from './test.ts';

const linkOf = (preset: string) => formatLink(presetScenario('two-layer', preset));

/** Counts history entries: browsers keep 50, which earlier tests may have used. */
const countJumps = (page: Page) =>
  page.evaluate(() => {
    const { pushState } = history;
    Object.assign(window, { jumps: 0 });
    history.pushState = (...entry) => {
      (window as unknown as { jumps: number }).jumps++;
      pushState.apply(history, entry);
    };
  });

const jumpsOf = (page: Page) => page.evaluate(() => (window as unknown as { jumps: number }).jumps);

// Opened in problems.spec.ts; the jump in Node: app/session/session.test.ts; Back: present.spec.ts.
test('the header’s choice loads the opening as a jump, and Back returns to one neuron', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open();
  await countJumps(page);
  await explorer.openProblem('two layers');
  await expect(explorer.question).toHaveText('How can you tell how good a network is?');
  await expect.poll(() => explorer.fragment()).toBe(linkOf('spline'));
  expect(await jumpsOf(page)).toBe(1);
  await expect(explorer.panel('left').getByRole('heading')).toHaveText('Descent, 20 neurons');
  await expect.poll(async () => (await explorer.digits('left')).iterate).toHaveLength(60);
  await explorer.button('More').click();
  await expect(explorer.button('Scenario')).toBeVisible();
  await expect(explorer.button('Layers')).toBeHidden();

  await page.goBack();
  await expect(explorer.question).toHaveText(
    'Same data, same start, same step size. Where will each one end up?',
  );
  await expect.poll(async () => (await explorer.digits('left')).iterate).toEqual([-1.6, 0.3]);
  await expect(page.getByRole('banner')).toContainText('one neuron');
  await expect(explorer.start('left')).toBeVisible();
});

// app/problems/two-layer/two-layer.browser.test.tsx; digits: links.spec.ts.
test('stuck: descent plays to its end, far above the bound that is proved', { tag: '@all' }, async ({
  explorer,
}) => {
  const link = linkOf('stuck').replace('speed=400', 'speed=1000');
  await explorer.open(link);
  await expect(explorer.verdict('left')).toHaveText('Ready.');
  await explorer.play.click();
  await expect(explorer.verdict('left')).toHaveText(
    'Spurious: at least 12.2 times the best network of this width (proved).',
  );
  await expect(explorer.play).toBeVisible();
  await expect(explorer.verdict('right')).toHaveText('Optimal after 7 rounds: 3 neurons.');
  await explorer.idle();
  const end = Number(await explorer.step.textContent());
  const same = replayNetworks(link, end);
  expect(same.left.endedAt).toBe(end);
  for (const side of ['left', 'right'] as const) {
    const { k, loss } = await explorer.digits(side);
    expect(loss).toBe(same[side].losses[k]);
  }
});

// As a component: app/problems/two-layer/two-layer.browser.test.tsx.
test('the count of successes shows how far it is, can be given up, and leaves nothing behind where another scenario ends it', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open('#v=1&problem=two-layer&neurons=60&n=500&pictures=all');
  const begin = explorer.button('Try 200 random starts');
  await begin.click();
  const bar = explorer.successes.getByRole('progressbar', { name: 'How often does descent get there?' });
  await expect(bar).toBeVisible();
  await expect(explorer.successes).toContainText(/\d+ of 200/);
  await explorer.button('Step forward').click();
  await expect(explorer.step).toHaveText('1');
  await explorer.button('Cancel').click();
  await expect(bar).toHaveCount(0);

  await begin.click();
  await expect(explorer.successes).toContainText(/[1-9]\d* of 200/);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('n');
  await expect(begin).toBeVisible();
  await explorer.idle();
  await expect(explorer.successes.getByRole('status')).toHaveCount(0);
});

// app/shell/widths-looks.browser.test.tsx.
test('nothing that matters of two layers is below the fold at 1280x720', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await explorer.open(`${linkOf('stuck')}&k=40`);
  await explorer.idle();
  const lead = explorer.drawing('The objective of both sides');
  const maps = [
    explorer.drawing('The objective over the two first-layer weights'),
    explorer.drawing('The circle of directions'),
  ];
  const area = async (picture: Locator) => {
    const { width, height } = (await picture.boundingBox())!;
    return width * height;
  };
  for (const map of maps) expect(await area(lead)).toBeGreaterThan(1.2 * (await area(map)));
  for (const part of [
    lead,
    ...maps,
    explorer.verdict('left'),
    explorer.button('Try 200 random starts'),
    explorer.within('right'),
    explorer.play,
  ])
    await expect(part).toBeInViewport({ ratio: 1 });
  await explorer.button('Residuals and fit').click();
  await expect(explorer.drawing('program: residual')).toBeInViewport({ ratio: 1 });
  await explorer.idle();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(720);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  // At the desk: this file's first test.
  test('the drawer’s choice opens two layers, and Back returns', { tag: '@all' }, async ({
    explorer,
    page,
  }) => {
    await explorer.open();
    await expect(explorer.problem).toBeHidden();
    await countJumps(page);
    const drawer = await explorer.openDrawer();
    await drawer.getByRole('combobox', { name: 'Problem' }).selectOption('two layers');
    await expect.poll(() => explorer.fragment()).toBe(linkOf('spline'));
    expect(await jumpsOf(page)).toBe(1);
    await expect(drawer.getByRole('textbox', { name: 'Hidden neurons m' })).toHaveValue('20');
    await page.keyboard.press('Escape');
    await expect(explorer.panel('left').getByRole('heading')).toHaveText('Descent, 20 neurons');
    await explorer.play.tap();
    await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(3);
    await page.goBack();
    await expect.poll(async () => (await explorer.digits('left')).iterate).toEqual([-1.6, 0.3]);
  });

  const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

  // As components: app/shell/phone.browser.test.tsx, app/shell/widths-looks.browser.test.tsx.
  test('nothing scrolls sideways at 320 px', { tag: '@all' }, async ({ explorer, page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await explorer.open(`${linkOf('stuck')}&k=2624`);
    await expect(explorer.verdict('left')).toContainText('Spurious');
    expect(await width(page)).toBeLessThanOrEqual(320);
    await explorer.openDrawer();
    expect(await width(page)).toBeLessThanOrEqual(320);
    await page.keyboard.press('Escape');
    for (const [link, side] of [
      ['#v=1&problem=two-layer&d=5&n=12', 'no bound is proved for sampled patterns'],
      [linkOf('spline'), '(proved)'],
      [linkOf('collapse'), '(proved)'],
    ] as const) {
      await explorer.show(link);
      await expect(explorer.within('left')).toContainText(side);
      expect(await width(page), link).toBeLessThanOrEqual(320);
    }
    for (const link of ['#v=1', formatLink(presetScenario('lift', 'lift'))]) {
      await explorer.show(link);
      await expect(explorer.landscape('left'), link).toBeVisible();
      expect(await width(page), link).toBeLessThanOrEqual(320);
    }
  });
});

test('a disclosure explains the circle in words, and Escape closes it', async ({ explorer, page }) => {
  await explorer.open(`${linkOf('stuck')}&k=30&pictures=all`);
  const summary = page.getByText('How to read this');
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(
    page.getByText(/^Dotted line: .* within 30°, and the dot has at least 0\.1 % of the star’s strength/),
  ).toBeVisible();
  expect(await explorer.violations()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Dotted line: /)).toHaveCount(0);
  await expect(summary).toBeFocused();
});
