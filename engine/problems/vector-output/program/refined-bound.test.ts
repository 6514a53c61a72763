import { describe, expect, it } from 'vitest';
import { spread } from '../../../../scripts/tier.mjs';
import { type Dyadic, dyadic, isPositive, minus, plus, times } from '../../../fixtures/dyadic.ts';
import { createRandom, fillNormal } from '../../../kernels/random.ts';
import { createPlanarSurface } from '../surface/planar-surface.ts';
import { atomsOf } from './output-program.ts';
import { createOutputSolver } from './output-solver.ts';
import { certifyRefined } from './refined-bound.ts';

const N = 30;
const [ZERO, SAMPLES] = [dyadic(0), dyadic(N)];

/** Gaussian rows with K Gaussian labels, beta a share of the largest that leaves a neuron. */
function inputOf(seed: number, K: number, share: number) {
  const random = createRandom(seed, 7);
  const [features, labels] = [new Float64Array(2 * N), new Float64Array(N * K)];
  fillNormal(features, random);
  fillNormal(labels, random);
  const surface = createPlanarSurface(features, K);
  surface.update(labels);
  const beta = (share * surface.maximum()) / N;
  return { features, labels, samples: N, beta, solver: 'newton', surface } as const;
}

type Input = ReturnType<typeof inputOf>;
type Pair = readonly [Dyadic, Dyadic];

const sum = (values: readonly Dyadic[]) => values.reduce(plus, ZERO);
const squares = (values: readonly Dyadic[]) => sum(values.map((x) => times(x, x)));
const inner = (a: readonly Dyadic[], b: readonly Dyadic[]) => sum(a.map((x, j) => times(x, b[j]!)));
const rowsOf = ({ features }: Input): Pair[] =>
  Array.from({ length: N }, (_, i) => [dyadic(features[2 * i]!), dyadic(features[2 * i + 1]!)]);

/** 2n F of a network of consecutive (u, v), without rounding. */
function scaledLoss(input: Input, atoms: Float64Array, K: number): Dyadic {
  const rows = rowsOf(input);
  const neurons = Array.from({ length: atoms.length / (2 + K) }, (_, j) =>
    Array.from(atoms.slice(j * (2 + K), (j + 1) * (2 + K)), dyadic),
  );
  const residual = rows.flatMap((row, i) => {
    const heights = neurons.map((w) => inner(row, w.slice(0, 2)));
    return Array.from({ length: K }, (_, c) =>
      heights.reduce(
        (r, h, j) => (isPositive(h) ? minus(r, times(h, neurons[j]![2 + c]!)) : r),
        dyadic(input.labels[i * K + c]!),
      ),
    );
  });
  return plus(squares(residual), times(times(SAMPLES, dyadic(input.beta)), squares(neurons.flat())));
}

/** Checks ||L^T relu(A u)|| <= beta ||u|| for all u, without rounding: its form is copositive on every sector. */
function isFeasible(input: Input, L: readonly Dyadic[], K: number): boolean {
  const rows = rowsOf(input);
  const rays = rows
    .flatMap(([x, y]): Pair[] => [
      [minus(ZERO, y), x],
      [y, minus(ZERO, x)],
    ])
    .map((ray, r) => {
      const [x, y] = [input.features[2 * (r >> 1)]!, input.features[2 * (r >> 1) + 1]!];
      return { ray, angle: r % 2 === 0 ? Math.atan2(x, -y) : Math.atan2(-x, y) };
    })
    .sort((a, b) => a.angle - b.angle)
    .map(({ ray }) => ray);
  const square = times(dyadic(input.beta), dyadic(input.beta));
  return rays.every((p, r) => {
    const q = rays[(r + 1) % rays.length]!;
    const middle = [plus(p[0], q[0]), plus(p[1], q[1])];
    const active = [...rows.keys()].filter((i) => isPositive(inner(rows[i]!, middle)));
    const imageOf = (u: Pair) =>
      Array.from({ length: K }, (_, c) => sum(active.map((i) => times(inner(rows[i]!, u), L[i * K + c]!))));
    const [P, Q] = [imageOf(p), imageOf(q)];
    const entry = (u: Pair, v: Pair, U: Dyadic[], V: Dyadic[]) =>
      minus(times(square, inner(u, v)), inner(U, V));
    const [a, b, c] = [entry(p, p, P, P), entry(p, q, P, Q), entry(q, q, Q, Q)];
    const notNegative = (x: Dyadic) => !isPositive(minus(ZERO, x));
    return (
      notNegative(a) && notNegative(c) && (notNegative(b) || notNegative(minus(times(a, c), times(b, b))))
    );
  });
}

const ALL = [1e-1, 1e-2, 1e-3, 1e-4, 1e-5].flatMap((share) =>
  [1, 2, 3].flatMap((K) => [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => [share, seed, K] as const)),
);
/** They need the refined residual. */
const ROUNDED = [
  [1e-4, 5, 1],
  [1e-5, 8, 2],
] as const;

describe('law: over beta from 1e-1 to 1e-5 of its largest value every run ends proved to 1e-9', () => {
  it.each([...spread(ALL, 2), ...ROUNDED])('beta %d, seed %i, K = %i', (share, seed, K) => {
    const input = inputOf(seed, K, share);
    const solver = createOutputSolver(input);
    while (solver.status === 'moving') solver.step();
    expect(solver.status).toBe('optimal');
    const atoms = atomsOf(solver, 2 + K);

    // Fractions see the same gap: the network is within 1e-9 of the bound, from above.
    const loss = scaledLoss(input, atoms, K);
    const gap = minus(loss, times(dyadic(2 * N), dyadic(solver.lowerBound)));
    expect(isPositive(gap)).toBe(true);
    expect(isPositive(minus(times(dyadic(1e-9), loss), gap))).toBe(true);

    // The refined dual point is feasible, and its value is not below the bound.
    const neurons = Array.from({ length: atoms.length / (2 + K) }, (_, j) => {
      const own = atoms.subarray(j * (2 + K), (j + 1) * (2 + K));
      return { u: own.slice(0, 2), v: own.slice(2) };
    });
    const { residual, factor, lowerBound } = certifyRefined(input, input.surface, neurons);
    const L = Array.from(residual!, (r) => times(dyadic(factor), dyadic(r)));
    expect(isFeasible(input, L, K)).toBe(true);
    const value = minus(
      times(dyadic(2 * N), inner(L, Array.from(input.labels, dyadic))),
      times(times(SAMPLES, SAMPLES), squares(L)),
    );
    expect(isPositive(minus(times(dyadic(2 * N), dyadic(lowerBound)), value))).toBe(false);
    if (ROUNDED.some((one) => one.join() === [share, seed, K].join()))
      expect(solver.lowerBound).toBe(lowerBound);
  });
});
