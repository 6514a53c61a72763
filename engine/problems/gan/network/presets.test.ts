import { describe, expect, it } from 'vitest';
import type { Iteration, SideName } from '../../../contract.ts';
import { presetScenario } from '../../../scenario/create-scenario.ts';
import { problem } from '../problem.ts';
import type { GeneratorSide } from '../types.ts';

function play(id: string, name: SideName, rounds: number) {
  const { sides, info } = problem.prepare(presetScenario('gan', id).values, null);
  const game: Iteration = sides[name].iterate();
  const mse = [game.record().loss!];
  const statuses = [game.status];
  while (mse.length <= rounds && !game.ended) {
    game.step();
    mse.push(game.record().loss!);
    statuses.push(game.status);
  }
  const state = new Float64Array(game.dimension);
  game.read(state);
  const { certificate, reachableProbability, scale, eta } = info.sides[name] as GeneratorSide;
  return { mse, statuses, state, certificate, reachableProbability, scale, eta, info };
}

/** Checks the written digits of each mse at its round. */
function expectMse(mse: readonly number[], given: Readonly<Record<number, string>>): void {
  const shown = Object.entries(given).map(([round, text]) => {
    const digits = text.replace(/e.*$/, '').replace('.', '').replace(/^0+/, '').length;
    return [round, Number(mse[Number(round)]!.toPrecision(digits)), Number(text)] as const;
  });
  expect(shown.map(([round, value]) => [round, value])).toEqual(
    shown.map(([round, , text]) => [round, text]),
  );
}

describe('gan-cone, the opening', () => {
  it('left: cannot be answered, and stays above its floor', () => {
    const { mse, statuses, certificate, reachableProbability } = play('gan-cone', 'left', 1000);
    expect(certificate.floor).toBeCloseTo(1.689157836, 9);
    expect([...certificate.d].map((value) => value.toFixed(6))).toEqual(['1.122945', '0.654334']);
    expect([...certificate.h].map((value) => value.toFixed(6))).toEqual(['0.000000', '0.776003', '0.000000']);
    expect(certificate.reachable).toBe(false);
    expect(reachableProbability).toBe(0.5);
    expectMse(mse, { 0: '3.620839574', 1: '3.620839574', 2: '3.068227211', 10: '1.794148579', 100: '1.815' });
    expect(Math.min(...mse)).toBeGreaterThan(certificate.floor);
    expect(new Set(statuses)).toEqual(new Set(['moving']));
    for (const value of mse.slice(500)) expect(value / certificate.floor).toBeLessThan(1.12);
  });

  it('right: reaches the mean at round 173', () => {
    const { mse, statuses, certificate } = play('gan-cone', 'right', 300);
    expectMse(mse, {
      0: '2.290785934',
      1: '2.290785934',
      2: '2.054699727',
      10: '.5283626283',
      20: '.1316',
      50: '1.04e-3',
      100: '2.6e-7',
    });
    expect(certificate.reachable).toBe(true);
    expect(statuses.indexOf('reached')).toBe(173);
  });
});

describe('gan-restless', () => {
  it('left: a floor, above which it stays', () => {
    const { mse, statuses, certificate } = play('gan-restless', 'left', 1000);
    expect(certificate.floor).toBeCloseTo(1.936, 3);
    expect([...certificate.d].map((value) => value.toFixed(4))).toEqual(['0.4847', '-1.3044']);
    expect([...certificate.h].map((value) => value.toFixed(4))).toEqual(['0.9065', '0.0000', '0.0000']);
    expectMse(mse, { 0: '3.43', 10: '2.07', 100: '2.25' });
    expect(statuses.at(-1)).toBe('moving');
  });

  it('right: reachable, and not monotone', () => {
    const { mse, certificate } = play('gan-restless', 'right', 1000);
    expect(certificate.reachable).toBe(true);
    expectMse(mse, { 0: '4.03', 10: '1.67', 100: '.106' });
    expect(mse[1000]).toBeLessThan(1e-3);
    expect(mse.some((value, t) => t > 0 && value > mse[t - 1]! * 1.001)).toBe(true);
  });

  it('left: what it keeps above the floor is of the order of the step', () => {
    const values = presetScenario('gan', 'gan-restless').values;
    const excess = [1, 0.3, 0.1].map((c) => {
      const game = problem.prepare({ ...values, c }, null).sides.left.iterate();
      const mse: number[] = [];
      for (let t = 0; t < 1000; t++) {
        game.step();
        if (t >= 800) mse.push(game.record().loss! - 1.9364589851349252);
      }
      return [Math.min(...mse), Math.max(...mse)] as const;
    });
    // Measured: .04-.31, .009-.09 and .004-.03; rounding decides.
    for (const [at, [least, most]] of (
      [
        [0.03, 0.35],
        [0.008, 0.1],
        [0.003, 0.035],
      ] as const
    ).entries()) {
      expect(excess[at]![0]).toBeGreaterThan(least);
      expect(excess[at]![1]).toBeLessThan(most);
    }
  });
});

describe('gan-five', () => {
  it('left: reachable, and slow', () => {
    const { mse, certificate } = play('gan-five', 'left', 1000);
    expect(certificate.reachable).toBe(true);
    expectMse(mse, { 0: '1.90', 10: '.873', 100: '.255', 1000: '.0063' });
  });

  it('right: reached at 61', () => {
    const { mse, statuses } = play('gan-five', 'right', 100);
    expectMse(mse, { 0: '3.10', 10: '.050', 100: '3.3e-21' });
    expect(statuses.indexOf('reached')).toBe(61);
  });
});

it('gan-four: a fifth of a per cent above its floor at best', () => {
  const { mse, certificate } = play('gan-four', 'left', 1000);
  expect(certificate.floor).toBeCloseTo(1.2178, 4);
  expectMse(mse, { 10: '1.38', 100: '1.223' });
  const best = Math.min(...mse) / certificate.floor - 1;
  expect(best).toBeGreaterThan(1e-3);
  expect(best).toBeLessThan(3e-3);
});

describe('gan-weak-brake', () => {
  it('left: leaves', () => {
    const { mse, statuses } = play('gan-weak-brake', 'left', 1000);
    expectMse(mse, { 10: '1.72', 100: '76' });
    expect(mse.findIndex((value) => value > 1e12)).toBe(775);
    expect(statuses.indexOf('diverged')).toBe(801);
    expect(statuses).toHaveLength(802);
  });

  it('arrives with rho = .3', () => {
    const values = { ...presetScenario('gan', 'gan-weak-brake').values, rho: 0.3 };
    const game = problem.prepare(values, null).sides.left.iterate();
    for (let t = 0; t < 1000; t++) game.step();
    expect(game.record().loss!.toPrecision(2)).toBe('3.6e-10');
  });
});

describe('gan-one-sign', () => {
  it('left: the only minimum is the origin', () => {
    const { mse, certificate, scale, eta } = play('gan-one-sign', 'left', 300);
    expect([certificate.floor, scale, eta]).toEqual([0.25, 2, 0.15]);
    expectMse(mse, { 0: '1.69', 10: '.599', 50: '.2506', 300: '.25' });
  });

  it('right: ends in a valley at (.3, 1.3)', () => {
    const { mse, state, certificate } = play('gan-one-sign', 'right', 300);
    expect(certificate.reachable).toBe(true);
    expectMse(mse, { 0: '.81', 10: '.195', 50: '8.8e-5', 100: '5.7e-9' });
    expect([state[0]!.toFixed(3), state[1]!.toFixed(3)]).toEqual(['0.300', '1.300']);
  });
});
