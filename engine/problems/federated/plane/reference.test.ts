import { describe, expect, it } from 'vitest';
import at0 from '../../../fixtures/federated-plane.json' with { type: 'json' };
import at3 from '../../../fixtures/federated-plane-3.json' with { type: 'json' };
import type { FedValues } from '../card.ts';
import type { PlaneSide, Point } from '../types.ts';
import { drawClients, type GivenPlane } from './quadratic-clients.ts';
import { planeRound } from './round.ts';
import { planeSides } from './sides.ts';

/** Relative above 1. */
const CLOSE = 1e-9;

const cases = [at0, at3].flatMap(({ offset, plane }) =>
  plane.map((one) => ({ ...one, offset, title: `${one.name} at offset ${offset}` })),
);
type Case = (typeof cases)[number];

const QUADS = { agree: 'agree', disagree: 'disagree', tilted: 'tilted', 'same-curvature': 'same' } as const;

/** Makes clients by name, or draws them with seed 20 + q and N = 2, 3, 4, 2. */
function made({ name, offset, start }: Case): GivenPlane {
  const drawn = /drawn-(\d)/.exec(name);
  if (!drawn) return drawClients({ quad: QUADS[name as 'agree'], clients: 2, seed: 1, start });
  const q = Number(drawn[1]);
  return drawClients({ quad: 'drawn', clients: 2 + (q % 3), seed: 20 + q + 1000 * offset, start: null });
}

function given({ hessians, minima, start }: Case): GivenPlane {
  return {
    clients: {
      count: hessians.length,
      hessians: Float64Array.from(hessians.flat(2)),
      minima: Float64Array.from(minima.flat()),
    },
    start: start as unknown as Point,
  };
}

function near(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < actual.length; i++)
    expect(Math.abs(actual[i]! - expected[i]!)).toBeLessThanOrEqual(
      CLOSE * Math.max(1, Math.abs(expected[i]!)),
    );
}

it('the reference has all named clients, four drawn ones, and four more of another offset', () => {
  expect(cases.map(({ title }) => title)).toHaveLength(12);
  expect([at0.offset, at3.offset]).toEqual([0, 3]);
  for (const { runs } of cases) expect(runs.map(({ K }) => K)).toEqual([1, 2, 5, 20, 100]);
});

describe.each(cases)('$title', (one) => {
  const settings = { versus: 'rounds', c: 1, step: one.localStep, server: one.serverStep } as const;

  it('is what the engine draws', () => {
    const { clients, start } = made(one);
    near(clients.hessians, one.hessians.flat(2));
    near(clients.minima, one.minima.flat());
    near(start, one.start);
    expect(clients.count).toBe(one.hessians.length);
    // .9 of 1/Lmax.
    if (!one.name.startsWith('drawn')) return;
    const { info } = planeSides({ clients, start }, { ...settings, local: 1, c: 0.9, step: null });
    near([info.sides.left.eta], [one.localStep]);
  });

  it.each([
    ['given', given(one)],
    ['made', made(one)],
  ])('has the minimum, the rests, factors and iterates of NumPy (%s)', (_, from) => {
    for (const run of one.runs) {
      const values: Pick<FedValues, 'versus' | 'local' | 'c' | 'step' | 'server'> = {
        ...settings,
        local: run.K,
      };
      const { info, sides } = planeSides(from, values);
      const { left } = info.sides;
      near(info.mean.at, one.minimum);
      near([info.mean.least], [one.minimumLoss]);
      near(left.limit!, one.manyLocalSteps);
      near(left.rest!, run.fixedPoint);
      near(info.rests.subarray(2 * run.K - 2, 2 * run.K), run.fixedPoint);
      near([left.bias, left.excess, left.surrogate.least], [run.bias, run.excess, run.surrogateMinimum]);
      near(left.factors!, run.roundFactors);
      const iterates = run.iterates as Readonly<Record<string, number[]>>;
      const losses = run.losses as Readonly<Record<string, number>>;
      const iteration = sides.left.iterate();
      const state = new Float64Array(2);
      let asked = 0;
      for (let k = 0; k <= 60; k++, iteration.step()) {
        const expected = iterates[k];
        if (!expected) continue;
        iteration.read(state);
        near(state, expected);
        near([iteration.record().loss!], [losses[k]!]);
        asked++;
      }
      expect(asked).toBe(7);
    }
  });

  it('walks the local paths of NumPy in its first round', () => {
    for (const run of one.runs) {
      const { info, sides } = planeSides(given(one), { ...settings, local: run.K });
      const told = planeRound(info.sides.left, info.mean, info.start);
      expect(told.paths).toHaveLength(one.hessians.length);
      for (const [c, path] of told.paths.entries()) {
        const expected = run.firstRoundLocalPaths[c]!;
        expect(path).toHaveLength(2 * (run.K + 1));
        const kept = run.K <= 20 ? path : [...path.subarray(0, 2), ...path.subarray(2 * run.K)];
        near(kept, expected.flat());
      }
      near(told.next, (run.iterates as Readonly<Record<string, number[]>>)['1']!);
      checkTold(info.sides.left, told, info.start);
      // Bit for bit the run's.
      const iteration = sides.left.iterate();
      iteration.step();
      const state = new Float64Array(2);
      iteration.read(state);
      expect([...state]).toEqual([...told.next]);
    }
  });

  function checkTold(side: PlaneSide, told: ReturnType<typeof planeRound>, at: Point): void {
    const { clients, server, eta, local } = side;
    const slope = [0, 0];
    for (const axis of [0, 1] as const) {
      let sum = 0;
      for (const path of told.paths) sum += path.at(axis - 2)!;
      expect(told.average[axis]).toBe(sum / clients.count);
      expect(told.next[axis]).toBe(at[axis] + server * (told.average[axis] - at[axis]));
      expect(told.move[axis]).toBe((told.next[axis] - at[axis]) / (eta * local));
      expect(told.difference[axis]).toBe(told.move[axis] - told.gradient[axis]);
      for (let c = 0; c < clients.count; c++)
        for (const other of [0, 1] as const)
          slope[axis]! +=
            (clients.hessians[4 * c + 2 * axis + other]! * (at[other] - clients.minima[2 * c + other]!)) /
            clients.count;
    }
    near(told.gradient, [-slope[0]!, -slope[1]!]);
    // A gradient step on F.
    if (local === 1 && server === 1) near(told.difference, [0, 0]);
  }
});
