import { describe, expect, it } from 'vitest';
import type { CurveTold, SectorTold } from '../../../../engine/problems/vector-output/types.ts';
import { categoryColours } from '../../../charts/colour/category-colours.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import type { DisplayList, PathMark } from '../../../charts/display-list.ts';
import { marksOf } from '../../../charts/marks/find-marks.ts';
import type { MarkRole } from '../../../charts/marks/roles.ts';
import { mixed, wheelColour } from '../output-looks.ts';
import { circleIn, UNIT } from './geometry.ts';
import { type CircleInput, nearestOf, stretchesOf } from './input.ts';
import { drawCircle } from './plot.ts';

const palette = PALETTES.light;
const BETA = 0.1;
const { cx, cy, beta: EDGE, rim } = circleIn(400, 400, 1);

const draw = (more: Partial<CircleInput> = {}): DisplayList =>
  drawCircle({
    width: 400,
    height: 400,
    scale: 1,
    palette,
    beta: BETA,
    left: null,
    right: null,
    neurons: null,
    atoms: null,
    unit: 2,
    direction: null,
    sector: null,
    names: { outputs: ['a', 'b', 'c'], right: 'right', left: 'left', bar: 'bar', dot: 'dot', beta: 'β' },
    ...more,
  });

const curve = (heights: number[], outputOf: (k: number) => number[] = () => [1, 0, 0]): CurveTold => ({
  directions: Float64Array.from(
    heights.flatMap((_, k) => {
      const angle = (2 * Math.PI * k) / heights.length;
      return [Math.cos(angle), Math.sin(angle)];
    }),
  ),
  heights: Float64Array.from(heights),
  outputs: Float64Array.from(heights.flatMap((_, k) => outputOf(k))),
});

const lines = (list: DisplayList, role: MarkRole) =>
  marksOf(list, 'path', role).flatMap((mark: PathMark) => mark.lines.map((line) => Array.from(line)));
const radii = (flat: ArrayLike<number>) =>
  Array.from({ length: flat.length / 2 }, (_, i) => Math.hypot(flat[2 * i]! - cx, flat[2 * i + 1]! - cy));
const colours = (list: DisplayList, role: MarkRole) =>
  marksOf(list, 'path', role).map(({ strokes }) => strokes!.at(-1)!.color);

describe('the curves', () => {
  it('touch the circle at beta and the centre at zero, and keep their order beyond beta', () => {
    const [line] = lines(
      draw({ right: curve([BETA, 0, BETA / 2, 1.9 * BETA, 2.1 * BETA, 30 * BETA]) }),
      'dual-curve-right',
    );
    const [touch, zero, half, beyond, farther, far, again] = radii(line!);
    expect(touch).toBeCloseTo(EDGE, 9);
    expect(zero).toBeCloseTo(0, 9);
    expect(half).toBeCloseTo(EDGE / 2, 9);
    expect(beyond!).toBeGreaterThan(EDGE);
    expect(farther!).toBeGreaterThan(beyond!);
    expect(far!).toBeGreaterThan(farther!);
    expect(far!).toBeLessThan(rim);
    expect(again).toBeCloseTo(EDGE, 9);
  });

  it('have the colour of the output they point at, mixed by squares, and of two outputs that of the angle', () => {
    const [first, second] = categoryColours(palette);
    const both = curve([BETA, BETA, BETA, BETA], (k) => (k < 2 ? [1, 0, 0] : [0, -1, 0]));
    expect(colours(draw({ right: both }), 'dual-curve-right')).toEqual([first, second]);
    const between = curve([BETA, BETA], () => [0.6, 0.8, 0]);
    const [mix] = colours(draw({ right: between }), 'dual-curve-right');
    expect(mix).toBe(mixed([first!, second!], [1 / 3, 2 / 3]));
    const two = curve([BETA, BETA], () => [0, 1]);
    expect(colours(draw({ right: two }), 'dual-curve-right')).toEqual([wheelColour(Math.PI / 2, palette)]);
  });

  it('of the left are dashed, in its own colour', () => {
    const [mark] = marksOf(draw({ left: curve([BETA, BETA, BETA]) }), 'path', 'dual-curve-left');
    expect(mark!.strokes!.at(-1)).toMatchObject({ color: palette.leftPath, dash: [6, 4] });
  });

  it('are tinted where they leave the circle, and nowhere else', () => {
    const heights = Array.from({ length: 60 }, (_, k) => (k >= 10 && k < 20 ? 2 : 0.9) * BETA);
    const loops = lines(draw({ right: curve(heights) }), 'excess');
    expect(loops).toHaveLength(1);
    expect(radii(loops[0]!)).toHaveLength(20);
    expect(lines(draw({ right: curve(heights.map(() => BETA)) }), 'excess')).toEqual([]);
    const rolled = heights.map((_, k) => heights[(k + 15) % 60]!);
    expect(lines(draw({ right: curve(rolled) }), 'excess')).toHaveLength(1);
    expect(lines(draw({ right: curve(heights.map(() => 2 * BETA)) }), 'excess')).toHaveLength(1);
  });
});

describe('neurons', () => {
  const atoms = { directions: [3, 0, 0, 2, 1, 1], weights: [2, 1, 0], dead: [] };
  const neurons = { directions: [0, -1, -4, 0, 1, 0], weights: [2, 1, Number.NaN], dead: [0, 1, 0] };

  it('of the program are bars from where the curve touches, on the scale of the dots', () => {
    const list = draw({ atoms, neurons });
    const bars = lines(list, 'stems-right');
    expect(bars).toHaveLength(2);
    expect(radii(bars[0]!)).toEqual([expect.closeTo(EDGE, 9), expect.closeTo(EDGE + UNIT * (rim - EDGE), 9)]);
    expect(bars[0]![3]).toBeCloseTo(cy, 9);
    const [dots] = marksOf(list, 'symbols', 'neurons-positive-left');
    expect(dots!.shape).toBe('dot');
    expect(Array.from(dots!.points)).toHaveLength(2);
    expect(radii(dots!.points)[0]).toBeCloseTo(radii(bars[0]!)[1]!, 9);
    expect(dots!.points[1]).toBeGreaterThan(cy);
  });

  it('that are dead are hollow', () => {
    const [dead] = marksOf(draw({ neurons }), 'symbols', 'dead');
    expect(dead!.fill).toBe(palette.paper);
    expect(dead!.points[0]).toBeLessThan(cx);
    expect(dead!.points).toHaveLength(2);
  });
});

describe('the sector that is read', () => {
  // eta^2/n^2 = (2 beta)^2 x^2 + (beta/2)^2 y^2.
  const form = [4 * BETA ** 2, 0, BETA ** 2 / 4] as const;
  const sector: SectorTold = {
    rays: Float64Array.of(1, 0, 0, 1),
    form,
    a: 1,
    b: 0,
    c: 1,
    slack: 0,
    least: 0,
    active: 3,
  };

  it('has an ellipse within the circle where eta/n exceeds beta, outside where it does not', () => {
    const list = draw({ sector, direction: [1, 0.2] });
    const at = radii(lines(list, 'ellipse')[0]!);
    expect(at[0]).toBeCloseTo(EDGE / 2, 9);
    expect(at.at(-1)).toBeCloseTo(Math.min(rim, 2 * EDGE), 9);
    expect(marksOf(list, 'path', 'sector')).toHaveLength(1);
    const [needle] = lines(list, 'hover');
    expect(radii(needle!)[1]).toBeCloseTo(rim, 9);
    expect(marksOf(draw(), 'path', 'ellipse')).toEqual([]);
  });
});

it('a direction reads the sample of the curve that is nearest to it', () => {
  const four = curve([1, 2, 3, 4]);
  expect(nearestOf(four, 0.1, -5)).toBe(3);
  expect(nearestOf(curve([]), 1, 0)).toBe(-1);
});

it('stretches of one output bear its sign, and colours are not all that tells it', () => {
  const three = curve(Array(90).fill(BETA), (k) =>
    k < 30 ? [1, 0, 0] : k < 60 ? [0, 0.6, -0.8] : [0, 0, 0],
  );
  expect(stretchesOf(three)).toEqual([
    [0, 29, 0],
    [30, 59, 2],
  ]);
  const shapes = marksOf(draw({ right: three }), 'symbols', 'colours').map(({ shape }) => shape);
  // Two stretches, and three in the key.
  expect(shapes).toEqual(['dot', 'diamond', 'dot', 'square', 'diamond']);
});
