import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SideName } from '../../../../engine/contract.ts';
import type { DisplayList } from '../../../charts/display-list.ts';
import { createPlane } from '../../../charts/geometry.ts';
import { marksOf } from '../../../charts/marks/find-marks.ts';
import { createComposer } from '../../../figure/compose.ts';
import { figureStyle } from '../../../figure/draw-style.ts';
import { readSnapshot } from '../../../figure/read-snapshot.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { landscapeRect } from '../../../pictures/landscape/rect.ts';
import type { Session } from '../../../session/session.ts';
import { shownView } from '../../../session/store.ts';
import { find, findAll, idle, mount, text } from '../../../shell/mount.test.tsx';
import { Question } from '../../../shell/Question.tsx';
import { ProblemPage } from '../../kit/Page.tsx';

const open = (more = '', known = '&forecast=1&pictures=all') =>
  mount(
    <>
      <Question />
      <main>
        <ProblemPage />
      </main>
    </>,
    `#v=1&problem=denoiser&level=pixels${known}${more}`,
  );

async function drawn(session: Session, part: SideName | 'more' | 'step'): Promise<DisplayList> {
  const compose = createComposer({
    ...{ part, width: 420, drawStyle: figureStyle(1, true), background: null, caption: null },
    t: createTranslate('en'),
  });
  return compose(await readSnapshot(session, session.store.getState().k)).list;
}

const told = (side: SideName) =>
  findAll(`[data-testid="field-${side}"] [role="img"]`)
    .map((one) => one.getAttribute('aria-label') ?? '')
    .join(' ');

const dots = (list: DisplayList, role: 'stable' | 'unstable' | 'saddle') =>
  marksOf(list, 'circle', role).length +
  marksOf(list, 'symbols', role).reduce((sum, { points }) => sum + points.length / 2, 0);

async function choose(name: string): Promise<void> {
  await userEvent.selectOptions(page.getByTestId('more-choice'), name);
  await idle();
}

test('both landscapes say what rests on them, how far the limit may be, and how each side stands', async () => {
  await open('&k=5');
  const titles = findAll('main h2').map((heading) => heading.textContent);
  expect(titles.slice(0, 2)).toEqual(['Free denoiser', 'Nonexpansive denoiser']);
  await expect
    .poll(() => told('left'))
    .toContain('All fixed points: 3 stable at (0.067, 1.011), (0.902, 0.988), (1.004, 0.002); 2 saddles.');
  expect(told('right')).toContain('All fixed points: 1 stable at (0.703, 0.622).');
  expect(told('right')).toMatch(/Certified disc: radius 0\.\d+\./);
  expect(told('left')).not.toContain('Certified disc');
  expect(text('verdict-left')).toBe('Will settle: c = 1 < 1.179 (proved).');
});

test('rest points by their kinds, the line, the truth and the disc of the side that has one', async () => {
  const { session } = await open('&k=5');
  const left = await drawn(session, 'left');
  const right = await drawn(session, 'right');
  expect([dots(left, 'stable'), dots(left, 'saddle'), dots(right, 'stable')]).toEqual([3, 2, 1]);
  for (const list of [left, right]) {
    expect(marksOf(list, 'path', 'line')).toHaveLength(1);
    expect(marksOf(list, 'symbols', 'star')).toHaveLength(1);
  }
  expect(marksOf(left, 'path', 'disc')).toHaveLength(0);
  expect(marksOf(right, 'path', 'disc')).toHaveLength(1);
  // The free denoiser of strong noise contracts, too.
  session.change({ sigma: 0.5, c: 1.98 });
  await idle();
  session.seek(5);
  await idle();
  expect(marksOf(await drawn(session, 'left'), 'path', 'disc')).toHaveLength(1);
});

test('the disc shrinks from round to round', async () => {
  const { session } = await open();
  let before = Number.POSITIVE_INFINITY;
  for (const k of [2, 5, 10, 40]) {
    session.seek(k);
    await idle();
    const [disc] = marksOf(await drawn(session, 'right'), 'path', 'disc');
    const across = Array.from(disc!.lines[0]!).filter((_, i) => i % 2 === 0);
    const width = Math.max(...across) - Math.min(...across);
    expect(width).toBeLessThan(before);
    before = width;
  }
});

test('a cycle is a closed arrow on the left alone, and a flipping rest point a hollow ring', async () => {
  const { session } = await open('&c=1.98&k=60');
  const left = await drawn(session, 'left');
  expect(marksOf(left, 'path', 'jumps')).toHaveLength(1);
  expect(dots(left, 'unstable')).toBe(1);
  expect(marksOf(await drawn(session, 'right'), 'path', 'jumps')).toHaveLength(0);
  await expect.poll(() => told('left')).toMatch(/It swings: \(0\.017, 0\.827\), \(0\.991, 1\.0(19|20)\)\./);
  expect(text('verdict-left')).toBe('Swings between 2 places and does not settle.');
});

test('with a cap of 1 the box is drawn, and the segment of the line in it that is at rest', async () => {
  const { session } = await open('&cap=1&k=3');
  const right = await drawn(session, 'right');
  expect(marksOf(right, 'path', 'box')).toHaveLength(1);
  expect(marksOf(right, 'path', 'valleys')).toHaveLength(1);
  expect(dots(right, 'stable')).toBe(0);
  await expect.poll(() => told('right')).toContain('The fixed points are a segment from');
});

test('a click on either landscape starts both sides there, and the start is dragged by keys', async () => {
  const { session } = await open('&k=2');
  for (const [side, at] of [
    ['left', [0.8, 0.3]],
    ['right', [0.3, 0.6]],
  ] as const) {
    const surface = page.getByTestId(side).getByRole('application');
    const { width, height } = surface.element().getBoundingClientRect();
    const plane = createPlane(shownView(session.store.getState()), landscapeRect(width, height, 1));
    const [x, y] = plane.toPixel(at[0], at[1]);
    await userEvent.click(surface, { position: { x, y } });
    await idle();
    const start = session.store.getState().scenario.values.start as number[];
    expect(start.map((value) => Math.round(10 * value) / 10)).toEqual(at);
  }
  await userEvent.keyboard('{Tab}');
  find('[data-testid="start-left"]').focus();
  const [before] = session.store.getState().scenario.values.start as number[];
  await userEvent.keyboard('{ArrowRight}');
  await idle();
  expect((session.store.getState().scenario.values.start as number[])[0]).toBeGreaterThan(before!);
});

test('basins are counted on demand: 27.7 % of the starts settle beside the cycle', async () => {
  const { session, link } = await open('&c=1.98');
  expect(told('left')).not.toContain('Of evenly spaced starts');
  await userEvent.click(page.getByRole('button', { name: 'Basins' }).first());
  await idle();
  expect(link()).toContain('ground=basins');
  await expect
    .poll(() => told('left'))
    .toMatch(/Of evenly spaced starts, 72 % to a cycle of 2 places; 28 % to \(1\.007, 0\.004\)\./);
  await expect.poll(() => told('right')).toContain('100 % to (0.708, 0.625)');
  const list = JSON.stringify(await drawn(session, 'left'));
  for (const share of ['72 %', '28 %']) expect(list).toContain(`"${share}"`);
});

test('200 starts: each comes to its own rest point or swings', async () => {
  const { session } = await open('&c=1.98&k=400');
  await userEvent.keyboard('g');
  await idle();
  await expect.poll(() => text('crowd-right')).toContain('200 of 200 have settled');
  expect(find('.crowd-count.left').textContent).toMatch(/\d+ swing/);
  expect(session.store.getState().crowd!.frame.count).toBe(200);
});

test('the third panel shows D with its slope, where both pixels are on it, and reads a place', async () => {
  const { session } = await open('&k=3');
  const list = await drawn(session, 'more');
  // Both charts have both sides’ pixels.
  for (const side of ['left', 'right'] as const) {
    expect(marksOf(list, 'path', `curve-${side}`)).toHaveLength(2);
    expect(marksOf(list, 'symbols', `head-${side}`)).toHaveLength(2);
  }
  expect(text('probe-denoiser')).toContain('Steepest at ½: M = 5.60, above 1');
  const surface = find('[data-testid="denoiser"]');
  await userEvent.keyboard('{Tab}');
  surface.focus();
  await userEvent.keyboard('{End}{ArrowLeft}');
  await expect.poll(() => text('probe-denoiser')).toMatch(/^z = 1\.475: D = 1\.\d+, slope 0\.0\d+; capped D/);
  await choose('prox');
  await expect.poll(() => text('probe-prox')).toMatch(/^h is not convex.* Capped, h is convex\./);
  expect(marksOf(await drawn(session, 'more'), 'path', 'curve-left')).toHaveLength(1);
});

test('rest points against c: the bounds are drawn, a drag or keys set c', async () => {
  const { session } = await open();
  await choose('levels-c');
  await expect.poll(() => text('probe-levels-c')).toContain('1.179 on the left, 2.053 on the right (proved)');
  const slide = find('[data-testid="levels-c"]');
  await expect
    .poll(() => slide.getAttribute('aria-valuetext'))
    .toBe('c 1: free 3 stable, 2 not; capped 1 stable.');
  const list = await drawn(session, 'more');
  expect(marksOf(list, 'path', 'bound')).toHaveLength(2);
  expect(marksOf(list, 'symbols', 'stable').length).toBeGreaterThanOrEqual(2);
  expect(marksOf(list, 'symbols', 'jumps').length).toBeGreaterThanOrEqual(1);
  await userEvent.keyboard('{Tab}');
  slide.focus();
  await userEvent.keyboard('{PageUp}{ArrowRight}');
  await idle();
  expect(session.store.getState().scenario.values.c).toBe(1.11);
  const { width, height } = slide.getBoundingClientRect();
  await userEvent.click(page.getByTestId('levels-c'), { position: { x: 0.8 * width, y: height / 2 } });
  await idle();
  expect(session.store.getState().scenario.values.c).toBeGreaterThan(1.8);
});

test('rest points against the cap: the axis falls from 1 as the slider does', async () => {
  const { session } = await open();
  await choose('levels-cap');
  const slide = find('[data-testid="levels-cap"]');
  await expect.poll(() => slide.getAttribute('aria-valuetext')).toBe('Cap 0.95: capped 1 stable.');
  await userEvent.keyboard('{Tab}');
  slide.focus();
  await userEvent.keyboard('{ArrowRight}');
  await idle();
  expect(session.store.getState().scenario.values.cap).toBe(0.94);
  await userEvent.keyboard('{End}');
  await idle();
  expect(session.store.getState().scenario.values.cap).toBe(0.3);
});

test('both knobs: the cap falls from 1 to 0.3, the step carries the bounds of both sides', async () => {
  const { session } = await open();
  const [cap, step] = findAll<HTMLInputElement>('.knob input');
  cap!.focus();
  await userEvent.keyboard('{End}');
  await idle();
  expect(session.store.getState().scenario.values.cap).toBe(0.3);
  step!.focus();
  await userEvent.keyboard('{End}');
  await idle();
  expect(session.store.getState().scenario.values.c).toBe(2.1);
  expect(document.getElementById(step!.getAttribute('aria-describedby')!)!.textContent).toContain(
    'Left: 1 + 1/M = 1.179: no cycle below',
  );
});

test('the step has its certified radius beside it, where there is one', async () => {
  const { session } = await open('&k=10');
  const radii = marksOf(await drawn(session, 'step'), 'path', 'bound').filter(
    ({ lines }) => lines.length > 0,
  );
  expect(radii).toHaveLength(1);
});

test('a scene that still asks shows nothing that tells where runs end', async () => {
  const { session } = await open('&c=1.98', '');
  const words = { title: '', sentence: '', notes: '', question: '' };
  const scene = {
    ...words,
    scenario: '#v=1&problem=denoiser&level=pixels&c=1.98',
    bookmark: 40,
    guess: false,
  };
  session.store.setState({ lecture: { title: '', scenes: [scene] } });
  await idle();
  expect(text('verdict-left')).toBe('Ready.');
  const left = await drawn(session, 'left');
  expect([dots(left, 'stable'), dots(left, 'unstable'), dots(left, 'saddle')]).toEqual([0, 0, 0]);
  expect(marksOf(left, 'path', 'jumps')).toHaveLength(0);
  expect(marksOf(left, 'path', 'line')).toHaveLength(1);
  expect(told('left')).not.toContain('All fixed points');
});

test('the first screen: two maps, the denoisers as the idea, no fixed points', async () => {
  await open('', '');
  await expect
    .poll(() => text('idea'))
    .toContain('steeper than the dotted line, it drives close inputs apart');
  expect(findAll('[data-testid="more-choice"]')).toHaveLength(0);
  expect(text('verdict-right')).toBe('Ready.');
  expect(told('left') + told('right')).not.toMatch(/fixed points|Certified/);
});

test('in Chinese every word is Chinese', async () => {
  await open('&lang=zh&k=5');
  expect(findAll('main h2')[0]!.textContent).toBe('自由的去噪器');
  expect(text('verdict-left')).toMatch(/^会停下：c = 1 < 1\.179（已证明）。$/);
});
