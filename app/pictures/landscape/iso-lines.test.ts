import { describe, expect, it, vi } from 'vitest';
import type { LossGrid } from '../../charts/colour/loss-colour.ts';
import { createPlane, overlapArea, type Rect, type View } from '../../charts/geometry.ts';
import { isoLevels, placeIsoLabels, traceBands, traceIsoLines } from './iso-lines.ts';

const VIEW: View = { x0: -2, x1: 2, y0: -2, y1: 2 };

function sample(size: number, loss: (x: number, y: number) => number, view = VIEW): LossGrid {
  const values = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      values[i * size + j] = loss(
        view.x0 + ((view.x1 - view.x0) * (j + 0.5)) / size,
        view.y0 + ((view.y1 - view.y0) * (i + 0.5)) / size,
      );
  return { columns: size, rows: size, values };
}

describe('isoLevels', () => {
  it('holds the powers of ten as major lines, about twelve in all, strictly inside', () => {
    const levels = isoLevels({ lo: 1e-4, hi: 1, reference: 0 });
    expect(levels.length).toBeGreaterThanOrEqual(10);
    expect(levels.length).toBeLessThanOrEqual(14);
    expect(levels.filter(({ major }) => major).map(({ excess }) => Math.log10(excess))).toEqual([-3, -2, -1]);
    for (const { excess } of levels) expect(excess > 1e-4 && excess < 1).toBe(true);
  });

  it('has major lines on a narrow domain too', () => {
    const levels = isoLevels({ lo: 2, hi: 8, reference: 0 });
    expect(levels.some(({ major }) => major)).toBe(true);
    expect(levels.length).toBeGreaterThanOrEqual(9);
  });
});

describe('traceIsoLines', () => {
  const shapes = {
    'a cone': { loss: (x: number, y: number) => Math.hypot(x, y), radius: (excess: number) => excess },
    'a paraboloid': { loss: (x: number, y: number) => x * x + y * y, radius: Math.sqrt },
  };

  it.each(Object.entries(shapes))('draws circles for %s', (_, { loss, radius }) => {
    const size = 64;
    const cell = 4 / size;
    const lines = traceIsoLines(sample(size, loss), VIEW, { lo: 0.02, hi: 3, reference: 0 });
    let points = 0;
    for (const { excess, lines: polylines } of lines) {
      // Within two cells of the tip a grid resolves no radius.
      if (radius(excess) < 2 * cell) continue;
      expect(polylines.length).toBeGreaterThan(0);
      for (const line of polylines)
        for (let i = 0; i < line.length; i += 2) {
          points++;
          expect(Math.abs(Math.hypot(line[i]!, line[i + 1]!) - radius(excess))).toBeLessThan(cell / 2);
        }
    }
    expect(points).toBeGreaterThan(500);
  });

  it('closes what lies inside and leaves open what meets the frame, never along it', () => {
    const lines = traceIsoLines(sample(64, Math.hypot), VIEW, { lo: 0.02, hi: 3, reference: 0 });
    let open = 0;
    for (const { excess, lines: polylines } of lines)
      for (const line of polylines) {
        const closed = line[0] === line.at(-2) && line[1] === line.at(-1);
        expect(closed).toBe(excess < 1.95);
        if (!closed) open++;
        for (let i = 0; i + 3 < line.length; i += 2)
          for (const axis of [0, 1])
            for (const limit of [-2, 2]) {
              const beyond = (k: number) => (Math.abs(line[k + axis]! - limit) < 0.01 ? 1 : 0);
              expect(beyond(i) + beyond(i + 2)).toBeLessThan(2);
            }
      }
    expect(open).toBeGreaterThan(0);
  });

  it('runs open lines through to the frame', () => {
    const slope = sample(32, (x) => 10 ** x);
    const [line] = traceIsoLines(slope, VIEW, { lo: 1e-2, hi: 1e2, reference: 0 }).filter(
      ({ excess }) => Math.abs(excess - 1) < 1e-9,
    );
    const ys = Array.from(line!.lines[0]!).filter((_, i) => i % 2 === 1);
    expect(Math.min(...ys)).toBeLessThanOrEqual(-2);
    expect(Math.max(...ys)).toBeGreaterThanOrEqual(2);
    for (let i = 0; i < line!.lines[0]!.length; i += 2) expect(line!.lines[0]![i]).toBeCloseTo(0, 6);
  });

  it('counts what is not finite as above every level', () => {
    const hole = sample(32, (x, y) => (Math.hypot(x, y) < 0.5 ? Number.NaN : 1e-3));
    const lines = traceIsoLines(hole, VIEW, { lo: 1e-2, hi: 1, reference: 0 });
    for (const { lines: polylines } of lines)
      for (const line of polylines)
        for (let i = 0; i < line.length; i += 2)
          expect(Math.abs(Math.hypot(line[i]!, line[i + 1]!) - 0.5)).toBeLessThan(0.25);
    expect(lines.some(({ lines: polylines }) => polylines.length > 0)).toBe(true);
  });

  it('has nothing to say about a grid of one row', () => {
    const grid = { columns: 4, rows: 1, values: [1, 2, 3, 4] };
    expect(traceIsoLines(grid, VIEW, { lo: 1, hi: 4, reference: 0 })).toEqual([]);
  });
});

describe('placeIsoLabels', () => {
  const plane = createPlane(VIEW, { x: 0, y: 0, width: 400, height: 400 });
  const lines = traceIsoLines(sample(64, Math.hypot), VIEW, { lo: 1e-3, hi: 3, reference: 0 });

  it('cuts a line open where its label stands', () => {
    const { paths, labels } = placeIsoLabels(lines, plane, 11, []);
    const one = labels.find(({ text }) => text === '1')!;
    expect(Math.hypot(one.x - 200, one.y - 200)).toBeCloseTo(100, 0);
    for (const path of paths[one.level]!)
      for (let i = 0; i < path.length; i += 2)
        expect(Math.hypot(path[i]! - one.x, path[i + 1]! - one.y)).toBeGreaterThan(5);
  });

  it('looks for places where the window is, not along all of a line that is a million times longer', () => {
    const looks = vi.spyOn(Math, 'atan2');
    const half = 0.5 / 2 ** 20;
    // The middle of one line's segment, far from the others.
    const [ax, ay, bx, by] = lines.find((level) => level.major && level.lines.length > 0)!.lines[0]!;
    const [x, y] = [(ax! + bx!) / 2, (ay! + by!) / 2];
    const near = createPlane({ x0: x - half, x1: x + half, y0: y - half, y1: y + half }, plane.rect);
    placeIsoLabels(lines, near, 11, []);
    expect(looks.mock.calls.length).toBeGreaterThan(0);
    expect(looks.mock.calls.length).toBeLessThan(1000);
    // So small that adding 6 pixels changes nothing: this once looped forever.
    const end = { x0: 1, x1: 1 + 2 ** -52, y0: 1, y1: 1 + 2 ** -52 };
    placeIsoLabels(lines, createPlane(end, plane.rect), 11, []);
    looks.mockRestore();
  });

  it('leaves the places free that it is told to', () => {
    const label = (keepOut: Rect[]) =>
      placeIsoLabels(lines, plane, 11, keepOut).labels.find(({ text }) => text === '1')!;
    const halves = [0, 200].map((y) => ({ x: 0, y, width: 400, height: 200 }));
    const chosen = label([]).y < 200 ? 0 : 1;
    const { x, y } = label([halves[chosen]!]);
    expect(y < 200 ? 0 : 1).toBe(1 - chosen);
    expect(overlapArea({ x: x - 3, y: y - 6, width: 6, height: 12 }, halves[chosen]!)).toBe(0);
    expect(placeIsoLabels(lines, plane, 11, [plane.rect]).labels).toEqual([]);
  });
});

describe('traceBands', () => {
  const table = Uint8ClampedArray.from({ length: 768 }, (_, i) => Math.floor(i / 3));
  const scale = { lo: 0.02, hi: 3, reference: 0 };

  it('fills the view with the lowest colour, then what lies above each level, lighter and lighter', () => {
    const bands = traceBands(sample(64, Math.hypot), VIEW, scale, table);
    expect(bands[0]).toEqual({ color: '#000000', rings: [Float64Array.of(-2, -2, 2, -2, 2, 2, -2, 2)] });
    expect(bands.length).toBeGreaterThan(40);
    const shades = bands.map(({ color }) => Number.parseInt(color.slice(1, 3), 16));
    expect(shades).toEqual([...shades].sort((a, b) => a - b));
    expect(new Set(shades).size).toBe(shades.length);
  });

  it('has every iso-line as the border of two bands', () => {
    const grid = sample(64, Math.hypot);
    const bands = traceBands(grid, VIEW, scale, table);
    for (const { excess, lines } of traceIsoLines(grid, VIEW, scale)) {
      if (excess < 0.2 || excess > 1.9) continue;
      const [x, y] = [lines[0]![0]!, lines[0]![1]!];
      const nearest = Math.min(
        ...bands.flatMap(({ rings }) =>
          rings.flatMap((ring) =>
            Array.from({ length: ring.length / 2 }, (_, i) =>
              Math.hypot(ring[2 * i]! - x, ring[2 * i + 1]! - y),
            ),
          ),
        ),
      );
      expect(nearest).toBeLessThan(1e-9);
    }
  });

  it('turns holes the other way round, so that a fill leaves them out', () => {
    const area = (ring: Float64Array) => {
      let sum = 0;
      const n = ring.length / 2;
      for (let i = 0; i < n; i++) {
        const j = (i + 1) % n;
        sum += ring[2 * i]! * ring[2 * j + 1]! - ring[2 * j]! * ring[2 * i + 1]!;
      }
      return sum;
    };
    const bands = traceBands(sample(64, Math.hypot), VIEW, scale, table);
    const holed = bands.find(({ rings }) => rings.length === 2)!;
    expect(Math.sign(area(holed.rings[0]!))).toBe(-Math.sign(area(holed.rings[1]!)));
  });
});
