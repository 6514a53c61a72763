import { clipSegment, containsPixel, type Plane, type Rect } from '../../../charts/geometry.ts';
import { covered, type Place, placeInTurn } from '../../../charts/place-labels.ts';
import { LEADING, wrapText } from '../../../charts/text-lines.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { mapText } from '../../../pictures/landscape/frame.ts';
import { holds } from '../region-geometry.ts';
import type { ConeGround, Placed, Written } from './cone-ground.ts';
import { rayPixels, shadedPolygon } from './cone-shape.ts';

type Named = Omit<ConeGround, 'axes' | 'side' | 'isRead' | keyof Placed>;

/** Map width at scale 1 below which names are short and these omitted. */
export const SMALL = 230;

/** Largest share of a label that may cover other marks. */
const COVERS = 0.15;

/** Most columns that the cone's name avoids. */
const RAYS = 24;

/** Places the cone's name and the note where they cover least. */
export function placeNames(plane: Plane, name: string, note: string, input: Named): Placed {
  if (plane.rect.width < SMALL * input.scale) return { name: null, notes: [] };
  const notes = noteLines(plane, note, input);
  return { name: nameLine(plane, name, notes, input), notes };
}

/** Boxes marks and their names, in pixels. */
function spotsOf(
  plane: Plane,
  { mean, nearest, start, scale }: Pick<ConeGround, 'mean' | 'nearest' | 'start' | 'scale'>,
): Rect[] {
  return [mean, nearest, start].flatMap((spot) => {
    if (!spot) return [];
    const [x, y] = plane.toPixel(...spot);
    return [{ x: x - 70 * scale, y: y - 34 * scale, width: 140 * scale, height: 68 * scale }];
  });
}

/** Most lines of a note. */
const LINES = 2;

/** Wraps a note evenly; none if it does not fit. */
function linesOf(note: string, room: number, style: Parameters<typeof wrapText>[2]): readonly string[] {
  if (note === '' || room <= 0) return [];
  let lines = wrapText(note, room, style);
  if (lines.length > LINES) return [];
  for (let width = room; width > room / 2; width -= 4) {
    const narrower = wrapText(note, width, style);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return lines;
}

function nameLine(plane: Plane, name: string, notes: readonly Written[], input: Named): Written | null {
  const { cone, columns, mean, nearest, start, palette, scale } = input;
  const polygon = cone ? plane.toPixels(shadedPolygon(cone, plane.view)) : [];
  if (polygon.length < 6) return null;
  const size = 13 * scale;
  const [width, height] = [textWidth(name, size) + 8 * scale, 1.5 * size];
  const { rect } = plane;
  const spots = [...spotsOf(plane, input), ...notes.map(({ box }) => box)];
  const rays = Array.from({ length: Math.min(RAYS, columns.length / 2) }, (_, j) =>
    rayPixels(plane, [columns[2 * j]!, columns[2 * j + 1]!]),
  );
  // Rough course of the path.
  if (start) rays.push([...plane.toPixel(...start), ...plane.toPixel(...(nearest ?? mean))]);
  const steps = 14;
  const places = Array.from({ length: steps * steps }, (_, i): Place => {
    const x = rect.x + ((0.5 + (i % steps)) / steps) * rect.width;
    const y = rect.y + ((0.5 + Math.floor(i / steps)) / steps) * rect.height;
    return { box: { x: x - width / 2, y: y - height / 2, width, height } };
  });
  const [placed] = placeInTurn([
    {
      places,
      cost({ box }) {
        const { x, y } = box;
        const isIn = [x, x + width].every((cx) =>
          [y, y + height].every((cy) => holds(polygon, cx, cy) && containsPixel(rect, cx, cy)),
        );
        const hidden = covered(box, spots);
        if (!isIn || hidden > COVERS * width * height) return Number.POSITIVE_INFINITY;
        const crossed = rays.reduce((sum, ray) => {
          const part = ray && clipSegment(ray[0]!, ray[1]!, ray[2]!, ray[3]!, box);
          return sum + (part ? Math.hypot(part[2] - part[0], part[3] - part[1]) : 0);
        }, 0);
        const [mx, my] = [x + width / 2 - rect.x - rect.width / 2, y + height / 2 - rect.y - rect.height / 2];
        return size * crossed + hidden + 0.3 * Math.hypot(mx, my);
      },
    },
  ]);
  if (!placed) return null;
  const { box } = placed;
  return { mark: mapText(name, box.x + width / 2, box.y + height / 2, size, palette, scale), box };
}

function noteLines(plane: Plane, note: string, input: Named): Written[] {
  const { palette, scale } = input;
  const { rect } = plane;
  const size = 12 * scale;
  const margin = 8 * scale;
  const style = { font: 'sans', size, weight: 500, color: palette.mapInk } as const;
  const lines = linesOf(note, rect.width - 2 * margin, style);
  const width = Math.max(0, ...lines.map((line) => textWidth(line, size)));
  const height = lines.length * LEADING * size;
  const [left, top] = [rect.x + margin, rect.y + margin];
  const [right, bottom] = [rect.x + rect.width - margin - width, rect.y + rect.height - margin - height];
  const corners = [bottom, top].flatMap((y) => [left, right].map((x): Rect => ({ x, y, width, height })));
  const spots = spotsOf(plane, input);
  const best = corners.reduce((kept, corner) =>
    covered(corner, spots) < covered(kept, spots) ? corner : kept,
  );
  if (covered(best, spots) > COVERS * width * height) return [];
  return lines.map((text, i) => {
    const y = best.y + (i + 0.5) * LEADING * size;
    const own = textWidth(text, size);
    const mark = mapText(text, best.x + own / 2, y, size, palette, scale);
    return {
      mark: { ...mark, weight: style.weight },
      box: { x: best.x, y: y - 0.7 * size, width: own, height: 1.4 * size },
    };
  });
}
