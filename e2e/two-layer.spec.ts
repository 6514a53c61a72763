import type { Page } from '@playwright/test';
import { CATALOG } from '../engine/catalog.ts';
import { presetScenario } from '../engine/scenario/create-scenario.ts';
import { formatLink } from '../engine/scenario/scenario.ts';
import { replayNetworks } from './replay.ts';
import { expect, test } from './test.ts';

const linkOf = (preset: string) => formatLink(presetScenario('two-layer', preset));

/** The neurons of a flat network that are not padding. */
function neuronsOf(network: readonly number[], columns: number): { w: number[]; alpha: number }[] {
  const count = network.length / (columns + 1);
  return Array.from({ length: count }, (_, j) => ({
    w: network.slice(j * columns, (j + 1) * columns),
    alpha: network[count * columns + j]!,
  })).filter(({ w, alpha }) => alpha !== 0 || w.some((value) => value !== 0));
}

test('the header’s choice opens the first preset as a jump, and Back returns to one neuron', async ({
  explorer,
  page,
}) => {
  await explorer.open();
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();
  await explorer.problem.selectOption('two layers');
  await expect(explorer.question).toHaveText('How good is descent, and how would you know?');
  await expect.poll(() => explorer.fragment()).toBe(linkOf('recovers'));
  expect(await entries()).toBe(before + 1);
  await expect(explorer.panel('left').getByRole('heading')).toHaveText('Gradient descent, 20 neurons');
  await expect.poll(async () => (await explorer.digits('left')).iterate).toHaveLength(60);
  await expect(explorer.button('Layers')).toBeHidden();

  await page.goBack();
  await expect(explorer.question).toHaveText('Same data, same start, same step. Where will each end?');
  await expect.poll(async () => (await explorer.digits('left')).iterate).toEqual([-1.6, 0.3]);
  await expect(explorer.problem).toHaveValue('one-neuron');
  await expect(explorer.start('left')).toBeVisible();
});

test('every preset of two layers opens from its link with the replay’s digits', async ({
  explorer,
  page,
}) => {
  await explorer.open(linkOf('recovers'));
  for (const { id } of CATALOG['two-layer'].presets) {
    const link = `${linkOf(id)}&k=25`;
    const same = replayNetworks(link, 25);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, link);
    await expect.poll(async () => (await explorer.digits('left')).loss, id).toBe(same.left.losses[25]);
    for (const side of ['left', 'right'] as const) {
      const { k, iterate, loss } = await explorer.digits(side);
      expect(k, id).toBe(same[side].losses.length - 1);
      expect(loss, id).toBe(same[side].losses[k]);
      // Behind the neurons of a program with free biases stands its constant.
      const network = id === 'five-points' ? iterate.slice(0, -1) : iterate;
      expect(neuronsOf(network, 2), id).toEqual(same[side].neurons);
      expect(same[side].neurons.length, id).toBeGreaterThan(0);
    }
    await expect(explorer.notices).toBeHidden();
  }
});

test('stuck: descent ends far above the bound that is proved, and no step of either side is below it', async ({
  explorer,
  page,
}) => {
  const link = linkOf('stuck').replace('speed=400', 'speed=1000');
  await explorer.open(link);
  await expect(explorer.verdict('left')).toHaveText('Ready at the start.');
  await explorer.play.click();
  await expect(explorer.verdict('left')).toHaveText('Spurious: at least 1,123 % above the optimum, proved.');
  await expect(explorer.play).toBeVisible();
  await expect(explorer.verdict('right')).toHaveText('Optimal after 7 rounds: 3 neurons.');
  await expect(explorer.within('left')).toHaveText('at most 12.3 times the best possible (proved)');
  await expect(explorer.within('right')).toHaveText('the best possible (proved to 10⁻⁹)');
  const end = Number(await explorer.step.textContent());
  const same = replayNetworks(link, end);
  expect(same.left.endedAt).toBe(end);
  const bound = same.right.lowerBound!;

  for (const k of [0, 1, 2, 3, 5, 7, 8, 20, 100, 400, 1000, end]) {
    await explorer.seek(k);
    for (const side of ['left', 'right'] as const) {
      const { k: at, loss } = await explorer.digits(side);
      expect(loss).toBe(same[side].losses[at]);
      expect(loss).toBeGreaterThanOrEqual(bound);
    }
  }
  // And as the page draws it: the curve of the excess, read by arrow keys.
  const curve = page.getByTestId('curve-excess');
  await explorer.seek(0);
  await curve.focus();
  // By keyboard: after a click the arrow keys step the run.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(curve).toBeFocused();
  const read = curve.locator('output');
  for (let k = 0; k <= 100; k += 10) {
    await expect(read).toHaveText(new RegExp(`^${k} {2}● 0\\.\\d+ {2}■ \\d\\S*$`));
    await page.keyboard.press('Shift+ArrowRight');
  }
});

test('step, scrub, Home and End move both sides through the history', async ({ explorer, page }) => {
  const link = linkOf('too-few');
  await explorer.open(link);
  await expect(explorer.verdict('right')).toHaveText('Ready: no neuron yet.');
  await explorer.button('One step on').click();
  await explorer.button('One step on').click();
  await explorer.button('One step back').click();
  await expect(explorer.step).toHaveText('1');
  await expect(explorer.verdict('right')).toHaveText(/^Solving: (within|at most) /);
  await expect(explorer.verdict('left')).toContainText('times the best possible.');
  await explorer.seek(40);
  const there = [await explorer.digits('left'), await explorer.digits('right')];
  const same = replayNetworks(link, 40);
  expect(there[0]!.loss).toBe(same.left.losses[40]);
  // The program needs no further round; its last is held.
  expect(there[1]!.k).toBe(same.right.endedAt);
  await page.keyboard.press('Home');
  await expect(explorer.step).toHaveText('0');
  await expect(explorer.verdict('left')).toHaveText('Ready at the start.');
  await page.keyboard.press('End');
  await expect(explorer.step).toHaveText('40');
  expect([await explorer.digits('left'), await explorer.digits('right')]).toEqual(there);
  await expect(explorer.verdict('right')).toHaveText('Optimal after 10 rounds: 5 neurons.');
});

test('a neuron is chosen by a click on the circle, and by keyboard in its field', async ({
  explorer,
  page,
}) => {
  await explorer.open(`${linkOf('stuck')}&k=30`);
  const landscape = explorer.drawing('The objective over the two first-layer weights of neuron');
  await expect.poll(() => explorer.countColours(landscape)).toBeGreaterThan(20);
  await expect(explorer.neuron).toHaveValue('1');
  const first = await explorer.colours(landscape);
  const shareUnlike = async (before: number[]) => {
    const now = await explorer.colours(landscape);
    return now.filter((colour, i) => colour !== before[i]).length / now.length;
  };

  const { iterate } = await explorer.digits('left');
  const circle = explorer.drawing('The circle of directions');
  await expect.poll(() => explorer.countColours(circle)).toBeGreaterThan(20);
  const { width, height } = (await circle.boundingBox())!;
  const [x, y] = [iterate[4]!, iterate[5]!];
  const away = (0.3 * Math.min(width, height)) / Math.hypot(x, y);
  await circle.click({ position: { x: width / 2 + away * x, y: height / 2 - away * y } });
  await expect(explorer.neuron).toHaveValue('3');
  await expect.poll(() => explorer.fragment()).toContain('neuron=3');
  await expect(explorer.drawing('The objective over the two first-layer weights of neuron 3')).toBeVisible();
  await expect.poll(() => shareUnlike(first)).toBeGreaterThan(0.3);
  const third = await explorer.colours(landscape);
  await expect(explorer.step).toHaveText('30');

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const focused = () => explorer.neuron.evaluate((field) => field === document.activeElement);
  for (let press = 0; press < 40 && !(await focused()); press++) await page.keyboard.press('Tab');
  await expect(explorer.neuron).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(explorer.neuron).toHaveValue('2');
  await expect.poll(() => explorer.fragment()).toContain('neuron=2');
  await expect.poll(() => shareUnlike(third)).toBeGreaterThan(0.3);
  await expect(explorer.step).toHaveText('30');
  expect((await explorer.digits('left')).iterate).toEqual(iterate);
});

test('one input has the outputs as curves, two have maps of the residual', async ({ explorer }) => {
  await explorer.open(linkOf('spline'));
  const curves = explorer.drawing('The outputs of teacher, descent and program over the input');
  await expect.poll(() => explorer.countColours(curves)).toBeGreaterThan(20);
  const before = await explorer.pixels(curves);
  await explorer.seek(20);
  await expect.poll(() => explorer.pixels(curves)).not.toBe(before);
  await expect(explorer.drawing('descent: residual')).toHaveCount(0);

  await explorer.open(`${linkOf('recovers')}&k=20`);
  await expect(curves).toHaveCount(0);
  const maps = [explorer.drawing('descent: residual'), explorer.drawing('program: residual')];
  for (const map of maps) await expect.poll(() => explorer.countColours(map)).toBeGreaterThan(100);
  // Descent is off the teacher where the program is not.
  expect(await explorer.pixels(maps[0]!)).not.toBe(await explorer.pixels(maps[1]!));
});

test('more than two columns have angles and the fit, and say that nothing is certified', async ({
  explorer,
  page,
}) => {
  const link = '#v=1&problem=two-layer&d=5&n=12&k=20';
  await explorer.open(link);
  await expect(explorer.panel('right').getByRole('heading')).toHaveText('Convex program, sampled patterns');
  await expect(explorer.criterion('right')).toHaveText(
    'Not certified: patterns were sampled, so the bound is not proved.',
  );
  await expect(explorer.verdict('left')).toHaveText('Moving; no bound is proved here.');
  await expect(explorer.within('left')).toHaveText('no bound is proved for sampled patterns');
  await expect(explorer.verdict('right')).toHaveText(/^Solving: \d+ neurons?\.$/);
  await expect
    .poll(() => explorer.countColours(explorer.drawing('Predicted against label')))
    .toBeGreaterThan(10);
  await expect(explorer.drawing('The circle of directions')).toHaveCount(0);
  for (const side of ['left', 'right'])
    await expect
      .poll(() => explorer.countColours(page.getByTestId(`picture-${side}`).getByRole('img')))
      .toBeGreaterThan(10);
  // Without a bound there is nothing to come near to.
  await expect(explorer.button('Run 200 starts')).toHaveCount(0);
  const same = replayNetworks(link, 20);
  for (const side of ['left', 'right'] as const) {
    const { k, iterate, loss } = await explorer.digits(side);
    expect(loss).toBe(same[side].losses[k]);
    expect(neuronsOf(iterate, 5)).toEqual(same[side].neurons);
  }
});

test('successes are counted with an interval, and another scenario has none yet', async ({
  explorer,
  page,
}) => {
  await explorer.open('#v=1&problem=two-layer&neurons=3&n=10');
  await explorer.button('Run 200 starts').click();
  const sentence = explorer.successes.getByRole('status');
  await expect(sentence).toHaveText(
    /^(\d+) of 200 starts come within 1 % of the bound in 5,000 steps: \d+ % \(Wilson’s 95 %: \d+ % to \d+ %\)\.$/,
  );
  const [share, low, high] = /: (\d+) % \(Wilson’s 95 %: (\d+) % to (\d+) %/
    .exec((await sentence.textContent())!)!
    .slice(1)
    .map(Number) as [number, number, number];
  expect(share).toBeGreaterThanOrEqual(low);
  expect(share).toBeLessThanOrEqual(high);
  expect(high).toBeGreaterThan(low);
  // What is only looked at keeps it.
  await explorer.seek(5);
  await expect(sentence).toBeVisible();
  await page.keyboard.press('n');
  await expect(sentence).toHaveCount(0);
  await expect(explorer.button('Run 200 starts')).toBeVisible();
});

test('the count of successes shows how far it is, and can be given up', async ({ explorer }) => {
  await explorer.open('#v=1&problem=two-layer&neurons=60&n=500');
  await explorer.button('Run 200 starts').click();
  const bar = explorer.successes.getByRole('progressbar', { name: 'How often does descent get there?' });
  await expect(bar).toBeVisible();
  await expect(explorer.successes).toContainText(/\d+ of 200/);
  // The page goes on meanwhile.
  await explorer.button('One step on').click();
  await expect(explorer.step).toHaveText('1');
  await explorer.button('Cancel').click();
  await expect(bar).toHaveCount(0);
  await expect(explorer.button('Run 200 starts')).toBeVisible();
});

test('a count that another scenario ends leaves nothing behind', async ({ explorer, page }) => {
  await explorer.open('#v=1&problem=two-layer&neurons=60&n=500');
  await explorer.button('Run 200 starts').click();
  await expect(explorer.successes).toContainText(/[1-9]\d* of 200/);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('n');
  await expect(explorer.button('Run 200 starts')).toBeVisible();
  await explorer.idle();
  await expect(explorer.successes.getByRole('status')).toHaveCount(0);
});

test('a count stays when only the look of the page changes', async ({ explorer, page }) => {
  await explorer.open('#v=1&problem=two-layer&neurons=3&n=10');
  await explorer.button('Run 200 starts').click();
  const sentence = explorer.successes.getByRole('status');
  await expect(sentence).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  await expect(sentence).toBeVisible();
});

test('what is proved of one penalty is never said of another', async ({ explorer, page }) => {
  const SETTLED = 'Hardly moving, at most 33 % above the best possible.';
  await explorer.open(`${linkOf('stuck')}&k=2624`);
  await expect(explorer.verdict('left')).toHaveText('Spurious: at least 1,123 % above the optimum, proved.');
  const drawer = await explorer.openDrawer();
  const said = await page.evaluateHandle(() => {
    const words: (string | null)[] = [];
    const line = document.querySelector('[data-testid="verdict-left"]')!;
    new MutationObserver(() => words.push(line.textContent)).observe(line, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return words;
  });
  await drawer.getByRole('textbox', { name: 'Weight of the penalty β' }).fill('0.1');
  await page.keyboard.press('Enter');
  await expect(explorer.verdict('left')).toHaveText(SETTLED);
  const others = (await said.jsonValue()).filter(
    (words) => / %|times/.test(words ?? '') && words !== SETTLED,
  );
  expect(others).toEqual([]);
});

test('the relaxation of every neuron collapses where all outputs are one, and anneals elsewhere', async ({
  explorer,
}) => {
  await explorer.open(`${linkOf('collapse')}&k=400`);
  await expect(explorer.question).toHaveText('Does the relaxation carry over to many neurons?');
  await expect(explorer.verdict('right')).toHaveText('Collapsed: all its neurons point one way.');
  await expect(explorer.criterion('right')).toHaveText(
    'Not the paper’s own form, which could not be checked.',
  );

  const link = linkOf('annealed');
  await explorer.open(link);
  await explorer.setSpeed(1000);
  await explorer.play.click();
  await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(300);
  await explorer.pause.click();
  await explorer.seek(300);
  await expect(explorer.verdict('right')).toHaveText(/^F = 0\.\d+ without the regulariser, 3 directions\.$/);
  // Once the regulariser is gone its loss is F itself.
  const same = replayNetworks(link, 300);
  const right = await explorer.digits('right');
  expect(right.loss).toBe(same.right.losses[300]);
  expect(same.right.objectives![300]).toBe(right.loss);
  await expect(explorer.loss('right')).toHaveText(`loss ${right.loss.toFixed(5)}`);
});

test('own data of two features stays in the problem and is certified', async ({ explorer, page }) => {
  const rows = Array.from({ length: 12 }, (_, i) => {
    const [a, b] = [((i * 7) % 12) - 5, ((i * 5) % 11) - 4];
    return `${a},${b},${Math.max(0, a + b) - Math.max(0, a - 2 * b)}`;
  });
  await explorer.open(linkOf('stuck'));
  await explorer.button('Own data').click();
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await dialog.getByRole('textbox', { name: 'CSV text' }).fill(`left,right,y\n${rows.join('\n')}\n`);
  await expect(dialog).toContainText('12 rows taken. Features: left, right. Label: y.');
  await dialog.getByRole('checkbox', { name: /column of ones/ }).uncheck();
  await dialog.getByRole('button', { name: 'Use this data' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => explorer.fragment()).toMatch(/problem=two-layer&features=csv&data=z\./);
  await expect(explorer.problem).toHaveValue('two-layer');
  await explorer.seek(30);
  await expect(explorer.panel('right').getByRole('heading')).toHaveText('Exact convex program');
  await expect(explorer.verdict('right')).toContainText('Optimal after');
  await expect(explorer.within('left')).toContainText('(proved)');
  await expect.poll(() => explorer.countColours(explorer.drawing('program: residual'))).toBeGreaterThan(20);
  const same = replayNetworks(explorer.fragment(), 30);
  const left = await explorer.digits('left');
  expect(left.loss).toBe(same.left.losses[30]);
  expect(neuronsOf(left.iterate, 2)).toEqual(same.left.neurons);
});

for (const [link, said] of [
  [
    'neurons=9999&beta=-1&start=1,2,3',
    [
      'neurons: expected 1 to 500; got 9999',
      'beta: expected 0.000001 to 10; got -1',
      'start: expected 1500 numbers; got 3',
    ],
  ],
  [
    'n=5&neurons=2&neuron=77&right=sideways&outputs=<b>&anneal=1e99&size=NaN&signs=',
    ['right:', 'outputs:', 'anneal:', 'size:', 'signs:'],
  ],
  ['features=csv&data=z.AAAA', ['cannot be read']],
  ['features=line&xmin=1&xmax=1&n=1&beta=10&negative=8&teacher=1&d=1', ['d: expected 2 to 50; got 1']],
] as const)
  test(`a bad link of two layers is named and opens: ${link}`, async ({ explorer }) => {
    await explorer.open(`#v=1&problem=two-layer&${link}`);
    for (const words of said) await expect(explorer.notices).toContainText(words);
    await explorer.button('One step on').click();
    await expect(explorer.step).toHaveText('1');
    expect(Number.isFinite((await explorer.digits('left')).loss)).toBe(true);
    await explorer.notices.getByRole('button', { name: 'Dismiss' }).click();
    await expect(explorer.notices).toBeHidden();
  });

for (const [name, link] of [
  ['two layers', linkOf('stuck')],
  ['two layers relaxed', linkOf('collapse')],
] as const)
  test(`no accessibility violations of ${name}`, async ({ explorer }) => {
    await explorer.open(link);
    await explorer.openDrawer();
    for (const look of ['', '&theme=dark', '&profile=projector']) {
      await explorer.show(`${link}&k=40${look}`);
      await expect(explorer.within('left')).not.toHaveText('no bound yet');
      expect(await explorer.violations(), look).toEqual([]);
    }
  });

test('nothing that matters of two layers is below the fold at 1280x720', async ({ explorer, page }) => {
  await explorer.open(`${linkOf('stuck')}&k=40`);
  for (const part of [
    explorer.drawing('The objective over the two first-layer weights'),
    explorer.drawing('The circle of directions'),
    explorer.drawing('program: residual'),
    explorer.verdict('left'),
    explorer.button('Run 200 starts'),
    explorer.within('right'),
    explorer.play,
  ])
    await expect(part).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(720);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('the drawer’s choice opens two layers, and Back returns', async ({ explorer, page }) => {
    await explorer.open();
    await expect(explorer.problem).toBeHidden();
    const before = await page.evaluate(() => history.length);
    const drawer = await explorer.openDrawer();
    await drawer.getByRole('combobox', { name: 'Problem' }).selectOption('two layers');
    await expect.poll(() => explorer.fragment()).toBe(linkOf('recovers'));
    expect(await page.evaluate(() => history.length)).toBe(before + 1);
    await expect(drawer.getByRole('textbox', { name: 'Hidden neurons m' })).toHaveValue('20');
    await page.keyboard.press('Escape');
    await expect(explorer.panel('left').getByRole('heading')).toHaveText('Gradient descent, 20 neurons');
    await explorer.play.tap();
    await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(3);
    await page.goBack();
    await expect.poll(async () => (await explorer.digits('left')).iterate).toEqual([-1.6, 0.3]);
  });

  const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

  test('two layers do not scroll sideways at 320 px', async ({ explorer, page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await explorer.open(`${linkOf('stuck')}&k=2624`);
    await expect(explorer.verdict('left')).toContainText('Spurious');
    expect(await width(page)).toBeLessThanOrEqual(320);
    await explorer.openDrawer();
    expect(await width(page)).toBeLessThanOrEqual(320);
    for (const [link, side] of [
      ['#v=1&problem=two-layer&d=5&n=12', 'no bound is proved for sampled patterns'],
      [linkOf('spline'), '(proved)'],
      [linkOf('collapse'), '(proved)'],
    ] as const) {
      await explorer.open(link);
      await expect(explorer.within('left')).toContainText(side);
      expect(await width(page)).toBeLessThanOrEqual(320);
    }
  });

  for (const link of ['', formatLink(presetScenario('lift', 'lift'))])
    test(`maps do not scroll sideways at 320 px: ${link}`, async ({ explorer, page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await explorer.open(link);
      expect(await width(page)).toBeLessThanOrEqual(320);
    });
});

test('a neuron on the circle is read and chosen by keyboard and by pointer, and ringed', async ({
  explorer,
  page,
}) => {
  await explorer.open(`${linkOf('stuck')}&k=30`);
  const { iterate } = await explorer.digits('left');
  const [circle, read] = [page.getByTestId('circle'), page.getByTestId('probe-circle')];
  const picture = explorer.drawing('The circle of directions');
  await expect.poll(() => explorer.countColours(picture)).toBeGreaterThan(20);
  await expect(read).toBeEmpty();
  const figure = (value: number) => value.toFixed(5).replace('-', '−');
  const wordsOf = (j: number) =>
    `neuron ${j + 1}  w (${figure(iterate[2 * j]!)}, ${figure(iterate[2 * j + 1]!)})  α ${figure(iterate[6 + j]!)}`;
  await circle.focus();
  await expect(read).toContainText(wordsOf(0));
  const seen = new Set<string>();
  for (let press = 0; press < 3; press++) {
    await page.keyboard.press('ArrowLeft');
    seen.add((await read.textContent())!.split('\n')[0]!);
  }
  expect([...seen].sort()).toEqual([0, 1, 2].map(wordsOf));
  await expect(read).toContainText(wordsOf(0));
  await page.keyboard.press('ArrowRight');
  const other = Number(/neuron (\d)/.exec((await read.textContent())!)![1]);
  const before = await explorer.pixels(picture);
  await page.keyboard.press('Enter');
  await expect(explorer.neuron).toHaveValue(String(other));
  await expect.poll(() => explorer.fragment()).toContain(`neuron=${other}`);
  await expect.poll(() => explorer.pixels(picture)).not.toBe(before);

  // A pointer beside a dot means it.
  const { width, height } = (await circle.boundingBox())!;
  const away = (0.36 * Math.min(width, height)) / Math.hypot(iterate[0]!, iterate[1]!);
  await circle.hover({ position: { x: width / 2 + away * iterate[0]!, y: height / 2 - away * iterate[1]! } });
  await expect(read).toContainText(wordsOf(0));
  await expect(read).toContainText(
    /angle \d+\.?\d*° {2}strength \d\.\d{5} {2}(no match|matches teacher’s \d)/,
  );
  await page.mouse.move(5, 5);
  await expect(read).toBeEmpty();
});

test('the landscape of a neuron reads F under its crosshair, to the digits of the replay', async ({
  explorer,
  page,
}) => {
  await explorer.open(`${linkOf('stuck')}&k=30`);
  const { iterate } = await explorer.digits('left');
  await expect
    .poll(() => explorer.countColours(explorer.drawing('The objective over the two first-layer weights')))
    .toBeGreaterThan(20);
  const surface = page.getByTestId('neuron').getByRole('application');
  await surface.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  // The first neuron's weights at zero, the others where they are.
  const start = [0, 0, ...iterate.slice(2)];
  const { losses } = replayNetworks(`${linkOf('stuck')}&start=${start.join(',')}`, 1).left;
  await expect(page.getByTestId('probe-neuron')).toHaveText(
    new RegExp(`^w \\(−?0\\.000, −?0\\.000\\) {2}F ${losses[0]!.toFixed(5)} {2}‖∂F/∂w‖ \\d\\.\\d{5}$`),
  );
  // It follows the step, and goes with the focus.
  await explorer.seek(0);
  await surface.focus();
  await expect(page.getByTestId('probe-neuron')).not.toContainText(losses[0]!.toFixed(5));
  await surface.blur();
  await expect(page.getByTestId('probe-neuron')).toBeEmpty();
});

test('a disclosure explains the circle in words, and Escape closes it', async ({ explorer, page }) => {
  await explorer.open(`${linkOf('stuck')}&k=30`);
  const summary = page.getByText('How to read this');
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Dotted: .* within 30°, with at least 0\.1 % of its strength/)).toBeVisible();
  expect(await explorer.violations()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Dotted: /)).toHaveCount(0);
  await expect(summary).toBeFocused();
});

test('pictures of a run that diverged stand where it was last within the scale, and say so', async ({
  explorer,
  page,
}) => {
  await explorer.open('#v=1&problem=two-layer&c=60&k=50');
  await expect(page.getByText('Diverged: pictured at step 0, the last within the scale')).toBeVisible();
  await expect(page.getByText('descent, step 0')).toBeVisible();
  await explorer.open(`${linkOf('stuck')}&k=30`);
  await expect(page.getByText(/pictured at step/)).toHaveCount(0);
});

test('the program’s verdict and the meter say one figure of one measure', async ({ explorer, page }) => {
  for (const [lang, figure] of [
    ['en', /\d\S* %/],
    ['zh', /\d\S*%/],
  ] as const) {
    await explorer.open(`#v=1&problem=two-layer&neurons=5&noise=0.2&k=5&lang=${lang}`);
    const meter = page.getByTestId('within-right');
    await expect(meter).toHaveText(figure);
    const said = figure.exec((await meter.textContent())!)![0];
    expect(figure.exec((await explorer.verdict('right').textContent())!)![0]).toBe(said);
  }
});
