import type { SideName } from '../../../engine/contract.ts';
import type { PlaneSide, Turn } from '../../../engine/problems/gan/types.ts';
import { type DisplayList, type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import { axisText, clipped, type Drawing } from '../../charts/frame.ts';
import { createPlane, type Plane, type Rect, squareAt } from '../../charts/geometry.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';
import { placeLabels } from '../../charts/place-labels.ts';
import { curveRect, titleMarks } from '../../pictures/curve/step-plot.ts';
import { targetMarks } from '../../pictures/landscape/overlay.ts';
import { arrowMark } from '../kit/arrow-mark.ts';
import type { Point } from './network/cone-scene.ts';
import { flatLines } from './plane/flat-lines.ts';

interface IdeaInput extends Drawing {
  readonly side: SideName;
  readonly title: string;
}

function roomOf({ width, height, scale }: IdeaInput): Rect {
  const { y } = curveRect(width, height, scale);
  return { x: 0, y, width, height: Math.max(1, height - y - 4 * scale) };
}

/** Returns a plane of equal scales around finite points; they fill this share of it. */
function planeAround(points: readonly Point[], rect: Rect, share: number): Plane {
  const of = (axis: 0 | 1) => points.map((point) => point[axis]).filter(Number.isFinite);
  const [xs, ys] = [of(0), of(1)];
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const unit = Math.max((x1 - x0) / rect.width, (y1 - y0) / rect.height, 1e-9) / share;
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const [w, h] = [(unit * rect.width) / 2, (unit * rect.height) / 2];
  return createPlane({ x0: x - w, x1: x + w, y0: y - h, y1: y + h }, rect);
}

const CIRCLE = Array.from({ length: 721 }, (_, i) => (Math.PI * i) / 360);

export interface TurnInput extends IdeaInput {
  readonly turn: Turn;
  readonly rule: PlaneSide['rule'];
  readonly rho: number;
  readonly asks: boolean;
  /** Name of the saddle. */
  readonly saddle: string;
  /** Names of the two moves. */
  readonly names: readonly [w: string, d: string];
}

/** Draws a round's two moves in their order, the saddle, and unless `asks` the distance to it before (thin) and after (thick). */
export function drawTurn(input: TurnInput): DisplayList {
  const { turn, rule, rho, asks, names, palette, scale } = input;
  const { from, to, ahead, before } = turn;
  const rect = roomOf(input);
  const isInTurn = rule === 'alternating' || rule === 'best';
  const corner: Point = [from[0], to[1]];
  const saddle: Point = [0, 0];
  const points: Point[] = [from, to, corner, [to[0], from[1]], saddle, ...(ahead ? [ahead] : [])];
  const plane = planeAround(points, rect, 0.66);
  const at = (point: Point): Point => plane.toPixel(...point);
  const { color, shape } = sideStyle(input.side, input);
  const onPage = { ...input, palette: { ...palette, mapInk: palette.ink, mapPaper: palette.paper } };
  const circle = (point: Point) => {
    const radius = Math.hypot(...point);
    return plane.toPixels(CIRCLE.flatMap((turn) => [radius * Math.cos(turn), radius * Math.sin(turn)]));
  };
  const thin = (a: Point, b: Point) =>
    pathMark([[...at(a), ...at(b)]], [penStroke(palette.ink, scale, { opacity: 0.35 })]);
  const arrow = (a: Point, b: Point) =>
    arrowMark(at(a), at(b), [penStroke(palette.ink, 2.2 * scale)], `direction-${input.side}`, scale);
  const moves: [w: readonly [Point, Point], d: readonly [Point, Point]] = isInTurn
    ? [
        [corner, to],
        [from, corner],
      ]
    : [
        [from, [to[0], from[1]]],
        [from, corner],
      ];
  const names_ = moves.map(([a, b], i) => {
    const [x0, y0] = at(a);
    const [x1, y1] = at(b);
    const [dx, dy] = i === 0 ? [0, isInTurn ? 12 : -12] : [-8, 4];
    const place = i === 0 ? 'middle' : 'end';
    return axisText(input, names[i]!, (x0 + x1) / 2 + dx * scale, (y0 + y1) / 2 + dy * scale, place, {
      strong: true,
    });
  });
  const inside: Mark[] = [
    ...flatLines({ mean: 0, rho, names: ['', ''] }, plane, onPage).marks,
    ...(asks
      ? []
      : [
          pathMark([circle(from)], [penStroke(color, scale, { opacity: 0.8 })], { role: 'orbit' }),
          pathMark([circle(to)], [penStroke(color, 2.4 * scale, { opacity: 0.8 })], {
            role: `curve-${input.side}`,
          }),
        ]),
    ...targetMarks('saddle', ...at(saddle), 9 * scale, onPage),
    axisText(input, input.saddle, at(saddle)[0] + 10 * scale, at(saddle)[1] - 10 * scale, 'start', {
      strong: true,
    }),
    ...(before ? [thin(before, from)] : []),
    ...(ahead
      ? [
          thin(from, ahead),
          symbolsMark('ring', at(ahead), 8 * scale, { strokes: [penStroke(palette.ink, 1.4 * scale)] }),
        ]
      : []),
    ...(isInTurn ? [] : [thin([to[0], from[1]], to), thin(corner, to)]),
    ...moves.flatMap(([a, b]) => arrow(a, b)),
    symbolsMark('ring', at(from), 10 * scale, {
      fill: palette.paper,
      strokes: [penStroke(palette.ink, 2 * scale)],
    }),
    symbolsMark(shape, at(to), 11 * scale, { fill: color }),
    ...names_,
  ];
  return [...titleMarks(input, curveRect(input.width, input.height, scale)), clipped(rect, inside)];
}

export interface MixtureInput extends IdeaInput {
  /** Flat x, y. */
  readonly columns: ArrayLike<number>;
  readonly hidden: ArrayLike<number>;
  readonly mean: Point;
  /** True if all columns lie on one line: each arrow then has its own height. */
  readonly isLine: boolean;
}

/** Adds h_j v_j, arrow by arrow, from 0 to the generated mean. */
export function drawMixture(input: MixtureInput): DisplayList {
  const { columns, hidden, mean, isLine, palette, scale } = input;
  const rect = roomOf(input);
  const sums: Point[] = [[0, 0]];
  for (let j = 0; j < hidden.length; j++) {
    const [x, y] = sums.at(-1)!;
    sums.push([x + hidden[j]! * columns[2 * j]!, y + hidden[j]! * columns[2 * j + 1]!]);
  }
  const plane = planeAround([...sums, mean], rect, isLine ? 0.8 : 0.74);
  const rise = isLine ? Math.min(26 * scale, rect.height / (hidden.length + 2)) : 0;
  const at = (point: Point, row = 0): Point => {
    const [x, y] = plane.toPixel(...point);
    return [x, y + (row - (isLine ? hidden.length / 2 : 0)) * rise];
  };
  const { color, shape } = sideStyle(input.side, input);
  const pen = [penStroke(palette.ink, (hidden.length > 24 ? 1 : 2) * scale)];
  const [x, y] = at([0, 0]);
  const end = at(sums.at(-1)!, hidden.length);
  const star = at(mean, hidden.length / 2);
  const [zero] = placeLabels(
    [
      {
        text: '0',
        x,
        y,
        size: 12 * scale,
        gap: 5 * scale,
        farther: [4, 8, 16, 24].map((more) => more * scale),
      },
    ],
    rect,
    [squareAt(...end, 11 * scale), squareAt(...star, 16 * scale)],
    [sums.flatMap((sum, j) => at(sum, j))],
  );
  const axis = isLine
    ? [pathMark([[x, rect.y, x, rect.y + rect.height]], [penStroke(palette.hairline, scale)])]
    : [];
  const inside: Mark[] = [
    ...axis,
    ...sums
      .slice(1)
      .flatMap((sum, j) => arrowMark(at(sums[j]!, j), at(sum, j), pen, `weights-${input.side}`, scale)),
    axisText(input, '0', zero!.x, zero!.y, 'middle', { strong: true }),
    symbolsMark(shape, end, 11 * scale, { fill: color }),
    symbolsMark('star', star, 16 * scale, {
      fill: palette.plant,
      strokes: [penStroke(palette.ink, 1 * scale)],
    }),
  ];
  return [...titleMarks(input, curveRect(input.width, input.height, scale)), clipped(rect, inside)];
}
