import { describe, expect, it } from 'vitest';
import { anyCase, jacobianOf } from '../../../fixtures/federated-cases.ts';
import { dot } from '../../../kernels/vector.ts';
import { findAll } from '../../../search.ts';
import { outputsOf } from '../shard.ts';
import { circleOf, ownersOf } from './circle-data.ts';
import { curvesOf } from './curves.ts';
import { prepareNetwork } from './kernel.ts';
import { createNetworkRound } from './local-steps.ts';
import { type NetworkSides, networkSides } from './sides.ts';
import { drawStart } from './start.ts';

/** Samples are points of the curve. */
function onGrid(n: number, clients: number, m: number, paired: boolean): NetworkSides {
  const angles = Float64Array.from({ length: n }, (_, j) => (2 * Math.PI * j) / n);
  const labels = angles.map((_, j) => (j % 3) - 1);
  const data = circleOf(angles, labels, ownersOf('shuffled', n, clients), clients, []);
  return networkSides(prepareNetwork(data, drawStart(7, m, paired)), {
    local: 4,
    c: 0.8,
    step: null,
    server: 1,
  });
}

function statesAfter({ sides }: NetworkSides, rounds: number) {
  const of = (name: 'left' | 'right') => {
    const run = sides[name].iterate();
    for (let k = 0; k < rounds; k++) run.step();
    const state = new Float64Array(run.dimension);
    run.read(state);
    return state;
  };
  return { left: of('left'), right: of('right') };
}

const farthest = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
};

describe('curves over the circle', () => {
  it.each([
    [10, 3, 32, true],
    [9, 2, 7, false],
    [13, 1, 130, true],
  ] as const)(
    'n = %i, N = %i, m = %i, paired %s: at the samples residual + label',
    (n, clients, m, paired) => {
      const network = onGrid(n, clients, m, paired);
      const { labels, inputs } = network.prepared.data;
      for (const rounds of [0, 1, 15]) {
        const states = statesAfter(network, rounds);
        const { left, right } = findAll(curvesOf(network, { ...states, points: n }));
        expect(farthest(left.curve, outputsOf(inputs, states.left))).toBe(0);
        const linear = labels.map((y, i) => y + states.right[i]!);
        expect(farthest(right.curve, linear)).toBeLessThan(1e-12);
        // Mean of the local models, on the right also of the functions.
        const mean = right.curve.map((_, j) => {
          let sum = 0;
          for (let c = 0; c < clients; c++) sum += right.locals[c * n + j]! / clients;
          return sum;
        });
        const next = statesAfter(network, rounds + 1).right;
        expect(
          farthest(
            mean,
            labels.map((y, i) => y + next[i]!),
          ),
        ).toBeLessThan(1e-12);
      }
    },
  );

  it('between the samples the right is the tangent: explicit gradients at the points times its weights', () => {
    const network = onGrid(8, 3, 24, true);
    const { data, start } = network.prepared;
    const states = statesAfter(network, 6);
    const points = 31;
    const { left, right } = findAll(curvesOf(network, { ...states, points }));
    const angles = Float64Array.from({ length: points }, (_, j) => (2 * Math.PI * j) / points);
    const between = circleOf(angles, angles, ownersOf('arcs', points, 1), 1, []);
    const there = jacobianOf({ ...network.prepared, data: between });
    const rows = jacobianOf(network.prepared);
    const weightsOf = (alpha: Float64Array) => {
      const theta = new Float64Array(3 * start.width);
      for (const [i, row] of rows.entries())
        for (let j = 0; j < theta.length; j++) theta[j] = theta[j]! + alpha[i]! * row[j]!;
      return theta;
    };
    const alpha = states.right.subarray(8);
    const theta = weightsOf(alpha);
    expect(
      farthest(
        right.curve,
        there.map((row) => dot(row, theta)),
      ),
    ).toBeLessThan(1e-13);
    // K steps of one client, in the weights.
    const round = createNetworkRound(data, start.width, network.info);
    round.begin(states.left);
    round.goOn();
    for (let c = 0; c < data.count; c++) {
      const own = theta.slice();
      const mine = [...data.owners.keys()].filter((i) => data.owners[i] === c);
      for (let step = 0; step < network.info.local; step++) {
        const errors = mine.map((i) => dot(rows[i]!, own) - data.labels[i]!);
        for (const [p, i] of mine.entries())
          for (let j = 0; j < own.length; j++)
            own[j] = own[j]! - network.info.eta * errors[p]! * rows[i]![j]!;
      }
      const told = right.locals.subarray(c * points, (c + 1) * points);
      expect(
        farthest(
          told,
          there.map((row) => dot(row, own)),
        ),
      ).toBeLessThan(1e-12);
      const ofNetwork = left.locals.subarray(c * points, (c + 1) * points);
      expect(farthest(ofNetwork, outputsOf(between.inputs, round.ends[c]!))).toBe(0);
    }
  });

  it('keeps what belongs to the points: other states, other points and other steps are told right after it', () => {
    const { prepared } = anyCase(11, { c: 1, server: 1 });
    const fast = networkSides(prepared, { local: 20, c: 0.9, step: null, server: 1 });
    const slow = networkSides(prepared, { local: 2, c: 0.1, step: null, server: 1 });
    const first = findAll(curvesOf(fast, { ...statesAfter(fast, 3), points: 20 }));
    const finer = findAll(curvesOf(fast, { ...statesAfter(fast, 3), points: 40 }));
    expect(
      farthest(
        finer.left.curve.filter((_, j) => j % 2 === 0),
        first.left.curve,
      ),
    ).toBeLessThan(1e-14);
    expect(
      farthest(
        finer.right.curve.filter((_, j) => j % 2 === 0),
        first.right.curve,
      ),
    ).toBeLessThan(1e-14);
    const other = findAll(curvesOf(slow, { ...statesAfter(slow, 3), points: 20 }));
    expect(farthest(first.right.curve, other.right.curve)).toBeGreaterThan(1e-3);
    expect(findAll(curvesOf(fast, { ...statesAfter(fast, 3), points: 20 }))).toEqual(first);
    const again = anyCase(11, { c: 1, server: 1 }).prepared;
    const fresh = networkSides(again, { local: 2, c: 0.1, step: null, server: 1 });
    expect(findAll(curvesOf(fresh, { ...statesAfter(fresh, 3), points: 20 }))).toEqual(other);
  });

  it('of a large network comes in many slices', () => {
    const network = onGrid(100, 4, 4096, true);
    const states = statesAfter(network, 0);
    const search = curvesOf(network, { ...states, points: 240 });
    let slices = 0;
    while (search.step()) slices++;
    expect(slices).toBeGreaterThan(20);
    expect(search.step()).toBe(false);
    expect(farthest(search.found().left.curve, new Float64Array(240))).toBe(0);
  });
});
