import '../i18n/all-words.ts';
import '../problems/index.ts';
import { beforeAll, expect, test } from 'vitest';
import { CATALOG, PROBLEM_IDS } from '../../engine/catalog.ts';
import type { ProblemCard } from '../../engine/contract.ts';
import { presetScenario } from '../../engine/scenario/create-scenario.ts';
import { runsAll } from '../../scripts/tier.mjs';
import { withTimerFrames } from '../../scripts/timer-frames.ts';
import type { DisplayList, TextMark } from '../charts/display-list.ts';
import { growRect, overlapArea, type Rect } from '../charts/geometry.ts';
import { textBox } from '../charts/paint/part-names.ts';
import { filmStyle } from '../features/share/film/choice.ts';
import { createTranslate } from '../i18n/messages.ts';
import { createSession } from '../session/create-session.ts';
import { until } from '../session/run/until.ts';
import { stubEngine } from '../session/stub/stub-engine.ts';
import { loadMoreWords } from '../session/view.ts';
import { createComposer } from './compose.ts';
import { figureStyle, WIDTHS } from './draw-style.ts';
import { partsOf } from './parts.ts';
import { readSnapshot } from './read-snapshot.ts';
import type { Figure } from './write-figure.ts';

withTimerFrames();
beforeAll(() => loadMoreWords());

interface Written {
  readonly mark: TextMark;
  readonly box: Rect;
}

/** Lists upright texts with their boxes in the figure. */
function writtenIn(list: DisplayList, x = 0, y = 0): Written[] {
  return list.flatMap((mark): Written[] => {
    if (mark.kind === 'group') return writtenIn(mark.marks, x + mark.x, y + mark.y);
    if (mark.kind === 'clip') return writtenIn(mark.marks, x, y);
    if (mark.kind !== 'text' || mark.rotate !== undefined) return [];
    const box = textBox(mark);
    return [{ mark, box: { ...box, x: box.x + x, y: box.y + y } }];
  });
}

const area = ({ width, height }: Rect) => width * height;

/** Lists titles, keys and values outside plots, and plots, with their boxes in the figure. */
function aroundIn(list: DisplayList, x = 0, y = 0): { titles: Written[]; plots: Rect[] } {
  const found = list.map((mark) => {
    if (mark.kind === 'group') return aroundIn(mark.marks, x + mark.x, y + mark.y);
    if (mark.kind === 'clip')
      return { titles: [], plots: [{ ...mark.rect, x: mark.rect.x + x, y: mark.rect.y + y }] };
    const isTitle = mark.kind === 'text' && mark.weight >= 600 && mark.anchor === 'start' && !mark.halo;
    return { titles: isTitle ? writtenIn([mark], x, y) : [], plots: [] };
  });
  return { titles: found.flatMap(({ titles }) => titles), plots: found.flatMap(({ plots }) => plots) };
}

/** Pixels at scale 1 by which a plot's marks may leave it. */
const OVER = 6;

/** Lists titles that lie over a plot. */
function overPlots(list: DisplayList, scale: number): string[] {
  const { titles, plots } = aroundIn(list);
  return titles.flatMap(({ mark, box }) =>
    plots
      .map((plot) => growRect(plot, -OVER * scale))
      .filter((plot) => plot.height > 0 && overlapArea(box, plot) > 0)
      .map(() => `over a plot: ${mark.text}`),
  );
}

/** Lists texts that share more than a part `most` with another or are cut by the frame. */
function crowded({ list, width, height }: Figure, most: number): string[] {
  const texts = writtenIn(list);
  return texts.flatMap(({ mark, box }, i) => [
    ...(overlapArea(box, { x: 0, y: 0, width, height }) < 0.9 * area(box) ? [`cut: ${mark.text}`] : []),
    ...texts
      .slice(0, i)
      .filter((other) => overlapArea(box, other.box) > most * Math.min(area(box), area(other.box)))
      .map((other) => `${mark.text} / ${other.mark.text}`),
  ]);
}

const PRESETS = PROBLEM_IDS.flatMap((problem) => {
  const { presets, opens }: ProblemCard = CATALOG[problem];
  const levels = new Set([presets[0].id, ...Object.values(opens?.presets ?? {})]);
  // The game whose names lay over its floor's, and the program whose bound's name was 1.2 mm high.
  for (const one of ['gan-restless', 'recovers', 'pie', 'ramp-too']) levels.add(one);
  return presets.flatMap(({ id }) => (runsAll || levels.has(id) ? [[problem, id] as const] : []));
});

test.each(PRESETS)(
  '%s, %s: letters print at 2 mm, and no text lies over another or a plot',
  async (problem, id) => {
    const session = createSession(() => stubEngine({}));
    session.load(presetScenario(problem, id));
    const settled = () =>
      until(() => {
        const { phase, target, pictured, landscape } = session.store.getState();
        expect([phase, target, pictured]).toEqual(['ready', null, landscape]);
      });
    await settled();
    const first = session.store.getState().k;
    for (const [k, lang] of [
      [first, 'en'],
      [first + 30, 'zh'],
      ...(problem === 'shuffle' ? [[first + 400, 'en'] as const] : []),
    ] as const) {
      if (k > first + 30) session.change({ forecast: true });
      session.seek(k);
      await settled();
      const snapshot = await readSnapshot(session, session.store.getState().k);
      const shared = { background: null, caption: null, t: createTranslate(lang) };
      for (const [part, name] of [
        ['view', 'column'],
        ...partsOf(snapshot.store.getState()).map((part) => [part, 'double'] as const),
      ] as const) {
        const { px, mm, scale } = WIDTHS[name];
        const drawStyle = figureStyle(scale, true);
        const figure = createComposer({ ...shared, part, width: px, drawStyle })(snapshot);
        const where = `${part}, ${name}, step ${k}`;
        expect([...crowded(figure, 0.1), ...overPlots(figure.list, scale)], where).toEqual([]);
        for (const { mark } of writtenIn(figure.list))
          expect((mark.size / px) * mm!, `${where}: ${mark.text}`).toBeGreaterThanOrEqual(2);
      }
      for (const [width, height] of [
        [640, 360],
        [1280, 720],
        [720, 720],
      ] as const) {
        const drawStyle = filmStyle({ width, height, theme: 'light' });
        const film = createComposer({ ...shared, part: 'view', width, height, drawStyle })(snapshot);
        expect(crowded(film, 0.15), `film ${width} x ${height}, step ${k}`).toEqual([]);
      }
    }
    session.dispose();
  },
);
