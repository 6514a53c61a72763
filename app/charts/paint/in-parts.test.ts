import { afterEach, expect, test, vi } from 'vitest';
import type { DisplayList, TextMark } from '../display-list.ts';
import { gathered, inParts, Resting, rest } from './in-parts.ts';
import { type Context, measured } from './paint-canvas.ts';

let now = 0;
vi.spyOn(performance, 'now').mockImplementation(() => now);
afterEach(() => {
  now = 0;
});

/** Draws within a span; returns the list, or the intermediate one if it rests. */
function attempt(span: number, draw: () => DisplayList): { done: boolean; list: DisplayList } {
  try {
    return { done: true, list: inParts(span, draw) };
  } catch (error) {
    if (!(error instanceof Resting)) throw error;
    return { done: false, list: error.list };
  }
}

test('a drawing rests where its span is over, and goes on from what it kept', () => {
  const made: number[] = [];
  const rects = (count: number): DisplayList =>
    Array.from({ length: count }, (_, x) => ({ kind: 'rect', rect: { x, y: 0, width: 1, height: 1 } }));
  const draw = () => {
    for (let part = made.length; part < 3; part++) {
      rest(() => rects(part));
      made.push(part);
      now += 4;
    }
    return rects(3);
  };
  expect(attempt(5, draw)).toEqual({ done: false, list: rects(2) });
  expect(attempt(5, draw)).toEqual({ done: true, list: rects(3) });
  expect(made).toEqual([0, 1, 2]);
});

test('nothing rests that is not drawn in parts, nor after a drawing that failed', () => {
  now = 1e9;
  expect(() => rest()).not.toThrow();
  expect(() =>
    inParts(-1, () => {
      throw new Error('of its own');
    }),
  ).toThrow('of its own');
  expect(() => rest()).not.toThrow();
});

test('texts are measured one after another, and what is shown meanwhile has none', () => {
  const asked: string[] = [];
  const ctx = {
    measureText: (text: string) => {
      asked.push(text);
      now += 3;
      return { width: 10 };
    },
  } as unknown as Context;
  const text = (words: string): TextMark => ({
    ...{ kind: 'text', x: 0, y: 0, text: words, font: 'sans', size: 12, weight: 500, anchor: 'start' },
    ...{ baseline: 'alphabetic', color: '#000000' },
  });
  const rect = { x: 0, y: 0, width: 1, height: 1 };
  const list: DisplayList = [
    text('a'),
    { kind: 'clip', rect, marks: [{ kind: 'rect', rect }, text('b'), text('c')] },
  ];
  const measure = () => measured(ctx, list);
  const without: DisplayList = [{ kind: 'clip', rect, marks: [{ kind: 'rect', rect }] }];
  expect(attempt(5, measure)).toEqual({ done: false, list: without });
  expect(asked).toEqual(['a', 'b']);
  expect(attempt(5, measure)).toEqual({ done: true, list });
  expect(asked).toEqual(['a', 'b', 'c']);
});

test('a gathered list may rest after each item, is made once, and starts over after a failure', () => {
  let begun = 0;
  let fails = true;
  const items = gathered(function* () {
    begun++;
    for (let item = 0; item < 3; item++) {
      now += 4;
      if (item === 2 && fails) throw new RangeError('no memory');
      yield item;
    }
  });
  const shown: DisplayList = [{ kind: 'rect', rect: { x: 0, y: 0, width: 1, height: 1 } }];
  const draw = () => {
    items(() => shown);
    return [];
  };
  expect(attempt(5, draw)).toEqual({ done: false, list: shown });
  expect(() => attempt(5, draw)).toThrow('no memory');
  fails = false;
  expect([...items()]).toEqual([0, 1, 2]);
  expect(items()).toBe(items());
  expect(begun).toBe(2);
});
