import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import reference from '../../../fixtures/vector-output.json';
import { createRandom, fillNormal, STREAMS } from '../../../kernels/random.ts';
import { certifyOutputs } from '../program/certificate.ts';
import { createOutputCurve } from '../program/output-curve.ts';
import { createSphereSurface } from './sphere-surface.ts';

/** ||R^T relu(A u)|| from the ReLU itself. */
function etaOf(features: ArrayLike<number>, residual: ArrayLike<number>, u: ArrayLike<number>) {
  const n = features.length / 3;
  const outputs = residual.length / n;
  const sum = new Float64Array(outputs);
  for (let i = 0; i < n; i++) {
    const z = features[3 * i]! * u[0]! + features[3 * i + 1]! * u[1]! + features[3 * i + 2]! * u[2]!;
    if (z > 0) for (let j = 0; j < outputs; j++) sum[j]! += z * residual[outputs * i + j]!;
  }
  return Math.hypot(...sum);
}

const unit = (x: number, y: number, z: number) => {
  const length = Math.hypot(x, y, z);
  return Float64Array.of(x / length, y / length, z / length);
};

const cross = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  unit(a[1]! * b[2]! - a[2]! * b[1]!, a[2]! * b[0]! - a[0]! * b[2]!, a[0]! * b[1]! - a[1]! * b[0]!);

/** Unit directions around u, a step away; `turn` says where they begin. */
function around(u: ArrayLike<number>, step: number, turn = 0) {
  const p = cross(u, Math.abs(u[0]!) < 0.7 ? [1, 0, 0] : [0, 1, 0]);
  const q = cross(u, p);
  return Array.from({ length: 12 }, (_, k) => {
    const angle = turn + (k * Math.PI) / 6;
    const [a, b] = [step * Math.cos(angle), step * Math.sin(angle)];
    return unit(...([0, 1, 2].map((j) => u[j]! + a * p[j]! + b * q[j]!) as [number, number, number]));
  });
}

/** The direction, and beside it where each wall that is near comes nearest: a ridge is climbed along it. */
function snapped(features: Float64Array, u: Float64Array, step: number) {
  const list = [u];
  for (let i = 0; i < features.length; i += 3) {
    const [a, b, c] = features.subarray(i, i + 3);
    const length = Math.hypot(a!, b!, c!);
    const height = (a! * u[0]! + b! * u[1]! + c! * u[2]!) / length;
    if (!(Math.abs(height) < Math.min(0.9, 2 * step))) continue;
    const by = height / length;
    list.push(unit(u[0]! - by * a!, u[1]! - by * b!, u[2]! - by * c!));
  }
  return list;
}

/** Climbs from the best of some directions by trying what lies around. */
function climbed(features: Float64Array, residual: Float64Array, seed: number): number {
  const random = createRandom(seed, STREAMS.start);
  const starts = Array.from({ length: 120 }, () => {
    const u = unit(random.normal(), random.normal(), random.normal());
    return { u, eta: etaOf(features, residual, u) };
  }).sort((a, b) => b.eta - a.eta);
  let best = 0;
  for (const start of starts.slice(0, 6)) {
    let u: Float64Array = start.u;
    let { eta } = start;
    for (let [step, turn] = [0.1, 0]; step > 1e-8; turn++) {
      const next = around(u, step, turn)
        .flatMap((v) => snapped(features, v, step))
        .map((v) => ({ u: v, eta: etaOf(features, residual, v) }));
      const top = next.reduce((a, b) => (b.eta > a.eta ? b : a));
      if (top.eta > eta) ({ u, eta } = top);
      else step /= 2;
    }
    best = Math.max(best, eta);
  }
  return best;
}

const small = fc.integer({ min: -2, max: 2 });
const free = fc.integer({ min: -300, max: 300 }).map((k) => k / 100);
/** In general position, of small integers, all on one line of the input plane, a row with multiples of it: those with their ones. */
const instances = fc
  .record({
    rows: fc.oneof(
      fc.array(fc.tuple(free, free, free), { minLength: 1, maxLength: 8 }),
      fc.array(fc.tuple(small, small, small), { minLength: 1, maxLength: 8 }),
      fc.array(free, { minLength: 1, maxLength: 8 }).map((list) => list.map((t) => [t, 2 * t - 1, 1])),
      fc
        .tuple(free, free, fc.array(small, { minLength: 1, maxLength: 5 }))
        .map(([x, y, list]) => list.map((t) => [t * x, t * y, t])),
    ),
    outputs: fc.integer({ min: 1, max: 4 }),
    numbers: fc.array(free, { minLength: 32, maxLength: 32 }),
  })
  .map(({ rows, outputs, numbers }) => ({
    features: Float64Array.from(rows.flat()),
    residual: Float64Array.from(numbers.slice(0, rows.length * outputs)),
    outputs,
  }));

function surfaceOf(features: Float64Array, residual: Float64Array) {
  const surface = createSphereSurface(features, residual.length / (features.length / 3));
  surface.update(residual);
  return surface;
}

describe('eta over the sphere', () => {
  it.each(reference.sphere)(
    '$name: the optimum’s residual touches n beta, and proves the optimum',
    (sphere) => {
      const { n, K, beta, features, labels, multipliers, optimum, neurons, second } = sphere;
      const residual = Float64Array.from(multipliers, (l) => n * l);
      const rows = Float64Array.from(features);
      const surface = surfaceOf(rows, residual);
      expect(Math.abs(surface.maximum() / (n * beta) - 1)).toBeLessThan(1e-10);
      expect(surface.maximum() / n).toBeGreaterThanOrEqual(second.sampledMaximum * (1 - 1e-12));
      const { lowerBound } = certifyOutputs(surface, rows, Float64Array.from(labels), residual, beta);
      expect(lowerBound).toBeLessThanOrEqual(optimum);
      expect(1 - lowerBound / optimum).toBeLessThan(1e-11);
      // Each neuron of the optimum stands at a touch.
      const touches = surface.localMaxima(n * beta * (1 - 1e-9), 100);
      expect(touches.length).toBeGreaterThanOrEqual(neurons.length);
      for (const { u } of neurons) {
        const [x, y, z] = unit(u[0]!, u[1]!, u[2]!);
        const nearest = Math.min(
          ...touches.map(({ direction: v }) => Math.hypot(v[0]! - x!, v[1]! - y!, v[2]! - z!)),
        );
        expect(nearest).toBeLessThan(1e-5);
      }
      expect(K).toBe(labels.length / n);
    },
  );

  it('law: the maximum is what climbing finds; zero, repeated, coplanar and opposite rows among them', () => {
    fc.assert(
      fc.property(instances, fc.integer({ min: 1, max: 1e6 }), ({ features, residual }, seed) => {
        const surface = surfaceOf(features, residual);
        const maximum = surface.maximum();
        const found = climbed(features, residual, seed);
        expect(found).toBeLessThanOrEqual(maximum * (1 + 1e-13) + 1e-12);
        expect(found).toBeGreaterThanOrEqual(maximum * (1 - 1e-9) - 1e-12);
        const [top] = surface.localMaxima(0, 1);
        if (top) expect(top.eta).toBe(maximum);
        else expect(maximum).toBeLessThan(1e-12);
      }),
      { numRuns: runsAll ? 200 : 60, seed: 17 },
    );
  });

  it('law: touches are local maxima, the largest first, with faces that know their active rows', () => {
    fc.assert(
      fc.property(instances, ({ features, residual }) => {
        const surface = surfaceOf(features, residual);
        const touches = surface.localMaxima(1e-9, 1000);
        const heights = touches.map(({ eta }) => eta);
        expect(heights).toEqual([...heights].sort((a, b) => b - a));
        expect(surface.localMaxima(1e-9, 2)).toEqual(touches.slice(0, 2));
        for (const { direction, eta, face } of touches) {
          expect(Math.hypot(...direction)).toBeCloseTo(1, 14);
          expect(etaOf(features, residual, direction)).toBeCloseTo(eta, 11);
          for (const near of around(direction, 1e-5))
            expect(etaOf(features, residual, near)).toBeLessThanOrEqual(eta + 1e-11);
          const q = face.dimension;
          expect(face.basis.length).toBe(3 * q);
          // u = B B^T u.
          for (let j = 0; j < 3; j++) {
            let sum = 0;
            for (let c = 0; c < q; c++)
              for (let k = 0; k < 3; k++)
                sum += face.basis[q * j + c]! * face.basis[q * k + c]! * direction[k]!;
            expect(sum).toBeCloseTo(direction[j]!, 14);
          }
          const active = Array.from({ length: features.length / 3 }, (_, i) => {
            const row = features.subarray(3 * i, 3 * i + 3);
            const along = Array.from(
              { length: q },
              (_, c) =>
                row[0]! * face.basis[c]! + row[1]! * face.basis[q + c]! + row[2]! * face.basis[2 * q + c]!,
            );
            const vanishes = Math.hypot(...along) <= 1e-12;
            return !vanishes &&
              row[0]! * direction[0]! + row[1]! * direction[1]! + row[2]! * direction[2]! > 0
              ? 1
              : 0;
          });
          expect([...face.active]).toEqual(active);
        }
      }),
      { numRuns: runsAll ? 200 : 60, seed: 17 },
    );
  });

  it('agrees with the planar curve where the third column is zero', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const n = 2 * seed;
      const plane = new Float64Array(2 * n);
      const residual = new Float64Array(3 * n);
      const random = createRandom(seed, STREAMS.data);
      fillNormal(plane, random);
      fillNormal(residual, random);
      const curve = createOutputCurve(plane, 3);
      curve.update(residual);
      const features = Float64Array.from({ length: 3 * n }, (_, k) =>
        k % 3 === 2 ? 0 : plane[2 * Math.floor(k / 3) + (k % 3)]!,
      );
      const surface = surfaceOf(features, residual);
      expect(Math.abs(surface.maximum() / curve.maximum()!.eta - 1)).toBeLessThan(1e-13);
      const heights = curve
        .localMaxima(1e-9)
        .map(({ eta }) => eta)
        .sort((a, b) => b - a);
      const touches = surface.localMaxima(1e-9, 1000);
      expect(touches.length).toBe(heights.length);
      touches.forEach(({ eta }, k) => {
        expect(eta / heights[k]!).toBeCloseTo(1, 12);
      });
    }
  });

  it('of one row is |a||r|, of zeros 0, and what is not finite is said', () => {
    const r = Float64Array.of(3, 4);
    expect(surfaceOf(Float64Array.of(2, 3, 6), r).maximum()).toBeCloseTo(35, 12);
    const opposite = surfaceOf(Float64Array.of(2, 3, 6, -4, -6, -12), Float64Array.of(3, 4, 1, 1));
    expect(
      opposite.localMaxima(0, 9).map(({ eta, face }) => [Math.round(1e9 * eta) / 1e9, ...face.active]),
    ).toEqual([
      [35, 1, 0],
      [19.798989873, 0, 1],
    ]);
    const zeros = surfaceOf(new Float64Array(6), Float64Array.of(1, 2, 3, 4));
    expect([zeros.maximum(), zeros.localMaxima(0, 9)]).toEqual([0, []]);
    // Two labels of one point that undo each other.
    const level = surfaceOf(Float64Array.of(1, 2, 3, 1, 2, 3), Float64Array.of(1, -1));
    expect([level.maximum(), level.localMaxima(0, 9)]).toEqual([0, []]);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const surface = surfaceOf(Float64Array.of(1, 2, 3), Float64Array.of(bad, 1));
      expect([surface.maximum(), surface.localMaxima(0, 9)]).toEqual([Number.NaN, []]);
      surface.update(r);
      expect(surface.maximum()).toBeCloseTo(5 * Math.sqrt(14), 12);
    }
  });

  it('of orthogonal rows touches at each, on the wall of the other', () => {
    const touches = surfaceOf(Float64Array.of(2, 1, -1, 1, -1, 1), Float64Array.of(-3, 2)).localMaxima(0, 9);
    expect(touches.map(({ face }) => [face.dimension, ...face.active])).toEqual([
      [2, 1, 0],
      [2, 0, 1],
    ]);
    touches.forEach(({ eta }, k) => {
      expect(eta).toBeCloseTo([3 * Math.sqrt(6), 2 * Math.sqrt(3)][k]!, 13);
    });
  });

  it('has no touch where the top of an arc is a vertex that eta rises from', () => {
    const features = Float64Array.of(1, -1, 1, 0, 1, 1, 1, 0, 0);
    const touches = surfaceOf(features, Float64Array.of(-0.36, 0.59, 1.55)).localMaxima(0, 9);
    expect(touches.map(({ face }) => face.dimension)).toEqual([3, 1]);
  });

  it.each([2 ** -20, 2 ** 20])('has the same bits for rows times %d', (factor) => {
    const { features, labels } = reference.sphere[0]!;
    const [rows, residual] = [Float64Array.from(features), Float64Array.from(labels)];
    const [one, scaled] = [
      surfaceOf(rows, residual),
      surfaceOf(
        rows.map((a) => factor * a),
        residual,
      ),
    ];
    expect(scaled.maximum()).toBe(factor * one.maximum());
    const of = (surface: typeof one, level: number) =>
      surface.localMaxima(level, 99).map(({ direction }) => [...direction]);
    expect(of(scaled, factor * 1e-3)).toEqual(of(one, 1e-3));
  });
});
