import { expect, test } from './test.ts';

const LONG = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&autostop=0&c=0.001';

test('of a million steps the page says what it keeps; scrub, keys, curve and table go by it, and the link by the step', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open(`${LONG}&k=100000`);
  const kept = page.locator('.kept');
  await expect(explorer.step).toHaveText('100000');
  await expect(kept).toBeHidden();

  await explorer.open(`${LONG}&k=999999`);
  await expect(explorer.step).toHaveText('999999');
  await expect(kept).toHaveText('every 16th step kept');
  // Complete at the foot of the page, also on a projector.
  await expect(kept).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('p');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  await expect(kept).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('p');
  const exact = await explorer.digits('left');
  expect(exact.k).toBe(999_999);

  await page.keyboard.press('ArrowLeft');
  await expect(explorer.step).toHaveText('999984');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(explorer.step).toHaveText('999824');
  await explorer.scrub.fill('777777');
  await expect(explorer.step).toHaveText('777776');
  await expect.poll(() => explorer.fragment()).toContain('k=777776');
  const kept777 = await explorer.digits('right');

  const curve = page.getByTestId('curve-distance');
  await curve.focus();
  await page.keyboard.press('ArrowRight');
  await expect(curve.locator('output').first()).toContainText('777,792');
  await curve.getByRole('button', { name: /As a table/ }).click();
  // The table's code loads on demand.
  const table = page.getByTestId('curve-table');
  await expect(table).toBeVisible();
  const steps = await table.locator('tbody th').allTextContents();
  expect(steps.length).toBeGreaterThan(2);
  expect(steps.length).toBeLessThanOrEqual(60);
  for (const step of steps.slice(0, -1)) expect(Number(step.replaceAll(',', '')) % 16).toBe(0);
  await page.keyboard.press('Escape');
  await expect(table).toBeHidden();

  // Play visits kept steps at the same steps a second, up to the last.
  await explorer.setSpeed(1000);
  await explorer.seek(998_000);
  await page.keyboard.press('Space');
  await expect(explorer.step).toHaveText('1000000');
  await expect(explorer.play).toBeVisible();

  // A step shown while 1 in 16 was kept opens from its link.
  await explorer.open(`${LONG}&k=777776`);
  await expect(explorer.step).toHaveText('777776');
  expect(await explorer.digits('right')).toEqual(kept777);
});
