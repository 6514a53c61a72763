import type { SideName } from '../../engine/contract.ts';
import { withDefaults } from '../../engine/scenario/scenario.ts';
import type { EngineClient } from '../../workers/open-engine.ts';
import type { Opened, Slice } from '../../workers/protocol.ts';
import { PALETTES } from '../charts/colour/palette.ts';
import { createRampTable } from '../charts/colour/ramp-table.ts';
import { type DisplayList, type Mark, penStroke, symbolsMark } from '../charts/display-list.ts';
import { createPlane } from '../charts/geometry.ts';
import { planeMap } from '../session/picture/in-plane.ts';
import { fittedView } from '../session/picture/pictures.ts';
import { type Miniatures, miniaturesOf } from '../session/view.ts';
import { landscapePicture } from './landscape/picture.ts';

/** Width and height of a map's picture in pixels, and cells per side. */
export const PICTURE = 64;

/** Steps drawn for sides without maps. */
const STEPS = 40;

/** Asks a separate engine for an example's maps at its start, or draws its problem's miniatures. Null without either. */
export async function drawExample(
  engine: EngineClient,
  problem: Parameters<typeof withDefaults>[0],
  values: Parameters<typeof withDefaults>[1],
): Promise<Miniatures | null> {
  const scenario = withDefaults(problem, values);
  const opened = await engine.open(scenario, null, 0);
  if (!opened || 'failure' in opened) return null;
  if (opened.dimension === 0) return miniaturesOf(problem, opened, await engine.advance(STEPS), PICTURE);
  if (opened.dimension < 2) return null;
  const slice = opened.dimension > 2 ? await engine.slice(scenario.values, opened.sides.left.start) : null;
  const view = fittedView({ opened, references: null, slice });
  const grid = view && (await engine.grid(view, PICTURE));
  if (!grid) return null;
  const lowest = opened.planted ? 0 : null;
  const { ramp } = PALETTES.light;
  const picture = landscapePicture(grid, 'shared', { left: lowest, right: lowest }, createRampTable(ramp));
  const draw = (side: SideName): DisplayList => [
    {
      kind: 'raster',
      rect: { x: 0, y: 0, width: PICTURE, height: PICTURE },
      columns: grid.size,
      rows: grid.size,
      rgba: picture[side].rgba,
    },
    ...placeMarks(opened, slice, grid.view),
  ];
  return { left: draw('left'), right: draw('right') };
}

function placeMarks(opened: Opened, slice: Slice | null, view: Parameters<typeof createPlane>[0]): Mark[] {
  const { mapInk, mapPaper, plant } = PALETTES.light;
  const map = planeMap({ opened, slice });
  if (!map) return [];
  const plane = createPlane(view, { x: 0, y: 0, width: PICTURE, height: PICTURE });
  const at = (w: ArrayLike<number>) => plane.toPixel(...map.toPlane(w));
  return [
    symbolsMark('dot', at(opened.sides.left.start), 7, {
      role: 'start',
      fill: mapPaper,
      strokes: [penStroke(mapInk, 1.6)],
    }),
    ...(opened.plant
      ? [
          symbolsMark('star', at(opened.plant), 13, {
            role: 'star',
            fill: plant,
            strokes: [penStroke(mapInk, 1)],
          }),
        ]
      : []),
  ];
}
