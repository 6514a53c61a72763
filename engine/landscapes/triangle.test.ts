import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '../field.ts';
import { mapField } from './map-field.ts';
import { mapped, pastBorder } from './mapped-triangle.ts';
import { isOnTriangle, nearestOnMap, onMap, TRIANGLE, TRIANGLE_VIEW, weightsAt } from './triangle.ts';

/** Three weights that sum to 1, some of them negative. */
const weights = fc
  .tuple(fc.double({ min: -1, max: 2, noNaN: true }), fc.double({ min: -1, max: 2, noNaN: true }))
  .map(([x, y]) => [1 - x - y, x, y] as const);
const away = (a: readonly number[], b: readonly number[]) =>
  Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0));

describe('the map of a triangle', () => {
  it('keeps all distances, and goes back', () => {
    fc.assert(
      fc.property(weights, weights, (a, b) => {
        const [p, q] = [onMap(a[1], a[2]), onMap(b[1], b[2])];
        expect(away(p, q)).toBeCloseTo(away(a, b), 12);
        expect(away(weightsAt(...p), a)).toBeLessThan(1e-14);
      }),
    );
    const corners = [0, 1, 2].map((k) => onMap(k === 1 ? 1 : 0, k === 2 ? 1 : 0));
    expect(corners.flat()).toEqual(TRIANGLE);
  });

  it('stands in the middle of its square window, with room on all sides', () => {
    const { x0, x1, y0, y1 } = TRIANGLE_VIEW;
    expect(x1 - x0).toBeCloseTo(y1 - y0, 15);
    for (const place of [TRIANGLE[0]! - x0, x1 - TRIANGLE[2]!, TRIANGLE[1]! - y0, y1 - TRIANGLE[5]!])
      expect(place).toBeGreaterThan(0.1);
  });

  it('finds the nearest place of the triangle: none of its places is nearer', () => {
    fc.assert(
      fc.property(weights, weights, (a, b) => {
        const [u, v] = onMap(a[1], a[2]);
        const found = nearestOnMap(u, v);
        expect(isOnTriangle(...found)).toBe(true);
        const other = nearestOnMap(...onMap(b[1], b[2]));
        expect(away(found, [u, v])).toBeLessThanOrEqual(away(other, [u, v]) + 1e-12);
        if (Math.min(...a) >= 0) expect(away(found, [u, v])).toBeLessThan(1e-14);
      }),
    );
  });
});

const FIELD: Field = {
  domain: { kind: 'triangle', corners: ['a', 'b', 'c'] },
  along: ['x', 'y'],
  place: ([, x, y]) => [{ x: x!, y: y!, weight: 1, role: 'one', off: 0 }],
  height: (x, y) => (x >= 0 && y >= 0 && x + y <= 1 ? 3 + x ** 2 - 2 * x * y + 5 * y ** 2 - y : Number.NaN),
  arrow(into, x, y) {
    into[0] = x;
    into[1] = -y;
  },
  marks: () => [{ kind: 'minimum', at: [0, 1], height: 7 }],
  startAt: (x, y) => [1 - x - y, x, y],
};

describe('a field over a triangle', () => {
  const { field } = mapField({ fields: { own: mapped(FIELD) } })!;

  it('is read where it is drawn', () => {
    const at = onMap(0.2, 0.3);
    expect(field.height!(...at)).toBeCloseTo(FIELD.height!(0.2, 0.3), 14);
    expect(field.place(Float64Array.of(0.5, 0.2, 0.3))[0]).toMatchObject({ x: at[0], y: at[1], role: 'one' });
    expect(field.along).toBeUndefined();
    const move = new Float64Array(2);
    field.arrow!(move, ...at);
    expect(away(move as never, onMap(0.2, -0.3))).toBeLessThan(1e-14);
    expect(field.marks!()).toEqual([{ kind: 'minimum', at: onMap(0, 1), height: 7 }]);
  });

  it('has heights everywhere on its border', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (x) => {
        expect(field.height!(...onMap(x, 1 - x))).not.toBeNaN();
        expect(field.height!(...onMap(0, x))).not.toBeNaN();
      }),
    );
  });

  it('has heights on its border, and none off it', () => {
    for (const share of [0, 0.1, 1 / 3, 0.7, 1]) {
      for (const [x, y] of [
        [share, 0],
        [0, share],
        [share, 1 - share],
      ] as const) {
        const at = onMap(x, y);
        expect(field.height!(...at)).toBeCloseTo(3 + x ** 2 - 2 * x * y + 5 * y ** 2 - y, 13);
        const [cu, cv] = onMap(1 / 3, 1 / 3);
        const out = [at[0] + 1e-3 * (at[0] - cu), at[1] + 1e-3 * (at[1] - cv)] as const;
        expect(field.height!(...out)).toBeNaN();
        expect(field.allows!(...out)).toBe(false);
      }
    }
  });

  it('takes the nearest start in thousandths, which are no less than 0 and sum to 1', () => {
    expect(field.startAt!(...onMap(0.6, 0.2))).toEqual([1 - 0.6 - 0.2, 0.6, 0.2]);
    expect(field.startAt!(...onMap(-1, 0.5))[1]).toBe(0);
    fc.assert(
      fc.property(weights, ([, x, y]) => {
        const [first, ...rest] = field.startAt!(...onMap(x, y));
        expect(Math.min(first!, ...rest)).toBeGreaterThanOrEqual(-1e-15);
        expect(rest.every((weight) => Math.round(1000 * weight) / 1000 === weight)).toBe(true);
      }),
    );
  });

  it('goes on past its border as far as it is asked to: what is quadratic exactly', () => {
    const height = pastBorder(field.height!, 0.02);
    const [cu, cv] = onMap(1 / 3, 1 / 3);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 2 }),
        (share, edge) => {
          const turned = [0, share, 1 - share];
          const [x, y] = [turned[edge]!, turned[(edge + 1) % 3]!];
          const [u, v] = onMap(x, y);
          const far = away([u, v], [cu, cv]);
          const at = (beyond: number) =>
            [u + ((u - cu) * beyond) / far, v + ((v - cv) * beyond) / far] as const;
          const [, ox, oy] = weightsAt(...at(0.019));
          expect(height(...at(0.019))).toBeCloseTo(3 + ox ** 2 - 2 * ox * oy + 5 * oy ** 2 - oy, 9);
          expect(height(...at(0.021))).toBeNaN();
        },
      ),
    );
    expect(height(cu, cv)).toBe(mapped(FIELD).height!(cu, cv));
  });
});
