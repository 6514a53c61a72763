import { isOnTriangle, TRIANGLE } from '../../../engine/landscapes/triangle.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, type TextMark } from '../../charts/display-list.ts';
import { containsPixel, growRect, type Plane, type Rect, type View } from '../../charts/geometry.ts';
import { textWidth } from '../../charts/text-width.ts';
import type { IsoLine } from '../../pictures/landscape/iso-lines.ts';
import { clipToConvex } from '../../pictures/space/drape.ts';
import type { Canvas } from '../../session/picture/picture.ts';

/** Replaces values at cells whose centre is off the triangle by NaN. */
export function onTriangleAlone(values: Float64Array, { x0, x1, y0, y1 }: View, size: number): Float64Array {
  const centre = (from: number, to: number, cell: number) => from + ((to - from) * (cell + 0.5)) / size;
  return values.map((value, i) =>
    isOnTriangle(centre(x0, x1, i % size), centre(y0, y1, Math.floor(i / size))) ? value : Number.NaN,
  );
}

export function withinTriangle(lines: readonly IsoLine[]): IsoLine[] {
  return lines.map((level) => ({ ...level, lines: level.lines.flatMap(partsOf) }));
}

function partsOf(line: Float64Array): Float64Array[] {
  const parts: number[][] = [];
  for (let i = 0; i + 3 < line.length; i += 2) {
    const part = clipToConvex([line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!], TRIANGLE);
    if (!part) continue;
    const last = parts.at(-1);
    const goesOn = last && last.at(-2) === part[0] && last.at(-1) === part[1];
    if (goesOn) last.push(part[2], part[3]);
    else parts.push([...part]);
  }
  return parts.map((part) => Float64Array.from(part));
}

/** Corner names separated by an empty line; null for a plane. `short`: for a small map. */
export interface Names {
  readonly corners: string | null;
  readonly short: string | null;
}

/** Width of a map, and size of letters, below which names are short, in pixels at scale 1. */
const [SMALL, LEAST] = [240, 10.5];

/**
 * Names visible corners outside them, in the order of the weights: shorter or smaller if two would meet, to the side of the upper corner
 * if there is no room above.
 */
export function cornerNames({ corners, short }: Names, plane: Plane, canvas: Canvas): TextMark[] {
  const { palette, scale } = canvas.drawStyle;
  const { width } = canvas.size;
  const pixels = plane.toPixels(TRIANGLE);
  const [away, up, rim] = [24 * scale, 19 * scale, 4 * scale];
  const sizeOf = (names: readonly string[]) =>
    names.reduce(
      (least, name, k) => shrunk(name, k === 2 ? width - 2 * rim : width / 2 - 2 * rim, least),
      13 * scale,
    );
  const long = corners?.split('\n\n') ?? [];
  const isSmall = plane.rect.width < SMALL * scale || sizeOf(long) < LEAST * scale;
  const names = (isSmall && short?.split('\n\n')) || long;
  const size = sizeOf(names);
  const leading = 1.2 * size;
  return names.flatMap((name, k): TextMark[] => {
    const [x, y] = [pixels[2 * k]!, pixels[2 * k + 1]!];
    if (!containsPixel(growRect(plane.rect, 1), x, y)) return [];
    const lines = name.split('\n');
    const above = y - up - (lines.length - 1) * leading;
    const isBeside = k === 2 && above < 0.6 * size;
    const first = k < 2 ? y + away : isBeside ? Math.max(0.6 * size, y - up / 2) : above;
    const widest = Math.max(...lines.map((line) => widthOf(line, size)));
    const middle = isBeside ? x - 0.6 * up - widest / 2 : x;
    return lines.map((text, i) => {
      const half = (isBeside ? widest : widthOf(text, size)) / 2 + rim;
      return {
        kind: 'text',
        text,
        x: Math.max(half, Math.min(width - half, middle)),
        y: first + i * leading,
        font: 'sans',
        size,
        weight: i === 0 ? 500 : 400,
        anchor: 'middle',
        baseline: 'middle',
        color: palette.ink,
      };
    });
  });
}

/** Rather too wide: a name at the edge would be cut. */
const widthOf = (text: string, size: number) => 1.06 * textWidth(text, size);

/** Returns the largest font size up to `size` at which every line fits into `room` pixels. */
const shrunk = (name: string, room: number, size: number) =>
  Math.min(...name.split('\n').map((line) => Math.min(size, (size * room) / widthOf(line, size))));

export function outlineMark(plane: Plane, { palette }: DrawStyle): Mark {
  const line = pathMark([plane.toPixels(TRIANGLE)], [penStroke(palette.frame, 1.2 * palette.rule)], {
    closed: true,
  });
  return { kind: 'clip', rect: plane.rect, marks: [line] };
}

export function roomOfName({ text, x, y, size }: TextMark): Rect {
  const width = textWidth(text, size);
  return { x: x - width / 2, y: y - 0.6 * size, width, height: 1.2 * size };
}
