import { describe, expect, it } from 'vitest';
import { instanceOf } from '../fixtures/instances.ts';
import { judge, type Standing } from './descent.ts';

const { left } = instanceOf({ features: 'line', n: 8, plant: [1, 0.2] }).instance;

/** Moving: far from the plant, with a loss and a gradient. ||w|| = 5, L = 4, all samples active. */
const standing = (given: Partial<Standing>): Standing => ({
  landscape: left,
  smoothness: 4,
  weights: Float64Array.of(3, 4),
  loss: 1,
  gradientNorm: 1,
  distance: 1,
  plantNorm: 10,
  drift: 0,
  relative: false,
  gradient: new Float64Array(2),
  sizes: { labels: 1, weights: 1 },
  ...given,
});

const floorless = { ...left, nonNegative: false };
const running = { ...left, runsOff: () => true };
const dead = { weights: Float64Array.of(0, -5), gradientNorm: 0 };

describe('the judge of a loss without a smoothness', () => {
  // The criterion allows a gradient of 2e-9 for L = 4 and ||w|| = 5; a step gains ||grad||^2/4.
  it.each([
    [1e-9, 1, 'stationary'],
    [1.9e-9, 1, 'stationary'],
    [1.9e-9, 0.9, 'moving'],
    [3e-9, 1e9, 'moving'],
  ])('a gradient of %s at a loss of %s', (gradientNorm, loss, status) => {
    expect(judge(standing({ relative: true, gradientNorm, loss }))).toBe(status);
  });
});

describe('the judge', () => {
  it.each<[string, Partial<Standing>, string]>([
    ['nothing special', {}, 'moving'],
    ['1e-3 of the plant away', { distance: 1e-2 }, 'reached'],
    ['a little farther', { distance: 1.0001e-2 }, 'moving'],
    ['no plant', { distance: Number.NaN, plantNorm: Number.NaN }, 'moving'],
    ['a loss of 1e-12', { loss: 1e-12 }, 'global'],
    ['a little more', { loss: 1.0001e-12 }, 'moving'],
    ['a small loss that may go below zero', { loss: 1e-12, landscape: floorless }, 'moving'],
    ['a gradient of 1e-10 L ||w||', { gradientNorm: 1.9999e-9 }, 'stationary'],
    ['a little more', { gradientNorm: 2.0001e-9 }, 'moving'],
    [
      'one of 1e-10 L where ||w|| < 1',
      { weights: Float64Array.of(0.1, 0.1), gradientNorm: 3.9999e-10 },
      'stationary',
    ],
    ['a little more there', { weights: Float64Array.of(0.1, 0.1), gradientNorm: 4.0001e-10 }, 'moving'],
    ['no gradient, but a last move', { gradientNorm: 0, drift: 1e-8 }, 'moving'],
    ['no gradient and no last move', { gradientNorm: 0, drift: 1e-10 }, 'stationary'],
    ['no gradient with every sample off', dead, 'dead'],
    ['the same while it glides', { ...dead, drift: 1 }, 'moving'],
    ['a run to -infinity', { landscape: running }, 'unbounded'],
    ['arrival goes before everything', { distance: 0, loss: 0, gradientNorm: 0 }, 'reached'],
    ['zero loss goes before a vanished gradient', { loss: 0, gradientNorm: 0 }, 'global'],
  ])('%s', (_, given, status) => {
    expect(judge(standing(given))).toBe(status);
  });
});
