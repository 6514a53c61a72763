import { readFile } from 'node:fs/promises';
import { presetScenario } from '../engine/scenario/create-scenario.ts';
import { formatLink } from '../engine/scenario/scenario.ts';
import { readGif } from './gif.ts';
import { expect, test } from './test.ts';

const linkOf = (preset: string) => `${formatLink(presetScenario('gan', preset))}&forecast=1&pictures=all`;

// Opened in problems.spec.ts; a width's floor: app/problems/gan/gan.browser.test.tsx.
test('the cone: both widths are named, and the left stays above its proved floor', {
  tag: '@all',
}, async ({ explorer }) => {
  await explorer.open(linkOf('gan-cone'));
  await expect(explorer.question).toHaveText('One descends, one climbs. Do they settle?');
  await expect(explorer.panel('left').getByRole('heading')).toHaveText('Width 3');
  await expect(explorer.panel('right').getByRole('heading')).toHaveText('Width 12');
  await expect(explorer.verdict('left')).toHaveText('Ready. Width 3 gets no lower than mse 1.69 (proved).');
  await explorer.show(`${linkOf('gan-cone')}&k=200`);
  await expect(explorer.verdict('left')).toHaveText(/^Still moving, \d % above its proved floor\.$/);
  await expect(explorer.verdict('right')).toHaveText('Reached the mean at round 173.');
});

// app/problems/gan/gan.browser.test.tsx, app/problems/fields/fields.browser.test.tsx.
test('the plane says before Play how it ends; a dot that is dragged changes that; many starts go together', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open(linkOf('gan-spiral'));
  const facts = (side: 'left' | 'right') => explorer.panel(side).locator('.facts');
  await expect(facts('left')).toHaveText('diverges, × 1.0198');
  await expect(facts('right')).toHaveText('converges, × 0.9165');
  await explorer.idle();
  const dot = (await page.getByTestId('dot-left').boundingBox())!;
  await page.mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2);
  await page.mouse.down();
  await page.mouse.move(dot.x + dot.width / 2, dot.y - 100, { steps: 4 });
  await page.mouse.up();
  await expect(facts('left')).toHaveText(/^converges, × 0\.9/);
  await expect.poll(() => explorer.fragment()).toMatch(/&rho=0\.\d+/);

  // On the braked side 200 starts reach the saddle together.
  await explorer.show(`${linkOf('gan-spiral')}&k=300&crowd=200`);
  await expect(explorer.panel('right')).toContainText('200 of 200 have arrived');
  await expect(explorer.panel('left')).toContainText('0 of 200 have arrived');
  await expect(page.getByTestId('field-left')).toBeVisible();
});

// One neuron's film: film.spec.ts. Dots on both pictures: fields.browser.test.tsx.
test('a film of the plane carries two hundred starts, which come together', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await explorer.open(`${linkOf('gan-spiral')}&crowd=200&crowdbox=0,2,-1,1`);
  await explorer.openFromMenu('Share');
  const dialog = page.getByRole('dialog', { name: 'Share and export' });
  await dialog.getByRole('tab', { name: 'Film' }).click();
  await expect(dialog.getByRole('button', { name: 'Make the film' })).toBeEnabled();
  for (const [name, option] of [
    ['Format', 'gif'],
    ['Size', 'custom'],
    ['Frames per second', '10'],
    ['Pace', 'steps'],
  ] as const)
    await dialog.getByRole('combobox', { name, exact: true }).selectOption(option);
  for (const [name, text] of [
    ['Width', '480'],
    ['Height', '270'],
    ['To step', '12'],
    ['Steps per second', '10'],
    ['Hold first frame (s)', '0'],
    ['Hold last frame (s)', '0.2'],
  ] as const)
    await dialog.getByRole('textbox', { name, exact: true }).fill(text);
  await dialog.getByRole('button', { name: 'Make the film' }).click();
  const save = dialog.getByRole('button', { name: /^Save twin-descent-.*-film-k12\.gif$/ });
  await expect(save).toBeFocused();
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  const gif = readGif(await readFile(await download.path()));
  expect(gif.pictures).toHaveLength(13);
  // The right's dots, on the map, meet at the saddle.
  const blue = (picture: number) => gif.countOf(picture, [0x1c, 0x6d, 0xd0]);
  expect(blue(0)).toBeGreaterThan(400);
  expect(blue(12)).toBeLessThan(blue(0) / 2);
});
