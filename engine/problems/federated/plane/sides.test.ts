import { describe, expect, it } from 'vitest';
import { anyClients, anyPoint, clientsFrom } from '../../../fixtures/plane-clients.ts';
import { createRandom } from '../../../kernels/random.ts';
import { FED_VERSUS } from '../names.ts';
import type { Point } from '../types.ts';
import { drawClients } from './quadratic-clients.ts';
import { planeSides } from './sides.ts';

const VALUES = { versus: 'rounds', local: 20, c: 0.9, step: null, server: 1 } as const;
const disagree = drawClients({ quad: 'disagree', clients: 2, seed: 1, start: null });
const fieldsOf = ({ sides }: ReturnType<typeof planeSides>) =>
  [sides.left.fields!.loss!, sides.right.fields!.loss!] as const;

describe('both sides', () => {
  it('share eta, the start and the server step; the right has its own clients and its own K', () => {
    for (const versus of FED_VERSUS) {
      const { info, sides } = planeSides(disagree, { ...VALUES, versus, server: 0.7 });
      const { left, right } = info.sides;
      expect([left.eta, right.eta, left.server, right.server]).toEqual([0.1, 0.1, 0.7, 0.7]);
      expect([info.versus, info.largest, info.start, left.clients]).toEqual([
        versus,
        9,
        [-1.5, -1],
        disagree.clients,
      ]);
      expect([left.local, right.local]).toEqual([20, versus === 'rounds' ? 1 : 20]);
      expect(right.clients.count).toBe(versus === 'work' ? 1 : 2);
      const states = [sides.left, sides.right].map((side) => {
        const state = new Float64Array(side.dimension);
        side.iterate().read(state);
        return [...state.subarray(0, 2), side.dimension, side.stepUnit];
      });
      expect(states).toEqual([
        [-1.5, -1, 2, 9],
        // With the control variates and the surrogate's minimum.
        [-1.5, -1, versus === 'scaffold' ? 8 : 2, 9],
      ]);
      expect([sides.left.evaluationsPerStep, sides.right.evaluationsPerStep]).toEqual([
        20,
        versus === 'rounds' ? 1 : 20,
      ]);
    }
  });

  it('take eta itself where it is given, and c where nothing curves', () => {
    expect(planeSides(disagree, { ...VALUES, step: 0.03 }).info.sides.left.eta).toBe(0.03);
    const level = {
      clients: clientsFrom([
        [
          [0, 0, 0, 0],
          [1, 2],
        ],
      ]),
      start: [3, 4] as Point,
    };
    const { info, sides } = planeSides(level, VALUES);
    expect([info.sides.left.eta, info.largest, info.rests.every(Number.isNaN)]).toEqual([0.9, 0, true]);
    const rounds = sides.left.iterate();
    rounds.step();
    expect([rounds.status, rounds.record().excess]).toEqual(['global', 0]);
  });

  it('record F of the given clients, whatever clients a side has', () => {
    for (const versus of FED_VERSUS) {
      const { sides } = planeSides(disagree, { ...VALUES, versus });
      expect(sides.right.iterate().record()).toMatchObject({
        loss: sides.left.iterate().record().loss,
        excess: sides.left.iterate().record().excess,
      });
    }
  });

  it('tell every K up to 1,000, the same arrays each time, and as plain data', () => {
    const { info } = planeSides(disagree, VALUES);
    expect([info.rests.length, info.biases.length, info.slowests.length]).toEqual([2000, 1000, 1000]);
    expect(info.rests).toBe(info.rests);
    expect([...info.rests.subarray(38, 40)]).toEqual([...info.sides.left.rest!]);
    expect(structuredClone(info)).toEqual({ ...info });
  });
});

describe('the map of a side', () => {
  it('has F_K as its height and F beneath it', () => {
    const random = createRandom(8, 1);
    for (let draw = 0; draw < 100; draw++) {
      const given = { clients: anyClients(random), start: anyPoint(random) };
      const both = planeSides(given, { ...VALUES, local: 1 + random.integer(9), c: 0.9 * random.uniform() });
      const [x, y] = anyPoint(random);
      const [left, right] = fieldsOf(both);
      const { eta } = both.info.sides.left;
      // With one local step F_K is eta F.
      const [f, own] = [right.under!(x, y), right.height!(x, y)];
      expect(Math.abs(own - eta * f)).toBeLessThan(1e-13 * (1 + own));
      expect(left.under!(x, y)).toBe(f);
      const { surrogate } = both.info.sides.left;
      const step = (axis: number, by: number) => left.height!(x + (axis ? 0 : by), y + (axis ? by : 0));
      const curvature = [0, 1].map((axis) => step(axis, 1) + step(axis, -1) - 2 * step(axis, 0));
      expect(curvature[0]).toBeCloseTo(surrogate.hessian[0], 10);
      expect(curvature[1]).toBeCloseTo(surrogate.hessian[2], 10);
    }
  });

  it('marks the minimum, the rest where it is another point, and on the left the limit', () => {
    const kinds = (given: typeof disagree, values = {}) =>
      fieldsOf(planeSides(given, { ...VALUES, ...values })).map((field) =>
        field.marks!().map(({ kind }) => kind),
      );
    expect(kinds(disagree)).toEqual([['minimum', 'rest', 'limit'], ['minimum']]);
    expect(kinds(disagree, { local: 1 })).toEqual([['minimum', 'limit'], ['minimum']]);
    expect(kinds(disagree, { versus: 'work' })[1]).toEqual(['minimum']);
    expect(kinds(disagree, { versus: 'equal' })[1]).toEqual(['minimum']);
    for (const quad of ['agree', 'same'] as const)
      expect(kinds(drawClients({ quad, clients: 2, seed: 1, start: null }))).toEqual([
        ['minimum'],
        ['minimum'],
      ]);
    // The rest point is the limit.
    const round = clientsFrom([
      [
        [2, 0, 0, 1],
        [1, 1],
      ],
      [
        [1, 0, 0, 2],
        [-1, 0.5],
      ],
    ]);
    expect(kinds({ clients: round, start: [0, 0] }, { local: 1000 })).toEqual([
      ['minimum', 'rest'],
      ['minimum'],
    ]);
    expect(kinds(disagree, { c: 2.5 })).toEqual([['minimum'], ['minimum']]);
    const [left] = fieldsOf(planeSides(disagree, VALUES));
    for (const { at, height } of left.marks!()) expect(height).toBe(left.height!(at[0]!, at[1]!));
  });

  it('opens on a square with the start, the minimum, the rests and the limit inside, the same on both sides', () => {
    const random = createRandom(8, 2);
    for (let draw = 0; draw < 200; draw++) {
      const given = { clients: anyClients(random), start: anyPoint(random) };
      const both = planeSides(given, {
        ...VALUES,
        local: 1 + random.integer(300),
        c: 1.9 * random.uniform(),
      });
      const [left, right] = fieldsOf(both);
      expect(left.domain).toEqual(right.domain);
      const [x0, x1, y0, y1] = (left.domain as { view: readonly [number, number, number, number] }).view;
      expect(x1 - x0).toBeCloseTo(y1 - y0, 12);
      const inside = [given.start, ...left.marks!().map(({ at }) => at)];
      const rests = both.info.rests.filter(Number.isFinite);
      for (let k = 0; k < Math.min(100, rests.length / 2); k++)
        inside.push([rests[2 * k]!, rests[2 * k + 1]!]);
      expect(inside.filter(([x, y]) => !(x! > x0 && x! < x1 && y! > y0 && y! < y1))).toEqual([]);
    }
  });

  it('places a state, and takes a point as a start', () => {
    const [left] = fieldsOf(planeSides(disagree, VALUES));
    expect(left.place(Float64Array.of(0.5, -2))).toMatchObject([{ x: 0.5, y: -2, weight: 1, off: 0 }]);
    expect(left.startAt!(0.25, -3)).toEqual([0.25, -3]);
  });
});
