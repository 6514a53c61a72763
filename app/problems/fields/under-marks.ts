import type { FieldGround } from '../../../workers/protocol.ts';
import type { DrawStyle, Palette } from '../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke } from '../../charts/display-list.ts';
import type { Plane } from '../../charts/geometry.ts';
import { type IsoLine, traceIsoLines } from '../../pictures/landscape/iso-lines.ts';
import { singleScale } from '../../pictures/landscape/picture.ts';

/** Contours of the function beneath a height, spaced as the height's own are over the least value in the window; none without one. */
export function underLines({ view, size, under }: FieldGround): readonly IsoLine[] {
  if (!under) return [];
  const field = { columns: size, rows: size, values: under };
  return traceIsoLines(field, view, singleScale(field, null));
}

/** Iso-lines that are told from contours below them. */
export function overOthers(palette: Palette): Palette {
  const { minor, major } = palette.iso;
  const strong = ({ width, opacity }: typeof minor) => ({
    width: 1.35 * width,
    opacity: Math.min(1, 2 * opacity),
  });
  return { ...palette, iso: { minor: strong(minor), major: strong(major) } };
}

/** They as thin dashed lines: the dashes are read where the ramp is light, the paper between them where it is dark. */
export function underMarks(lines: readonly IsoLine[], plane: Plane, { palette, scale }: DrawStyle): Mark[] {
  const paths = lines.flatMap((level) => level.lines.map((line) => plane.toPixels(line)));
  if (paths.length === 0) return [];
  const strokes = [
    penStroke(palette.mapPaper, 1.4 * scale, { opacity: 0.4 }),
    penStroke(palette.mapInk, 0.9 * scale, { opacity: 0.5, dash: [4 * scale, 3 * scale], cap: 'butt' }),
  ];
  return [pathMark(paths, strokes, { role: 'iso-line-under' })];
}
