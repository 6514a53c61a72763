import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import { CHECK, vectorOf } from '../../../fixtures/arbitraries.ts';
import { certify } from './certificate.ts';
import { createDualCurve } from './dual-curve.ts';

interface Network {
  readonly hidden: Float64Array;
  readonly outer: Float64Array;
}

const networks = fc
  .integer({ min: 1, max: 4 })
  .chain((m) => fc.record({ hidden: vectorOf(2 * m), outer: vectorOf(m) }));

const cases = fc.integer({ min: 1, max: 10 }).chain((n) =>
  fc.record({
    features: vectorOf(2 * n),
    labels: vectorOf(n),
    beta: fc.constantFrom(1e-4, 0.01, 0.3, 2),
    one: networks,
    other: networks,
  }),
);

function residualOf(features: Float64Array, labels: Float64Array, { hidden, outer }: Network): Float64Array {
  return labels.map((label, i) =>
    outer.reduce(
      (rest, alpha, j) =>
        rest -
        alpha * Math.max(0, features[2 * i]! * hidden[2 * j]! + features[2 * i + 1]! * hidden[2 * j + 1]!),
      label,
    ),
  );
}

const squares = (v: Float64Array) => v.reduce((sum, value) => sum + value * value, 0);

function objective(features: Float64Array, labels: Float64Array, network: Network, beta: number): number {
  const residual = residualOf(features, labels, network);
  return (
    squares(residual) / (2 * labels.length) + (beta / 2) * (squares(network.hidden) + squares(network.outer))
  );
}

const certificateOf = (features: Float64Array, labels: Float64Array, residual: Float64Array, beta: number) =>
  certify(createDualCurve(features), features, labels, residual, beta);

describe('the certificate', () => {
  it('of any network is never above the objective of any network', () => {
    fc.assert(
      fc.property(cases, ({ features, labels, beta, one, other }) => {
        const { lowerBound } = certificateOf(features, labels, residualOf(features, labels, one), beta);
        for (const network of [one, other])
          expect(lowerBound).toBeLessThanOrEqual(objective(features, labels, network, beta));
        const zero = { hidden: new Float64Array(2), outer: new Float64Array(1) };
        expect(lowerBound).toBeLessThanOrEqual(objective(features, labels, zero, beta));
      }),
      { ...CHECK, numRuns: runsAll ? 2000 : 800 },
    );
  });

  it('is the dual objective of a point that is feasible in every direction', () => {
    fc.assert(
      fc.property(cases, ({ features, labels, beta, one }) => {
        const residual = residualOf(features, labels, one);
        const { lowerBound, factor } = certificateOf(features, labels, residual, beta);
        const lambda = residual.map((r) => factor * r);
        const product = lambda.reduce((sum, value, i) => sum + value * labels[i]!, 0);
        expect(lowerBound).toBeCloseTo(Math.max(0, product - (labels.length / 2) * squares(lambda)), 12);
        const etas = Array.from({ length: 360 }, (_, k) => {
          const [x, y] = [Math.cos((k * Math.PI) / 180), Math.sin((k * Math.PI) / 180)];
          const eta = lambda.reduce(
            (sum, value, i) => sum + value * Math.max(0, features[2 * i]! * x + features[2 * i + 1]! * y),
            0,
          );
          return Math.abs(eta);
        });
        expect(Math.max(...etas)).toBeLessThanOrEqual(beta * (1 + 1e-12));
      }),
      CHECK,
    );
  });

  it('grows with the square of the labels where beta grows with them, to the bit for powers of two', () => {
    fc.assert(
      fc.property(cases, ({ features, labels, beta, one }) => {
        const residual = residualOf(features, labels, one);
        const { lowerBound } = certificateOf(features, labels, residual, beta);
        const twice = (v: Float64Array) => v.map((value) => 2 * value);
        expect(certificateOf(features, twice(labels), twice(residual), 2 * beta).lowerBound).toBe(
          4 * lowerBound,
        );
        expect(certificateOf(twice(features), labels, residual, 2 * beta).lowerBound).toBe(lowerBound);
      }),
      CHECK,
    );
  });

  it('says all there is to say of one datum: beta y - beta^2/2', () => {
    const [features, labels] = [Float64Array.of(1, 0), Float64Array.of(2)];
    const { lowerBound } = certificateOf(features, labels, Float64Array.of(0.5), 0.5);
    expect(lowerBound).toBeCloseTo(0.5 * 2 - 0.125, 13);
  });

  it('says nothing of residuals that are zero or not finite', () => {
    const [features, labels] = [Float64Array.of(1, 0), Float64Array.of(2)];
    for (const r of [0, Number.NaN, Number.POSITIVE_INFINITY])
      expect(certificateOf(features, labels, Float64Array.of(r), 0.1).lowerBound).toBe(0);
  });
});
