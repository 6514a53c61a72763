import { type Mark, pathMark, penStroke, symbolsMark } from '../../../charts/display-list.ts';
import type { Plane } from '../../../charts/geometry.ts';
import { arrowMark } from '../../kit/arrow-mark.ts';
import { halos } from '../../kit/halo-marks.ts';
import type { GameMark } from '../game-marks.ts';
import type { ConeRun } from './cone-plot.ts';

/** Highlights a mark of the explanation; nothing if this plane does not have it. */
export function coneMarks(
  plane: Plane,
  highlight: GameMark | string | null,
  columns: ArrayLike<number>,
  { side, mean, nearest, head, discriminator, cloud, palette, scale }: ConeRun,
): Mark[] {
  const style = { palette: { ...palette, ink: palette.mapInk, paper: palette.mapPaper }, scale };
  const lit = [penStroke(palette.mapInk, 8 * scale), penStroke(palette.plant, 5 * scale)];
  switch (highlight) {
    case side:
      return head ? halos(plane.toPixel(...head), style) : [];
    case 'plant':
      return halos(plane.toPixel(...mean), style);
    case 'columns': {
      const [x, y] = plane.toPixel(0, 0);
      const tips = plane.toPixels(columns);
      const stems = Array.from({ length: tips.length / 2 }, (_, j) => [x, y, tips[2 * j]!, tips[2 * j + 1]!]);
      return [pathMark(stems, stems.length > 24 ? [penStroke(palette.plant, 2 * scale)] : lit)];
    }
    case 'discriminator': {
      if (!head || !discriminator) return [];
      const tip = [head[0] + discriminator[0], head[1] + discriminator[1]] as const;
      return arrowMark(plane.toPixel(...head), plane.toPixel(...tip), lit, 'hover', scale);
    }
    case 'certificate':
      return nearest
        ? [
            ...arrowMark(plane.toPixel(...nearest), plane.toPixel(...mean), lit, 'hover', scale),
            ...halos(plane.toPixel(...nearest), style),
          ]
        : [];
    case 'cloud':
      return [
        symbolsMark('ring', plane.toPixels(cloud), 10 * scale, {
          strokes: [penStroke(palette.mapInk, 4.4 * scale), penStroke(palette.plant, 2.4 * scale)],
        }),
      ];
    default:
      return [];
  }
}
