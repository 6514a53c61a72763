import { presetScenario } from '../engine/scenario/create-scenario.ts';
import { formatLink } from '../engine/scenario/scenario.ts';
import { expect, test } from './test.ts';

const linkOf = (preset: string) => formatLink(presetScenario('gan', preset));

test('the header’s choice opens the cone: both widths are named, and the left stays above its certified floor', async ({
  explorer,
}) => {
  await explorer.open();
  await explorer.openProblem('two players');
  await expect.poll(() => explorer.fragment()).toBe(linkOf('gan-cone'));
  await expect(explorer.question).toHaveText(
    'A generator descends, a discriminator climbs. Does the game come to rest?',
  );
  await expect(explorer.panel('left').getByRole('heading')).toHaveText('Width 3');
  await expect(explorer.panel('right').getByRole('heading')).toHaveText('Width 12');
  await expect(explorer.verdict('left')).toHaveText('Ready. Certified floor of width 3: 1.69.');
  await explorer.show(`${linkOf('gan-cone')}&k=200`);
  await expect(explorer.verdict('left')).toHaveText(/^Still moving, \d % above its certified floor\.$/);
  await expect(explorer.verdict('right')).toHaveText('Reached the mean at round 173.');
});

test('the plane says before Play how it ends; a dot that is dragged changes that', async ({
  explorer,
  page,
}) => {
  await explorer.open(linkOf('gan-spiral'));
  const facts = (side: 'left' | 'right') => explorer.panel(side).locator('.facts');
  await expect(facts('left')).toHaveText('leaves, × 1.0198');
  await expect(facts('right')).toHaveText('arrives, × 0.9165');
  const dot = (await page.getByTestId('dot-left').boundingBox())!;
  await page.mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2);
  await page.mouse.down();
  await page.mouse.move(dot.x + dot.width / 2, dot.y - 100, { steps: 4 });
  await page.mouse.up();
  await expect(facts('left')).toHaveText(/^arrives, × 0\.9/);
  await expect.poll(() => explorer.fragment()).toMatch(/&rho=0\.\d+/);
});

test('two hundred starts go to the saddle together, on the braked side', async ({ explorer, page }) => {
  await explorer.open(`${linkOf('gan-spiral')}&k=300&crowd=200`);
  await expect(explorer.panel('right')).toContainText('200 of 200 have arrived');
  await expect(explorer.panel('left')).toContainText('0 of 200 have arrived');
  await expect(page.getByTestId('field-left')).toBeVisible();
});
