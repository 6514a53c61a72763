import { presetScenario } from '../engine/scenario/create-scenario.ts';
import { formatLink } from '../engine/scenario/scenario.ts';
import { expect, test } from './test.ts';

const linkOf = (preset: string) => formatLink(presetScenario('federated', preset));

// Opened in problems.spec.ts; rest points: app/problems/federated/federated.browser.test.tsx.
test('the header’s choice opens clients that disagree: the page asks, and says on demand where both sides rest', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open();
  await explorer.openProblem('many clients');
  await expect.poll(() => explorer.fragment()).toBe(linkOf('fed-disagree'));
  await expect(explorer.question).toHaveText('Where do clients that average end up?');
  await expect(explorer.verdict('left')).toHaveText('Ready.');
  await expect(page.getByTestId('idea-round')).toBeVisible();
  await page.getByTestId('forecast').click();
  const facts = (side: 'left' | 'right') => explorer.panel(side).locator('.facts');
  await expect(facts('left')).toHaveText('stops 0.272 from the minimum');
  await expect(facts('right')).toHaveText('reaches the minimum');
  // Playing stops when both have ended.
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('1000');
  await explorer.play.click();
  await expect(explorer.verdict('left')).toContainText('0.272');
  await expect.poll(() => explorer.fragment()).toContain('&k=33');
});

// app/problems/federated/federated.browser.test.tsx and network.browser.test.tsx.
test('a tick on the line of stopping points sets K; two hundred starts stop elsewhere on the left; the network stands beside its linearisation', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open(`${linkOf('fed-disagree')}&forecast=1&pictures=all`);
  await page.getByRole('button', { name: /^K = 100\b/ }).click();
  await expect.poll(() => explorer.fragment()).toContain('&local=100');
  await expect(explorer.panel('left').locator('.facts')).toHaveText('stops 0.749 from the minimum');

  await explorer.show(`${linkOf('fed-disagree')}&k=60&crowd=200`);
  await expect(explorer.panel('right')).toContainText('200 of 200');
  await expect(explorer.panel('left')).toContainText('200 have stopped elsewhere');

  await explorer.show(`${linkOf('fed-opening')}&k=50`);
  await expect(explorer.panel('left').getByRole('heading')).toHaveText('Network of 256 neurons');
  await expect(explorer.panel('right').getByRole('heading')).toHaveText('Linearised network');
  await expect(explorer.panel('left')).toContainText('loss 0.00046');
  await expect(explorer.verdict('left')).toContainText('The network is lower');
});
