import type { SideName } from '../../engine/contract.ts';
import type { DisplayList } from '../charts/display-list.ts';
import { type FadingBand, fadingBands } from '../charts/fading-path.ts';
import { createPlane, type Rect } from '../charts/geometry.ts';
import type { Thinner } from '../charts/thin.ts';
import type { MessageKey, Translate } from '../i18n/messages.ts';
import { excessReferences } from '../session/excess.ts';
import { planeMap } from '../session/in-plane.ts';
import { shownRow } from '../session/kept-steps.ts';
import type { Snapshot } from '../session/snapshot.ts';
import { standingOf } from '../session/standing.ts';
import { type AppState, shownView } from '../session/store.ts';
import type { Size } from '../ui/Drawing.tsx';
import { conePolygon } from './dead-zone.ts';
import type { Look } from './extra-marks.ts';
import { traceBands } from './iso-lines.ts';
import { drawLandscapeBase } from './landscape-base.ts';
import { landscapeRect } from './landscape-frame.ts';
import { arrowsOf, type groundOf, outsideOf, plateauOf, targetsOf, valleysOf } from './landscape-marks.ts';
import { drawLandscapeOverlay } from './landscape-overlay.ts';
import { isDarkWithin, landscapePicture } from './landscape-picture.ts';
import { layerMarks, watchLayers } from './layers.ts';
import { weightAxes } from './side-words.ts';

/** The two pictures of a side's landscape: of the page, of figures, of films. */

/** Room about a mark that labels of iso-lines leave free, in pixels. */
const KEEP_OUT = 60;

export interface LandscapeLook extends Look {
  /** The loss ramp's 256 colours. */
  readonly table: Uint8ClampedArray;
  /** The loss as filled bands between levels rather than cell by cell. */
  readonly bands?: boolean;
}

/** What the ground depends on. */
export function watchBase(state: AppState): readonly unknown[] {
  return [
    state.grid,
    state.references,
    state.opened,
    shownView(state),
    state.structure,
    state.slice,
    state.basins,
    state.pull,
    state.scenario.values.scale,
    state.scenario.values.ground,
    state.scenario.values.points,
    state.scenario.values.dead,
    state.scenario.values.rays,
  ];
}

/** The ground. `ground` is what `groundOf` gives for this side: it is handed in so that it can be kept. */
export function landscapeBase(
  snapshot: Snapshot,
  side: SideName,
  { width, height }: Size,
  { palette, scale, table, bands = false }: LandscapeLook,
  t: Translate,
  ground: ReturnType<typeof groundOf>,
): DisplayList {
  const state = snapshot.store.getState();
  const { grid, opened, scenario } = state;
  const view = shownView(state);
  const words = t as (key: MessageKey) => string;
  const axes = weightAxes(state, side);
  const picture = grid ? landscapePicture(grid, scenario.values.scale, excessReferences(state), table) : null;
  const plateau = plateauOf(state, side);
  const outside = outsideOf(state, side, view);
  const polygon = outside?.polygon ?? (plateau ? conePolygon(plateau, view) : []);
  // Where the loss is infinite the ground has the ramp's last colour.
  const isDark = !outside && grid !== null && picture !== null && isDarkWithin(polygon, grid, picture.scale);
  const map = planeMap(state);
  const start = map && opened ? map.toPlane(opened.start) : null;
  const plane = createPlane(view, landscapeRect(width, height, scale));
  const near = (at: readonly [number, number]): Rect => {
    const [x, y] = plane.toPixel(at[0], at[1]);
    return {
      x: x - KEEP_OUT * scale,
      y: y - (KEEP_OUT / 2) * scale,
      width: 2 * KEEP_OUT * scale,
      height: KEEP_OUT * scale,
    };
  };
  const filled = (): { bands?: ReturnType<typeof traceBands> } => {
    if (!bands || ground || !grid || !picture) return {};
    const field = { columns: grid.size, rows: grid.size, values: grid[side] };
    return { bands: traceBands(field, grid.view, picture.scale[side], table) };
  };
  return drawLandscapeBase({
    width,
    height,
    scale,
    palette,
    view,
    axes: { x: words(axes.x), y: words(axes.y) },
    picture: grid && picture ? { view: grid.view, size: grid.size, ...picture[side], ...filled() } : null,
    ground,
    kinks: scenario.values.rays && state.structure ? state.structure.kinks : [],
    valleys: valleysOf(state, side),
    deadZone: {
      polygon,
      rooms: outside?.arms ?? [polygon],
      label: t(outside ? 'lift.outside' : 'mark.deadZone'),
      isDark,
    },
    keepOut: [...targetsOf(state, side, t).map(({ at }) => near(at)), ...(start ? [near(start)] : [])],
  });
}

/** What path and marks depend on. */
export function watchOverlay(state: AppState, side: SideName): readonly unknown[] {
  return [
    // What is written on the ground, which names of arrows keep off.
    ...watchBase(state),
    state.k,
    state.version,
    state.crosshair,
    state.pulse[side],
    state.sides[side],
    state.slopes,
    ...watchLayers(state),
    state.extra,
  ];
}

/** Path and marks over a ground; the thinner is the picture's own and keeps what it has thinned. */
export function landscapeOverlay(
  snapshot: Snapshot,
  side: SideName,
  { width, height }: Size,
  { palette, scale }: Look,
  t: Translate,
  thinner: Thinner,
  base: DisplayList,
): DisplayList {
  const state = snapshot.store.getState();
  const { opened } = state;
  const view = shownView(state);
  const trajectory = snapshot.trajectories[side];
  const row = shownRow(snapshot, side);
  let path = null;
  let fading: FadingBand[] = [];
  let head: [number, number] | null = null;
  const map = planeMap(state);
  if (map?.slice && trajectory.feet.length >= 3 * trajectory.count && trajectory.count > 0) {
    const plane = createPlane(view, landscapeRect(width, height, scale));
    // Faintest where it is an eighth of the window away from the plane.
    fading = fadingBands(trajectory.feet, row, plane, (view.x1 - view.x0) / 8);
    head = [trajectory.feet[3 * row]!, trajectory.feet[3 * row + 1]!];
  } else if (map && !map.slice && trajectory.count > 0) {
    const plane = createPlane(view, landscapeRect(width, height, scale));
    const { iterates, count, generation } = trajectory;
    thinner.extend({ values: iterates, stride: 2, x: 0, y: 1, count }, plane, generation);
    path = thinner.upTo(row);
    head = [iterates[2 * row]!, iterates[2 * row + 1]!];
  }
  const { status } = standingOf(state, snapshot.trajectories, side);
  return drawLandscapeOverlay({
    width,
    height,
    scale,
    palette,
    view,
    side,
    path,
    fading,
    head,
    arrived: status === 'reached',
    ended: status !== 'moving',
    start: map && opened ? { at: map.toPlane(opened.start), label: t('mark.start') } : null,
    targets: targetsOf(state, side, t),
    arrows: arrowsOf(state, side, t),
    pen: state.slopes?.pen,
    base,
    crosshair: state.crosshair,
    pulse: state.pulse[side],
    extra: (plane) => [
      ...layerMarks({ state, side, plane, look: { scale, palette } }),
      ...(state.extra?.onMap(side, plane, { scale, palette }) ?? []),
    ],
  });
}
