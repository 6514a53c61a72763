import { CATALOG } from '../engine/catalog.ts';
import type { LeftReport, RightReport } from '../engine/problems/vector-output/report.ts';
import { presetScenario } from '../engine/scenario/create-scenario.ts';
import { formatLink } from '../engine/scenario/scenario.ts';
import { spread } from '../scripts/tier.mjs';
import { replayOutputs } from './replay.ts';
import { expect, test } from './test.ts';

const linkOf = (preset: string) => formatLink(presetScenario('vector-output', preset));

/** Returns both sides' losses by the command line; the right's last once it has ended. */
function lossAt({ left, right }: { left: LeftReport; right: RightReport }, k: number) {
  return { left: left.losses[k]!, right: right.objectives[Math.min(k, right.objectives.length - 1)]! };
}

// links.spec.ts: frozen links of every preset.
test('presets of many outputs open from their links with the replay’s digits', { tag: '@all' }, async ({
  explorer,
}) => {
  await explorer.open('#v=1');
  for (const { id } of spread(CATALOG['vector-output'].presets, 3))
    await test.step(id, async () => {
      const link = `${linkOf(id)}&k=9`;
      const same = lossAt(replayOutputs(link, 9), 9);
      await explorer.show(link);
      for (const side of ['left', 'right'] as const)
        await expect.poll(async () => (await explorer.digits(side)).loss, side).toBe(same[side]);
      await expect(explorer.notices).toBeHidden();
    });
});

// Opened in problems.spec.ts; floor: app/problems/vector-output/vector-output.browser.test.tsx.
test('the header’s choice opens the pie; descent plays above the floor that the program proves, and what is forgotten is named', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open();
  await explorer.openProblem('many outputs');
  await expect.poll(() => explorer.fragment()).toBe(linkOf('pie'));
  await expect(explorer.question).toHaveText('How far is descent from the best possible?');
  await expect(explorer.panel('left').getByRole('heading')).toHaveText('Descent, 5 neurons');
  await expect(explorer.verdict('right')).toHaveText('Ready: no neuron yet.');
  await explorer.seek(100);
  await expect(explorer.verdict('right')).toHaveText('Optimal after 4 rounds: 11 neurons.');
  await expect(explorer.verdict('left')).toHaveText('Still moving, at most 2.4 % above the best possible.');

  // A forgotten class is named, also in the picture's description.
  await explorer.show(`${linkOf('words-forgets')}&k=2`);
  await expect(explorer.verdict('right')).toHaveText('Optimal after 1 round: 2 neurons.');
  const pictures = page.getByRole('img', {
    name: /class 1[^.]*: 1\.73205 in the labels, forgotten by the optimum/,
  });
  await expect(pictures).toHaveCount(2);
});
