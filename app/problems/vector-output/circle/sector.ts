import type { SectorTold } from '../../../../engine/problems/vector-output/types.ts';
import type { DrawStyle } from '../../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke } from '../../../charts/display-list.ts';
import { arcOf, type Circle } from './geometry.ts';

/** Returns ascending angles of a sector's rays; 2 pi for the whole circle. */
export function anglesOf({ rays }: Pick<SectorTold, 'rays'>): readonly [number, number] {
  const from = Math.atan2(rays[1]!, rays[0]!);
  const to = Math.atan2(rays[3]!, rays[2]!);
  return [from, to > from ? to : to + 2 * Math.PI];
}

/** Returns the ellipse's radius over the circle's: beta/(eta/n), if the sector's form held everywhere. */
export function ellipseShare(
  { form: [xx, xy, yy] }: Pick<SectorTold, 'form'>,
  beta: number,
  angle: number,
): number {
  const [x, y] = [Math.cos(angle), Math.sin(angle)];
  const square = xx * x * x + 2 * xy * x * y + yy * y * y;
  return beta / Math.sqrt(Math.max(0, square));
}

/**
 * Draws a sector's copositive test: the ellipse {u: u^T S S^T u = beta^2} against the unit circle (drawn at beta). The constraint holds
 * where the ellipse is outside.
 */
export function sectorMarks(
  circle: Circle,
  sector: SectorTold,
  { palette, scale, beta }: DrawStyle & { readonly beta: number },
): Mark[] {
  const { cx, cy, rim } = circle;
  const [from, to] = anglesOf(sector);
  const radius = (angle: number) => Math.min(rim, circle.beta * ellipseShare(sector, beta, angle));
  const wedge = [cx, cy, ...arcOf(circle, from, to, () => rim)];
  const ray = { color: palette.ink, width: palette.rule, opacity: 0.5, cap: 'butt' } as const;
  const whole = penStroke(palette.muted, 1.2 * scale, { dash: [3 * scale, 3 * scale], cap: 'butt' });
  return [
    { role: 'sector', kind: 'path', lines: [wedge], closed: true, fill: palette.ink, opacity: 0.08 },
    pathMark(
      [from, to].map((angle) => [cx, cy, cx + rim * Math.cos(angle), cy - rim * Math.sin(angle)]),
      [ray],
    ),
    pathMark([arcOf(circle, 0, 2 * Math.PI, radius)], [whole]),
    pathMark(
      [arcOf(circle, from, to, radius)],
      [
        penStroke(palette.paper, 5 * scale, { cap: 'butt' }),
        penStroke(palette.ink, 2.6 * scale, { cap: 'butt' }),
      ],
      { role: 'ellipse' },
    ),
  ];
}
