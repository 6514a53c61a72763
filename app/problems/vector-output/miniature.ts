import type { SideName } from '../../../engine/contract.ts';
import type { OutputsInfo } from '../../../engine/problems/vector-output/types.ts';
import type { Frame, Opened } from '../../../workers/protocol.ts';
import { CATEGORY_SHAPES, mapCategoryColours } from '../../charts/colour/category-colours.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import { createPlane, fitView, type Plane } from '../../charts/geometry.ts';
import type { Miniatures } from '../../session/view.ts';
import { squareView } from '../kit/square-view.ts';
import { lineWithin } from './lines/line-within.ts';
import { firstLayer, type Neurons, neuronsOf, outputsOf, pictureKind, weightsOf } from './outputs-info.ts';

const { ramp, mapInk, mapPaper, mapLeft, mapRight } = PALETTES.light;

const MOST_BARS = 12;

/** Draws a batch's last step, or the start: classes with the neurons' lines, else spokes in their directions, else bars of weights. */
export function outputsMiniatures(
  opened: Opened,
  last: Pick<Frame, SideName> | null,
  size: number,
): Miniatures | null {
  const info = outputsOf(opened);
  if (!info) return null;
  const draw = (side: SideName) => {
    const { start, dimension } = opened.sides[side];
    const frame = last?.[side];
    const state = frame && frame.count > 0 ? frame.iterates.slice((frame.count - 1) * dimension) : start;
    const neurons = neuronsOf(state, side, info);
    const color = side === 'left' ? mapLeft : mapRight;
    const marks =
      pictureKind(info) === 'regions'
        ? [...lineMarks(neurons, info, color, size), ...sampleMarks(info, size)]
        : info.columns === 2
          ? spokeMarks(neurons, side, color, size)
          : barMarks(neurons, color, size);
    const rect = { x: 0, y: 0, width: size, height: size };
    return [{ kind: 'rect', rect, fill: ramp.at(-1)! } as const, ...marks];
  };
  return { left: draw('left'), right: draw('right') };
}

/** Returns the map's window. */
function planeOf({ points, hasOnes }: OutputsInfo, size: number): Plane {
  const rect = { x: 0, y: 0, width: size, height: size };
  return createPlane(fitView(squareView(points!, size, size, 1, hasOnes), rect), rect);
}

function lineMarks(neurons: Neurons, info: OutputsInfo, color: string, size: number): Mark[] {
  const { columns } = info;
  const first = firstLayer(neurons);
  const weights = weightsOf(neurons);
  const most = Math.max(...weights.filter(Number.isFinite));
  const plane = planeOf(info, size);
  const lines = weights.flatMap((weight, j) => {
    const [a, b, c] = first.slice(j * columns, j * columns + 3);
    const line = weight > 0.05 * most && lineWithin(plane, [a!, b!, columns > 2 ? c! : 0]);
    return line ? [line] : [];
  });
  return [pathMark(lines, [penStroke(color, 1, { opacity: 0.8 })])];
}

function sampleMarks(info: OutputsInfo, size: number): Mark[] {
  const plane = planeOf(info, size);
  return Array.from({ length: info.outputs }, (_, k) => {
    const places = Array.from(info.classes!).flatMap((own, i) =>
      own === k ? [...plane.toPixel(info.points![2 * i]!, info.points![2 * i + 1]!)] : [],
    );
    return symbolsMark(CATEGORY_SHAPES[k]!, places, 5, {
      fill: mapCategoryColours[k]!,
      strokes: [penStroke(mapInk, 0.8)],
    });
  });
}

function spokeMarks(neurons: Neurons, side: SideName, color: string, size: number): Mark[] {
  const first = firstLayer(neurons);
  const weights = weightsOf(neurons).map(Math.sqrt);
  const longest = Math.max(...weights.filter(Number.isFinite));
  const spokes = weights.flatMap((weight, j) => {
    const [x, y] = [first[2 * j]!, first[2 * j + 1]!];
    const length = (0.42 * size * weight) / longest / Math.hypot(x, y);
    return weight > 0.01 * longest && Number.isFinite(length)
      ? [[size / 2, size / 2, size / 2 + length * x, size / 2 - length * y]]
      : [];
  });
  return [
    pathMark(spokes, [penStroke(color, 1.4)]),
    symbolsMark(
      side === 'left' ? 'dot' : 'square',
      spokes.flatMap((spoke) => spoke.slice(2)),
      5,
      {
        fill: color,
        strokes: [penStroke(mapPaper, 0.8)],
      },
    ),
  ];
}

function barMarks(neurons: Neurons, color: string, size: number): Mark[] {
  const weights = weightsOf(neurons)
    .filter(Number.isFinite)
    .sort((a, b) => b - a)
    .slice(0, MOST_BARS);
  const wide = (0.84 * size) / MOST_BARS;
  const foot = 0.92 * size;
  const bars = weights.map((weight, j): Mark => {
    const top = foot - (0.84 * size * weight) / (weights[0] || 1);
    const [x0, x1] = [0.08 * size + j * wide, 0.08 * size + (j + 0.8) * wide];
    return { kind: 'path', lines: [[x0, foot, x0, top, x1, top, x1, foot]], closed: true, fill: color };
  });
  return [pathMark([[0.06 * size, foot, 0.94 * size, foot]], [penStroke(mapInk, 0.8)]), ...bars];
}
