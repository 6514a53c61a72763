import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import { IDENTITY } from '../../../data/scaling.ts';
import { CHECK, vectorOf } from '../../../fixtures/arbitraries.ts';
import { createRandom, fillNormal } from '../../../kernels/random.ts';
import { createArrangement } from '../../../landscapes/arrangement.ts';
import { onSectors } from '../../../landscapes/on-sectors.ts';
import { findStationaryPoints } from '../../../landscapes/stationary-points.ts';
import { cellCentre } from '../../../landscapes/window.ts';
import { createNetworkLoss } from './loss.ts';
import { createNeuronLandscape } from './neuron-landscape.ts';

const small = fc.integer({ min: -3, max: 3 });

/** Rows, planar ones on a small lattice or (x, 1), with a network and one of its neurons. */
const cases = fc
  .record({ n: fc.integer({ min: 1, max: 8 }), m: fc.integer({ min: 1, max: 5 }) })
  .chain(({ n, m }) =>
    fc.record({
      features: fc.oneof(
        vectorOf(2 * n, small),
        vectorOf(n).map((xs) => Float64Array.from({ length: 2 * n }, (_, k) => (k % 2 ? 1 : xs[k / 2]!))),
      ),
      labels: vectorOf(n),
      beta: fc.constantFrom(0, 0.001, 0.5),
      network: vectorOf(
        3 * m,
        fc.oneof(
          small,
          fc.integer({ min: -900, max: 900 }).map((k) => k / 300),
        ),
      ),
      neuron: fc.integer({ min: 0, max: m - 1 }),
    }),
  );

const view = { x0: -3, x1: 2.5, y0: -2, y1: 3 };

/** F over the weights of one neuron, by the definition. */
function objectiveOf(
  features: Float64Array,
  labels: Float64Array,
  beta: number,
  network: Float64Array,
  j: number,
) {
  const neurons = network.length / 3;
  const loss = createNetworkLoss({ features, labels, neurons, beta, trainOutput: true });
  const w = network.slice();
  const gradient = new Float64Array(w.length);
  return {
    at(x: number, y: number): number {
      w[2 * j] = x;
      w[2 * j + 1] = y;
      return loss.loss(w);
    },
    gradientAt(x: number, y: number): [number, number] {
      w[2 * j] = x;
      w[2 * j + 1] = y;
      loss.evaluate(gradient, w);
      return [gradient[2 * j]!, gradient[2 * j + 1]!];
    },
  };
}

/** A bound of the curvature that the rows give the neuron's landscape. */
function steepness(features: Float64Array, alpha: number): number {
  return (2 * alpha * alpha * features.reduce((sum, a) => sum + a * a, 0)) / features.length;
}

function drawn(seed: number, n: number, m: number) {
  const random = createRandom(seed, 0);
  const features = new Float64Array(2 * n);
  const labels = new Float64Array(n);
  const network = new Float64Array(3 * m);
  for (const numbers of [features, labels, network]) fillNormal(numbers, random);
  return { features, labels, network };
}

describe("a neuron's landscape", () => {
  it('is the objective of the network with its weights replaced, cell by cell', () => {
    fc.assert(
      fc.property(cases, ({ features, labels, beta, network, neuron }) => {
        const landscape = createNeuronLandscape(features, labels, beta);
        const size = 7;
        const grid = new Float64Array(size * size);
        // Remains of an earlier network must not show.
        landscape.update(
          network.map((value) => 1 - 2 * value),
          0,
        );
        landscape.update(network, neuron);
        landscape.sampleGrid(grid, view, size, 0, size);
        const direct = objectiveOf(features, labels, beta, network, neuron);
        const scale = landscape.planar.lossIn(0, 0, 0);
        for (let row = 0; row < size; row++)
          for (let column = 0; column < size; column++) {
            const [x, y] = [
              cellCentre(view.x0, view.x1, size, column),
              cellCentre(view.y0, view.y1, size, row),
            ];
            const expected = direct.at(x, y);
            expect(Math.abs(grid[row * size + column]! - expected)).toBeLessThanOrEqual(
              1e-12 * Math.max(expected, scale),
            );
          }
      }),
      CHECK,
    );
  });

  it('keeps a relative accuracy of 1e-12 for many rows and neurons', () => {
    for (const seed of [1, 2, 3]) {
      const { features, labels, network } = drawn(seed, 400, 12);
      const landscape = createNeuronLandscape(features, labels, 0.005);
      landscape.update(network, 5);
      const grid = new Float64Array(16 * 16);
      landscape.sampleGrid(grid, view, 16, 0, 16);
      const direct = objectiveOf(features, labels, 0.005, network, 5);
      grid.forEach((value, k) => {
        const [x, y] = [cellCentre(-3, 2.5, 16, k % 16), cellCentre(-2, 3, 16, Math.floor(k / 16))];
        expect(Math.abs(value / direct.at(x, y) - 1)).toBeLessThan(1e-12);
      });
    }
  });

  it('has the gradient of the network, on rays and at the origin too', () => {
    fc.assert(
      fc.property(cases, small, small, ({ features, labels, beta, network, neuron }, x, y) => {
        const { planar, update } = createNeuronLandscape(features, labels, beta);
        update(network, neuron);
        const direct = createNetworkLoss({ features, labels, neurons: 1, beta, trainOutput: true });
        const gradient = new Float64Array(2);
        onSectors(direct, planar).evaluate(gradient, Float64Array.of(x, y));
        const expected = objectiveOf(features, labels, beta, network, neuron).gradientAt(x, y);
        const scale = 1 + planar.lossIn(0, 0, 0) + network.reduce((sum, value) => sum + value * value, 0);
        for (const k of [0, 1])
          expect(Math.abs(gradient[k]! - expected[k]!)).toBeLessThanOrEqual(1e-12 * scale);
      }),
      { ...CHECK, numRuns: 500 },
    );
  });

  it('of one datum (1, 0) has its minimum at alpha y/(alpha^2 + beta)', () => {
    for (const [alpha, y] of [
      [2, 3],
      [-0.5, -1],
    ] as const) {
      const beta = 0.25;
      const features = Float64Array.of(1, 0, 0, 0);
      const landscape = createNeuronLandscape(features, Float64Array.of(y, 0), beta);
      landscape.update(Float64Array.of(9, 9, alpha), 0);
      // The mean is over two rows.
      const at = (alpha * y) / (alpha * alpha + 2 * beta);
      const sector = landscape.planar.arrangement.locate(at, 0);
      const gradient = new Float64Array(2);
      const loss = landscape.planar.evaluateIn(gradient, sector, at, 0);
      expect(gradient[0]).toBeCloseTo(0, 14);
      expect(gradient[1]).toBeCloseTo(0, 14);
      expect(loss).toBeCloseTo((alpha * at - y) ** 2 / 4 + (beta / 2) * (at * at + alpha * alpha), 14);
    }
  });

  it('with alpha = 0 is a bowl about the origin', () => {
    const { features, labels, network } = drawn(4, 9, 3);
    network[6 + 1] = 0;
    const { planar, update } = createNeuronLandscape(features, labels, 0.1);
    update(network, 1);
    const floor = planar.lossIn(0, 0, 0);
    for (let sector = 0; sector < planar.arrangement.rays; sector++)
      expect(planar.lossIn(sector, 3, -1)).toBeCloseTo(floor + 0.05 * 10, 14);
    const found = findStationaryPoints(planar, IDENTITY);
    expect(found.origin.isMinimum).toBe(true);
    expect([found.minima, found.ridgeSaddles, found.valleys, found.crests, found.plateaus].flat()).toEqual(
      [],
    );
  });

  it('has stationary points that descent agrees with: every end is among them, and none is a valley or plateau', () => {
    for (let seed = 0; seed < (runsAll ? 12 : 6); seed++) {
      const { features, labels, network } = drawn(seed, 10 + 3 * seed, 4);
      const beta = [0.02, 0.1, 0.3][seed % 3]!;
      const landscape = createNeuronLandscape(features, labels, beta);
      landscape.update(network, 2);
      const { minima, ridgeSaddles, valleys, crests, plateaus, origin } = findStationaryPoints(
        landscape.planar,
        IDENTITY,
      );
      expect([...valleys, ...crests, ...plateaus]).toEqual([]);
      const direct = objectiveOf(features, labels, beta, network, 2);
      const sides = [...minima, ...ridgeSaddles];
      for (const { at, loss } of sides) expect(Math.abs(loss / direct.at(...at) - 1)).toBeLessThan(1e-12);
      for (const { at, loss } of minima)
        for (let turn = 0; turn < 16; turn++) {
          const [dx, dy] = [Math.cos((turn * Math.PI) / 8), Math.sin((turn * Math.PI) / 8)];
          expect(direct.at(at[0] + 1e-5 * dx, at[1] + 1e-5 * dy)).toBeGreaterThan(loss);
        }
      const lowest = Math.min(origin.loss, ...minima.map(({ loss }) => loss));
      const size = 60;
      const grid = new Float64Array(size * size);
      landscape.sampleGrid(grid, { x0: -4, x1: 4, y0: -4, y1: 4 }, size, 0, size);
      expect(Math.min(...grid)).toBeGreaterThanOrEqual(lowest);
      const steepest = steepness(features, network[8 + 2]!) + beta;
      for (let start = 0; start < 6; start++) {
        let [x, y] = [2 * Math.cos((start * Math.PI) / 3), 2 * Math.sin((start * Math.PI) / 3)];
        // On a kink a step swings to and fro, so that in the end steps must vanish.
        for (let k = 0; k < 6000; k++) {
          const [g1, g2] = direct.gradientAt(x, y);
          const step = (k < 3000 ? 1 : 0.995 ** (k - 3000)) / steepest;
          x -= step * g1;
          y -= step * g2;
        }
        const places = [...sides.map(({ at }) => at), [0, 0] as const];
        const nearest = Math.min(...places.map(([u, v]) => Math.sqrt((u - x) ** 2 + (v - y) ** 2)));
        expect(nearest).toBeLessThan(1e-4);
      }
    }
  });

  it('lies over the arrangement of the rows with the labels alpha r', () => {
    fc.assert(
      fc.property(cases, ({ features, labels, network }) => {
        const { planar, update } = createNeuronLandscape(features, labels, 0.1);
        // Alone the neuron is all that there is, and r = y.
        const alpha = network[2]!;
        update(network.subarray(0, 3), 0);
        const { sums, whole, entries } = createArrangement(
          features,
          labels.map((label) => alpha * label),
        );
        expect(planar.arrangement.sums).toEqual(sums);
        expect(planar.arrangement.whole).toEqual(whole);
        expect(planar.arrangement.entries).toEqual(entries);
      }),
      CHECK,
    );
  });

  it('leaves exactly nothing where no row is on', () => {
    const { features, labels } = drawn(3, 50, 1);
    const oneSided = features.map((a, j) => (j % 2 === 0 ? Math.abs(a) : a / 10));
    const wide = labels.map((label, i) => label * 10 ** (4 * (i % 13)));
    const { planar, update } = createNeuronLandscape(oneSided, wide, 0.1);
    update(Float64Array.of(0, 0, 0.7), 0);
    const form = new Float64Array(5);
    planar.form(form, planar.arrangement.locate(-1, 0));
    const ridge = 50 * 0.1;
    expect(form).toEqual(Float64Array.of(ridge, 0, ridge, 0, 0));
  });

  it('without a ridge is the landscape with plateaus that it is', () => {
    const features = Float64Array.of(1, 0.2, 1, -0.2);
    const landscape = createNeuronLandscape(features, Float64Array.of(1, 1), 0);
    landscape.update(Float64Array.of(1, 1, 1), 0);
    const found = findStationaryPoints(landscape.planar, IDENTITY);
    expect([found.plateaus.length, found.minima.length]).toEqual([1, 1]);
    // With alpha = 0 it is constant.
    landscape.update(Float64Array.of(1, 1, 0), 0);
    const { minima, valleys, plateaus } = findStationaryPoints(landscape.planar, IDENTITY);
    expect([minima.length, valleys.length, plateaus.length]).toEqual([0, 0, 4]);
    landscape.update(Float64Array.of(1, 1, 1), 0);
    expect(findStationaryPoints(landscape.planar, IDENTITY)).toEqual(found);
  });

  it('refuses a neuron that is not there and rows of other columns', () => {
    const landscape = createNeuronLandscape(Float64Array.of(1, 0), Float64Array.of(1), 0.1);
    for (const neuron of [-1, 2, 0.5])
      expect(() => landscape.update(new Float64Array(6), neuron)).toThrow('expected a neuron');
    expect(() => createNeuronLandscape(new Float64Array(3), Float64Array.of(1), 0.1)).toThrow('n x 2');
  });
});
