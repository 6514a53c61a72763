import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../../charts/colour/palette.ts';
import type {
  CircleMark,
  DisplayList,
  Mark,
  PathMark,
  SymbolsMark,
  TextMark,
} from '../../../charts/display-list.ts';
import { overlapArea, type Rect } from '../../../charts/geometry.ts';
import { marksOf } from '../../../charts/marks/find-marks.ts';
import type { MarkRole } from '../../../charts/marks/roles.ts';
import { textWidth } from '../../../charts/text-width.ts';
import type { CircleInput } from './input.ts';
import { drawCircle } from './plot.ts';

const palette = PALETTES.light;

/** The circle of 400 x 400 at scale 1. */
const [CENTRE, RIM] = [200, 180];
const [BASE, ROOM] = [0.55 * RIM, 0.45 * RIM];
const [BAND, UNIT] = [0.45 * ROOM, 0.78 * ROOM];

function draw(more: Partial<CircleInput> = {}): DisplayList {
  return drawCircle({
    width: 400,
    height: 400,
    scale: 1,
    palette,
    beta: 0.1,
    leftCurve: null,
    rightCurve: null,
    teacher: null,
    left: null,
    right: null,
    matches: [],
    unit: null,
    axes: { direction: 'direction of w', x: 'slope', y: 'bias' },
    names: { teacher: 'teacher', left: 'descent', right: 'program' },
    ...more,
  });
}

const students = (angles: number[], strengths: number[], more = {}) => ({
  angles,
  strengths,
  dead: [],
  trails: [],
  chosen: -1,
  path: [],
  pointed: -1,
  ...more,
});

function paths(list: DisplayList): PathMark[] {
  return list.filter((mark): mark is PathMark => mark.kind === 'path');
}

/** Polylines of a role. */
const linesOf = (list: DisplayList, role: MarkRole): readonly ArrayLike<number>[] =>
  marksOf(list, 'path', role)[0]?.lines ?? [];

/** The neurons' symbols: those of the key in the corners lie below the circle, or above it. */
function symbols(list: DisplayList, shape: SymbolsMark['shape']): SymbolsMark[] {
  return list.filter(
    (mark): mark is SymbolsMark =>
      mark.kind === 'symbols' && mark.shape === shape && !(Math.abs(mark.points[1]! - CENTRE) > RIM),
  );
}

/** Angle and radius of flat pixels, the angle from 0 to 2 pi counter-clockwise. */
function polar(points: ArrayLike<number>): { angle: number; radius: number }[] {
  return Array.from({ length: points.length / 2 }, (_, i) => {
    const [x, y] = [points[2 * i]! - CENTRE, CENTRE - points[2 * i + 1]!];
    return { angle: (Math.atan2(y, x) + 2 * Math.PI) % (2 * Math.PI), radius: Math.hypot(x, y) };
  });
}

const circleOf = (count: number, value: (angle: number) => number) =>
  Array.from({ length: count }, (_, k) => value((2 * Math.PI * k) / count));

describe('the dual curves', () => {
  it('touch the edges of the band at ±beta, and the base circle at zero', () => {
    for (const [value, radius] of [
      [0.1, BASE + BAND],
      [-0.1, BASE - BAND],
      [0, BASE],
      [0.05, BASE + BAND / 2],
    ] as const) {
      const [line] = linesOf(draw({ rightCurve: circleOf(24, () => value) }), 'dual-curve-right');
      expect(line!.length).toBe(50);
      polar(line!).forEach((point) => {
        expect(point.radius).toBeCloseTo(radius, 9);
      });
    }
    const edges = draw().filter((mark): mark is CircleMark => mark.kind === 'circle');
    for (const radius of [RIM, BASE - BAND, BASE + BAND, BASE])
      expect(edges.some(({ r }) => Math.abs(r - radius) < 1e-9)).toBe(true);
  });

  it('go round counter-clockwise from the right', () => {
    const [line] = linesOf(draw({ leftCurve: [0.1, 0, -0.1, 0] }), 'dual-curve-left');
    const expected = [BASE + BAND, 0, 0, -BASE, BAND - BASE, 0, 0, BASE, BASE + BAND, 0];
    expected.forEach((offset, i) => {
      expect(line![i]! - CENTRE).toBeCloseTo(offset, 9);
    });
  });

  it('keep the order of values, however far beyond the band', () => {
    const value = fc.integer({ min: -2000, max: 2000 }).map((k) => k / 100);
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [line] = linesOf(draw({ leftCurve: [a, b] }), 'dual-curve-left');
        const [first, second] = polar(line!);
        // To six decimals: what rounding leaves of two equal radii is no order.
        const apart = Math.round(1e6 * (first!.radius - second!.radius));
        expect(Math.sign(apart) === Math.sign(a - b)).toBe(true);
      }),
    );
  });

  it('leave the band without a jump or a bend', () => {
    const radius = (value: number) =>
      polar(linesOf(draw({ leftCurve: [value, value] }), 'dual-curve-left')[0]!)[0]!.radius;
    for (const [sign, step] of [
      [1, 1e-6],
      [-1, 1e-6],
      [1, -1e-6],
    ] as const)
      expect((radius(sign * 0.1 * (1 + step)) - BASE - sign * BAND) / (sign * step * BAND)).toBeCloseTo(1, 4);
  });

  it('stay between the centre and the rim', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        for (const line of linesOf(draw({ leftCurve: [value, value] }), 'dual-curve-left'))
          for (const { radius } of polar(line)) {
            expect(radius).toBeGreaterThan(BASE - ROOM - 1e-9);
            expect(radius).toBeLessThan(RIM + 1e-9);
          }
      }),
    );
  });

  it('have gaps where they are not finite', () => {
    const values = [0, 0.05, Number.NaN, 0.05, 0, 0.1, Number.POSITIVE_INFINITY, 0];
    const lines = linesOf(draw({ leftCurve: values }), 'dual-curve-left');
    expect(lines.map(({ length }) => length)).toEqual([4, 6, 4]);
    expect(linesOf(draw({ leftCurve: [] }), 'dual-curve-left')).toEqual([]);
  });

  it('are tinted just where the right’s leaves the band, between its edge and the curve', () => {
    const tint = (list: DisplayList) => marksOf(list, 'path', 'excess')[0];
    const bump = circleOf(360, (angle) => 0.2 * Math.cos(angle));
    expect(tint(draw({ leftCurve: bump }))).toBeUndefined();
    const { lines } = tint(draw({ rightCurve: bump }))!;
    // Above beta within 60 degrees of 0, below -beta within 60 degrees of 180.
    expect(lines).toHaveLength(2);
    for (const line of lines)
      for (const { angle, radius } of polar(line)) {
        const size = Math.abs(Math.cos(angle));
        expect(size).toBeGreaterThan(0.5 - 0.02);
        expect(Math.abs(radius - BASE)).toBeGreaterThan(BAND - 1e-9);
      }
    expect(tint(draw({ rightCurve: circleOf(36, () => 0.1) }))).toBeUndefined();
  });

  it.each([1, -1])('are tinted all round where the right’s is outside all round (%d)', (sign) => {
    const { lines } = marksOf(draw({ rightCurve: circleOf(36, () => 0.2 * sign) }), 'path', 'excess')[0]!;
    expect(lines).toHaveLength(2);
    const [curve, edge] = lines.map(polar) as [ReturnType<typeof polar>, ReturnType<typeof polar>];
    for (const { radius } of curve) expect(sign * (radius - BASE)).toBeGreaterThan(BAND + 1);
    for (const { radius } of edge) expect(sign * (radius - BASE)).toBeCloseTo(BAND, 9);
    // One way round and the other: between them, not within both, lies the tint.
    const turn = (points: typeof curve) => Math.sin(points[1]!.angle - points[0]!.angle);
    expect(turn(curve) * turn(edge)).toBeLessThan(0);
  });

  it('are tinted on both sides of a leap from one edge to the other', () => {
    const values = [0.2, 0.2, -0.2, -0.2];
    const { lines } = marksOf(draw({ rightCurve: values }), 'path', 'excess')[0]!;
    expect(lines).toHaveLength(2);
    const beyond = lines.map((line) =>
      polar(line).filter(({ radius }) => Math.abs(radius - BASE) > BAND + 1),
    );
    expect(beyond.map(({ length }) => length)).toEqual([2, 2]);
  });

  it('take their own size for scale where beta is zero', () => {
    const list = draw({ beta: 0, leftCurve: [3, 0, -3, 0] });
    expect(polar(linesOf(list, 'dual-curve-left')[0]!)[0]!.radius).toBeCloseTo(BASE + BAND, 9);
    expect(list.some((mark) => mark.kind === 'text' && mark.text.includes('β'))).toBe(false);
  });
});

describe('the neurons', () => {
  const quarter = Math.PI / 2;

  it('stand at their angle, outside for a positive output and inside for a negative one', () => {
    const list = draw({ teacher: { angles: [quarter, Math.PI, 0], strengths: [4, -4, 1] } });
    const [hollow, filled] = symbols(list, 'star');
    expect([hollow!.fill, filled!.fill]).toEqual([palette.paper, palette.plant]);
    const [first, last] = polar(filled!.points);
    expect(first!.angle).toBeCloseTo(quarter, 9);
    expect(first!.radius).toBeCloseTo(BASE + UNIT, 9);
    // Half as far for a quarter of the strength.
    expect(last!.radius).toBeCloseTo(BASE + UNIT / 2, 9);
    const [inner] = polar(hollow!.points);
    expect(inner!.angle).toBeCloseTo(Math.PI, 9);
    expect(inner!.radius).toBeCloseTo(BASE - UNIT, 9);
    for (const stem of linesOf(list, 'stems-planted')) expect(polar(stem)[0]!.radius).toBeCloseTo(BASE, 9);
  });

  it('are measured by the teacher, by the largest without one, or by the unit', () => {
    const right = { angles: [0, 1], strengths: [1, -9] };
    const place = (more: Partial<CircleInput>) =>
      polar(symbols(draw({ right, ...more }), 'square')[1]!.points)[0]!.radius;
    expect(place({})).toBeCloseTo(BASE + UNIT / 3, 9);
    expect(place({ teacher: { angles: [2], strengths: [-4] } })).toBeCloseTo(BASE + UNIT / 2, 9);
    expect(place({ unit: 1 })).toBeCloseTo(BASE + UNIT, 9);
  });

  it('stay within the rim however strong', () => {
    const strength = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(strength, fc.double({ min: -7, max: 7, noNaN: true }), (value, angle) => {
        const list = draw({ right: { angles: [angle], strengths: [value] }, unit: 1 });
        for (const { points } of symbols(list, 'square'))
          for (const { radius } of polar(points)) {
            expect(radius).toBeLessThan(RIM + 1e-9);
            expect(radius).toBeGreaterThan(BASE - ROOM - 1e-9);
          }
      }),
    );
  });

  it('are left out where they are padding or not finite', () => {
    const list = draw({
      right: { angles: [0, 1, Number.NaN, 2], strengths: [0, 1, 1, Number.POSITIVE_INFINITY] },
    });
    expect(symbols(list, 'square').flatMap(({ points }) => Array.from(points))).toHaveLength(2);
    expect(linesOf(list, 'stems-right')).toHaveLength(1);
  });

  it('are rings with a cross where they are dead', () => {
    const list = draw({ left: students([0, quarter, Math.PI], [1, 1, -1], { dead: [0, 1, 0] }) });
    const [cross] = symbols(list, 'cross');
    expect(polar(cross!.points).map(({ angle }) => angle)).toEqual([expect.closeTo(quarter, 9)]);
    const dots = symbols(list, 'dot');
    const alive = dots.filter(({ strokes }) => strokes!.at(-1)!.color !== palette.muted);
    expect(alive.flatMap(({ points }) => polar(points).map(({ angle }) => angle)).sort()).toEqual([
      expect.closeTo(0, 9),
      expect.closeTo(Math.PI, 9),
    ]);
    const negative = alive.find(({ points }) => polar(points).some(({ radius }) => radius < BASE))!;
    expect(negative.fill).toBe(palette.paper);
    expect(alive.find((mark) => mark !== negative)!.fill).toBe(palette.leftPath);
    expect(dots.find(({ strokes }) => strokes!.at(-1)!.color === palette.muted)!.fill).toBe(palette.paper);
  });

  const threads = (list: DisplayList, width: number) =>
    paths(list).filter(
      ({ strokes }) => strokes?.at(-1)?.color === palette.leftPath && strokes.at(-1)!.width === width,
    );

  it('trail where they have been, fainter the longer ago, without a break, in a casing', () => {
    const trail = Array.from({ length: 10 }, (_, k) => [0.1 * k, 1 + k]).flat();
    const list = draw({ left: students([1], [11], { trails: [trail] }), unit: 11 });
    const bands = threads(list, 2);
    expect(bands.map(({ opacity }) => opacity)).toEqual([0.5, 0.75, 1]);
    for (const { strokes } of bands) {
      expect(strokes![0]!.color).toBe(palette.paper);
      expect(strokes![0]!.width).toBeGreaterThan(strokes![1]!.width);
    }
    const lines = bands.map(({ lines: [line] }) => polar(line!));
    expect(lines[0]![0]!.angle).toBeCloseTo(0, 9);
    expect(lines[2]!.at(-1)!.radius).toBeCloseTo(BASE + UNIT, 9);
    expect(lines[2]!.at(-1)!.angle).toBeCloseTo(1, 9);
    expect(lines[0]!.at(-1)).toEqual(lines[1]![0]);
    expect(lines[1]!.at(-1)).toEqual(lines[2]![0]);
  });

  it('draw no line where a neuron leapt across or said nothing, and one through zero to the other sign', () => {
    const path = [0, 1, 0.1, 1, 3.1, 1, 3, 1, 3, -1, 2.9, -1, 2.9, 1e-9, 2.8, Number.NaN];
    const list = draw({ left: students([2.7], [-1], { chosen: 0, path }), unit: 1 });
    const [way] = threads(list, 2.6);
    expect(way!.lines.map((line) => polar(line).map(({ angle }) => Number(angle.toFixed(3))))).toEqual([
      [0, 0.1],
      [3.1, 3, 3, 2.9],
    ]);
  });

  it('keep the whole way of the chosen one, from a diamond', () => {
    const path = Array.from({ length: 200 }, (_, k) => [0.01 * k, 1]).flat();
    const list = draw({ left: students([0, 2], [1, 1], { chosen: 1, path }), unit: 1 });
    const [way] = threads(list, 2.6);
    expect(way!.opacity).toBeUndefined();
    expect(way!.lines[0]).toHaveLength(402);
    const [diamond] = symbols(list, 'diamond');
    expect(polar(diamond!.points)).toEqual([
      { angle: expect.closeTo(0, 9), radius: expect.closeTo(BASE + UNIT, 9) },
    ]);
    expect(threads(draw({ left: students([0], [1], { path }), unit: 1 }), 2.6)).toEqual([]);
  });

  it('are ringed where they are chosen, and in dashes where they are read, dead ones too', () => {
    const rings = (more: object) =>
      symbols(draw({ left: students([0, quarter, 3], [1, 1, 1], { dead: [0, 1, 0], ...more }) }), 'ring');
    const [dashed, whole] = rings({ chosen: 1, pointed: 2 });
    expect(polar(whole!.points)[0]!.angle).toBeCloseTo(quarter, 9);
    expect(whole!.strokes!.map(({ color }) => color)).toEqual([palette.paper, palette.ink]);
    expect(whole!.strokes![1]!.dash).toBeUndefined();
    expect(polar(dashed!.points)[0]!.angle).toBeCloseTo(3, 9);
    expect(dashed!.strokes![1]!.dash).toBeDefined();
    const points = (more: object) => rings(more).map((ring) => ring.points.length);
    expect(points({ chosen: 1, pointed: 1 })).toEqual([0, 2]);
    expect(points({ chosen: 7, pointed: -1 })).toEqual([0, 0]);
    const dot = symbols(draw({ left: students([0], [1]) }), 'dot').find(({ points: at }) => at.length > 0)!;
    expect(whole!.size).toBeGreaterThan(dot.size + 6);
  });

  it('are linked to the teacher’s that they stand for', () => {
    const list = draw({
      teacher: { angles: [1, 2], strengths: [1, 1] },
      left: students([0, Number.NaN, 2.1], [1, 1, 0.25]),
      matches: [1, 2, 0, 1],
    });
    const [link, ...others] = linesOf(list, 'match');
    expect(others).toEqual([]);
    const [star, dot] = polar(link!);
    expect([star!.angle, star!.radius]).toEqual([expect.closeTo(2, 9), expect.closeTo(BASE + UNIT, 9)]);
    expect([dot!.angle, dot!.radius]).toEqual([expect.closeTo(2.1, 9), expect.closeTo(BASE + UNIT / 2, 9)]);
  });
});

describe('the words', () => {
  function box({ x, y, text, size, anchor, rotate }: TextMark): Rect {
    const [width, height] = [textWidth(text, size), size];
    const start = anchor === 'start' ? 0 : anchor === 'end' ? -width : -width / 2;
    if (!rotate) return { x: x + start, y: y - height / 2, width, height };
    return { x: x - height / 2, y: y - start - width, width: height, height: width };
  }
  const texts = (list: readonly Mark[]) => list.filter((mark): mark is TextMark => mark.kind === 'text');

  it.each([
    [320, 1, 'descent', 'program'],
    [320, 1, 'gradient descent', 'the exact convex program'],
    [400, 1.5, 'gradient descent', 'the exact convex program'],
    [600, 1.5, 'gradient descent', 'the exact convex program'],
  ])('stand apart within %d pixels at scale %d', (size, scale, left, right) => {
    const list = draw({
      width: size,
      height: size,
      scale,
      teacher: { angles: [1], strengths: [1] },
      left: students([1], [1]),
      right: { angles: [1], strengths: [1] },
      names: { teacher: 'teacher', left, right },
    });
    const boxes = texts(list).map(box);
    expect(boxes.length).toBeGreaterThanOrEqual(11);
    boxes.forEach((one, i) => {
      expect(one.x).toBeGreaterThanOrEqual(-0.5);
      expect(one.y).toBeGreaterThanOrEqual(-0.5);
      expect(one.x + one.width).toBeLessThanOrEqual(size + 0.5);
      expect(one.y + one.height).toBeLessThanOrEqual(size + 0.5);
      for (const other of boxes.slice(0, i)) expect(overlapArea(one, other)).toBe(0);
    });
  });

  it('name the band’s edges away from the teacher’s neurons', () => {
    const at = (angles: number[]) => {
      const teacher = { angles, strengths: angles.map(() => 1) };
      const plus = texts(draw({ teacher })).find(({ text }) => text === '+β')!;
      return polar([plus.x, plus.y])[0]!.angle;
    };
    expect(at([])).toBeLessThan(Math.PI / 2);
    const near = at([Math.PI / 4]);
    // At least 60 degrees away.
    expect(Math.cos(near - Math.PI / 4)).toBeLessThanOrEqual(0.5 + 1e-9);
  });
});
