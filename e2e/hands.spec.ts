import { runsAll } from '../scripts/tier.mjs';
import { wheel } from './idle.ts';
import { expect, test } from './test.ts';

test('keyboard alone: play, step, reset, speed, projector, help; single keys rest in fields, and Space presses a button that has the focus', async ({
  explorer,
  page,
}) => {
  await explorer.open();
  await page.keyboard.press('ArrowRight');
  await expect(explorer.step).toHaveText('1');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(explorer.step).toHaveText('11');
  await page.keyboard.press('ArrowLeft');
  await expect(explorer.step).toHaveText('10');
  await page.keyboard.press('Home');
  await expect(explorer.step).toHaveText('0');
  await page.keyboard.press('Space');
  await expect(explorer.pause).toBeVisible();
  await page.keyboard.press('Space');
  await expect(explorer.play).toBeVisible();
  await page.keyboard.press('r');
  await expect(explorer.step).toHaveText('0');
  await page.keyboard.press('+');
  await expect(page.getByLabel('Speed').first()).toHaveValue('40');
  await page.keyboard.press('p');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  await page.keyboard.press('b');
  await expect(page.locator('.blank')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.blank')).toBeHidden();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await explorer.button('Step forward').focus();
  await page.keyboard.press('Space');
  await expect(explorer.step).toHaveText('1');
  await expect(explorer.play).toBeVisible();
  await page.keyboard.press('Home');

  // Disabled keys and permanent ones: app/shell/App.browser.test.tsx.
  const drawer = await explorer.openDrawer();
  await drawer.getByRole('textbox', { name: 'Samples n' }).press('n');
  await explorer.idle();
  expect((await explorer.digits('left')).iterate).toEqual([-1.6, 0.3]);
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
});

// Drags of handles: app/problems/planar/hand/handles.browser.test.tsx, app/shell/phone.browser.test.tsx.
test('the start drags, the path bends with it, and its place snaps to three decimals', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open('#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=20');
  await explorer.idle();
  const handle = (await explorer.start('left').boundingBox())!;
  const before = await explorer.digits('right');
  await page.mouse.move(handle.x + 22, handle.y + 22);
  await page.mouse.down();
  await page.mouse.move(handle.x + 60, handle.y - 40, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await explorer.digits('right')).iterate).not.toEqual(before.iterate);
  await expect(explorer.step).toHaveText('20');
  await expect.poll(() => explorer.fragment()).toMatch(/start=-?\d+(\.\d{1,3})?,-?\d+(\.\d{1,3})?(&|$)/);
  await page.keyboard.press('Space');
  await expect(explorer.pause).toBeVisible();
});

test('on the first screen is all that matters; maps are read, moved, zoomed and given a start', async ({
  explorer,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await explorer.open();
  // Maps move after the first picture.
  await explorer.idle();
  await test.step('nothing that matters is below the fold', async () => {
    for (const row of ['idea', 'curve-excess']) {
      for (const part of [
        explorer.landscape('left'),
        explorer.landscape('right'),
        explorer.verdict('right'),
        explorer.play,
        page.getByTestId(row),
      ])
        await expect(part).toBeInViewport({ ratio: 1 });
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(720);
      await explorer.seek(20);
    }
    await explorer.seek(0);
  });
  // A start by keyboard: everyone.spec.ts.
  if (runsAll)
    await test.step('arrow keys move the start and the crosshair, and Enter places it', async () => {
      await explorer.start('right').focus();
      await page.keyboard.press('ArrowUp');
      await expect.poll(async () => (await explorer.digits('left')).iterate[1]).toBeGreaterThan(0.3);
      await explorer.landscape('left').focus();
      await page.keyboard.press('ArrowRight');
      await expect(explorer.probe('left')).toContainText('loss');
      await expect(explorer.probe('right')).toContainText('‖∇‖');
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await explorer.digits('left')).iterate[1]).toBeCloseTo(0, 2);
      // A focused map would take the wheel.
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    });
  const box = (await explorer.landscape('left').boundingBox())!;
  await test.step('hovering reads exact values on both panels', async () => {
    await explorer.landscape('left').hover({ position: { x: box.width * 0.7, y: box.height * 0.7 } });
    for (const side of ['left', 'right'] as const) await expect(explorer.probe(side)).toContainText('loss');
  });
  await test.step('the wheel alone scrolls the page and leaves the view', async () => {
    await explorer.idle();
    const before = explorer.fragment();
    await wheel(page, page, 300);
    await explorer.idle();
    expect(explorer.fragment()).toBe(before);
    await page.evaluate(() => scrollTo(0, 0));
  });
  await test.step('dragging the ground pans both panels, Ctrl and wheel zoom, and the view resets', async () => {
    const before = explorer.fragment();
    const start = (await explorer.digits('left')).iterate;
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.7);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.6, { steps: 4 });
    await page.mouse.up();
    await explorer.idle();
    expect(explorer.fragment()).not.toBe(before);
    expect((await explorer.digits('left')).iterate).toEqual(start);
    const panned = explorer.fragment();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await expect.poll(() => explorer.fragment()).not.toBe(panned);
    await explorer.button('Reset view').click();
    await expect.poll(() => explorer.fragment()).not.toContain('view=');
  });
  await test.step('a click places the start on both sides', async () => {
    await explorer.idle();
    const start = (await explorer.digits('left')).iterate;
    const { width, height } = (await explorer.landscape('right').boundingBox())!;
    await explorer.landscape('right').click({ position: { x: width * 0.6, y: height * 0.3 } });
    await expect.poll(async () => (await explorer.digits('left')).iterate).not.toEqual(start);
    await explorer.idle();
    expect((await explorer.digits('right')).iterate).toEqual((await explorer.digits('left')).iterate);
  });
});

test('a curve with the focus is read by arrow keys; after the line of steps was used Space plays and arrows step', async ({
  explorer,
  page,
}) => {
  await explorer.open('#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=40');
  const curve = page.getByTestId('curve-excess');
  await curve.focus();
  await expect(curve.locator('output')).toContainText('40  ● 0.174');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(curve.locator('output')).toContainText('30  ●');
  await expect(explorer.step).toHaveText('40');

  await explorer.scrub.click();
  await expect.poll(async () => Number(await explorer.step.textContent())).not.toBe(40);
  await explorer.idle();
  const at = Number(await explorer.step.textContent());
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(explorer.step).toHaveText(String(at - 10));
  await page.keyboard.press('Space');
  await expect(explorer.pause).toBeVisible();
});
