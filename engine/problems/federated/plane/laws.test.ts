import { describe, expect, it } from 'vitest';
import {
  anyClients,
  anyCurvature,
  anyPoint,
  anySettings,
  clientsFrom,
  manyRounds,
  multipliedOut,
  roundMap,
  singularCurvature,
} from '../../../fixtures/plane-clients.ts';
import { logsOfPowers } from '../../../fixtures/plane-plays.ts';
import { createRandom, type RandomSource } from '../../../kernels/random.ts';
import type { RoundSettings } from '../names.ts';
import { largestOf, meanOfClients, planeSide } from '../surrogate.ts';
import type { PlaneSide, Point, QuadraticClients } from '../types.ts';
import {
  axesOfClients,
  heightOf,
  lengthOf,
  meanIsSingular,
  minimumOf,
  minus,
  multiplied,
} from './curvature.ts';
import { takeRound } from './round.ts';
import { planeSides } from './sides.ts';

/** Theorems of docs/mathematics.md, section 15.1, on drawn clients. */
const source = (stream: number): RandomSource => createRandom(21_050_501, stream);
const SETTINGS = { local: 20, eta: 0.1, server: 1 };
const each = (clients: QuadraticClients) => Array.from({ length: clients.count }, (_, c) => c);

function nextOf(side: RoundSettings & { readonly clients: QuadraticClients }, [x, y]: Point): Point {
  const into = new Float64Array(4);
  takeRound(into, side, x, y);
  return [into[2]!, into[3]!];
}

function sideOf(clients: QuadraticClients, settings: RoundSettings): PlaneSide {
  return planeSide(clients, settings, meanOfClients(clients));
}

function withRest(random: RandomSource, count: number): PlaneSide[] {
  const sides: PlaneSide[] = [];
  while (sides.length < count) {
    const clients = anyClients(random);
    const side = sideOf(clients, anySettings(random, clients));
    if (side.rest) sides.push(side);
  }
  return sides;
}

/** Averages P_c v_c, by multiplied powers. */
function meanOfPowers(clients: QuadraticClients, settings: RoundSettings, of: (c: number) => Point): Point {
  let [x, y] = [0, 0];
  for (const c of each(clients)) {
    const [[xx, xy, yx, yy], [u, v]] = [multipliedOut(clients, c, settings), of(c)];
    x += (xx * u + xy * v) / clients.count;
    y += (yx * u + yy * v) / clients.count;
  }
  return [x, y];
}

describe('a round', () => {
  it.each([
    ['where local steps do not grow', 1.95, 200],
    ['where they do', 3.5, 12],
  ])('is a step down the slope of F_K, by differences, %s', (_, most, longest) => {
    const random = source(0);
    for (let draw = 0; draw < 400; draw++) {
      const clients = anyClients(random);
      const side = sideOf(clients, anySettings(random, clients, most, longest));
      const at = anyPoint(random);
      // Exact, as F_K is quadratic.
      const slope = [0, 1].map((axis) => {
        const shifted = (by: number): Point => [at[0] + (axis ? 0 : by), at[1] + (axis ? by : 0)];
        return heightOf(side.surrogate, shifted(0.5)) - heightOf(side.surrogate, shifted(-0.5));
      });
      const next = nextOf(side, at);
      const size = Math.max(1, ...side.surrogate.hessian.map(Math.abs)) * 10;
      for (const axis of [0, 1] as const)
        expect(Math.abs(next[axis] - (at[axis] - side.server * slope[axis]!))).toBeLessThan(1e-12 * size);
    }
  });

  it("is one of the F_K that is defined: the mean of 1/2 (t - b_c)' P_c (t - b_c), the powers multiplied out", () => {
    const random = source(1);
    for (let draw = 0; draw < 400; draw++) {
      const clients = anyClients(random);
      const side = sideOf(clients, anySettings(random, clients));
      const at = anyPoint(random);
      let mean = 0;
      for (const c of each(clients)) {
        const [[xx, xy, yx, yy], [u, v]] = [
          multipliedOut(clients, c, side),
          minus(at, minimumOf(clients, c)),
        ];
        mean += (u * (xx * u + xy * v) + v * (yx * u + yy * v)) / 2 / clients.count;
      }
      expect(Math.abs(heightOf(side.surrogate, at) - mean)).toBeLessThan(1e-12 * (1 + Math.abs(mean)));
    }
  });
});

describe('the rest', () => {
  it('stays where it is, and the powers of the round lead there', () => {
    let [led, drawn] = [0, 0];
    for (const side of withRest(source(2), 400)) {
      const rest = side.rest!;
      const size = 1 + lengthOf(rest);
      expect(lengthOf(minus(nextOf(side, rest), rest))).toBeLessThan(1e-14 * size);
      drawn++;
      if (side.slowest > 1 - 1e-5) continue;
      const reached = manyRounds(roundMap(side), 25);
      expect(lengthOf(minus(reached, rest))).toBeLessThan((1e-14 * size) / (1 - side.slowest));
      led++;
    }
    expect(led).toBeGreaterThan(drawn / 2);
  });

  it('does not depend on the server step', () => {
    const random = source(3);
    for (const side of withRest(random, 100)) {
      const other = sideOf(side.clients, { ...side, server: 0.01 + random.uniform() });
      expect(other.rest).toEqual(side.rest);
      expect(other.bias).toBe(side.bias);
    }
  });

  it('is missing where a direction is flat for all clients, and where 2/eta is reached; then F has the minimum nearest to 0', () => {
    const random = source(4);
    for (let draw = 0; draw < 100; draw++) {
      const [xx, xy, yx, yy] = singularCurvature(random);
      const flat = clientsFrom(
        Array.from({ length: 1 + (draw % 4) }, (_, c) => {
          const by = c === 2 ? 0 : random.uniform();
          return [[by * xx, by * xy, by * yx, by * yy], anyPoint(random)] as const;
        }),
      );
      expect(meanIsSingular(flat)).toBe(true);
      const side = sideOf(flat, { ...anySettings(random, flat, 0.99), server: 1.9 });
      expect([side.rest, side.limit, side.bias, side.excess]).toEqual([null, null, Number.NaN, Number.NaN]);
      expect([side.factors![1], side.slowest, side.expected]).toEqual([1, 1, Number.POSITIVE_INFINITY]);
      expect(side.outlook).toBe('open');
      const mean = meanOfClients(flat);
      const pull = meanOfPowers(flat, { ...side, local: 1 }, (c) => minus(minimumOf(flat, c), mean.at));
      expect(lengthOf(pull)).toBeLessThan(1e-13);
      const [u, v] = [xy, yx === 0 ? 1 : -xx];
      expect(Math.abs(u * mean.at[0] + v * mean.at[1])).toBeLessThan(1e-12 * Math.sqrt(u * u + v * v));

      const clients = clientsFrom([[anyCurvature(random, 0.05), anyPoint(random)]]);
      const largest = axesOfClients(clients)[0]!.large;
      expect(sideOf(clients, { ...SETTINGS, eta: 1.999999 / largest }).rest).not.toBeNull();
      const past = sideOf(clients, { ...SETTINGS, eta: 2.000001 / largest });
      expect([past.rest, past.limit, past.bias]).toEqual([null, null, Number.NaN]);
    }
  });

  it('tends to its limit as K grows: the mean of the minima where every client is curved all around', () => {
    let curved = 0;
    for (const side of withRest(source(5), 400)) {
      const { clients, limit } = side;
      const long = sideOf(clients, { ...side, local: 2 ** 50 });
      expect(lengthOf(minus(long.rest!, limit!))).toBeLessThan(1e-11 * (1 + lengthOf(limit!)));
      if (axesOfClients(clients).some(({ small }) => small === 0)) continue;
      const [x, y] = meanOfPowers(
        {
          ...clients,
          hessians: Float64Array.from({ length: 4 * clients.count }, (_, at) => +((at % 4) % 3 === 0)),
        },
        { local: 1, eta: 1, server: 1 },
        (c) => minimumOf(clients, c),
      );
      expect(lengthOf(minus(limit!, [x, y]))).toBeLessThan(1e-14);
      curved++;
    }
    expect(curved).toBeGreaterThan(80);
  });
});

describe('the factors', () => {
  it('are the eigenvalues of the round, and the slowest is how fast its powers shrink or grow', () => {
    const random = source(6);
    for (let draw = 0; draw < 400; draw++) {
      const clients = anyClients(random);
      const side = sideOf(clients, anySettings(random, clients, draw % 2 ? 1.95 : 3, draw % 2 ? 200 : 10));
      const [a, b, , c, d] = roundMap(side);
      const [low, high] = side.factors!;
      const size = Math.max(1, low * low, high * high);
      expect(low).toBeLessThanOrEqual(high);
      expect(Math.abs(low + high - (a! + d!))).toBeLessThan(1e-13 * size);
      expect(Math.abs(low * high - (a! * d! - b! * c!))).toBeLessThan(1e-13 * size);
      const rate = logsOfPowers(Float64Array.of(a!, b!, c!, d!), 40)[40]! / 2 ** 40;
      if (side.slowest > 1e-6) expect(Math.abs(Math.log(side.slowest) - rate)).toBeLessThan(1e-9);
    }
  });

  it('tell how many rounds make the slowest part a thousandth', () => {
    for (const side of withRest(source(7), 200)) {
      if (side.slowest >= 1) expect(side.expected).toBe(Number.POSITIVE_INFINITY);
      else if (side.slowest > 0) expect(side.slowest ** side.expected).toBeCloseTo(1e-3, 9);
    }
  });
});

describe('the bias', () => {
  it('is 0, to the bit, where the clients agree', () => {
    const random = source(8);
    for (let draw = 0; draw < 200; draw++) {
      const agreed = anyPoint(random);
      const drawn = anyClients(random);
      const clients = { ...drawn, minima: drawn.minima.map((_, at) => agreed[at % 2]!) };
      if (meanIsSingular(clients)) continue;
      for (const local of [1, 2, 7, 50, 1000]) {
        const side = sideOf(clients, { ...anySettings(random, clients), local });
        expect([side.bias, side.excess, side.outlook !== 'rest']).toEqual([0, 0, true]);
        expect(side.rest).toEqual(agreed);
      }
    }
  });

  it('is 0 where flat clients agree on a point, though none has its minimum there', () => {
    const random = source(9);
    for (let draw = 0; draw < 200; draw++) {
      const agreed = anyPoint(random);
      const clients = clientsFrom(
        Array.from({ length: 2 + random.integer(3) }, () => {
          const [x, y] = anyPoint(random);
          const along = random.normal();
          return [
            [x * x, x * y, x * y, y * y],
            [agreed[0] - along * y, agreed[1] + along * x],
          ] as const;
        }),
      );
      if (meanIsSingular(clients)) continue;
      const { factors } = sideOf(clients, { ...SETTINGS, local: 1, eta: 0.1 });
      // Nearly parallel clients hardly determine their crossing.
      const rounding = 1e-13 / (1 - factors![1]);
      for (const local of [1, 3, 40, 1000])
        expect(sideOf(clients, { ...anySettings(random, clients), local }).bias).toBeLessThan(rounding);
    }
  });

  it('is 0 but for rounding where all curvatures are equal, and to the bit with one local step', () => {
    const random = source(10);
    for (let draw = 0; draw < 200; draw++) {
      const hessian = anyCurvature(random, 0.05);
      const count = 1 + random.integer(5);
      const equal = clientsFrom(Array.from({ length: count }, () => [hessian, anyPoint(random)] as const));
      const { large, small } = axesOfClients(equal)[0]!;
      for (const local of [1, 2, 7, 50, 1000]) {
        const { bias, limit } = sideOf(equal, { ...anySettings(random, equal), local });
        expect(bias).toBeLessThan(((1 + lengthOf(limit!)) * 1e-15 * large) / small);
      }
      const any = clientsFrom(
        Array.from({ length: count }, () => [anyCurvature(random, 0.05), anyPoint(random)] as const),
      );
      expect(sideOf(any, { ...anySettings(random, any), local: 1 }).bias).toBe(0);
      // Of one axis, with the other curvature down to 1e-14 of the first.
      const [[x, y], ratio] = [anyPoint(random), 10 ** (-14 * random.uniform())];
      const steep = clientsFrom(
        Array.from({ length: count }, () => {
          const [u, v] = [random.uniform() + 0.5, ratio * (random.uniform() + 0.5)];
          const xy = (u - v) * x * y;
          return [[u * x * x + v * y * y, xy, xy, u * y * y + v * x * x], anyPoint(random)] as const;
        }),
      );
      if (!meanIsSingular(steep))
        expect(sideOf(steep, { ...anySettings(random, steep), local: 1 }).bias, `${ratio}`).toBe(0);
    }
  });

  it('is what sum P_c (b_c - t*) makes of it, and 0 with that sum', () => {
    const random = source(11);
    for (const side of withRest(random, 200)) {
      const { clients } = side;
      const { at } = meanOfClients(clients);
      const sum = meanOfPowers(clients, side, (c) => minus(minimumOf(clients, c), at));
      expect(lengthOf(minus(multiplied(side.surrogate.hessian, minus(side.rest!, at)), sum))).toBeLessThan(
        1e-13,
      );
      expect(Math.abs(side.bias - lengthOf(minus(side.rest!, at)))).toBe(0);
    }
    // Both sums are 0 for one K only.
    for (let draw = 0; draw < 100; draw++) {
      const hessians = [0, 1, 2].map(() => anyCurvature(random, 0.05));
      const first = anyPoint(random);
      const guess = clientsFrom(hessians.map((hessian) => [hessian, [0, 0]] as const));
      const settings = {
        local: 2 + random.integer(30),
        eta: 0.9 / Math.max(...axesOfClients(guess).map(({ large }) => large)),
        server: 1,
      };
      const powers = each(guess).map((c) => multipliedOut(guess, c, settings));
      const offs = solvedByElimination(
        [0, 1, 2, 3].map((row) => {
          const of = row < 2 ? hessians : powers;
          const at = 2 * (row % 2);
          return [
            ...of[1]!.slice(at, at + 2),
            ...of[2]!.slice(at, at + 2),
            -(of[0]![at]! * first[0] + of[0]![at + 1]! * first[1]),
          ];
        }),
      );
      const best = anyPoint(random);
      const minima: Point[] = [first, [offs[0]!, offs[1]!], [offs[2]!, offs[3]!]];
      const clients = clientsFrom(
        hessians.map((hessian, c) => [hessian, [best[0] + minima[c]![0], best[1] + minima[c]![1]]] as const),
      );
      const size = Math.max(...offs.map(Math.abs));
      const unbiased = sideOf(clients, settings);
      expect(unbiased.bias).toBeLessThan(
        (1e-13 * size) / (1 - sideOf(clients, { ...settings, local: 1 }).factors![1]),
      );
      expect(sideOf(clients, { ...settings, local: settings.local + 5 }).bias).toBeGreaterThan(1e-9 * size);
    }
  });
});

/** Rows include the right side. */
function solvedByElimination(rows: readonly number[][]): number[] {
  const left = rows.map((row) => [...row]);
  const n = left.length;
  for (let j = 0; j < n; j++) {
    left.push(...left.splice(j).sort((a, b) => Math.abs(b[j]!) - Math.abs(a[j]!)));
    for (let i = 0; i < n; i++)
      if (i !== j) {
        const by = left[i]![j]! / left[j]![j]!;
        left[i] = left[i]!.map((entry, k) => entry - by * left[j]![k]!);
      }
  }
  return left.map((row, i) => row[n]! / row[i]!);
}

describe('where a client’s own steps overshoot', () => {
  it('a round that is a contraction has its rest, and runs come to it; every other has none', () => {
    const random = source(14);
    const seen = { rest: 0, none: 0 };
    for (let draw = 0; draw < 1500; draw++) {
      const clients = anyClients(random);
      const largest = Math.max(...axesOfClients(clients).map(({ large }) => large));
      if (largest === 0) continue;
      const eta = (2 + 0.6 * random.uniform() ** 2) / largest;
      const side = sideOf(clients, {
        local: 1 + random.integer(3),
        eta,
        server: 0.2 + 1.2 * random.uniform(),
      });
      // Within rounding either is right.
      if (Math.abs(side.slowest - 1) < 1e-3) continue;
      expect([side.rest !== null, ['best', 'rest'].includes(side.outlook), side.limit]).toEqual([
        side.slowest < 1,
        side.slowest < 1,
        null,
      ]);
      seen[side.rest ? 'rest' : 'none']++;
      if (!side.rest) continue;
      let at = anyPoint(random);
      const rounds = Math.ceil(Math.log(1e-10) / Math.log(side.slowest));
      for (let k = 0; k < rounds; k++) at = nextOf(side, at);
      expect(lengthOf(minus(at, side.rest))).toBeLessThan(1e-8 * (1 + lengthOf(side.rest)));
    }
    expect(Math.min(seen.rest, seen.none)).toBeGreaterThan(200);
  });
});

describe('one local step', () => {
  it('has no bias, however unequal the curvatures are and wherever the minima lie', () => {
    const random = source(15);
    let told = 0;
    for (let draw = 0; draw < 3000; draw++) {
      const clients = clientsFrom(
        Array.from({ length: 1 + random.integer(4) }, () => {
          const size = 10 ** (6 * random.uniform() - 3);
          const [c, s] = random.integer(2) ? [1, 0] : [0.6, 0.8];
          const [a, b] = [size, size * 10 ** (-17 * random.uniform())];
          const xy = c * s * (a - b);
          const hessian = [a * c * c + b * s * s, xy, xy, a * s * s + b * c * c] as const;
          const far = 10 ** (6 * random.uniform());
          return [hessian, [far * random.normal(), far * random.normal()]] as const;
        }),
      );
      const side = sideOf(clients, { local: 1, eta: 0.9 / largestOf(axesOfClients(clients)), server: 1 });
      if (!side.rest) continue;
      expect([side.bias, side.excess, side.rest]).toEqual([0, 0, meanOfClients(clients).at]);
      told++;
    }
    expect(told).toBeGreaterThan(1000);
  });
});

describe('the right side', () => {
  const values = { c: 0.9, step: null, server: 1, local: 20 } as const;
  function drawn(random: RandomSource) {
    const clients = anyClients(random);
    return { clients, start: anyPoint(random) };
  }

  it('`work` with K steps is K rounds of `rounds`', () => {
    const random = source(12);
    for (let draw = 0; draw < 200; draw++) {
      const given = drawn(random);
      const settings = { ...values, local: 1 + random.integer(100), c: 1.9 * random.uniform() };
      const work = planeSides(given, { ...settings, versus: 'work' }).info.sides.right;
      const rounds = planeSides(given, { ...settings, versus: 'rounds' }).info.sides.right;
      expect([work.local, work.clients.count, rounds.local]).toEqual([settings.local, 1, 1]);
      let at = given.start;
      for (let k = 0; k < settings.local; k++) at = nextOf(rounds, at);
      expect(lengthOf(minus(nextOf(work, given.start), at))).toBeLessThan(1e-12);
      expect(work.bias === 0 || Number.isNaN(work.bias)).toBe(true);
    }
  });

  it('`equal` has the same F but for a constant, the same gradients at t* and no bias, for every K', () => {
    const random = source(13);
    let told = 0;
    for (let draw = 0; draw < 200; draw++) {
      const given = drawn(random);
      const settings = { ...values, versus: 'equal' as const, local: 1 + random.integer(300), c: 0.9 };
      if (meanIsSingular(given.clients)) {
        expect(() => planeSides(given, settings)).toThrow('the mean curvature of the clients is singular');
        continue;
      }
      const { info } = planeSides(given, settings);
      const { clients, bias, local, surrogate } = info.sides.right;
      const own = meanOfClients(clients);
      const condition = axesOfClients(clients)[0]!;
      const rounding = (1e-13 * condition.large) / condition.small;
      expect([clients.count, local]).toEqual([given.clients.count, settings.local]);
      expect(bias).toBeLessThan(rounding);
      expect(lengthOf(minus(surrogate.at, info.mean.at))).toBeLessThan(rounding);
      for (const axis of [0, 1, 2] as const)
        expect(Math.abs(own.hessian[axis] - info.mean.hessian[axis])).toBeLessThan(1e-14 * condition.large);
      for (const c of each(clients)) {
        const pullOf = ({ hessians, minima }: QuadraticClients) =>
          meanOfPowers(
            { count: 1, hessians: hessians.subarray(4 * c, 4 * c + 4), minima },
            { local: 1, eta: 1, server: 1 },
            () => minus([minima[2 * c]!, minima[2 * c + 1]!], info.mean.at),
          );
        expect(lengthOf(minus(pullOf(clients), pullOf(given.clients)))).toBeLessThan(rounding);
      }
      told++;
    }
    expect(told).toBeGreaterThan(120);
  });
});
