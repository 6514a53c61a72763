import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import { CHECK, vectorOf } from '../../../fixtures/arbitraries.ts';
import { writeResidual } from './block-newton.ts';
import { type Block, createBlockFactory } from './blocks.ts';
import { createDualCurve } from './dual-curve.ts';

/** Rows that cut the plane, and vectors with their signs, none of them zero. */
const cases = fc.integer({ min: 1, max: 7 }).chain((n) =>
  fc
    .record({
      features: vectorOf(2 * n, fc.integer({ min: -3, max: 3 })),
      vectors: fc.array(vectorOf(2, fc.integer({ min: -4, max: 4 })), { minLength: 1, maxLength: 9 }),
      signs: fc.array(fc.constantFrom(1 as const, -1 as const), { minLength: 9, maxLength: 9 }),
      way: vectorOf(2),
    })
    .filter(
      ({ features, vectors }) =>
        features.some((a) => a !== 0) && vectors.every((v) => v.some((x) => x !== 0)),
    ),
);

function prepare(features: Float64Array, vectors: readonly Float64Array[], signs: readonly (1 | -1)[]) {
  const curve = createDualCurve(features);
  const factory = createBlockFactory(curve, features);
  const blocks = vectors.map((v, b) =>
    factory.inSector(signs[b]!, curve.arrangement.locate(v[0]!, v[1]!), v[0]!, v[1]!),
  );
  return { curve, factory, blocks };
}

const lengths = (blocks: readonly Block[]) =>
  blocks.reduce((sum, { v1, v2 }) => sum + Math.sqrt(v1 * v1 + v2 * v2), 0);

/** -sum sign relu(A v), row by row from the definition. */
const minusOutput = (features: Float64Array, blocks: readonly Pick<Block, 'sign' | 'v1' | 'v2'>[]) =>
  Array.from({ length: features.length / 2 }, (_, i) =>
    blocks.reduce(
      (sum, { sign, v1, v2 }) => sum - sign * Math.max(0, features[2 * i]! * v1 + features[2 * i + 1]! * v2),
      0,
    ),
  );

describe('blocks', () => {
  it('are linear in their place: their columns give relu(A v)', () => {
    fc.assert(
      fc.property(cases, ({ features, vectors, signs }) => {
        const { blocks } = prepare(features, vectors, signs);
        const residual = new Float64Array(features.length / 2);
        writeResidual(residual, new Float64Array(residual.length), blocks);
        const expected = minusOutput(
          features,
          vectors.map((v, b) => ({ sign: signs[b]!, v1: v[0]!, v2: v[1]! })),
        );
        expected.forEach((value, i) => {
          expect(residual[i]).toBeCloseTo(value, 12);
        });
      }),
      CHECK,
    );
  });

  it('that are joined make the same function, no longer than before, and none is left to be joined', () => {
    fc.assert(
      fc.property(cases, ({ features, vectors, signs }) => {
        const { factory, blocks, curve } = prepare(features, vectors, signs);
        const [before, long] = [minusOutput(features, blocks), lengths(blocks)];
        factory.merge(blocks);
        minusOutput(features, blocks).forEach((value, i) => {
          expect(value).toBeCloseTo(before[i]!, 12);
        });
        expect(lengths(blocks)).toBeLessThanOrEqual(long + 1e-12);
        const count = curve.arrangement.rays;
        const taken = blocks.flatMap(({ sign, place, onRay }) =>
          (onRay ? [place, (place + count - 1) % count] : [place]).map((sector) => `${sign} ${sector}`),
        );
        expect(new Set(taken).size).toBe(taken.length);
      }),
      { ...CHECK, numRuns: runsAll ? 2000 : 600 },
    );
  });

  it('have room up to the edge of their place and none beyond', () => {
    fc.assert(
      fc.property(cases, ({ features, vectors, signs, way }) => {
        const { factory, blocks, curve } = prepare(features, vectors, signs);
        for (const block of blocks) {
          // A block on a ray moves along it alone.
          const { rays } = curve;
          const [e1, e2] = [rays[2 * block.place]!, rays[2 * block.place + 1]!];
          const along = e1 * way[0]! + e2 * way[1]!;
          const [d1, d2] = block.onRay ? [along * e1, along * e2] : [way[0]!, way[1]!];
          const room = factory.room(block, d1, d2);
          // On a ray but for rounding, a hair inside.
          if (room < 1e-9) continue;
          const at = (t: number) =>
            factory[block.onRay ? 'onRay' : 'inSector'](
              block.sign,
              block.place,
              block.v1 + t * d1,
              block.v2 + t * d2,
            );
          const inside = at(0.999 * Math.min(room, 1e3));
          expect(inside.onRay).toBe(block.onRay);
          expect(lengths([inside])).toBeGreaterThan(0);
          if (room === Number.POSITIVE_INFINITY) continue;
          const outside = at(1.001 * room);
          expect(outside.onRay).toBe(true);
          if (block.onRay) expect(lengths([outside])).toBe(0);
        }
      }),
      CHECK,
    );
  });
});
