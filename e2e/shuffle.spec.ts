import { presetScenario } from '../engine/scenario/create-scenario.ts';
import { formatLink } from '../engine/scenario/scenario.ts';
import { expect, test } from './test.ts';

const linkOf = (preset: string) => formatLink(presetScenario('shuffle', preset));

// Opened in problems.spec.ts; rounding: app/problems/shuffle/triangle/view.browser.test.tsx.
test('the header’s choice opens the wrong corner: the left rounds to it, the right stands on the best one', {
  tag: '@all',
}, async ({ explorer }) => {
  await explorer.open();
  await explorer.openProblem('permutations');
  await expect.poll(() => explorer.fragment()).toBe(linkOf('wrong-corner'));
  await expect(explorer.question).toHaveText('Which side finds the best permutation?');
  await explorer.setSpeed(1000);
  await explorer.play.click();
  // Playing stops when both have ended.
  await expect(explorer.verdict('left')).toHaveText(
    /^Rounds to .* at cost 40\. The best of all three costs 24/,
  );
  await expect(explorer.verdict('right')).toHaveText(/^Ends at .*: cost 24, the best of all three/);
});

// app/problems/shuffle: matrices/matrix.browser.test.tsx, triangle/view.browser.test.tsx; digits: links.spec.ts.
test('links: two hundred starts end in corners, a tie is shown as a tie, nothing is called best beyond eight nodes, a bad list is refused', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open(`${linkOf('wrong-corner')}&k=60&crowd=200`);
  // Under half of the right end at the best corner, none of the left.
  await expect(explorer.panel('right')).toContainText(/(?<!\d)87 of 200 have arrived/);
  await expect(explorer.panel('left')).toContainText(/(?<!\d)0 of 200 have arrived/);

  await explorer.show(`${linkOf('nothing-to-round')}&k=560`);
  await expect(explorer.verdict('left')).toHaveText(/^A tie: permutations of cost 6 to 10 are equally near/);
  await expect(explorer.verdict('right')).toContainText('cost 6, the best');

  await explorer.show('#v=1&problem=shuffle&graphs=copy&n=10&shape=all&ramp=100&k=150&pictures=all');
  await expect(page.locator('main')).toContainText('the best is not known');
  for (const side of ['left', 'right'] as const)
    await expect(explorer.verdict(side)).not.toContainText(/the best(?! cost is not known)/i);

  await explorer.show('#v=1&problem=shuffle&A=1,2,3,4');
  await expect(explorer.notices).toContainText('A: expected');
});
