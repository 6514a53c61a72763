import { CATALOG } from '../engine/catalog.ts';
import { presetScenario } from '../engine/scenario/create-scenario.ts';
import { formatLink } from '../engine/scenario/scenario.ts';
import { spread } from '../scripts/tier.mjs';
import { replay } from './replay.ts';
import { expect, test } from './test.ts';

const linkOf = (preset: string) => formatLink(presetScenario('lift', preset));

// links.spec.ts: frozen links of every preset.
test('presets of the lift open from their links with the replay’s digits', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await explorer.open(linkOf('lift'));
  for (const { id } of spread(CATALOG.lift.presets, 3)) {
    const link = `${linkOf(id)}&k=25`;
    const same = replay(link, 25);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, link);
    await expect.poll(async () => (await explorer.digits('left')).loss, id).toBe(same.left.losses[25]);
    for (const side of ['left', 'right'] as const) {
      const shown = await explorer.digits(side);
      expect(shown.k, id).toBe(25);
      expect(shown.iterate, id).toEqual(same[side].iterates[25]);
      expect(shown.loss, id).toBe(same[side].losses[25]);
    }
    await expect(explorer.notices).toBeHidden();
  }
});

// Opened in problems.spec.ts; optimum: engine/problems/lift/optimum.test.ts.
test('the lift: both pictures come to one optimum value', { tag: '@all' }, async ({ explorer, page }) => {
  await explorer.open();
  await explorer.openProblem('the lift');
  await expect.poll(() => explorer.fragment()).toBe(linkOf('lift'));
  await expect(explorer.question).toHaveText(
    'One problem in two pictures. Does each side reach its optimum?',
  );
  await expect(explorer.panel('left').getByRole('heading')).toHaveText('Network over (u, α)');
  await expect(explorer.panel('right').getByRole('heading')).toHaveText('Lifted, over (v, w)');
  await page.evaluate(() => {
    location.hash += '&k=300';
  });
  await expect(explorer.step).toHaveText('300');
  for (const side of ['left', 'right'] as const) {
    expect(Math.abs((await explorer.digits(side)).loss - 0.21875)).toBeLessThan(1e-6);
    await expect(explorer.loss(side)).toHaveText('loss 0.219');
    await expect(explorer.verdict(side)).toContainText('Stopped');
  }
  // Different points: u = alpha = sqrt(3/4), and v = u alpha with w = 0.
  const [left, right] = [await explorer.digits('left'), await explorer.digits('right')];
  for (const value of left.iterate) expect(value).toBeCloseTo(Math.sqrt(0.75), 6);
  expect(right.iterate[0]).toBeCloseTo(0.75, 6);
  expect(right.iterate[1]).toBe(0);
});

// The network in Node: engine/problems/lift; the preset opens above.
test('into the dead half: the network dies, its program arrives', { tag: '@all' }, async ({ explorer }) => {
  await explorer.open(`${linkOf('lift-dead')}&speed=1000`);
  await explorer.play.click();
  await expect(explorer.verdict('left')).toHaveText('Dead: the gradient has all but vanished.');
  await expect(explorer.play).toBeVisible();
  await expect(explorer.verdict('right')).toHaveText('Stopped at the optimum.');
  await expect(explorer.loss('left')).toHaveText('loss 0.500');
  await expect(explorer.loss('right')).toHaveText('loss 0.219');
});

// Clicks: hands.spec.ts; v, w ≥ 0: engine/problems/lift/problem.test.ts.
test('a click places the start of the lift: as it is on the left, within v, w ≥ 0 on the right', {
  tag: '@all',
}, async ({ explorer }) => {
  await explorer.open(linkOf('lift'));
  const box = (await explorer.landscape('left').boundingBox())!;
  await explorer.landscape('left').click({ position: { x: box.width * 0.3, y: box.height * 0.75 } });
  await expect.poll(async () => (await explorer.digits('left')).iterate).not.toEqual([1.5, 0.25]);
  await explorer.idle();
  const { iterate } = await explorer.digits('left');
  expect(iterate.some((value) => value < 0)).toBe(true);
  expect((await explorer.digits('right')).iterate).toEqual(iterate.map((value) => Math.max(0, value)));
});

// Bad links: links.spec.ts; of every problem in Node: engine/scenario.
test('a bad link of the lift is named and opens', { tag: '@all' }, async ({ explorer }) => {
  await explorer.open('#v=1&problem=lift&neurons=9999&beta=-1&start=1,2,3&y=0');
  for (const words of [
    'neurons',
    'beta: expected 0.000001 to 10; got -1',
    'start:',
    'y: expected 0.01 to 10',
  ])
    await expect(explorer.notices).toContainText(words);
  await explorer.button('Step forward').click();
  await expect(explorer.step).toHaveText('1');
  for (const side of ['left', 'right'] as const)
    expect(Number.isFinite((await explorer.digits(side)).loss)).toBe(true);
});
