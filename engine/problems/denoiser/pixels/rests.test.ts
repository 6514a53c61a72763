import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import { PIXEL_CASES, sideOf } from '../../../fixtures/pixel-cases.ts';
import { type PixelValues, pixelDraws } from '../../../fixtures/two-pixels.ts';
import { SIDES } from '../../../side-names.ts';
import type { PixelModel } from '../instance.ts';
import type { PixelsInfo, Point, RestPoint } from '../types.ts';
import { pixelSides } from './sides.ts';

const DEFAULTS: PixelValues = {
  phi: [1, 0.6],
  truth: [1, 0.15],
  start: [0.2, 0.9],
  c: 1,
  sigma: 0.2,
  spread: 0.05,
  cap: 0.95,
};

const far = ([a, b]: Point, [x, y]: Point) => Math.max(Math.abs(a - x), Math.abs(b - y));

function movedBy({ round }: PixelModel, at: Point): number {
  const next = new Float64Array(2);
  round(next, Float64Array.from(at));
  return far(at, [next[0]!, next[1]!]);
}

const indexOf = (rests: readonly RestPoint[]) => rests.reduce((sum, { index }) => sum + index, 0);

/** DT, row by row. */
function derivative({ denoiser }: PixelModel, { phi: [p, q], y, step }: PixelsInfo, [a, b]: Point) {
  const move = step * (p * a + q * b - y);
  const [d, e] = [denoiser.slope(a - move * p), denoiser.slope(b - move * q)];
  return [d * (1 - step * p * p), -d * step * p * q, -e * step * p * q, e * (1 - step * q * q)] as const;
}

/** Cuts Newton's steps to .3; null without convergence. */
function newtonFrom(model: PixelModel, info: PixelsInfo, from: Point): Point | null {
  let at = from;
  const next = new Float64Array(2);
  for (let k = 0; k < 60; k++) {
    const [a, b, c, d] = derivative(model, info, at);
    model.round(next, Float64Array.from(at));
    const [x, y] = [at[0] - next[0]!, at[1] - next[1]!];
    const det = (1 - a) * (1 - d) - b * c;
    const [dx, dy] = [((1 - d) * x + b * y) / det, ((1 - a) * y + c * x) / det];
    const cut = Math.min(1, 0.3 / Math.sqrt(dx * dx + dy * dy));
    at = [at[0] - cut * dx, at[1] - cut * dy];
  }
  return movedBy(model, at) < 1e-13 ? at : null;
}

/** Skips segments of rest points. */
function sidesOf(values: PixelValues) {
  const { info, pixels } = pixelSides(values);
  return SIDES.flatMap((side) => {
    const { rests } = info.sides[side];
    return rests ? [{ info, side, rests, model: pixels[side], known: info.sides[side] }] : [];
  });
}

describe.each(PIXEL_CASES)('$title', (one) => {
  const { known } = sideOf(one);

  it('has the rest points of NumPy', () => {
    if (one.fixedPoints === null) {
      expect(known.rests).toBeNull();
      for (const [x, y] of known.segment!) {
        expect(one.phi[0]! * x + one.phi[1]! * y).toBeCloseTo(one.y, 14);
        expect(Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5))).toBeCloseTo(one.crossing - 0.5, 12);
      }
      return;
    }
    expect(known.rests).toHaveLength(one.fixedPoints.length);
    for (const { at, largest, index } of one.fixedPoints) {
      const [rest] = known.rests!.filter((other) => far(other.at, at as unknown as Point) < 1e-9);
      expect(rest!.index).toBe(index);
      expect(Math.abs(rest!.largest - largest)).toBeLessThan(1e-9);
      expect(rest!.kind === 'stable').toBe(largest < 1);
    }
  });
});

describe('every rest point', () => {
  const draws = pixelDraws(11);
  const wide = pixelDraws(12);
  const cases = [
    ...Array.from({ length: 40 }, () => draws.values()),
    // Extreme phi and truth, and short steps.
    ...Array.from({ length: 40 }, (_, k) =>
      wide.values({
        phi: [wide.between(-10, 10), wide.between(-10, 10) * (k % 2 ? 1 : 10 ** wide.between(-9, 0))],
        truth: [wide.between(-10, 10), wide.between(-10, 10)],
        c: 10 ** wide.between(-6, 0.6),
        cap: wide.between(0.5, 0.999) + 0.001 * (k % 2),
      }),
    ),
  ].flatMap(sidesOf);
  const counts = new Map<number, number>();

  it('rests, is told what it is, and their indices sum to 1', () => {
    for (const { rests, model, info } of cases) {
      counts.set(rests.length, (counts.get(rests.length) ?? 0) + 1);
      expect(indexOf(rests)).toBe(1);
      for (const rest of rests) {
        const { at, largest, index, kind, height } = rest;
        expect(movedBy(model, at)).toBeLessThan(2e-14);
        // The gradient of F is 0 there.
        const t = info.step * (info.phi[0] * at[0] + info.phi[1] * at[1] - info.y);
        for (const i of [0, 1] as const) {
          const pull = model.denoiser.inverse(at[i]) - at[i] + info.phi[i] * t;
          expect(Math.abs(pull)).toBeLessThan(1e-13 / Math.min(model.denoiser.slope(at[i]), 1e-2));
        }
        expect(height).toBe(model.objective(...at));
        const [a, b, c, d] = derivative(model, info, at);
        const root = Math.sqrt((a - d) * (a - d) + 4 * b * c);
        const [low, high] = [(a + d - root) / 2, (a + d + root) / 2];
        expect(largest).toBeCloseTo(Math.max(Math.abs(low), Math.abs(high)), 11);
        expect(index).toBe(Math.sign((1 - low) * (1 - high)));
        const wanted = index < 0 ? 'saddle' : low > 1 ? 'repelling' : low < -1 ? 'flipping' : 'stable';
        expect(kind).toBe(wanted);
      }
    }
  });

  it('is one where D shrinks distances, and of a free D are up to nine', () => {
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual(
      [1, 3, 5, 9].filter((count) => counts.has(count)),
    );
    expect(counts.get(9)).toBeGreaterThan(3);
    expect(counts.get(3)).toBeGreaterThan(3);
    for (const { rests, known } of cases) if (known.rate !== null) expect(rests).toHaveLength(1);
  });

  it('is found by no Newton’s method from a grid without being listed', () => {
    let found = 0;
    const some = runsAll ? cases : cases.filter((_, k) => k % 3 === 0);
    for (const { rests, model, info } of some)
      for (let i = 0; i < 12; i++)
        for (let j = 0; j < 12; j++) {
          const at = newtonFrom(model, info, [-0.6 + (2.2 * i) / 11, -0.6 + (2.2 * j) / 11]);
          if (!at) continue;
          found++;
          expect(Math.min(...rests.map((rest) => far(rest.at, at)))).toBeLessThan(1e-7);
        }
    expect(found).toBeGreaterThan(120 * some.length);
  });

  it('is where a sweep of z_1 with 200,000 points changes its sign, and nowhere else', () => {
    for (const { rests, model, info } of cases.slice(0, runsAll ? 30 : 12)) {
      const { apply } = model.denoiser;
      const [p, q] = info.phi;
      if (Math.min(Math.abs(p), Math.abs(q)) < 0.05 || info.c < 0.05) continue;
      const other = (z: number) => {
        const x = apply(z);
        const t = (x - z) / (info.step * p);
        const second = (info.y + t - p * x) / q;
        return [x, second, apply(second - info.step * q * t) - second] as const;
      };
      const seen: Point[] = [];
      let before = other(-3)[2];
      for (let k = 1; k <= 200_000; k++) {
        const [x, y, m] = other(-3 + (7 * k) / 200_000);
        if (m < 0 !== before < 0) seen.push([x, y]);
        before = m;
      }
      for (const at of seen) expect(Math.min(...rests.map((rest) => far(rest.at, at)))).toBeLessThan(0.02);
      expect(seen.length % 2).toBe(1);
      const inside = rests.filter(({ at }) =>
        at.every((x) => Math.abs(model.denoiser.inverse(x) - 0.5) < 2.4),
      );
      expect(seen).toHaveLength(inside.length);
    }
  });
});

it('where two rest points meet they are a degenerate one, or nearly so', () => {
  const at = (c: number) => pixelSides({ ...DEFAULTS, c }).info.sides.left.rests!;
  let [five, three] = [1, 1.15];
  expect([at(five).length, at(three).length]).toEqual([5, 3]);
  for (let k = 0; k < 60; k++) {
    const c = (five + three) / 2;
    if (at(c).length === 3) three = c;
    else five = c;
    expect(indexOf(at(c))).toBe(1);
  }
  expect(three - five).toBeLessThan(1e-15);
  const before = at(five);
  const flat = before.filter(({ at: one }) =>
    before.every((other) => other.at === one || far(other.at, one) > 1e-6),
  );
  expect(before.length - flat.length === 2 || before.some(({ index }) => index === 0)).toBe(true);
  for (const { index, kind } of before) if (index === 0) expect(kind).toBe('saddle');
});

it('a degenerate point is listed once, with index 0', () => {
  // Symmetric, D' = M: DT has the eigenvalue 1 for this c.
  const { largestSlope } = pixelSides(DEFAULTS).info;
  const values = { ...DEFAULTS, phi: [1, 1], truth: [0.5, 0.5] };
  const c = 1 - 1 / largestSlope;
  // The other eigenvalue is M.
  const rests = pixelSides({ ...values, c }).info.sides.left.rests!;
  const middle = rests.filter(({ at }) => far(at, [0.5, 0.5]) < 1e-3);
  expect(middle).toHaveLength(1);
  expect(middle[0]).toMatchObject({ index: 0, kind: 'saddle' });
  expect(middle[0]!.largest).toBeCloseTo(largestSlope, 6);
});

describe('a pixel that is not measured', () => {
  it.each([
    [[1, 0], 0],
    [[0, -2], 1],
  ] as const)('rests where D leaves it: phi %j', (phi, axis) => {
    const { info } = pixelSides({ ...DEFAULTS, phi, truth: [0.6, 0.45], c: 0.2 });
    const { left, right } = info.sides;
    expect(left.rests).toHaveLength(9);
    expect(indexOf(left.rests!)).toBe(1);
    expect(new Set(left.rests!.map(({ at }) => at[axis].toFixed(9))).size).toBe(3);
    const free = [...new Set(left.rests!.map(({ at }) => at[1 - axis]!.toFixed(9)))].map(Number);
    expect(free.sort((a, b) => a - b)[1]).toBe(0.5);
    expect(right.rests).toHaveLength(1);
    expect(right.rests![0]!.at[1 - axis]).toBeCloseTo(0.5, 14);
  });

  it('is nearly what one is that hardly is', () => {
    const exact = pixelSides({ ...DEFAULTS, phi: [1, 0] }).info.sides.left.rests!;
    for (const small of [1e-3, 1e-6, 1e-9, 1e-12, 1e-200]) {
      const rests = pixelSides({ ...DEFAULTS, phi: [1, small] }).info.sides.left.rests!;
      expect(rests).toHaveLength(exact.length);
      for (const { at, index } of rests) {
        const [same] = exact.filter((other) => far(other.at, at) < 10 * small + 1e-9);
        expect(same!.index).toBe(index);
      }
    }
  });
});

describe('a cap of 1', () => {
  const sideAt = (more: Partial<PixelValues>) => {
    const { info, pixels } = pixelSides({ ...DEFAULTS, cap: 1, ...more });
    return { info, model: pixels.right, known: info.sides.right };
  };
  const draws = pixelDraws(13);
  const any = Array.from({ length: 300 }, (_, k) =>
    sideAt({
      ...draws.values({ cap: 1, truth: [draws.between(-2, 3), draws.between(-2, 3)] }),
      ...(k % 10 === 0 && { phi: [0, 1] }),
      ...(k % 10 === 5 && { phi: [-3, 0] }),
      sigma: draws.between(0.06, 0.35),
    }),
  );

  it('has the segment of the line in the box, to its borders, wherever it meets it', () => {
    let met = 0;
    for (const { info, model, known } of any) {
      const { rests, segment, box } = known;
      const [low, high] = box!;
      expect([low, high]).toEqual([1 - model.denoiser.crossing!, model.denoiser.crossing]);
      const corners = [low, high].flatMap((x) => [low, high].map((y) => info.phi[0] * x + info.phi[1] * y));
      const meets = info.y >= Math.min(...corners) && info.y <= Math.max(...corners);
      if (meets) expect(rests).toBeNull();
      if (!segment) continue;
      met++;
      expect(rests).toBeNull();
      const size = Math.sqrt(info.L);
      for (const share of [0, 0.3, 1]) {
        const [x, y] = [0, 1].map((i) => segment[0][i]! + share * (segment[1][i]! - segment[0][i]!)) as [
          number,
          number,
        ];
        expect(movedBy(model, [x, y])).toBeLessThan(1e-14);
        if (meets) {
          expect(Math.abs(info.phi[0] * x + info.phi[1] * y - info.y) / size).toBeLessThan(1e-14);
          expect(Math.min(x, y)).toBeGreaterThan(low - 1e-15);
          expect(Math.max(x, y)).toBeLessThan(high + 1e-15);
        }
      }
      // The segment ends there.
      for (const [from, to] of [segment, [segment[1], segment[0]] as const]) {
        const length = far(from, to);
        if (length < 1e-3) continue;
        const beyond = [0, 1].map((i) => to[i]! + ((to[i]! - from[i]!) * 1e-3) / length) as [number, number];
        expect(movedBy(model, beyond)).toBeGreaterThan(1e-7);
      }
    }
    expect(met).toBeGreaterThan(100);
  });

  it('has its only rest point outside of the box where the line misses it: the minimum of F', () => {
    let missed = 0;
    for (const { info, model, known } of any) {
      if (!known.rests) continue;
      missed++;
      const [rest] = known.rests;
      expect(known.rests).toHaveLength(1);
      expect(movedBy(model, rest!.at)).toBeLessThan(1e-14);
      if (info.c <= 2) expect(rest!.kind).toBe('stable');
      expect(rest!.index).toBe(1);
      for (let k = 0; k < 40; k++) {
        const size = 10 ** draws.between(-3, 0.5);
        const [x, y] = [rest!.at[0] + draws.between(-size, size), rest!.at[1] + draws.between(-size, size)];
        expect(model.objective(x, y)).toBeGreaterThan(rest!.height - 1e-15 * (1 + Math.abs(rest!.height)));
      }
      expect(info.sides.right.segment).toBeNull();
    }
    expect(missed).toBeGreaterThan(50);
  });

  it('keeps a pixel that is not measured free where the line misses the box', () => {
    const { known, model } = sideAt({ phi: [0, 1], truth: [0.3, 1.7] });
    expect(known.rests).toBeNull();
    const [[a, y], [b, z]] = known.segment!;
    expect([a, b]).toEqual(known.box);
    expect(y).toBe(z);
    expect(y).toBeGreaterThan(known.box![1]);
    expect(movedBy(model, [0.4, y])).toBeLessThan(1e-15);
    expect(known.segment![0][0]).toBeCloseTo(1 - known.box![1], 15);
  });

  it('has one point where the line touches a corner', () => {
    const crossing = sideAt({}).known.crossing!;
    const { known } = sideAt({ truth: [crossing, crossing] });
    const [from, to] = known.segment ?? [known.rests![0]!.at, known.rests![0]!.at];
    expect(far(from, to)).toBeLessThan(1e-15);
    expect(far(from, [crossing, crossing])).toBeLessThan(1e-15);
  });

  it('is a free D from M on', () => {
    const { known } = sideAt({ sigma: 0.6 });
    expect([known.cap, known.box, known.segment]).toEqual([null, null, null]);
    expect(known.rests).toHaveLength(1);
    expect(known.rate).toBeCloseTo(known.largestSlope, 15);
  });
});

it('a side knows its rate, and below which c no cycle is', () => {
  const of = (more: Partial<PixelValues>) => pixelSides({ ...DEFAULTS, ...more }).info.sides;
  expect(of({ c: 1.98 }).left.guaranteedBelow.toFixed(3)).toBe('1.179');
  expect(of({}).left.rate).toBeNull();
  expect([of({}).right.rate, of({ c: 1.98 }).right.rate, of({ c: 2 }).right.rate]).toEqual([
    0.95, 0.95, 0.95,
  ]);
  expect(of({ c: 2.05 }).right.rate).toBeCloseTo(0.9975, 12);
  expect([of({ c: 2.06 }).right.rate, of({ cap: 1 }).right.rate]).toEqual([null, null]);
  expect(of({ cap: 1 }).right.guaranteedBelow).toBe(2);
});

describe('where every slope is below 1', () => {
  it('there is one rest point, however near to 1 the cap is', () => {
    for (const nearly of [1e-3, 3e-9, 1e-12, 2 ** -53])
      for (const c of [1e-3, 1, 2, 3.9]) {
        const { info, pixels } = pixelSides({ ...DEFAULTS, cap: 1 - nearly, c });
        const { rests } = info.sides.right;
        expect(rests).toHaveLength(1);
        expect(rests![0]!.index).toBe(1);
        expect(movedBy(pixels.right, rests![0]!.at)).toBeLessThan(1e-12);
      }
  });

  it('with M = 1 a degenerate rest point is a minimum, not a saddle', () => {
    const { info } = pixelSides({ ...DEFAULTS, spread: 0.3, sigma: 0.4, truth: [0.5, 0.5] });
    expect(info.sides.left.largestSlope).toBeCloseTo(1, 12);
    expect(info.sides.left.rests!.map(({ kind }) => kind)).toEqual(['stable']);
  });
});
