import type { ProblemId } from '../engine/catalog.ts';
import { PROBLEM_IDS } from '../engine/catalog.ts';
import { presetScenario } from '../engine/scenario/create-scenario.ts';
import { formatLink } from '../engine/scenario/scenario.ts';
import { expect, test } from './test.ts';

/** Each problem but the first: name, opening, question, names of both sides. */
const PROBLEMS: Readonly<Partial<Record<ProblemId, readonly [string, string, string, RegExp]>>> = {
  'two-layer': ['two layers', 'spline', 'How can you tell how good a network is?', /^Descent, 20 neurons$/],
  'vector-output': [
    'many outputs',
    'pie',
    'How far is descent from the best possible?',
    /^Descent, 5 neurons$/,
  ],
  lift: [
    'the lift',
    'lift',
    'One problem in two pictures. Does each side reach its optimum?',
    /^Network over \(u, α\)$/,
  ],
  gan: ['two players', 'gan-spiral', 'One descends, one climbs. Do they settle?', /./],
  federated: ['many clients', 'fed-disagree', 'Where do clients that average end up?', /./],
  shuffle: ['permutations', 'wrong-corner', 'Which side finds the best permutation?', /./],
  denoiser: ['a learned step', 'pix-three', 'Free or nonexpansive: which finds the truth?', /./],
};

// To their ends: own files, in test:all; digits: links.spec.ts; verdicts and pictures: app/problems.
test('the choice of the problem loads the opening of each, which asks its question and takes a step', async ({
  explorer,
  page,
}) => {
  await explorer.open();
  const others = PROBLEM_IDS.filter((id) => id !== 'one-neuron');
  expect(Object.keys(PROBLEMS).sort()).toEqual([...others].sort());
  const drawer = await explorer.openDrawer();
  for (const id of others)
    await test.step(id, async () => {
      const [name, preset, question, side] = PROBLEMS[id]!;
      await explorer.problem.selectOption(name);
      await expect.poll(() => explorer.fragment()).toBe(formatLink(presetScenario(id, preset)));
      await expect(explorer.question).toHaveText(question);
      await expect(explorer.panel('left').getByRole('heading').first()).toHaveText(side);
      await expect(explorer.play).toBeEnabled();
      await page.getByRole('button', { name: / forward$/ }).click();
      await expect(explorer.step).toHaveText('1');
      for (const each of ['left', 'right'] as const) {
        await expect(explorer.verdict(each)).not.toHaveText('');
        expect(Number.isFinite((await explorer.digits(each)).loss)).toBe(true);
      }
    });
  await expect(drawer).toBeVisible();
  await expect(explorer.notices).toBeHidden();
});
