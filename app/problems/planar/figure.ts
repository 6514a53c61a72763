import type { SideName } from '../../../engine/contract.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import type { Size } from '../../charts/geometry.ts';
import { partNames } from '../../charts/paint/part-names.ts';
import * as tell from '../../pictures/describe.ts';
import { noteMarks } from '../../pictures/kit.ts';
import { landscapeRect } from '../../pictures/landscape/rect.ts';
import type { FigureView, PanelPicture, PictureKit } from '../../session/picture/figure-view.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { createData } from './data-drawing.ts';
import { createLandscape } from './landscape-drawing.ts';
import { createLegend, legendSides } from './legend-drawing.ts';
import { createCoordinates } from './samples/coordinates-drawing.ts';
import { projectionWords } from './samples/projection-words.ts';

const MAPS = { left: () => createLandscape('left'), right: () => createLandscape('right') };
const GROUNDS = { left: () => MAPS.left().ground, right: () => MAPS.right().ground };
const RUNS = { left: () => MAPS.left().run, right: () => MAPS.right().run };
const LEGENDS = { left: () => createLegend('left'), right: () => createLegend('right') };

/** Returns a side's map, or the 3D block that replaces it. */
function map(kit: PictureKit, snapshot: Snapshot, side: SideName, size: Size): DisplayList {
  const { drawStyle, t, blocks } = kit;
  const block =
    blocks && snapshot.store.getState().scenario.values.solid ? blocks(snapshot, side, size) : null;
  if (block) return [{ kind: 'raster', rect: { x: 0, y: 0, ...size }, ...block }];
  const list = [
    ...kit.draw(GROUNDS[side], snapshot, size),
    ...kit.draw(RUNS[side], snapshot, size),
    ...noteMarks(projectionWords(snapshot, side, t), size, drawStyle),
  ];
  // In a film, names would jump as the paths grow.
  return drawStyle.bands ? partNames(list, landscapeRect(size.width, size.height, drawStyle.scale)) : list;
}

const side = (name: SideName): PanelPicture => ({
  aspect: 1,
  narrow: () => 0.62,
  draw: (kit, snapshot, size) => map(kit, snapshot, name, size),
  tell: () => [name === 'left' ? tell.leftMap : tell.rightMap],
});

export const PLANAR_FIGURE: FigureView = {
  panels: {
    left: side('left'),
    right: side('right'),
    coordinates: {
      aspect: 0.62,
      narrow: () => 0.5,
      isWide: true,
      draw: (kit, snapshot, size) => kit.draw(createCoordinates, snapshot, size),
      tell: () => [tell.coordinates],
    },
    data: {
      aspect: 0.85,
      draw: (kit, snapshot, size) => kit.draw(createData, snapshot, size),
      tell: () => [tell.data],
    },
  },
  legendsIn: 'view',
  legends(state, part) {
    const sides = legendSides(state);
    if (state.scenario.values.solid) return sides.slice(0, 1);
    if (part === 'view' || sides.length < 2) return part === 'data' ? [] : sides;
    return sides.filter((side) => side === part);
  },
  drawLegend: (kit, snapshot, side, size) => kit.draw(LEGENDS[side], snapshot, size),
};
