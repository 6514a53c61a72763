import { expect, test } from './test.ts';

test('after a click on a header button Esc closes its drawer, and Space plays', async ({
  explorer,
  page,
}) => {
  await explorer.open();
  for (const name of ['Scenario', 'Layers', 'Lectures', 'Explain', 'How often?']) {
    await explorer.openFromMenu(name);
    await expect(page.getByRole('complementary')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('complementary')).toHaveCount(0);
    await expect(page.locator(':focus'), name).toHaveCount(0);
    await page.keyboard.press('Space');
    await expect(explorer.pause, name).toBeVisible();
    await expect(page.getByRole('complementary'), name).toHaveCount(0);
    await page.keyboard.press('Space');
    await expect(explorer.play).toBeVisible();
  }
});

test('after a click on a button that opens a dialog Esc closes it, and Space plays', async ({
  explorer,
  page,
}) => {
  await explorer.open();
  for (const name of ['Share', 'Your data', 'Help']) {
    await explorer.openFromMenu(name);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator(':focus'), name).toHaveCount(0);
    await page.keyboard.press('Space');
    await expect(explorer.pause, name).toBeVisible();
    await page.keyboard.press('Space');
    await expect(explorer.play).toBeVisible();
  }
});

test('after a click on a preset Space plays it and does not choose it again', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.openDrawer();
  await page.getByRole('button', { name: /^Trap/ }).click();
  await expect.poll(() => explorer.fragment()).toContain('trap');
  await page.keyboard.press('Space');
  await expect(explorer.pause).toBeVisible();
  await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(2);
});

test('after the start was dragged or the map was clicked the arrow keys step', async ({ explorer, page }) => {
  await explorer.open();
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

test('by keyboard Space presses the focused button, and Esc gives the focus back to it', async ({
  explorer,
  page,
}) => {
  await explorer.open();
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
});

test('undoing the last change leaves the focus on the button', async ({ explorer, page }) => {
  await explorer.open();
  await page.keyboard.press('n');
  await explorer.button('More').click();
  const undo = explorer.button('Undo');
  await expect(undo).toBeEnabled();
  await undo.focus();
  await page.keyboard.press('Enter');
  await expect(undo).toBeDisabled();
  await expect(undo).toBeFocused();
});

test('by keyboard the line of steps keeps the focus while Space plays and pauses', async ({
  explorer,
  page,
}) => {
  await explorer.open();
  await explorer.scrub.focus();
  await page.keyboard.press('Space');
  await expect(explorer.pause).toBeVisible();
  await expect(explorer.scrub).toBeFocused();
  await page.keyboard.press('Space');
  await expect(explorer.play).toBeVisible();
  await expect(explorer.scrub).toBeFocused();
});
