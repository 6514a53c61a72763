import type { CurvesTold, NetworkInfo } from '../../../../engine/problems/federated/types.ts';
import { categoryColour } from '../../../charts/colour/category-colours.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { borderMark, clipped, type Drawing } from '../../../charts/frame.ts';
import { createPlane, type Plane } from '../../../charts/geometry.ts';
import { ALONE, drawIdea } from '../idea-row.ts';
import { TURN, turnOf, type Unrolled } from './circle-geometry.ts';
import { type Heights, localStroke } from './circle-ground.ts';

export interface ArcsInput extends Drawing {
  readonly info: NetworkInfo;
  readonly unrolled: Unrolled;
  readonly heights: Heights;
  /** The linearisation's models in a round: their mean is exactly the averaged model. */
  readonly told: CurvesTold;
  readonly names: { readonly alone: readonly string[]; readonly average: string };
}

/** Draws the first clients' curves through their own labels, then the average of all clients' curves. */
export function drawArcs(input: ArcsInput): DisplayList {
  const { info, unrolled, heights, told, names, palette, scale } = input;
  const { count, owners, labels } = info;
  const points = told.locals.length / count;
  const local = (c: number) => told.locals.subarray(c * points, (c + 1) * points);
  const shown = Math.min(ALONE, count);
  const view = { x0: unrolled.from, x1: unrolled.from + TURN, y0: heights.low, y1: heights.high };
  const line = (plane: Plane, curve: ArrayLike<number>) => {
    const pixels = plane.toPixels(turnOf(curve, unrolled.from));
    return pixels.every(Number.isFinite) ? [pixels] : [];
  };
  const picture = (
    title: string,
    own: (c: number) => boolean,
    curves: (plane: Plane) => readonly Mark[],
  ) => ({
    title,
    marks(rect: Plane['rect']): Mark[] {
      const plane = createPlane(view, rect);
      const dots = Array.from({ length: count }, (_, c): Mark => {
        const at = unrolled.angles.flatMap((angle, i) =>
          owners[i] === c ? plane.toPixel(angle, labels[i]!) : [],
        );
        const color = categoryColour(c, palette);
        return own(c)
          ? symbolsMark('dot', at, 6.5 * scale, { role: 'samples', fill: color })
          : symbolsMark('ring', at, 5 * scale, { strokes: [penStroke(color, 1.2 * scale)] });
      });
      return [borderMark(rect, palette.hairline, palette), clipped(rect, [...curves(plane), ...dots])];
    },
  });
  const alone = Array.from({ length: shown }, (_, c) =>
    picture(
      names.alone[c]!,
      (other) => other === c,
      (plane) => [
        pathMark(line(plane, local(c)), [localStroke(c, categoryColour(c, palette), 2.2, scale)], {
          role: 'locals',
        }),
      ],
    ),
  );
  if (count < 2) return drawIdea(input, alone, false);
  const mean = Array.from({ length: points }, (_, j) => {
    let sum = 0;
    for (let c = 0; c < count; c++) sum += told.locals[c * points + j]!;
    return sum / count;
  });
  const average = picture(
    names.average,
    () => true,
    (plane) => [pathMark(line(plane, mean), [penStroke(palette.ink, 2.2 * scale)], { role: 'average' })],
  );
  return drawIdea(input, [...alone, average], false);
}
