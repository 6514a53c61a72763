import { expect, test } from 'vitest';
import { wilson } from '../../engine/kernels/wilson.ts';
import { words } from '../features/ensemble/words.en.ts';
import { pWords, percent as unparted } from './format-tenth.ts';

const percent = (share: number) => unparted(share).replaceAll('\u00A0', ' ');

test('a share that is not 0 or 1 is never written as one of them', () => {
  expect(percent(0.7654)).toBe('76.5 %');
  expect([percent(0), percent(1)]).toEqual(['0.0 %', '100.0 %']);
  const { low, high } = wilson(20_000, 20_000);
  expect([percent(low), percent(high)]).toEqual(['99.98 %', '100.0 %']);
  expect(percent(1 - low)).toBe('0.02 %');
  expect(percent(wilson(0, 1_000_000).high)).toBe('0.0004 %');
  expect([percent(0.0005), percent(0.9995), percent(0.0004), percent(0.99996)]).toEqual([
    '0.05 %',
    '99.95 %',
    '0.04 %',
    '99.996 %',
  ]);
  for (let power = 1; power <= 16; power++) {
    expect(Number.parseFloat(percent(10 ** -power).replace('< ', ''))).toBeGreaterThan(0);
    expect(Number.parseFloat(percent(1 - 10 ** -power).replace('> ', ''))).toBeLessThan(100);
  }
  expect([percent(1e-12), percent(1 - 1e-12)]).toEqual(['< 0.000001 %', '> 99.999999 %']);
});

test('a share and its sign are on one line', () => {
  expect(unparted(0.777)).toBe('77.7\u00A0%');
});

test('a p-value is never 0', () => {
  expect(pWords(0.0312)).toBe('= 0.0312');
  expect([pWords(0), pWords(5e-324)]).toEqual(['< 10⁻³⁰⁰', '< 10⁻³⁰⁰']);
});

test('one run is a run', () => {
  const say = words['ensemble.diagram.cell'];
  expect(say({ places: 'd = 2', done: 1, left: 'a', right: 'b' })).toMatch(/of 1 run$/);
  expect(say({ places: 'd = 2', done: 2, left: 'a', right: 'b' })).toMatch(/of 2 runs$/);
});
