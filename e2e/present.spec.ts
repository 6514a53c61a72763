import type { Locator, Page } from '@playwright/test';
import { runsAll } from '../scripts/tier.mjs';
import { violations } from './checks.ts';
import type { ExplorerPage } from './explorer-page.ts';
import { LECTURE, NAME, sceneLink } from './present-lecture.ts';
import { expect, test } from './test.ts';

const SIDES = ['left', 'right'] as const;
type Side = (typeof SIDES)[number];

const bar = (page: Page): Locator => page.getByRole('navigation', { name: `Lecture: ${LECTURE.title}` });
const count = (page: Page): Locator => bar(page).getByText(/^\d+ of \d+$/);
const chip = (page: Page, side: Side): Locator => page.getByTestId(`guess-${side}`);
const isPresenting = (page: Page): Locator => bar(page).getByRole('button', { name: 'End presenting' });

async function openScene(explorer: ExplorerPage, scene: number, more = ''): Promise<void> {
  await explorer.page.goto(`/${sceneLink(scene, more)}`);
  await explorer.ready();
  await expect(count(explorer.page)).toHaveText(`${scene} of ${LECTURE.scenes.length}`);
}

async function present(page: Page): Promise<void> {
  await bar(page).getByRole('button', { name: 'Present', exact: true }).click();
  await expect(isPresenting(page)).toBeVisible();
}

/** Clicks a map at shares of width and height. */
async function clickMap(explorer: ExplorerPage, side: Side, x: number, y: number): Promise<void> {
  const { width, height } = (await explorer.landscape(side).boundingBox())!;
  await explorer.landscape(side).click({ position: { x: width * x, y: height * y } });
}

/** Returns a chip's point: complete, because guesses snap to three digits. */
async function guessOf(page: Page, side: Side): Promise<[number, number]> {
  await expect(chip(page, side)).toContainText('Guess (');
  const numbers = /\((.*), (.*)\)/.exec((await chip(page, side).textContent())!.replaceAll('−', '-'))!;
  return [Number(numbers[1]), Number(numbers[2])];
}

/** Waits for the ends and compares guesses with the engine's digits. */
async function expectDistances(
  explorer: ExplorerPage,
  guesses: Readonly<Record<Side, readonly [number, number]>>,
): Promise<void> {
  const told: string[] = [];
  for (const side of SIDES)
    await expect(chip(explorer.page, side)).toHaveText(/^It ended .* from the guess\.$/);
  // The other side may play on.
  await explorer.idle();
  for (const side of SIDES) {
    const { iterate } = await explorer.digits(side);
    const distance = Math.hypot(iterate[0]! - guesses[side][0], iterate[1]! - guesses[side][1]);
    const words = `It ended ${Number(distance.toPrecision(3))} from the guess.`;
    await expect(chip(explorer.page, side)).toHaveText(words);
    told.push(words);
  }
  const live = explorer.page.getByTestId('live-guess');
  for (const words of told) await expect(live).toContainText(words);
}

test('page keys go through the lecture, each scene paused at its own step, and stop at both ends', async ({
  explorer,
  page,
}) => {
  await openScene(explorer, 1);
  await expect(explorer.question).toHaveText('Where will each end?');
  const live = page.getByTestId('live-scene');
  await expect(live).toHaveText(/^Scene 1 of 4: Two landscapes\. Eight points/);
  await page.keyboard.press('PageUp');
  await expect(page.getByText('This is the first scene.')).toBeVisible();
  await page.keyboard.press('PageDown');
  // Without question, a scene shows its title.
  await expect(explorer.question).toHaveText('The lift');
  await expect(live).toHaveText(/^Scene 2 of 4: The lift\. /);
  await page.goBack();
  await expect(count(page)).toHaveText('1 of 4');
  await page.goForward();
  await expect(explorer.question).toHaveText('The lift');
  await page.keyboard.press('PageDown');
  await expect(explorer.step).toHaveText('40');
  await expect(explorer.play).toBeEnabled();
  // When not presenting, arrows step.
  await page.keyboard.press('ArrowRight');
  await expect(explorer.step).toHaveText('41');
  await expect(count(page)).toHaveText('3 of 4');
  await page.keyboard.press('PageDown');
  await expect(explorer.question).toHaveText('How do you know that it is optimal?');
  await expect(bar(page)).toContainText('Guessing needs a flat map');
  await page.keyboard.press('PageDown');
  await expect(page.getByText('This is the last scene.')).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(explorer.step).toHaveText('40');

  // Dialogs and fields take the keys.
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(count(page)).toHaveText('3 of 4');
  const drawer = await explorer.openDrawer();
  await drawer.getByRole('textbox').first().focus();
  await page.keyboard.press('PageDown');
  await explorer.idle();
  await expect(count(page)).toHaveText('3 of 4');
});

// Back, Forward and leaving: above and below.
test('Back goes to the scene before, Forward on again; the lecture is left with what is shown', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await openScene(explorer, 1);
  await page.keyboard.press('PageDown');
  await expect(count(page)).toHaveText('2 of 4');
  await expect.poll(() => explorer.fragment()).toContain('problem=lift');
  await bar(page).getByRole('button', { name: 'Next scene' }).click();
  await expect(explorer.step).toHaveText('40');
  await page.goBack();
  await expect(count(page)).toHaveText('2 of 4');
  await expect(explorer.question).toHaveText('The lift');
  await page.goBack();
  await expect(count(page)).toHaveText('1 of 4');
  await page.goForward();
  await expect(explorer.question).toHaveText('The lift');

  await bar(page).getByRole('button', { name: 'Leave the lecture' }).click();
  await expect(bar(page)).toBeHidden();
  await expect(explorer.question).toHaveText(
    'One problem in two pictures. Does each side reach its optimum?',
  );
  await expect.poll(() => explorer.fragment()).not.toContain('lecture=');
  expect(explorer.fragment()).toContain('problem=lift');
});

// Meaning of keys: app/session/keys.test.ts; tests below begin and end presenting.
test('while presenting a clicker’s arrows change the scene, Shift steps, B and the dot blank the screen', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await openScene(explorer, 1);
  await present(page);
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.keyboard.press('ArrowRight');
  await expect(count(page)).toHaveText('2 of 4');
  await page.keyboard.press('ArrowDown');
  await expect(count(page)).toHaveText('3 of 4');
  await expect(explorer.step).toHaveText('40');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(explorer.step).toHaveText('41');
  await page.keyboard.press('ArrowLeft');
  await expect(count(page)).toHaveText('2 of 4');
  await page.keyboard.press('ArrowUp');
  await expect(count(page)).toHaveText('1 of 4');
  const blank = page.getByRole('button', { name: /^Blank screen/ });
  for (const key of ['.', 'b']) {
    await page.keyboard.press(key);
    await expect(blank).toBeVisible();
    await page.keyboard.press(key);
    await expect(blank).toBeHidden();
  }
  // A clicked map returns the arrows.
  await clickMap(explorer, 'left', 0.5, 0.5);
  await page.keyboard.press('ArrowRight');
  await expect(count(page)).toHaveText('2 of 4');
});

// Escape ends presenting in stage.spec.ts; keys in Node: app/session/keys.test.ts.
test('Escape closes the notes; while presenting the blank screen, then the drawer, and then it ends that', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await openScene(explorer, 1);
  await bar(page).getByRole('button', { name: 'Speaker notes' }).click();
  const notes = page.getByRole('complementary', { name: 'Speaker notes' });
  await expect(notes).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(notes).toBeHidden();
  await bar(page).getByRole('button', { name: 'Speaker notes' }).click();
  await present(page);
  // An audience would read them.
  await expect(notes).toBeHidden();
  await page.mouse.move(600, 2);
  const layers = await explorer.openLayers();
  await page.keyboard.press('b');
  const blank = page.getByRole('button', { name: /^Blank screen/ });
  await expect(blank).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(blank).toBeHidden();
  await expect(layers).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(layers).toBeHidden();
  await expect(isPresenting(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(isPresenting(page)).toBeHidden();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
  await page.keyboard.press('ArrowRight');
  await expect(count(page)).toHaveText('1 of 4');
  await bar(page).getByRole('button', { name: 'Leave the lecture' }).click();
  await expect(bar(page)).toBeHidden();
  await expect.poll(() => explorer.fragment()).not.toContain('lecture=');
});

// In Node: app/session/bookmark.test.ts; stopping at a bookmark: below.
test('play stops at the bookmark once; M and the bar go there', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await openScene(explorer, 1);
  await expect(explorer.scrub).toHaveAttribute('aria-description', 'Bookmark at step 25');
  await explorer.play.click();
  await expect(explorer.step).toHaveText('25');
  await expect(explorer.play).toBeVisible();
  await expect(page.getByText('Paused at the bookmark.')).toBeVisible();
  const there = await explorer.digits('left');
  await explorer.play.click();
  await expect(explorer.step).toHaveText('76');
  await page.keyboard.press('m');
  await expect(explorer.step).toHaveText('25');
  // The same digits.
  const { iterate, loss } = await explorer.digits('left');
  expect({ iterate, loss }).toEqual({ iterate: there.iterate, loss: there.loss });
  await page.keyboard.press('Home');
  await expect(explorer.step).toHaveText('0');
  await bar(page).getByRole('button', { name: 'Go to the bookmark at step 25' }).click();
  await expect(explorer.step).toHaveText('25');
  await page.keyboard.press('PageDown');
  await expect(count(page)).toHaveText('2 of 4');
  await page.keyboard.press('m');
  await expect(page.getByText('This scene has no bookmark.')).toBeVisible();
});

// Another problem in test:all.
for (const scene of runsAll ? [1, 2] : [1])
  test(`a guess by click on both maps, then the ends and how far it was off (scene ${scene})`, async ({
    explorer,
    page,
  }) => {
    await openScene(explorer, scene);
    const { k, iterate } = await explorer.digits('left');
    for (const side of SIDES) await expect(chip(page, side)).toHaveText('Click your guess.');
    await clickMap(explorer, 'left', 0.2, 0.8);
    await clickMap(explorer, 'right', 0.7, 0.3);
    // The start stays and cannot be dragged.
    await explorer.idle();
    expect(await explorer.digits('left')).toMatchObject({ k, iterate });
    for (const side of SIDES) await expect(explorer.start(side)).toBeHidden();
    await chip(page, 'left').getByRole('button', { name: 'Undo the last guess' }).click();
    await expect(chip(page, 'left')).toHaveText('Click your guess.');
    await clickMap(explorer, 'left', 0.6, 0.7);
    const guesses = { left: await guessOf(page, 'left'), right: await guessOf(page, 'right') };
    expect(guesses.left).not.toEqual(guesses.right);
    await explorer.play.click();
    if (scene === 1) {
      // At the bookmark, the side has not ended, and the chip says so.
      await expect(chip(page, 'left')).toHaveText(/^At step 25 it is .* from the guess\.$/);
      await explorer.play.click();
    }
    await expectDistances(explorer, guesses);
    for (const side of SIDES) await expect(explorer.start(side)).toBeVisible();
    // At the start the guess is shown without distance.
    await page.keyboard.press('r');
    expect(await guessOf(page, 'left')).toEqual(guesses.left);
    // In Node: app/session/guessing.test.ts.
    if (!runsAll) return;
    await explorer.play.click();
    await expectDistances(explorer, guesses);
    await page.keyboard.press('PageDown');
    await expect(count(page)).toHaveText(`${scene + 1} of 4`);
    await page.keyboard.press('PageUp');
    await expect(count(page)).toHaveText(`${scene} of 4`);
    await expect(chip(page, 'left')).toHaveText('Click your guess.');
  });

// Flags by keyboard: app/problems/planar/guess/guess.browser.test.tsx; keys: app/session/keys.test.ts; clicks: above.
test('a scene by keyboard alone: guess on both maps, play, bookmark, next scene', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await openScene(explorer, 1);
  for (const [side, key] of [
    ['left', 'ArrowDown'],
    ['right', 'ArrowRight'],
  ] as const) {
    for (let i = 0; i < 60; i++) {
      if (await explorer.landscape(side).evaluate((map) => map === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(explorer.landscape(side)).toBeFocused();
    await expect(explorer.landscape(side)).toHaveAccessibleName(/Enter places your guess/);
    await page.keyboard.press(`Shift+${key}`);
    await page.keyboard.press(`Shift+${key}`);
    await page.keyboard.press('Enter');
  }
  const guesses = { left: await guessOf(page, 'left'), right: await guessOf(page, 'right') };
  expect(guesses.left[1]).toBeLessThan(guesses.right[1]);
  expect(guesses.right[0]).toBeGreaterThan(guesses.left[0]);
  await page.keyboard.press('Alt+k');
  await expect(explorer.step).toHaveText('25');
  await page.keyboard.press('Alt+k');
  await expectDistances(explorer, guesses);
  await page.keyboard.press('PageDown');
  await expect(explorer.question).toHaveText('The lift');
});

test('the laser pointer takes the cursor’s place above everything, and goes again', async ({
  explorer,
  page,
}) => {
  await openScene(explorer, 1);
  const laser = page.getByTestId('laser');
  await expect(laser).toHaveCount(0);
  await page.keyboard.press('l');
  await expect(bar(page).getByRole('button', { name: 'Laser pointer' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(laser).toHaveCount(1);
  await explorer.idle();
  const map = (await explorer.landscape('left').boundingBox())!;
  const at = [Math.round(map.x + 0.6 * map.width), Math.round(map.y + 0.6 * map.height)] as const;
  await page.mouse.move(...at);
  await expect(laser).toBeVisible();
  const centre = async () => {
    const { x, y, width, height } = (await laser.boundingBox())!;
    return [x + width / 2, y + height / 2];
  };
  await expect.poll(centre).toEqual(at);
  expect(await page.evaluate(([x, y]) => getComputedStyle(document.elementFromPoint(x, y)!).cursor, at)).toBe(
    'none',
  );
  // It passes clicks.
  await page.mouse.click(...at);
  await guessOf(page, 'left');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.mouse.move(640, 360);
  await expect.poll(centre).toEqual([640, 360]);
  // The last element shown is on top: the dot came after the dialog.
  expect(await laser.evaluate((dot) => dot.matches(':popover-open'))).toBe(true);
  await page.keyboard.press('Escape');
  expect(explorer.fragment()).not.toContain('laser');
  // It follows a finger while down.
  const touch = (kind: string, at: readonly [number, number] | null) =>
    page.evaluate(
      ([type, place]) => {
        const finger = (x: number, y: number) =>
          new Touch({ identifier: 1, target: document.body, clientX: x, clientY: y });
        const touches = place ? [finger(...(place as [number, number]))] : [];
        document.body.dispatchEvent(new TouchEvent(type as string, { touches, bubbles: true }));
      },
      [kind, at] as const,
    );
  await touch('touchstart', [120, 200]);
  await expect(laser).toBeVisible();
  await expect.poll(centre).toEqual([120, 200]);
  await touch('touchend', null);
  await expect(laser).toBeHidden();
  await page.keyboard.press('l');
  await expect(laser).toHaveCount(0);
  expect(await page.evaluate(() => getComputedStyle(document.body).cursor)).not.toBe('none');
});

test('notes in a window of their own follow the scene and close with the page; where the browser opens none they stay, with a sentence', async ({
  explorer,
  page,
  context,
}) => {
  await openScene(explorer, 1);
  await bar(page).getByRole('button', { name: 'Speaker notes' }).click();
  const panel = page.getByRole('complementary', { name: 'Speaker notes' });
  await expect(panel).toContainText('Let the room point before you press Play.');
  const separate = panel.getByRole('button', { name: 'Open in a separate window' });
  await page.evaluate(() => {
    const { open } = window;
    window.open = () => {
      window.open = open;
      return null;
    };
  });
  await separate.click();
  await expect(panel.getByRole('alert')).toContainText('didn’t open a window');
  await expect(panel).toContainText('Then wait.');
  const opening = context.waitForEvent('page');
  await separate.click();
  const notes = await opening;
  await expect(panel).toBeHidden();
  await expect(notes).toHaveTitle('Speaker notes');
  // Prefixed lines are bullets; others stay lines.
  await expect(notes.locator('.notes-text p')).toHaveText([
    'SayLet the room point before you press Play.',
    'Then wait.',
  ]);
  await expect(notes.getByRole('button', { name: 'Film this moment' })).toBeVisible();
  await expect(notes.getByText('Next: The lift')).toBeVisible();
  await expect(notes.getByText('Scene 1 of 4')).toBeVisible();
  await expect(notes.getByText('Planned: minute 0 to 2 of 8')).toBeVisible();
  // The ground is the page's.
  const ground = (of: Page) => of.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await expect.poll(() => ground(notes)).toBe(await ground(page));
  expect(await violations(notes)).toEqual([]);
  await page.bringToFront();
  await present(page);
  await expect(notes.getByText(/^Presenting for 0:0\d$/)).toBeVisible();
  await expect(notes.getByText(/^Presenting for 0:0[1-9]$/)).toBeVisible();
  // Clickers work in either window.
  await notes.keyboard.press('PageDown');
  await expect(count(page)).toHaveText('2 of 4');
  await expect(notes.getByRole('heading', { level: 1 })).toHaveText('The lift');
  await expect(notes.getByText('No notes for this scene.')).toBeVisible();
  // So do buttons.
  await notes.getByRole('button', { name: 'Back' }).click();
  await expect(notes.getByRole('heading', { level: 1 })).toHaveText('Two landscapes');
  await notes.getByRole('button', { name: 'Play' }).click();
  await expect(notes.getByText('Step 25 (bookmark at 25)')).toBeVisible();
  await notes.getByRole('button', { name: 'Next' }).click();
  await expect(count(page)).toHaveText('2 of 4');
  const closing = notes.waitForEvent('close');
  await page.goto('about:blank');
  await closing;
});

test('the longest words leave everything that matters above the fold, and are no markup', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await openScene(explorer, 3);
  const bottom = async (locator: Locator) => {
    const { y, height } = (await locator.boundingBox())!;
    return y + height;
  };
  for (const [width, height, profile] of [
    [1280, 720, ''],
    [1920, 1080, '&profile=projector'],
  ] as const) {
    await page.setViewportSize({ width, height });
    if (profile) {
      await page.keyboard.press('p');
      // The boxes below are the projector's.
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
    }
    await explorer.idle();
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(height);
    // The bar covers no curve or verdict; playback is below.
    expect(await bottom(page.locator('.curves'))).toBeLessThanOrEqual((await bar(page).boundingBox())!.y + 1);
    expect(await bottom(explorer.verdict('left'))).toBeLessThan((await bar(page).boundingBox())!.y);
    expect(await bottom(bar(page))).toBeLessThanOrEqual((await explorer.play.boundingBox())!.y);
    const words = page.locator('.scene-words');
    for (const part of [words.getByRole('heading'), words.locator('.sentence')])
      expect(await bottom(part)).toBeLessThanOrEqual((await bottom(words)) + 1);
    expect((await explorer.landscape('left').boundingBox())!.height).toBeGreaterThan(240);
  }
  expect(NAME.length).toBeGreaterThan(100);
});

// Parts: app/shell/views-looks.browser.test.tsx; build: axe.spec.ts.
for (const look of ['', '&theme=dark', '&profile=projector'])
  for (const [width, height] of [
    [1280, 720],
    [360, 740],
  ] as const)
    test(`axe finds nothing with bar, notes and guess at ${width}${look}`, { tag: '@all' }, async ({
      explorer,
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await openScene(explorer, 1, look);
      if (width < 500) {
        // On a phone the first tap enlarges the map.
        await clickMap(explorer, 'left', 0.6, 0.6);
        await explorer.idle();
      }
      await clickMap(explorer, 'left', 0.6, 0.6);
      await guessOf(page, 'left');
      await bar(page).getByRole('button', { name: 'Speaker notes' }).click();
      await expect(page.getByRole('complementary', { name: 'Speaker notes' })).toBeVisible();
      expect(await explorer.violations()).toEqual([]);
      await page.keyboard.press('Escape');
      await present(page);
      expect(await explorer.violations()).toEqual([]);
      if (width > 500) return;
      // One row within the phone, with targets for a thumb.
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      for (const button of await bar(page).getByRole('button').all()) {
        const box = (await button.boundingBox())!;
        expect(box.height).toBeGreaterThanOrEqual(44);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
      }
    });

test('a lecture’s link within an open page keeps how the page is set, and undo goes back', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open('#v=1&problem=one-neuron&n=12&theme=dark');
  await page.evaluate(() => {
    location.hash = '#v=1&lecture=stuck';
  });
  // Rewritten once the scene is open: its problem, and a theme that the link lacked.
  await expect.poll(() => explorer.fragment()).toMatch(/problem=one-neuron.*theme=dark.*lecture=stuck/);
  await explorer.openFromMenu('Undo');
  // Undo keeps the speed.
  await expect.poll(() => explorer.fragment()).toBe('#v=1&problem=one-neuron&n=12&speed=10&theme=dark');
  await page.evaluate(() => {
    location.hash = '#v=1&lecture=stuck&profile=projector';
  });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
});

// At 1280 x 720: app/shell/widths-looks.browser.test.tsx.
for (const lecture of ['stuck', 'always', 'optimal'])
  test(`at 1024x768 the bars of a projector cover nothing of the lecture ${lecture}`, {
    tag: '@all',
  }, async ({ explorer, page }) => {
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.goto(`/#v=1&lecture=${lecture}&profile=projector`);
    await explorer.ready();
    const presenter = page.getByRole('navigation', { name: /^Lecture: / });
    const scenes = Number(/of (\d+)$/.exec((await presenter.getByText(/^\d+ of \d+$/).textContent())!)![1]);
    for (let scene = 1; scene <= scenes; scene++) {
      await expect(presenter.getByText(`${scene} of ${scenes}`, { exact: true })).toBeVisible();
      await explorer.ready();
      await explorer.idle();
      const top = (await presenter.boundingBox())!.y;
      const under = () =>
        page
          .locator('.curves > *, .curves canvas, .gap output, .verdict, .successes')
          .evaluateAll(
            (all, top) =>
              all
                .filter((one) => one.checkVisibility() && one.getBoundingClientRect().bottom > top + 1)
                .map(
                  (one) => `${one.className || one.tagName} ${one.getBoundingClientRect().bottom} of ${top}`,
                ),
            top,
          );
      await expect.poll(under, `scene ${scene}`).toEqual([]);
      await page.keyboard.press('PageDown');
    }
  });
