import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import type { Field } from '../field.ts';
import { CHECK } from '../fixtures/arbitraries.ts';
import { streamlinesOf as linesOf, NEAREST } from './streamlines.ts';
import type { GridView } from './window.ts';

const UNIT: GridView = { x0: 0, x1: 1, y0: 0, y1: 1 };

const ACROSS = 22;
const SPACING = 1 / ACROSS;
const streamlinesOf = (field: Pick<Field, 'arrow' | 'allows'>, view: GridView) =>
  linesOf(field, view, ACROSS);

type Matrix = readonly [number, number, number, number];

/** The arrows of a linear field about (0, 0). */
const linear = ([a, b, c, d]: Matrix) => ({
  arrow(into: Float64Array, x: number, y: number) {
    into[0] = a * x + b * y;
    into[1] = c * x + d * y;
  },
});

const entry = fc.double({ min: -2, max: 2, noNaN: true });
const matrices = fc.tuple(entry, entry, entry, entry);
const views = fc
  .record({
    x: entry,
    y: entry,
    width: fc.double({ min: 0.5, max: 5, noNaN: true }),
    tall: fc.constantFrom(0.2, 1, 3),
  })
  .map(({ x, y, width, tall }): GridView => ({ x0: x, x1: x + width, y0: y, y1: y + width * tall }));

/** Points of each line as fractions of the window. */
function inWindow(lines: readonly Float64Array[], { x0, x1, y0, y1 }: GridView): [number, number][][] {
  return lines.map((line) =>
    Array.from({ length: line.length / 2 }, (_, i) => [
      (line[2 * i]! - x0) / (x1 - x0),
      (line[2 * i + 1]! - y0) / (y1 - y0),
    ]),
  );
}

const isInside = ([u, v]: readonly [number, number]) => u >= 0 && u <= 1 && v >= 0 && v <= 1;
const away = (a: readonly [number, number], b: readonly [number, number]) =>
  Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Rounding of a window fraction after conversion to a point and back. */
const ROUNDING = 1e-9;

const FEW = { ...CHECK, numRuns: runsAll ? 8 : 4 };

describe('evenly spaced streamlines', () => {
  it('keep their distance from each other', () => {
    fc.assert(
      fc.property(matrices, views, (matrix, view) => {
        const lines = inWindow(streamlinesOf(linear(matrix), view), view).map((line) =>
          line.filter(isInside),
        );
        for (const [i, line] of lines.entries())
          for (const other of lines.slice(0, i))
            for (const point of line)
              for (const near of other)
                if (away(point, near) < NEAREST * SPACING - ROUNDING)
                  expect.fail(`${matrix} over ${JSON.stringify(view)}: ${point} is too near to ${near}`);
      }),
      FEW,
    );
  });

  it('leave no room: every point with an arrow has a line near by, but about rest points', () => {
    fc.assert(
      fc.property(matrices, views, (matrix, view) => {
        const [a, b, c, d] = matrix;
        fc.pre(Math.abs(a * d - b * c) > 0.05);
        const points = inWindow(streamlinesOf(linear(matrix), view), view).flat();
        const rest: [number, number] = [-view.x0 / (view.x1 - view.x0), -view.y0 / (view.y1 - view.y0)];
        for (let i = 0; i < 12; i++)
          for (let j = 0; j < 12; j++) {
            const at: [number, number] = [(i + 0.5) / 12, (j + 0.5) / 12];
            if (away(at, rest) < 4 * SPACING) continue;
            const nearest = Math.min(...points.map((point) => away(point, at)));
            expect(nearest, `${matrix} over ${JSON.stringify(view)} at ${at}`).toBeLessThan(2.5 * SPACING);
          }
      }),
      FEW,
    );
  });

  it('go the way of the arrows', () => {
    fc.assert(
      fc.property(matrices, views, (matrix, view) => {
        const { arrow } = linear(matrix);
        const into = new Float64Array(2);
        for (const line of inWindow(streamlinesOf({ arrow }, view), view))
          for (let i = 2; i + 2 < line.length; i++) {
            const [before, at, after] = line.slice(i - 1, i + 2) as [number, number][] as never as [
              number,
              number,
            ][];
            arrow(into, view.x0 + at![0] * (view.x1 - view.x0), view.y0 + at![1] * (view.y1 - view.y0));
            const [du, dv] = [into[0]! / (view.x1 - view.x0), into[1]! / (view.y1 - view.y0)];
            const [su, sv] = [after![0] - before![0], after![1] - before![1]];
            const cosine = (du * su + dv * sv) / Math.hypot(du, dv) / Math.hypot(su, sv);
            // Between two neighbours the chord differs from the tangent if a line turns sharply within a step.
            if (Math.hypot(du, dv) > 1e-6) expect(cosine).toBeGreaterThan(0.6);
          }
      }),
      FEW,
    );
  });

  it('follow a circle: they close, and stay on it', () => {
    const view = { x0: -1, x1: 1, y0: -1, y1: 1 };
    const lines = streamlinesOf(linear([0, -1, 1, 0]), view);
    const closed = lines.filter((line) => line[0] === line.at(-2) && line[1] === line.at(-1));
    expect(closed.length).toBeGreaterThan(5);
    for (const line of lines) {
      const radius = Math.hypot(line[0]!, line[1]!);
      for (let i = 0; i < line.length; i += 2)
        expect(Math.abs(Math.hypot(line[i]!, line[i + 1]!) / radius - 1)).toBeLessThan(
          radius < 0.1 ? 1e-3 : 1e-6,
        );
    }
  });

  it('are the same bits again, and as dense in a window of other units', () => {
    const field = linear([0.2, -1, 1, 0.1]);
    const lines = streamlinesOf(field, { x0: -1, x1: 2, y0: -1, y1: 2 });
    expect(streamlinesOf(field, { x0: -1, x1: 2, y0: -1, y1: 2 })).toEqual(lines);
    const wide = streamlinesOf(linear([0.2, -1024, 1 / 1024, 0.1]), { x0: -1024, x1: 2048, y0: -1, y1: 2 });
    expect(wide.map((line) => line.map((value, i) => (i % 2 === 0 ? value / 1024 : value)))).toEqual(lines);
  });

  it('are none without arrows, where they vanish, end or are not finite, and where nothing is allowed', () => {
    expect(streamlinesOf({}, UNIT)).toEqual([]);
    for (const value of [0, Number.NaN, Number.POSITIVE_INFINITY])
      expect(streamlinesOf({ arrow: (into) => into.fill(value) }, UNIT)).toEqual([]);
    const right = { arrow: (into: Float64Array) => into.set([1, 0]), allows: (x: number) => x < 0.5 };
    expect(streamlinesOf({ ...right, allows: () => false }, UNIT)).toEqual([]);
    const lines = streamlinesOf(right, UNIT);
    expect(lines.length).toBeGreaterThan(15);
    for (const line of lines)
      for (let i = 2; i < line.length; i += 2) expect(line[i]).toBeGreaterThan(line[i - 2]!);
    expect(Math.max(...lines.flatMap((line) => [...line].filter((_, i) => i % 2 === 0)))).toBeLessThan(0.51);
  });
});
