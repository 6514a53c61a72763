import { categoryColours, categorySymbol } from '../../../charts/colour/category-colours.ts';
import type { DrawStyle } from '../../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../../charts/display-list.ts';
import { axisText } from '../../../charts/frame.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { peakName } from '../../kit/peak-name.ts';
import { wheelColour } from '../output-looks.ts';
import { type Circle, pixelOf, radiusOfShare } from './geometry.ts';
import { type CircleInput, stretchesOf } from './input.ts';

/** Pixels at scale 1 that names need: least side, or free room next to the circle. */
const LEAST_SIDE = 270;
const BESIDE = 140;

/** Least share of the circle for a sign. */
const LEAST = 0.02;

/** Draws signs of the largest output on the right's curve: readable without colours. */
export function outputSigns(circle: Circle, input: CircleInput): Mark[] {
  const { right, beta, palette, scale } = input;
  if (!right || right.outputs.length / right.heights.length < 3) return [];
  const count = right.heights.length;
  const points: number[][] = input.names.outputs.map(() => []);
  for (const [from, to, k] of stretchesOf(right)) {
    if (to - from < LEAST * count) continue;
    const at = Math.floor((from + to) / 2);
    const radius = radiusOfShare(circle, right.heights[at]! / beta);
    points[k]?.push(...pixelOf(circle, right.directions[2 * at]!, right.directions[2 * at + 1]!, radius));
  }
  const colours = categoryColours(palette);
  return points.flatMap((places, k) =>
    places.length === 0
      ? []
      : [{ ...categorySymbol(k, places, 11 * scale, colours, palette, scale), role: 'colours' as const }],
  );
}

interface Entry {
  readonly label: string;
  sign(x: number, y: number): Mark[];
}

/** Stacks entries; long ones shrink. */
function cornerMarks(
  style: DrawStyle,
  entries: readonly Entry[],
  x: number,
  y: number,
  room: number,
): Mark[] {
  const { scale } = style;
  return entries.flatMap(({ label, sign }, i) => {
    const at = y + 17 * i * scale;
    const halo = { color: style.palette.paper, width: 2.5 * scale };
    return [
      ...sign(x + 9 * scale, at),
      { ...axisText(style, label, x + 26 * scale, at, 'start', { room }), halo },
    ];
  });
}

/** Writes the height of the left's curve at its peak, inside the curve. */
export function leftPeak(circle: Circle, input: CircleInput): Mark[] {
  const { left, beta, palette, scale } = input;
  if (!left || left.heights.length === 0) return [];
  const peak = left.heights.reduce((most, height, k) => (height > left.heights[most]! ? k : most), 0);
  const times = left.heights[peak]! / beta;
  const radius = radiusOfShare(circle, times) - 13 * scale;
  const at = pixelOf(circle, left.directions[2 * peak]!, left.directions[2 * peak + 1]!, radius);
  return peakName(times, at, palette.leftText, input);
}

/** Draws outputs at the upper left, the key of lines and marks below. */
export function circleNames(circle: Circle, input: CircleInput): Mark[] {
  const { width, height, scale, palette, names, right } = input;
  const colours = categoryColours(palette);
  const room = Math.max(40 * scale, 0.34 * width);
  const left = sideStyle('left', input);
  const ofTwo = right !== null && right.outputs.length === 2 * right.heights.length;
  const outputs = names.outputs.map(
    (label, k): Entry => ({
      label,
      sign: (x, y) => [
        { ...categorySymbol(k, [x, y], 10 * scale, colours, palette, scale), role: 'colours' },
      ],
    }),
  );
  const line = (x: number, y: number) => [[x - 9 * scale, y, x + 9 * scale, y]];
  const sides: Entry[] = [
    {
      label: names.right,
      sign: (x, y) => [
        pathMark(line(x, y), [penStroke(ofTwo ? wheelColour(0, palette) : colours[0]!, 3.6 * scale)]),
      ],
    },
    {
      label: names.left,
      sign: (x, y) => [
        pathMark(line(x, y), [
          penStroke(left.color, 1.5 * scale, { dash: [6 * scale, 4 * scale], cap: 'butt' }),
        ]),
      ],
    },
    {
      label: names.bar,
      sign: (x, y) => [
        pathMark(line(x, y), [penStroke(palette.rightPath, 4 * scale, { cap: 'butt' })]),
        symbolsMark('square', [x + 9 * scale, y], 8 * scale, { fill: palette.rightPath }),
      ],
    },
    { label: names.dot, sign: (x, y) => [symbolsMark('dot', [x, y], 9 * scale, { fill: left.color })] },
  ];
  const { cx, cy, beta } = circle;
  // Small pictures have no free corners.
  const side = Math.min(width, height);
  if (side < LEAST_SIDE * scale && width - side < BESIDE * scale) return [];
  return [
    ...(ofTwo ? wheelMarks(input) : cornerMarks(input, outputs, 4 * scale, 10 * scale, room)),
    ...cornerMarks(input, sides, 4 * scale, height - (17 * sides.length - 6) * scale, room),
    {
      ...axisText(input, names.beta, cx + 0.72 * beta, cy + 0.72 * beta - 14 * scale, 'end', {
        strong: true,
      }),
      halo: { color: palette.paper, width: 3 * scale },
    },
  ];
}

function wheelMarks(input: CircleInput): Mark[] {
  const { palette, scale, names } = input;
  const r = 15 * scale;
  const [x, y] = [r + 4 * scale, r + 20 * scale];
  const steps = 36;
  const arcs = Array.from({ length: steps }, (_, k): Mark => {
    const angle = (2 * Math.PI * k) / steps;
    const ends = [-0.55, 0.55].flatMap((by) => {
      const at = angle + (2 * Math.PI * by) / steps;
      return [x + r * Math.cos(at), y - r * Math.sin(at)];
    });
    return pathMark([ends], [penStroke(wheelColour(angle, palette), 5 * scale, { cap: 'butt' })], {
      role: 'colours',
    });
  });
  const [first = '', second = ''] = names.outputs;
  return [
    ...arcs,
    axisText(input, first, x + r + 7 * scale, y, 'start', { room: 0.2 * input.width }),
    axisText(input, second, x - r, y - r - 10 * scale, 'start', { room: 0.3 * input.width }),
  ];
}
