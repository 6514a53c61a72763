import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createWatchdog } from './client.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched(answers: boolean) {
  const told: (boolean | 'asked')[] = [];
  const dog = createWatchdog(
    () => {
      told.push('asked');
      if (answers) dog.heard();
    },
    (silent) => told.push(silent),
  );
  return { dog, told };
}

test('an engine that works for an hour and answers between its pieces is never told of', () => {
  const { dog, told } = watched(true);
  dog.watch();
  vi.advanceTimersByTime(3_600_000);
  expect(told.filter((word) => word === 'asked')).toHaveLength(720);
  expect(told).not.toContain(true);
});

test('one that answers nothing is asked once, told of after ten seconds, and once a minute from then on', () => {
  const { dog, told } = watched(false);
  dog.watch();
  vi.advanceTimersByTime(9_999);
  expect(told).toEqual(['asked']);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(['asked', true]);
  vi.advanceTimersByTime(59_999);
  expect(told).toEqual(['asked', true]);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(['asked', true, true]);
  dog.heard();
  expect(told.at(-1)).toBe(false);
});

test('nothing is counted where nothing waits, and what waits later has its own ten seconds', () => {
  const { dog, told } = watched(false);
  dog.watch();
  vi.advanceTimersByTime(9_000);
  dog.rest();
  vi.advanceTimersByTime(3_600_000);
  dog.watch();
  vi.advanceTimersByTime(9_000);
  expect(told).toEqual(['asked', 'asked']);
  expect(vi.getTimerCount()).toBe(1);
  dog.rest();
  expect(vi.getTimerCount()).toBe(0);
});

test('a clock that jumps is no silence', () => {
  const { dog, told } = watched(false);
  dog.watch();
  vi.advanceTimersByTime(3_000);
  vi.setSystemTime(Date.now() + 3_600_000);
  vi.advanceTimersByTime(3_000);
  vi.setSystemTime(0);
  vi.advanceTimersByTime(3_000);
  expect(told).toEqual(['asked']);
});
