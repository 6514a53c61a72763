import { CATALOG } from '../engine/catalog.ts';
import { presetScenario } from '../engine/scenario/create-scenario.ts';
import { formatLink } from '../engine/scenario/scenario.ts';
import { spread } from '../scripts/tier.mjs';
import { FROZEN_LINKS, replayInPage } from './frozen-links.ts';
import { replay } from './replay.ts';
import { expect, test } from './test.ts';

// The frozen links below have every preset.
test('presets open from their links with the replay’s digits', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await explorer.open();
  for (const { id } of spread(CATALOG['one-neuron'].presets, 4)) {
    const link = formatLink(presetScenario('one-neuron', id));
    const same = replay(link, 25);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `${link}&k=25`);
    await expect.poll(async () => (await explorer.digits('left')).loss, id).toBe(same.left.losses[25]);
    for (const side of ['left', 'right'] as const) {
      const shown = await explorer.digits(side);
      expect(shown.k, id).toBe(25);
      expect(shown.iterate, id).toEqual(same[side].iterates[25]);
      expect(shown.loss, id).toBe(same[side].losses[25]);
    }
    await expect(explorer.notices, id).toBeHidden();
  }
});

/** In parts, to share among workers. */
const PARTS = 2;
for (let part = 0; part < PARTS; part++)
  test(`the frozen links have the same bits through the page, part ${part + 1} of ${PARTS}`, async ({
    explorer,
    page,
  }) => {
    const rows = FROZEN_LINKS.filter((_, i) => i % PARTS === part);
    await explorer.open();
    expect(await page.evaluate(replayInPage, rows)).toEqual(rows);
    await expect(explorer.notices).toBeHidden();
  });

const NEWER = '#v=2&problem=one-neuron&n=9&start=1,1&k=3';
const MADE_NEWER = 'A newer version of the page made this link (v=2)';

test('a link of a newer version is not guessed: the opening scene, a sentence, and the link stays', async ({
  explorer,
  page,
}) => {
  await page.goto(`/${NEWER}`);
  await explorer.ready();
  expect((await explorer.digits('left')).iterate).toEqual([-1.6, 0.3]);
  await expect(explorer.notices).toContainText(MADE_NEWER);
  await expect(explorer.notices).toContainText('nothing was opened');
  await explorer.idle();
  expect(explorer.fragment()).toBe(NEWER);
  await explorer.seek(12);
  await expect.poll(() => explorer.fragment()).toContain('v=1&problem=one-neuron');
  await page.goBack();
  await expect.poll(() => explorer.fragment()).toBe(NEWER);
  // Back to the link, which is still unreadable: the page stays.
  await expect(explorer.step).toHaveText('12');
});

// Nothing opens: above.
test('a link of a newer version leaves an open page as it is', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await explorer.open('#v=1&features=gauss&n=5&start=1,1&k=4');
  for (const version of ['1e9', 'abc']) {
    const link = `#v=${version}&lecture=stuck`;
    await page.evaluate((hash) => {
      location.hash = hash;
    }, link);
    await expect(explorer.notices).toContainText(`(v=${version})`);
    await explorer.idle();
    expect(explorer.fragment()).toBe(link);
    await expect(explorer.step).toHaveText('4');
    const same = replay('features=gauss&n=5&start=1,1', 4);
    expect((await explorer.digits('left')).iterate).toEqual(same.left.iterates[4]);
  }
});

// Links: app/session and engine/scenario; a preset from the drawer: below.
test('every preset of the drawer opens', { tag: '@all' }, async ({ explorer }) => {
  await explorer.open('#v=1&features=gauss&n=7');
  const drawer = await explorer.openDrawer();
  const { presets } = CATALOG['one-neuron'];
  const buttons = drawer.locator('.presets').getByRole('button');
  await expect(buttons).toHaveCount(presets.length);
  for (const [i, { id }] of presets.entries()) {
    await buttons.nth(i).click();
    await expect.poll(() => explorer.fragment(), id).toBe(formatLink(presetScenario('one-neuron', id)));
  }
  await expect(explorer.notices).toBeHidden();
});

// Entries in Node: app/session/session.test.ts; scenes: present.spec.ts.
test('Back and Forward go through the presets that were opened', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await explorer.open();
  const drawer = await explorer.openDrawer();
  await drawer.getByRole('button', { name: /^Zero start/ }).click();
  await expect.poll(() => explorer.fragment()).toContain('start=0,0');
  await drawer.getByRole('button', { name: /^Leak/ }).click();
  await expect.poll(() => explorer.fragment()).toContain('leak=0.1');
  await page.goBack();
  await expect.poll(async () => (await explorer.digits('left')).iterate).toEqual([0, 0]);
  await page.goBack();
  await expect.poll(async () => (await explorer.digits('left')).iterate).toEqual([-1.6, 0.3]);
  expect(explorer.fragment()).toBe('');
  await page.goForward();
  await expect.poll(async () => (await explorer.digits('left')).iterate).toEqual([0, 0]);
});

// Above, the step enters the address, and frozen links are set in it.
test('the address follows what is changed, and editing it by hand opens what it names', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open();
  await explorer.seek(17);
  await expect.poll(() => explorer.fragment()).toContain('k=17');
  await page.evaluate(() => {
    location.hash = '#v=1&features=gauss&n=5&start=1,1&k=4';
  });
  await expect(explorer.step).toHaveText('4');
  const same = replay('features=gauss&n=5&start=1,1', 4);
  await expect.poll(async () => (await explorer.digits('left')).iterate).toEqual(same.left.iterates[4]);
});

test('a bad link opens with a notice that names every bad thing', async ({ explorer }) => {
  await explorer.open(
    '#v=1&n=abc&d=999&bogus=1&start=1,2,3&features=gauss&plant=<img src=x onerror=alert(1)>&view=1,0,2',
  );
  await expect(explorer.notices).toContainText('n: expected an integer');
  await expect(explorer.notices).toContainText('d: expected 1 to 500; got 999');
  await expect(explorer.notices).toContainText('Unknown key "bogus"');
  await expect(explorer.notices).toContainText('start: expected 500 numbers; got 3');
  await expect(explorer.notices).toContainText('view: expected x0,x1,y0,y1');
  await expect(explorer.notices.locator('img')).toHaveCount(0);
  await explorer.notices.getByRole('button', { name: 'Dismiss' }).click();
  await expect(explorer.notices).toBeHidden();
});

// In Node: app/session/session.test.ts, app/session/hostile.test.ts.
test('a link whose data is broken gives way to the opening scene and says so', { tag: '@all' }, async ({
  explorer,
}) => {
  await explorer.open('#v=1&features=csv&data=z.AAAA');
  await expect(explorer.notices).toContainText('cannot be read');
  expect((await explorer.digits('left')).iterate).toEqual([-1.6, 0.3]);
});

// In Node: app/session/session.test.ts.
test('undo takes back the last change of the scenario', { tag: '@all' }, async ({ explorer, page }) => {
  await explorer.open();
  await page.keyboard.press('n');
  await expect.poll(async () => (await explorer.digits('left')).iterate).not.toEqual([-1.6, 0.3]);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await explorer.digits('left')).iterate).toEqual([-1.6, 0.3]);
});

// share.spec.ts copies a link at its step.
test('the copied link carries the step', { tag: '@all' }, async ({ explorer, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open();
  await explorer.seek(40);
  await explorer.button('Share').click();
  await explorer.button('Copy link').click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('k=40');
});

test('an address that is edited just after a change is read, not overwritten', async ({ explorer, page }) => {
  await explorer.open();
  // The change is written later; hashchange is a separate task. Here the edit comes between: delayed work, including the writing, is due
  // once the address is edited.
  await page.evaluate(async () => {
    const putOff: (() => void)[] = [];
    const { setTimeout: later } = window;
    window.setTimeout = ((act: () => void) => putOff.push(act)) as unknown as typeof later;
    dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    const step = document.querySelector('[data-testid="step"]')!;
    while (step.textContent !== '1') await new Promise(requestAnimationFrame);
    window.setTimeout = later;
    location.hash = '#v=1&problem=one-neuron&n=7&k=3';
    for (const act of putOff) act();
  });
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('n=7');
  await explorer.idle();
  expect(await page.evaluate(() => location.hash)).toContain('n=7');
  await expect(explorer.step).toHaveText('3');
});
