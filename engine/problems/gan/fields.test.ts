import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHECK, latticeNumber } from '../../fixtures/arbitraries.ts';
import reference from '../../fixtures/gan.json' with { type: 'json' };
import { planeField, twoWeightsField } from './fields.ts';
import { twoWeightsData } from './game-data.ts';
import { gamePicture } from './game-reading.ts';
import { coneFloor } from './network/cone-floor.ts';
import { flowOf } from './plane/flow.ts';
import { createPlaneGame } from './plane/game.ts';
import { invariantEllipse } from './plane/invariant-ellipse.ts';
import { roundMatrix } from './plane/map.ts';
import { GAME_RULES } from './rules.ts';

const steps = fc.integer({ min: 1, max: 2000 }).map((k) => k / 1000);
const numbers = latticeNumber(3);
const pair = fc.tuple(numbers, numbers);

test('the arrow of the plane is how far one simulated round moves', () => {
  const rules = fc.constantFrom(...GAME_RULES);
  fc.assert(
    fc.property(rules, steps, steps, steps, numbers, pair, (rule, eta, mu, rho, x, at) => {
      const play = { rule, eta, mu, rho };
      const game = createPlaneGame(play, x, at);
      const field = planeField(play, x, [x + 1, 0], null);
      const arrow = new Float64Array(2);
      field.arrow!(arrow, ...at);
      game.step();
      const state = new Float64Array(2);
      game.read(state);
      expect(arrow[0]).toBe(state[0]! - at[0]);
      expect(arrow[1]).toBe(state[1]! - at[1]);
      expect(field.place(state)).toEqual([{ x: state[0], y: state[1], weight: 1, role: 'players', off: 0 }]);
      expect(field.startAt!(...at)).toEqual(at);
    }),
    CHECK,
  );
});

test('the saddle moves nowhere, and a kept orbit is walked along', () => {
  const play = { rule: 'alternating', eta: 0.2, mu: 0.2, rho: 0 } as const;
  const ellipse = invariantEllipse(play, 1, [2, 0])!;
  const field = planeField(play, 1, [2, 0], ellipse);
  const [saddle, cycle] = field.marks!();
  expect(saddle).toMatchObject({ kind: 'saddle', at: [1, 0] });
  const arrow = new Float64Array(2);
  field.arrow!(arrow, 1, 0);
  expect(arrow).toEqual(Float64Array.of(0, 0));
  for (let k = 0; k + 1 < cycle!.at.length; k += 2) {
    const [w, d] = [cycle!.at[k]!, cycle!.at[k + 1]!];
    field.arrow!(arrow, w, d);
    const of = (e: number, f: number) => ellipse.a * e * e + ellipse.b * e * f + ellipse.c * f * f;
    expect(of(w + arrow[0]! - 1, d + arrow[1]!) / ellipse.level).toBeCloseTo(1, 12);
  }
});

test('the lines of the plane lead through the rounds: exp(G) is the matrix of a round', () => {
  const times = (a: ArrayLike<number>, b: ArrayLike<number>) => [
    a[0]! * b[0]! + a[1]! * b[2]!,
    a[0]! * b[1]! + a[1]! * b[3]!,
    a[2]! * b[0]! + a[3]! * b[2]!,
    a[2]! * b[1]! + a[3]! * b[3]!,
  ];
  /** Sums the series of exp(G/1024), and squares it ten times. */
  function exponential(flow: ArrayLike<number>): number[] {
    const small = Array.from(flow, (value) => value / 1024);
    let [sum, term] = [
      [1, 0, 0, 1],
      [1, 0, 0, 1],
    ];
    for (let n = 1; n <= 12; n++) {
      term = times(term, small).map((value) => value / n);
      sum = sum.map((value, i) => value + term[i]!);
    }
    for (let n = 0; n < 10; n++) sum = times(sum, sum);
    return sum;
  }
  let flows = 0;
  fc.assert(
    fc.property(fc.constantFrom(...GAME_RULES), steps, steps, steps, (rule, eta, mu, rho) => {
      const play = { rule, eta, mu, rho };
      const flow = flowOf(play);
      const isPlain = rule === 'simultaneous' || rule === 'alternating' || rule === 'extragradient';
      // With steps up to 1/2 and this damping no eigenvalue is negative.
      if (isPlain && eta < 0.5 && mu < 0.5 && rho * mu < 0.5) expect(flow).not.toBeNull();
      if (!flow) return;
      flows++;
      const found = exponential(flow);
      for (const [i, value] of roundMatrix(play).entries()) expect(found[i]).toBeCloseTo(value, 4);
    }),
    CHECK,
  );
  expect(flows).toBeGreaterThan(10);
  // A double eigenvalue, and none.
  const double = { rule: 'simultaneous', eta: 0.25, mu: 1, rho: 1 } as const;
  expect(exponential(flowOf(double)!)[1]).toBeCloseTo(0.25, 5);
  expect(flowOf({ rule: 'best', eta: 1, mu: 1, rho: 1 })).toBeNull();
});

test('Phi is that of the reference', () => {
  for (const { v, x, values, floor } of reference.twoWeights) {
    const field = twoWeightsField(v as [number, number], x, 1, [1.2, 0.4]);
    for (const { at, phi } of values) expect(field.height!(at[0]!, at[1]!)).toBeCloseTo(phi, 14);
    for (const { height } of field.marks!()) expect(height).toBeCloseTo(floor, 14);
  }
});

test('Phi is the value of the game itself against the best discriminator, and its minima are at the floor', () => {
  const signs = fc.constantFrom<[number, number]>([1, 1], [1, -1]);
  fc.assert(
    fc.property(signs, numbers, steps, pair, (v, x, rho, at) => {
      const data = twoWeightsData(v, x, at);
      const { mean } = gamePicture(data, Float64Array.of(...at, 0), { kind: 'network', eta: 1 });
      const e = x - mean[0]!;
      const field = twoWeightsField(v, x, rho, at);
      expect(field.height!(...at)).toBeCloseTo((e * e) / (2 * rho), 10);
      const { floor } = coneFloor(data.columns, 1, 2, data.mean);
      for (const { at: line } of field.marks!())
        for (let k = 0; k + 1 < line.length; k += 2)
          expect(2 * rho * field.height!(line[k]!, line[k + 1]!)).toBeCloseTo(floor, 8);
    }),
    CHECK,
  );
});
