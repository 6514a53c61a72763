import { describe, expect, it } from 'vitest';
import reference from '../../../fixtures/vector-output.json';
import { createOutputLoss } from '../output-loss.ts';
import { createPlanarSurface } from '../surface/planar-surface.ts';
import { createAtomFactory } from './atoms.ts';
import type { DualSurface } from './faces.ts';
import { createOutputNewton, SHIFT } from './output-newton.ts';
import { createWorkingSet } from './output-working-set.ts';

const PLANE = Float64Array.of(1, 0, 0, 1);

describe('a step of Newton', () => {
  /** One atom in the quadrant where both rows are on; the labels pull it along the first and away from the second. */
  function stepFrom(u: readonly number[]) {
    const data = {
      features: Float64Array.of(1, 0, 0, 1),
      labels: Float64Array.of(1, -5),
      samples: 2,
      beta: 0.1,
    };
    const factory = createAtomFactory(data);
    const face = { dimension: 2, basis: PLANE, active: Uint8Array.of(1, 1) };
    const atoms = [factory.create(face, Float64Array.from(u), Float64Array.of(0.9))];
    const outcome = createOutputNewton(data, factory).step(atoms, SHIFT);
    return { outcome, atom: atoms[0]!, direction: factory.directionOf(atoms[0]!, atoms[0]!.t) };
  }

  it.each([
    ['short of a wall', 0.25],
    ['exactly on a wall', 0],
    ['beyond a wall by rounding', -1e-17],
  ])('pins what would leave its face to the wall: %s', (_, y) => {
    const { outcome, atom, direction } = stepFrom([0.9, y]);
    expect(outcome).toBe('wall');
    expect(atom.face.dimension).toBe(1);
    expect([...atom.face.active]).toEqual([1, 0]);
    expect(direction[1]).toBeCloseTo(0, 15);
    expect(direction[0]).toBeGreaterThan(0.5);
  });
});

describe('a working set whose faces are wrong', () => {
  const one = reference.presets[0]!;
  const features = Float64Array.from(one.features);
  const data = { features, labels: Float64Array.from(one.labels), samples: one.n, beta: one.beta };
  const honest = createPlanarSurface(features, one.K);
  /** Its touches stand where they should, with the rows of other faces. */
  const surface: DualSurface = {
    ...honest,
    localMaxima: (level, most) =>
      honest.localMaxima(level, most).map((touch, k) => ({
        ...touch,
        face: {
          dimension: 2,
          basis: PLANE,
          active: touch.face.active.map((on, i) => (i % 5 === k ? 1 - on : on)),
        },
      })),
  };

  it('keeps the better network, and says what the ReLU makes of it', () => {
    const program = createWorkingSet(data, surface, 100);
    let before = program.objective;
    let kept = 0;
    for (let round = 0; round < 8; round++) {
      for (const _ of program.round());
      const { neurons, objective, lowerBound } = program;
      const m = neurons.length;
      const w = new Float64Array(m * 5);
      for (const [j, { u, v }] of neurons.entries()) {
        for (let k = 0; k < 2; k++) w[k * m + j] = u[k]!;
        w.set(v, 2 * m + 3 * j);
      }
      const F = createOutputLoss({ ...data, neurons: m }).loss(w);
      expect(Math.abs(F / objective - 1)).toBeLessThan(1e-12);
      expect(objective).toBeLessThanOrEqual(before);
      expect(lowerBound / one.optimum - 1).toBeLessThan(1e-13);
      expect(objective / one.optimum - 1).toBeGreaterThan(-1e-13);
      if (objective === before) kept++;
      before = objective;
    }
    expect(kept).toBeGreaterThan(0);
  });
});
