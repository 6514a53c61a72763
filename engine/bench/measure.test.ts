import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK } from '../fixtures/arbitraries.ts';
import { factorsOf } from './calibration.ts';
import { absoluteRow, judge, plainRow, ratioRow, targetWords } from './measure.ts';
import { REFERENCE, SPEEDS } from './speeds.ts';

const EVEN = { integer: 1, float: 1, memory: 1, script: 1, drawing: 1 };
const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });

describe('a row of the bench', () => {
  it('has the same verdict on a slower machine, as a time and as a rate, unless the code is slower', () => {
    const row = (value: number, target: object, speed: (typeof SPEEDS)[number]) =>
      absoluteRow('1', 'a row', value, 'ms', target, '', speed);
    fc.assert(
      fc.property(fc.constantFrom(...SPEEDS), positive, positive, positive, (speed, value, bound, factor) => {
        fc.pre(Math.abs(value / bound - 1) > 1e-9);
        const slow = { ...EVEN, [speed]: factor };
        for (const [target, measured] of [
          [{ atMost: bound }, value * factor],
          [{ atLeast: bound }, value / factor],
        ] as const)
          expect(judge(row(measured, target, speed), slow).ok).toBe(
            judge(row(value, target, speed), EVEN).ok,
          );
        // Slower code misses on any machine.
        expect(judge(row(bound * factor * 1.01, { atMost: bound }, speed), slow).ok).toBe(false);
      }),
      CHECK,
    );
  });

  it('of a ratio keeps its value; one without a target is no miss, one that fails otherwise is', () => {
    const [one, two] = [1, 2].map((median) => ({ least: median, median })) as [never, never];
    const slow = { ...EVEN, float: 9 };
    expect(judge(ratioRow('1', '', one, two, { atLeast: 2 }), slow)).toMatchObject({ value: 2, ok: true });
    expect(judge(ratioRow('1', '', one, two, { atLeast: 2.1 }), slow).ok).toBe(false);
    expect(judge(plainRow('1', '', 1e9, 's'), slow).ok).toBe(true);
    const reached = absoluteRow('1', '', 1, 's', { atMost: 2 }, '');
    expect(judge({ ...reached, holds: false }, EVEN).ok).toBe(false);
  });

  it('says its target', () => {
    const said = (target: object | null) => targetWords({ ...plainRow('1', '', 1, 's'), target });
    expect([null, { atMost: 4 }, { atLeast: 5 }, { atLeast: 0.9, atMost: 1.1 }].map(said)).toEqual([
      '',
      'at most 4',
      'at least 5',
      '0.9 to 1.1',
    ]);
  });

  it('divides by the reference machine, which is 1 in all kinds', () => {
    expect(factorsOf(REFERENCE)).toEqual(EVEN);
    expect(SPEEDS.every((speed) => REFERENCE[speed] > 0)).toBe(true);
  });
});
