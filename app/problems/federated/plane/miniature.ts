import type { SideName } from '../../../../engine/contract.ts';
import type { PlaneInfo } from '../../../../engine/problems/federated/types.ts';
import type { Frame } from '../../../../workers/protocol.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../../charts/display-list.ts';
import { createPlane } from '../../../charts/geometry.ts';
import { fieldOf } from '../../../session/picture/in-plane.ts';
import type { Miniatures } from '../../../session/view.ts';
import type { OpenedAt } from '../../kit/define-view.ts';
import { miniatureRun } from '../../kit/miniature-run.ts';
import { contourThrough } from './marks.ts';

const { mapInk, plant, ramp } = PALETTES.light;

/** Contour positions as shares of the way from rest to start. */
const CONTOURS = [0.25, 0.5, 0.75, 1, 1.4];

type Last = Pick<Frame, SideName> | null;

/** Draws both sides in small: contours of F_K, best, rest and first rounds. */
export const planeMiniatures = (opened: OpenedAt<PlaneInfo>, last: Last, size: number): Miniatures => ({
  left: planeMarks('left', opened, last, size),
  right: planeMarks('right', opened, last, size),
});

function planeMarks(side: SideName, opened: OpenedAt<PlaneInfo>, last: Last, size: number): Mark[] {
  const { info } = opened;
  const field = fieldOf(opened, side)?.[1];
  if (field?.domain.kind !== 'plane') return [];
  const [x0, x1, y0, y1] = field.domain.view;
  const rect = { x: 0, y: 0, width: size, height: size };
  const plane = createPlane({ x0, x1, y0, y1 }, rect);
  const { method, rest, surrogate: own } = info.sides[side];
  const surrogate = method === 'scaffold' ? info.mean : own;
  const [cx, cy] = surrogate.at;
  const contours = CONTOURS.map((share) =>
    plane.toPixels(
      contourThrough(surrogate, [cx + share * (info.start[0] - cx), cy + share * (info.start[1] - cy)]),
    ),
  );
  const [path, ...ends] = miniatureRun([opened.frame, last], side, plane);
  const marks: Mark[] = [
    pathMark(
      contours.filter((line) => line.length > 0),
      [penStroke(mapInk, 0.8, { opacity: 0.4 })],
    ),
    symbolsMark('star', plane.toPixel(...info.mean.at), 13, { fill: plant, strokes: [penStroke(mapInk, 1)] }),
    path!,
    ...(rest ? [symbolsMark('ring', plane.toPixel(...rest), 7, { strokes: [penStroke(mapInk, 1.6)] })] : []),
    ...ends,
  ];
  return [
    { kind: 'rect', rect, fill: ramp.at(-1)! },
    { kind: 'clip', rect, marks },
  ];
}
