import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAppStore } from '../store.ts';
import { onFrames } from './on-frames.ts';

let due: (() => void)[] = [];
const frame = () => {
  const now = due;
  due = [];
  for (const act of now) act();
};

beforeEach(() => {
  due = [];
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => due.push(act));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});
afterEach(() => vi.unstubAllGlobals());

test('many changes of one frame are looked at once, with the state that they end in, by all who look', () => {
  const store = createAppStore();
  const seen: number[][] = [[], []];
  for (const mine of seen) onFrames(store, () => mine.push(store.getState().k));
  for (let k = 1; k <= 20; k++) store.setState({ k });
  expect([due.length, ...seen]).toEqual([1, [], []]);
  frame();
  expect(seen).toEqual([[20], [20]]);
  frame();
  expect([due.length, ...seen]).toEqual([0, [20], [20]]);
});

test('who has left is not called back, and what one throws keeps no other from looking', () => {
  const store = createAppStore();
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const looks = [vi.fn(), vi.fn()] as const;
  const stop = onFrames(store, looks[0]);
  onFrames(store, () => {
    throw new Error('expected to be told');
  });
  onFrames(store, looks[1]);
  store.setState({ k: 1 });
  stop();
  frame();
  expect([looks[0].mock.calls.length, looks[1].mock.calls.length, reported.mock.calls.length]).toEqual([
    0, 1, 1,
  ]);
});
