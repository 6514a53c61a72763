import { categorySymbol, mapCategoryColours } from '../../charts/colour/category-colours.ts';
import { type DisplayList, type Mark, pathMark, penStroke } from '../../charts/display-list.ts';
import { clipped, type Drawing } from '../../charts/frame.ts';
import { createPlane } from '../../charts/geometry.ts';
import { curveRect, titleMarks } from '../../pictures/curve/step-plot.ts';

export interface WedgeInput extends Drawing {
  readonly title: string;
  /** Weights of neurons without bias, and the class that each raises most. */
  readonly wedges: readonly { readonly x: number; readonly y: number; readonly raises: number }[];
  /** Samples, flat [x, y, ...], and their classes. */
  readonly points: ArrayLike<number>;
  readonly classes: ArrayLike<number>;
}

/** Draws the half of the plane in which each neuron is active, in the colour of the class that it raises most. */
export function drawWedges(input: WedgeInput): DisplayList {
  const { width, height, scale, palette, wedges, points, classes } = input;
  const room = curveRect(width, height, scale);
  const rect = { ...room, height: height - room.y - 4 * scale };
  const reach = Math.max(1e-9, ...Array.from(points, Math.abs)) * 1.25;
  const wide = (reach * rect.width) / rect.height;
  const plane = createPlane({ x0: -wide, x1: wide, y0: -reach, y1: reach }, rect);
  const far = 4 * (wide + reach);
  const opacity = wedges.length === 1 ? 0.4 : Math.max(0.1, 0.5 / Math.sqrt(wedges.length));
  const halves = wedges.flatMap(({ x, y, raises }): Mark[] => {
    const length = Math.hypot(x, y);
    if (!(length > 0 && length < Number.POSITIVE_INFINITY)) return [];
    const [ax, ay] = [(far * x) / length, (far * y) / length];
    const corners = [-ay, ax, ax - ay, ay + ax, ax + ay, ay - ax, ay, -ax];
    const fill = mapCategoryColours[raises % mapCategoryColours.length]!;
    const edge = [...plane.toPixels([-ay, ax, ay, -ax])];
    return [
      { role: 'regions', kind: 'path', lines: [[...plane.toPixels(corners)]], closed: true, fill, opacity },
      pathMark([edge], [penStroke(palette.mapLeft, 1.4 * scale, { cap: 'butt' })], { role: 'kinks' }),
    ];
  });
  const samples = [...new Set(Array.from(classes))].map((k) => {
    const at = Array.from(classes).flatMap((own, i) =>
      own === k ? [...plane.toPixel(points[2 * i]!, points[2 * i + 1]!)] : [],
    );
    const onMap = { paper: palette.mapPaper, ink: palette.mapInk };
    return categorySymbol(k, at, 6 * scale, mapCategoryColours, onMap, 0.6 * scale);
  });
  return [
    ...titleMarks(input, room),
    clipped(rect, [{ kind: 'rect', rect, fill: palette.mapPaper }, ...halves, ...samples]),
  ];
}
