import type { SideName } from '../../../engine/contract.ts';
import { type Mark, pathMark, penStroke } from '../../charts/display-list.ts';
import type { Drawing, Frame } from '../../charts/frame.ts';
import type { Rect } from '../../charts/geometry.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';
import { nameMark } from '../../charts/place-labels.ts';
import { shrunk } from '../../charts/text-lines.ts';
import { textWidth } from '../../charts/text-width.ts';

/** A proved lower bound of a side's curve. */
export interface CurveFloor {
  readonly side: SideName;
  readonly value: number;
  readonly label: string;
  readonly lit?: boolean;
}

/** Floors with their drawing code, which loads with them. */
export interface CurveFloors {
  readonly all: readonly CurveFloor[];
  readonly pen: typeof floorMarks;
}

/** Pixels of hatching under a floor at scale 1. */
const DEEP = 7;

/** Draws a floor's line in its side's colour, hatched below, named at the right; `boxes` covers both. */
export function floorMarks(
  { side, label, lit }: CurveFloor,
  y: number,
  { rect, right, bottom, palette, scale }: Frame,
  drawing: Drawing,
): { readonly wall: readonly Mark[]; readonly name: Mark; readonly boxes: readonly Rect[] } {
  const { text } = sideStyle(side, drawing);
  const [deep, room] = [DEEP * scale, rect.width - 12 * scale];
  const { size } = shrunk(label, room, { font: 'sans', size: 12 * scale, weight: 600, color: text });
  const wide = textWidth(label, size);
  // Below the hatching if there is room, else above the line.
  const below = y + deep + 0.8 * size;
  const middle = below + 0.6 * size < bottom ? below : y - 0.9 * size;
  const at = { text: label, x: right - 6 * scale - wide / 2, y: middle, size };
  return {
    wall: [
      {
        role: 'bound',
        kind: 'hatch',
        polygon: [rect.x, y, right, y, right, y + deep, rect.x, y + deep],
        spacing: 5 * scale,
        angle: -45,
        stroke: { color: text, width: 1, opacity: 0.55, cap: 'butt' },
      },
      pathMark(
        [[rect.x, y, right, y]],
        [
          ...(lit ? [penStroke(palette.ink, 7 * scale), penStroke(palette.plant, 4.6 * scale)] : []),
          penStroke(text, 1.6 * scale, { cap: 'butt' }),
        ],
        { role: 'bound' },
      ),
    ],
    name: nameMark(at, text, { color: palette.paper, width: 3 * scale }),
    boxes: [
      { x: at.x - wide / 2, y: middle - size / 2, width: wide, height: size },
      { x: rect.x, y: y - deep, width: rect.width, height: 2 * deep },
    ],
  };
}
