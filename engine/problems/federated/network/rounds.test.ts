import { describe, expect, it } from 'vitest';
import { runsAll, spread } from '../../../../scripts/tier.mjs';
import { plainLocalStep } from '../../../bench/peers/fedavg.ts';
import type { Iteration } from '../../../contract.ts';
import { anyCase } from '../../../fixtures/federated-cases.ts';
import { createRandom } from '../../../kernels/random.ts';
import { distance, dot } from '../../../kernels/vector.ts';
import { createRun } from '../../../run/create-run.ts';
import { createScenario } from '../../../scenario/create-scenario.ts';
import { FEDERATED } from '../card.ts';
import { FED_ENDS } from '../names.ts';
import { problem } from '../problem.ts';
import { createShard, descend, forward, outputsOf } from '../shard.ts';
import { circleOf, drawCircle, samplesOf } from './circle-data.ts';
import { prepareNetwork } from './kernel.ts';
import { createNetworkRound } from './local-steps.ts';
import { networkSides } from './sides.ts';
import { drawStart } from './start.ts';

const SEEDS = Array.from({ length: runsAll ? 60 : 24 }, (_, k) => k);
const opened = (seed: number, c = 1, server = 1) => {
  const one = anyCase(seed, { c, server });
  return networkSides(one.prepared, one);
};
const stateOf = (rounds: Iteration) => {
  const state = new Float64Array(rounds.dimension);
  rounds.read(state);
  return state;
};

describe('the network', () => {
  it('is exactly 0 at a paired start', () => {
    for (const m of [2, 16, 258, 1024]) {
      const { data } = anyCase(m, { c: 1, server: 1 }).prepared;
      expect([...outputsOf(data.inputs, drawStart(m, m, true).weights)]).toEqual(Array(data.samples).fill(0));
    }
    expect(outputsOf(Float64Array.of(1, 0, 0), drawStart(1, 16, false).weights)[0]).not.toBe(0);
  });

  it('a local step is the gradient of half the sum of squares, by differences', () => {
    for (const seed of SEEDS) {
      const { prepared } = opened(seed);
      const { data, start } = prepared;
      const shard = createShard(data.inputs, data.labels, samplesOf(data.owners, 0), start.width);
      const loss = (w: Float64Array<ArrayBuffer>) => {
        forward(shard, w);
        return dot(shard.residual, shard.residual) / 2;
      };
      // Away from the start, where pairs differ.
      const random = createRandom(seed, 14);
      const w = start.weights.map((value) => value + 0.1 * random.normal());
      const moved = w.slice();
      forward(shard, moved);
      descend(shard, moved, 1);
      for (let t = 0; t < 5; t++) {
        const j = random.integer(w.length);
        const h = 1e-6;
        const at = (by: number) => loss(w.map((value, k) => (k === j ? value + by : value)));
        // A kink in between shows as a second difference.
        const slope = (at(h) - at(-h)) / (2 * h);
        expect(Math.abs(w[j]! - moved[j]! - slope), `seed ${seed}, weight ${j}`).toBeLessThan(1e-7);
      }
    }
  });

  it('a round: every client alone, then the average, as loops over samples and neurons have it', () => {
    for (const seed of SEEDS) {
      const { info, prepared, sides } = opened(seed, 1, 1.5);
      const { data, start } = prepared;
      const rounds = sides.left.iterate();
      rounds.step();
      const ends = Array.from({ length: data.count }, (_, c) => {
        const w = start.weights.slice();
        const mine = [...data.owners.keys()].filter((i) => data.owners[i] === c);
        for (let step = 0; step < info.local; step++) plainLocalStep(w, mine, data, info.eta);
        return w;
      });
      const mean = start.weights.map((_, j) => ends.reduce((sum, end) => sum + end[j]!, 0) / ends.length);
      const drift = Math.sqrt(ends.reduce((sum, end) => sum + distance(end, mean) ** 2, 0) / ends.length);
      const next = start.weights.map((value, j) => value + info.server * (mean[j]! - value));
      expect(distance(stateOf(rounds), next), `seed ${seed}`).toBeLessThan(1e-11);
      expect(Math.abs(rounds.record().drift! - drift)).toBeLessThan(1e-11);
    }
  });

  it('gap, flipped signs and loss are those of its state and of the right side at the same round', () => {
    for (const seed of SEEDS) {
      const { prepared, sides } = opened(seed);
      const { inputs, labels, samples: n } = prepared.data;
      const [left, right] = [sides.left.iterate(), sides.right.iterate()];
      expect(left.record()).toEqual({ loss: right.record().loss, gap: 0, drift: Number.NaN, flipped: 0 });
      for (let k = 0; k < 12; k++) {
        left.step();
        right.step();
      }
      const w = stateOf(left);
      const u = outputsOf(inputs, w).map((f, i) => f - labels[i]!);
      const now = left.record();
      expect(now.loss).toBe(squares(u, n) / 2);
      expect(now.gap).toBe(distance(u, stateOf(right).subarray(0, n)));
      let flipped = 0;
      for (let i = 0; i < n; i++)
        for (let r = 0; r < w.length; r += 3)
          if (isActive(inputs, i, w, r) !== isActive(inputs, i, prepared.start.weights, r)) flipped++;
      expect(now.flipped).toBe(flipped / (n * prepared.start.width));
    }
  });

  it('one client with one step: descent on all samples', () => {
    const data = drawCircle({ seed: 2, n: 9, clients: 1, split: 'arcs', labels: 'wave' });
    const prepared = prepareNetwork(data, drawStart(2, 32, true));
    const { info, sides } = networkSides(prepared, { local: 1, c: 0.5, step: null, server: 1 });
    const w = prepared.start.weights.slice();
    const rounds = sides.left.iterate();
    for (let k = 0; k < 50; k++) {
      rounds.step();
      plainLocalStep(w, data.owners.keys(), data, info.eta);
      expect(rounds.record().drift).toBeLessThan(1e-15);
    }
    expect(distance(stateOf(rounds), w)).toBeLessThan(1e-12);
  });
});

/** Two labels at one angle: a round shrinks the distance from rest (1 - c)^100-fold. */
function twoLabels(m: number, c: number) {
  const data = circleOf(Float64Array.of(1, 1), Float64Array.of(1, 0), Int32Array.of(0, 0), 1, []);
  return networkSides(prepareNetwork(data, drawStart(1, m, true)), { local: 100, c, step: null, server: 1 });
}

/** u'u over the first n in order. */
const squares = (u: Float64Array, n: number) => dot(u.subarray(0, n), u.subarray(0, n));

const isActive = (x: Float64Array, i: number, w: Float64Array, r: number) =>
  w[r]! * x[3 * i]! + w[r + 1]! * x[3 * i + 1]! + w[r + 2]! * x[3 * i + 2]! > 0;

describe('the same bits', () => {
  // Large enough to pause within a round.
  const values = createScenario('federated', {
    level: 'network',
    clients: 4,
    n: 200,
    m: 2048,
    local: 3,
  }).values;
  const large = () => problem.prepare(values, null);

  it('however steps are cut into batches, wherever they pause', () => {
    const whole = createRun(large(), {});
    whole.first();
    const expected = whole.advance(6);
    for (const modulus of spread([1, 2, 7], 2)) {
      const cut = createRun(large(), {});
      cut.first();
      const [lefts, losses]: [number[], number[]] = [[], []];
      let [asked, paused] = [0, 0];
      for (const steps of [1, 3, 2])
        for (;;) {
          const frame = cut.advance(steps, () => ++asked % modulus === 0);
          if (!frame) {
            paused++;
            continue;
          }
          lefts.push(...frame.left.iterates);
          losses.push(...frame.left.series.loss!, ...frame.left.series.gap!, ...frame.left.series.flipped!);
          break;
        }
      expect(paused).toBeGreaterThan(10 / modulus);
      expect(lefts.every((value, k) => Object.is(value, expected.left.iterates[k]))).toBe(true);
      expect(lefts.length).toBe(expected.left.iterates.length);
      expect(losses.length).toBe(18);
    }
  });

  it('and after it was put back, where it is near its rest too', () => {
    for (const [network, rounds] of [
      [opened(3), 7],
      [opened(5), 0],
      [opened(8), 400],
      [twoLabels(16, 0.14), 2],
    ] as const) {
      const { sides } = network;
      for (const side of [sides.left, sides.right]) {
        const run = side.iterate();
        for (let k = 0; k < rounds; k++) run.step();
        const saved = run.memory!.save();
        const notes = () => [run.status, run.record(), [...stateOf(run)]];
        const on = () =>
          Array.from({ length: 4 }, () => {
            run.step();
            return notes();
          });
        const [here, later] = [notes(), on()];
        for (let k = 0; k < 5; k++) run.step();
        run.memory!.restore(saved);
        expect(notes()).toEqual(here);
        expect(on()).toEqual(later);
        const fresh = side.iterate();
        fresh.memory!.restore(saved);
        expect([fresh.status, fresh.record(), [...stateOf(fresh)]]).toEqual(here);
      }
    }
  });

  it('put back while it pauses in a round, or in the one that it computes ahead', () => {
    for (const [{ left }, before, pauses] of [
      [large().sides, 0, 1],
      [twoLabels(16_384, 0.14).sides, 1, 50],
      [twoLabels(16_384, 0.14).sides, 1, 150],
    ] as const) {
      const [run, other] = [left.iterate(), left.iterate()];
      for (const each of [run, other]) for (let k = 0; k < before; k++) each.step();
      const saved = run.memory!.save();
      for (let k = 0; k < pauses; k++) expect(run.step(() => true)).toBe('paused');
      run.memory!.restore(saved);
      for (const each of [run, other]) each.step();
      expect(run.status).toBe(other.status);
      const [state, expected] = [stateOf(run), stateOf(other)];
      expect(state.every((value, k) => Object.is(value, expected[k]))).toBe(true);
    }
  });
});

describe('the ends of the network', () => {
  const moveFrom = (network: ReturnType<typeof networkSides>, w: Float64Array<ArrayBuffer>) => {
    const { data, start } = network.prepared;
    const round = createNetworkRound(data, start.width, network.info);
    round.begin(w);
    round.goOn();
    return distance(round.next, w);
  };

  it('stationary: the next round moves by at most 1e-10, and no state before it does', () => {
    const PLAYED = runsAll ? 40 : 20;
    let [stationary, arrived] = [0, 0];
    for (const seed of SEEDS.slice(0, PLAYED)) {
      const one = anyCase(seed, { c: 1, server: 1 });
      const network = networkSides(one.prepared, { ...one, c: 1, server: 1, local: Math.min(one.local, 20) });
      const run = network.sides.left.iterate();
      let before = Number.POSITIVE_INFINITY;
      for (let k = 0; k < 800; k++) {
        if (run.status === 'global') break;
        const move = moveFrom(network, stateOf(run));
        // From a longer move, `stationary` is one round late.
        if (before <= 1e-6) expect(run.status === 'stationary').toBe(move <= FED_ENDS.stationary);
        if (run.status === 'stationary') {
          expect(move).toBeLessThanOrEqual(FED_ENDS.stationary);
          break;
        }
        before = move;
        run.step();
      }
      if (run.status === 'stationary') stationary++;
      if (run.status === 'global') {
        arrived++;
        expect(run.record().loss).toBeLessThanOrEqual(FEDERATED.ends.global.criterion.excess);
      }
      expect(run.ended).toBe(false);
    }
    expect(stationary).toBeGreaterThan(PLAYED / 10);
    expect(arrived).toBeGreaterThan(PLAYED / 10);
  });

  it('is known as soon as the move before was short; a leap from above 1e-6 is called so a round later', () => {
    const statuses = (c: number) => {
      const run = twoLabels(16, c).sides.left.iterate();
      return Array.from({ length: 4 }, () => {
        const { status } = run;
        run.step();
        return status;
      });
    };
    // Moves 1, 3e-7, 8e-14: the third begins at round 2; also of 1, 3e-6, 8e-12.
    expect(statuses(0.14)).toEqual(['moving', 'moving', 'stationary', 'stationary']);
    expect(statuses(0.12)).toEqual(['moving', 'moving', 'moving', 'stationary']);
  });

  it('of a tiny step already at the start', () => {
    const { prepared, local } = anyCase(5, { c: 1, server: 1 });
    const sides = (step: number) => networkSides(prepared, { local, c: 1, step, server: 1 }).sides;
    expect(sides(1e-12).left.iterate().status).toBe('stationary');
    expect(sides(1e-3).left.iterate().status).toBe('moving');
  });

  it('the gap is infinite from the round on at which the linearisation has diverged', () => {
    const values = createScenario('federated', { level: 'network', c: 2.4, m: 16, local: 20 }).values;
    const { left, right } = networkSides(
      prepareNetwork(drawCircle(values as never), drawStart(1, 16, true)),
      values as never,
    ).sides;
    const [net, flow] = [left.iterate(), right.iterate()];
    let seen = 0;
    for (let k = 0; k < 60; k++) {
      const gone = flow.status === 'diverged';
      if (gone) seen++;
      if (net.status !== 'diverged') expect(net.record().gap === Number.POSITIVE_INFINITY).toBe(gone);
      net.step();
      flow.step();
    }
    expect(seen).toBeGreaterThan(0);
  });

  it('diverged: beyond 1e6 times the start, and its state is not finite or that far', () => {
    let seen = 0;
    for (const seed of SEEDS) {
      const { info, sides } = opened(seed, 40, 1);
      const run = sides.left.iterate();
      const first = run.record().loss!;
      for (let k = 0; k < 200 && !run.ended; k++) run.step();
      const { loss } = run.record();
      expect(run.status === 'diverged').toBe(!(loss! <= FED_ENDS.diverged * Math.max(1, first)));
      if (run.status === 'diverged') seen++;
      expect(info.eta).toBeGreaterThan(0);
    }
    expect(seen).toBeGreaterThan(SEEDS.length / 20);
  });
});
