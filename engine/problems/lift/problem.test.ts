import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK } from '../../fixtures/arbitraries.ts';
import { runSides } from '../../fixtures/runs.ts';
import { createReferenceSearch } from '../../landscapes/minimum.ts';
import { defaultValues, type ValuesOf } from '../../params.ts';
import { LIFT } from './card.ts';
import { problem as lift, liftOptimum, liftSmoothness } from './problem.ts';

type LiftValues = ValuesOf<(typeof LIFT)['params']>;

const valuesOf = (given: Partial<LiftValues> = {}) =>
  ({ ...defaultValues(LIFT.params), ...given }) as LiftValues;
const presetValues = (id: string) =>
  valuesOf(LIFT.presets.find((preset) => preset.id === id)!.values as Partial<LiftValues>);
function run(values: LiftValues, steps: number) {
  const instance = lift.prepare(values, null);
  return { instance, optimum: liftOptimum(values), sides: runSides(instance, values, steps) };
}

describe('the lift', () => {
  it('has one datum and two weights on either side, and one start that the right takes to its region', () => {
    const { instance, sides } = run(presetValues('lift-dead'), 1);
    expect([instance.dimension, instance.left.dimension, instance.right.dimension]).toEqual([2, 2, 2]);
    expect(instance.samples).toMatchObject({
      count: 1,
      dimension: 1,
      features: Float64Array.of(1),
      labels: Float64Array.of(1),
    });
    expect([...sides.left.iterates[0]!]).toEqual([0.5, -1]);
    expect([...sides.right.iterates[0]!]).toEqual([0.5, 0]);
  });

  it('draws a start where none is given or one of another length, and names the latter', () => {
    const drawn = lift.prepare(valuesOf({ sseed: 3 }), null);
    expect(drawn.notices).toEqual([]);
    const given = lift.prepare(valuesOf({ sseed: 3, start: [1, 2, 3] }), null);
    expect(given.start).toEqual(drawn.start);
    expect(given.notices).toMatchObject([{ code: 'vector-length', key: 'start', expected: '2', got: '3' }]);
    expect(lift.prepare(valuesOf({ sseed: 4 }), null).start).not.toEqual(drawn.start);
  });

  it('preset lift: both sides arrive at the same value', () => {
    const { optimum, sides } = run(presetValues('lift'), 400);
    for (const side of ['left', 'right'] as const) {
      const { status, losses, iterates } = sides[side];
      expect(status).toBe('stationary');
      expect(Math.abs(losses[400]! - optimum.value)).toBeLessThan(1e-14);
      for (let k = 0; k < 2; k++) expect(Math.abs(iterates[400]![k]! - optimum[side][k]!)).toBeLessThan(1e-9);
    }
    expect(sides.right.iterates[400]![1]).toBe(0);
  });

  it.each(['lift-dead', 'lift-saddle'])(
    'preset %s: the left ends at y^2/2, the right at the optimum',
    (id) => {
      const values = presetValues(id);
      const { optimum, sides } = run(values, 400);
      expect(sides.left.status).toBe(id === 'lift-dead' ? 'dead' : 'stationary');
      expect(sides.left.losses[400]).toBe(values.y ** 2 / 2);
      // On the way to the saddle the neuron stays on; otherwise it is switched off.
      const on = sides.left.iterates.map((at) => at[0]! > 0);
      expect(on[0]).toBe(true);
      expect(on.every((value) => value)).toBe(id === 'lift-saddle');
      expect(sides.right.status).toBe('stationary');
      expect(Math.abs(sides.right.losses[400]! - optimum.value)).toBeLessThan(1e-14);
    },
  );

  it('preset lift-zero: nothing pays, and both sides end at 0', () => {
    const { optimum, sides } = run(presetValues('lift-zero'), 600);
    expect(optimum.value).toBe(0.5);
    for (const side of ['left', 'right'] as const) {
      expect(sides[side].status).toBe('stationary');
      expect(sides[side].losses[600]).toBe(0.5);
    }
    expect([...sides.right.iterates[600]!]).toEqual([0, 0]);
  });

  it('goes down at every step of 1/L on both sides, but for the step that switches the neuron off', () => {
    const numbers = fc.integer({ min: -300, max: 300 }).map((k) => k / 100);
    fc.assert(
      fc.property(
        fc.constantFrom(0.01, 1, 4),
        fc.constantFrom(0.001, 0.25, 2, 10),
        numbers,
        numbers,
        (y, beta, u, alpha) => {
          const { sides } = run(valuesOf({ y, beta, start: [u, alpha] }), 60);
          for (const side of ['left', 'right'] as const) {
            const { losses, iterates } = sides[side];
            for (let k = 1; k < losses.length; k++) {
              const [before, after] = [iterates[k - 1]![0]!, iterates[k]![0]!];
              if (side === 'left' && before > 0 && !(after > 0)) continue;
              expect(losses[k]).toBeLessThanOrEqual(losses[k - 1]! + 1e-14 * (1 + losses[0]!));
            }
          }
        },
      ),
      CHECK,
    );
  });

  it('names a smoothness that bounds the second derivatives of the right and along the way of the left', () => {
    expect(liftSmoothness({ y: 0.01, beta: 0.001 }, Float64Array.of(0, 0))).toBe(2);
    const bends = new Float64Array(4);
    for (const start of [
      [1.5, 0.25],
      [2, 2],
      [0.5, -1],
      [3, -0.5],
      [0.1, 3],
    ]) {
      const values = valuesOf({ start });
      const { instance, sides } = run(values, 300);
      expect(instance.smoothness).toBe(liftSmoothness(values, Float64Array.from(start)));
      for (const at of sides.left.iterates) {
        instance.left.curvature(bends, at);
        const [half, difference] = [(bends[0]! + bends[3]!) / 2, (bends[0]! - bends[3]!) / 2];
        expect(half + Math.hypot(difference, bends[1]!)).toBeLessThanOrEqual(instance.smoothness);
      }
    }
  });

  it('has references that are the closed form', () => {
    for (const { id } of LIFT.presets) {
      const values = presetValues(id);
      const search = createReferenceSearch(lift.prepare(values, null));
      while (search.step());
      const { left, right } = search.found();
      const { value } = liftOptimum(values);
      expect(Math.abs(left.loss - value)).toBeLessThan(1e-14);
      expect(Math.abs(right!.loss - value)).toBeLessThan(1e-14);
    }
  });

  it('keeps its prepared data while the label stays', () => {
    const before = lift.prepare(valuesOf(), null);
    expect(lift.prepare(valuesOf({ beta: 0.5, start: [1, 1] }), null, before).prepared).toBe(before.prepared);
    expect(lift.prepare(valuesOf({ y: 2 }), null, before).prepared).not.toBe(before.prepared);
  });
});
