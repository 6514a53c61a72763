import type { Mark as FieldMark } from '../../../engine/field.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import { clipSegment, growRect, type Plane, type Rect } from '../../charts/geometry.ts';

/** Pixels at scale 1: a cycle's point, and the gap at both ends of an arrow. */
const POINT = 8;
const FREE = 7;

/** Bow to the left, as a share of the length, so that opposite arrows differ. */
const BOW = 0.14;

const PIECES = 16;

/**
 * Draws `cycle` as a closed orbit, `jumps` as arrows between points in order, `line` thin, `box` as a dashed outline; other kinds are lines
 * of rest points, like lines of minima.
 */
export function lineMarks(
  { kind, at }: Pick<FieldMark, 'kind' | 'at'>,
  plane: Plane,
  drawStyle: DrawStyle,
): Mark[] {
  const { palette, scale } = drawStyle;
  const lines = [plane.toPixels(at)];
  if (kind === 'jumps') return jumpMarks(at, plane, drawStyle);
  if (kind === 'cycle')
    return [
      pathMark(lines, [paper(4.5, drawStyle), penStroke(palette.mapInk, 1.8 * scale)], { role: 'orbit' }),
    ];
  if (kind === 'line' || kind === 'box') {
    const dash = kind === 'box' && { dash: [3 * scale, 4 * scale] };
    const strokes = [paper(3.2, drawStyle), { ...penStroke(palette.mapInk, 1.4 * scale), ...dash }];
    return [pathMark(lines, strokes, { role: kind, closed: kind === 'box' })];
  }
  const dash = [6 * scale, 4 * scale];
  const strokes = [
    penStroke(palette.mapInk, 4 * scale, { cap: 'butt' }),
    penStroke(palette.plant, 2.4 * scale, { dash, cap: 'butt' }),
  ];
  return [pathMark(partsWithin(lines[0]!, growRect(plane.rect, 4 * scale)), strokes, { role: 'valleys' })];
}

/** Clips a polyline, because a canvas computes every dash even far outside. */
function partsWithin(line: readonly number[], rect: Rect): number[][] {
  const parts: number[][] = [];
  for (let i = 0; i + 3 < line.length; i += 2) {
    const part = clipSegment(line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!, rect);
    if (!part) continue;
    const last = parts.at(-1);
    if (last && last.at(-2) === part[0] && last.at(-1) === part[1]) last.push(part[2], part[3]);
    else parts.push([...part]);
  }
  return parts;
}

const paper = (width: number, { palette, scale }: DrawStyle) =>
  penStroke(palette.mapPaper, width * scale, { opacity: 0.9 });

/** Draws a cycle through flat (x, y) as bowed arrows between dots, closing at the first. */
export function jumpMarks(points: readonly number[], plane: Plane, drawStyle: DrawStyle): Mark[] {
  const { palette, scale } = drawStyle;
  const pixels = plane.toPixels(points);
  const arrows = Array.from({ length: pixels.length >> 1 }, (_, i) => {
    const next = (2 * i + 2) % pixels.length;
    return bowed(pixels[2 * i]!, pixels[2 * i + 1]!, pixels[next]!, pixels[next + 1]!, scale);
  });
  return [
    pathMark(arrows.flat(), [paper(4.8, drawStyle), penStroke(palette.mapInk, 2 * scale)], { role: 'jumps' }),
    symbolsMark('dot', pixels, POINT * scale, {
      fill: palette.mapInk,
      strokes: [penStroke(palette.mapPaper, 1.6 * scale)],
    }),
  ];
}

/** Returns an arrow with barbs; empty if its ends are too close. */
function bowed(x0: number, y0: number, x1: number, y1: number, scale: number): number[][] {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = Math.hypot(dx, dy);
  const free = (FREE * scale) / length;
  if (!(free < 0.35)) return [];
  const line: number[] = [];
  for (let i = 0; i <= PIECES; i++) {
    const t = free + ((1 - 2 * free) * i) / PIECES;
    const off = 4 * BOW * t * (1 - t);
    line.push(x0 + t * dx + off * dy, y0 + t * dy - off * dx);
  }
  const [x, y, px, py] = [line.at(-2)!, line.at(-1)!, line.at(-4)!, line.at(-3)!];
  const barb = Math.min(7 * scale, 0.3 * length) / Math.hypot(x - px, y - py);
  const wing = (turn: number) => [
    x - barb * (x - px - turn * (y - py)),
    y - barb * (y - py + turn * (x - px)),
  ];
  return [line, [...wing(0.6), x, y, ...wing(-0.6)]];
}

/** Draws a disc in the side's colour; nothing if a number is not finite. */
export function discMarks(
  [x, y]: readonly [number, number],
  radius: number,
  side: 'left' | 'right',
  plane: Plane,
  { palette, scale }: DrawStyle,
): Mark[] {
  const color = side === 'left' ? palette.mapLeft : palette.mapRight;
  // Capped, because this already covers the window.
  const reach = Math.min(radius, 1e3 * (plane.view.x1 - plane.view.x0));
  if (!Number.isFinite(x + y + reach)) return [];
  const around: number[] = [];
  for (let i = 0; i < 96; i++) {
    const angle = (Math.PI * i) / 48;
    around.push(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
  }
  const lines = [plane.toPixels(around)];
  return [
    pathMark(lines, [], { closed: true, fill: color, opacity: 0.18 }),
    pathMark(lines, [penStroke(palette.mapPaper, 3.4 * scale), penStroke(color, 1.6 * scale)], {
      role: 'disc',
      closed: true,
    }),
  ];
}
