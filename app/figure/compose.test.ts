import '../i18n/all-words.ts';
import '../problems/index.ts';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { packText } from '../../engine/data/pack.ts';
import { parseLink } from '../../engine/scenario/scenario.ts';
import { spread } from '../../scripts/tier.mjs';
import { withTimerFrames } from '../../scripts/timer-frames.ts';
import type { DisplayList, Mark, PathMark, StrokeLayer, TextMark } from '../charts/display-list.ts';
import { createPlane } from '../charts/geometry.ts';
import { createTranslate } from '../i18n/messages.ts';
import { landscapeRect } from '../pictures/landscape/rect.ts';
import { createSession } from '../session/create-session.ts';
import { snapshotAt } from '../session/picture/snapshot-at.ts';
import { until } from '../session/run/until.ts';
import { presentLink } from '../session/scenario/bind-link.ts';
import type { Session } from '../session/session.ts';
import { shownView } from '../session/store.ts';
import { stubEngine } from '../session/stub/stub-engine.ts';
import { loadMoreWords } from '../session/view.ts';
import { captionOf, fileName } from './caption.ts';
import { createComposer } from './compose.ts';
import { figureStyle, WIDTHS, type WidthName } from './draw-style.ts';
import { type FigurePart, partsOf } from './parts.ts';
import { readSnapshot } from './read-snapshot.ts';
import type { Figure } from './write-figure.ts';

const OPENING = '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=40';

const t = createTranslate('en');
const sessions: Session[] = [];

withTimerFrames();

beforeAll(async () => {
  await loadMoreWords();
});

afterEach(() => {
  for (const session of sessions.splice(0)) session.dispose();
});

async function opened(link: string): Promise<Session> {
  const session = createSession(() => stubEngine({}));
  sessions.push(session);
  session.load(parseLink(link).scenario);
  await until(() => {
    const { phase, target, grid, references, slice, opened } = session.store.getState();
    expect([phase, target]).toEqual(['ready', null]);
    if (opened!.dimension === 0) return;
    expect(references).not.toBeNull();
    if (opened!.dimension > 1) expect(grid).not.toBeNull();
    if (opened!.dimension > 2) expect(slice).not.toBeNull();
  });
  return session;
}

function composerOf(part: FigurePart, name: WidthName = 'double', bands = true) {
  const { px, scale } = WIDTHS[name];
  return createComposer({
    part,
    width: px,
    drawStyle: figureStyle(scale, bands),
    background: null,
    caption: null,
    t,
  });
}

/** Flattens groups and clips to marks with their offsets. */
function flat(list: DisplayList, x = 0, y = 0): { mark: Mark; x: number; y: number }[] {
  return list.flatMap((mark) => {
    if (mark.kind === 'group') return flat(mark.marks, x + mark.x, y + mark.y);
    if (mark.kind === 'clip') return flat(mark.marks, x, y);
    return [{ mark, x, y }];
  });
}

const texts = ({ list }: Figure) =>
  flat(list)
    .map(({ mark }) => mark)
    .filter((mark): mark is TextMark => mark.kind === 'text');

/** Finds a group by name at any depth. */
function groupOf(list: DisplayList, name: string): Extract<Mark, { kind: 'group' }> {
  const found = (marks: DisplayList): Extract<Mark, { kind: 'group' }> | null => {
    for (const mark of marks) {
      if (mark.kind !== 'group') continue;
      const inner = mark.name === name ? mark : found(mark.marks);
      if (inner) return inner;
    }
    return null;
  };
  return found(list)!;
}

describe('a figure', () => {
  test('draws the path through the iterates, and the star on the plant', async () => {
    const session = await opened(OPENING);
    const { list, width } = composerOf('left', 'column')(snapshotAt(session, 40));
    const map = groupOf(list, 'left');
    const { scale } = WIDTHS.column;
    const plane = createPlane(shownView(session.store.getState()), landscapeRect(width, width, scale));
    const path = flat(map.marks)
      .map(({ mark }) => mark)
      .find((mark): mark is PathMark => mark.kind === 'path' && mark.strokes?.length === 3)!;
    const { iterates } = session.trajectories.left;
    const pixels = Array.from({ length: 41 }, (_, k) =>
      plane.toPixel(iterates[2 * k]!, iterates[2 * k + 1]!),
    );
    const points = path.lines.flatMap((line) =>
      Array.from({ length: line.length / 2 }, (_, i) => [line[2 * i]!, line[2 * i + 1]!] as const),
    );
    expect(points.length).toBeGreaterThan(5);
    for (const [x, y] of points)
      expect(Math.min(...pixels.map(([px, py]) => Math.hypot(px - x, py - y)))).toBeLessThan(1e-9);
    const star = flat(map.marks).find(({ mark }) => mark.kind === 'symbols' && mark.shape === 'star')!.mark;
    const [x, y] = plane.toPixel(1, 0.2);
    expect(star).toMatchObject({ points: [x, y] });
  });

  test('of a recorded step is that of the run when it showed that step', async () => {
    const session = await opened(OPENING);
    for (const k of [0, 7, 25]) {
      const before = composerOf('view', 'double', false)(snapshotAt(session, k));
      session.seek(k);
      await until(() => expect(session.store.getState().k).toBe(k));
      const then = composerOf('view', 'double', false)(session);
      expect(before).toEqual(then);
      session.seek(40);
      await until(() => expect(session.store.getState().k).toBe(40));
    }
  });

  test.each(['', '&view=-2,2,-1,2'])('keeps the ground from one step to the next%s', async (view) => {
    const session = await opened(`${OPENING}${view}`);
    const compose = composerOf('view');
    const ground = (k: number) => groupOf(compose(snapshotAt(session, k)).list, 'left').marks[0]!;
    expect(ground(3)).toBe(ground(30));
    const shared = ground(30);
    session.change({ scale: 'own' });
    expect(ground(30)).not.toBe(shared);
  });

  test('fills the frame of a film', async () => {
    const session = await opened(OPENING);
    const compose = createComposer({
      part: 'view',
      width: 1280,
      height: 720,
      drawStyle: figureStyle(1, false),
      background: '#FFFFFF',
      caption: null,
      t,
    });
    const { list, width, height } = compose(snapshotAt(session, 12));
    expect([width, height]).toEqual([1280, 720]);
    for (const { mark, y } of flat(list)) if (mark.kind === 'text') expect(y + mark.y).toBeLessThan(720);
    const low = Math.max(...flat(list).map(({ mark, y }) => (mark.kind === 'text' ? y + mark.y : 0)));
    expect(low).toBeGreaterThan(640);
  });

  const PRINTED = [
    OPENING,
    '#v=1&problem=one-neuron&n=12&d=5&seed=8&k=20',
    '#v=1&problem=one-neuron&n=12&seed=15&noise=0.6&k=30&rays=1&arrows=1',
    '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=9&ground=basins',
    '#v=1&problem=lift&k=20',
  ];
  test.each(spread(PRINTED, 3))(
    '%s has letters and lines that print: no line under a quarter point, 8 points on the axes',
    async (link) => {
      const session = await opened(link);
      const snapshot = await readSnapshot(session, session.store.getState().k);
      for (const part of partsOf(session.store.getState()))
        for (const name of ['column', 'double'] as const) {
          const figure = composerOf(part, name)(snapshot);
          const quarter = 96 / 72 / 4;
          for (const { mark } of flat(figure.list)) {
            const strokes: readonly StrokeLayer[] =
              mark.kind === 'hatch' ? [mark.stroke] : 'strokes' in mark ? (mark.strokes ?? []) : [];
            for (const { width } of strokes) expect(width).toBeGreaterThanOrEqual(quarter);
          }
          const sizes = texts(figure).map(({ size }) => (size * 72) / 96);
          expect(sizes.filter((size) => Math.abs(size - 8) < 0.01).length).toBeGreaterThan(3);
          // Labels in narrow places are smaller, but readable.
          for (const size of sizes) expect(size).toBeGreaterThan(5);
        }
    },
  );

  test('of two layers is read at its own step', async () => {
    const session = await opened('#v=1&problem=two-layer&n=12&neurons=3&k=30');
    const compose = composerOf('view', 'screen');
    const images = (figure: Figure) => flat(figure.list).filter(({ mark }) => mark.kind === 'raster').length;
    const early = await readSnapshot(session, 5);
    const late = await readSnapshot(session, 30);
    expect(early.store.getState().readings.networks?.step).toBe(5);
    expect(images(compose(early))).toBeGreaterThan(2);
    expect(texts(compose(early))).not.toEqual(texts(compose(late)));
    // Unknown values are not drawn.
    expect(snapshotAt(session, 5).store.getState().readings.networks).toBeUndefined();
    for (const part of partsOf(session.store.getState()))
      expect(flat(composerOf(part, 'column')(late).list).length).toBeGreaterThan(10);
  });

  test.each([
    ['pie', 'neurons=5&k=3'],
    ['curve', 'features=curve&beta=0.002&k=3'],
    ['spiral', 'features=spiral&n=18&bias=1&beta=0.003&k=3'],
    ['words', 'features=words&sizes=3,4,5&beta=0.15&k=3'],
  ])('of many outputs has each of its panels: %s', async (_, values) => {
    const session = await opened(`#v=1&problem=vector-output&${values}`);
    const snapshot = await readSnapshot(session, 3);
    expect(snapshot.store.getState().readings.networks?.step).toBe(3);
    for (const part of partsOf(session.store.getState()))
      expect(flat(composerOf(part, 'column')(snapshot).list).length, part).toBeGreaterThan(10);
  });
});

describe('a caption', () => {
  test('names the parameters that differ, seed and step, verdicts, link and no view', async () => {
    const session = await opened(`${OPENING}&scale=own&theme=dark&c=0.5`);
    const link = `https://example.org/${presentLink(session)}`;
    const words = captionOf(session, link, t).join('\n');
    expect(words).toContain('step 40');
    expect(words).toContain('Samples n: 8');
    expect(words).toContain('Seed of the data: 1');
    expect(words).toContain('Star w*: (1, 0.2)');
    expect(words).toContain('Start: (−1.6, 0.3)');
    expect(words).toContain('gradient descent, step size 0.5 (0.5/L)');
    expect(words).toMatch(/Non-convex loss: .* from the star/);
    expect(words).toContain(link);
    expect(words).not.toContain('Theme');
    expect(words).not.toContain('Leak');
  });

  test('counts own data and tells none of its letters; infinitely many are a sign', async () => {
    const data = packText('speed,<b>,y\n1,2,3\n4,5,6\n7,8,10');
    const own = await opened(`#v=1&features=csv&bias=1&data=${data}`);
    const words = captionOf(own, 'https://example.org/', t).join('\n');
    expect(words).toContain('Data set: your data');
    expect(words).toContain('Samples n: 3; Dimension d: 3');
    expect(words).not.toContain(data.slice(0, 12));
    const shipped = await opened('#v=1&features=csv&data=stopping-distance&bias=1');
    expect(captionOf(shipped, '', t).join('\n')).toContain('Data set: stopping-distance');
    const endless = await opened('#v=1&n=inf&d=3');
    expect(captionOf(endless, '', t).join('\n')).toContain('Samples n: ∞');
  });

  test('says when the link is too long to print', async () => {
    const session = await opened(OPENING);
    const long = `https://example.org/#${'x'.repeat(800)}`;
    const words = captionOf(session, long, t).join('\n');
    // A sheet of paper has no source file.
    expect(captionOf(session, long, t, 'figure.longLinkOnPaper').at(-1)).not.toContain('in the file');
    expect(words).not.toContain('xxx');
    expect(words).toContain('too long to print');
  });

  test('names the file after scenario, panel and step', async () => {
    const session = await opened(OPENING);
    expect(fileName(session.store.getState(), 'left')).toBe('twin-descent-slope-bias-left-k40');
  });
});
