import { describe, expect, it } from 'vitest';
import reference from '../../../fixtures/two-layer.json' with { type: 'json' };
import { dot, norm } from '../../../kernels/vector.ts';
import { unitRows } from './cone-projection.ts';
import { createReluCones } from './relu-cones.ts';
import { patternsOf, samplePatterns } from './sampled-patterns.ts';
import { createGatedProgram } from './sampled-program.ts';
import { createGroupProgram, type GroupData } from './working-set.ts';

/** The reference programs of the plane with all their sectors: a direction halfway in each. */
const cases = reference.cases.map((given, index) => {
  const features = Float64Array.from(given.features);
  const labels = Float64Array.from(given.labels);
  const n = labels.length;
  const angles = Array.from({ length: 2 * n }, (_, k) => {
    const turned = Math.atan2(features[k - (k % 2)]!, -features[k - (k % 2) + 1]!);
    return k % 2 === 0 ? turned : turned + Math.PI;
  })
    .map((angle) => (angle + 4 * Math.PI) % (2 * Math.PI))
    .sort((a, b) => a - b);
  const directions = angles.flatMap((angle, k) => {
    const next = angles[k + 1] ?? angles[0]! + 2 * Math.PI;
    return [Math.cos((angle + next) / 2), Math.sin((angle + next) / 2)];
  });
  const patterns = patternsOf(features, n, 2, Float64Array.from(directions));
  const data: GroupData = { features, labels, beta: given.beta, patterns };
  return { index, n, data, optimum: given.optimum };
});

const programOf = (data: GroupData) => {
  const d = data.features.length / data.labels.length;
  return createGroupProgram(
    data,
    createReluCones(unitRows(data.features, data.labels.length, d), d, data.patterns),
  );
};

describe('the ReLU program over patterns', () => {
  it.each(cases)(
    'over all sectors of the plane is the exact program, and never below its bound ($index)',
    (given) => {
      const { data, optimum, n } = given;
      expect(data.patterns.count).toBeGreaterThanOrEqual(2 * n - 1);
      const program = programOf(data);
      for (let k = 0, before = 0; k < 400 && program.gap > 1e-6; k++) {
        program.step();
        expect(program.objective).toBeGreaterThanOrEqual(optimum * (1 - 1e-11));
        expect(program.lowerBound).toBeLessThanOrEqual(optimum * (1 + 1e-11));
        expect(program.lowerBound).toBeGreaterThanOrEqual(before);
        before = program.lowerBound;
        const names = program.blocks.map(({ pattern, sign }) => `${pattern} ${sign}`);
        expect(new Set(names).size).toBe(names.length);
      }
      expect(program.gap).toBeLessThanOrEqual(1e-6);
      expect(program.objective / optimum - 1).toBeLessThan(1e-6);
    },
  );

  it('has its blocks in their cones, and is not lower than the gated program of the same patterns', () => {
    for (const { data, n } of cases) {
      const some = { ...data, patterns: samplePatterns(data.features, n, 2, 12, 3) };
      const [relu, gated] = [programOf(some), createGatedProgram(some)];
      for (let k = 0; k < 60; k++) {
        relu.step();
        gated.step();
      }
      expect(relu.objective).toBeGreaterThan(gated.lowerBound);
      for (const { pattern, v } of relu.blocks)
        for (let i = 0; i < n; i++) {
          const row = data.features.subarray(2 * i, 2 * i + 2);
          const side = some.patterns.masks[pattern * n + i] === 1 ? 1 : -1;
          expect(side * dot(row, v)).toBeGreaterThan(-1e-12 * norm(row) * norm(v));
        }
    }
  });
});
