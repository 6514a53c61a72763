import type { SideName } from '../../../../engine/contract.ts';
import type { DrawStyle, Palette } from '../../../charts/colour/palette.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  type StrokeLayer,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { createFrame, type Frame } from '../../../charts/frame.ts';
import { createPlane, growRect, type Rect } from '../../../charts/geometry.ts';
import { type Arrow, arrowMarks } from '../../../charts/marks/arrow-marks.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { MARKS, startMark, type Target, targetMarks } from '../../../pictures/landscape/overlay.ts';
import type { Pin } from '../../../session/explanation.ts';

/** Pixels of a pin, and the scale of the marks in it. */
const [SIDE, SCALE] = [20, 0.8];

export function drawPin(pin: Pin, palette: Palette): DisplayList {
  const view = { x0: -SIDE / 2, x1: SIDE / 2, y0: -SIDE / 2, y1: SIDE / 2 };
  return pin(createPlane(view, { x: 0, y: 0, width: SIDE, height: SIDE }), { palette, scale: SCALE });
}

const sidePin =
  (side: SideName): Pin =>
  (plane, drawStyle) => {
    const { shape, color } = sideStyle(side, drawStyle);
    return [symbolsMark(shape, plane.toPixel(0, 0), MARKS.head * drawStyle.scale, { fill: color })];
  };

export const SIDE_PINS: Readonly<Record<SideName, Pin>> = { left: sidePin('left'), right: sidePin('right') };

export const targetPin =
  (kind: Target['kind']): Pin =>
  ({ bx, by }, drawStyle) =>
    targetMarks(kind, bx, by, MARKS[kind] * drawStyle.scale, drawStyle);

export const startPin: Pin = ({ bx, by }, drawStyle) => [startMark(bx, by, drawStyle)];

/** Shows the tip of a gradient's arrow, which is longer than the pin. */
export const gradientPin =
  (style: Arrow['style']): Pin =>
  (plane, drawStyle) =>
    arrowMarks(plane, [8 - 70 * SCALE, 0], [{ move: [1, 0], label: '', style }], [], drawStyle)!.marks;

export const linePin =
  (
    strokesOf: (drawStyle: DrawStyle) => readonly StrokeLayer[],
    line: readonly number[] = [-9, 0, 9, 0],
  ): Pin =>
  (plane, drawStyle) => [pathMark([plane.toPixels(line)], strokesOf(drawStyle))];

/** Adds the ground of maps, for marks without a casing. */
export const onMapPaper =
  (pin: Pin): Pin =>
  (plane, drawStyle) => [
    { kind: 'rect', rect: plane.rect, fill: drawStyle.palette.mapPaper },
    ...pin(plane, drawStyle),
  ];

/** Shows marks of a plot whose frame is the pin, `margin` pixels smaller. */
export const framePin =
  (marks: (frame: Frame, pin: Rect) => readonly Mark[], margin = 0): Pin =>
  ({ rect }, drawStyle) =>
    marks(createFrame(drawStyle, growRect(rect, -margin)), rect);
