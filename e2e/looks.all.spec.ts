import { presetScenario } from '../engine/scenario/create-scenario.ts';
import { formatLink } from '../engine/scenario/scenario.ts';
import { expect, test } from './test.ts';

/**
 * Axe on the built page: each kind of problem in each look, with overlays. `npm test` has few dresses (axe.spec.ts) and components
 * (app/shell/views-looks.browser.test.tsx).
 */
const LOOKS = ['', '&theme=dark', '&profile=projector'];

for (const [name, link] of [
  ['two layers', formatLink(presetScenario('two-layer', 'stuck'))],
  ['two layers relaxed', formatLink(presetScenario('two-layer', 'collapse'))],
  ['the lift', formatLink(presetScenario('lift', 'lift'))],
] as const)
  test(`no accessibility violations of ${name}`, async ({ explorer }) => {
    await explorer.open(link);
    await explorer.openDrawer();
    for (const look of LOOKS) {
      await explorer.show(`${link}&k=40${look}`);
      if (name.startsWith('two layers')) await expect(explorer.within('left')).not.toHaveText('no bound yet');
      expect(await explorer.violations(), look).toEqual([]);
    }
  });

test('no accessibility violations in the layers', async ({ explorer, page }) => {
  await explorer.open('#v=1&features=csv&data=trap&plant=1,1&start=-1.5,-0.5&ground=basins&rays=1&arrows=1');
  await explorer.openLayers();
  await expect(page.getByTestId('shares-left')).toBeVisible();
  expect(await explorer.violations()).toEqual([]);
});

test('no accessibility violations of the counts of many starts, on a phone neither', async ({
  explorer,
  page,
}) => {
  await explorer.open(
    '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&crowd=200&crowdbox=-2.2,2.2,-2.2,2.2&k=80',
  );
  await explorer.idle();
  expect(await explorer.violations()).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await explorer.idle();
  await explorer.button('More controls').click();
  await expect(explorer.button('200 starts')).toBeInViewport();
  expect(await explorer.violations()).toEqual([]);
});
