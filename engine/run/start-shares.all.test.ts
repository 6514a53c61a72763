import { describe, expect, it } from 'vitest';
import { linkInstance } from '../fixtures/instances.ts';
import { createRun } from './create-run.ts';

describe('shares of starts on a 61 x 61 grid over [-3, 3]^2', () => {
  /** Fraction of starts from which each side ends at the plant (loss below 1e-6) after 1,000 steps. */
  function arrived(link: string): { left: number; right: number } {
    const { instance, values } = linkInstance(link);
    const count = { left: 0, right: 0 };
    for (let at = 0; at < 61 * 61; at++) {
      instance.start.set([-3 + 0.1 * (at % 61), -3 + 0.1 * Math.floor(at / 61)]);
      const race = createRun(instance, values);
      race.first();
      const frame = race.advance(400);
      for (const side of ['left', 'right'] as const)
        if (frame[side].series.loss![frame[side].count - 1]! < 1e-6) count[side]++;
    }
    return { left: count.left / 61 ** 2, right: count.right / 61 ** 2 };
  }

  it('trap: f ends elsewhere from 37 %, g from none', () => {
    const { left, right } = arrived('#v=1&features=csv&data=trap&plant=1,1');
    expect(Math.abs(1 - left - 0.37)).toBeLessThan(0.005);
    expect(right).toBe(1);
  });

  it('slope and bias: f fails from 53 %, g from none', () => {
    const { left, right } = arrived('#v=1&features=line&n=8&plant=1,0.2');
    expect(Math.abs(1 - left - 0.53)).toBeLessThan(0.005);
    expect(right).toBe(1);
  });
});
