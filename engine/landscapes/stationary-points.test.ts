import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import { IDENTITY, standardise } from '../data/scaling.ts';
import { activation, CHECK } from '../fixtures/arbitraries.ts';
import { linkInstance } from '../fixtures/instances.ts';
import planes from '../fixtures/plane.json';
import { createRandom, fillNormal, type RandomSource } from '../kernels/random.ts';
import { norm } from '../kernels/vector.ts';
import type { Scaling } from '../kernels/whitening.ts';
import { createNeuronLoss, type NeuronLossInput } from '../problems/one-neuron/loss.ts';
import { createPlanarLoss } from '../problems/one-neuron/sector-loss.ts';
import { createArrangement } from './arrangement.ts';
import type { Point } from './original-rays.ts';
import { findStationaryPoints, type StationaryPoints } from './stationary-points.ts';

function find(
  input: NeuronLossInput,
  scaling: Scaling = IDENTITY,
  plant: Float64Array | null = null,
): StationaryPoints {
  const arrangement = createArrangement(input.features, input.labels);
  return findStationaryPoints(createPlanarLoss(input, arrangement, plant), scaling);
}

function inputOf(
  features: ArrayLike<number>,
  labels: ArrayLike<number>,
  leak = 0,
  blend = 0,
): NeuronLossInput {
  return {
    features: Float64Array.from(features),
    labels: Float64Array.from(labels),
    dimension: 2,
    leak,
    blend,
  };
}

const lossAt = (input: NeuronLossInput, [x, y]: Point) => createNeuronLoss(input).loss(Float64Array.of(x, y));

/** Slope of the direct loss when leaving a point (length 2) in a direction; rows within 1e-9 of their kink are on it. */
function slopeAt({ features, labels, leak, blend }: NeuronLossInput, at: Point, [d1, d2]: Point): number {
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    const y = labels[i]!;
    const a1 = features[2 * i]!;
    const a2 = features[2 * i + 1]!;
    const exact = a1 * at[0] + a2 * at[1];
    const size = Math.abs(a1 * at[0]) + Math.abs(a2 * at[1]);
    const z = Math.abs(exact) <= 1e-9 * size ? 0 : exact;
    const dz = a1 * d1 + a2 * d2;
    const on = z > 0 || (z === 0 && dz > 0);
    sum += on ? (z - y) * dz : (leak * z - y) * ((1 - blend) * leak + blend) * dz;
  }
  return sum / labels.length;
}

const direction = (angle: number): Point => [Math.cos(angle), Math.sin(angle)];
const plus = ([x, y]: Point, [dx, dy]: Point, factor: number): Point => [x + factor * dx, y + factor * dy];
const apart = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);
const circle = (count: number) =>
  Array.from({ length: count }, (_, k) => direction((2 * Math.PI * k) / count));

/** A circle of directions and those orthogonal to the rows. */
function probes({ features, labels }: NeuronLossInput): Point[] {
  const rays = Array.from(labels, (_, i): Point => [-features[2 * i + 1]!, features[2 * i]!])
    .filter(([x, y]) => x !== 0 || y !== 0)
    .flatMap(([x, y]): Point[] => [
      [x / Math.hypot(x, y), y / Math.hypot(x, y)],
      [-x / Math.hypot(x, y), -y / Math.hypot(x, y)],
    ]);
  return [...circle(90), ...rays];
}

describe('against the enumeration in NumPy', () => {
  const cases = planes.cases.flatMap(({ blends, ...data }) =>
    blends.map((expected) => ({ ...data, expected })),
  );
  it('has all 45 cases', () => expect(cases).toHaveLength(45));

  it.each(cases)('$name, blend $expected.blend', ({ name, features, labels, expected }) => {
    const found = find(inputOf(features, labels, 0, expected.blend));
    const near = (value: number, reference: number) =>
      expect(Math.abs(value - reference)).toBeLessThan(1e-9 * Math.max(1, Math.abs(reference)));
    const samePoint = (at: Point, reference: readonly number[]): void => {
      for (const j of [0, 1] as const) near(at[j], reference[j]!);
    };

    expect(found.minima.map(({ on }) => on)).toEqual(expected.minima.map(({ on }) => on));
    found.minima.forEach(({ at, loss, strict }, k) => {
      samePoint(at, expected.minima[k]!.at);
      near(loss, expected.minima[k]!.loss);
      // In the four `spurious` cases at blend 0 the second is the end of a valley, on the ray of a row with label 0.
      const ends = found.valleys.flatMap(({ start, end }) => [start, end]);
      expect(strict).toBe(!ends.some((end) => end && apart(end, at) < 1e-9));
      expect(strict).toBe(!(name.startsWith('spurious') && expected.blend === 0 && k === 1));
    });
    expect(found.ridgeSaddles).toHaveLength(expected.ridgeSaddles.length);
    for (const saddle of expected.ridgeSaddles) {
      const same = found.ridgeSaddles.find(({ at }) => apart(at, saddle.at as unknown as Point) < 1e-6)!;
      samePoint(same.at, saddle.at);
      near(same.loss, saddle.loss);
    }
    expect(found.valleys).toHaveLength(expected.valleys.length);
    found.valleys.forEach((valley, k) => {
      const { fromAngle, toAngle, loss } = expected.valleys[k]!;
      near(valley.fromAngle, fromAngle);
      near(valley.toAngle, toAngle);
      near(valley.loss, loss);
    });
    expect(found.plateaus).toHaveLength(expected.plateaus.length);
    found.plateaus.forEach((plateau, k) => {
      near(plateau.fromAngle, expected.plateaus[k]!.fromAngle);
      near(plateau.toAngle, expected.plateaus[k]!.toAngle);
    });
    near(found.stuckShare, expected.stuckShare);
  });
});

/** Small integers: rows repeat and are parallel, opposite or zero, points lie on rays, and slopes vanish exactly. */
const entry = fc.integer({ min: -3, max: 3 });
const degenerate = fc
  .record({
    rows: fc.array(fc.tuple(entry, entry, entry), { minLength: 1, maxLength: 7 }),
    labels: fc.constantFrom('free', 'some', 'none', 'planted'),
    plant: fc.tuple(entry, entry),
    leak: fc.constantFrom(0, 0, 0.25),
    blend: fc.constantFrom(0, 0.5, 1),
  })
  .map(({ rows, labels, plant, leak, blend }) =>
    inputOf(
      rows.flatMap((row) => row.slice(0, 2)),
      rows.map(([a1, a2, y]) => {
        const z = a1 * plant[0] + a2 * plant[1];
        if (labels === 'planted') return z > 0 ? z : leak * z;
        return labels === 'none' || (labels === 'some' && y < 2) ? 0 : y;
      }),
      leak,
      blend,
    ),
  );
const MANY = { ...CHECK, numRuns: runsAll ? 1000 : 150 };
/** Expected minimum count, given a frequency per thousand draws. */
const seldom = (ofThousand: number, runs = MANY.numRuns) => (ofThousand * runs) / 1000;

describe('where rows coincide, oppose each other and vanish', () => {
  it('a minimum is lower than all that surrounds it, but for its valley, and says whether it is a kink', () => {
    const seen = { strict: 0, end: 0 };
    fc.assert(
      fc.property(degenerate, (input) => {
        const { minima, valleys } = find(input);
        for (const { at, loss, on, strict } of minima) {
          seen[strict ? 'strict' : 'end']++;
          expect(lossAt(input, at)).toBeCloseTo(loss, 12);
          const slopes = probes(input).map((d) => slopeAt(input, at, d));
          expect(Math.min(...slopes)).toBeGreaterThan(-1e-10);
          expect(Math.max(...slopes) > 1e-6).toBe(on === 'kink');
          const radius = 1e-3 * Math.hypot(...at);
          const rises = probes(input).map((d) => lossAt(input, plus(at, d, radius)) - loss);
          expect(Math.min(...rises) > 1e-6 * radius * radius).toBe(strict);
          expect(Math.min(...rises)).toBeGreaterThan(-1e-14 * (1 + loss));
          const ends = valleys.flatMap(({ start, end }) => [start, end]);
          expect(ends.some((end) => end && apart(end, at) < 1e-9)).toBe(!strict);
        }
      }),
      MANY,
    );
    expect(seen.strict).toBeGreaterThan(seldom(150));
    expect(seen.end).toBeGreaterThan(seldom(10));
  });

  it('a minimum counts once', () => {
    fc.assert(
      fc.property(degenerate, (input) => {
        const { minima } = find(input);
        minima.forEach(({ at }, k) => {
          for (const other of minima.slice(k + 1)) expect(apart(at, other.at)).toBeGreaterThan(1e-6);
        });
      }),
      MANY,
    );
  });

  it('a ridge saddle is least along its ray and falls to one side at least, rising to none', () => {
    let seen = 0;
    const runs = runsAll ? 1000 : 300;
    fc.assert(
      fc.property(degenerate, (input) => {
        for (const { at, loss } of find(input).ridgeSaddles) {
          seen++;
          expect(lossAt(input, at)).toBeCloseTo(loss, 12);
          const length = Math.hypot(...at);
          const out: Point = [at[0] / length, at[1] / length];
          for (const d of [out, [-out[0], -out[1]] as const])
            expect(Math.abs(slopeAt(input, at, d))).toBeLessThan(1e-10);
          const across = [slopeAt(input, at, [-out[1], out[0]]), slopeAt(input, at, [out[1], -out[0]])];
          expect(Math.max(...across)).toBeLessThan(1e-10);
          expect(Math.min(...across)).toBeLessThan(-1e-6);
        }
      }),
      { ...CHECK, numRuns: runs },
    );
    expect(seen).toBeGreaterThan(seldom(20, runs));
  });

  it('a valley is level along its line, which keeps to its sector, and rises beside it', () => {
    let [seen, kinks] = [0, 0];
    fc.assert(
      fc.property(degenerate, (input) => {
        for (const valley of find(input).valleys) {
          seen++;
          const { through, direction: along, start, end, loss, from, to } = valley;
          const isRay = valley.fromAngle === valley.toAngle;
          if (isRay) kinks++;
          const reach = 1e-3 * Math.hypot(...through);
          const inside = [through, plus(through, along, reach), plus(through, along, -reach)];
          const ends = [start ?? plus(through, along, -1e3), end ?? plus(through, along, 1e3)] as const;
          for (const at of [...inside, ...ends]) {
            expect(lossAt(input, at)).toBeCloseTo(loss, 9);
            if (!ends.includes(at))
              expect(Math.min(...probes(input).map((d) => slopeAt(input, at, d)))).toBeGreaterThan(-1e-10);
            // Between its rays, counter-clockwise.
            expect(from[0] * at[1] - from[1] * at[0]).toBeGreaterThanOrEqual(-1e-9 * Math.hypot(...at));
            expect(at[0] * to[1] - at[1] * to[0]).toBeGreaterThanOrEqual(-1e-9 * Math.hypot(...at));
          }
          for (const side of [1, -1])
            expect(lossAt(input, plus(through, [-along[1], along[0]], side * reach))).toBeGreaterThan(
              loss + 1e-6 * reach * reach,
            );
          if (start && end) expect(apart(plus(start, along, apart(start, end)), end)).toBeLessThan(1e-9);
          for (const [point, ray] of [
            [start, from],
            [end, to],
          ] as const)
            if (point) expect(Math.abs(point[0] * ray[1] - point[1] * ray[0])).toBeLessThan(1e-9);
        }
      }),
      MANY,
    );
    expect(seen).toBeGreaterThan(seldom(100));
    expect(kinks).toBeGreaterThan(seldom(10));
  });

  it('a plateau has no slope and one loss', () => {
    let seen = 0;
    fc.assert(
      fc.property(degenerate, (input) => {
        for (const { fromAngle, toAngle, from, to, loss } of find(input).plateaus) {
          seen++;
          expect(apart(direction(fromAngle), from) + apart(direction(toAngle), to)).toBeLessThan(1e-12);
          expect(toAngle).toBeGreaterThan(fromAngle);
          for (const share of [0.01, 0.5, 0.99])
            for (const r of [1e-3, 1, 1e3]) {
              const at = plus([0, 0], direction(fromAngle + share * (toAngle - fromAngle)), r);
              expect(lossAt(input, at)).toBeCloseTo(loss, 12);
              expect(Math.max(...circle(12).map((d) => Math.abs(slopeAt(input, at, d))))).toBe(0);
            }
        }
      }),
      MANY,
    );
    expect(seen).toBeGreaterThan(seldom(70));
  });

  it('the origin is stuck in the directions that do not fall, and a minimum where all rise', () => {
    const seen = [0, 0];
    fc.assert(
      fc.property(degenerate, (input) => {
        const { origin, stuckShare } = find(input);
        const loss = lossAt(input, [0, 0]);
        expect(origin.loss).toBeCloseTo(loss, 12);
        expect(origin.stuckShare).toBe(stuckShare);
        const falls = circle(1000).filter((d) => slopeAt(input, [0, 0], d) < -1e-12).length;
        expect(Math.abs(1 - falls / 1000 - stuckShare)).toBeLessThan(0.01);
        const rises = probes(input).every((d) => lossAt(input, plus([0, 0], d, 1e-3)) - loss > 1e-12);
        expect(origin.isMinimum).toBe(rises);
        seen[Number(rises)] = seen[Number(rises)]! + 1;
      }),
      MANY,
    );
    expect(Math.min(...seen)).toBeGreaterThan(seldom(30));
  });

  it('descent ends at nothing that is not listed', () => {
    const random = createRandom(3, 7);
    fc.assert(
      fc.property(degenerate, (input) => {
        expectEndsListed(input, random, 4);
      }),
      { ...CHECK, numRuns: runsAll ? 200 : 40 },
    );
  });
});

describe('single cases', () => {
  it('zero rows alone: the whole plane is a plateau', () => {
    const { plateaus, origin, minima } = find(inputOf([0, 0, 0, 0], [1, -2], 0.1, 0.5));
    expect(plateaus).toMatchObject([{ fromAngle: 0, toAngle: 2 * Math.PI, loss: origin.loss }]);
    expect(origin).toMatchObject({ stuckShare: 1, isMinimum: false });
    expect(minima).toEqual([]);
  });

  it('one row: a valley from infinity to infinity beside a plateau of a half turn', () => {
    const { valleys, plateaus, minima, origin } = find(inputOf([2, 0], [3]));
    const half = { fromAngle: (3 * Math.PI) / 2, toAngle: (5 * Math.PI) / 2 };
    expect(valleys).toMatchObject([{ ...half, start: null, end: null, loss: 0, direction: [0, 1] }]);
    expect(valleys[0]!.through[0]).toBe(1.5);
    expect(plateaus).toMatchObject([{ fromAngle: Math.PI / 2, toAngle: (3 * Math.PI) / 2, loss: 4.5 }]);
    expect(minima).toEqual([]);
    expect(origin.stuckShare).toBe(0.5);
  });

  it('two opposite rows with negative labels: a valley along both rays of their kink', () => {
    const { valleys } = find(inputOf([1, 0, -1, 0], [-1, -1]));
    expect(valleys.map(({ fromAngle, toAngle }) => [fromAngle, toAngle])).toEqual([
      [Math.PI / 2, Math.PI / 2],
      [(3 * Math.PI) / 2, (3 * Math.PI) / 2],
    ]);
    for (const { start, end, loss } of valleys) expect([start, end, loss]).toEqual([[0, 0], null, 1 / 2]);
  });

  it('rows that cannot be told apart give a valley rather than a point of noise', () => {
    const { minima, valleys } = find(inputOf([1, 1, 1, 1 + 2 ** -50], [1, 1]));
    expect(minima).toEqual([]);
    expect(valleys.some(({ loss }) => loss < 1e-15)).toBe(true);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e200])('rows with %d give empty lists', (value) => {
    const { minima, ridgeSaddles, valleys, plateaus, stuckShare } = find(
      inputOf([value, 1, 1, 2, -1, 1], [1, 2, 3]),
    );
    expect([minima, ridgeSaddles, valleys, plateaus]).toEqual([[], [], [], []]);
    expect(stuckShare).toBeNaN();
  });

  it('is plain data', () => {
    for (const { features, labels } of planes.cases) {
      const found = find(inputOf(features, labels));
      expect(structuredClone(found)).toEqual(found);
    }
  });
});

/** Gaussian rows with labels of a Gaussian plant, with noise outside or none. */
function drawn(random: RandomSource, n: number, noise: number, leak: number, blend: number) {
  const features = new Float64Array(2 * n);
  const plant = new Float64Array(2);
  fillNormal(features, random);
  fillNormal(plant, random);
  const labels = Float64Array.from({ length: n }, (_, i) => {
    const z = activation(features, plant, i);
    return (z > 0 ? z : leak * z) + (noise && noise * random.normal());
  });
  return { input: inputOf(features, labels, leak, blend), plant };
}

/** Descends from Gaussian starts; wherever the gradient vanishes there must be a listed point. */
function expectEndsListed(input: NeuronLossInput, random: RandomSource, starts: number): number {
  const { features, labels } = input;
  const landscape = createNeuronLoss(input);
  const { minima, valleys, plateaus, ridgeSaddles, crests } = find(input);
  const n = labels.length;
  const [w, gradient] = [new Float64Array(2), new Float64Array(2)];
  const squares = features.reduce((sum, x) => sum + x * x, 0) / n;
  if (squares === 0) return 0;
  let ended = 0;
  for (let k = 0; k < starts; k++) {
    fillNormal(w, random);
    for (let step = 0; step < 5000; step++) {
      landscape.evaluate(gradient, w);
      if (norm(gradient) < 1e-12) break;
      for (let j = 0; j < 2; j++) w[j] = w[j]! - gradient[j]! / squares;
    }
    if (!(norm(gradient) < 1e-12) || norm(w) > 1e4) continue;
    ended++;
    const at: Point = [w[0]!, w[1]!];
    const isIn = (from: Point, to: Point) =>
      from[0] * at[1] - from[1] * at[0] >= -1e-6 && at[0] * to[1] - at[1] * to[0] >= -1e-6;
    const isListed =
      norm(w) < 1e-6 ||
      minima.some((minimum) => apart(minimum.at, at) < 1e-6) ||
      ridgeSaddles.some((saddle) => apart(saddle.at, at) < 1e-6) ||
      plateaus.some(({ from, to }) => isIn(from, to)) ||
      crests.some((crest) => isIn(crest.direction, crest.direction)) ||
      valleys.some(({ from, to, through, direction: along }) => {
        const away = along[0] * (at[1] - through[1]) - along[1] * (at[0] - through[0]);
        return isIn(from, to) && Math.abs(away) < 1e-6;
      });
    expect(isListed, `${at} of ${Array.from(features)} and ${Array.from(labels)}`).toBe(true);
  }
  return ended;
}

const kinds = [0, 0.3, 1].flatMap((noise) =>
  [0, 0.1].flatMap((leak) => [0, 0.5, 1].map((blend) => [noise, leak, blend] as const)),
);

describe('completeness', () => {
  const COUNT = runsAll ? 20 : 8;

  it.each(kinds)('descent ends at what is listed: noise %d, leak %d, blend %d', (noise, leak, blend) => {
    const random = createRandom(11, 7);
    let ended = 0;
    for (let k = 0; k < COUNT; k++) {
      const { input } = drawn(random, 3 + random.integer(13), noise, leak, blend);
      ended += expectEndsListed(input, random, 6);
    }
    // Out of six starts each.
    expect(ended).toBeGreaterThan(1.5 * COUNT);
  });

  it.each(kinds)(
    'minima exceed saddles as the falling arcs of the origin ask: noise %d, leak %d, blend %d',
    (...kind) => {
      // Poincare and Hopf for a loss that grows in every direction: the indices (1 for a minimum, -1 for a saddle, 1 - k for an origin with
      // k falling arcs, 1 for a peak) sum to 1.
      const random = createRandom(12, 7);
      let [checked, saddles] = [0, 0];
      for (let k = 0; k < 3 * COUNT; k++) {
        const { input } = drawn(random, 5 + random.integer(20), ...kind);
        const { minima, ridgeSaddles, valleys, plateaus } = find(input);
        const arrangement = createArrangement(input.features, input.labels);
        const bare = input.leak === 0 && arrangement.ranks.some((rank) => rank === 0);
        if (bare || valleys.length || plateaus.length) continue;
        checked++;
        saddles += ridgeSaddles.length;
        const falls = circle(5000).map((d) => slopeAt(input, [0, 0], d) < 0);
        const arcs = falls.filter((down, at) => down && !falls.at(at - 1)).length;
        expect(minima.length - ridgeSaddles.length).toBe(arcs);
      }
      expect(checked).toBeGreaterThan(COUNT);
      if (kind[0] === 1 && kind[2] === 0) expect(saddles).toBeGreaterThan(0.4 * COUNT);
    },
  );
});

describe('a plant that lies on rays', () => {
  it.each([
    [0, 0],
    [0, 0.5],
    [0, 1],
    [0.1, 0],
    [0.1, 1],
  ])('is one minimum, and not a kink: leak %d, blend %d', (leak, blend) => {
    const random = createRandom(13, 7);
    for (const n of [8, 50, 1000])
      for (let k = 0; k < (runsAll ? 30 : 10); k++) {
        const { input, plant } = drawn(random, n, 0, leak, blend);
        const { features, labels } = input;
        // A few rows orthogonal to the plant up to rounding; their labels are rounding too.
        for (let i = 0; i < 3; i++) {
          const length = random.normal();
          features[2 * i] = -length * plant[1]!;
          features[2 * i + 1] = length * plant[0]!;
          const z = activation(features, plant, i);
          labels[i] = z > 0 ? z : leak * z;
        }
        if (labels.filter((y) => y > 1e-9).length < 2) continue;
        for (const known of [null, plant]) {
          const { minima } = find(input, IDENTITY, known);
          const home = minima.filter(({ at }) => apart(at, [plant[0]!, plant[1]!]) < 1e-9);
          expect(home).toHaveLength(1);
          expect(home[0]!.on).toBe('interior');
          if (known) expect(home[0]!.loss).toBeLessThan(1e-29);
        }
      }
  });
});

describe('units', () => {
  it.each([1e6, 1e-6, 3])('rows times %d bring the places nearer by it and nothing else', (factor) => {
    for (const { features, labels } of planes.cases)
      for (const [leak, blend] of [
        [0, 0],
        [0.1, 0.5],
        [0, 1],
      ] as const) {
        const plain = find(inputOf(features, labels, leak, blend));
        const times = find(
          inputOf(
            features.map((x) => x * factor),
            labels,
            leak,
            blend,
          ),
        );
        for (const list of ['minima', 'ridgeSaddles', 'valleys', 'plateaus'] as const) {
          expect(times[list].length).toBe(plain[list].length);
          times[list].forEach(({ loss }, k) => {
            expect(loss).toBeCloseTo(plain[list][k]!.loss, 12);
          });
        }
        times.minima.forEach(({ at, on }, k) => {
          expect(on).toBe(plain.minima[k]!.on);
          expect(apart([at[0] * factor, at[1] * factor], plain.minima[k]!.at)).toBeLessThan(1e-9);
        });
        expect(times.stuckShare).toBeCloseTo(plain.stuckShare, 12);
      }
  });

  it('all is reported in original units where descent moves standardised weights', () => {
    const random = createRandom(14, 7);
    let valleys = 0;
    for (const hasOnes of [true, false])
      for (let k = 0; k < (runsAll ? 60 : 30); k++) {
        const n = 4 + random.integer(12);
        const { input } = drawn(random, n, k % 2, 0, [0, 0.5, 1][k % 3]!);
        const features = input.features.map((x, j) => (j % 2 ? (hasOnes ? 1 : 5 * x) : 2 + 3 * x));
        const { features: scaledFeatures, scaling } = standardise(features, n, 2, hasOnes);
        const plain = find({ ...input, features });
        const scaled = find({ ...input, features: scaledFeatures }, scaling);
        valleys += plain.valleys.length;
        expect(scaled.stuckShare).toBeCloseTo(plain.stuckShare, 9);
        expect(numbersOf(scaled).length).toBe(numbersOf(plain).length);
        numbersOf(scaled).forEach((value, at) => {
          expect(value).toBeCloseTo(numbersOf(plain)[at]!, 7);
        });
      }
    expect(valleys).toBeGreaterThan(5);
  });
});

/** All numbers except the position of `through` within its valley. */
function numbersOf({ minima, ridgeSaddles, valleys, plateaus }: StationaryPoints): number[] {
  const points = [...minima, ...ridgeSaddles].map(({ at, loss }) => [...at, loss]);
  const arcs = [...valleys, ...plateaus].map(({ from, to, fromAngle, toAngle, loss }) => [
    ...from,
    ...to,
    fromAngle,
    toAngle,
    loss,
  ]);
  const lines = valleys.map(({ start, end, direction: along }) => [
    ...(start ?? []),
    ...(end ?? []),
    ...along,
  ]);
  const order = (a: number[], b: number[]) => a[0]! - b[0]!;
  return [points, arcs, lines].flatMap((list) => list.sort(order)).flat();
}

describe('many samples', () => {
  const cases = [
    [1e5, 0.1, 0.5],
    [1e6, 0.1, 0.5],
    [1e6, 0, 0],
    [1e6, 0, 1],
  ] as const;

  it.each(runsAll ? cases : cases.slice(0, 1))(
    '%d of them, leak %d, blend %d: no gradient of the direct loss at the minima',
    (n, leak, blend) => {
      const { input } = drawn(createRandom(15, 7), n, 0.5, leak, blend);
      const { minima, stuckShare } = find(input);
      expect(minima.length).toBeGreaterThan(0);
      expect(stuckShare).toBeLessThan(1);
      const gradient = new Float64Array(2);
      for (const { at, loss, on } of minima.slice(0, 3)) {
        expect(createNeuronLoss(input).evaluate(gradient, Float64Array.from(at))).toBeCloseTo(loss, 10);
        if (on === 'interior') expect(norm(gradient)).toBeLessThan(1e-10);
        else for (const d of circle(12)) expect(slopeAt(input, at, d)).toBeGreaterThan(-1e-10);
      }
    },
  );
});

it('measured: without noise no strict minimum beside the plant, but valleys that end descent', () => {
  const seen = { instances: 0, spurious: 0, valleys: 0 };
  const seeds = runsAll ? 100 : 50;
  for (const n of [5, 6, 8, 10])
    for (let seed = 0; seed < seeds; seed++) {
      const { instance } = linkInstance(`#v=1&n=${n}&seed=${seed}&pseed=${seed % 50}`);
      const { minima } = findStationaryPoints(instance.left.planar()!, instance.scaling);
      seen.instances++;
      if (minima.some(({ strict, loss }) => strict && loss > 1e-9)) seen.spurious++;
      if (minima.some(({ strict }) => !strict)) seen.valleys++;
    }
  expect(seen).toMatchObject({ instances: 4 * seeds, spurious: 0 });
  expect(seen.valleys).toBeGreaterThan(0.8 * seeds);
});
