import type { PlaneInfo, PlaneRoundTold } from '../../../../engine/problems/federated/types.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { clipped, type Drawing } from '../../../charts/frame.ts';
import { createPlane, type Plane, type View } from '../../../charts/geometry.ts';
import { ALONE, drawIdea } from '../idea-row.ts';
import { averageMark, contourThrough, drawable, endMarks, pathStrokes } from './marks.ts';

export interface ValleysInput extends Drawing {
  readonly info: PlaneInfo;
  /** A round of the left side. */
  readonly round: PlaneRoundTold;
  readonly view: View;
  readonly names: { readonly alone: readonly string[]; readonly average: string };
}

/** Contours as shares of the way from the minimum to the window's far corner. */
const SHARES = [0.06, 0.14, 0.26, 0.42, 0.62, 0.85];

/** Returns the contours of 1/2 (t - at)' H (t - at) as flat lines; straight where H has rank one. */
export function valleyLines(
  [xx, xy, yy]: readonly [number, number, number],
  at: readonly [number, number],
  far: number,
): number[][] {
  const mean = (xx + yy) / 2;
  const spread = Math.hypot((xx - yy) / 2, xy);
  const [steep, flat] = [mean + spread, mean - spread];
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [u, v] = [Math.cos(angle), Math.sin(angle)];
  return SHARES.flatMap((share) => {
    const off = share * far;
    if (flat > 1e-9 * steep)
      return [contourThrough({ hessian: [xx, xy, yy], at }, [at[0] + off * u, at[1] + off * v])];
    return [off, -off].map((d) => {
      const [x, y] = [at[0] + d * u, at[1] + d * v];
      return [x - 9 * far * v, y + 9 * far * u, x + 9 * far * v, y - 9 * far * u];
    });
  });
}

/** Draws the first clients' walks, each in its own valley, then the average of all ends over the mean loss. */
export function drawValleys(input: ValleysInput): DisplayList {
  const { info, round, view, names, palette, scale } = input;
  const { hessians, minima } = info.sides.left.clients;
  const far = Math.hypot(view.x1 - view.x0, view.y1 - view.y0) / 2;
  const shown = Math.min(ALONE, round.paths.length);
  const size = 11 * scale;
  const ground = (plane: Plane, lines: readonly (readonly number[])[]): Mark[] => [
    { kind: 'rect', rect: plane.rect, fill: palette.ramp.at(-1)! },
    pathMark(
      lines.map((line) => plane.toPixels(line)),
      [penStroke(palette.mapInk, scale)],
      { opacity: 0.35 },
    ),
  ];
  const start = (plane: Plane): Mark =>
    symbolsMark('dot', drawable(plane, round.paths[0]!.slice(0, 2)), 6 * scale, { fill: palette.mapInk });
  const end = (plane: Plane, c: number) => drawable(plane, round.paths[c]!).slice(-2);
  const alone = Array.from({ length: shown }, (_, c) => ({
    title: names.alone[c]!,
    marks(rect: Plane['rect']): Mark[] {
      const plane = createPlane(view, rect);
      const [xx, xy, , yy] = hessians.slice(4 * c, 4 * c + 4) as unknown as [number, number, number, number];
      const lines = valleyLines([xx, xy, yy], [minima[2 * c]!, minima[2 * c + 1]!], far);
      return [
        clipped(rect, [
          ...ground(plane, lines),
          pathMark([drawable(plane, round.paths[c]!)], pathStrokes(c, 2.4, input), { role: 'locals' }),
          start(plane),
          ...endMarks(end(plane, c), c, size, round.paths.length > 1, input),
        ]),
      ];
    },
  }));
  if (round.paths.length < 2) return drawIdea(input, alone, true);
  const average = {
    title: names.average,
    marks(rect: Plane['rect']): Mark[] {
      const plane = createPlane(view, rect);
      const mean = drawable(plane, round.average);
      const ends = round.paths.map((_, c) => end(plane, c));
      return [
        clipped(rect, [
          ...ground(plane, valleyLines(info.mean.hessian, info.mean.at, far)),
          pathMark(mean.length === 2 ? ends.map((one) => [...one, ...mean]) : [], [
            penStroke(palette.mapInk, 1.3 * scale, { dash: [3 * scale, 3 * scale], cap: 'butt' }),
          ]),
          start(plane),
          ...ends.flatMap((one, c) => endMarks(one, c, size, round.paths.length <= 6, input)),
          averageMark(mean, input),
        ]),
      ];
    },
  };
  return drawIdea(input, [...alone, average], true);
}
