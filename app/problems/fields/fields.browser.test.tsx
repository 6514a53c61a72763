import { beforeAll, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SideName } from '../../../engine/contract.ts';
import { GAME } from '../../../engine/fixtures/game/card.ts';
import { problem as game } from '../../../engine/fixtures/game/problem.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import { marksOf } from '../../charts/marks/find-marks.ts';
import { createComposer } from '../../figure/compose.ts';
import { figureStyle } from '../../figure/draw-style.ts';
import { readSnapshot } from '../../figure/read-snapshot.ts';
import { formatDistance } from '../../i18n/format.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { landscapeRect } from '../../pictures/landscape/rect.ts';
import type { Session } from '../../session/session.ts';
import { shownView } from '../../session/store.ts';
import { defineViews } from '../../session/view.ts';
import { find, idle, mount, pixels, text } from '../../shell/mount.test.tsx';
import '../../storage/lectures/walk-words.en.ts';
import { nameCards } from '../card-words.ts';
import { ProblemPage } from '../kit/Page.tsx';
import { PLAIN_VIEW } from '../kit/plain-view.ts';
import { createFieldMap } from './field-drawing.ts';
import { createFieldPanel } from './field-panel.tsx';
import { FIELDS } from './follow-fields.ts';

/** Independent sides: two players on a map of arrows, three shares on a map of heights. */
vi.mock('../../../engine/problems/cards.ts', async (original) => ({
  ...(await original<object>()),
  GAME: (await import('../../../engine/fixtures/game/card.ts')).GAME,
}));
vi.mock('../../../engine/problems/index.ts', async (original) => {
  const { loadProblem } = await original<typeof import('../../../engine/problems/index.ts')>();
  return {
    loadProblem: async (...asked: Parameters<typeof loadProblem>) =>
      (asked[0] as string) === 'game' ? game : loadProblem(...asked),
  };
});

const LINK = '#v=1&problem=game';

const axes = () => ({ x: 'x', y: 'y' });
const LEFT = createFieldPanel({
  side: 'left',
  axes,
  mark: () => ({ kind: 'saddle', label: 'saddle' }),
  overlay: {
    select: ({ store }) => ({ k: store.getState().k }),
    draw: (_, plane, { drawStyle: { palette } }) => ({
      below: [
        {
          kind: 'path',
          lines: [plane.toPixels([-1, 1, 1, 1])],
          strokes: [{ color: palette.mapInk, width: 2 }],
        },
      ],
    }),
    tell: (_session, { k }) => `A line at step ${k}`,
  },
});
const RIGHT = createFieldPanel({
  side: 'right',
  axes,
  mark: () => ({ kind: 'minimum', label: 'even' }),
  under: () => 'distance from a',
});

beforeAll(() =>
  defineViews(
    {
      game: { ...PLAIN_VIEW, panels: () => [LEFT, RIGHT], ...FIELDS },
    } as never,
    PLAIN_VIEW,
    async () => nameCards({ GAME }),
  ),
);

const open = (link: string) =>
  mount(
    <main>
      <ProblemPage />
    </main>,
    link,
  );

const surface = (side: string) => page.getByTestId(side).getByRole('application');

const described = (side: string) =>
  find(`[data-testid="field-${side}"] [role="img"]`).getAttribute('aria-label') ?? '';

async function drawn(session: Session, part: SideName): Promise<DisplayList> {
  const drawStyle = figureStyle(1, true);
  const compose = createComposer({
    part,
    width: 400,
    drawStyle,
    background: null,
    caption: null,
    t: createTranslate('en'),
  });
  return compose(await readSnapshot(session, session.store.getState().k)).list;
}

/** Assumes a window from -2 to 2 on both axes. */
function pixelOf(side: string, x: number, y: number) {
  const { width, height } = surface(side).element().getBoundingClientRect();
  const rect = landscapeRect(width, height, 1);
  return { x: rect.x + (rect.width * (x + 2)) / 4, y: rect.y + (rect.height * (2 - y)) / 4 };
}

test('each side has its ground, the run from its start, and words that say where it stands', async () => {
  const { session } = await open(`${LINK}&k=4&evening=0.2&start=-1,0.5`);
  const { fields, autoView } = session.store.getState();
  expect(fields.left!.streamlines.length).toBeGreaterThan(10);
  expect(fields.left!.heights).toBeNull();
  expect(fields.right!.heights).toHaveLength(64 * 64);
  expect(fields.right!.under).toHaveLength(64 * 64);
  // The window must contain both.
  expect(autoView).toEqual({ x0: -2, x1: 2, y0: -2, y1: 2 });
  await expect.poll(() => described('left')).toContain('with lines that show where a round leads');
  expect(described('left')).toContain('Start (−1, 0.5); after 4 rounds at (1.5, 1).');
  expect(described('left')).toContain('saddle at (0, 0), 1.8 away.');
  expect(described('left')).toContain('A line at step 4.');
  expect(described('right')).toContain(
    'coloured by height, with contour lines, over dashed contour lines of distance from a.',
  );
});

test('a pointer and the arrow keys read a point: its height and what lies beneath, or where one round takes it', async () => {
  const { session } = await open(LINK);
  await surface('left').hover({ position: pixelOf('left', 1, 0.5) });
  await idle();
  const [x, y] = session.store.getState().crosshair!;
  const { left, right } = session.store.getState().fieldPoints;
  expect(left).toMatchObject({ at: [x, y], move: [-y, x - y], height: Number.NaN });
  expect(right!.height).toBe((x - 1 / 3) ** 2 + (y - 1 / 3) ** 2);
  expect(text('probe-left')).toMatch(/^\(1\.00\d, 0\.\d+\) {2}one round moves it by \(−0\.\d+, 0\.\d+\)$/);
  expect(right!.under).toBe(x ** 2 + y ** 2);
  expect(text('probe-right')).toMatch(/^\(1\.00\d, 0\.\d+\) {2}height 0\.\d+ {2}distance from a 1\.\d+$/);
  surface('right').element().focus();
  await userEvent.keyboard('{ArrowRight}');
  await idle();
  const moved = session.store.getState().fieldPoints.left!.at;
  expect(moved[0]).toBeCloseTo(x + 4 / 80, 9);
  await userEvent.keyboard('{Enter}');
  await idle();
  expect(session.store.getState().scenario.values.start![0]).toBeCloseTo(moved[0], 3);
});

test('a click sets the start of both sides, a drag of its handle moves it and keeps the step', async () => {
  const { session, link } = await open(`${LINK}&k=3`);
  const state = () => session.store.getState();
  await surface('right').click({ position: pixelOf('right', -1, 0.5) });
  await idle();
  const [x, y] = state().scenario.values.start!;
  expect([x!, y!].map((value) => Math.round(10 * value) / 10)).toEqual([-1, 0.5]);
  expect(link()).toContain(`start=${x},${y}`);
  expect(Array.from(state().opened!.sides.right.start)).toEqual([1 - x! - y!, x, y]);
  session.seek(3);
  await idle();
  const to = pixelOf('left', 1, 1);
  await userEvent.dragAndDrop(page.getByTestId('start-left'), surface('left'), {
    force: true,
    targetPosition: to,
  });
  await idle();
  expect(state().scenario.values.start!.map((value) => Math.round(10 * value) / 10)).toEqual([1, 1]);
  expect(state().k).toBe(3);
});

test('in a scene that asks for guesses a map takes flags in the place of a start, and tells how far off they were', async () => {
  const { session, seek } = await open(`${LINK}&evening=0.3&start=1,0`);
  const state = () => session.store.getState();
  const words = { title: '', sentence: '', notes: '', question: '' };
  const scene = { ...words, scenario: `${LINK}&evening=0.3&start=1,0`, bookmark: null, guess: true };
  session.store.setState({ lecture: { title: '', scenes: [scene] } });
  await expect.poll(() => text('guess-right')).toBe('Click your guess.');
  expect(surface('right').element().getAttribute('aria-label')).toContain('Enter places your guess');
  surface('right').element().focus();
  await userEvent.keyboard('{Enter}{ArrowRight}{Enter}');
  expect(state().guesses.right).toHaveLength(2);
  await expect.poll(() => text('guess-right')).toBe('2 flags');
  await userEvent.keyboard('{Backspace}{Backspace}');
  await expect.poll(() => text('guess-right')).toBe('Click your guess.');
  await surface('right').click({ position: pixelOf('right', 1, -1) });
  const [[x, y] = [], ...more] = state().guesses.right;
  expect([x!, y!].map(Math.round)).toEqual([1, -1]);
  expect(more).toEqual([]);
  session.guess('left', [0, 1]);
  // The start did not change: both runs are the scene's.
  expect(state().scenario.values.start).toEqual([1, 0]);
  await seek(2);
  const { places } = session.trajectories.left;
  const away = Math.hypot(places[6]!, places[7]! - 1);
  await expect.poll(() => text('guess-left')).toBe(`At step 2 it is ${formatDistance(away)} from the guess.`);
  // The shares have settled at the centre, whatever their three numbers are.
  await seek(40);
  const far = formatDistance(Math.hypot(x! - 1 / 3, y! - 1 / 3));
  await expect.poll(() => text('guess-right')).toBe(`It ended ${far} from the guess.`);
  const flags = () => find<HTMLCanvasElement>('[data-testid="field-right"] .guess-layer canvas');
  const told = pixels(flags());
  await seek(0);
  expect(pixels(flags())).not.toBe(told);
});

test('the window moves with both maps, is kept in the link, and goes back', async () => {
  const { session, link } = await open(LINK);
  const plate = surface('left').element();
  plate.focus();
  const { x, y, width, height } = plate.getBoundingClientRect();
  const at = { clientX: x + width / 2, clientY: y + height / 2, bubbles: true, cancelable: true };
  plate.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: -300 }));
  await idle();
  const { x0, x1 } = shownView(session.store.getState());
  expect(x1 - x0).toBeLessThan(3.5);
  expect(link()).toContain('view=');
  const { left, right } = session.store.getState().fields;
  expect(right!.view).toEqual(shownView(session.store.getState()));
  // Lines exist beyond the window, ready for panning.
  expect(left!.view.x0).toBeLessThan(x0);
  await page.getByRole('button', { name: 'Reset view' }).click();
  await idle();
  expect(link()).not.toContain('view=');
  expect(session.store.getState().fields.right!.view.x1).toBe(2);
});

test('many starts: each dot a run, counted in the words of the problem; a label is no end', async () => {
  const { session } = await open(`${LINK}&k=11`);
  await userEvent.keyboard('g');
  await idle();
  const { crowd, k } = session.store.getState();
  expect([crowd!.frame.count, crowd!.frame.step, k]).toEqual([200, 11, 11]);
  await expect.poll(() => text('crowd-right')).toMatch(/^\d+ of 200 have evened out$/);
  expect(text('crowd-left')).toBe('0 of 200 have arrived');
  expect(find('.crowd-count.left small').textContent).toBe('200 go round');
  const list = await drawn(session, 'left');
  const dots = marksOf(list, 'symbols', 'crowd-left').flatMap(({ points }) => points.length / 2);
  expect(dots.reduce((a, b) => a + b)).toBeGreaterThan(100);
});

test('a figure has the same pictures', async () => {
  const { session } = await open(`${LINK}&k=5&crowd=20`);
  const list = await drawn(session, 'right');
  expect(marksOf(list, 'path', 'iso-line').length).toBeGreaterThan(4);
  expect(marksOf(list, 'path', 'iso-line-under')).toHaveLength(1);
  const written = JSON.stringify(list);
  expect(written.indexOf('"iso-line-under"')).toBeLessThan(written.indexOf('"iso-line"'));
  expect(marksOf(await drawn(session, 'left'), 'path', 'iso-line-under')).toEqual([]);
  expect(marksOf(list, 'symbols', 'head-right')).toHaveLength(1);
  expect(marksOf(list, 'symbols', 'crowd-right').length).toBeGreaterThan(0);
  expect(marksOf(await drawn(session, 'left'), 'path', 'streamlines')).toHaveLength(1);
});

test('both pictures of a map share what they select, whatever words each has: its ground is drawn once', async () => {
  const { session } = await open(LINK);
  const { ground, run } = createFieldMap({ side: 'right', axes });
  const [first, second] = [createTranslate('en'), createTranslate('en')];
  expect(run.select(session, second).map).toBe(ground.select(session, first));
});
