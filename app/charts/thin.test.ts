import { describe, expect, it } from 'vitest';
import { createPlane } from './geometry.ts';
import { createThinner, MARK_SPACING, type ThinnedPath } from './thin.ts';

const plane = createPlane({ x0: 0, x1: 100, y0: 0, y1: 100 }, { x: 0, y: 0, width: 100, height: 100 });

/** Numbers in [0, 1) from a seed (Lehmer's generator). */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

function source(values: ArrayLike<number>, count = values.length / 2) {
  return { values, stride: 2, x: 0, y: 1, count };
}

function plain({ lines, marks }: ThinnedPath) {
  return { lines: lines.map((line) => Array.from(line)), marks: Array.from(marks) };
}

function endOf({ lines }: ThinnedPath): number[] {
  return Array.from(lines.at(-1)!.slice(-2));
}

const spiral = Float64Array.from({ length: 1200 }, (_, i) => {
  const step = i >> 1;
  const radius = 45 * 0.99 ** step;
  return 50 + radius * (i % 2 === 0 ? Math.cos(step / 5) : Math.sin(step / 5));
});

describe('createThinner', () => {
  it('keeps marks at least their spacing apart, for points anywhere', () => {
    const random = randoms(1);
    const thinner = createThinner();
    thinner.extend(source(Float64Array.from({ length: 4000 }, () => 100 * random())), plane, 1);
    const { marks } = thinner.upTo(1999);
    let nearest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < marks.length; i += 2)
      for (let j = 0; j < i; j += 2)
        nearest = Math.min(nearest, Math.hypot(marks[i]! - marks[j]!, marks[i + 1]! - marks[j + 1]!));
    expect(nearest).toBeGreaterThanOrEqual(MARK_SPACING);
    expect(marks.length / 2).toBeGreaterThan(100);
  });

  it('keeps both ends and drops crowded steps between', () => {
    const crowded = Float64Array.from({ length: 20002 }, (_, i) => 10 + 0.001 * (i >> 1));
    const thinner = createThinner();
    thinner.extend(source(crowded), plane, 1);
    const path = thinner.upTo(10000);
    const points = path.lines.reduce((sum, line) => sum + line.length / 2, 0);
    expect(Array.from(path.lines[0]!.slice(0, 2))).toEqual([10, 90]);
    expect(endOf(path)[0]).toBeCloseTo(20, 9);
    expect(endOf(path)[1]).toBeCloseTo(80, 9);
    expect(points).toBeLessThan(25);
  });

  it('shows the path to exactly the step that is scrubbed to', () => {
    const thinner = createThinner();
    thinner.extend(source(spiral), plane, 1);
    for (const step of [0, 1, 7, 150, 399, 599]) {
      const path = thinner.upTo(step);
      const [x, y] = plane.toPixel(spiral[2 * step]!, spiral[2 * step + 1]!);
      expect(endOf(path)[0]).toBeCloseTo(x, 9);
      expect(endOf(path)[1]).toBeCloseTo(y, 9);
      const alone = createThinner();
      alone.extend(source(spiral, step + 1), plane, 1);
      expect(plain(path)).toEqual(plain(alone.upTo(step)));
    }
    expect(plain(thinner.upTo(-3))).toEqual(plain(thinner.upTo(0)));
    expect(plain(thinner.upTo(1e6))).toEqual(plain(thinner.upTo(599)));
  });

  it('gives the same path in pieces as at once', () => {
    const [pieces, whole] = [createThinner(), createThinner()];
    for (let count = 1; count <= 600; count += 37) pieces.extend(source(spiral, count), plane, 1);
    pieces.extend(source(spiral), plane, 1);
    whole.extend(source(spiral), plane, 1);
    for (const step of [0, 33, 250, 599]) expect(plain(pieces.upTo(step))).toEqual(plain(whole.upTo(step)));
  });

  it('stays as small as its picture when a run cycles', () => {
    const cycle = Float64Array.from({ length: 200000 }, (_, i) => ((i >> 1) % 2 === 0 ? 20 : 60));
    const thinner = createThinner();
    thinner.extend(source(cycle), plane, 1);
    const path = thinner.upTo(99999);
    expect(path.lines.reduce((sum, line) => sum + line.length / 2, 0)).toBeLessThanOrEqual(4);
    expect(path.marks).toHaveLength(4);
  });

  it('begins anew with another window, another version or fewer steps', () => {
    const thinner = createThinner();
    thinner.extend(source(spiral), plane, 1);
    const before = plain(thinner.upTo(599));
    const closer = createPlane({ x0: 40, x1: 60, y0: 40, y1: 60 }, plane.rect);
    thinner.extend(source(spiral), closer, 1);
    expect(plain(thinner.upTo(599))).not.toEqual(before);
    thinner.extend(source(spiral), plane, 1);
    expect(plain(thinner.upTo(599))).toEqual(before);
    const other = spiral.map((value) => 100 - value);
    thinner.extend(source(other), plane, 2);
    expect(thinner.upTo(0).lines[0]![0]).toBeCloseTo(100 - spiral[0]!, 9);
    thinner.extend(source(other, 5), plane, 2);
    expect(endOf(thinner.upTo(599))[0]).toBeCloseTo(100 - spiral[8]!, 9);
  });

  it('ends at the first step that is not finite', () => {
    const values = [10, 10, 20, 20, Number.NaN, 30, 80, 80];
    const thinner = createThinner();
    thinner.extend(source(values), plane, 1);
    expect(endOf(thinner.upTo(3))).toEqual([20, 80]);
  });
});
