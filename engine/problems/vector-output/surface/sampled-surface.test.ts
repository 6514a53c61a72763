import { describe, expect, it } from 'vitest';
import reference from '../../../fixtures/vector-output.json';
import { createRandom, fillNormal, STREAMS } from '../../../kernels/random.ts';
import { dot } from '../../../kernels/vector.ts';
import { createSampledSurface } from './sampled-surface.ts';
import { createSphereSurface } from './sphere-surface.ts';

function normals(count: number, seed: number) {
  const numbers = new Float64Array(count);
  fillNormal(numbers, createRandom(seed, STREAMS.data));
  return numbers;
}

/** ||R^T relu(A u)|| from the ReLU itself. */
function etaOf(features: Float64Array, residual: Float64Array, u: Float64Array) {
  const n = features.length / u.length;
  const outputs = residual.length / n;
  const sum = new Float64Array(outputs);
  for (let i = 0; i < n; i++) {
    const z = Math.max(0, dot(u, features.subarray(i * u.length)));
    for (let j = 0; j < outputs; j++) sum[j]! += z * residual[outputs * i + j]!;
  }
  return Math.hypot(...sum);
}

const OPTIONS = { columns: 3, patterns: 100, seed: 1 };

describe('eta over sampled directions', () => {
  it.each([
    [40, 5, 3],
    [25, 10, 8],
    [200, 3, 1],
  ])('n = %d, d = %d, K = %d: values of eta in cells, far above what was sampled', (n, d, outputs) => {
    const [features, residual] = [normals(n * d, 1), normals(n * outputs, 2)];
    const surface = createSampledSurface(features, outputs, { columns: d, patterns: 50, seed: 3 });
    surface.update(residual);
    const touches = surface.localMaxima(0, 100);
    expect(touches.length).toBeGreaterThan(1);
    expect([surface.isExact, surface.columns, surface.maximum()]).toEqual([false, d, touches[0]!.eta]);
    expect(surface.localMaxima(touches[1]!.eta, 9)).toEqual(touches.slice(0, 1));
    expect(surface.localMaxima(0, 1)).toEqual(touches.slice(0, 1));
    for (const { direction, eta, face } of touches) {
      expect(dot(direction, direction)).toBeCloseTo(1, 13);
      expect(Math.abs(etaOf(features, residual, direction) / eta - 1)).toBeLessThan(1e-13);
      const active = Array.from({ length: n }, (_, i) =>
        dot(direction, features.subarray(i * d)) > 0 ? 1 : 0,
      );
      expect([...face.active]).toEqual(active);
      expect([face.dimension, face.basis.reduce((sum, value) => sum + value, 0)]).toEqual([d, d]);
      expect(touches.filter(({ direction: other }) => dot(other, direction) > 1 - 1e-9).length).toBe(1);
    }
    // The best of as many directions again.
    const random = createRandom(4, STREAMS.start);
    const u = new Float64Array(d);
    for (let k = 0; k < 100; k++) {
      fillNormal(u, random);
      expect(etaOf(features, residual, u) / Math.sqrt(dot(u, u))).toBeLessThan(surface.maximum());
    }
  });

  it('comes near to the maximum over the sphere, and never above it', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const [features, residual] = [normals(3 * 20, seed), normals(2 * 20, seed + 100)];
      const exact = createSphereSurface(features, 2);
      const sampled = createSampledSurface(features, 2, OPTIONS);
      for (const surface of [exact, sampled]) surface.update(residual);
      const share = sampled.maximum() / exact.maximum();
      expect(share).toBeLessThanOrEqual(1 + 1e-14);
      expect(share).toBeGreaterThan(0.99);
    }
  });

  it('follows the residual, which it keeps no hold of, and says what is not finite', () => {
    const { features, labels, K } = reference.sphere[0]!;
    const rows = Float64Array.from(features);
    const surface = createSampledSurface(rows, K, OPTIONS);
    expect([surface.maximum(), surface.localMaxima(0, 9)]).toEqual([0, []]);
    const residual = Float64Array.from(labels);
    surface.update(residual);
    residual.fill(0);
    const one = surface.maximum();
    expect(one).toBeGreaterThan(5);
    surface.update(Float64Array.from(labels, (y) => 4 * y));
    expect(surface.maximum()).toBe(4 * one);
    expect(createSampledSurface(rows, K, { ...OPTIONS, seed: 2 }).maximum()).toBe(0);
    surface.update(Float64Array.from(labels, () => Number.NaN));
    expect([surface.maximum(), surface.localMaxima(0, 9)]).toEqual([Number.NaN, []]);
    const zeros = createSampledSurface(new Float64Array(6), 1, OPTIONS);
    zeros.update(Float64Array.of(1, 2));
    expect([zeros.maximum(), zeros.localMaxima(0, 9)]).toEqual([0, []]);
  });
});
