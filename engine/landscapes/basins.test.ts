import { describe, expect, it } from 'vitest';
import type { SideName } from '../contract.ts';
import { linkInstance, ownInstance } from '../fixtures/instances.ts';
import { createRandom } from '../kernels/random.ts';
import { distance, norm } from '../kernels/vector.ts';
import type { RunValues } from '../run/create-run.ts';
import { type BasinEnd, type Basins, MOST_BASIN_STEPS, sampleBasins } from './basins.ts';
import { describePlane, type PlaneStructure } from './plane-structure.ts';
import { createSideBasins } from './side-basins.ts';

function open(link: string, side: SideName) {
  const { instance, values } = linkInstance(link);
  const structure = describePlane(instance) as PlaneStructure;
  const basins = createSideBasins(instance, values, structure, side) as Basins;
  return { instance, values, points: structure[side], basins };
}

/** Fractions of the 61 x 61 lattice of starts over [-3, 3]^2 by kind of end. */
function shares(link: string, side: SideName): Partial<Record<BasinEnd['kind'], number>> {
  const { basins } = open(link, side);
  const counts: Partial<Record<BasinEnd['kind'], number>> = {};
  for (let i = 0; i < 61; i++)
    for (let j = 0; j < 61; j++) {
      const { kind } = basins.ends[basins.endOf(-3 + i / 10, -3 + j / 10)]!;
      counts[kind] = (counts[kind] ?? 0) + 1 / 61 ** 2;
    }
  return counts;
}

const TRAP = '#v=1&features=csv&data=trap&plant=1,1';
const LINE = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3';

describe('shares of the measured scenarios (docs/mathematics.md, section 5.5)', () => {
  it('trap: the left ends at the origin from 37 % of starts, the right never', () => {
    const left = shares(TRAP, 'left');
    expect(Math.abs(left.origin! - 0.37)).toBeLessThan(0.0075);
    expect(left.minimum! + left.origin!).toBeCloseTo(1, 12);
    expect(shares(TRAP, 'right')).toEqual({ minimum: expect.closeTo(1, 12) });
  });

  it('slope and bias: the left fails from 53 %, the right from none', () => {
    const left = shares(LINE, 'left');
    expect(1 - left.minimum!).toBeCloseTo(0.53, 2);
    expect(left.plateau!).toBeCloseTo(0.53, 2);
    expect(shares(LINE, 'right')).toEqual({ minimum: expect.closeTo(1, 12) });
  });
});

/** End of a plain run on the direct sums, far beyond the run's criterion. */
function runDirectly(link: string, side: SideName, x: number, y: number): Float64Array {
  const { instance, values } = open(link, side);
  const w = new Float64Array(2);
  instance.scaling.toScaled(w, Float64Array.of(x, y));
  const gradient = new Float64Array(2);
  const step = (values as RunValues).c / instance.smoothness;
  for (let k = 0; k < MOST_BASIN_STEPS; k++) {
    instance[side].evaluate(gradient, w);
    if (norm(gradient) < 1e-13) break;
    for (let j = 0; j < 2; j++) w[j] = w[j]! - step * gradient[j]!;
  }
  const original = new Float64Array(2);
  instance.scaling.toOriginal(original, w);
  return original;
}

describe('every labelled end is the one that descent comes to', () => {
  it.each([
    [TRAP],
    [LINE],
    ['#v=1&features=gauss&n=6&seed=4'],
    ['#v=1&features=gauss&n=5&seed=11'],
    ['#v=1&features=gauss&n=9&seed=3&noise=0.6'],
    ['#v=1&features=gauss&n=12&seed=5&noise=0.6&leak=0.1'],
    ['#v=1&features=gauss&n=30&seed=7&noise=0.3&noisein=1&c=1.8'],
    ['#v=1&features=positive&n=7&seed=2&blend=0.5'],
    ['#v=1&features=csv&data=stopping-distance&bias=1&std=1'],
  ])('%s', (link) => {
    const random = createRandom(3, 9);
    for (const side of ['left', 'right'] as const) {
      const { basins, points, instance } = open(link, side);
      const reach = 1.5 * Math.max(1, ...points.minima.map(({ at }) => Math.hypot(...at)));
      for (let k = 0; k < 60; k++) {
        const [x, y] = [reach * (2 * random.uniform() - 1), reach * (2 * random.uniform() - 1)];
        const end = basins.ends[basins.endOf(x, y)]!;
        const at = runDirectly(link, side, x, y);
        const away = (place: readonly number[]) => distance(at, Float64Array.from(place));
        const near = 2e-3 * reach;
        if (end.kind === 'minimum') expect(away(points.minima[end.index]!.at)).toBeLessThan(near);
        else if (end.kind === 'origin') expect(norm(at)).toBeLessThan(near);
        else if (end.kind === 'plateau') {
          const { from, to } = points.plateaus[end.index]!;
          expect(from[0] * at[1]! - from[1] * at[0]!).toBeGreaterThan(-near);
          expect(at[0]! * to[1] - at[1]! * to[0]).toBeGreaterThan(-near);
        } else if (end.kind === 'valley') {
          const { through, direction } = points.valleys[end.index]!;
          const across = direction[0] * (at[1]! - through[1]) - direction[1] * (at[0]! - through[0]);
          expect(Math.abs(across)).toBeLessThan(near);
        }
        // Every resting point is in the list: no strict minimum is missing.
        else if (end.kind === 'elsewhere')
          expect(points.ridgeSaddles.some((saddle) => away(saddle.at) < near)).toBe(true);
        else if (end.kind === 'unbounded') expect(instance[side].unbounded).toBe(true);
        // A fixed step cannot settle on a kink or in a slow valley, but it must not have stopped.
        else expect(end.kind).toBe('moving');
      }
    }
  });
});

describe('other rules and steps', () => {
  it('follows a heavy ball to its end', () => {
    const { basins } = open(`${LINE}&rule=heavyball&momentum=0.5`, 'right');
    expect(basins.ends[basins.endOf(-1.6, 0.3)]).toEqual({ kind: 'minimum', index: 0 });
  });

  it('tells a run that diverges', () => {
    const { basins } = open('#v=1&c=20', 'right');
    expect(basins.ends[basins.endOf(-1.6, 0.3)]!.kind).toBe('diverged');
  });

  it('tells a blend that comes to fall for ever on its way', () => {
    const { basins, instance } = open('#v=1&n=6&noise=2&seed=1&blend=0.5', 'right');
    expect(instance.right.unbounded).toBe(true);
    const kinds = Array.from({ length: 100 }, (_, k) => {
      const end = basins.endOf(-2 + 0.4 * (k % 10), -2 + 0.4 * Math.floor(k / 10));
      return basins.ends[end]!.kind;
    });
    expect(kinds.filter((kind) => kind === 'unbounded').length).toBeGreaterThan(50);
    expect(kinds).not.toContain('moving');
  });

  it('tells a valley from the origin however near to that it begins', () => {
    const { instance, values } = ownInstance([1, 0, 0, 1], [1, 1]);
    const basins = createSideBasins(instance, values, describePlane(instance)!, 'left')!;
    for (const x of [1e-3, 1e-7, 1e-12]) expect(basins.ends[basins.endOf(x, -x)]!.kind).toBe('valley');
  });

  it('tells a right side that falls for ever', () => {
    const { instance, values } = ownInstance([1, 2, 1, 1], [-1, 0.5]);
    const basins = createSideBasins(instance, values, describePlane(instance)!, 'right')!;
    expect(basins.ends[basins.endOf(0.5, 0.5)]!.kind).toBe('unbounded');
  });
});

it('a grid in pieces is the grid in one go, row 0 lowest', () => {
  const { basins } = open(LINE, 'left');
  const view = { x0: -2, x1: 2, y0: -2, y1: 2 };
  const [whole, pieces] = [new Uint16Array(64), new Uint16Array(64)];
  sampleBasins(whole, basins, view, 8, 0, 64);
  for (let cell = 0; cell < 64; cell += 5)
    sampleBasins(pieces, basins, view, 8, cell, Math.min(64, cell + 5));
  expect(pieces).toEqual(whole);
  expect(basins.ends[whole[4]!]!.kind).toBe('plateau');
  expect(basins.ends[whole[8 * 7 + 7]!]!.kind).toBe('minimum');
});
