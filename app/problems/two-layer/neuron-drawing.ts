import type { DisplayList } from '../../charts/display-list.ts';
import { createPlane } from '../../charts/geometry.ts';
import type { Thinner } from '../../charts/thin.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { Look } from '../../pictures/extra-marks.ts';
import { traceBands } from '../../pictures/iso-lines.ts';
import { drawLandscapeBase } from '../../pictures/landscape-base.ts';
import type { LandscapeLook } from '../../pictures/landscape-drawing.ts';
import { landscapeRect } from '../../pictures/landscape-frame.ts';
import { drawLandscapeOverlay } from '../../pictures/landscape-overlay.ts';
import { singlePicture } from '../../pictures/landscape-picture.ts';
import { drawLegend } from '../../pictures/legend-plot.ts';
import { startMark } from '../../pictures/start-mark.ts';
import type { Snapshot } from '../../session/snapshot.ts';
import type { Size } from '../../ui/Drawing.tsx';
import { bestBound } from './network-facts.ts';
import { neuronShown, picturedRow } from './network-pictures.ts';

/** The objective over the weights of one of descent's neurons: of the page, of figures, of films. */

/** The landscape's colours; null before it has come. */
function pictureOf(snapshot: Snapshot, table: Uint8ClampedArray) {
  const state = snapshot.store.getState();
  const { grid } = state.network;
  if (!state.opened?.network || !grid) return null;
  const bound = bestBound(state, snapshot.trajectories);
  const reference = Number.isNaN(bound) ? null : bound;
  return { ...singlePicture(grid, reference, table), view: grid.view, size: grid.size, reference };
}

/** The landscape; empty before it has come. */
export function neuronBase(
  snapshot: Snapshot,
  { width, height }: Size,
  { palette, scale, table, bands = false }: LandscapeLook,
  t: Translate,
): DisplayList {
  const state = snapshot.store.getState();
  const picture = pictureOf(snapshot, table);
  const { grid } = state.network;
  if (!picture || !grid) return [];
  const field = { columns: grid.size, rows: grid.size, values: grid.values };
  const filled = bands ? { bands: traceBands(field, grid.view, picture.scale, table) } : {};
  const hasOnes = state.opened?.samples.hasOnes ?? false;
  return drawLandscapeBase({
    width,
    height,
    scale,
    palette,
    view: picture.view,
    axes: hasOnes ? { x: t('axis.slope'), y: t('axis.bias') } : { x: t('axis.w1'), y: t('axis.w2') },
    picture: { ...picture, ...filled },
    ground: null,
    kinks: [],
    valleys: [],
    deadZone: null,
    keepOut: [],
  });
}

/** The neuron's path; the thinner is the picture's own and keeps what it has thinned. */
export function neuronOverlay(
  snapshot: Snapshot,
  { width, height }: Size,
  { palette, scale }: Look,
  t: Translate,
  thinner: Thinner,
  crosshair: readonly [number, number] | null = null,
): DisplayList {
  const { opened, network } = snapshot.store.getState();
  const { grid } = network;
  if (!opened?.network || !grid) return [];
  const { view, neuron: j } = grid;
  const { iterates, dimension, count, generation } = snapshot.trajectories.left;
  const plane = createPlane(view, landscapeRect(width, height, scale));
  thinner.extend(
    { values: iterates, stride: dimension, x: 2 * j, y: 2 * j + 1, count },
    plane,
    generation * 1000 + j,
  );
  const row = picturedRow(snapshot, 'left');
  const placeAt = (at: number): [number, number] => [
    iterates[at * dimension + 2 * j]!,
    iterates[at * dimension + 2 * j + 1]!,
  ];
  const path = thinner.upTo(row);
  const marks = drawLandscapeOverlay({
    width,
    height,
    scale,
    palette,
    view,
    side: 'left',
    path,
    fading: [],
    head: placeAt(row),
    start: null,
    targets: [],
    arrows: [],
    crosshair,
    arrived: false,
    ended: false,
    pulse: null,
  });
  if (row === 0) return marks;
  return [...marks, ...startMark(plane, placeAt(0), t('mark.start'), path.lines, { palette, scale })];
}

/** The scale of the landscape's colours; empty before it has come. */
export function neuronLegend(
  snapshot: Snapshot,
  { width, height }: Size,
  { palette, scale, table }: LandscapeLook,
  t: Translate,
): DisplayList {
  const picture = pictureOf(snapshot, table);
  if (!picture) return [];
  return drawLegend({
    width,
    height,
    scale,
    palette,
    table,
    colours: picture.scale,
    title: t('network.over', { j: neuronShown(snapshot.store.getState()) + 1 }),
    note: t(picture.reference === null ? 'network.overLeast' : 'network.overBound'),
  });
}
