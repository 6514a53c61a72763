import type { SideName } from '../../../engine/contract.ts';
import { createRampTable } from '../../charts/colour/ramp-table.ts';
import { type DisplayList, type Mark, pathMark, symbolsMark } from '../../charts/display-list.ts';
import { createPlane } from '../../charts/geometry.ts';
import { scaleOfGrid } from '../../pictures/landscape/grid-scale.ts';
import { landscapeRect } from '../../pictures/landscape/rect.ts';
import { selectSide } from '../../pictures/side-at.ts';
import { excessReferences } from '../../session/excess.ts';
import { createPicture } from '../../session/picture/picture.ts';
import { shownView } from '../../session/store.ts';

/** Longest path in rows before the full map, which thins paths, has loaded. */
const MOST_ROWS = 5000;

/** Draws a map's colours and its run (if in its weights) until the full map has loaded. */
export function createFirstMap(side: SideName) {
  const at = selectSide(side);
  return createPicture({
    select(snapshot, t) {
      const state = snapshot.store.getState();
      const { left, right } = excessReferences(state);
      const { grid, scenario, opened } = state;
      const isPlane = opened?.dimension === 2;
      return {
        grid,
        mode: scenario.values.scale,
        left,
        right,
        isPlane,
        view: shownView(state),
        ...at(snapshot, t),
      };
    },
    draw({ grid, mode, left, right, isPlane, view, trajectory, row }, { size, drawStyle }): DisplayList {
      const { palette, scale } = drawStyle;
      const rect = landscapeRect(size.width, size.height, scale);
      const border: Mark = { kind: 'rect', rect, strokes: [{ color: palette.frame, width: palette.rule }] };
      if (!grid) return [border];
      const { toPixel, toPixels } = createPlane(view, rect);
      const rgba = scaleOfGrid(grid, mode, { left, right }).pixels(side, createRampTable(palette.ramp));
      const [x, y] = toPixel(grid.view.x0, grid.view.y1);
      const [endX, endY] = toPixel(grid.view.x1, grid.view.y0);
      const cells = { x, y, width: endX - x, height: endY - y };
      const marks: Mark[] = [{ kind: 'raster', rect: cells, columns: grid.size, rows: grid.size, rgba }];
      if (isPlane && row >= 0 && row < MOST_ROWS) {
        const path = toPixels(trajectory.iterates.subarray(0, 2 * row + 2));
        const color = side === 'left' ? palette.mapLeft : palette.mapRight;
        const cased = { color: palette.mapPaper, width: 4.4 * scale };
        marks.push(
          pathMark([path], [cased, { color, width: 2.4 * scale }]),
          symbolsMark(side === 'left' ? 'dot' : 'square', path.slice(-2), 13 * scale, {
            fill: color,
            strokes: [{ color: palette.mapPaper, width: 2 * scale }],
          }),
        );
      }
      return [{ kind: 'clip', rect, marks }, border];
    },
  });
}
