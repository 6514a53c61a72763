import type { SideName } from '../../../../engine/contract.ts';
import type { PixelsInfo } from '../../../../engine/problems/denoiser/types.ts';
import type { Frame, Opened } from '../../../../workers/protocol.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../../charts/display-list.ts';
import { createPlane } from '../../../charts/geometry.ts';
import type { Miniatures } from '../../../session/view.ts';
import { miniatureRun } from '../../kit/miniature-run.ts';

const { mapInk, plant, ramp } = PALETTES.light;

type Last = Pick<Frame, SideName> | null;

export function pixelMiniatures(opened: Opened, last: Last, size: number): Miniatures | null {
  const info = opened.info as PixelsInfo | undefined;
  if (!info) return null;
  const of = (side: SideName) => sideMarks(info, side, opened, last, size);
  return { left: of('left'), right: of('right') };
}

function sideMarks(info: PixelsInfo, side: SideName, opened: Opened, last: Last, size: number): Mark[] {
  const rect = { x: 0, y: 0, width: size, height: size };
  const plane = createPlane({ x0: -0.3, x1: 1.3, y0: -0.3, y1: 1.3 }, rect);
  const { rests, segment } = info.sides[side];
  const places = (stable: boolean) =>
    (rests ?? []).flatMap(({ at, kind }) => ((kind === 'stable') === stable ? plane.toPixel(...at) : []));
  return [
    { kind: 'rect', rect, fill: ramp.at(-2)! },
    {
      kind: 'clip',
      rect,
      marks: [
        pathMark([plane.toPixels(lineOf(info))], [penStroke(mapInk, 0.8)]),
        ...(segment
          ? [pathMark([plane.toPixels(segment.flat())], [penStroke(mapInk, 3), penStroke(plant, 1.6)])]
          : []),
        symbolsMark('ring', places(false), 6, { strokes: [penStroke(mapInk, 1.2)] }),
        symbolsMark('dot', places(true), 8, { fill: plant, strokes: [penStroke(mapInk, 1.4)] }),
        symbolsMark('star', plane.toPixel(...info.truth), 12, {
          fill: plant,
          strokes: [penStroke(mapInk, 1)],
        }),
        ...miniatureRun([opened.frame, last], side, plane, 7),
      ],
    },
  ];
}

/** Returns Phi x = y far beyond both edges. */
function lineOf({ phi: [p, q], y, L }: PixelsInfo): number[] {
  const reach = 10 / Math.sqrt(L);
  const [a, b] = [(y * p) / L, (y * q) / L];
  return [a + reach * q, b - reach * p, a - reach * q, b + reach * p];
}
