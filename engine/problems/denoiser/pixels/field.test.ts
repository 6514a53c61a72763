import { describe, expect, it } from 'vitest';
import { type PixelValues, pixelDraws } from '../../../fixtures/two-pixels.ts';
import { SIDES } from '../../../side-names.ts';
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

function fieldsOf(more: Partial<PixelValues>) {
  const made = pixelSides({ ...DEFAULTS, ...more });
  const field = (side: 'left' | 'right') => made.sides[side].fields!.objective!;
  return { ...made, field };
}

function viewOf(more: Partial<PixelValues>) {
  const { domain } = fieldsOf(more).field('left');
  if (domain.kind !== 'plane') throw new Error('expected a plane');
  return domain.view;
}

describe('the map of two pixels', () => {
  it('shows F, its rest points by their kinds, the line and the truth', () => {
    const { info, pixels, field } = fieldsOf({});
    for (const side of SIDES) {
      const { height, place, startAt, marks } = field(side);
      for (const [x, y] of [
        [0.2, 0.9],
        [-0.1, 3],
        [50, -2],
      ])
        expect(height!(x!, y!)).toBe(pixels[side].objective(x!, y!));
      expect(place(Float64Array.of(0.3, 0.4))).toEqual([
        { x: 0.3, y: 0.4, weight: 1, role: 'pixels', off: 0 },
      ]);
      expect(startAt!(0.25, -1)).toEqual([0.25, -1]);
      const all = marks!();
      const { rests } = info.sides[side];
      expect(all.map(({ kind }) => kind)).toEqual(['line', ...rests!.map(({ kind }) => kind), 'truth']);
      for (const { at, kind, height: there } of rests!)
        expect(all).toContainEqual({ kind, at: [...at], height: there });
      expect(all.at(-1)).toEqual({ kind: 'truth', at: [1, 0.15], height: height!(1, 0.15) });
    }
  });

  it('draws phi . x = y right across the window and far beyond', () => {
    const draws = pixelDraws(51);
    for (let n = 0; n < 50; n++) {
      const { info, field } = fieldsOf(draws.values());
      const { domain, marks } = field('left');
      const [x0, x1, y0, y1] = domain.kind === 'plane' ? domain.view : [0, 0, 0, 0];
      const [line] = marks!();
      const [a, b, c, d] = line!.at as readonly [number, number, number, number];
      const [p, q] = info.phi;
      const size = Math.sqrt(info.L);
      for (const [x, y] of [
        [a, b],
        [c, d],
      ])
        expect(Math.abs(p * x! + q * y! - info.y) / size).toBeLessThan(1e-13 * 100);
      expect(Math.hypot(a - c, b - d)).toBeCloseTo(20 * (x1 - x0), 8);
      // Its middle is nearest to the window's.
      const middle = [(a + c) / 2 - (x0 + x1) / 2, (b + d) / 2 - (y0 + y1) / 2];
      expect(Math.abs(middle[0]! * (a - c) + middle[1]! * (b - d))).toBeLessThan(1e-9);
      expect(line!.height).toBeNaN();
    }
  });

  it('shows the box and the segment of a cap of 1', () => {
    const { info, field } = fieldsOf({ cap: 1 });
    const [line, box, segment, truth] = field('right').marks!();
    expect([line!.kind, box!.kind, segment!.kind, truth!.kind]).toEqual(['line', 'box', 'segment', 'truth']);
    const [low, high] = info.sides.right.box!;
    expect(box!.at).toEqual([low, low, high, low, high, high, low, high]);
    expect(segment!.at).toEqual(info.sides.right.segment!.flat());
    expect(box!.height).toBeNaN();
    expect(Math.abs(segment!.height)).toBeLessThan(1e-15);
    expect(field('left').marks!().map(({ kind }) => kind)).not.toContain('box');
  });

  it('shows cycles, which the start alone may lead to', () => {
    const marks = (more: Partial<PixelValues>) =>
      fieldsOf(more).field('left').marks!().filter(({ kind }) => kind === 'jumps');
    expect(marks({})).toEqual([]);
    expect(marks({ c: 1.98 })).toHaveLength(1);
    expect(marks({ c: 1.98 })[0]!.at).toHaveLength(4);
  });
});

describe('its window', () => {
  it('is [-.3, 1.3] squared while that holds all', () => {
    expect(viewOf({})).toEqual([-0.3, 1.3, -0.3, 1.3]);
    expect(viewOf({ c: 1.98, start: [-0.3, 1.3] })).toEqual([-0.3, 1.3, -0.3, 1.3]);
  });

  it('is a square that holds the start, the truth and every rest point, with room around what is far out', () => {
    const draws = pixelDraws(52);
    for (let n = 0; n < 60; n++) {
      const more = draws.values({
        start: [draws.between(-10, 10), draws.between(-3, 3)],
        truth: [draws.between(-3, 3), draws.between(-10, 10)],
      });
      const { info } = fieldsOf(more);
      const [x0, x1, y0, y1] = viewOf(more);
      expect(x1 - x0).toBeCloseTo(y1 - y0, 12);
      const segments = [info.sides.left, info.sides.right].flatMap(({ rests, segment }) =>
        rests ? rests.map(({ at }) => at) : segment!,
      );
      for (const [x, y] of [info.start, info.truth, ...segments]) {
        const [left, right] = [x < -0.3 ? 0.1 : 0, x > 1.3 ? 0.1 : 0];
        expect(x - x0).toBeGreaterThanOrEqual(left);
        expect(x1 - x).toBeGreaterThanOrEqual(right);
        expect(y - y0).toBeGreaterThanOrEqual(y < -0.3 ? 0.1 : 0);
        expect(y1 - y).toBeGreaterThanOrEqual(y > 1.3 ? 0.1 : 0);
      }
      expect(x0).toBeLessThanOrEqual(-0.3);
      expect(y1).toBeGreaterThanOrEqual(1.3);
    }
  });
});
