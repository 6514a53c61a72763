import type { CurveTold } from '../../../../engine/problems/vector-output/types.ts';
import type { DrawStyle } from '../../../charts/colour/palette.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { colourOfOutput } from '../output-looks.ts';
import { type Circle, circleIn, pixelOf, radiusOfShare, radiusOfWeight } from './geometry.ts';
import { type CircleInput, outputAt } from './input.ts';
import { circleNames, leftPeak, outputSigns } from './names.ts';
import { sectorMarks } from './sector.ts';

/**
 * Draws the circle: centre at eta = 0, radius at eta/n = beta. An optimum's curve stays inside and touches it at the program's neurons.
 * Beyond beta the curve is compressed. Weights point outwards from beta; bars and dots share one scale.
 */
export function drawCircle(input: CircleInput): DisplayList {
  const { width, height, scale, direction, sector } = input;
  const circle = circleIn(width, height, scale);
  return [
    ...groundMarks(circle, input),
    ...(sector ? sectorMarks(circle, sector, input) : []),
    ...curveMarks(circle, input),
    ...barMarks(circle, input),
    ...dotMarks(circle, input),
    ...outputSigns(circle, input),
    ...(direction ? needleMarks(circle, direction, input) : []),
    ...circleNames(circle, input),
    ...leftPeak(circle, input),
  ];
}

function groundMarks(circle: Circle, { palette, scale }: CircleInput): Mark[] {
  const { cx, cy, rim, beta } = circle;
  const rule = { color: palette.hairline, width: palette.rule, cap: 'butt' } as const;
  const cross = [
    [cx - rim, cy, cx + rim, cy],
    [cx, cy - rim, cx, cy + rim],
  ];
  return [
    pathMark(cross, [rule]),
    { kind: 'circle', x: cx, y: cy, r: beta / 2, strokes: [rule] },
    betaMark(circle, { palette, scale }),
  ];
}

export function betaMark({ cx: x, cy: y, beta: r }: Circle, { palette, scale }: DrawStyle): Mark {
  const strokes = [{ color: palette.ink, width: 1.4 * scale, cap: 'butt' } as const];
  return { role: 'band-edge', kind: 'circle', x, y, r, strokes };
}

/** Returns closed, flat pixels. */
function pixelsOf(circle: Circle, { directions, heights }: CurveTold, beta: number): number[] {
  const { cx, cy } = circle;
  const pixels: number[] = [];
  for (let k = 0; k <= heights.length; k++) {
    const at = k % heights.length;
    const radius = radiusOfShare(circle, heights[at]! / beta);
    const x = directions[2 * at]!;
    const y = directions[2 * at + 1]!;
    const length = Math.hypot(x, y);
    pixels.push(cx + (radius * x) / length, cy - (radius * y) / length);
  }
  return pixels;
}

/** Draws the left dashed, the right in output colours. Excess over beta is tinted: a neuron pays off there. */
function curveMarks(circle: Circle, { left, right, beta, palette, scale }: CircleInput): Mark[] {
  const marks: Mark[] = [];
  const casing = (width: number) => penStroke(palette.paper, width * scale, { opacity: 0.85 });
  if (right && right.heights.length > 1) {
    const pixels = pixelsOf(circle, right, beta);
    const loops = excesses(circle, right, beta);
    if (loops.length > 0)
      marks.push({
        role: 'excess',
        kind: 'path',
        lines: loops,
        closed: true,
        fill: palette.rightPath,
        opacity: 0.16,
      });
    marks.push(pathMark([pixels], [casing(6.4)]));
    for (const [color, lines] of colouredLines(pixels, right, palette))
      marks.push(pathMark(lines, [penStroke(color, 3.6 * scale)], { role: 'dual-curve-right' }));
  }
  if (left && left.heights.length > 1) {
    const dash = { dash: [6 * scale, 4 * scale], cap: 'butt' } as const;
    marks.push(
      pathMark(
        [pixelsOf(circle, left, beta)],
        [casing(3.2), penStroke(palette.leftPath, 1.5 * scale, dash)],
        {
          role: 'dual-curve-left',
        },
      ),
    );
  }
  return marks;
}

function colouredLines(
  pixels: readonly number[],
  curve: CurveTold,
  palette: CircleInput['palette'],
): Map<string, number[][]> {
  const lines = new Map<string, number[][]>();
  let [color, line]: [string | null, number[]] = [null, []];
  for (let k = 0; k < curve.heights.length; k++) {
    const ends = pixels.slice(2 * k, 2 * k + 4);
    if (!ends.every(Number.isFinite)) {
      color = null;
      continue;
    }
    const own = colourOfOutput(outputAt(curve, k), palette) ?? palette.muted;
    if (own !== color) {
      line = ends.slice(0, 2);
      lines.set(own, [...(lines.get(own) ?? []), line]);
      color = own;
    }
    line.push(...ends.slice(2));
  }
  return lines;
}

/** Returns loops (non-zero rule) between the circle and a curve outside. */
function excesses(circle: Circle, { directions, heights }: CurveTold, beta: number): number[][] {
  const count = heights.length;
  const isOut = (k: number) => heights[k % count]! > beta;
  const loops: number[][] = [];
  const along = (from: number, to: number): number[] => {
    const out: number[] = [];
    const back: number[][] = [];
    for (let k = from; k <= to; k++) {
      const at = k % count;
      const [x, y] = [directions[2 * at]!, directions[2 * at + 1]!];
      out.push(...pixelOf(circle, x, y, radiusOfShare(circle, heights[at]! / beta)));
      back.push(pixelOf(circle, x, y, circle.beta));
    }
    return [...out, ...back.reverse().flat()];
  };
  let start = 0;
  while (start < count && isOut(start)) start++;
  if (start === count) return count > 0 ? [along(0, count)] : [];
  for (let k = start + 1; k < start + count; k++) {
    if (!isOut(k)) continue;
    const from = k;
    while (isOut(k)) k++;
    // Neighbouring samples are on the circle or inside.
    if (k - from > 1) loops.push(along(from, k - 1));
  }
  return loops;
}

/** Draws atoms as bars outwards from the circle. */
function barMarks(circle: Circle, { atoms, unit, palette, scale }: CircleInput): Mark[] {
  if (!atoms) return [];
  const bars: number[][] = [];
  const tips: number[] = [];
  for (let j = 0; j < atoms.weights.length; j++) {
    const [x, y, weight] = [atoms.directions[2 * j]!, atoms.directions[2 * j + 1]!, atoms.weights[j]!];
    const tip = pixelOf(circle, x, y, radiusOfWeight(circle, weight, unit));
    if (!(weight > 0) || !tip.every(Number.isFinite)) continue;
    bars.push([...pixelOf(circle, x, y, circle.beta), ...tip]);
    tips.push(...tip);
  }
  const width = (bars.length > 24 ? 2.6 : 4) * scale;
  const butt = { cap: 'butt' } as const;
  const strokes = [
    penStroke(palette.paper, width + 2 * scale, butt),
    penStroke(palette.rightPath, width, butt),
  ];
  return [
    pathMark(bars, strokes, { role: 'stems-right' }),
    symbolsMark('square', tips, width + 4 * scale, {
      role: 'neurons-positive-right',
      fill: palette.rightPath,
      strokes: [penStroke(palette.paper, 2 * scale)],
    }),
  ];
}

/** Draws descent's neurons as dots; dead ones are hollow and grey. */
function dotMarks(circle: Circle, input: CircleInput): Mark[] {
  const { neurons, unit, palette, scale } = input;
  if (!neurons) return [];
  const alive: number[] = [];
  const dead: number[] = [];
  for (let j = 0; j < neurons.weights.length; j++) {
    const [x, y] = [neurons.directions[2 * j]!, neurons.directions[2 * j + 1]!];
    const at = pixelOf(circle, x, y, radiusOfWeight(circle, neurons.weights[j]!, unit));
    if (at.every(Number.isFinite)) (neurons.dead[j] ? dead : alive).push(...at);
  }
  const size = (neurons.weights.length > 60 ? 6 : 9) * scale;
  const { color, shape } = sideStyle('left', input);
  const casing = penStroke(palette.paper, 2.4 * scale);
  return [
    deadMark(dead, size, input),
    symbolsMark(shape, alive, size, { role: 'neurons-positive-left', fill: color, strokes: [casing] }),
  ];
}

export const deadMark = (points: readonly number[], size: number, { palette, scale }: DrawStyle): Mark =>
  symbolsMark('dot', points, size, {
    role: 'dead',
    fill: palette.paper,
    strokes: [penStroke(palette.paper, 5 * scale), penStroke(palette.muted, 2.6 * scale)],
  });

function needleMarks(
  circle: Circle,
  [x, y]: readonly [number, number],
  { palette, scale }: CircleInput,
): Mark[] {
  const to = pixelOf(circle, x, y, circle.rim);
  return [
    pathMark(
      [[circle.cx, circle.cy, ...to]],
      [
        penStroke(palette.paper, 3.4 * scale),
        penStroke(palette.ink, 1.4 * scale, { dash: [2 * scale, 3 * scale], cap: 'butt' }),
      ],
      { role: 'hover' },
    ),
  ];
}
