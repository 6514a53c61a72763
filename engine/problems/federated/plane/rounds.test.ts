import { describe, expect, it } from 'vitest';
import { anyClients, anyPoint, anySettings, clientsFrom } from '../../../fixtures/plane-clients.ts';
import { createRandom } from '../../../kernels/random.ts';
import { defaultValues } from '../../../params.ts';
import { createRun, type Frame } from '../../../run/create-run.ts';
import { runValues } from '../../../run/run-values.ts';
import { FEDERATED } from '../card.ts';
import { problem } from '../problem.ts';
import { meanOfClients, planeSide } from '../surrogate.ts';
import type { PlaneSide, Point, QuadraticClients } from '../types.ts';
import { planeRound } from './round.ts';
import { createPlaneRounds } from './rounds.ts';

const source = (stream: number) => createRandom(21_050_501, stream);

function made(
  clients: QuadraticClients,
  settings: Pick<PlaneSide, 'local' | 'eta' | 'server'>,
  start: Point,
) {
  const mean = meanOfClients(clients);
  const side = planeSide(clients, settings, mean);
  return { mean, side, rounds: createPlaneRounds(side, mean, start) };
}

function lossAt({ count, hessians, minima }: QuadraticClients, [x, y]: Point): number {
  let sum = 0;
  for (let c = 0; c < count; c++) {
    const [xx, xy, , yy] = hessians.subarray(4 * c, 4 * c + 4);
    const [u, v] = [x - minima[2 * c]!, y - minima[2 * c + 1]!];
    sum += (xx! * u * u + 2 * xy! * u * v + yy! * v * v) / 2;
  }
  return sum / count;
}

const far = ([x, y]: Point, [u, v]: Point) => Math.hypot(x - u, y - v);

const TWO = clientsFrom([
  [
    [9, 0, 0, 0.09],
    [1, 1],
  ],
  [
    [0.09, 0, 0, 9],
    [-1, 0.5],
  ],
]);
const OPENING = { local: 20, eta: 0.1, server: 1 };

describe('a run over the plane', () => {
  it('records F, its excess over the least, F_K over its least, and the distance from t*', () => {
    const random = source(30);
    for (let draw = 0; draw < 200; draw++) {
      const clients = anyClients(random);
      const start = anyPoint(random);
      const { mean, side, rounds } = made(clients, anySettings(random, clients), start);
      const told = rounds.record();
      const least = lossAt(clients, mean.at);
      expect(Object.keys(told)).toEqual(['loss', 'excess', 'surrogate', 'distance']);
      expect(Math.abs(told.loss! - lossAt(clients, start))).toBeLessThan(1e-13 * (1 + told.loss!));
      expect(Math.abs(told.excess! - (lossAt(clients, start) - least))).toBeLessThan(
        1e-13 * (1 + told.loss!),
      );
      expect(told.distance).toBeCloseTo(far(start, mean.at), 12);
      if (!side.rest) expect(told.surrogate).toBe(Number.NaN);
      else {
        expect(told.surrogate).toBeGreaterThanOrEqual(0);
        const atRest = createPlaneRounds(side, mean, side.rest).record();
        expect(atRest.surrogate).toBe(0);
        expect(atRest.excess).toBe(side.excess);
        expect(atRest.distance).toBe(side.bias);
      }
    }
  });

  it('descends on F_K, which falls in every round while no factor exceeds 1, though F may grow', () => {
    const random = source(31);
    let grew = 0;
    for (let draw = 0; draw < 200; draw++) {
      const clients = anyClients(random);
      const { side, rounds } = made(clients, anySettings(random, clients), anyPoint(random));
      if (!side.rest || side.slowest >= 1) continue;
      let before = rounds.record();
      for (let k = 0; k < 20 && !rounds.ended; k++) {
        rounds.step();
        const now = rounds.record();
        // A length, which shrinks by the slowest factor at least.
        const rounding = 2e-15 * (1 + far(side.rest, [0, 0]));
        expect(Math.sqrt(now.surrogate!)).toBeLessThanOrEqual(
          side.slowest * Math.sqrt(before.surrogate!) + rounding,
        );
        if (now.loss! > before.loss! + 1e-9) grew++;
        before = now;
      }
    }
    expect(grew).toBeGreaterThan(20);
  });

  it('keeps the excess where a difference of losses would be rounding', () => {
    const clients = clientsFrom([
      [
        [1, 0, 0, 1],
        [1e3, 0],
      ],
      [
        [1, 0, 0, 1],
        [-1e3, 0],
      ],
    ]);
    const { excess, loss } = made(clients, OPENING, [1e-8, 0]).rounds.record();
    expect([excess! / 5e-17, loss]).toEqual([expect.closeTo(1, 12), 5e5]);
  });
});

describe('how a side stands', () => {
  /** Section 15.4 again, client by client. */
  function expected(
    clients: QuadraticClients,
    side: PlaneSide,
    mean: { at: Point },
    at: Point,
    start: Point,
  ) {
    const overBest = (point: Point) => lossAt(clients, point) - lossAt(clients, mean.at);
    if (!(overBest(at) <= 1e6 * Math.max(1, overBest(start)))) return 'diverged';
    if (overBest(at) <= 1e-12) return 'global';
    const { next } = planeRound(side, { ...meanOfClients(clients) }, at);
    return side.rest && far(next, at) <= 1e-12 && far(at, side.rest) <= 1e-9 ? 'rest' : 'moving';
  }

  it('is what the criteria say, in every round of 100 random runs', () => {
    const random = source(32);
    const met = new Map<string, number>();
    for (let draw = 0; draw < 100; draw++) {
      const clients = anyClients(random);
      const start = anyPoint(random);
      const grows = draw % 5 === 0;
      const settings = anySettings(random, clients, grows ? 8 : 1.95, grows ? 6 : 200);
      const { mean, side, rounds } = made(clients, settings, start);
      const state = new Float64Array(2);
      for (let k = 0; k < 150; k++) {
        rounds.read(state);
        const at: Point = [state[0]!, state[1]!];
        const [excess, status] = [rounds.record().excess!, rounds.status];
        if (Math.abs(excess - 1e-12) > 1e-13 * (1 + mean.least) || status === 'rest')
          expect([draw, k, status]).toEqual([draw, k, expected(clients, side, mean, at, start)]);
        expect(rounds.ended).toBe(status === 'diverged' || status === 'rest');
        met.set(status, (met.get(status) ?? 0) + 1);
        rounds.step();
      }
    }
    for (const status of ['diverged', 'global', 'rest', 'moving'])
      expect([status, met.get(status)! > 100]).toEqual([status, true]);
  });

  it('rests neither where it creeps far from its rest, nor close by while it moves', () => {
    const { side, rounds } = made(TWO, OPENING, [-1.5, -1]);
    const [x, y] = side.rest!;
    const statusAt = (dx: number) => {
      rounds.memory!.restore(Float64Array.of(x + dx, y));
      return rounds.status;
    };
    // A round covers 1 - .417 of the distance.
    expect([statusAt(0), statusAt(1.6e-12), statusAt(1.9e-12), statusAt(5e-10)]).toEqual([
      'rest',
      'rest',
      'moving',
      'moving',
    ]);
    const slow = made(TWO, { local: 20, eta: 1e-14, server: 0.01 }, [0.5, 0.5]);
    slow.rounds.step();
    const { next } = planeRound(slow.side, slow.mean, [0.5, 0.5]);
    expect(far(next, [0.5, 0.5])).toBeLessThan(1e-12);
    expect([slow.rounds.status, slow.rounds.ended]).toEqual(['moving', false]);
    // Near t*, which is no rest point.
    const best = made(TWO, OPENING, [-1.5, -1]).mean.at;
    const beside = (dx: number) => made(TWO, OPENING, [best[0] + dx, best[1]]).rounds.status;
    expect([beside(0), beside(6e-7), beside(7e-7)]).toEqual(['global', 'global', 'moving']);
  });

  it('diverges beyond a million times the larger of 1 and the excess of the start, and takes no more steps', () => {
    const statusAt = (start: Point, excess: number) => {
      const one = made(
        clientsFrom([
          [
            [2, 0, 0, 2],
            [0, 0],
          ],
        ]),
        OPENING,
        start,
      );
      one.rounds.memory!.restore(Float64Array.of(Math.sqrt(excess), 0));
      return one.rounds.status;
    };
    expect([statusAt([0.1, 0], 0.999e6), statusAt([0.1, 0], 1.001e6)]).toEqual(['moving', 'diverged']);
    expect([statusAt([3, 0], 8.99e6), statusAt([3, 0], 9.01e6)]).toEqual(['moving', 'diverged']);

    const { rounds } = made(TWO, { local: 20, eta: 1, server: 1 }, [-1.5, -1]);
    let k = 0;
    for (; rounds.status === 'moving'; k++) rounds.step();
    const ended = rounds.record();
    rounds.step();
    expect([k < 5, rounds.status, rounds.ended, rounds.record()]).toEqual([true, 'diverged', true, ended]);
  });

  it('diverges where it overflows in a single round', () => {
    const { rounds } = made(TWO, { local: 1000, eta: 1e6, server: 1 }, [-1.5, -1]);
    expect(rounds.status).toBe('moving');
    rounds.step();
    expect([rounds.status, rounds.ended]).toEqual(['diverged', true]);
  });

  it('carries its bias; without a rest it has none', () => {
    const { side, rounds } = made(TWO, OPENING, [-1.5, -1]);
    expect(rounds.carried).toEqual({ bias: side.bias, excess: side.excess });
    expect(made(TWO, { ...OPENING, eta: 1 }, [0, 0]).rounds.carried).toBeUndefined();
  });
});

describe('the same bits', () => {
  const SCENES = [
    { quad: 'tilted', c: 0.8 },
    { quad: 'drawn', clients: 7, seed: 3, server: 1.3, local: 50 },
    { quad: 'drawn', clients: 3, seed: 4, versus: 'equal', c: 1.7 },
    { quad: 'disagree', c: 2.1, local: 1, versus: 'work' },
  ] as const;
  const joined = (frames: readonly Frame[], side: 'left' | 'right') => ({
    states: frames.flatMap((frame) => [...frame[side].iterates]),
    series: ['loss', 'excess', 'surrogate', 'distance'].map((name) =>
      frames.flatMap((frame) => [...frame[side].series[name]!]),
    ),
    end: frames.at(-1)![side].status,
  });

  it.each(SCENES)('however its rounds are cut into batches: $quad, c = $c', (scene) => {
    const values = defaultValues(FEDERATED.params, scene);
    const start = () => createRun(problem.prepare(values, null), runValues(values));
    const [whole, single, uneven] = [start(), start(), start()];
    const all = [whole.first(), whole.advance(100)];
    const one = [single.first(), ...Array.from({ length: 100 }, () => single.advance(1))];
    const cut = [uneven.first(), ...[7, 1, 40, 52].map((steps) => uneven.advance(steps))];
    for (const side of ['left', 'right'] as const) {
      expect(joined(one, side)).toEqual(joined(all, side));
      expect(joined(cut, side)).toEqual(joined(all, side));
    }
    expect(joined(all, 'right').states.length).toBeGreaterThan(20);
  });

  it('when a run is put back to where it was', () => {
    const random = source(33);
    for (let draw = 0; draw < 100; draw++) {
      const clients = anyClients(random);
      const settings = anySettings(random, clients);
      const { mean, side, rounds } = made(clients, settings, anyPoint(random));
      const states: Float64Array[] = [];
      const saved: unknown[] = [];
      for (let k = 0; k < 12; k++, rounds.step()) {
        states.push(new Float64Array(2));
        rounds.read(states[k]!);
        saved.push(rounds.memory!.save());
      }
      const from = random.integer(11);
      for (const again of [rounds, createPlaneRounds(side, mean, [7, 7])]) {
        again.memory!.restore(saved[from]);
        const state = new Float64Array(2);
        for (let k = from; k < 12; k++, again.step()) {
          again.read(state);
          expect(state).toEqual(states[k]);
        }
      }
    }
  });
});
