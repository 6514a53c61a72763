import type { BasinPlace } from '../../charts/basin-picture.ts';
import { type Mark, pathMark, penStroke } from '../../charts/display-list.ts';
import { clipSegment, type Plane, type Rect, type View } from '../../charts/geometry.ts';
import { covered, type Place, placeInTurn } from '../../charts/place-labels.ts';
import { textWidth } from '../../charts/text-width.ts';
import { type LandscapeFrame, mapText } from './frame.ts';

/** Optional layers besides the dead zone. */
export interface LandscapeLayers extends LandscapeFrame {
  /** Pixel rects that labels avoid: targets, the start. */
  readonly keepOut: readonly Rect[];
  /** Colours replacing the loss (basins, pull), with names in data coordinates; null shows the loss. */
  readonly ground: {
    readonly view: View;
    readonly size: number;
    readonly rgba: Uint8ClampedArray<ArrayBuffer>;
    readonly names: readonly { readonly text: string; readonly places: readonly BasinPlace[] }[];
  } | null;
  /** Unit directions of kink lines through the origin, flat; may be empty. */
  readonly kinks: ArrayLike<number>;
  /** Lines of minima: [x0, y0, x1, y1] in data coordinates. */
  readonly valleys: readonly (readonly [number, number, number, number])[];
}

export function layerMarks(plane: Plane, input: LandscapeLayers): Mark[] {
  return [...kinkMarks(plane, input), ...valleyMarks(plane, input), ...groundNames(plane, input)];
}

/** Draws the lines on which a sample switches. */
function kinkMarks(plane: Plane, { kinks, palette, scale }: LandscapeLayers): Mark[] {
  if (kinks.length === 0) return [];
  const lines: number[][] = [];
  const [x0, y0] = plane.toPixel(0, 0);
  for (let i = 0; i + 1 < kinks.length; i += 2) {
    const [dx, dy] = [plane.kx * kinks[i]!, plane.ky * kinks[i + 1]!];
    // Long enough to leave the map, wherever the origin is.
    const { rect } = plane;
    const far =
      (Math.abs(x0 - rect.x) + Math.abs(y0 - rect.y) + 2 * (rect.width + rect.height)) / Math.hypot(dx, dy);
    const part = clipSegment(x0 - far * dx, y0 - far * dy, x0 + far * dx, y0 + far * dy, rect);
    if (part) lines.push(part);
  }
  // Fainter if many: a thousand lines must not hide the map.
  const opacity = Math.max(0.12, Math.min(0.7, 12 / lines.length));
  // Thin lines must grow faster than others to be seen from the last row.
  return [
    pathMark(
      lines,
      [
        penStroke(palette.mapPaper, 2 * scale ** 1.5, { opacity: 0.5 * opacity, cap: 'butt' }),
        penStroke(palette.mapInk, 0.8 * scale ** 2, { opacity, cap: 'butt' }),
      ],
      { role: 'kinks' },
    ),
  ];
}

function valleyMarks(plane: Plane, { valleys, palette, scale }: LandscapeLayers): Mark[] {
  const lines = valleys.map(([x0, y0, x1, y1]) => [...plane.toPixel(x0, y0), ...plane.toPixel(x1, y1)]);
  if (lines.length === 0) return [];
  const dash = [6 * scale, 4 * scale];
  return [
    pathMark(
      lines,
      [
        penStroke(palette.mapInk, 4 * scale, { cap: 'butt' }),
        penStroke(palette.plant, 2.4 * scale, { dash, cap: 'butt' }),
      ],
      { role: 'valleys' },
    ),
  ];
}

function groundNames(plane: Plane, { ground, palette, scale, keepOut }: LandscapeLayers): Mark[] {
  if (!ground) return [];
  const size = 13 * scale;
  const cell = plane.kx * ((ground.view.x1 - ground.view.x0) / ground.size);
  const { x: left, width: wide } = plane.rect;
  const wanted = ground.names.map(({ text, places }) => {
    const width = textWidth(text, size);
    const boxes = places
      .filter(({ room }) => room * cell >= 0.9 * size)
      .map(({ at }) => {
        const [px, y] = plane.toPixel(at[0], at[1]);
        const x = Math.max(left + width / 2 + 4, Math.min(left + wide - width / 2 - 4, px));
        return { box: { x: x - width / 2, y: y - size, width, height: 2 * size } };
      });
    // The first, roomiest, position off all marks; else the first.
    const cost = ({ box }: Place, taken: readonly Rect[]) => (covered(box, taken) > 0 ? 1 : 0);
    return { places: boxes, cost };
  });
  return placeInTurn(wanted, keepOut).flatMap((place, i) => {
    if (!place) return [];
    const { x, y, width } = place.box;
    return [mapText(ground.names[i]!.text, x + width / 2, y + size, size, palette, scale)];
  });
}
