import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { begin, createLater, createNextFrame, during } from './busy.ts';
import { defineViews, loadView, type ProblemView } from './view.ts';

/** True while the root element is marked as idle. */
let idle = false;

beforeEach(() => {
  idle = false;
  const documentElement = { toggleAttribute: (_: string, on: boolean) => (idle = on) };
  vi.stubGlobal('document', { documentElement });
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the page is idle when all that has begun has ended, and not before', () => {
  const first = begin();
  const second = begin();
  first();
  first();
  expect(idle).toBe(false);
  second();
  expect(idle).toBe(true);
});

test('work counts until it is done or has failed', async () => {
  const done = during(Promise.resolve(7));
  const failed = during(Promise.reject(new Error('gone')));
  expect(idle).toBe(false);
  expect(await done).toBe(7);
  await expect(failed).rejects.toThrow('gone');
  expect(idle).toBe(true);
});

test("the code of a problem's view counts while it is on its way, and when it does not come", async () => {
  const view = {} as ProblemView;
  for (const comes of [true, false]) {
    let end = () => {};
    const code = new Promise<ProblemView>((resolve, reject) => {
      end = () => (comes ? resolve({ ...view, isMissing: true }) : reject(new Error('gone')));
    });
    defineViews({ lift: () => code }, view, async () => undefined);
    begin()();
    expect(idle).toBe(true);
    const loaded = loadView('lift');
    expect(idle).toBe(false);
    end();
    await loaded;
    expect(idle).toBe(true);
  }
});

test('what is to be done later counts until it is done, and what it begins counts without a gap', () => {
  const seen: boolean[] = [];
  let rounds = 0;
  const later = createLater(() => {
    seen.push(idle);
    if (++rounds < 2) later.start(10);
  });
  later.start(10);
  vi.advanceTimersByTime(9);
  later.start(10);
  expect(later.isWaiting()).toBe(true);
  vi.advanceTimersByTime(1);
  expect([rounds, idle]).toEqual([1, false]);
  vi.advanceTimersByTime(10);
  expect([rounds, idle, later.isWaiting()]).toEqual([2, true, false]);
  expect(seen).toEqual([false, false]);
});

test('what is put off is done once, and what is stopped never', () => {
  const act = vi.fn();
  const later = createLater(act);
  later.restart(10);
  vi.advanceTimersByTime(9);
  later.restart(10);
  vi.advanceTimersByTime(9);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledOnce();
  later.restart(10);
  later.stop();
  later.stop();
  expect(idle).toBe(true);
  vi.advanceTimersByTime(100);
  expect(act).toHaveBeenCalledOnce();
});

test('a frame counts until it has come, and one that fails stops counting', () => {
  const frames: ((time: number) => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (call: (time: number) => void) => frames.push(call));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  const next = createNextFrame((time) => {
    if (time === 2) throw new Error('broken');
  });
  next.ask();
  next.ask();
  expect([frames.length, idle]).toEqual([1, false]);
  frames.shift()!(1);
  expect(idle).toBe(true);
  next.ask();
  expect(() => frames.shift()!(2)).toThrow('broken');
  expect(idle).toBe(true);
  next.ask();
  next.cancel();
  expect(idle).toBe(true);
});
