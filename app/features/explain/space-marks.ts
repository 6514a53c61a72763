import type { SideName } from '../../../engine/contract.ts';
import type { SideUpdate } from '../../../workers/protocol.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import type { Mark } from '../../charts/display-list.ts';
import { MARKS } from '../../pictures/landscape/overlay.ts';
import type { SpaceScene } from '../../session/picture/extra-marks.ts';
import { arrowMarks, haloMarks, type MapInput, outline, slopeMove, slopeStyle } from './map-marks.ts';

/** Arrow length as a share of the window; pieces along the ground; barb length in px at scale 1. */
const ARROW = 0.22;
const PIECES = 24;
const BARB = 12;

type Place = readonly [number, number];

export function spaceMarks(input: MapInput, space: SpaceScene, drawStyle: DrawStyle): Mark[] {
  const { side, highlight, stage, update, toPlane } = input;
  const own = update?.[side] ?? null;
  const marks: Mark[] = [];
  const halo = (at: Place | null) => marks.push(...haloMarks(at && space.toPixel(...at), drawStyle));
  if (stage && own) {
    const here = toPlane(own.original.weights);
    if (stage === 'gradient') marks.push(...slopeMarks(input, own, side, space, drawStyle));
    else if (stage === 'step' && own.original.next) {
      const there = toPlane(own.original.next);
      marks.push(
        ...groundArrow(here, there, side, input.words.next, space, drawStyle),
        ...outlineMarks(side, space.toPixel(...there), drawStyle),
      );
    } else halo(here);
  }
  if (highlight === side) halo(input.head);
  if (highlight === 'start') halo(input.start);
  if (highlight === 'plant') {
    halo(input.plant);
    marks.push(...haloMarks(space.star, drawStyle));
  }
  const style = slopeStyle(input);
  if (own && style) marks.push(...slopeMarks(input, own, style, space, drawStyle));
  return marks;
}

function outlineMarks(side: SideName, at: Place | null, drawStyle: DrawStyle): Mark[] {
  if (!at) return [];
  const shape = side === 'left' ? 'dot' : 'square';
  const size = (MARKS.head + 4) * drawStyle.scale;
  return [{ kind: 'symbols', shape, points: at, size, strokes: outline(side, drawStyle) }];
}

/** Draws a downhill gradient, at a common scale. */
function slopeMarks(
  input: MapInput,
  own: SideUpdate,
  which: SideName | 'difference',
  space: SpaceScene,
  drawStyle: DrawStyle,
): Mark[] {
  const here = input.toPlane(own.original.weights);
  const slope = slopeMove(input, own, which, { kx: 1, ky: 1 });
  if (!slope) return haloMarks(space.toPixel(...here), drawStyle);
  const unit = (ARROW * (space.view.x1 - space.view.x0)) / slope.longest;
  const [dx, dy] = slope.move;
  const there = [here[0] + unit * dx, here[1] + unit * dy] as const;
  return groundArrow(here, there, which, input.words[which], space, drawStyle);
}

/** Draws an arrow along the ground, clipped to the window. */
function groundArrow(
  [x0, y0]: Place,
  [x1, y1]: Place,
  style: SideName | 'difference',
  text: string,
  space: SpaceScene,
  drawStyle: DrawStyle,
): Mark[] {
  const line: number[] = [];
  for (let i = 0; i <= PIECES; i++) {
    const share = i / PIECES;
    const at = space.toPixel(x0 + share * (x1 - x0), y0 + share * (y1 - y0));
    if (!at) break;
    line.push(...at);
  }
  const [fx, fy] = line.slice(-4);
  const [ex, ey] = line.slice(-2);
  if (line.length < 4 || Math.hypot(ex! - line[0]!, ey! - line[1]!) < 2 * drawStyle.scale) return [];
  const [dx, dy] = [ex! - fx!, ey! - fy!];
  const barb = (BARB * drawStyle.scale) / Math.max(1e-9, Math.hypot(dx, dy));
  const wing = (turn: number) => [ex! - barb * (dx - turn * dy), ey! - barb * (dy + turn * dx)];
  const lines = [line, [...wing(0.6), ex!, ey!, ...wing(-0.6)]];
  return arrowMarks(lines, style, text, space.rect, drawStyle, 3.4);
}
