import type { SideName } from '../../../engine/contract.ts';
import type { Frame, Opened } from '../../../workers/protocol.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import { createPlane, type Plane } from '../../charts/geometry.ts';
import { fieldOf } from '../../session/picture/in-plane.ts';
import type { Miniatures } from '../../session/view.ts';
import { miniatureRun } from '../kit/miniature-run.ts';
import type { ConeScene } from './network/cone-scene.ts';
import { shadedPolygon } from './network/cone-shape.ts';

const { mapInk, mapLeft, mapRight, plant, ramp } = PALETTES.light;

export function gameMiniatures(
  opened: Opened,
  last: Pick<Frame, SideName> | null,
  size: number,
  coneOf?: (side: SideName) => ConeScene,
): Miniatures {
  const rect = { x: 0, y: 0, width: size, height: size };
  const draw = (side: SideName): Mark[] => {
    const field = fieldOf(opened, side)?.[1];
    if (field?.domain.kind !== 'plane') return [];
    const [x0, x1, y0, y1] = field.domain.view;
    const plane = createPlane({ x0, x1, y0, y1 }, rect);
    const color = side === 'left' ? mapLeft : mapRight;
    const marks = field.marks.map(({ kind, at }): Mark => {
      const places = plane.toPixels(at);
      if (at.length > 2) return pathMark([places], [penStroke(mapInk, 1.2)]);
      const shape = kind === 'saddle' ? 'cross' : 'ring';
      return symbolsMark(shape, places, 7, { strokes: [penStroke(mapInk, 1.4)] });
    });
    return [
      { kind: 'rect', rect, fill: ramp.at(-1)! },
      {
        kind: 'clip',
        rect,
        marks: [
          ...(coneOf ? coneMarks(coneOf(side), plane, color) : []),
          ...marks,
          ...miniatureRun([opened.frame, last], side, plane),
        ],
      },
    ];
  };
  return { left: draw('left'), right: draw('right') };
}

function coneMarks({ cone, mean }: ConeScene, plane: Plane, color: string): Mark[] {
  const at = plane.toPixel(...mean);
  const star = symbolsMark('star', at, 13, { fill: plant, strokes: [penStroke(mapInk, 1)] });
  if (!cone) return [star];
  const polygon = plane.toPixels(shadedPolygon(cone, plane.view));
  return [pathMark([polygon], [], { closed: true, fill: color, opacity: 0.22 }), star];
}
