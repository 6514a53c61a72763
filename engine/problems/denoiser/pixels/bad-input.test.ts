import { describe, expect, it } from 'vitest';
import { createScenario } from '../../../scenario/create-scenario.ts';
import { describeNotice } from '../../../scenario/describe-notice.ts';
import { parseLink } from '../../../scenario/scenario.ts';
import { ScenarioError } from '../../../scenario/scenario-error.ts';
import { problem as promised } from '../problem.ts';
import type { PixelsInfo } from '../types.ts';
import { pixelSides } from './sides.ts';

const problem = await promised;

/** Notices on a link, or the reason for its refusal. */
function said(more: string): readonly string[] | string {
  const { scenario, notices } = parseLink(`#v=1&problem=denoiser&level=pixels&${more}`);
  try {
    return [...notices, ...problem.prepare(scenario.values, null).notices].map(describeNotice);
  } catch (error) {
    if (error instanceof ScenarioError) return error.message;
    throw error;
  }
}

function infoOf(more: string): PixelsInfo {
  const { values } = parseLink(`#v=1&problem=denoiser&level=pixels&${more}`).scenario;
  return problem.prepare(values, null).info as PixelsInfo;
}

const CLAMPED = 'The nearest bound is used.';
const DEFAULT = 'The default is used.';

describe('two pixels', () => {
  it.each<[string, string]>([
    ['phi=0,0', 'phi: expected numbers that are not all 0, or nearly 0; got "0,0".'],
    ['phi=1e-200,0', 'phi: expected numbers that are not all 0, or nearly 0; got "1e-200,0".'],
    ['phi=0,1e-158', 'phi: expected numbers that are not all 0, or nearly 0; got "0,1e-158".'],
    ['phi=-0,0', 'phi: expected numbers that are not all 0, or nearly 0; got "0,0".'],
    ['phi=1', 'phi: expected 2 numbers; got 1.'],
    ['truth=1', 'truth: expected 2 numbers; got 1.'],
    ['start=1', 'start: expected 2 numbers; got 1.'],
  ])('cannot be made: %s', (values, sentence) => {
    expect(said(values)).toBe(sentence);
  });

  it('cannot be made of values that are no two numbers', () => {
    const { values } = createScenario('denoiser', { level: 'pixels' });
    const given = values as unknown as Parameters<typeof pixelSides>[0];
    for (const key of ['phi', 'truth', 'start'] as const)
      for (const list of [[], [1], [1, 2, 3], null])
        expect(() => pixelSides({ ...given, [key]: list })).toThrow(
          `${key}: expected 2 numbers; got ${list?.length ?? 0}.`,
        );
  });

  it.each<[string, readonly string[]]>([
    ['phi=1,2,3', [`phi: expected at most 2 comma-separated numbers; got "1,2,3". ${DEFAULT}`]],
    ['truth=1,x', [`truth: expected at most 2 comma-separated numbers; got "1,x". ${DEFAULT}`]],
    ['start=NaN,1', [`start: expected at most 2 comma-separated numbers; got "NaN,1". ${DEFAULT}`]],
    ['start=1,Infinity', [`start: expected at most 2 comma-separated numbers; got "1,Infinity". ${DEFAULT}`]],
    ['phi=11,0', [`phi: expected -10 to 10; got 11,0. ${CLAMPED}`]],
    ['start=0,-12', [`start: expected -10 to 10; got 0,-12. ${CLAMPED}`]],
    ['c=0', [`c: expected 0.000001 to 4; got 0. ${CLAMPED}`]],
    ['c=5', [`c: expected 0.000001 to 4; got 5. ${CLAMPED}`]],
    ['sigma=0', [`sigma: expected 0.06 to 1; got 0. ${CLAMPED}`]],
    ['sigma=-1', [`sigma: expected 0.06 to 1; got -1. ${CLAMPED}`]],
    ['spread=1', [`spread: expected 0.01 to 0.3; got 1. ${CLAMPED}`]],
    ['cap=0.1', [`cap: expected 0.3 to 1; got 0.1. ${CLAMPED}`]],
    ['cap=1.2', [`cap: expected 0.3 to 1; got 1.2. ${CLAMPED}`]],
    ['sigma=x', [`sigma: expected a number from 0.06 to 1; got "x". ${DEFAULT}`]],
    ['phi=0,1', []],
    ['phi=1e-150,0', []],
  ])('are made all the same: %s', (values, sentences) => {
    expect(said(values)).toEqual(sentences);
  });

  it('raise a cap that no slope keeps to, and say so', () => {
    // s^2/v = .8
    const link = 'spread=0.2&sigma=0.1&cap=0.8';
    const least = (0.2 * 0.2) / (0.2 * 0.2 + 0.1 * 0.1);
    expect(said(link)).toEqual([`cap: expected ${least + 0.01} to 1 with sigma; got 0.8. ${CLAMPED}`]);
    const { cap, sides } = infoOf(link);
    expect(cap).toBe(least + 0.01);
    expect(sides.right.cap).toBe(cap);
    expect(sides.right.crossing).toBeGreaterThan(0.5);
    expect(sides.right.rests).toHaveLength(1);
    expect(said('spread=0.2&sigma=0.1&cap=0.81')).toEqual([]);
  });

  it('are sound at every corner of their bounds', () => {
    for (const phi of ['10,10', '-10,0.001', '0,10', '1e-150,1e-150'])
      for (const truth of ['10,-10', '0,0'])
        for (const [spread, sigma] of [
          [0.01, 0.06],
          [0.3, 0.06],
          [0.01, 1],
          [0.3, 1],
        ])
          for (const c of [1e-6, 4])
            for (const cap of [0.3, 1]) {
              const info = infoOf(
                `phi=${phi}&truth=${truth}&spread=${spread}&sigma=${sigma}&c=${c}&cap=${cap}&start=-10,10`,
              );
              for (const { rests, segment, largestSlope, guaranteedBelow } of [
                info.sides.left,
                info.sides.right,
              ]) {
                expect(rests === null).toBe(segment !== null);
                if (rests) expect(rests.reduce((sum, { index }) => sum + index, 0)).toBe(1);
                for (const { at, height, largest } of rests ?? [])
                  expect([...at, height, largest].every(Number.isFinite)).toBe(true);
                expect(segment?.flat().every(Number.isFinite) ?? true).toBe(true);
                expect(guaranteedBelow).toBe(1 + 1 / largestSlope);
              }
            }
  });
});
