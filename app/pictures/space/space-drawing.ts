import type { SideName } from '../../../engine/contract.ts';
import type { ScaleMode } from '../../charts/colour/loss-colour.ts';
import type { Palette } from '../../charts/colour/palette.ts';
import { createRampTable } from '../../charts/colour/ramp-table.ts';
import { createThinner, type Thinner } from '../../charts/thin.ts';
import type { Translate } from '../../i18n/messages.ts';
import { excessReferences } from '../../session/excess.ts';
import { planeMap } from '../../session/picture/in-plane.ts';
import { createSelection } from '../../session/picture/picture.ts';
import type { AppState } from '../../session/store.ts';
import { type MapFacts, viewOf } from '../../session/view.ts';
import { conePolygon } from '../landscape/dead-zone.ts';
import { type MapState, mapState } from '../landscape/map-state.ts';
import { plateauOf, targetsOf } from '../landscape/marks.ts';
import { isDarkWithin, landscapePicture } from '../landscape/picture.ts';
import { type SideAt, selectSide } from '../side-at.ts';
import type { Ground, Run } from './create-space.ts';
import { groundPlane } from './drape.ts';
import { createHeightField } from './height-field.ts';
import type { SideGround, SideRun } from './side-scene.ts';

/** Ground and runs in space, for page and figures. */

/** Distances on the ground (two units wide) between path points, and between step marks. */
const LINE_SPACING = 0.004;
const MARK_SPACING = 0.036;

interface GroundState
  extends Pick<AppState, 'grid' | 'references' | 'opened' | 'structure' | 'overtaken' | 'slice'> {
  readonly view: AppState['autoView'];
  readonly facts: MapFacts;
  readonly colours: ScaleMode;
  readonly dead: boolean;
}

export const selectSpaceGround = () =>
  createSelection(({ store }): GroundState => {
    const state = store.getState();
    const { grid, references, opened, structure, overtaken, slice, scenario, autoView } = state;
    const { scale, dead } = scenario.values;
    return {
      ...{ grid, references, opened, structure, overtaken, slice },
      view: grid?.view ?? autoView,
      facts: viewOf(state).maps!,
      colours: scale,
      dead: dead,
    };
  });

export function spaceGround(state: GroundState, { ramp }: Palette, t: Translate): Ground {
  const { grid, view } = state;
  const axesOf = (side: SideName) => state.facts.axes(state, side, t);
  const axes = { left: axesOf('left'), right: axesOf('right') };
  if (!grid) return { view, axes, left: null, right: null };
  const picture = landscapePicture(grid, state.colours, excessReferences(state), createRampTable(ramp));
  const sideOf = (side: SideName): SideGround => {
    const plateau = plateauOf({ ...state, side });
    const polygon = plateau ? conePolygon(plateau, view) : [];
    return {
      field: createHeightField(
        { columns: grid.size, rows: grid.size, values: grid[side] },
        picture.scale[side],
      ),
      levels: picture[side].lines(),
      deadZone: polygon,
      isDark: isDarkWithin(polygon, grid, picture.scale),
    };
  };
  return { view, axes, left: sideOf('left'), right: sideOf('right') };
}

interface SideState {
  readonly map: MapState;
  readonly at: SideAt;
}

export function selectSpaceRun() {
  const sideOf = (side: SideName) => {
    const map = createSelection(({ store }) => mapState(store.getState(), side));
    const at = selectSide(side);
    return createSelection((snapshot, t): SideState => ({ map: map(snapshot, t), at: at(snapshot, t) }));
  };
  const [left, right] = [sideOf('left'), sideOf('right')];
  return createSelection((snapshot, t) => ({ left: left(snapshot, t), right: right(snapshot, t) }));
}

/** Returns a side's path up to the shown step, iterate and start; over a slice, their projections. */
function pathOf({ map, at }: SideState, thinner: Thinner): Omit<SideRun, 'targets'> {
  const { opened, grid } = map;
  const { iterates, projections, count, generation, version } = at.trajectory;
  const place = planeMap(map);
  const values = place?.slice ? projections : iterates;
  const stride = place?.slice ? 3 : 2;
  if (!place || !opened || !grid || count === 0 || values.length < stride * count)
    return { path: null, head: null, start: null };
  const { row } = at;
  // Another slice moves every projection.
  const contents = place.slice ? version : generation;
  thinner.extend({ values, stride, x: 0, y: 1, count }, groundPlane(grid.view), contents);
  return {
    path: thinner.upTo(row),
    head: [values[stride * row]!, values[stride * row + 1]!],
    start: place.toPlane(opened.sides.left.start),
  };
}

/** Creates a function for paths, marks and names at the shown step; it caches the thinned path. */
export function createSpaceRun(): (state: Readonly<Record<SideName, SideState>>, t: Translate) => Run {
  const thinners = {
    left: createThinner(LINE_SPACING, MARK_SPACING),
    right: createThinner(LINE_SPACING, MARK_SPACING),
  };
  return (state, t) => {
    const sideOf = (side: SideName): SideRun => ({
      ...pathOf(state[side], thinners[side]),
      targets: targetsOf(state[side].map, t),
    });
    return {
      startLabel: t('mark.start'),
      deadZoneLabel: t('mark.deadZone'),
      left: sideOf('left'),
      right: sideOf('right'),
    };
  };
}
