import { cut, small, violations } from './checks.ts';
import { expect, test } from './test.ts';
for (const [name, w, fragment, scheme] of [
  ['light', 1280, '#v=1', 'light'], ['dark', 1280, '#v=1&lang=zh', 'dark'], ['proj', 1280, '#v=1&profile=projector', 'light'], ['phone', 360, '#v=1', 'dark'], ['p320', 320, '#v=1&lang=zh', 'light'],
] as const)
  test(`look ${name}`, async ({ explorer, page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: w, height: 760 });
    await page.goto('/' + fragment);
    await page.waitForTimeout(1500);
    await page.evaluate(() => [...document.querySelectorAll('button')].find((b) => /Share|分享/.test(b.getAttribute('aria-label') ?? b.textContent ?? ''))!.click());
    await page.getByRole('tab', { name: /Film|影片/ }).click();
    await page.getByTestId('film-will').waitFor();
    await page.waitForTimeout(1500);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').first().selectOption('gif');
    await dialog.getByRole('combobox').nth(1).selectOption('custom');
    await page.waitForTimeout(600);
    await dialog.screenshot({ path: `/tmp/flm/look-${name}.png` });
    const found: Record<string, unknown> = { cut: await cut(page), small: w < 500 ? await small(page, '.film-page button, .film-page select, .film-page input', 44) : [], axe: await violations(page) };
    await dialog.getByRole('textbox').nth(2).fill('x');
    found.axe2 = await violations(page);
    await dialog.getByRole('textbox').nth(2).fill('0');
    await dialog.getByRole('textbox').nth(3).fill('5');
    await dialog.getByRole('button', { name: /Make the film|制作影片/ }).click();
    await page.getByTestId('film').waitFor({ timeout: 20000 });
    found.axe3 = await violations(page); found.cut3 = await cut(page);
    await page.waitForTimeout(300);
    await dialog.screenshot({ path: `/tmp/flm/look-${name}-done.png` });
    expect(found).toEqual({ cut: [], small: [], axe: [], axe2: [], axe3: [], cut3: [] });
  });
test('playing goes on', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.play.click();
  await explorer.button('Share').click();
  const dialog = page.getByRole('dialog', { name: 'Share and take away' });
  await dialog.getByRole('tab', { name: 'Film' }).click();
  await dialog.getByRole('textbox', { name: 'To step' }).fill('300');
  await dialog.getByRole('textbox', { name: 'Seconds' }).fill('2');
  await dialog.getByRole('button', { name: 'Make the film' }).click();
  await page.getByTestId('film').waitFor({ timeout: 20000 });
  await page.keyboard.press('Escape');
  console.log('after', await explorer.step.textContent(), await page.getByRole('button', { name: 'Pause', exact: true }).count());
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
});
