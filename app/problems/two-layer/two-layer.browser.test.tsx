import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { CATALOG } from '../../../engine/catalog.ts';
import { presetScenario } from '../../../engine/scenario/create-scenario.ts';
import { formatLink } from '../../../engine/scenario/scenario.ts';
import { runsAll, spread } from '../../../scripts/tier.mjs';
import { OwnDataDialog } from '../../features/scenario/OwnDataDialog.tsx';
import { ScenarioDrawer } from '../../features/scenario/ScenarioDrawer.tsx';
import {
  button,
  colours,
  countColours,
  find,
  findAll,
  focusByKeys,
  idle,
  mount,
  pixels,
  text,
} from '../../shell/mount.test.tsx';
import { Notices } from '../../ui/notices/Notices.tsx';
import { PlaybackBar } from '../../ui/PlaybackBar.tsx';
import { ProblemPage } from '../kit/Page.tsx';

const linkOf = (preset: string) => formatLink(presetScenario('two-layer', preset));
const SIDES = ['left', 'right'] as const;

/** The page of the problem with all pictures and their bounds, with what moves it. */
const ALL = '&forecast=1&pictures=all';
const open = (link: string, drawer?: ReactNode) => openFirst(`${link}${ALL}`, drawer);
const openFirst = (link: string, drawer?: ReactNode) =>
  mount(
    <>
      <main>
        <Notices onOwnData={() => undefined} />
        <ProblemPage />
      </main>
      <PlaybackBar />
      {drawer}
    </>,
    link,
  );

/** A picture by how its words begin. */
const drawing = (words: string) => page.getByRole('img', { name: new RegExp(`^${words}`) });
const canvas = (words: string) => drawing(words).element() as HTMLCanvasElement;
const LANDSCAPE = 'The objective over the two first-layer weights of neuron';
const CIRCLE = 'The circle of directions';
const verdict = (side: string) => text(`verdict-${side}`);
const heading = (side: string) => find(`[data-testid="${side}"] h2`).textContent;
const criterion = (side: string) => find(`[data-testid="${side}"] .criterion`).textContent;
const neuron = page.getByRole('spinbutton', { name: 'Neuron shown' });

/** The neurons of a flat network that are not padding. */
function neuronsOf(network: readonly number[], columns: number): { w: number[]; alpha: number }[] {
  const count = network.length / (columns + 1);
  return Array.from({ length: count }, (_, j) => ({
    w: network.slice(j * columns, (j + 1) * columns),
    alpha: network[count * columns + j]!,
  })).filter(({ w, alpha }) => alpha !== 0 || w.some((value) => value !== 0));
}

for (const { id } of spread<{ readonly id: string }>(CATALOG['two-layer'].presets, 2))
  test(`a preset of two layers opens from its link with the replay’s digits: ${id}`, async () => {
    const link = `${linkOf(id)}&k=25`;
    const same = await commands.replayNetworks(link, 25);
    const { digits } = await open(link);
    expect(digits('left').loss).toBe(same.left.losses[25]);
    for (const side of SIDES) {
      const { k, iterate, loss } = digits(side);
      expect(k).toBe(same[side].losses.length - 1);
      expect(loss).toBe(same[side].losses[k]);
      // Behind the neurons of a program with free biases stands its constant.
      const network = id === 'five-points' ? iterate.slice(0, -1) : iterate;
      expect(neuronsOf(network, 2)).toEqual(same[side].neurons);
      expect(same[side].neurons.length).toBeGreaterThan(0);
    }
    await expect.element(page.getByRole('status', { name: 'Adjusted input' })).not.toBeInTheDocument();
  });

test('stuck: no step of either side is below the bound that is proved', async () => {
  const link = linkOf('stuck');
  const { digits, seek } = await open(`${link}&k=2624`);
  expect(verdict('left')).toBe('Spurious: at least 12.2 times the best network of this width (proved).');
  expect(verdict('right')).toBe('Optimal after 7 rounds: 3 neurons.');
  expect(text('within-left')).toBe('12.2 times the best possible (proved)');
  expect(text('within-right')).toBe('optimal (proved to 10⁻⁹)');
  const end = 2624;
  const same = await commands.replayNetworks(link, end);
  expect(same.left.endedAt).toBe(end);
  const bound = same.right.lowerBound!;
  for (const k of spread([0, 1, 2, 3, 5, 7, 8, 20, 100, 400, 1000, end], 5)) {
    await seek(k);
    for (const side of SIDES) {
      const { k: at, loss } = digits(side);
      expect(loss).toBe(same[side].losses[at]);
      expect(loss).toBeGreaterThanOrEqual(bound);
    }
  }
  // And as the page draws it: the curve of the excess, read by arrow keys.
  const curve = find('[data-testid="curve-excess"]');
  await seek(10);
  focusByKeys(curve);
  const read = curve.querySelector('output')!;
  for (let k = 10; k <= (runsAll ? 100 : 30); k += 10) {
    await expect
      .poll(() => read.textContent)
      .toMatch(new RegExp(`^${k} {2}● 0\\.\\d+ {2}■ (\\d[\\d.]*|\\d\\.\\d\\s×\\s10⁻\\S+)$`));
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
  }
});

test('step, scrub, Home and End move both sides through the history', async () => {
  const link = linkOf('too-few');
  const { digits, session } = await open(link);
  expect(verdict('right')).toBe('Ready.');
  for (const way of ['forward', 'forward', 'back']) await button(`Step ${way}`).click();
  await expect.poll(() => text('step')).toBe('1');
  await idle();
  expect(verdict('right')).toMatch(/^Solving: at most /);
  expect(verdict('left')).toContain('times the best possible.');
  await page.getByRole('slider', { name: 'Step shown' }).fill('40');
  await expect.poll(() => text('step')).toBe('40');
  await idle();
  const both = () => SIDES.map((side) => digits(side));
  const there = both();
  const same = await commands.replayNetworks(link, 40);
  expect(there[0]!.loss).toBe(same.left.losses[40]);
  // The program needs no further round; its last is held.
  expect(there[1]!.k).toBe(same.right.endedAt);
  await userEvent.keyboard('{Home}');
  await expect.poll(() => text('step')).toBe('0');
  await idle();
  expect(verdict('left')).toBe('Ready.');
  await userEvent.keyboard('{End}');
  await expect.poll(() => text('step')).toBe('40');
  await idle();
  expect(both()).toEqual(there);
  expect(verdict('right')).toBe('Optimal after 10 rounds: 5 neurons.');
  expect(session.store.getState().playing).toBe(false);
});

test('a neuron is chosen by a click on the circle, and by keyboard in its field', async () => {
  const { digits, link, session } = await open(`${linkOf('stuck')}&k=30`);
  const k = () => session.store.getState().k;
  const landscape = () => canvas(LANDSCAPE);
  expect(countColours(landscape())).toBeGreaterThan(20);
  await expect.element(neuron).toHaveValue(1);
  const first = colours(landscape());
  const shareUnlike = (before: Uint32Array) =>
    colours(landscape()).filter((colour, i) => colour !== before[i]).length / before.length;

  const { iterate } = digits('left');
  expect(countColours(canvas(CIRCLE))).toBeGreaterThan(20);
  const { width, height } = canvas(CIRCLE).getBoundingClientRect();
  const [x, y] = [iterate[4]!, iterate[5]!];
  const away = (0.3 * Math.min(width, height)) / Math.hypot(x, y);
  await drawing(CIRCLE).click({ position: { x: width / 2 + away * x, y: height / 2 - away * y } });
  await expect.element(neuron).toHaveValue(3);
  expect(link()).toContain('neuron=3');
  await expect.element(drawing(`${LANDSCAPE} 3`)).toBeVisible();
  await expect.poll(() => shareUnlike(first)).toBeGreaterThan(0.25);
  const third = colours(landscape());
  expect(k()).toBe(30);

  (document.activeElement as HTMLElement | null)?.blur();
  const isFocused = () => document.activeElement === neuron.element();
  for (let press = 0; press < 40 && !isFocused(); press++) await userEvent.keyboard('{Tab}');
  await expect.element(neuron).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(neuron).toHaveValue(2);
  expect(link()).toContain('neuron=2');
  await expect.poll(() => shareUnlike(third)).toBeGreaterThan(0.25);
  expect(k()).toBe(30);
  expect(digits('left').iterate).toEqual(iterate);
});

test('the objective leads; on demand one input has the outputs as curves, two have maps of the residual', async () => {
  const OUTPUTS = 'The outputs of teacher, descent and program over the input';
  const { seek, open: show } = await open(linkOf('spline'));
  const lead = page.getByTestId('lead');
  await expect.element(lead.getByTestId('curve-objective')).toBeVisible();
  expect(drawing(OUTPUTS).elements()).toHaveLength(0);
  await button('The network’s output').click();
  await expect.element(lead).not.toBeInTheDocument();
  await idle();
  expect(countColours(canvas(OUTPUTS))).toBeGreaterThan(20);
  const before = pixels(canvas(OUTPUTS));
  await seek(20);
  await expect.poll(() => pixels(canvas(OUTPUTS)) !== before).toBe(true);
  expect(drawing('descent: residual').elements()).toHaveLength(0);

  await show(`${linkOf('recovers')}&k=20${ALL}`);
  await expect.poll(() => drawing(OUTPUTS).elements().length).toBe(0);
  const maps = ['descent: residual', 'program: residual'];
  for (const map of maps) await expect.poll(() => countColours(canvas(map))).toBeGreaterThan(100);
  // Descent is off the teacher where the program is not.
  expect(pixels(canvas(maps[0]!)) === pixels(canvas(maps[1]!))).toBe(false);
  await button('Objective and floor').click();
  await expect.element(lead.getByTestId('curve-objective')).toBeVisible();
});

test('more than two columns have angles and the fit, and say that nothing is certified', async () => {
  const link = '#v=1&problem=two-layer&d=5&n=12&k=20';
  const { digits } = await open(link);
  expect(heading('right')).toBe('Convex program, sampled patterns');
  expect(criterion('right')).toBe(
    'Not certified: the patterns are only a sample, so the bound is not proved.',
  );
  expect(verdict('left')).toBe('Still moving; no bound is proved here.');
  expect(text('within-left')).toBe('no bound is proved for sampled patterns');
  expect(verdict('right')).toMatch(/^Solving: \d+ neurons?\.$/);
  await button('The network’s output').click();
  await expect.poll(() => countColours(canvas('Predicted against label'))).toBeGreaterThan(10);
  expect(drawing(CIRCLE).elements()).toHaveLength(0);
  for (const side of SIDES)
    await expect
      .poll(() => countColours(find(`[data-testid="picture-${side}"] canvas[role="img"]`)))
      .toBeGreaterThan(10);
  // Without a bound there is nothing to come near to.
  expect(button('Try 200 random starts').elements()).toHaveLength(0);
  const same = await commands.replayNetworks(link, 20);
  for (const side of SIDES) {
    const { k, iterate, loss } = digits(side);
    expect(loss).toBe(same[side].losses[k]);
    expect(neuronsOf(iterate, 5)).toEqual(same[side].neurons);
  }
});

const counted = page.getByTestId('successes').getByRole('status');

test('successes are counted with an interval, and another scenario has none yet', async () => {
  const { seek } = await open('#v=1&problem=two-layer&neurons=3&n=10');
  await button('Try 200 random starts').click();
  await expect
    .element(counted)
    .toHaveTextContent(
      /^(\d+) of 200 starts get within 1 % of the bound in 5,000 steps: \d+ % \(Wilson’s 95 %: \d+ % to \d+ %\)\.$/,
    );
  const [share, low, high] = /: (\d+) % \(Wilson’s 95 %: (\d+) % to (\d+) %/
    .exec(counted.element().textContent!)!
    .slice(1)
    .map(Number) as [number, number, number];
  expect(share).toBeGreaterThanOrEqual(low);
  expect(share).toBeLessThanOrEqual(high);
  expect(high).toBeGreaterThan(low);
  // Changes of the display keep the count.
  await seek(5);
  await expect.element(counted).toBeVisible();
  await userEvent.keyboard('p');
  await expect.poll(() => document.documentElement.dataset.theme).toBe('projector');
  await expect.element(counted).toBeVisible();
  await userEvent.keyboard('n');
  await expect.element(counted).not.toBeInTheDocument();
  await expect.element(button('Try 200 random starts')).toBeVisible();
});

test('what is proved of one penalty is never said of another', async () => {
  const SETTLED = 'Barely moving, at most 33\u00A0% above the best possible.';
  const drawer = <ScenarioDrawer onClose={() => undefined} onOwnData={() => undefined} />;
  await open(`${linkOf('stuck')}&k=2624`, drawer);
  expect(verdict('left')).toBe('Spurious: at least 12.2 times the best network of this width (proved).');
  const said: (string | null)[] = [];
  const line = find('[data-testid="verdict-left"]');
  const watching = new MutationObserver(() => said.push(line.textContent));
  watching.observe(line, { childList: true, characterData: true, subtree: true });
  const beta = page.getByRole('textbox', { name: 'Weight of the penalty β' });
  await beta.fill('0.1');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => verdict('left')).toBe(SETTLED);
  watching.disconnect();
  expect(said.filter((words) => / %|×/.test(words ?? '') && words !== SETTLED)).toEqual([]);
});

test('the relaxation of every neuron collapses where all outputs are one, and anneals elsewhere', async () => {
  const { open: show, digits } = await open(`${linkOf('collapse')}&k=400`);
  expect(verdict('right')).toBe('Collapsed: all neurons point the same way.');
  expect(criterion('right')).toBe('This is not the paper’s own form, which we could not check.');

  const link = linkOf('annealed');
  await show(`${link}&k=300`);
  expect(verdict('right')).toMatch(/^F = 0\.\d+ without the regulariser, 3 directions\.$/);
  // Once the regulariser is gone its loss is F itself.
  const same = await commands.replayNetworks(link, 300);
  const { loss } = digits('right');
  expect(loss).toBe(same.right.losses[300]);
  expect(same.right.objectives![300]).toBe(loss);
  expect(text('loss-right')).toBe(`loss ${loss.toPrecision(3)}`);
});

test('own data of two features stays in the problem and is certified', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => {
    const [a, b] = [((i * 7) % 12) - 5, ((i * 5) % 11) - 4];
    return `${a},${b},${Math.max(0, a + b) - Math.max(0, a - 2 * b)}`;
  });
  const onClose = vi.fn();
  const { link, seek, digits } = await open(linkOf('stuck'), <OwnDataDialog file={null} onClose={onClose} />);
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await dialog.getByRole('textbox', { name: 'CSV text' }).fill(`left,right,y\n${rows.join('\n')}\n`);
  await expect.element(dialog).toHaveTextContent('12 rows loaded. Features: left, right. Label: y.');
  await expect.element(dialog.getByRole('checkbox', { name: /column of ones/ })).not.toBeChecked();
  await dialog.getByRole('button', { name: 'Use this data' }).click();
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  await expect.poll(link).toMatch(/problem=two-layer&features=csv&data=z\./);
  await idle();
  await seek(30);
  expect(heading('right')).toBe('Exact convex program');
  expect(verdict('right')).toContain('Optimal after');
  expect(text('within-left')).toContain('(proved)');
  // The dialog, which stays here, lies over the page.
  (button('Residuals and fit').element() as HTMLElement).click();
  await expect.poll(() => countColours(canvas('program: residual'))).toBeGreaterThan(20);
  const same = await commands.replayNetworks(link(), 30);
  const left = digits('left');
  expect(left.loss).toBe(same.left.losses[30]);
  expect(neuronsOf(left.iterate, 2)).toEqual(same.left.neurons);
});

for (const [link, said] of spread(
  [
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
  ] as const,
  2,
))
  test(`a bad link of two layers is named and opens: ${link}`, async () => {
    const { digits } = await open(`#v=1&problem=two-layer&${link}`);
    const notices = page.getByRole('status', { name: 'Adjusted input' });
    for (const words of said) await expect.element(notices).toHaveTextContent(words);
    await button('Step forward').click();
    await expect.poll(() => text('step')).toBe('1');
    await idle();
    expect(Number.isFinite(digits('left').loss)).toBe(true);
    await notices.getByRole('button', { name: 'Dismiss' }).click();
    await expect.element(notices).not.toBeInTheDocument();
  });

test('a neuron on the circle is read and chosen by keyboard and by pointer, and ringed', async () => {
  const { digits, link } = await open(`${linkOf('stuck')}&k=30`);
  const { iterate } = digits('left');
  const circle = page.getByTestId('circle');
  const read = () => text('probe-circle');
  const picture = () => canvas(CIRCLE);
  expect(countColours(picture())).toBeGreaterThan(20);
  expect(read()).toBe('');
  const figure = (value: number) => value.toPrecision(3).replace('-', '−');
  const wordsOf = (j: number) =>
    `neuron ${j + 1}  w (${figure(iterate[2 * j]!)}, ${figure(iterate[2 * j + 1]!)})  α ${figure(iterate[6 + j]!)}`;
  // By keyboard: what had the focus after a click shows no ring.
  await userEvent.keyboard('{Tab}');
  (circle.element() as HTMLElement).focus();
  await expect.poll(read).toContain(wordsOf(0));
  const seen = new Set<string>();
  for (let press = 0; press < 3; press++) {
    const before = read();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.poll(read).not.toBe(before);
    seen.add(read().split('\n')[0]!);
  }
  expect([...seen].sort()).toEqual([0, 1, 2].map(wordsOf));
  expect(read()).toContain(wordsOf(0));
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(read).not.toContain(wordsOf(0));
  const other = Number(/neuron (\d)/.exec(read())![1]);
  const before = pixels(picture());
  await userEvent.keyboard('{Enter}');
  await expect.element(neuron).toHaveValue(other);
  expect(link()).toContain(`neuron=${other}`);
  await expect.poll(() => pixels(picture()) !== before).toBe(true);

  // A pointer beside a dot means it.
  const { width, height } = circle.element().getBoundingClientRect();
  const away = (0.36 * Math.min(width, height)) / Math.hypot(iterate[0]!, iterate[1]!);
  await circle.hover({
    position: { x: width / 2 + away * iterate[0]!, y: height / 2 - away * iterate[1]! },
  });
  await expect.poll(read).toContain(wordsOf(0));
  expect(read()).toMatch(/angle \d+\.?\d*° {2}strength \d\.\d{2,3} {2}(no match|matches teacher neuron \d)/);
  await page.getByTestId('step').hover();
  await expect.poll(read).toBe('');
});

test('the landscape of a neuron reads F under its crosshair, to the digits of the replay', async () => {
  const { digits, seek } = await open(`${linkOf('stuck')}&k=30`);
  const { iterate } = digits('left');
  const surface = page.getByTestId('neuron').getByRole('application').element() as HTMLElement;
  surface.focus();
  await userEvent.keyboard('{ArrowRight}{ArrowLeft}');
  // The first neuron's weights at zero, the others where they are.
  const start = [0, 0, ...iterate.slice(2)];
  const { losses } = (await commands.replayNetworks(`${linkOf('stuck')}&start=${start.join(',')}`, 1)).left;
  const read = () => text('probe-neuron');
  await expect
    .poll(read)
    .toMatch(
      new RegExp(`^w \\(−?0\\.000, −?0\\.000\\) {2}F ${losses[0]!.toPrecision(3)} {2}‖∂F/∂w‖ [\\d.]+$`),
    );
  // It follows the step, and goes with the focus.
  await seek(0);
  surface.focus();
  await expect.poll(read).not.toContain(`F ${losses[0]!.toPrecision(3)}`);
  surface.blur();
  await expect.poll(read).toBe('');
});

test('pictures of a run that diverged stand where it was last within the scale, and say so', async () => {
  const { open: show } = await open('#v=1&problem=two-layer&c=60&k=50');
  await expect
    .element(page.getByText('Diverged: shown at step 0, the last one within the scale'))
    .toBeVisible();
  await button('Residuals and fit').click();
  await expect.element(page.getByText('descent, step 0')).toBeVisible();
  await show(`${linkOf('stuck')}&k=30`);
  expect(findAll('main').some((one) => /shown at step/.test(one.textContent!))).toBe(false);
});

for (const [lang, figure] of [
  ['en', /\d\S*\u00A0%/],
  ['zh', /\d\S*%/],
] as const)
  test(`the program’s verdict and the meter say one figure of one measure: ${lang}`, async () => {
    await open(`#v=1&problem=two-layer&neurons=5&noise=0.2&k=5&lang=${lang}`);
    const said = figure.exec(text('within-right'))![0];
    expect(figure.exec(verdict('right'))![0]).toBe(said);
  });

for (const [preset, first] of [
  ['spline', 'The output of descent over the input'],
  ['recovers', 'descent: residual over the plane'],
] as const)
  test(`before Play the first screen shows what each network makes of the data, and no bound: ${preset}`, async () => {
    await openFirst(linkOf(preset));
    expect(findAll('[data-testid="left"] canvas, [data-testid="right"] canvas')).toHaveLength(2);
    await expect.element(drawing(first)).toBeInTheDocument();
    expect(SIDES.map(verdict)).toEqual(['Ready.', 'Ready.']);
    expect(findAll('[data-testid="gap"], [data-testid="curve-excess"]')).toEqual([]);
    const said = () =>
      [document.body.textContent, ...findAll('[aria-label]').map((one) => one.ariaLabel)].join('\n');
    expect(said()).not.toMatch(/floor|proved|above the best|best possible/i);
    await expect.element(page.getByTestId('idea')).toBeInTheDocument();
    expect(findAll('[data-testid^="idea-"] canvas')).toHaveLength(2);
    await button('Step forward').click();
    await idle();
    // With the first step the run proves its floor.
    expect(find('[data-testid="lead"] h2').textContent).toBe('Objective and floor');
    expect(findAll('[data-testid="gap"]')).toHaveLength(1);
  });
