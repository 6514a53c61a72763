import { describe, expect, it } from 'vitest';
import reference from '../../fixtures/gan.json' with { type: 'json' };
import { drawGame } from './game-data.ts';
import { gamePicture } from './game-reading.ts';
import { pushOf } from './saddle-push.ts';

const [one] = reference.width;
const data = drawGame({ ...one!, width: one!.k, xmean: null });
const { weights, mean, discriminator } = one!.states[10]!;

describe('what is drawn of a state', () => {
  it('of the network: its mean, its cloud, whose mean that is, and the pulls', () => {
    const state = Float64Array.from([...weights!.flat(), ...discriminator]);
    const told = gamePicture(data, state, { kind: 'network', eta: 0.3 });
    expect([...told.discriminator]).toEqual(discriminator);
    expect([...told.weights]).toEqual(weights!.flat());
    for (const [i, value] of mean.entries()) {
      expect(told.mean[i]).toBeCloseTo(value, 14);
      let sum = 0;
      for (let s = 0; s < data.n; s++) sum += told.cloud[s * 2 + i]!;
      expect(sum / data.n).toBeCloseTo(value, 14);
    }
    for (let j = 0; j < 3; j++)
      expect(told.pulls[j]).toBeCloseTo(
        data.columns[j]! * discriminator[0]! + data.columns[3 + j]! * discriminator[1]!,
        14,
      );
    for (let i = 0; i < 2; i++) {
      const value = weights!.reduce(
        (sum, w, j) =>
          sum + data.columns[i * 3 + j]! * Math.max(0, w[0]! * data.noise[10]! + w[1]! * data.noise[11]!),
        0,
      );
      expect(told.cloud[10 + i]).toBeCloseTo(value, 14);
    }
    expect(told.push).toBe(pushOf(data, Float64Array.from(weights!.flat()), 0.3));
    expect([...told.silent]).toEqual([0, 0, 0]);
  });

  it('tells the neurons that are off on every sample', () => {
    const state = Float64Array.from([...weights!.flat(), ...discriminator]);
    state.fill(0, 2, 4);
    const told = gamePicture(data, state, { kind: 'network', eta: 0.3 });
    expect([...told.silent]).toEqual([0, 1, 0]);
    expect(told.hidden[1]).toBe(0);
  });

  it('of the convex side: h as it stands, no cloud and no push', () => {
    const state = Float64Array.of(0.5, 0, 2, 0.1, -0.2);
    const told = gamePicture(data, state, { kind: 'convex', eta: 0.3 });
    expect([...told.hidden]).toEqual([0.5, 0, 2]);
    expect(told.mean[1]).toBeCloseTo(0.5 * data.columns[3]! + 2 * data.columns[5]!, 14);
    expect([...told.silent]).toEqual([0, 1, 0]);
    expect([told.cloud.length, told.weights.length, told.push]).toEqual([0, 0, Number.NaN]);
    told.hidden.fill(9);
    expect([...state]).toEqual([0.5, 0, 2, 0.1, -0.2]);
  });
});
