import { describe, expect, it } from 'vitest';
import type { Values } from '../../../params.ts';
import type { RoundsReader } from '../../../problem.ts';
import type { RunValues } from '../../../run/create-run.ts';
import { createScenario } from '../../../scenario/create-scenario.ts';
import { SIDES } from '../../../side-names.ts';
import { createUpdateWalk } from '../../../update/read-update.ts';
import { problem as promised } from '../problem.ts';
import type { DenoiserUpdate, PixelsInfo, PixelTerms } from '../types.ts';
import { pixelTerms } from './terms.ts';

const problem = await promised;

function made(more: Values) {
  const { values } = createScenario('denoiser', { level: 'pixels', ...more });
  const instance = problem.prepare(values, null);
  return { instance, values: values as Values & RunValues, info: instance.info as PixelsInfo };
}

function readAt(reader: RoundsReader, k: number): PixelTerms | null {
  while (!reader.approach(k));
  return reader.read(k) as PixelTerms | null;
}

describe.each<[string, Values]>([
  ['the opening', {}],
  ['a cycle', { c: 1.98 }],
  ['the hull', { cap: 1, c: 1.5 }],
  ['both certified', { sigma: 0.5, c: 1.98 }],
  ['long steps', { c: 3.5, spread: 0.3, sigma: 0.3 }],
])('a round taken apart: %s', (_, more) => {
  const { instance, info } = made(more);

  it.each(SIDES)('is the run’s own, bit for bit, in any order: %s', (side) => {
    const reader = pixelTerms(instance).rounds![side]!;
    const run = instance.sides[side].iterate();
    const states: (readonly [number, number])[] = [];
    const records: Readonly<Record<string, number>>[] = [];
    for (let k = 0; k < 13; k++) {
      const x = new Float64Array(2);
      run.read(x);
      states.push([x[0]!, x[1]!]);
      records.push(run.record());
      run.step();
    }
    const { denoiser } = instance.pixels![side];
    const { rate, guaranteedBelow } = info.sides[side];
    for (const k of [0, 5, 11, 1, 1, 2, 11, 0]) {
      const told = readAt(reader, k)!;
      expect([told.level, told.k]).toEqual(['pixels', k]);
      expect([told.before, told.after]).toEqual([states[k], states[k + 1]]);
      expect(told.objective).toEqual([records[k]!.objective, records[k + 1]!.objective]);
      expect(Math.abs(told.residual)).toBe(records[k]!.residual);
      expect(told.radius).toBe(records[k + 1]!.radius);
      expect(Number.isNaN(told.radius)).toBe(rate === null);
      for (const i of [0, 1] as const) {
        expect(told.z[i]).toBe(told.before[i] - info.step * told.residual * info.phi[i]);
        expect(denoiser.apply(told.z[i])).toBe(told.after[i]);
        expect(denoiser.slope(told.z[i])).toBe(told.slopes[i]);
      }
      const moved = records[k + 1]!.step!;
      expect(told.sure / (((guaranteedBelow - info.c) / 2) * moved * moved)).toBeCloseTo(1, 12);
      expect(told.sure < 0).toBe(info.c > guaranteedBelow);
      expect(told.objective[1]).toBeLessThanOrEqual(
        told.objective[0] - told.sure + 1e-14 * Math.max(0.1, Math.abs(told.objective[1])),
      );
    }
  });
});

it('stands in place of the updates of both sides', () => {
  const { instance, values } = made({});
  const walk = createUpdateWalk(instance, values, problem.parts);
  const at = { left: 4, right: 7 };
  while (!walk.approach(at, 5));
  const { left, right, leftRound, round } = walk.read(at) as DenoiserUpdate;
  expect([left, right]).toEqual([null, null]);
  expect([leftRound!.k, round!.k]).toEqual([4, 7]);
});

it('has a side at rest stay where it is, and none after that or after a state that ran off', () => {
  const { instance } = made({});
  const run = instance.sides.left.iterate();
  let k = 0;
  for (; !run.ended; k++) run.step();
  expect(run.status).toBe('stationary');
  const reader = pixelTerms(instance).rounds!.left!;
  const last = readAt(reader, k)!;
  expect(Math.hypot(last.after[0] - last.before[0], last.after[1] - last.before[1])).toBeLessThan(1e-10);
  expect(readAt(reader, k + 1)).toBeNull();
  expect(readAt(reader, k - 1)!.k).toBe(k - 1);
  const off = made({ spread: 0.3, sigma: 0.06, c: 4, cap: 1, start: [9, -9] }).instance;
  const away = off.sides.left.iterate();
  let rounds = 0;
  for (; !away.ended; rounds++) away.step();
  const walker = pixelTerms(off).rounds!.left!;
  expect(readAt(walker, rounds)).toBeNull();
  expect(readAt(walker, rounds - 1)!.k).toBe(rounds - 1);
});

it('approaches a far round in slices', () => {
  const { instance } = made({ c: 1.98 });
  const reader = pixelTerms(instance).rounds!.left!;
  let calls = 1;
  while (!reader.approach(50_001)) calls++;
  expect(calls).toBe(3);
  expect((reader.read(50_001) as PixelTerms).k).toBe(50_001);
  expect(reader.read(50_000)).toBeNull();
});

it('is of two pixels alone', () => {
  expect(() => pixelTerms({ info: { level: 'image' } } as never)).toThrow(RangeError);
});
