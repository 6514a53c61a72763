import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../../charts/colour/palette.ts';
import type { DisplayList, PathMark, SymbolsMark, TextMark } from '../../../charts/display-list.ts';
import { overlapArea, type Rect } from '../../../charts/geometry.ts';
import { marksOf } from '../../../charts/marks/find-marks.ts';
import { textWidth } from '../../../charts/text-width.ts';
import type { AngleInput } from './input.ts';
import { anglesTo, drawAngles, strongestOfEachSign } from './plot.ts';

const palette = PALETTES.light;

/** A flat network from neurons [w..., alpha]. */
const flat = (...neurons: readonly (readonly number[])[]) =>
  Float64Array.from([...neurons.flatMap((one) => one.slice(0, -1)), ...neurons.map((one) => one.at(-1)!)]);

describe('the angle of a neuron', () => {
  it('is that between the weights, whatever their lengths', () => {
    const target = flat([2, 0, 0, 1]);
    for (const [w, degrees] of [
      [[5, 0, 0], 0],
      [[3, 3, 0], 45],
      [[0, 0, 0.1], 90],
      [[-1, Math.sqrt(3), 0], 120],
      [[-7, 0, 0], 180],
      [[1, Math.SQRT1_2, Math.SQRT1_2], 45],
    ] as const)
      expect(anglesTo(flat([...w, 1]), target, 3).angles[0]).toBeCloseTo(degrees, 12);
  });

  it('is exact where it is tiny and where it is nearly straight', () => {
    const target = flat([1, 0, 0, 0, 1]);
    const tiny = 1e-9;
    const near = anglesTo(flat([1, tiny, 0, 0, 1], [-1, tiny, 0, 0, 1]), target, 4).angles;
    expect(near[0]! / ((180 / Math.PI) * tiny)).toBeCloseTo(1, 9);
    expect((180 - near[1]!) / ((180 / Math.PI) * tiny)).toBeCloseTo(1, 4);
  });

  it('is to the nearest target of its own sign', () => {
    const targets = flat([1, 0, 0, 2], [0, 1, 0, -1], [0, 1, 0, 0.5], [Math.SQRT1_2, 0, Math.SQRT1_2, -1]);
    const { angles, strengths } = anglesTo(flat([0, 3, 0, 1], [1, 0, 0, -2], [1, 0.1, 0, 1]), targets, 3);
    // The first has two positive targets, at 90 and 0 degrees; the second two negative ones, at 90 and 45.
    expect(angles[0]).toBeCloseTo(0, 12);
    expect(angles[1]).toBeCloseTo(45, 12);
    expect(angles[2]).toBeCloseTo((180 / Math.PI) * Math.atan(0.1), 12);
    expect(Array.from(strengths)).toEqual([3, -2, expect.closeTo(Math.sqrt(1.01), 12)]);
  });

  it('is infinite without a target of its sign, and NaN without a direction', () => {
    const targets = flat([1, 0, 0, 1], [0, 0, 0, -1], [Number.NaN, 0, 0, -1], [1, 0, 0, Number.NaN]);
    const given = flat([1, 0, 0, -1], [0, 0, 0, 1], [Number.NaN, 0, 0, 1], [1, 0, 0, 1]);
    expect(Array.from(anglesTo(given, targets, 3).angles)).toEqual([
      Number.POSITIVE_INFINITY,
      Number.NaN,
      Number.NaN,
      0,
    ]);
    expect(Array.from(anglesTo(given, [], 3).angles.slice(0, 1))).toEqual([Number.POSITIVE_INFINITY]);
  });

  it('agrees with the cosine, is the same both ways and obeys the triangle’s law', () => {
    const component = fc.integer({ min: -50, max: 50 });
    const vector = fc.tuple(component, component, component, component).filter((w) => w.some((x) => x !== 0));
    const between = (a: readonly number[], b: readonly number[]) =>
      anglesTo(flat([...a, 1]), flat([...b, 1]), 4).angles[0]!;
    fc.assert(
      fc.property(vector, vector, vector, (a, b, c) => {
        const dot = a.reduce((sum, x, i) => sum + x * b[i]!, 0);
        const cosine = Math.max(-1, Math.min(1, dot / (Math.hypot(...a) * Math.hypot(...b))));
        expect(Math.cos((Math.PI / 180) * between(a, b))).toBeCloseTo(cosine, 12);
        expect(between(a, b)).toBeCloseTo(between(b, a), 10);
        expect(between(a, c)).toBeLessThanOrEqual(between(a, b) + between(b, c) + 1e-9);
      }),
    );
  });
});

describe('the strongest of each sign', () => {
  it('is chosen by |alpha| ||w||', () => {
    const network = flat([3, 4, 0, 1], [10, 0, 0, 0.6], [1, 0, 0, -3], [0, 2, 0, -1], [0, 0, 0, 9]);
    expect(Array.from(strongestOfEachSign(network, 3))).toEqual([10, 0, 0, 1, 0, 0, 0.6, -3]);
  });

  it('passes over what adds nothing or is not finite', () => {
    expect(strongestOfEachSign(flat([0, 0, 0, 0], [Number.POSITIVE_INFINITY, 0, 0, 1]), 3)).toHaveLength(0);
    expect(Array.from(strongestOfEachSign(flat([1, 2, 3, -1], [0, 0, 0, 0]), 3))).toEqual([1, 2, 3, -1]);
  });
});

function draw(more: Partial<AngleInput> = {}): DisplayList {
  return drawAngles({
    width: 400,
    height: 400,
    scale: 1,
    palette,
    side: 'left',
    neurons: null,
    dead: [],
    trails: [],
    teacher: null,
    unit: 1,
    beyond: null,
    axes: { x: 'angle to the teacher’s nearest neuron', y: 'strength |α| ‖w‖' },
    names: { teacher: 'teacher', positive: 'α > 0', negative: 'α < 0', dead: 'dead' },
    ...more,
  });
}

const texts = (list: DisplayList) => list.filter((mark): mark is TextMark => mark.kind === 'text');
const label = (list: DisplayList, words: string) => texts(list).find(({ text }) => text === words)!;
const paths = (list: DisplayList) => list.filter((mark): mark is PathMark => mark.kind === 'path');

/** Symbols of the plot, without those of the key above it. */
function symbols(list: DisplayList, shape: SymbolsMark['shape']): SymbolsMark[] {
  return list.filter(
    (mark): mark is SymbolsMark => mark.kind === 'symbols' && mark.shape === shape && mark.points[1] !== 12,
  );
}

/** Returns the pixel of the only filled disc. */
function place(angle: number, strength: number, more: Partial<AngleInput> = {}): { x: number; y: number } {
  const list = draw({ neurons: { angles: [angle], strengths: [strength] }, ...more });
  const [x, y] = Array.from(
    symbols(list, 'dot').find(({ fill, points }) => fill === palette.leftPath && points.length > 0)!.points,
  );
  return { x: x!, y: y! };
}

describe('the picture', () => {
  it('has an angle above its tick', () => {
    for (const degrees of [0, 45, 90, 135, 180])
      expect(place(degrees, 1).x).toBeCloseTo(label(draw(), `${degrees}°`).x, 9);
  });

  it('has a strength beside its tick, zero at the bottom and the root of the strength upwards', () => {
    const list = draw();
    for (const [strength, words] of [
      [0.1, '0.1'],
      [0.5, '0.5'],
      [1, '1'],
      [2, '2'],
    ] as const)
      expect(place(90, strength).y).toBeCloseTo(label(list, words).y, 9);
    const zero = label(list, '0').y;
    expect((zero - place(90, 0.25).y) / (zero - place(90, 1).y)).toBeCloseTo(0.5, 9);
    // The unit is what it is measured by.
    expect(place(90, 7, { unit: 7 }).y).toBeCloseTo(place(90, 1).y, 9);
  });

  it('keeps what is stronger in order and within the plot, however strong', () => {
    const strength = fc.double({ min: 1e-3, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(strength, strength, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(place(0, high).y).toBeLessThanOrEqual(place(0, low).y + 1e-9);
        expect(place(0, high).y).toBeGreaterThanOrEqual(24 - 1e-9);
      }),
    );
    const bend = (by: number) => (place(0, 1).y - place(0, (1 + by) ** 2).y) / by;
    expect(bend(1e-6) / bend(-1e-6)).toBeCloseTo(1, 4);
  });

  it('fills by sign: discs of the left, squares on stems of the right', () => {
    const neurons = { angles: [10, 60, 20], strengths: [1, -0.5, 0.2] };
    const [hollow, filled] = symbols(draw({ neurons }), 'dot').filter(({ points }) => points.length > 0);
    expect([hollow!.fill, hollow!.points.length, filled!.fill, filled!.points.length]).toEqual([
      palette.paper,
      2,
      palette.leftPath,
      4,
    ]);
    const right = draw({ neurons, side: 'right' });
    expect(symbols(right, 'dot').flatMap(({ points }) => Array.from(points))).toEqual([]);
    const squares = symbols(right, 'square');
    expect(squares.map(({ fill, points }) => [fill, points.length])).toEqual([
      [palette.paper, 2],
      [palette.rightPath, 4],
    ]);
    const zero = label(right, '0').y;
    const stems = marksOf(right, 'path', 'stems-right')[0]!.lines;
    const tops = squares.flatMap(({ points }) => Array.from(points)).sort();
    expect(stems.flatMap((stem) => [stem[2]!, stem[3]!]).sort()).toEqual(tops);
    for (const stem of stems) expect([stem[0], stem[1]]).toEqual([stem[2], zero]);
  });

  it('shows two of the right’s neurons at one place, one of each sign', () => {
    const list = draw({ neurons: { angles: [0, 0], strengths: [1, -1] }, side: 'right' });
    const [hollow, filled] = symbols(list, 'square');
    const ring = hollow!.size + hollow!.strokes!.at(-1)!.width;
    expect(ring).toBeGreaterThan(filled!.size + filled!.strokes![0]!.width + 1.5);
  });

  it('crosses the dead out and names them only where there are some', () => {
    const neurons = { angles: [10, 60, 20], strengths: [1, 0.5, 0] };
    const list = draw({ neurons, dead: [0, 1, 1] });
    const [cross] = symbols(list, 'cross');
    expect(Array.from(cross!.points)).toEqual([
      label(list, '45°').x + (place(60, 0.5).x - place(45, 0.5).x),
      place(60, 0.5).y,
    ]);
    expect(cross!.strokes![0]!.color).toBe(palette.muted);
    const filled = symbols(list, 'dot').find(({ fill }) => fill === palette.leftPath)!;
    expect(filled.points).toHaveLength(2);
    expect(label(list, 'dead')).toBeDefined();
    expect(label(draw({ neurons, dead: [0, 0, 1] }), 'dead')).toBeUndefined();
  });

  it('leaves out padding and what is not finite', () => {
    const list = draw({
      neurons: { angles: [0, Number.NaN, 5, 5], strengths: [0, 1, Number.POSITIVE_INFINITY, Number.NaN] },
    });
    expect(symbols(list, 'dot').flatMap(({ points }) => Array.from(points))).toEqual([]);
  });

  it('has the teacher’s stars at 0 degrees, side by side where both signs are there', () => {
    const zero = label(draw(), '0°').x;
    const one = symbols(draw({ teacher: [1, 0.25] }), 'star').filter(({ points }) => points.length > 0);
    expect(one).toHaveLength(1);
    expect([one[0]!.points[0], one[0]!.points[2]]).toEqual([zero, zero]);
    expect(one[0]!.points[3]).toBeCloseTo(place(0, 0.25).y, 9);
    const [hollow, filled] = symbols(draw({ teacher: [1, -1] }), 'star');
    expect([hollow!.fill, filled!.fill]).toEqual([palette.paper, palette.plant]);
    expect((hollow!.points[0]! + filled!.points[0]!) / 2).toBeCloseTo(zero, 9);
    expect(hollow!.points[0]! - filled!.points[0]!).toBeGreaterThan(10);
    expect(hollow!.points[1]).toBe(filled!.points[1]);
  });

  it('has a strip beyond 180 degrees for what has nothing of its sign', () => {
    const strip = (list: DisplayList): Rect => marksOf(list, 'rect', 'strip')[0]!.rect;
    const more = { beyond: 'no α < 0' };
    const { x, width } = strip(draw(more));
    expect(place(Number.POSITIVE_INFINITY, 1, more).x).toBeCloseTo(x + width / 2, 9);
    expect(label(draw(more), 'no α < 0').x).toBeCloseTo(x + width / 2, 9);
    expect(place(180, 1, more).x).toBeLessThan(x - 8);
    expect(strip(draw(more)).x + width).toBeCloseTo(390, 9);
    expect(width).toBeGreaterThan(textWidth('no α < 0', 12) + 6);
    expect(marksOf(draw(), 'rect', 'strip')).toEqual([]);
  });

  it('trails to where a neuron is, the fainter the longer ago, broken where its sign turns', () => {
    const neurons = { angles: [90], strengths: [1] };
    const trail = Array.from({ length: 9 }, (_, k) => [10 * k, 0.1 * (k + 1)]).flat();
    const bands = (list: DisplayList) =>
      paths(list).filter(({ strokes }) => strokes?.at(-1)?.color === palette.leftPath);
    const whole = bands(draw({ neurons, trails: [trail] }));
    expect(whole.map(({ opacity }) => opacity)).toEqual([0.5, 0.75, 1]);
    const [oldest, , newest] = whole.map(({ lines }) => Array.from(lines[0]!));
    expect(oldest!.slice(0, 2)).toEqual([place(0, 0.1).x, expect.closeTo(place(0, 0.1).y, 9)]);
    expect(newest!.slice(-2)).toEqual([place(90, 1).x, place(90, 1).y]);
    expect(whole[0]!.lines[0]!.length + whole[1]!.lines[0]!.length + newest!.length).toBe(2 * 12);

    const turned = trail.map((value, i) => (i % 2 === 1 && i < 10 ? -value : value));
    const lines = bands(draw({ neurons, trails: [turned] })).flatMap((band) => band.lines);
    // Between places 4 and 5 of 0 to 9, in the middle band: [3, 4] and [5, 6].
    expect(lines.map(({ length }) => length / 2)).toEqual([4, 2, 2, 4]);

    const silent = trail.map((value, i) => (i === 9 ? 0 : value));
    const parts = bands(draw({ neurons, trails: [silent] })).flatMap((band) => band.lines);
    // Place 4 adds nothing: of the middle band's 3 to 6 the last two are left.
    expect(parts.map(({ length }) => length / 2)).toEqual([4, 2, 4]);
  });

  it.each([
    [400, 400, 1],
    [340, 227, 1],
    [400, 334, 1.5],
    [340, 227, 1.5],
    [613, 613, 1.5],
  ])('keeps its words apart within %d x %d at scale %d', (width, height, scale) => {
    function box({ x, y, text, size, anchor }: TextMark): Rect {
      const wide = textWidth(text, size);
      const start = anchor === 'start' ? 0 : anchor === 'end' ? -wide : -wide / 2;
      return { x: x + start, y: y - size / 2, width: wide, height: size };
    }
    for (const unit of [1, 0.003, 4000]) {
      const list = draw({
        width,
        height,
        scale,
        unit,
        beyond: 'no α < 0',
        teacher: [unit],
        neurons: { angles: [10, 20], strengths: [unit, unit] },
        dead: [0, 1],
      });
      const boxes = texts(list).map(box);
      // Five angles, the strip, both names, four words of the key, and at least three strengths.
      expect(boxes.length).toBeGreaterThanOrEqual(15);
      boxes.forEach((one, i) => {
        expect(one.x).toBeGreaterThanOrEqual(0);
        expect(one.y).toBeGreaterThanOrEqual(0);
        expect(one.x + one.width).toBeLessThanOrEqual(width);
        expect(one.y + one.height).toBeLessThanOrEqual(height);
        for (const other of boxes.slice(0, i)) expect(overlapArea(one, other)).toBe(0);
      });
    }
  });

  it.each([
    [277, 460],
    [384, 480],
  ])(
    'sets no word smaller than others on a stage, %d x %d: what has no room in a line takes another',
    (width, height) => {
      const scale = 1.6;
      const list = draw({ width, height, scale, teacher: [1, -1], dead: [0, 1] });
      for (const { text, size } of texts(list)) expect(size, text).toBeGreaterThanOrEqual(12 * scale - 1e-9);
      for (const { text, x, size, anchor } of texts(list)) {
        const wide = textWidth(text, size);
        const left = x - (anchor === 'start' ? 0 : anchor === 'end' ? wide : wide / 2);
        expect(left, text).toBeGreaterThanOrEqual(0);
        expect(left + wide, text).toBeLessThanOrEqual(width);
      }
    },
  );
});
