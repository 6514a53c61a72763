import { runsAll } from '../scripts/tier.mjs';
import { expect, test } from './test.ts';

// All controls of header, maps, bar and drawer: app/shell/space-plays.browser.test.tsx.
test('after a click Esc closes the drawer or dialog that it opened, and Space plays; a preset is played and not chosen again', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open();
  /** Expects nothing focused or open, and that Space plays and pauses. */
  const expectSpacePlays = async (name: string) => {
    const over = page.locator('.drawer, dialog[open]');
    await expect(over).toHaveCount(0);
    await expect(page.locator(':focus'), name).toHaveCount(0);
    await page.keyboard.press('Space');
    await expect(explorer.pause, name).toBeVisible();
    await expect(over, name).toHaveCount(0);
    await page.keyboard.press('Space');
    await expect(explorer.play).toBeVisible();
  };
  for (const name of runsAll ? ['Scenario', 'Layers', 'Lectures', 'Explain', 'How often?'] : ['Layers']) {
    await explorer.openFromMenu(name);
    await expect(page.getByRole('complementary')).toBeVisible();
    await page.keyboard.press('Escape');
    await expectSpacePlays(name);
  }
  for (const name of runsAll ? ['Share', 'Your data', 'Help'] : ['Share']) {
    await explorer.openFromMenu(name);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expectSpacePlays(name);
  }
  await explorer.openDrawer();
  await page.getByRole('button', { name: /^Trap/ }).click();
  await expect.poll(() => explorer.fragment()).toContain('trap');
  await page.keyboard.press('Space');
  await expect(explorer.pause).toBeVisible();
  await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(2);
});

// All controls: app/shell/space-plays.browser.test.tsx.
test('after the start was dragged or the map was clicked the arrow keys step', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await explorer.open();
  await explorer.idle();
  const box = (await explorer.start('left').boundingBox())!;
  await page.mouse.move(box.x + 22, box.y + 22);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y - 20, { steps: 3 });
  await page.mouse.up();
  await explorer.idle();
  const dragged = (await explorer.digits('left')).iterate;
  await page.keyboard.press('ArrowRight');
  await expect(explorer.step).toHaveText('1');
  await page.keyboard.press('ArrowRight');
  await expect(explorer.step).toHaveText('2');
  await page.keyboard.press('Home');
  await expect.poll(async () => (await explorer.digits('left')).iterate).toEqual(dragged);

  await explorer.landscape('right').click({ position: { x: 60, y: 60 } });
  await explorer.idle();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(explorer.step).toHaveText('2');
});

// All controls: app/shell/space-plays.browser.test.tsx; focus: app/shell/App.browser.test.tsx.
test('by keyboard Space presses the focused button, and Esc gives the focus back to it; undo and the line of steps keep it', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open();
  await explorer.scrub.focus();
  await page.keyboard.press('Space');
  await expect(explorer.pause).toBeVisible();
  await expect(explorer.scrub).toBeFocused();
  await page.keyboard.press('Space');
  await expect(explorer.play).toBeVisible();
  await expect(explorer.scrub).toBeFocused();
  await explorer.button('Lectures').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  const own = explorer.button('Your lectures, or build one…');
  for (let again = 0; again < 2; again++) {
    await page.keyboard.press('Space');
    await expect(own).toBeVisible();
    await page.keyboard.press('ArrowUp');
    await expect(own).toBeFocused();
    await page.keyboard.press('Space');
    await expect(page.getByRole('complementary', { name: 'Lectures' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(explorer.button('Lectures')).toBeFocused();
  }
  await expect(explorer.play).toBeVisible();

  await page.keyboard.press('n');
  await explorer.button('More').click();
  const undo = explorer.button('Undo');
  await expect(undo).toBeEnabled();
  await undo.focus();
  await page.keyboard.press('Enter');
  await expect(undo).toBeDisabled();
  await expect(undo).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(undo).toBeHidden();
});
