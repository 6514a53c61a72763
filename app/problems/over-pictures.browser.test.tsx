import { afterAll, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { App } from '../shell/App.tsx';
import { findAll, idle, mountForSeveral } from '../shell/mount.test.tsx';

/** Every opening, and each problem's other level. */
const OPENINGS = [
  'problem=one-neuron',
  'problem=two-layer',
  'problem=two-layer&features=line&n=20&seed=1&pseed=6&beta=0.002',
  'problem=lift',
  'problem=vector-output',
  'problem=gan&level=plane',
  'problem=gan',
  'problem=federated',
  'problem=federated&level=network',
  'problem=shuffle',
  'problem=denoiser&level=pixels',
  'problem=denoiser',
];

/** Phones, a page magnified to 200 % and to 400 %, a desk. */
const SCREENS = [
  [360, 740],
  [740, 360],
  [640, 360],
  [320, 180],
  [1280, 720],
] as const;

/** Least pixels of a panel's picture: a disc of neurons in it has 44. */
const LEAST = 110;

interface Word extends DOMRectInit {
  readonly text: string;
}

/** Words on each canvas since it was cleared, in its CSS pixels. */
const words = new Map<HTMLCanvasElement | OffscreenCanvas, Word[]>();
const { clearRect, fillText } = CanvasRenderingContext2D.prototype;
const cache = globalThis.OffscreenCanvas;

let mounted: Awaited<ReturnType<typeof mountForSeveral>>;
beforeAll(async () => {
  // A painter without it draws every word each time.
  Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
  Object.assign(CanvasRenderingContext2D.prototype, {
    clearRect(this: CanvasRenderingContext2D, ...rect: [number, number, number, number]) {
      words.set(this.canvas, []);
      clearRect.apply(this, rect);
    },
    fillText(this: CanvasRenderingContext2D, text: string, x: number, y: number) {
      const m = this.measureText(text);
      const ends = [
        [x - m.actualBoundingBoxLeft, y - m.actualBoundingBoxAscent],
        [x + m.actualBoundingBoxRight, y + m.actualBoundingBoxDescent],
      ].map(([px, py]) => this.getTransform().transformPoint({ x: px!, y: py! }));
      const [xs, ys] = [ends.map((end) => end.x), ends.map((end) => end.y)].map((all) =>
        all.map((value) => value / devicePixelRatio),
      ) as [number[], number[]];
      const [left, top] = [Math.min(...xs), Math.min(...ys)];
      const word = { text, x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
      words.get(this.canvas)?.push(word);
      fillText.call(this, text, x, y);
    },
  });
  mounted = await mountForSeveral(<App />, '#v=1', { isApp: true });
});
afterAll(async () => {
  Object.assign(CanvasRenderingContext2D.prototype, { clearRect, fillText });
  Object.assign(globalThis, { OffscreenCanvas: cache });
  await mounted.leave();
  await page.viewport(1280, 720);
});

const isOver = (a: DOMRect, b: DOMRect) =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

/** Words written on the page's pictures. */
const drawnWords = () =>
  [...words].flatMap(([canvas, its]) => {
    if (!(canvas instanceof HTMLCanvasElement) || !canvas.isConnected) return [];
    const { left, top } = canvas.getBoundingClientRect();
    return its.map((word) => ({
      text: word.text,
      box: new DOMRect(word.x! + left, word.y! + top, word.width, word.height),
    }));
  });

function textNodes(of: Node): Node[] {
  return of.nodeType === Node.TEXT_NODE ? [of] : [...of.childNodes].flatMap(textNodes);
}

/** Boxes of visible words and signs that lie over pictures, without the marks that people move. */
function overPictures(): { readonly text: string; readonly box: DOMRect }[] {
  const laid = findAll('.plates :is(.enlarge, .plate > :not(canvas), .plate > * > button)');
  return laid.flatMap((one) => {
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
    const text = one.textContent.trim();
    if (one.matches('.enlarge'))
      return [{ text: 'enlarge', box: one.querySelector('span')!.getBoundingClientRect() }];
    if (one.matches('button') && text !== '') return [{ text, box: one.getBoundingClientRect() }];
    return textNodes(one).flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].map((box) => ({ text, box }));
    });
  });
}

/** Third pictures that are wider than a map, or higher than one with its words; "has none" without a map. */
function largerThanMaps(): string[] {
  const sizesOf = (pictures: string) =>
    findAll(`.plates > ${pictures}`).map((one) => one.getBoundingClientRect());
  const [map, ...more] = sizesOf('.of-side > .plate');
  if (!map || more.length === 0) return ['has none'];
  const height = map.height + 80;
  return sizesOf('.of-both > :is(.plate, .residuals)')
    .filter((third) => third.width > map.width + 1 || third.height > height)
    .map((third) => `${third.width} x ${third.height}, maps ${map.width} x ${map.height}`);
}

for (const link of OPENINGS)
  test(`on phones, magnified and at the desk nothing lies over the words of a picture: ${link}`, async () => {
    await page.viewport(...SCREENS[0]);
    for (const [lang, pictures] of [
      ['en', 'few'],
      ['zh', 'all'],
    ]) {
      await mounted.open(`#v=1&${link}&lang=${lang}&pictures=${pictures}`);
      for (const [width, height] of SCREENS) {
        await page.viewport(width, height);
        await idle();
        const drawn = drawnWords();
        if (link !== 'problem=denoiser') expect(drawn.length).toBeGreaterThan(0);
        const covered = overPictures().flatMap(({ text, box }) =>
          drawn.filter((word) => isOver(word.box, box)).map((word) => `${text} over ${word.text}`),
        );
        expect.soft([...new Set(covered)], `${lang} at ${width} x ${height}`).toEqual([]);
        const struck = findAll('.plates .panel > .demand').filter((one) =>
          isOver(
            one.getBoundingClientRect(),
            one.parentElement!.querySelector('h2')!.getBoundingClientRect(),
          ),
        );
        expect.soft(struck, `titles, ${lang} at ${width} x ${height}`).toEqual([]);
        const small = findAll('.plates > .panel > .plate').flatMap((plate) => {
          const sides = [...plate.querySelectorAll('canvas')].map((one) =>
            Math.min(one.clientWidth, one.clientHeight),
          );
          return Math.max(...sides) < LEAST ? [`${plate.className}: ${sides}`] : [];
        });
        expect.soft(small, `pictures, ${lang} at ${width} x ${height}`).toEqual([]);
      }
      expect.soft(largerThanMaps(), lang).toEqual([]);
      mounted.session.change({ profile: 'projector' });
      await idle();
      expect.soft(largerThanMaps(), `${lang} on a projector`).toEqual([]);
      if (pictures === 'few')
        expect.soft(document.documentElement.scrollHeight, 'projector').toBeLessThanOrEqual(720);
      mounted.session.change({ profile: 'desk' });
    }
  });
