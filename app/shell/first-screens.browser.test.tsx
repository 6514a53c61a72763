import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CATALOG, PROBLEM_IDS } from '../../engine/catalog.ts';
import { presetScenario } from '../../engine/scenario/create-scenario.ts';
import { formatLink } from '../../engine/scenario/scenario.ts';
import type { DisplayList, Mark, TextMark } from '../charts/display-list.ts';
import { textWidth } from '../charts/text-width.ts';
import { App } from './App.tsx';
import { expectNoSideways } from './looks.test.tsx';
import { find, findAll, mountForSeveral } from './mount.test.tsx';

/** Laws over the first screen of every preset. */

const drawn = new Map<unknown, DisplayList>();

vi.mock('../charts/paint/create-painter.ts', async (original) => {
  const { createPainter } = await original<typeof import('../charts/paint/create-painter.ts')>();
  type Painter = ReturnType<typeof createPainter>;
  return {
    createPainter(...[ctx]: Parameters<typeof createPainter>): Painter {
      const painter = createPainter(ctx);
      return {
        ...painter,
        paint(...[list, size]: Parameters<Painter['paint']>) {
          drawn.set(ctx.canvas, list);
          painter.paint(list, size);
        },
      };
    },
  };
});

const MORE: Readonly<Record<string, readonly string[]>> = {
  gan: [2, 3, 4, 8].map((width) => `#v=1&problem=gan&width=${width}`),
};

const linksOf = (id: (typeof PROBLEM_IDS)[number]) => [
  `#v=1&problem=${id}`,
  ...CATALOG[id].presets.map((preset) => formatLink(presetScenario(id, preset.id))),
  ...(MORE[id] ?? []),
];

let mounted: Awaited<ReturnType<typeof mountForSeveral>>;
beforeAll(async () => {
  await page.viewport(1280, 720);
  mounted = await mountForSeveral(<App />, '#v=1&lang=en', { isApp: true });
});
afterAll(async () => {
  await mounted.leave();
  await page.viewport(1280, 720);
});

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Marks without groups and clips; those outside a clip are left out. */
function flatten(list: DisplayList, dx = 0, dy = 0): (Mark & { readonly dx: number; readonly dy: number })[] {
  return list.flatMap((mark) => {
    if (mark.kind === 'group') return flatten(mark.marks, dx + mark.x, dy + mark.y);
    if (mark.kind === 'clip') return flatten(mark.marks, dx, dy);
    return [{ ...mark, dx, dy }];
  });
}

function boxOf(mark: TextMark & { readonly dx: number; readonly dy: number }): Box {
  const width = textWidth(mark.text, mark.size);
  const [x, y] = [mark.x + mark.dx, mark.y + mark.dy];
  const x0 = mark.anchor === 'start' ? x : mark.anchor === 'end' ? x - width : x - width / 2;
  const y0 = y - (mark.baseline === 'middle' ? 0.36 : 0.72) * mark.size;
  return { x0, y0, x1: x0 + width, y1: y0 + 0.72 * mark.size };
}

/** Labels have a halo and more than a letter; numbers of iso-lines are none. */
const labelsIn = (list: DisplayList) =>
  flatten(list).flatMap((mark) =>
    mark.kind === 'text' && mark.halo && !mark.rotate && /\p{L}{2}|→ ∞/u.test(mark.text)
      ? [{ text: mark.text, box: boxOf(mark) }]
      : [],
  );

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** Largest radius of a point's marker. */
const MARKER = 13;

const markersIn = (list: DisplayList): Disc[] =>
  flatten(list)
    .flatMap((mark) => {
      if (mark.kind === 'circle') return [{ x: mark.x + mark.dx, y: mark.y + mark.dy, r: mark.r }];
      if (mark.kind !== 'symbols') return [];
      return Array.from({ length: mark.points.length / 2 }, (_, i) => ({
        x: mark.points[2 * i]! + mark.dx,
        y: mark.points[2 * i + 1]! + mark.dy,
        r: mark.size / 2,
      }));
    })
    .filter(({ r }) => r <= MARKER);

const covers = ({ x0, y0, x1, y1 }: Box, { x, y, r }: Disc) =>
  Math.hypot(x - Math.max(x0, Math.min(x1, x)), y - Math.max(y0, Math.min(y1, y))) < r - 1;

const meet = (a: Box, b: Box) => a.x0 < b.x1 - 1 && b.x0 < a.x1 - 1 && a.y0 < b.y1 - 1 && b.y0 < a.y1 - 1;

const mapLists = () =>
  findAll<HTMLCanvasElement>('.plates > .of-side').map((panel) =>
    [...panel.querySelectorAll('canvas')].flatMap((canvas) => [...(drawn.get(canvas) ?? [])]),
  );

/** Returns the labels of a map beyond five, and those that cover a marker or another label. */
function crowdedOn(list: DisplayList): string[] {
  const labels = labelsIn(list);
  const markers = markersIn(list);
  return [
    ...labels.slice(5).map(({ text }) => `${text} is one too many`),
    ...labels.flatMap(({ text, box }, i) => [
      ...markers
        .filter((marker) => covers(box, marker))
        .map(({ x, y, r }) => `${text} covers a marker of ${r} at ${Math.round(x)}, ${Math.round(y)}`),
      ...labels
        .slice(0, i)
        .filter((other) => meet(box, other.box))
        .map((other) => `${text} covers ${other.text}`),
    ]),
  ];
}

/** Returns pictures and headings below the bar or beside the page, and words that their canvas cuts. */
function cut(): string[] {
  const bar = find('.playback').getBoundingClientRect().top;
  const under = findAll('.plates :is(canvas, h2), .curves :is(canvas, h3, p), .legend')
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => {
      const { left, right, bottom } = one.getBoundingClientRect();
      return left < 0 || right > innerWidth + 0.5 || bottom > bar + 0.5;
    })
    .map((one) => `${one.tagName} ${one.textContent || one.parentElement!.className} is cut`);
  const words = [...drawn].flatMap(([canvas, list]) => {
    if (!(canvas instanceof HTMLCanvasElement) || !canvas.checkVisibility()) return [];
    return flatten(list)
      .filter((mark) => mark.kind === 'text' && !mark.rotate)
      .filter((mark) => {
        const { x0, y0, x1, y1 } = boxOf(mark as TextMark & { dx: number; dy: number });
        return x0 < -1 || y0 < -1 || x1 > canvas.clientWidth + 1 || y1 > canvas.clientHeight + 1;
      })
      .map((mark) => `“${(mark as TextMark).text}” is cut`);
  });
  return [...under, ...words];
}

/** Names of the answer. */
const ANSWER = /\boptim|\bbest\b|\blowest minimum|\bglobal/i;

for (const [turn, id] of PROBLEM_IDS.entries())
  test(`${id}: the first screen of no preset is cut, names the optimum, is crowded, or scrolls sideways when narrow`, async () => {
    for (const [k, link] of linksOf(id).entries()) {
      await page.viewport(1280, 720);
      await mounted.open(`${link}&k=0&lang=en&profile=desk`);
      const lists = mapLists();
      const words = lists.flatMap((list) => labelsIn(list).map(({ text }) => text));
      expect
        .soft(
          words.filter((text) => ANSWER.test(text)),
          `${link}: names the answer`,
        )
        .toEqual([]);
      expect.soft(lists.flatMap(crowdedOn), `${link}: labels`).toEqual([]);
      expect.soft(findAll('.lead > .plate').length, `${link}: axes without a curve`).toBe(0);
      if (k === 0 || link === formatLink(presetScenario(id, CATALOG[id].opening)))
        expect.soft(cut(), `${link}: cut`).toEqual([]);
      await expectNoSideways(mounted.session, link, turn + k, 1);
    }
    expect(drawn.size).toBeGreaterThan(0);
  });
