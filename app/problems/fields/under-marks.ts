import type { FieldGround } from '../../../workers/protocol.ts';
import type { DrawStyle, Palette } from '../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke } from '../../charts/display-list.ts';
import type { Plane } from '../../charts/geometry.ts';
import { type IsoLine, traceIsoLines } from '../../pictures/landscape/iso-lines.ts';
import { singleScale } from '../../pictures/landscape/picture.ts';

/** Traces the function beneath, with the height's spacing over its own minimum; none if missing. */
export function underLines({ view, size, under }: FieldGround): readonly IsoLine[] {
  if (!under) return [];
  const field = { columns: size, rows: size, values: under };
  return traceIsoLines(field, view, singleScale(field, null));
}

/** Strengthens iso-lines, to differ from contours below them. */
export function overOthers(palette: Palette): Palette {
  const { minor, major } = palette.iso;
  const strong = ({ width, opacity }: typeof minor) => ({
    width: 1.35 * width,
    opacity: Math.min(1, 2 * opacity),
  });
  return { ...palette, iso: { minor: strong(minor), major: strong(major) } };
}

/** Draws thin dashed lines: dashes are visible on the light ramp, the paper between them on the dark. */
export function underMarks(lines: readonly IsoLine[], plane: Plane, { palette, scale }: DrawStyle): Mark[] {
  const paths = lines.flatMap((level) => level.lines.map((line) => plane.toPixels(line)));
  if (paths.length === 0) return [];
  const strokes = [
    penStroke(palette.mapPaper, 1.4 * scale, { opacity: 0.4 }),
    penStroke(palette.mapInk, 0.9 * scale, { opacity: 0.5, dash: [4 * scale, 3 * scale], cap: 'butt' }),
  ];
  return [pathMark(paths, strokes, { role: 'iso-line-under' })];
}
