import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, vectorOf } from '../../../fixtures/arbitraries.ts';
import reference from '../../../fixtures/two-layer.json' with { type: 'json' };
import { cellCentre } from '../../../landscapes/window.ts';
import { certify } from '../program/certificate.ts';
import { createConvexProgram } from '../program/convex-program.ts';
import { createDualCurve } from '../program/dual-curve.ts';
import { createNetworkLoss, predict } from './loss.ts';
import { blocksToNeurons } from './neurons.ts';
import { createNetworkReader } from './reading.ts';

const directions = Float64Array.from(
  Array.from({ length: 72 }, (_, k) => {
    const angle = (2 * Math.PI * (k + 0.37)) / 72;
    return [Math.cos(angle), Math.sin(angle)];
  }).flat(),
);
const view = { x0: -2, x1: 1, y0: -1, y1: 3 };
const SIZE = 5;

const networksOf = (columns: number) =>
  fc.integer({ min: 1, max: 5 }).chain((m) => vectorOf(m * (columns + 1)));

const casesOf = (columns: number) =>
  fc.integer({ min: 1, max: 8 }).chain((n) =>
    fc.record({
      features: vectorOf(n * columns),
      labels: vectorOf(n),
      beta: fc.constantFrom(0, 0.01, 0.5),
      teacher: networksOf(columns),
      left: networksOf(columns),
      right: networksOf(columns),
    }),
  );

function outputsAt(rows: Float64Array, network: Float64Array, columns: number): Float64Array {
  const outputs = new Float64Array(rows.length / columns);
  predict(outputs, rows, network, network.length / (columns + 1));
  return outputs;
}

/** The network with zero neurons before, among and behind its own. */
function padded(network: Float64Array, columns: number): Float64Array {
  const m = network.length / (columns + 1);
  const wide = new Float64Array((2 * m + 1) * (columns + 1));
  for (let j = 0; j < m; j++) {
    wide.set(network.subarray(j * columns, j * columns + columns), (2 * j + 1) * columns);
    wide[(2 * m + 1) * columns + 2 * j + 1] = network[m * columns + j]!;
  }
  return wide;
}

const options = { directions, xs: null, map: { view, size: SIZE } };

describe('the reading of planar networks', () => {
  it('is objective, residual, dual curve, bound and map of each side by their definitions', () => {
    fc.assert(
      fc.property(casesOf(2), ({ features, labels, beta, teacher, left, right }) => {
        const n = labels.length;
        const reader = createNetworkReader({ features, labels, beta, teacher }, options);
        // An earlier reading must not show.
        reader.read(right, teacher);
        const reading = reader.read(left, padded(right, 2));
        const objectives: number[] = [];
        for (const [network, side] of [
          [left, reading.left],
          [right, reading.right],
        ] as const) {
          const neurons = network.length / 3;
          const loss = createNetworkLoss({ features, labels, neurons, beta, trainOutput: true });
          objectives.push(side.objective);
          expect(Math.abs(side.objective - loss.loss(network))).toBeLessThanOrEqual(1e-13 * side.objective);
          const outputs = outputsAt(features, network, 2);
          labels.forEach((label, i) => {
            expect(side.residual[i]).toBe(label - outputs[i]!);
          });
          let most = 0;
          side.curve!.forEach((value, k) => {
            const eta = side.residual.reduce((sum, r, i) => {
              const z = features[2 * i]! * directions[2 * k]! + features[2 * i + 1]! * directions[2 * k + 1]!;
              return sum + (r * Math.max(0, z)) / n;
            }, 0);
            expect(value).toBeCloseTo(eta, 12);
            most = Math.max(most, Math.abs(value));
          });
          expect(Math.abs(side.largest?.value ?? 0)).toBeGreaterThanOrEqual(most - 1e-12);
          if (side.largest) {
            const { x, y, value } = side.largest;
            const eta = side.residual.reduce(
              (sum, r, i) => sum + (r * Math.max(0, features[2 * i]! * x + features[2 * i + 1]! * y)) / n,
              0,
            );
            expect(value).toBeCloseTo(eta, 12);
          }
          const own = certify(createDualCurve(features), features, labels, side.residual, beta);
          expect(side.lowerBound).toBe(own.lowerBound);
          side.map!.forEach((value, k) => {
            const at = Float64Array.of(
              cellCentre(view.x0, view.x1, SIZE, k % SIZE),
              cellCentre(view.y0, view.y1, SIZE, Math.floor(k / SIZE)),
            );
            expect(value).toBe(outputsAt(at, network, 2)[0]! - outputsAt(at, teacher, 2)[0]!);
          });
          expect(side.outputs).toBeNull();
        }
        for (const side of [reading.left, reading.right])
          expect(side.lowerBound).toBeLessThanOrEqual(Math.min(...objectives));
        expect(reading.right.dead.length).toBe(2 * (right.length / 3) + 1);
        expect(reading.right.dead[0]).toBe(1);
        for (const j of reading.right.match!.teacher) expect(j < 0 || j % 2 === 1).toBe(true);
      }),
      CHECK,
    );
  });

  it('of the solved program proves its optimum, with the curve on the band', () => {
    for (const { features, labels, beta, optimum } of reference.cases) {
      const [rows, targets] = [Float64Array.from(features), Float64Array.from(labels)];
      const program = createConvexProgram(rows, targets, beta);
      while (program.state.gap > 1e-9) program.step();
      const network = new Float64Array(3 * (targets.length + 1));
      blocksToNeurons(network, program.state.blocks, 2);
      const reader = createNetworkReader({ features: rows, labels: targets, beta, teacher: null }, options);
      const { left, right } = reader.read(new Float64Array(3), network);
      expect(Math.abs(right.objective / optimum - 1)).toBeLessThan(1e-8);
      expect(Math.abs(right.lowerBound / optimum - 1)).toBeLessThan(1e-8);
      expect(Math.abs(right.largest!.value) / beta).toBeCloseTo(1, 9);
      expect([right.map, right.match, reader.teacherOutputs]).toEqual([null, null, null]);
      expect(left.objective).toBeGreaterThan(optimum);
      expect(Array.from(left.residual)).toEqual(labels);
    }
  });
});

describe('the reading of networks over a line', () => {
  it('has the outputs of both sides and of the teacher', () => {
    const features = Float64Array.of(-1, 1, 0, 1, 2, 1);
    const teacher = Float64Array.of(1, 0, 2);
    const xs = Float64Array.of(-1, 0.5, 2);
    const reader = createNetworkReader(
      { features, labels: Float64Array.of(0, 0, 4), beta: 0.1, teacher },
      { directions, xs, map: null },
    );
    expect(reader.teacherOutputs).toEqual(Float64Array.of(0, 1, 4));
    // 3 relu(1 - x) - relu(x + 1)
    const { left, right } = reader.read(Float64Array.of(-1, 1, 1, 1, 3, -1), new Float64Array(6));
    expect(left.outputs).toEqual(Float64Array.of(6, 0, -3));
    expect(right.outputs).toEqual(new Float64Array(3));
    expect(left.residual).toEqual(Float64Array.of(-6, -2, 7));
    expect(left.objective).toBeCloseTo((36 + 4 + 49) / 6 + 0.05 * 14, 14);
    expect(left.map).toBeNull();
    // relu(1 - x) is no match for the teacher's relu(x) but the only one of its sign.
    expect(Array.from(left.match!.teacher)).toEqual([0]);
  });
});

describe('the reading of more columns', () => {
  it('has objective and residuals, and certifies nothing', () => {
    fc.assert(
      fc.property(casesOf(3), ({ features, labels, beta, teacher, left, right }) => {
        const reader = createNetworkReader({ features, labels, beta, teacher }, options);
        const reading = reader.read(left, right);
        const neurons = left.length / 4;
        const loss = createNetworkLoss({ features, labels, neurons, beta, trainOutput: true });
        expect(Math.abs(reading.left.objective - loss.loss(left))).toBeLessThanOrEqual(
          1e-13 * reading.left.objective,
        );
        expect(reading.left.lowerBound).toBeNaN();
        const { curve, largest, map, outputs } = reading.left;
        expect([curve, largest, map, outputs]).toEqual([null, null, null, null]);
        expect(reading.right.dead.length).toBe(right.length / 4);
        expect(reading.right.match!.teacher.length).toBe(teacher.length / 4);
      }),
      CHECK,
    );
  });

  it('is refused where the numbers do not fit', () => {
    const [features, labels] = [new Float64Array(5), new Float64Array(2)];
    expect(() => createNetworkReader({ features, labels, beta: 1, teacher: null }, options)).toThrow('n x d');
    expect(() =>
      createNetworkReader(
        { features: new Float64Array(4), labels, beta: 1, teacher: new Float64Array(4) },
        options,
      ),
    ).toThrow('teacher');
    const reader = createNetworkReader(
      { features: new Float64Array(4), labels, beta: 1, teacher: null },
      options,
    );
    expect(() => reader.read(new Float64Array(3), new Float64Array(4))).toThrow('network of 2 columns');
  });
});
