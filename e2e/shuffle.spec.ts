import { presetScenario } from '../engine/scenario/create-scenario.ts';
import { formatLink } from '../engine/scenario/scenario.ts';
import { expect, test } from './test.ts';

const linkOf = (preset: string) => formatLink(presetScenario('shuffle', preset));

test('the header’s choice opens the wrong corner: the left rounds to it, the right stands on the best one', async ({
  explorer,
  page,
}) => {
  await explorer.open();
  await explorer.openProblem('permutations');
  await expect.poll(() => explorer.fragment()).toBe(linkOf('wrong-corner'));
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(explorer.verdict('left')).toContainText('40');
  await expect(explorer.verdict('right')).toContainText('24');
});
