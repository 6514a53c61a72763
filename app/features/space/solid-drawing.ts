import type { SideName } from '../../../engine/contract.ts';
import { createThinner, type Thinner } from '../../charts/thin.ts';
import type { MessageKey, Translate } from '../../i18n/messages.ts';
import { conePolygon } from '../../pictures/dead-zone.ts';
import { plateauOf, targetsOf } from '../../pictures/landscape-marks.ts';
import { isDarkWithin, landscapePicture } from '../../pictures/landscape-picture.ts';
import { weightAxes } from '../../pictures/side-words.ts';
import { excessReferences } from '../../session/excess.ts';
import { planeMap } from '../../session/in-plane.ts';
import { shownRow } from '../../session/kept-steps.ts';
import type { Snapshot } from '../../session/snapshot.ts';
import type { AppState } from '../../session/store.ts';
import type { Ground, Run } from './create-solid.ts';
import { groundPlane } from './drape.ts';
import { createHeightField } from './height-field.ts';
import type { SideGround, SideRun } from './side-scene.ts';

/** What stands and happens on the landscapes in space: of the page and of figures. */

/** Distances on the ground, two units wide: between points of a path, between marks of steps. */
const LINE_SPACING = 0.004;
const MARK_SPACING = 0.036;

/** The thinners of both paths, which keep what they have thinned. */
export function solidThinners(): Record<SideName, Thinner> {
  return {
    left: createThinner(LINE_SPACING, MARK_SPACING),
    right: createThinner(LINE_SPACING, MARK_SPACING),
  };
}

/** What the surfaces depend on. */
export const watchSolidGround = (state: AppState) => [
  state.grid,
  state.references,
  state.opened,
  state.scenario.values.scale,
  state.structure,
  state.scenario.values.dead,
];

/** Surfaces, levels and dead zone of what the store shows. */
export function solidGround(snapshot: Snapshot, table: Uint8ClampedArray, t: Translate): Ground {
  const state = snapshot.store.getState();
  const words = t as (key: MessageKey) => string;
  const { grid, scenario, autoView } = state;
  const axesOf = (name: SideName) => {
    const { x, y } = weightAxes(state, name);
    return { x: words(x), y: words(y) };
  };
  const axes = { left: axesOf('left'), right: axesOf('right') };
  if (!grid) return { view: autoView, axes, left: null, right: null };
  const mode = scenario.values.scale;
  const picture = landscapePicture(grid, mode, excessReferences(state), table);
  const side = (name: SideName): SideGround => {
    const plateau = plateauOf(state, name);
    const polygon = plateau ? conePolygon(plateau, grid.view) : [];
    return {
      field: createHeightField(
        { columns: grid.size, rows: grid.size, values: grid[name] },
        picture.scale[name],
      ),
      levels: picture[name].lines,
      deadZone: polygon,
      isDark: isDarkWithin(polygon, grid, picture.scale),
    };
  };
  return { view: grid.view, axes, left: side('left'), right: side('right') };
}

/** Path up to the shown step, present iterate and start of a side; over a slice their feet on it. */
function pathOf(snapshot: Snapshot, side: SideName, thinner: Thinner): Omit<SideRun, 'targets'> {
  const state = snapshot.store.getState();
  const { opened, grid } = state;
  const { iterates, feet, count, generation, version } = snapshot.trajectories[side];
  const map = planeMap(state);
  const values = map?.slice ? feet : iterates;
  const stride = map?.slice ? 3 : 2;
  if (!map || !opened || !grid || count === 0 || values.length < stride * count)
    return { path: null, head: null, start: null };
  const row = shownRow(snapshot, side);
  // Another slice moves every foot.
  const contents = map.slice ? version : generation;
  thinner.extend({ values, stride, x: 0, y: 1, count }, groundPlane(grid.view), contents);
  return {
    path: thinner.upTo(row),
    head: [values[stride * row]!, values[stride * row + 1]!],
    start: map.toPlane(opened.start),
  };
}

/** What the marks depend on. */
export const watchSolidRun = (state: AppState) => [
  state.k,
  state.version,
  state.references,
  state.opened,
  state.grid,
  state.structure,
  state.slice,
  state.scenario.values.points,
  state.basins,
  state.scenario.values.ground,
];

/** Paths, marks and names at the shown step. */
export function solidRun(snapshot: Snapshot, thinners: Record<SideName, Thinner>, t: Translate): Run {
  const state = snapshot.store.getState();
  const side = (name: SideName): SideRun => ({
    ...pathOf(snapshot, name, thinners[name]),
    targets: targetsOf(state, name, t),
  });
  return {
    startLabel: t('mark.start'),
    deadZoneLabel: t('mark.deadZone'),
    left: side('left'),
    right: side('right'),
  };
}
