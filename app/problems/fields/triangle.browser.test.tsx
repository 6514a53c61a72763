import { beforeAll, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SidedInstance, SideName } from '../../../engine/contract.ts';
import type { Field } from '../../../engine/field.ts';
import { GAME } from '../../../engine/fixtures/game/card.ts';
import { problem as game } from '../../../engine/fixtures/game/problem.ts';
import { mapped } from '../../../engine/landscapes/mapped-triangle.ts';
import { onMap, weightsAt } from '../../../engine/landscapes/triangle.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import { createPlane } from '../../charts/geometry.ts';
import { marksOf } from '../../charts/marks/find-marks.ts';
import { createComposer } from '../../figure/compose.ts';
import { figureStyle } from '../../figure/draw-style.ts';
import { readSnapshot } from '../../figure/read-snapshot.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { landscapeRect } from '../../pictures/landscape/rect.ts';
import type { Session } from '../../session/session.ts';
import { shownView } from '../../session/store.ts';
import { defineViews } from '../../session/view.ts';
import { countColours, find, idle, mount, pixels, text } from '../../shell/mount.test.tsx';
import '../../storage/lectures/walk-words.en.ts';
import { nameCards } from '../card-words.ts';
import { ProblemPage } from '../kit/Page.tsx';
import { PLAIN_VIEW } from '../kit/plain-view.ts';
import { createFieldPanel } from './field-panel.tsx';
import { FIELDS } from './follow-fields.ts';

/** A triangle of three shares: a bowl at the centre, and one tilted to the second corner. */
vi.mock('../../../engine/problems/cards.ts', async (original) => ({
  ...(await original<object>()),
  GAME: (await import('../../../engine/fixtures/game/card.ts')).GAME,
}));
vi.mock('../../../engine/problems/index.ts', async (original) => {
  const { loadProblem } = await original<typeof import('../../../engine/problems/index.ts')>();
  return {
    loadProblem: async (...asked: Parameters<typeof loadProblem>) =>
      (asked[0] as string) === 'game' ? onTriangles() : loadProblem(...asked),
  };
});

function onTriangles() {
  // `start` has x and y, or all three weights.
  const prepare: typeof game.prepare = (values, ...asked) => {
    const start = values.start as readonly number[] | null;
    const made = game.prepare({ ...values, start: start?.slice(-2) ?? null }, ...asked) as SidedInstance;
    const { right } = made.sides;
    const bowl: Field = { ...right.fields!.triangle!, startAt: (x, y) => [1 - x - y, x, y] };
    const tilted: Field = {
      ...bowl,
      height: (x, y) => (bowl.height!(x, y) * 0 + 1 - x) ** 2 + y ** 2,
      under: (x, y) => bowl.height!(x, y) * 0 + x - y,
      marks: () => [{ kind: 'minimum', at: [1, 0], height: 0 }],
    };
    return {
      ...made,
      sides: {
        left: { ...right, fields: { bowl: mapped(bowl) } },
        right: { ...right, fields: { tilted: mapped(tilted) } },
      },
    };
  };
  return { ...game, prepare };
}

const LINK = '#v=1&problem=game';
const CELLS = 40;

/** Labelled by the largest share; none off the triangle. */
const regions = {
  view: { x0: 0, x1: 1, y0: 0, y1: 1 },
  size: CELLS,
  labels: Int32Array.from({ length: CELLS ** 2 }, (_, cell) => {
    const [x, y] = [((cell % CELLS) + 0.5) / CELLS, (Math.floor(cell / CELLS) + 0.5) / CELLS];
    const weights = [1 - x - y, x, y];
    return weights[0]! < 0 ? -1 : weights.indexOf(Math.max(...weights));
  }),
  colours: ['#CAAA9F', '#AB8892', '#F8F3E8'],
  names: ['to a', 'to b', ''],
};
const LEFT = createFieldPanel({
  side: 'left',
  unit: 'step',
  regions: { name: () => 'Basins', select: () => regions },
});
const RIGHT = createFieldPanel({
  side: 'right',
  unit: 'step',
  corners: () => ['1→1, cost 80', '1→2, cost 24', '1→3, cost 40'],
  mark: () => ({ kind: 'minimum', label: 'best' }),
  under: () => 'tilt',
});

beforeAll(() =>
  defineViews(
    { game: { ...PLAIN_VIEW, panels: () => [LEFT, RIGHT], ...FIELDS } } as never,
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
const ground = (side: string) => find<HTMLCanvasElement>(`[data-testid="field-${side}"] canvas`);

function pixelOf(session: Session, side: string, x: number, y: number) {
  const { width, height } = surface(side).element().getBoundingClientRect();
  const plane = createPlane(shownView(session.store.getState()), landscapeRect(width, height, 1));
  const [px, py] = plane.toPixel(...onMap(x, y));
  return { x: px, y: py };
}

async function drawn(session: Session, part: SideName, isVector = true): Promise<DisplayList> {
  const compose = createComposer({
    part,
    width: 400,
    drawStyle: figureStyle(1, isVector),
    background: null,
    caption: null,
    t: createTranslate('en'),
  });
  return compose(await readSnapshot(session, session.store.getState().k)).list;
}

function polygonIn(list: DisplayList): readonly number[] | undefined {
  for (const mark of list) {
    if (mark.kind === 'clip' && mark.polygon) return mark.polygon;
    const found = mark.kind === 'clip' || mark.kind === 'group' ? polygonIn(mark.marks) : undefined;
    if (found) return found;
  }
  return undefined;
}

const textsIn = (list: DisplayList): string[] =>
  list.flatMap((mark) => {
    if (mark.kind === 'clip' || mark.kind === 'group') return textsIn(mark.marks);
    return mark.kind === 'text' ? [mark.text] : [];
  });

test('a triangle has heights up to its border, its corners in words, and the run on it', async () => {
  const { session } = await open(`${LINK}&k=2&evening=0.5&start=0.6,0.2`);
  const { fields, autoView } = session.store.getState();
  const { heights, size, view } = fields.left!;
  expect(view).toEqual(autoView);
  // Every cell that meets the triangle has a height, also at its border.
  const cell = (view.x1 - view.x0) / size;
  for (let share = 0; share <= 1; share += 1 / 64)
    for (const [x, y] of [
      [share, 0],
      [0, share],
      [share, 1 - share],
    ] as const) {
      const [u, v] = onMap(x, y);
      const at = Math.floor((v - view.y0) / cell) * size + Math.floor((u - view.x0) / cell);
      expect(heights![at], `${x}, ${y}`).not.toBeNaN();
    }
  await expect
    .poll(() => described('left'))
    .toContain('triangle with the corners a; b; c, coloured by height');
  expect(described('left')).toContain('Start (0.2, 0.6, 0.2); after 2 steps at (0.3, 0.4, 0.3).');
  expect(described('right')).toContain('triangle with the corners 1→1, cost 80; 1→2, cost 24; 1→3, cost 40');
  expect(described('right')).toContain('best at (0, 1, 0), 0.735 away.');
});

test('a place is read by its three weights, and none beside the triangle', async () => {
  const { session } = await open(LINK);
  await surface('left').hover({ position: pixelOf(session, 'left', 0.5, 0.25) });
  await idle();
  expect(text('probe-left')).toMatch(/^\(0\.2[45]\d, 0\.(49|50)\d, 0\.2[45]\d\) {2}height 0\.03\d+$/);
  expect(text('probe-right')).toMatch(/tilt 0\.2[45]/);
  await surface('left').hover({ position: pixelOf(session, 'left', 0.8, 0.4) });
  await idle();
  expect(text('probe-left')).toMatch(/^\(−0\.\d+, 0\.\d+, 0\.\d+\)$/);
});

test('a click starts there, beside the triangle on its border; the start drags, and moves by keyboard', async () => {
  const { session, link } = await open(`${LINK}&k=3`);
  const start = () => session.store.getState().scenario.values.start as readonly number[];
  await surface('right').click({ position: pixelOf(session, 'right', 0.5, 0.25) });
  await idle();
  expect(start().map((value) => Number(value.toFixed(2)))).toEqual([0.25, 0.5, 0.25]);
  // The link has whole thousandths.
  expect(link()).toMatch(/start=(0\.\d{1,3},){2}0\.\d{1,3}(&|$)/);
  await surface('right').click({ position: pixelOf(session, 'right', 0.6, 0.6) });
  await idle();
  expect(start()[0]).toBe(0);
  expect(start()[1]! + start()[2]!).toBe(1);
  session.seek(3);
  await idle();
  await userEvent.dragAndDrop(page.getByTestId('start-left'), surface('left'), {
    force: true,
    targetPosition: pixelOf(session, 'left', 0.2, 0.2),
  });
  await idle();
  expect(start().map((value) => Number(value.toFixed(1)))).toEqual([0.6, 0.2, 0.2]);
  expect(session.store.getState().k).toBe(3);
  const handle = find('[data-testid="start-left"]');
  expect(handle.getAttribute('aria-label')).toMatch(/\(0\.6\d\d, 0\.(19|20)\d, 0\.(19|20)\d\)/);
  await userEvent.keyboard('{Tab}');
  handle.focus();
  const [, , before] = start();
  await userEvent.keyboard('{ArrowUp}');
  await idle();
  expect(start()[2]).toBeGreaterThan(before!);
});

test('a guess is told by its weights, and stands on the triangle', async () => {
  const { session } = await open(LINK);
  const words = { title: '', sentence: '', notes: '', question: '' };
  const scene = { ...words, scenario: LINK, bookmark: null, guess: true };
  session.store.setState({ lecture: { title: '', scenes: [scene] } });
  await expect.poll(() => text('guess-right')).toBe('Click your guess.');
  await surface('right').click({ position: pixelOf(session, 'right', -0.05, 0.3) });
  const [[u, v] = []] = session.store.getState().guesses.right;
  expect(weightsAt(u!, v!)[1]).toBeCloseTo(0, 3);
  await expect.poll(() => text('guess-right')).toMatch(/^Guess \((0\.\d+, )−?0\.000, 0\.\d+\)/);
});

test('regions take the place of the heights, by a button and by the key `ground`, and are told', async () => {
  const { session, link } = await open(LINK);
  await idle();
  const before = pixels(ground('left'));
  const other = pixels(ground('right'));
  await page.getByRole('button', { name: 'Basins' }).click();
  await idle();
  expect(link()).toContain('ground=basins');
  await expect.poll(() => pixels(ground('left'))).not.toBe(before);
  expect(pixels(ground('right'))).toBe(other);
  await expect.poll(() => described('left')).toContain('Colours: Basins: to a; to b.');
  const texts = textsIn(await drawn(session, 'left'));
  expect(texts).toEqual(expect.arrayContaining(['to a', 'to b', 'a', 'b', 'c']));
  await page.getByRole('button', { name: 'Basins' }).click();
  await idle();
  await expect.poll(() => pixels(ground('left'))).toBe(before);
});

test('many starts fill the triangle alone', async () => {
  const { session } = await open(LINK);
  await userEvent.keyboard('g');
  await idle();
  const { places } = session.store.getState().crowd!.frame.left;
  expect(places).toHaveLength(400);
  const least = Array.from({ length: 200 }, (_, dot) =>
    Math.min(...weightsAt(places[2 * dot]!, places[2 * dot + 1]!)),
  );
  expect(Math.min(...least)).toBeGreaterThan(-1e-9);
});

test('a figure is cut at the triangle, colours, contours and what lies beneath', async () => {
  const { session } = await open(`${LINK}&k=5`);
  for (const isVector of [true, false]) {
    const list = await drawn(session, 'right', isVector);
    expect(JSON.stringify(list)).toContain('"polygon":[');
    const names = textsIn(list);
    expect(names).toEqual(expect.arrayContaining(['1→1, cost 80', '1→2, cost 24', '1→3, cost 40', 'best']));
    const polygon = polygonIn(list)!;
    expect(polygon).toHaveLength(6);
    const places = marksOf(list, 'path', 'iso-line').flatMap(({ lines }) =>
      lines.flatMap((line) => [...Array.from(line)]),
    );
    expect(places.length).toBeGreaterThan(200);
    for (let i = 0; i < places.length; i += 2)
      for (let k = 0; k < 6; k += 2) {
        const [ax, ay, bx, by] = [polygon[k]!, polygon[k + 1]!, polygon[(k + 2) % 6]!, polygon[(k + 3) % 6]!];
        const inwards = (bx - ax) * (places[i + 1]! - ay) - (by - ay) * (places[i]! - ax);
        // The corners are counterclockwise, with y pointing down.
        expect(inwards).toBeLessThan(1e-6 * 400 ** 2);
      }
    expect(marksOf(list, 'symbols', 'head-right')).toHaveLength(1);
    expect(marksOf(list, 'path', 'iso-line-under')).toHaveLength(1);
  }
  expect(countColours(ground('right'))).toBeGreaterThan(20);
});
