import { expect, test } from 'vitest';
import { wilson } from '../kernels/wilson.ts';
import { createColumns } from './columns.ts';
import { quantile, summarise } from './summary.ts';

/** Ten runs from number 100 on: left arrives in four, right in seven, three of them common. */
function table() {
  const columns = createColumns(100, 10, true);
  columns.left.arrivals.set([5, 5, 9, -1, -1, -1, -1, 30, -1, -1]);
  columns.right.arrivals.set([2, 3, 3, 8, 8, 20, -1, -1, 50, -1]);
  columns.left.aways.set([0, 0, 0, 3, 1, 3, 2, 0, Number.POSITIVE_INFINITY, 1]);
  columns.right.aways.set([0, 0, 0, 0, 0, 0, 4, 5, 0, 4]);
  columns.left.statuses.set([1, 1, 1, 3, 3, 4, 4, 1, 8, 0]);
  columns.audit.behindAt.set([-1, 4, -1, -1, -1, -1, 0, 9, -1, -1]);
  columns.audit.behindBy.set([0, 0.25, 1e-10, 0, 0, 0, 0.5, 0.125, 0, 0]);
  columns.audit.points.fill(11);
  return columns;
}

test('the table of both sides, with its exact test', () => {
  const { both, onlyLeft, onlyRight, neither, p, runs } = summarise(table());
  expect([both, onlyLeft, onlyRight, neither]).toEqual([3, 1, 4, 2]);
  expect(both + onlyLeft + onlyRight + neither).toBe(runs);
  expect(p).toBe((2 * (1 + 5)) / 32);
});

test('survival keeps the runs that never came', () => {
  const { left, right } = summarise(table());
  expect([...left.survival.steps]).toEqual([0, 5, 9, 30]);
  expect([...left.survival.left]).toEqual([1, 0.8, 0.7, 0.6]);
  expect(left.medianSteps).toBeNull();
  expect(right.medianSteps).toBe(8);
  expect(right.survival.left.at(-1)).toBe(0.3);
  expect(left.arrived.runs).toBe(4);
});

test('an arrival at the start itself', () => {
  const columns = createColumns(0, 2, false);
  columns.left.arrivals.set([0, -1]);
  expect([...summarise(columns).left.survival.left]).toEqual([0.5]);
  expect(summarise(columns).audit).toBeNull();
});

test('worst runs by number, quantiles, states', () => {
  const { left, right } = summarise(table());
  expect(left.worst.map(({ run }) => run).slice(0, 4)).toEqual([108, 103, 105, 106]);
  expect(right.worst.map(({ run }) => run).slice(0, 3)).toEqual([107, 106, 109]);
  expect(left.statuses.dead).toBe(2);
  expect(left.statuses.diverged).toBe(1);
  expect(quantile(left.aways, 0.5)).toBe(1);
  expect(quantile(left.aways, 1)).toBe(Number.POSITIVE_INFINITY);
  expect(quantile(left.aways, 0)).toBe(0);
});

test('ties are neither hits nor misses: counted apart, of all runs, and ranked nowhere', () => {
  const columns = createColumns(7, 6, false);
  columns.left.arrivals.set([3, -1, -1, 0, -1, -1]);
  columns.left.aways.set([0, Number.NaN, 2, 0, Number.NaN, 5]);
  const { left, right, neither } = summarise(columns);
  expect([left.arrived.runs, left.ties.runs, left.ties.of, right.ties.runs]).toEqual([2, 2, 6, 0]);
  expect(left.ties.interval).toEqual(wilson(2, 6));
  expect(left.arrived.interval).toEqual(wilson(2, 6));
  expect([[...left.aways.values], [...left.aways.counts]]).toEqual([
    [0, 2, 5],
    [2, 1, 1],
  ]);
  expect(left.worst.map(({ run }) => run)).toEqual([12, 9, 7, 10]);
  expect(neither).toBe(0);
  columns.right.arrivals.fill(-1);
  expect(summarise(columns).neither).toBe(4);
});

test('the audit: kept, broken, by how much', () => {
  const { audit } = summarise(table());
  expect(audit!.kept.runs).toBe(7);
  expect(audit!.broken).toEqual([
    { run: 106, by: 0.5 },
    { run: 101, by: 0.25 },
    { run: 107, by: 0.125 },
  ]);
  expect(audit!.most).toBe(0.5);
  expect(audit!.medianFirst).toBe(4);
  expect(audit!.points).toBe(110);
  expect(audit!.failures).toBe(0);
});

test('of a part of the runs', () => {
  expect(summarise(table(), 3).both).toBe(3);
  expect(() => summarise(table(), 0)).toThrow('expected 1 to 10 runs; got 0');
  expect(() => summarise(table(), 11)).toThrow(RangeError);
});
