import type { SideName } from '../../../engine/contract.ts';
import { CRITERIA } from '../../../engine/run/status.ts';
import type { Probe } from '../../../workers/protocol.ts';
import { createRampTable } from '../../charts/colour/ramp-table.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import { type FadingBand, fadingBands } from '../../charts/fading-path.ts';
import { createPlane, type Rect } from '../../charts/geometry.ts';
import { createThinner } from '../../charts/thin.ts';
import type { Translate } from '../../i18n/messages.ts';
import { drawLandscapeBase } from '../../pictures/landscape/base.ts';
import { conePolygon } from '../../pictures/landscape/dead-zone.ts';
import { traceBands } from '../../pictures/landscape/iso-lines.ts';
import type { LandscapeLayers } from '../../pictures/landscape/layers.ts';
import { type MapState, mapState } from '../../pictures/landscape/map-state.ts';
import { arrowsOf, groundOf, plateauOf, targetsOf, valleysOf } from '../../pictures/landscape/marks.ts';
import { drawLandscapeOverlay } from '../../pictures/landscape/overlay.ts';
import { isDarkWithin, landscapePicture } from '../../pictures/landscape/picture.ts';
import { landscapeRect } from '../../pictures/landscape/rect.ts';
import { type SideAt, selectSide } from '../../pictures/side-at.ts';
import { excessReferences } from '../../session/excess.ts';
import { flagsOf } from '../../session/guessing.ts';
import { planeMap } from '../../session/picture/in-plane.ts';
import { type Canvas, createMemo, createPicture, type Picture } from '../../session/picture/picture.ts';
import { shownCrowd } from '../../session/picture/shown-crowd.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { standingOf } from '../../session/run/standing.ts';
import { hasPart } from '../../session/scene-parts.ts';
import type { AppState, ShownCrowd } from '../../session/store.ts';
import { showsAll, viewOf } from '../../session/view.ts';
import { isOfStar } from './hand/movable.ts';
import { layerMarks } from './layers.ts';

/** Margin that labels of iso-lines keep from a mark, in pixels. */
const KEEP_OUT = 60;

/** Opacity of dots of a replaced run while new ones are computed. */
const PAST = 0.3;

/** Input of path and marks over a ground. */
export interface RunInput {
  readonly map: MapState;
  readonly at: SideAt;
  readonly status: string;
  readonly crosshair: AppState['crosshair'];
  readonly named: boolean;
  readonly pulse: number | null;
  /** Values at the iterate if arrows are shown, the gradient norm that counts as zero, and the arrows' drawing code. */
  readonly probe: Probe | undefined;
  readonly vanished: number;
  readonly pen: NonNullable<AppState['slopes']>['pen'] | undefined;
  readonly extra: AppState['extra'];
  /** True if the star is introduced: only before the first step. */
  readonly isAnswered: boolean;
  readonly introduces: boolean;
  /** Many starts at this step. */
  readonly crowd: ShownCrowd | null;
  /** Guesses: names avoid their flags. */
  readonly guesses: AppState['guesses'][SideName];
  /** Rectangle of their starts, on maps of the start's weights. */
  readonly box: readonly number[] | null;
}

/** A side's landscape as two layers: the ground, independent of the step, and the run. */
export interface LandscapePictures {
  readonly ground: Picture<MapState>;
  readonly run: Picture<RunInput>;
}

export function createLandscape(side: SideName): LandscapePictures {
  const colours = createMemo<LandscapeLayers['ground']>();
  const thinner = createThinner();
  const at = selectSide(side);

  const ground = createPicture<MapState>({
    select: ({ store }) => mapState(store.getState(), side),
    draw: (map, canvas) => {
      // The window may move over unchanged colours.
      const { basins, pull, structure, references, opened } = map;
      const key = [basins, pull, structure, references, opened, map.ground, canvas.t];
      const coloured = colours(key, () => groundOf(map, canvas.t));
      return drawGround(map, canvas, coloured);
    },
  });

  const run = createPicture<RunInput>({
    select(snapshot, t) {
      const state = snapshot.store.getState();
      const slopes = state.scenario.values.arrows ? state.slopes : null;
      const crowd = shownCrowd(state);
      const { status } = standingOf(state, snapshot.trajectories, side);
      return {
        map: ground.select(snapshot, t),
        at: at(snapshot, t),
        status,
        crosshair: state.crosshair,
        named: hasPart(state, 'labels'),
        pulse: state.pulse[side],
        probe: slopes?.[side],
        vanished: slopes ? vanishedAt(snapshot, status) : 0,
        pen: slopes?.pen,
        extra: state.extra,
        // Before Play the lowest minimum is the answer, also on screens that show it afterwards.
        isAnswered: state.k > 0 || state.playing || showsAll(state),
        introduces: side === 'left' && state.k === 0 && state.lecture === null && isOfStar(state),
        crowd,
        guesses: flagsOf(state, side),
        box: startsIn(state, side, t),
      };
    },
    draw(input, canvas) {
      const { map, status, extra, crowd, box } = input;
      const { trajectory, row } = input.at;
      const { size, drawStyle, t } = canvas;
      const { view } = map;
      let path = null;
      let fading: FadingBand[] = [];
      let head: [number, number] | null = null;
      const plane = createPlane(view, landscapeRect(size.width, size.height, drawStyle.scale));
      const { iterates, projections, count, generation } = trajectory;
      const place = planeMap(map);
      if (place?.slice && projections.length >= 3 * count && count > 0) {
        // Faintest an eighth of the window away from the plane.
        fading = fadingBands(projections, row, plane, (view.x1 - view.x0) / 8);
        head = [projections[3 * row]!, projections[3 * row + 1]!];
      } else if (place && !place.slice && count > 0) {
        thinner.extend({ values: iterates, stride: 2, x: 0, y: 1, count }, plane, generation);
        path = thinner.upTo(row);
        head = [iterates[2 * row]!, iterates[2 * row + 1]!];
      }
      return drawLandscapeOverlay({
        ...size,
        ...drawStyle,
        named: input.named,
        view,
        side,
        path,
        fading,
        head,
        arrived: status === 'reached',
        ended: status !== 'moving',
        start:
          place && map.opened
            ? { at: place.toPlane(map.opened.sides.left.start), label: t('mark.start') }
            : null,
        targets: targetsOf(map, t, input.isAnswered).map((target) =>
          input.introduces && target.kind === 'plant' ? { ...target, label: t('mark.made') } : target,
        ),
        flags: input.guesses,
        arrows: arrowsOf(map, input.probe, input.vanished, t),
        pen: input.pen,
        crowd:
          crowd &&
          ((plane) =>
            crowd.pen(plane, drawStyle, {
              side,
              box,
              frame: crowd.frame,
              opacity: crowd.isPast ? PAST : 1,
              // A figure separates the names itself.
              ground: drawStyle.bands ? [] : ground.draw(map, canvas),
            })),
        // Names of arrows avoid the texts of the ground.
        base: input.pen ? ground.draw(map, canvas) : [],
        crosshair: input.crosshair,
        pulse: input.pulse,
        extra: (plane) => [
          ...layerMarks({ map, plane, drawStyle }),
          ...(extra?.onMap(side, plane, drawStyle) ?? []),
        ],
      });
    },
  });
  return { ground, run };
}

/** Fractions of the longer gradient at the start: below, only rounding has a direction, or, if ended, no arrow is visible. */
const VANISHED = { moving: 1e-6, ended: CRITERIA.reached };

/** Returns the gradient norm up to which no arrow is drawn. */
function vanishedAt({ trajectories: { left, right } }: Snapshot, status: string): number {
  const first = [left, right].map(({ series }) => series.gradientNorm?.[0] ?? 0);
  return Math.max(...first) * VANISHED[status === 'moving' ? 'moving' : 'ended'];
}

/** Returns the dots' rectangle if the map has the weights of their start, else null. */
function startsIn(state: AppState, side: SideName, t: Translate): readonly number[] | null {
  const axes = (of: SideName) => viewOf(state).maps?.axes(state, of, t).x;
  return axes(side) === axes('left') ? state.scenario.values.crowdbox : null;
}

function drawGround(
  map: MapState,
  { size: { width, height }, drawStyle, t }: Canvas,
  ground: LandscapeLayers['ground'],
): DisplayList {
  const { side, grid, opened, view } = map;
  const { palette, scale, bands = false } = drawStyle;
  const axes = map.facts.axes(map, map.side, t);
  const table = createRampTable(palette.ramp);
  const picture = grid ? landscapePicture(grid, map.colours, excessReferences(map), table) : null;
  const plateau = plateauOf(map);
  const outside = map.facts.outside?.(map.side, map.view) ?? null;
  const polygon = outside?.polygon ?? (plateau ? conePolygon(plateau, view) : []);
  // The ground has the ramp's last colour at infinite loss.
  const isDark = !outside && grid !== null && picture !== null && isDarkWithin(polygon, grid, picture.scale);
  const place = planeMap(map);
  const start = place && opened ? place.toPlane(opened.sides.left.start) : null;
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
    axes,
    picture: grid && picture ? { view: grid.view, size: grid.size, ...picture[side], ...filled() } : null,
    ground,
    kinks: map.rays && map.structure ? map.structure.kinks : [],
    valleys: valleysOf(map),
    deadZone: {
      polygon,
      rooms: outside?.arms ?? [polygon],
      label: t(outside ? 'lift.outside' : 'mark.deadZone'),
      isDark,
    },
    keepOut: [...targetsOf(map, t).map(({ at }) => near(at)), ...(start ? [near(start)] : [])],
  });
}
