import { runsAll } from '../scripts/tier.mjs';
import { expect, test } from './test.ts';

const TRAP = '#v=1&features=csv&data=trap&plant=1,1&start=-1.5,-0.5';

test('every layer is a toggle, and in the link', async ({ explorer, page }) => {
  await explorer.open(TRAP);
  const layers = await explorer.openLayers();
  await layers.getByLabel('Kink lines').check();
  await layers.getByLabel('Arrows').check();
  await layers.getByLabel('Stationary points').uncheck();
  await layers.getByLabel('Dead zone').uncheck();
  await layers.getByLabel('Colour the maps by').selectOption('pull');
  await expect.poll(() => explorer.fragment()).toMatch(/ground=pull&points=0&dead=0&rays=1&arrows=1(&|$)/);
  // A link's settings in Node: engine/scenario/scenario.test.ts.
  if (!runsAll) return;
  await page.reload();
  await explorer.ready();
  const again = await explorer.openLayers();
  await expect(again.getByLabel('Kink lines')).toBeChecked();
  await expect(again.getByLabel('Stationary points')).not.toBeChecked();
  await expect(again.getByLabel('Colour the maps by')).toHaveValue('pull');
});

// In Node: app/session/session.test.ts.
test('basins have their shares, and a click replays the run of a cell', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  // Without auto-stop the run is still playing at Pause.
  await explorer.open(`${TRAP}&view=-3,3,-3,3&ground=basins&autostop=0`);
  await explorer.openLayers();
  await expect(page.getByTestId('shares-left').getByRole('listitem')).toHaveText([
    /the star\s*63 %/,
    /the origin\s*38 %/,
  ]);
  await expect(page.getByTestId('shares-right').getByRole('listitem')).toHaveText([/the star\s*100 %/]);
  await explorer.landscape('left').click({ position: { x: 60, y: 200 } });
  await expect(explorer.pause).toBeVisible();
  await expect.poll(async () => (await explorer.digitsNow('left')).k).toBeGreaterThan(2);
  await explorer.pause.click();
  await explorer.seek(0);
  // A cell's centre in a grid over six units, maybe not yet the finest.
  const { iterate } = await explorer.digits('left');
  const isCentre = (size: number) =>
    iterate.every(
      (w) =>
        Math.abs((((w + 3) * size) / 6 - 0.5) % 1) < 1e-9 ||
        Math.abs((((w + 3) * size) / 6 - 0.5) % 1) > 1 - 1e-9,
    );
  expect([48, 128, 256].some(isCentre)).toBe(true);
});

// Thinned: app/features/explain/ExplainDrawer.browser.test.tsx; digits: links.spec.ts.
test('large data opens, plays, and is thinned where it is drawn', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await explorer.open('#v=1&n=200000&noise=0.2');
  await expect(page.getByTestId('data')).toContainText('200,000 samples (1,000 shown)');
  await explorer.play.click();
  await expect(explorer.verdict('right')).toHaveText(/^Reached the star at step \d+\.$/);
});
