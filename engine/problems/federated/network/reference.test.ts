import { describe, expect, it } from 'vitest';
import reference from '../../../fixtures/federated-network.json' with { type: 'json' };
import other from '../../../fixtures/federated-network-3.json' with { type: 'json' };
import type { Split, Target } from '../names.ts';
import { drawCircle } from './circle-data.ts';
import { prepareNetwork } from './kernel.ts';
import { networkSides } from './sides.ts';
import { drawStart } from './start.ts';

type Numbers = Readonly<Record<string, number>>;
interface Reference {
  readonly name: string;
  readonly seed: number;
  readonly n: number;
  readonly N: number;
  readonly K: number;
  readonly m: number;
  readonly split: string;
  readonly labels: string;
  readonly angles: readonly number[];
  readonly y: readonly number[];
  readonly client: readonly number[];
  readonly localStep: number;
  readonly stepFactor: number;
  readonly smallestEigenvalue: number;
  readonly roundFactor: number;
  readonly roundFactorBracket: readonly number[];
  readonly network: Numbers;
  readonly linearised: Numbers;
  readonly networkResidualsAt: Readonly<Record<string, readonly number[]>>;
  readonly linearisedResidualsAt: Readonly<Record<string, readonly number[]>>;
  readonly residualGap: number;
  readonly drift: Numbers;
  readonly startWeights?: readonly (readonly number[])[];
}

const CASES = [reference, other].flatMap(({ network }, k) =>
  network.map((one) => [`${one.name}, offset ${3 * k}`, one as unknown as Reference] as const),
);

const drawn = ({ seed, n, N, split, labels, m }: Omit<Reference, 'K'>) =>
  prepareNetwork(
    drawCircle({ seed, n, clients: N, split: split as Split, labels: labels as Target }),
    drawStart(seed, m, true),
  );
const opened = (one: Reference) =>
  networkSides(drawn(one), { local: one.K, c: one.stepFactor, step: null, server: 1 });

const farthest = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
};

describe.each(CASES)('%s', (_, one) => {
  it('draws the same data and the same start', () => {
    const { data, start } = drawn(one);
    expect(farthest(data.angles, one.angles)).toBeLessThan(1e-15);
    expect(farthest(data.labels, one.y)).toBeLessThan(1e-15);
    expect([...data.owners]).toEqual(one.client);
    // The file has one row per pair.
    const rows = one.startWeights ?? [];
    for (const [i, row] of rows.entries())
      for (const r of [2 * i, 2 * i + 1])
        expect(farthest(start.weights.subarray(3 * r, 3 * r + 3), row)).toBeLessThan(1e-15);
  });

  it('knows the same step, smallest eigenvalue, factor and bracket', () => {
    const { info } = opened(one);
    expect(Math.abs(info.eta / one.localStep - 1)).toBeLessThan(1e-13);
    expect(Math.abs(info.smallest - one.smallestEigenvalue)).toBeLessThan(1e-14);
    expect(Math.abs(info.factor - one.roundFactor)).toBeLessThan(1e-13);
    expect(farthest(info.bracket!, one.roundFactorBracket)).toBeLessThan(1e-13);
  });

  it('linearisation: residuals to 1e-8, losses beside them', () => {
    const rounds = opened(one).sides.right.iterate();
    const state = new Float64Array(rounds.dimension);
    const last = Math.max(...Object.keys(one.linearised).map(Number));
    for (let k = 0; k <= last; k++) {
      if (k in one.linearised)
        expect(Math.abs(rounds.record().loss! / one.linearised[k]! - 1), `loss at ${k}`).toBeLessThan(1e-11);
      rounds.read(state);
      const u = one.linearisedResidualsAt[k];
      if (u) expect(farthest(state.subarray(0, one.n), u), `residuals at ${k}`).toBeLessThan(1e-12);
      rounds.step();
    }
    expect(Object.keys(one.linearisedResidualsAt)).toEqual(['1', '10', String(last)]);
  });

  it('network: losses, residuals, drift and the largest gap', () => {
    const rounds = opened(one).sides.left.iterate();
    const state = new Float64Array(rounds.dimension);
    const last = Math.max(...Object.keys(one.network).map(Number));
    const { inputs, labels } = drawn(one).data;
    let gap = 0;
    for (let k = 0; k <= last; k++) {
      const now = rounds.record();
      gap = Math.max(gap, now.gap!);
      // To 1e-6 up to round 20 in the design; here no sign flips, so all digits but rounding agree.
      if (k in one.network)
        expect(Math.abs(now.loss! / one.network[k]! - 1), `loss at ${k}`).toBeLessThan(1e-11);
      // The file counts rounds from 0.
      const drift = one.drift[k - 1];
      if (drift) expect(Math.abs(now.drift! / drift - 1), `drift at ${k}`).toBeLessThan(1e-11);
      const u = one.networkResidualsAt[k];
      rounds.read(state);
      if (u)
        expect(
          farthest(
            plainOutputs(inputs, state).map((f, i) => f - labels[i]!),
            u,
          ),
          `residuals at ${k}`,
        ).toBeLessThan(1e-12);
      rounds.step();
    }
    expect(Math.abs(gap / one.residualGap - 1)).toBeLessThan(1e-11);
  });
});

/** Evaluates the formula. */
function plainOutputs(inputs: Float64Array, w: Float64Array): number[] {
  const m = w.length / 3;
  return Array.from({ length: inputs.length / 3 }, (_, i) => {
    let sum = 0;
    for (let r = 0; r < m; r++) {
      let z = 0;
      for (let q = 0; q < 3; q++) z += w[3 * r + q]! * inputs[3 * i + q]!;
      sum += (r % 2 === 0 ? 1 : -1) * Math.max(z, 0);
    }
    return sum / Math.sqrt(m);
  });
}

describe('where the linearisation rests', () => {
  const floors = [reference, other].flatMap((file) => file.floors);

  it.each(floors.map((one) => [one.seed, one.m, one] as const))('seed %i, m = %i', (_, __, one) => {
    const prepared = drawn({ ...one, split: 'arcs' } as unknown as Reference);
    expect(prepared.rank).toBe(one.rank);
    for (const { K, restLoss, leastSquares, excess, residual } of one.byK) {
      const { rest, eta } = networkSides(prepared, { local: K, c: 0.5, step: null, server: 1 }).info;
      expect(Math.abs(eta / one.localStep - 1)).toBeLessThan(1e-13);
      expect(Math.abs(rest!.loss - restLoss), `K = ${K}`).toBeLessThan(1e-11);
      expect(Math.abs(rest!.leastSquares - leastSquares)).toBeLessThan(1e-11);
      expect(Math.abs(rest!.excess - excess)).toBeLessThan(1e-11);
      expect(farthest(rest!.residual, residual)).toBeLessThan(1e-11);
    }
  });

  it('has them of both files, of all of them but one narrow, of full rank at m = 64', () => {
    expect(floors.map(({ m, rank }) => [m, rank])).toEqual([
      [2, 3],
      [4, 6],
      [4, 6],
      [8, 10],
      [64, 12],
      [4, 3],
      [4, 6],
      [8, 8],
      [64, 12],
    ]);
  });
});
