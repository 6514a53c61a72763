import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activation,
  blends,
  CHECK,
  landscapeOf,
  leaks,
  type NeuronCase,
  neuronCases,
  offKinks,
  relu,
  vectorOf,
} from '../../fixtures/arbitraries.ts';
import { ownInstance } from '../../fixtures/instances.ts';
import { relativeError, runSides } from '../../fixtures/runs.ts';
import { createRandom } from '../../kernels/random.ts';
import { dot, norm } from '../../kernels/vector.ts';
import { createNeuronLoss } from './loss.ts';

/** Differences of a piecewise quadratic are exact up to rounding, so the step can be large. */
const REACH = 2 ** -10;

const gradientAt = (data: NeuronCase, blend: number, w: Float64Array) => {
  const gradient = new Float64Array(data.d);
  landscapeOf(data, blend).evaluate(gradient, w);
  return gradient;
};

const moved = (w: Float64Array, j: number, by: number) => w.map((value, k) => (k === j ? value + by : value));

const activations = ({ features, n }: NeuronCase, w: Float64Array) =>
  Array.from({ length: n }, (_, i) => activation(features, w, i));

/** Size of a loss's terms, to which rounding is relative. */
const scaleOf = (data: NeuronCase, w: Float64Array) =>
  activations(data, w).reduce((sum, z, i) => sum + (Math.abs(z) + Math.abs(data.labels[i]!) + 1) ** 2, 0) *
  (data.leak > 0 ? 1 / data.leak : 1);

const cases = neuronCases('free');
const planted = neuronCases('planted');
const closeTo = (actual: number, expected: number, scale: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * scale);

describe('one-neuron losses against their definitions', () => {
  it('f is half the mean squared residual', () => {
    fc.assert(
      fc.property(cases, (data) => {
        const f = activations(data, data.w).reduce(
          (sum, z, i) => sum + (relu(z, data.leak) - data.labels[i]!) ** 2,
          0,
        );
        closeTo(landscapeOf(data, 0).loss(data.w), f / (2 * data.n), scaleOf(data, data.w));
      }),
      CHECK,
    );
  });

  it('g is the matching loss Phi(z) - y z + Phi*(y), Phi the integral of the ReLU', () => {
    fc.assert(
      fc.property(cases, (data) => {
        const { leak: s, labels, n } = data;
        const g = activations(data, data.w).reduce((sum, z, i) => {
          const y = labels[i]!;
          const conjugate = y >= 0 || s === 0 ? (y * y) / 2 : (y * y) / (2 * s);
          return sum + (z * relu(z, s)) / 2 - y * z + conjugate;
        }, 0);
        closeTo(landscapeOf(data, 1).loss(data.w), g / n, scaleOf(data, data.w));
      }),
      CHECK,
    );
  });

  it('without a leak g is f with the regulariser 1/n sum y max(-a.w, 0)', () => {
    fc.assert(
      fc.property(neuronCases('free', fc.constant(0)), (data) => {
        const extra = activations(data, data.w).reduce(
          (sum, z, i) => sum + data.labels[i]! * Math.max(-z, 0),
          0,
        );
        const difference = landscapeOf(data, 1).loss(data.w) - landscapeOf(data, 0).loss(data.w);
        closeTo(difference, extra / data.n, scaleOf(data, data.w));
      }),
      CHECK,
    );
  });

  it('the blend is (1 - b) f + b g, loss and gradient', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), (data, b) => {
        const scale = scaleOf(data, data.w);
        const [f, g, blended] = [0, 1, b].map((blend) => landscapeOf(data, blend).loss(data.w));
        closeTo(blended!, (1 - b) * f! + b * g!, scale);
        const [df, dg, db] = [0, 1, b].map((blend) => gradientAt(data, blend, data.w));
        for (let j = 0; j < data.d; j++) closeTo(db![j]!, (1 - b) * df![j]! + b * dg![j]!, 10 * scale);
      }),
      CHECK,
    );
  });

  it('a sample on its kink is off: the gradient there is the inactive one', () => {
    const kink = { features: Float64Array.of(1, 0), labels: Float64Array.of(2), d: 2, leak: 0 };
    const gradient = new Float64Array(2);
    expect(landscapeOf(kink, 0).evaluate(gradient, Float64Array.of(0, 1))).toBe(2);
    expect([...gradient]).toEqual([0, 0]);
    landscapeOf(kink, 1).evaluate(gradient, Float64Array.of(0, 1));
    expect([...gradient]).toEqual([-2, 0]);
    landscapeOf({ ...kink, leak: 0.25 }, 0).evaluate(gradient, Float64Array.of(0, 1));
    expect([...gradient]).toEqual([-0.5, 0]);
  });
});

describe('one-neuron derivatives', () => {
  it('the gradient is that of central differences away from the kinks', () => {
    fc.assert(
      fc.property(cases, blends, (data, blend) => {
        fc.pre(offKinks(data, data.w, REACH));
        const landscape = landscapeOf(data, blend);
        const gradient = gradientAt(data, blend, data.w);
        for (let j = 0; j < data.d; j++) {
          const ahead = landscape.loss(moved(data.w, j, REACH));
          const behind = landscape.loss(moved(data.w, j, -REACH));
          closeTo(gradient[j]!, (ahead - behind) / (2 * REACH), scaleOf(data, data.w));
        }
      }),
      CHECK,
    );
  });

  it('the curvature is that of differences of the gradient away from the kinks', () => {
    fc.assert(
      fc.property(cases, blends, (data, blend) => {
        fc.pre(offKinks(data, data.w, REACH));
        const { d } = data;
        const matrix = new Float64Array(d * d);
        landscapeOf(data, blend).curvature(matrix, data.w);
        for (let j = 0; j < d; j++) {
          const ahead = gradientAt(data, blend, moved(data.w, j, REACH));
          const behind = gradientAt(data, blend, moved(data.w, j, -REACH));
          for (let k = 0; k < d; k++)
            closeTo(matrix[k * d + j]!, (ahead[k]! - behind[k]!) / (2 * REACH), 10 * scaleOf(data, data.w));
        }
      }),
      CHECK,
    );
  });

  it('evaluate returns the loss, and a batch of all rows is the gradient', () => {
    fc.assert(
      fc.property(cases, blends, (data, blend) => {
        const landscape = landscapeOf(data, blend);
        const gradient = new Float64Array(data.d);
        expect(landscape.evaluate(gradient, data.w)).toBe(landscape.loss(data.w));
        const rows = Int32Array.from({ length: data.n }, (_, i) => data.n - 1 - i);
        const batch = new Float64Array(data.d);
        landscape.batchGradient(batch, data.w, rows, 0, data.n);
        for (let j = 0; j < data.d; j++) closeTo(batch[j]!, gradient[j]!, scaleOf(data, data.w));
      }),
      CHECK,
    );
  });

  it('the mean of the single-row gradients is the gradient', () => {
    fc.assert(
      fc.property(cases, blends, (data, blend) => {
        const landscape = landscapeOf(data, blend);
        const rows = Int32Array.from({ length: data.n }, (_, i) => i);
        const sum = new Float64Array(data.d);
        const single = new Float64Array(data.d);
        for (let i = 0; i < data.n; i++) {
          landscape.batchGradient(single, data.w, rows, i, i + 1);
          for (let j = 0; j < data.d; j++) sum[j] = sum[j]! + single[j]! / data.n;
        }
        const gradient = gradientAt(data, blend, data.w);
        for (let j = 0; j < data.d; j++) closeTo(sum[j]!, gradient[j]!, scaleOf(data, data.w));
      }),
      CHECK,
    );
  });
});

describe('laws of the relaxation', () => {
  it('planted labels: g >= f >= 0 everywhere and both are exactly 0 at the plant', () => {
    fc.assert(
      fc.property(planted, (data) => {
        const [f, g] = [landscapeOf(data, 0), landscapeOf(data, 1)];
        expect(f.loss(data.w)).toBeGreaterThanOrEqual(0);
        expect(g.loss(data.w)).toBeGreaterThanOrEqual(f.loss(data.w));
        expect([f.loss(data.plant), g.loss(data.plant)]).toEqual([0, 0]);
        expect(norm(gradientAt(data, 0, data.plant))).toBe(0);
        expect(norm(gradientAt(data, 1, data.plant))).toBe(0);
      }),
      CHECK,
    );
  });

  it('with a leak g >= f for labels of every sign', () => {
    fc.assert(
      fc.property(neuronCases('free', fc.constantFrom(0.1, 0.5, 0.99)), (data) => {
        expect(landscapeOf(data, 1).loss(data.w)).toBeGreaterThanOrEqual(landscapeOf(data, 0).loss(data.w));
      }),
      CHECK,
    );
  });

  it('noiseless: <w - w*, grad g - grad f> is what the off samples pull towards the plant, and never negative', () => {
    fc.assert(
      fc.property(planted, (data) => {
        const { w, plant, leak: s, labels, n } = data;
        const difference = gradientAt(data, 1, w).map((value, j) => value - gradientAt(data, 0, w)[j]!);
        const pull = dot(
          difference,
          w.map((value, j) => value - plant[j]!),
        );
        const [at, there] = [activations(data, w), activations(data, plant)];
        const terms = at.map((z, i) => (z > 0 ? 0 : (relu(z, s) - labels[i]!) * (z - there[i]!)));
        const delta = ((1 - s) / n) * terms.reduce((sum, term) => sum + term, 0);
        const scale = scaleOf(data, w) + scaleOf(data, plant);
        closeTo(pull, delta, 10 * scale);
        expect(Math.min(...terms)).toBeGreaterThanOrEqual(-1e-13 * scale);
      }),
      CHECK,
    );
  });

  it('g is convex along every segment whatever the signs of the labels', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), (data, t) => {
        const g = landscapeOf(data, 1);
        const between = data.w.map((value, j) => (1 - t) * value + t * data.v[j]!);
        const chord = (1 - t) * g.loss(data.w) + t * g.loss(data.v);
        expect(g.loss(between)).toBeLessThanOrEqual(
          chord + 1e-13 * (scaleOf(data, data.w) + scaleOf(data, data.v)),
        );
      }),
      CHECK,
    );
  });

  it('f is not: some segment of a planted case rises above its chord', () => {
    const trap = {
      features: Float64Array.of(1, 2, 2, 1, -2, 1, 1, -2),
      labels: Float64Array.of(3, 3, 0, 0),
      d: 2,
      leak: 0,
    };
    const f = landscapeOf(trap, 0);
    const [u, v] = [Float64Array.of(-1, -1), Float64Array.of(1, 1)];
    expect(f.loss(Float64Array.of(0, 0))).toBeGreaterThan((f.loss(u) + f.loss(v)) / 2);
  });

  it('nonNegative is kept by the losses of every sampled point', () => {
    let promised = 0;
    fc.assert(
      fc.property(cases, blends, fc.constantFrom(1, 1e3, 1e6), (data, blend, far) => {
        const landscape = landscapeOf(data, blend);
        if (!landscape.nonNegative) return;
        promised++;
        expect(landscape.loss(data.w.map((value) => far * value))).toBeGreaterThanOrEqual(0);
      }),
      CHECK,
    );
    expect(promised).toBeGreaterThan(CHECK.numRuns / 2);
  });

  it('nonNegative is not promised where a loss below zero exists', () => {
    const alone = { features: Float64Array.of(1), labels: Float64Array.of(-1), d: 1, leak: 0 };
    expect(landscapeOf(alone, 1).loss(Float64Array.of(-10))).toBeLessThan(0);
    expect(landscapeOf(alone, 1).nonNegative).toBe(false);
    expect(landscapeOf(alone, 0.25).nonNegative).toBe(false);
    expect(landscapeOf(alone, 0).nonNegative).toBe(true);
    expect(landscapeOf({ ...alone, leak: 0.1 }, 1).nonNegative).toBe(true);
  });
});

describe('a loss without a floor', () => {
  const integers = (length: number, bound: number) =>
    vectorOf(length, fc.integer({ min: -bound, max: bound }));
  const planes = fc
    .integer({ min: 1, max: 6 })
    .chain((n) => fc.record({ features: integers(2 * n, 4), labels: integers(n, 3) }));

  /**
   * Returns a direction v with A v <= 0 and y.A v > 0, or null. In the plane the extreme rays of {A v <= 0} are orthogonal to rows (or the
   * cone is a half-plane, covered by the rows themselves): with integers every test is exact.
   */
  function fallingDirection(features: Float64Array, labels: Float64Array): Float64Array | null {
    const rows = Array.from(labels, (_, i) => [features[2 * i]!, features[2 * i + 1]!] as const);
    const circle = Array.from(
      { length: 720 },
      (_, k) => [Math.cos((k * Math.PI) / 360), Math.sin((k * Math.PI) / 360)] as const,
    );
    const candidates = [
      ...rows.flatMap(
        ([a, b]) =>
          [
            [-b, a],
            [b, -a],
            [-a, -b],
          ] as const,
      ),
      ...circle,
    ];
    for (const [a, b] of candidates) {
      const z = rows.map((row) => row[0] * a + row[1] * b);
      const rate = z.reduce((sum, value, i) => sum + value * labels[i]!, 0);
      if (z.every((value) => value <= 0) && rate > 1e-9) return Float64Array.of(a, b);
    }
    return null;
  }

  it('is told apart exactly as trying every direction of the plane does, for every blend above 0', () => {
    let falling = 0;
    fc.assert(
      fc.property(planes, fc.constantFrom(0.25, 0.5, 1), ({ features, labels }, blend) => {
        const v = fallingDirection(features, labels);
        const landscape = createNeuronLoss({ features, labels, dimension: 2, leak: 0, blend });
        expect(landscape.unbounded).toBe(v !== null);
        if (v === null) return;
        falling++;
        const far = (t: number) => landscape.loss(v.map((value) => t * value));
        expect(far(2e6)).toBeLessThan(far(1e6));
        expect(far(1e9)).toBeLessThan(0);
      }),
      CHECK,
    );
    expect(falling).toBeGreaterThan(CHECK.numRuns / 10);
    expect(falling).toBeLessThan(CHECK.numRuns);
  });

  it('never happens to f, with a leak, or with labels that are not negative', () => {
    fc.assert(
      fc.property(planes, leaks, blends, ({ features, labels }, leak, blend) => {
        const safe = leak > 0 || blend === 0;
        const input = { features, dimension: 2, leak, blend };
        if (safe) expect(createNeuronLoss({ ...input, labels }).unbounded).toBe(false);
        expect(createNeuronLoss({ ...input, labels: labels.map(Math.abs) }).unbounded).toBe(false);
      }),
      CHECK,
    );
  });

  it('needs a direction that falls, not one that is level: A v <= 0 with y.A v = 0 leaves a floor', () => {
    // v = (0, 1): A v = (0, 0, -1) <= 0 and y.A v = 0; g(w) = ((w1)_+^2 + (-w1)_+^2 + (-w2)_+^2)/6 + w1/3 + 1/6.
    const landscape = createNeuronLoss({
      features: Float64Array.of(1, 0, -1, 0, 0, -1),
      labels: Float64Array.of(-1, 0, 0),
      dimension: 2,
      leak: 0,
      blend: 1,
    });
    expect(landscape.unbounded).toBe(false);
    expect(landscape.nonNegative).toBe(false);
    expect(Math.abs(landscape.loss(Float64Array.of(-1, 1e6)))).toBeLessThan(1e-15);
    fc.assert(
      fc.property(vectorOf(2), (w) => {
        expect(landscape.loss(w)).toBeGreaterThanOrEqual(-1e-15);
      }),
      CHECK,
    );
  });

  it('is not seen in years with a bias and some labels below zero whose weighted mean year is one of them', () => {
    const years = Array.from({ length: 71 }, (_, k) => 1920 + k);
    const features = Float64Array.from(years.flatMap((year) => [year, 1]));
    const meanOf = (labels: Float64Array) =>
      labels.reduce((sum, y, i) => sum + y * years[i]!, 0) / labels.reduce((sum, y) => sum + y, 0);
    const random = createRandom(3, 0);
    const seen = { bounded: 0, unbounded: 0 };
    for (let round = 0; round < 500; round++) {
      const labels = Float64Array.from(years, () => random.normal() + 0.3);
      const total = labels.reduce((sum, y) => sum + y, 0);
      const mean = meanOf(labels);
      const { unbounded } = createNeuronLoss({ features, labels, dimension: 2, leak: 0, blend: 1 });
      // A^T y = total (mean, 1) is in the cone of the rows (year, 1) iff total > 0 and the mean is among the years.
      expect(unbounded).toBe(!(total > 0 && mean >= 1920 && mean <= 1990));
      seen[unbounded ? 'unbounded' : 'bounded']++;
    }
    expect(Math.min(seen.bounded, seen.unbounded)).toBeGreaterThan(5);
  });

  it('runs off from a place where every sample is off and the pull keeps it so', () => {
    // n = 1: w < 0 is off, the pull A^T y = -1 leads on to -infinity for every blend above 0.
    for (const blend of [0.5, 1]) {
      const landscape = createNeuronLoss({
        features: Float64Array.of(1),
        labels: Float64Array.of(-1),
        dimension: 1,
        leak: 0,
        blend,
      });
      expect(landscape.runsOff(Float64Array.of(-1))).toBe(true);
      expect(landscape.runsOff(Float64Array.of(5))).toBe(blend === 1);
    }
  });
});

describe('a blend that falls for ever may still hold a run in a minimum of its own', () => {
  // All samples are off at (-2, 0) and y.A w = 4 > 0, yet the pull A^T y = (-2, 9) switches the first two on.
  const { instance, values } = ownInstance([0, 2, 1, 3, 3, -2], [2, 1, -1], { blend: 0.25, start: [-2, 0] });

  it('is not said to run off where the run ends in that minimum, (-77/16, 27/16)', () => {
    expect(instance.right.unbounded).toBe(true);
    const { right } = runSides(instance, values, 1500);
    expect(right.status).toBe('stationary');
    expect(relativeError(right.iterates[1500]!, [-77 / 16, 27 / 16])).toBeLessThan(1e-8);
  });

  it('is said to run off for the relaxation itself, from the first step on', () => {
    const whole = ownInstance([0, 2, 1, 3, 3, -2], [2, 1, -1], { blend: 1, start: [-2, 0] });
    const { right } = runSides(whole.instance, whole.values, 5000);
    expect([right.status, right.endedAt]).toEqual(['unbounded', 0]);
    expect(right.losses[5000]).toBeLessThan(right.losses[500]! - 1);
  });
});

describe('a dead neuron', () => {
  it('has no activation above 1e-6 max||a|| ||w||, nor above 1e-6 max|y|', () => {
    const input = { features: Float64Array.of(3, 4, 0, 1), dimension: 2, leak: 0, blend: 0 };
    const landscape = createNeuronLoss({ ...input, labels: Float64Array.of(10, 1) });
    expect(landscape.isDead(Float64Array.of(-1, -1))).toBe(true);
    expect(landscape.isDead(Float64Array.of(0, 0))).toBe(true);
    expect(landscape.isDead(Float64Array.of(-1, 0.1))).toBe(false);
    // a2.w = 4e-6 against 1e-6 * 5 * 1, then 6e-6
    expect(landscape.isDead(Float64Array.of(-1, 4e-6))).toBe(true);
    expect(landscape.isDead(Float64Array.of(-1, 6e-6))).toBe(false);
    // Nor above 1e-6 max|y|: an activation small for long rows and weights need not be small for labels of 1.
    const small = createNeuronLoss({ ...input, labels: Float64Array.of(1, 1) });
    expect(small.isDead(Float64Array.of(-1, 9e-7))).toBe(true);
    expect(small.isDead(Float64Array.of(-1, 2e-6))).toBe(false);
  });

  it('is none with a leak, where inactive samples still pull', () => {
    const input = {
      features: Float64Array.of(1, 2),
      labels: Float64Array.of(-1, -1),
      dimension: 1,
      blend: 1,
    };
    expect(createNeuronLoss({ ...input, leak: 0 }).isDead(Float64Array.of(-3))).toBe(true);
    expect(createNeuronLoss({ ...input, leak: 0.1 }).isDead(Float64Array.of(-3))).toBe(false);
  });

  it('is one whether w is short or long', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(1e-9, 1e-3, 1e3, 1e9), (data, factor) => {
        const landscape = landscapeOf(data, 0);
        const off = activations(data, data.w).every((z) => z <= 0);
        const far = activations(data, data.w).some((z) => z > 1e-3);
        const there = landscape.isDead(data.w.map((value) => factor * value));
        if (off) expect(there).toBe(data.leak === 0);
        if (far) expect(there).toBe(false);
      }),
      CHECK,
    );
  });
});
