import { isOnTriangle, nearestOnMap, TRIANGLE_VIEW, weightsAt } from '../../../engine/landscapes/triangle.ts';
import { type BasinGrid, basinAreas, rasteriseBasins } from '../../charts/basin-picture.ts';
import { BASIN_BORDER } from '../../charts/colour/palette.ts';
import type { LandscapeLayers } from '../../pictures/landscape/layers.ts';
import type { Regions } from './field-map.ts';

/** Minimum cells per axis; at least twice the regions' own, to keep their borders' resolution. */
const CELLS = 256;

export function regionGround(regions: Regions, isTriangle: boolean): NonNullable<LandscapeLayers['ground']> {
  const grid = isTriangle ? onTriangle(regions) : regions;
  const named = isTriangle ? { ...grid, labels: insideAlone(grid) } : grid;
  const names = basinAreas(named)
    .filter(({ end }) => (regions.names[end] ?? '') !== '')
    .map(({ end, places }) => ({ text: regions.names[end]!, places }));
  const { view, size } = grid;
  return { view, size, rgba: rasteriseBasins(grid, regions.colours, BASIN_BORDER), names };
}

/** Resamples cells over the triangle's map; outside, the nearest point's label applies. */
function onTriangle({ view, size, labels }: BasinGrid): BasinGrid {
  const { x0, x1, y0, y1 } = TRIANGLE_VIEW;
  const finer = Math.max(CELLS, 2 * size);
  const made = new Int32Array(finer * finer);
  const centre = (from: number, to: number, index: number) => from + ((to - from) * (index + 0.5)) / finer;
  const cell = (share: number) => Math.max(0, Math.min(size - 1, Math.floor(share * size)));
  for (let row = 0; row < finer; row++)
    for (let column = 0; column < finer; column++) {
      const at = nearestOnMap(centre(x0, x1, column), centre(y0, y1, row));
      const [, x, y] = weightsAt(...at);
      const i = cell((x - view.x0) / (view.x1 - view.x0));
      const j = cell((y - view.y0) / (view.y1 - view.y0));
      // A cell centre at the long side may be off the triangle: try the next one inwards.
      const inwards = [j * size + i, j * size + Math.max(0, i - 1), Math.max(0, j - 1) * size + i];
      made[row * finer + column] = labels[inwards.find((one) => labels[one] !== OFF) ?? inwards[0]!]!;
    }
  return { view: TRIANGLE_VIEW, size: finer, labels: made };
}

/** Keeps labels on the triangle only, because names are placed there. */
function insideAlone({ view: { x0, x1, y0, y1 }, size, labels }: BasinGrid): Int32Array {
  const centre = (from: number, to: number, index: number) => from + ((to - from) * (index + 0.5)) / size;
  return Int32Array.from(labels, (label, i) =>
    isOnTriangle(centre(x0, x1, i % size), centre(y0, y1, Math.floor(i / size))) ? label : OFF,
  );
}

/** Label of a cell in no region. */
const OFF = -1;
