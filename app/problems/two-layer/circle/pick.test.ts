import { describe, expect, it } from 'vitest';
import { circleIn, pixelsOf } from './geometry.ts';
import { neighbourOf, neuronAt, REACH } from './pick.ts';

const size = { width: 400, height: 400, scale: 1 };
const neurons = {
  angles: [0, Math.PI / 2, Math.PI / 2, -3, 1, 2],
  strengths: [1, 1, -1, 0.5, 0, Number.NaN],
};
const pixels = pixelsOf(circleIn(400, 400, 1), neurons, 1);
const at = (x: number, y: number) => neuronAt(size, neurons, 1, x, y);

describe('neuronAt', () => {
  it('finds the dot that is nearest within the reach of a finger', () => {
    for (const j of [0, 1, 2, 3]) {
      const [x, y] = [pixels[2 * j]!, pixels[2 * j + 1]!];
      expect(at(x, y)).toBe(j);
      expect(at(x + 0.7 * REACH, y - 0.7 * REACH)).toBe(j);
    }
    // Of two in one direction the one on that side of the ring of zero.
    expect(pixels[3]).toBeLessThan(pixels[5]!);
  });

  it('reaches farther where letters are larger', () => {
    const large = { width: 900, height: 900, scale: 2.25 };
    const tips = pixelsOf(circleIn(900, 900, 2.25), neurons, 1);
    for (const j of [0, 1, 2, 3]) {
      const [x, y] = [tips[2 * j]!, tips[2 * j + 1]!];
      expect(neuronAt(large, neurons, 1, x + 1.5 * REACH, y - 1.5 * REACH)).toBe(j);
    }
  });

  it('takes the nearest direction beyond it, and none about the centre', () => {
    expect(at(390, 215)).toBe(0);
    expect(at(20, 190)).toBe(3);
    expect(at(202, 203)).toBe(-1);
  });

  it('never finds one that is not drawn', () => {
    const nothing = { angles: [1, Number.NaN, 2], strengths: [0, 1, Number.NaN] };
    for (const [x, y] of [
      [200, 20],
      [390, 200],
    ] as const)
      expect(neuronAt(size, nothing, 1, x, y)).toBe(-1);
    expect(neuronAt(size, { angles: [], strengths: [] }, 1, 300, 200)).toBe(-1);
  });
});

describe('neighbourOf', () => {
  it('goes round through every neuron that is drawn, and back', () => {
    const round = (turn: 1 | -1) => {
      const seen = [0];
      for (let k = 0; k < 4; k++) seen.push(neighbourOf(neurons, seen.at(-1)!, turn));
      return seen;
    };
    expect(round(1)).toEqual([0, 1, 2, 3, 0]);
    expect(round(-1)).toEqual([0, 3, 2, 1, 0]);
  });

  it('begins anew from one that is not drawn, and has nothing among none', () => {
    expect(neighbourOf(neurons, 4, 1)).toBe(3);
    expect(neighbourOf({ angles: [1], strengths: [0] }, 0, 1)).toBe(-1);
  });
});
