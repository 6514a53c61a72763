import { expect, test } from 'vitest';
import type { SideState } from '../store.ts';
import { autoStopStep } from './auto-stop.ts';

const side = (status: SideState['status'], endedAt: number | null): SideState => ({
  status,
  endedAt,
  arrivedAt: status === 'reached' ? endedAt : null,
  last: 500,
});

test('playing stops where the later side has ended, not before', () => {
  expect(autoStopStep(side('dead', 73), side('reached', 76))).toBe(76);
  expect(autoStopStep(side('dead', 73), side('moving', null))).toBeNull();
  expect(autoStopStep(side('moving', null), side('moving', null))).toBeNull();
});

test('playing stops at a first arrival, though the run may leave the plant again', () => {
  const passed = { ...side('moving', null), arrivedAt: 12 };
  expect(autoStopStep(passed, side('reached', 40))).toBe(40);
  expect(autoStopStep({ ...side('diverged', 90), arrivedAt: 12 }, side('reached', 40))).toBe(90);
});

test('an end that only labels stops nothing, but for the best there is', () => {
  const labelled = { ...side('circles', 6), labels: true } as const;
  expect(autoStopStep(labelled, side('centred', 10))).toBeNull();
  expect(autoStopStep({ ...labelled, status: 'global' }, side('centred', 10))).toBe(10);
});

test('a loss without a minimum is shown falling for a while', () => {
  expect(autoStopStep(side('dead', 0), side('unbounded', 0))).toBe(100);
  expect(autoStopStep(side('stationary', 300), side('unbounded', 0))).toBe(300);
});
