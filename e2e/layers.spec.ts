import { expect, test } from './test.ts';

const TRAP = '#v=1&features=csv&data=trap&plant=1,1&start=-1.5,-0.5';

test('every layer is a toggle, and in the link', async ({ explorer, page }) => {
  await explorer.open(TRAP);
  const layers = await explorer.openLayers();
  await layers.getByLabel('Kink lines').check();
  await layers.getByLabel('Arrows').check();
  await layers.getByLabel('Stationary points').uncheck();
  await layers.getByLabel('Dead zone').uncheck();
  await layers.getByLabel('Ground').selectOption('basins');
  await expect.poll(() => explorer.fragment()).toMatch(/ground=basins&points=0&dead=0&rays=1&arrows=1(&|$)/);
  await page.reload();
  await explorer.ready();
  const again = await explorer.openLayers();
  await expect(again.getByLabel('Kink lines')).toBeChecked();
  await expect(again.getByLabel('Stationary points')).not.toBeChecked();
  await expect(again.getByLabel('Ground')).toHaveValue('basins');
});

test('the list holds every stationary point, and a row points at its place', async ({ explorer, page }) => {
  await explorer.open('#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3');
  await explorer.openLayers();
  const left = page.getByTestId('stationary-left');
  await expect(left.getByRole('row')).toHaveText([
    /kind/,
    /planted minimum\(1, 0\.2\)0\.00000/,
    /valley of minima315° to 324°0\.08449/,
    /plateau \(gradient zero\)225° to 315°0\.17449/,
  ]);
  await expect(page.getByTestId('stationary-right').getByRole('row')).toHaveCount(2);
  await expect(page.getByText('At w = 0 (loss 0.17449): no descent in 35 % of directions.')).toBeVisible();
  await expect(page.getByText('These are all there are')).toBeVisible();
  await left.getByRole('button', { name: 'planted minimum (1, 0.2)' }).click();
  await expect(explorer.probe('left')).toContainText('(1.000, 0.200)');
  await expect(explorer.probe('left')).toContainText('0.00000');
});

test('basins have their shares, and a click replays the run of a cell', async ({ explorer, page }) => {
  // Without auto-stop: however late Pause is pressed, there is a run to pause.
  await explorer.open(`${TRAP}&view=-3,3,-3,3&ground=basins&autostop=0`);
  await explorer.openLayers();
  await expect(page.getByTestId('shares-left').getByRole('listitem')).toHaveText([
    /planted minimum\s*63 %/,
    /the origin\s*38 %/,
  ]);
  await expect(page.getByTestId('shares-right').getByRole('listitem')).toHaveText([
    /planted minimum\s*100 %/,
  ]);
  await explorer.landscape('left').click({ position: { x: 60, y: 200 } });
  await expect(explorer.pause).toBeVisible();
  await expect.poll(async () => (await explorer.digits('left')).k).toBeGreaterThan(2);
  await explorer.pause.click();
  await explorer.seek(0);
  // A cell's centre in one of the grids over six units: the finest may have been on its way.
  const { iterate } = await explorer.digits('left');
  const isCentre = (size: number) =>
    iterate.every(
      (w) =>
        Math.abs((((w + 3) * size) / 6 - 0.5) % 1) < 1e-9 ||
        Math.abs((((w + 3) * size) / 6 - 0.5) % 1) > 1 - 1e-9,
    );
  expect([48, 128, 256].some(isCentre)).toBe(true);
});

test('the blend slider takes the right side from the relaxation to the left loss, live', async ({
  explorer,
  page,
}) => {
  await explorer.open(`${TRAP}&k=5`);
  const layers = await explorer.openLayers();
  await expect(page.getByTestId('stationary-right').getByRole('row')).toHaveCount(2);
  await layers.getByRole('slider', { name: 'Relaxation in the right side' }).fill('0');
  await expect(explorer.panel('right').getByRole('heading')).toHaveText('Blend, 0 relaxation');
  // Both sides are one loss now: the same step, the same digits.
  await expect
    .poll(async () => (await explorer.digits('right')).iterate)
    .toEqual((await explorer.digits('left')).iterate);
  await expect(explorer.step).toHaveText('5');
});

test('the pull is told with its range, and needs a plant', async ({ explorer, page }) => {
  await explorer.open('#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&ground=pull');
  const layers = await explorer.openLayers();
  await expect(page.getByTestId('pull-range')).toHaveText(/^from 0 to 1\.\d+ \(98 % of this window\)$/);
  await page.keyboard.press('Escape');
  await explorer.open('#v=1&features=csv&data=stopping-distance&bias=1&std=1&start=1,0&ground=pull');
  await explorer.openLayers();
  await expect(layers.getByText('There is no plant to pull towards.')).toBeVisible();
});

test('more than two weights are shown in a slice, with the distance from it', async ({ explorer, page }) => {
  await explorer.open('#v=1&n=60&d=20&seed=8&sseed=8&k=50');
  await expect(explorer.landscape('left')).toBeVisible();
  const shadow = page.getByTestId('shadow-left');
  await expect(shadow).toHaveText(/^0\.\d+ off the plane\nloss 0\.\d+, its shadow’s 0\.\d+$/);
  await explorer.seek(0);
  // The start lies in the plane: it is its own shadow.
  await expect(shadow).toHaveText(/^\d(\.\d+e−1\d)? off the plane\nloss (\S+), its shadow’s \2$/);
  const layers = await explorer.openLayers();
  await layers.getByLabel('Plane shown').selectOption('weights');
  await layers.getByLabel('Its two weights').fill('3,7');
  await layers.getByLabel('Its two weights').press('Enter');
  await expect.poll(() => explorer.fragment()).toContain('plane=weights&pair=3,7');
  await expect(shadow).not.toHaveText(/^0 off/);
});

test('infinitely many samples: one step of c = 2 on the right lands on the plant', async ({ explorer }) => {
  await explorer.open('#v=1&n=inf&d=9&c=2&k=1');
  await expect(explorer.verdict('right')).toContainText('Arrived at the plant at step 1');
  await expect(explorer.panel('right')).toBeVisible();
});

test('large data opens, plays, and is thinned where it is drawn', async ({ explorer, page }) => {
  await explorer.open('#v=1&n=200000&noise=0.2');
  await expect(page.getByTestId('data')).toContainText('200,000 samples, 1,000 of them drawn');
  await explorer.play.click();
  await expect(explorer.verdict('right')).toHaveText(/^Arrived at the plant at step \d+\.$/);
});

test('no accessibility violations in the layers', async ({ explorer, page }) => {
  await explorer.open(`${TRAP}&ground=basins&rays=1&arrows=1`);
  await explorer.openLayers();
  await expect(page.getByTestId('shares-left')).toBeVisible();
  expect(await explorer.violations()).toEqual([]);
});
