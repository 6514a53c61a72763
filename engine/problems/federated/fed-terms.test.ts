import { describe, expect, it } from 'vitest';
import type { SideName, Vector } from '../../contract.ts';
import { runSides } from '../../fixtures/runs.ts';
import type { Values } from '../../params.ts';
import { createRun, type RunValues } from '../../run/create-run.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { createUpdateWalk } from '../../update/read-update.ts';
import { problem } from './problem.ts';
import { outputsOf } from './shard.ts';
import type { FedRound, FedUpdate, NetworkTerms, PlaneTerms } from './types.ts';

function made(given: Values) {
  const { values } = createScenario('federated', given);
  return { instance: problem.prepare(values, null), values: values as Values & RunValues };
}

type Made = ReturnType<typeof made>;

function seriesOf({ instance, values }: Made, side: SideName, name: string, rounds: number): number[] {
  const run = createRun(instance, values);
  return [run.first(), run.advance(rounds)].flatMap((frame) => Array.from(frame[side].series[name]!));
}

function updateAt({ instance, values }: Made, k: number): FedUpdate {
  const walk = createUpdateWalk(instance, values, problem.parts);
  while (!walk.approach({ left: k, right: k }, 5));
  return walk.read({ left: k, right: k }) as FedUpdate;
}

const sidesOf = ({ leftRound, round }: FedUpdate): [SideName, FedRound][] => [
  ['left', leftRound!],
  ['right', round!],
];

const near = (a: ArrayLike<number>, b: ArrayLike<number>, within = 1e-12) => {
  expect(a.length).toBe(b.length);
  for (let i = 0; i < a.length; i++)
    expect(Math.abs(a[i]! - b[i]!)).toBeLessThanOrEqual(within * Math.max(1, Math.abs(b[i]!)));
};

/** W (m x 3) with the activity of `start`. */
function modelAt(angle: number, start: ArrayLike<number>, w: ArrayLike<number>): number {
  const x = [Math.cos(angle), Math.sin(angle), 0.5].map((entry) => entry / Math.sqrt(1.25));
  const m = w.length / 3;
  const along = (of: ArrayLike<number>, r: number) =>
    of[3 * r]! * x[0]! + of[3 * r + 1]! * x[1]! + of[3 * r + 2]! * x[2]!;
  let sum = 0;
  for (let r = 0; r < m; r++) if (along(start, r) > 0) sum += (r % 2 ? -1 : 1) * along(w, r);
  return sum / Math.sqrt(m);
}

/** Compares every seventh point. */
function holds(curve: Vector, model: (angle: number) => number, within: number): void {
  for (let j = 0; j < curve.length; j += 7)
    near([curve[j]!], [model((2 * Math.PI * j) / curve.length)], within);
}

const PLANES: [string, Values][] = [
  ['disagree', { local: 5 }],
  ['agree', { quad: 'agree', c: 0.4, local: 3, server: 0.6 }],
  ['together', { quad: 'tilted', versus: 'work', local: 7 }],
  ['equal', { versus: 'equal', server: 1.4 }],
  ['four', { quad: 'drawn', clients: 4, seed: 7, local: 12 }],
];

const NETWORKS: [string, Values][] = [
  ['small', { level: 'network', m: 16, n: 7, clients: 2, local: 3 }],
  [
    'shuffled',
    { level: 'network', m: 10, n: 9, clients: 4, split: 'shuffled', server: 0.5, labels: 'square', seed: 3 },
  ],
  ['free start', { level: 'network', m: 9, n: 6, clients: 3, paired: false, local: 1, server: 1.5, c: 0.4 }],
];

describe('a round of the plane taken apart', () => {
  it.each(PLANES)('is the run’s own, bit for bit: %s', (_, given) => {
    const one = made(given);
    const run = runSides(one.instance, one.values, 6);
    const walk = createUpdateWalk(one.instance, one.values, problem.parts);
    for (const k of [0, 1, 4, 2]) {
      while (!walk.approach({ left: k, right: k }, 5));
      const update = walk.read({ left: k, right: k }) as FedUpdate;
      expect([update.left, update.right]).toEqual([null, null]);
      for (const [side, told] of sidesOf(update) as [SideName, PlaneTerms][]) {
        const { iterates } = run[side];
        expect(Array.from(told.before.at)).toEqual(Array.from(iterates[k]!));
        expect(Array.from(told.next)).toEqual(Array.from(iterates[k + 1]!));
        expect(Array.from(told.after!.at)).toEqual(Array.from(told.next));
      }
    }
  });

  it.each(PLANES)('walks each client down its own loss, step by step: %s', (_, given) => {
    const one = made(given);
    const { info } = one.instance;
    if (info.level !== 'plane') throw new Error('expected the plane');
    for (const [side, told] of sidesOf(updateAt(one, 2)) as [SideName, PlaneTerms][]) {
      const { clients } = info.sides[side];
      const { paths, local, eta, server, average, next, before } = told;
      expect(paths).toHaveLength(clients.count);
      const ends = paths.map((path, c) => {
        const [a, b, , d] = clients.hessians.slice(4 * c, 4 * c + 4) as unknown as [
          number,
          number,
          number,
          number,
        ];
        const [x, y] = [clients.minima[2 * c]!, clients.minima[2 * c + 1]!];
        const loss = (at: Vector) =>
          (a * (at[0]! - x) ** 2 + d * (at[1]! - y) ** 2) / 2 + b * (at[0]! - x) * (at[1]! - y);
        let [at, walked] = [Float64Array.from(before.at), 0];
        expect(path).toHaveLength(2 * (local + 1));
        for (let step = 0; step <= local; step++) {
          near(path.slice(2 * step, 2 * step + 2), at, 1e-11);
          if (step === local) break;
          const [dx, dy] = [at[0]! - x, at[1]! - y];
          const to = Float64Array.of(at[0]! - eta * (a * dx + b * dy), at[1]! - eta * (b * dx + d * dy));
          walked += Math.hypot(to[0]! - at[0]!, to[1]! - at[1]!);
          at = to;
        }
        const own = told.clients[c]!;
        near([own.walked, own.before, own.after], [walked, loss(Float64Array.from(before.at)), loss(at)]);
        const [low, high] = own.curvatures;
        near([low + high, low * high], [a + d, a * d - b * b], 1e-11);
        near(own.shares, [1 - (1 - eta * low) ** local, 1 - (1 - eta * high) ** local]);
        return at;
      });
      const mean = [0, 1].map((q) => ends.reduce((sum, end) => sum + end[q]!, 0) / ends.length);
      near(average, mean, 1e-11);
      near(
        next,
        mean.map((value, q) => before.at[q]! + server * (value - before.at[q]!)),
        1e-11,
      );
      // next = before - sg grad F_K.
      near(
        next,
        before.at.map((value, q) => value - server * told.slope[q]!),
        1e-11,
      );
    }
  });

  it('tells what the curves show', () => {
    const one = made({ local: 5 });
    const { info } = one.instance;
    if (info.level !== 'plane') throw new Error('expected the plane');
    for (const [side, told] of sidesOf(updateAt(one, 3)) as [SideName, PlaneTerms][]) {
      const of = (name: string, k: number) => seriesOf(one, side, name, 4)[k];
      const { before, after } = told;
      expect([before.distance, before.excess]).toEqual([of('distance', 3), of('excess', 3)]);
      expect(after!.surrogate).toBe(of('surrogate', 4));
      const [x, y] = info.sides[side].rest!;
      near([before.fromRest], [Math.hypot(before.at[0] - x, before.at[1] - y)]);
    }
  });

  it('has no distance from a rest where there is none', () => {
    const { leftRound } = updateAt(made({ c: 2.5 }), 0);
    expect((leftRound as PlaneTerms).before.fromRest).toBeNaN();
  });
});

describe('a round of the network taken apart', () => {
  it.each(NETWORKS)('is the run’s own, bit for bit: %s', (_, given) => {
    const one = made(given);
    const { data } = one.instance.network!.prepared;
    const run = runSides(one.instance, one.values, 6);
    for (const k of [0, 4, 2]) {
      const { leftRound, round } = updateAt(one, k) as { leftRound: NetworkTerms; round: NetworkTerms };
      for (const [side, told] of [['left', leftRound] as const, ['right', round] as const]) {
        expect(told.before.loss).toBe(run[side].losses[k]);
        expect(told.after!.loss).toBe(run[side].losses[k + 1]);
      }
      expect(leftRound.drift).toBe(seriesOf(one, 'left', 'drift', 6)[k + 1]);
      expect(round.linear!.weighted).toEqual(seriesOf(one, 'right', 'surrogate', 6).slice(k, k + 2));
      const [u, next] = [run.right.iterates[k]!, run.right.iterates[k + 1]!];
      const n = data.samples;
      expect(Array.from(round.before.residual)).toEqual(Array.from(u.slice(0, n)));
      const led = round.before.residual.map((value, i) => value - round.linear!.move[i]!);
      expect(Array.from(led)).toEqual(Array.from(next.slice(0, n)));
      near(
        leftRound.after!.residual,
        outputsOf(data.inputs, run.left.iterates[k + 1]! as Vector).map((f, i) => f - data.labels[i]!),
      );
    }
  });

  it.each(NETWORKS)('walks each client down its own loss, step by step: %s', (_, given) => {
    const one = made(given);
    const { prepared, info } = one.instance.network!;
    const { data, start } = prepared;
    const { samples: n, count, owners, inputs, labels } = data;
    const m = start.width;
    const k = 2;
    const state = runSides(one.instance, one.values, k).left.iterates[k]! as Vector;
    const { leftRound } = updateAt(one, k) as { leftRound: NetworkTerms };
    const residual = (w: Vector) => outputsOf(inputs, w).map((f, i) => f - labels[i]!);
    const lossOf = (w: Vector, c: number) =>
      residual(w).reduce((sum, u, i) => sum + (owners[i] === c ? u * u : 0), 0) / 2;
    const ends = Array.from({ length: count }, (_, c) => {
      const w = state.slice();
      for (let step = 0; step < info.local; step++) {
        const [u, slope] = [residual(w), new Float64Array(3 * m)];
        for (let i = 0; i < n; i++)
          for (let r = 0; r < m; r++) {
            if (owners[i] !== c) continue;
            let z = 0;
            for (let q = 0; q < 3; q++) z += w[3 * r + q]! * inputs[3 * i + q]!;
            if (!(z > 0)) continue;
            for (let q = 0; q < 3; q++)
              slope[3 * r + q]! += ((r % 2 ? -1 : 1) * u[i]! * inputs[3 * i + q]!) / Math.sqrt(m);
          }
        for (let j = 0; j < w.length; j++) w[j]! -= info.eta * slope[j]!;
      }
      const told = leftRound.clients[c]!;
      expect(told.samples).toBe(Array.from(owners).filter((owner) => owner === c).length);
      near([told.before, told.after], [lossOf(state, c), lossOf(w, c)], 1e-11);
      near([told.walked], [Math.hypot(...w.map((value, j) => value - state[j]!))], 1e-11);
      return w;
    });
    const mean = state.map((_, j) => ends.reduce((sum, end) => sum + end[j]!, 0) / count);
    const led = state.map((own, j) => own + info.server * (mean[j]! - own));
    for (const [told, w] of [
      [leftRound.before.curve, state],
      [leftRound.average.curve, mean],
      [leftRound.after!.curve, led],
      ...ends.map(
        (end, c) => [leftRound.locals.slice(c * leftRound.points, (c + 1) * leftRound.points), end] as const,
      ),
    ] as const)
      holds(told, (angle) => modelAt(angle, w, w), 1e-11);
    near(leftRound.average.residual, residual(mean), 1e-11);
    near(leftRound.after!.residual, residual(led), 1e-11);
    const square = ends.reduce(
      (sum, end) => sum + end.reduce((all, value, j) => all + (value - mean[j]!) ** 2, 0),
      0,
    );
    near([leftRound.drift], [Math.sqrt(square / count)], 1e-11);
  });

  it.each(NETWORKS)('of the linearisation is that of its weights: %s', (_, given) => {
    const one = made(given);
    const { prepared, info } = one.instance.network!;
    const { data, start, residual: b } = prepared;
    const { samples: n, count, owners, inputs } = data;
    const m = start.width;
    // J, n x 3m, at the start.
    const J = Array.from({ length: n }, (_, i) =>
      Float64Array.from({ length: 3 * m }, (_, j) => {
        const r = Math.floor(j / 3);
        let z = 0;
        for (let q = 0; q < 3; q++) z += start.weights[3 * r + q]! * inputs[3 * i + q]!;
        return z > 0 ? ((r % 2 ? -1 : 1) * inputs[3 * i + (j % 3)]!) / Math.sqrt(m) : 0;
      }),
    );
    const u = (t: Float64Array) =>
      J.map((row, i) => b[i]! + row.reduce((sum, value, j) => sum + value * t[j]!, 0));
    let t = new Float64Array(3 * m);
    for (let k = 0; k < 3; k++) {
      const { round } = updateAt(one, k) as { round: NetworkTerms };
      near(round.before.residual, u(t), 1e-10);
      const ends = Array.from({ length: count }, (_, c) => {
        const own = t.slice();
        for (let step = 0; step < info.local; step++) {
          const all = u(own);
          for (let i = 0; i < n; i++)
            if (owners[i] === c)
              for (let j = 0; j < own.length; j++) own[j]! -= info.eta * J[i]![j]! * all[i]!;
        }
        const told = round.clients[c]!;
        const lossOf = (at: Float64Array) =>
          u(at).reduce((sum, value, i) => sum + (owners[i] === c ? value * value : 0), 0) / 2;
        near([told.before, told.after], [lossOf(t), lossOf(own)], 1e-10);
        near([told.walked], [Math.hypot(...own.map((value, j) => value - t[j]!))], 1e-10);
        return own;
      });
      const from = t;
      const mean = from.map((_, j) => ends.reduce((sum, end) => sum + end[j]!, 0) / count);
      near(round.average.residual, u(mean), 1e-10);
      const led = from.map((own, j) => own + info.server * (mean[j]! - own));
      for (const [told, moved] of [
        [round.before.curve, from],
        [round.average.curve, mean],
        [round.after!.curve, led],
        ...ends.map((end, c) => [round.locals.slice(c * round.points, (c + 1) * round.points), end] as const),
      ] as const) {
        const w = start.weights.map((own, j) => own + moved[j]!);
        holds(told, (angle) => modelAt(angle, start.weights, w), 1e-10);
      }
      const square = ends.reduce(
        (sum, end) => sum + end.reduce((all, value, j) => all + (value - mean[j]!) ** 2, 0),
        0,
      );
      near([round.drift], [Math.sqrt(square / count)], 1e-8);
      t = led;
    }
  });

  it('is told up to the end of a side, and stays where it rests', () => {
    const one = made({ c: 3, local: 3 });
    const last = runSides(one.instance, one.values, 400).left.iterates.length - 1;
    expect(last).toBeLessThan(400);
    expect((updateAt(one, last).leftRound as PlaneTerms).after).toBeNull();
    expect(updateAt(one, last + 1).leftRound).toBeNull();
    const flat = made({ level: 'network', m: 2, n: 3, seed: 5, clients: 2, c: 0.9 });
    const { right } = runSides(flat.instance, flat.values, 200);
    expect(right.status).toBe('rest');
    const { before, after } = updateAt(flat, right.endedAt!).round as NetworkTerms;
    expect(after!.loss).toBe(before.loss);
  });
});
