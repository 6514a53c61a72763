import type { SideName } from '../../../engine/contract.ts';
import type { Frame, Opened } from '../../../workers/protocol.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import { createPlane, type Plane } from '../../charts/geometry.ts';
import { fieldOf } from '../../session/picture/in-plane.ts';
import type { Miniatures } from '../../session/view.ts';
import type { ConeScene } from './network/cone-scene.ts';
import { shadedPolygon } from './network/cone-shape.ts';

const { mapInk, mapPaper, mapLeft, mapRight, plant, ramp } = PALETTES.light;

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
      return symbolsMark(kind === 'saddle' ? 'cross' : 'ring', places, 7, {
        strokes: [penStroke(mapInk, 1.4)],
      });
    });
    const path = [opened.frame[side].places, last?.[side].places].flatMap((places) => [...(places ?? [])]);
    return [
      { kind: 'rect', rect, fill: ramp.at(-1)! },
      {
        kind: 'clip',
        rect,
        marks: [
          ...(coneOf ? coneMarks(coneOf(side), plane, color) : []),
          ...marks,
          ...pathMarks(path, side, plane, color),
        ],
      },
    ];
  };
  return { left: draw('left'), right: draw('right') };
}

function coneMarks({ cone, mean }: ConeScene, plane: Plane, color: string): Mark[] {
  const star = symbolsMark('star', plane.toPixel(...mean), 13, {
    fill: plant,
    strokes: [penStroke(mapInk, 1)],
  });
  if (!cone) return [star];
  const polygon = plane.toPixels(shadedPolygon(cone, plane.view));
  return [pathMark([polygon], [], { closed: true, fill: color, opacity: 0.22 }), star];
}

/** Draws a path, flat (x, y, distance off the plane), up to the first non-finite place. */
function pathMarks(places: readonly number[], side: SideName, plane: Plane, color: string): Mark[] {
  const flat: number[] = [];
  for (let k = 0; k + 2 < places.length; k += 3) {
    if (!Number.isFinite(places[k]! + places[k + 1]!)) break;
    flat.push(...plane.toPixel(places[k]!, places[k + 1]!));
  }
  return [
    pathMark([flat], [penStroke(mapPaper, 3.5), penStroke(color, 1.6)]),
    symbolsMark('dot', flat.slice(0, 2), 6, { fill: mapPaper, strokes: [penStroke(mapInk, 1.4)] }),
    symbolsMark(side === 'left' ? 'dot' : 'square', flat.slice(-2), 6, {
      fill: color,
      strokes: [penStroke(mapPaper, 0.8)],
    }),
  ];
}
