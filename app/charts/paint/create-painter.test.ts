import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DisplayList, TextMark } from '../display-list.ts';
import { createPainter } from './create-painter.ts';
import type { Context } from './paint-canvas.ts';

/** A canvas that counts its calls. */
function counting(width = 300, height = 100) {
  const calls: Record<string, number> = {};
  const ctx = new Proxy({ canvas: { width, height } } as Record<string, unknown>, {
    get(target, name: string) {
      if (name in target) return target[name];
      return () => {
        calls[name] = (calls[name] ?? 0) + 1;
        return { width: 10 };
      };
    },
    set: () => true,
  });
  return { ctx: ctx as unknown as Context, calls };
}

const images: ReturnType<typeof counting>[] = [];

beforeEach(() => {
  images.length = 0;
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      readonly made = counting();
      constructor() {
        images.push(this.made);
      }
      getContext = () => this.made.ctx;
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const text = (words: string, x = 0): TextMark => ({
  kind: 'text',
  x,
  y: 0,
  text: words,
  font: 'sans',
  size: 12,
  weight: 400,
  anchor: 'start',
  baseline: 'middle',
  color: 'black',
});
const SIZE = { width: 300, height: 100, dpr: 1 };
const axis = () => ['1', '10', '100', 'step'].map((words, i) => text(words, 20 * i));
const curve = (x: number): DisplayList => [
  { kind: 'path', lines: [[0, 0, x, 9]], strokes: [] },
  text('left', x),
];
const letters = ({ calls }: { calls: Record<string, number> }) => calls.fillText ?? 0;

test('marks that successive lists share are drawn a second time, then copied; the rest is drawn each time', () => {
  const canvas = counting();
  const painter = createPainter(canvas.ctx);
  for (let k = 0; k < 50; k++) painter.paint([...axis(), ...curve(k)], SIZE);
  // Five in the first two frames, then one each: the name at the end of the curve.
  expect(letters(canvas)).toBe(5 + 5 + 48);
  expect(images.map(({ calls }) => calls.drawImage)).toEqual([1]);
  expect(canvas.calls.drawImage).toBe(48);
});

test('another number on the axis, another size and other letters are drawn', () => {
  const canvas = counting();
  const painter = createPainter(canvas.ctx);
  painter.paint([...axis(), ...curve(1)], SIZE);
  painter.paint([...axis(), ...curve(2)], SIZE);
  const before = letters(canvas);
  painter.paint([text('2'), ...axis().slice(1), ...curve(3)], SIZE);
  expect(letters(canvas) - before).toBe(5);
  painter.paint([text('2'), ...axis().slice(1), ...curve(3)], { ...SIZE, dpr: 2 });
  expect(letters(canvas) - before).toBe(10);
  painter.forget();
  painter.paint([text('2'), ...axis().slice(1), ...curve(3)], { ...SIZE, dpr: 2 });
  expect(letters(canvas) - before).toBe(15);
});

test('rows that a run writes on are never taken for what they were', () => {
  const canvas = counting();
  const painter = createPainter(canvas.ctx);
  const rows = Float64Array.of(0, 0, 5, 5);
  const list = (): DisplayList => [
    { kind: 'path', lines: [rows.subarray(0, 4)], strokes: [{ color: 'red', width: 1 }] },
    ...axis(),
  ];
  painter.paint(list(), SIZE);
  painter.paint(list(), SIZE);
  expect([canvas.calls.stroke, canvas.calls.drawImage ?? 0]).toEqual([2, 0]);
});
