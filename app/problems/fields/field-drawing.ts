import { CATALOG, type ProblemId } from '../../../engine/catalog.ts';
import type { ProblemCard, SideName } from '../../../engine/contract.ts';
import { TRIANGLE } from '../../../engine/landscapes/triangle.ts';
import { arrivesAt, goesOn } from '../../../engine/run/status.ts';
import type { FieldGround } from '../../../workers/protocol.ts';
import { createRampTable } from '../../charts/colour/ramp-table.ts';
import { type FadingBand, fadingBands } from '../../charts/fading-path.ts';
import { createPlane, type Plane, type Rect, type View } from '../../charts/geometry.ts';
import { createThinner, type ThinnedPath } from '../../charts/thin.ts';
import { drawLandscapeBase, type LandscapeBaseInput } from '../../pictures/landscape/base.ts';
import { traceBands } from '../../pictures/landscape/iso-lines.ts';
import { drawLandscapeOverlay } from '../../pictures/landscape/overlay.ts';
import { type SinglePicture, singlePicture } from '../../pictures/landscape/picture.ts';
import { landscapeRect } from '../../pictures/landscape/rect.ts';
import { type SideAt, selectSide } from '../../pictures/side-at.ts';
import { flagsOf, isAsking } from '../../session/guessing.ts';
import { fieldOf, startOnMap } from '../../session/picture/in-plane.ts';
import {
  type Canvas,
  createMemo,
  createPicture,
  createSelection,
  type Picture,
} from '../../session/picture/picture.ts';
import { shownCrowd } from '../../session/picture/shown-crowd.ts';
import { standingOf } from '../../session/run/standing.ts';
import { hasPart } from '../../session/scene-parts.ts';
import { type AppState, type ShownCrowd, shownView } from '../../session/store.ts';
import {
  type FieldMap,
  hasBeneath,
  hasRegions,
  heightsAt,
  isVeiled,
  markedOn,
  type Regions,
} from './field-map.ts';
import { discMarks, lineMarks } from './line-marks.ts';
import { regionGround } from './region-ground.ts';
import { streamMarks } from './stream-marks.ts';
import {
  cornerNames,
  type Names,
  onTriangleAlone,
  outlineMark,
  roomOfName,
  withinTriangle,
} from './triangle-marks.ts';
import { overOthers, underLines, underMarks } from './under-marks.ts';

/** Space around a mark kept free of iso-line numbers, in pixels. */
const KEEP_OUT = 60;

/** Opacity of dots whose run has been replaced. */
const PAST = 0.3;

type Marked = ReturnType<typeof markedOn>;

/** The step-independent part of a map. */
interface GroundInput extends Names {
  readonly view: View;
  readonly ground: FieldGround | null;
  readonly x: string;
  readonly y: string;
  /** Replace the heights. */
  readonly regions: Regions | null;
  readonly start: readonly number[] | null;
  readonly opened: AppState['opened'];
  readonly openedProblem: ProblemId;
  readonly asks: boolean;
  readonly veiled: boolean;
  /** Draws the function beneath, too. */
  readonly beneath: boolean;
  /** Of the height that is drawn; below 1 the marks, which are the whole height's, wait. */
  readonly share: number;
}

interface RunInput {
  readonly map: GroundInput;
  readonly at: SideAt;
  readonly status: string;
  readonly crosshair: AppState['crosshair'];
  readonly named: boolean;
  readonly pulse: number | null;
  readonly crowd: ShownCrowd | null;
  readonly box: readonly number[] | null;
  /** Audience guesses: names keep off their flags. */
  readonly flags: AppState['guesses'][SideName];
  readonly extra: AppState['extra'];
  readonly own: object | null;
}

/** Layered pictures: the ground, which no step changes, and the run. */
export interface FieldPictures {
  readonly ground: Picture<GroundInput>;
  readonly run: Picture<RunInput>;
}

export function createFieldMap(map: FieldMap): FieldPictures {
  const { side, axes, overlay, regions, disc, from } = map;
  const thinner = createThinner();
  const at = selectSide(side);
  const coloured = createMemo<SinglePicture>();
  const selectOwn = overlay ? createSelection(overlay.select) : () => null;
  const marks = createMemo<Marked>();
  const beneath = createMemo<ReturnType<typeof underLines>>();
  const grown = createMemo<Float64Array<ArrayBuffer>>();
  const regional = createMemo<ReturnType<typeof regionGround>>();

  // Uses the canvas's translation, which may differ from the selection's.
  const markedFor = ({ opened, openedProblem, ...input }: GroundInput, { t }: Canvas): Marked => {
    const asks = input.asks || input.share < 1;
    return marks([opened, openedProblem, asks, t], () => markedOn(map, { opened, openedProblem, asks }, t));
  };

  /** Colours heights from the lowest mark if nothing is lower; while veiled, the function beneath. */
  function pictureOf(
    { ground, veiled, corners, share }: GroundInput,
    { least }: Marked,
    { drawStyle }: Canvas,
  ): LandscapeBaseInput['picture'] {
    if (!ground?.heights) return null;
    const { view, size, heights, under } = ground;
    const values = (veiled && under) || grown([ground, share], () => heightsAt(ground, share)!);
    const table = createRampTable(drawStyle.palette.ramp);
    const single = coloured([values, least, table], () => {
      const shown = corners === null ? values : onTriangleAlone(values, view, size);
      const isOwn = values === heights && Number.isFinite(least);
      const isLeast = isOwn && shown.every((value) => !(value < least));
      const base = from ?? (isLeast ? least : null);
      const picture = singlePicture({ view, size, values }, base, table, shown);
      return corners === null
        ? picture
        : { ...picture, lines: (until) => withinTriangle(picture.lines(until)) };
    });
    const field = { columns: size, rows: size, values };
    const bands = drawStyle.bands && { bands: traceBands(field, view, single.scale, table) };
    return { view, size, ...single, ...bands };
  }

  const ground = createPicture<GroundInput>({
    select(snapshot, t) {
      const state = snapshot.store.getState();
      const { opened } = state;
      const [name, info] = fieldOf(opened, side) ?? ['', null];
      const shown = state.fields[side];
      return {
        view: shownView(state),
        ground: shown?.name === name ? shown : null,
        x: '',
        y: '',
        ...axes?.(state, t),
        corners:
          info?.domain.kind === 'triangle'
            ? joined(map.corners?.(state, t, false) ?? info.domain.corners)
            : null,
        short: map.corners ? joined(map.corners(state, t, true)) : null,
        regions: hasRegions(map, state) ? regions!.select(snapshot, t) : null,
        start: info?.starts ? startOnMap(opened, side) : null,
        opened,
        openedProblem: state.openedProblem,
        asks: isAsking(state),
        veiled: isVeiled(map, state),
        beneath: hasBeneath(map, state),
        share: map.share?.(snapshot) ?? 1,
      };
    },
    draw(input, canvas) {
      const { view, ground, x, y, corners, start, asks } = input;
      const { size, drawStyle } = canvas;
      const marked = markedFor(input, canvas);
      const plane = createPlane(view, landscapeRect(size.width, size.height, drawStyle.scale));
      const near = ([x, y]: readonly number[]): Rect => {
        const [px, py] = plane.toPixel(x!, y!);
        const by = KEEP_OUT * drawStyle.scale;
        return { x: px - by, y: py - by / 2, width: 2 * by, height: by };
      };
      return drawLandscapeBase({
        ...size,
        ...drawStyle,
        palette: ground?.under && input.beneath ? overOthers(drawStyle.palette) : drawStyle.palette,
        view,
        axes: { x, y },
        picture: pictureOf(input, marked, canvas),
        ground:
          input.regions &&
          regional([input.regions, corners === null], () => regionGround(input.regions!, corners !== null)),
        within:
          corners === null
            ? undefined
            : {
                polygon: TRIANGLE,
                about: (plane) => [outlineMark(plane, drawStyle), ...cornerNames(input, plane, canvas)],
              },
        kinks: [],
        valleys: [],
        deadZone: null,
        flow: (plane) => [
          // They show where rounds lead.
          ...(ground?.heights ? [] : streamMarks((!asks && ground?.streamlines) || [], plane, drawStyle)),
          ...(ground?.under && input.beneath
            ? underMarks(
                beneath([ground], () => underLines(ground)),
                plane,
                drawStyle,
              )
            : []),
          ...marked.lines.flatMap((line) => lineMarks(line, plane, drawStyle)),
        ],
        keepOut: map.isUnnumbered?.(input)
          ? [plane.rect]
          : [
              ...marked.targets.map(({ at }) => at),
              ...(start ? [start] : []),
              ...pairs(map.clear?.(input)),
            ].map(near),
      });
    },
  });

  const run = createPicture<RunInput>({
    select(snapshot, t) {
      const state = snapshot.store.getState();
      return {
        map: ground.select(snapshot, t),
        at: at(snapshot, t),
        status: standingOf(state, snapshot.trajectories, side).status,
        crosshair: state.crosshair,
        named: hasPart(state, 'labels'),
        pulse: state.pulse[side],
        crowd: shownCrowd(state),
        box: state.scenario.values.crowdbox,
        flags: flagsOf(state, side),
        extra: state.extra,
        own: selectOwn(snapshot, t),
      };
    },
    draw(input, canvas) {
      const { view, start, openedProblem, corners } = input.map;
      const { size, drawStyle, t } = canvas;
      const { crowd, box, extra, status, own } = input;
      const plane = createPlane(view, landscapeRect(size.width, size.height, drawStyle.scale));
      const { path, fading, head } = pathOf(input.at, plane, thinner);
      const radius = disc === undefined ? Number.NaN : input.at.trajectory.series[disc]?.[input.at.row];
      const laid = overlay && own ? overlay.draw(own, plane, canvas) : {};
      const card: ProblemCard = CATALOG[openedProblem];
      return drawLandscapeOverlay({
        ...size,
        ...drawStyle,
        named: input.named,
        view,
        side,
        ...{ path, fading, head },
        arrived: arrivesAt(status, card),
        ended: !goesOn(status, card),
        start: start && { at: [start[0]!, start[1]!], label: t('mark.start') },
        targets: markedFor(input.map, canvas).targets,
        flags: input.flags,
        about: corners === null ? null : cornerNames(input.map, plane, canvas).map(roomOfName),
        arrows: [],
        pen: () => laid.named ?? null,
        crowd: (plane) => [
          ...(laid.below ?? []),
          ...(head && radius ? discMarks(head, radius, side, plane, drawStyle) : []),
          ...(crowd?.pen(plane, drawStyle, {
            side,
            box,
            frame: crowd.frame,
            ends: card,
            opacity: crowd.isPast ? PAST : 1,
            ground: [],
          }) ?? []),
        ],
        crosshair: input.crosshair,
        pulse: input.pulse,
        extra: (plane) => [...(laid.above ?? []), ...(extra?.onMap(side, plane, drawStyle) ?? [])],
      });
    },
  });
  return { ground, run };
}

const joined = (names: readonly string[]) => names.join('\n\n');

const pairs = (flat: ArrayLike<number> = []) =>
  Array.from({ length: flat.length >> 1 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!]);

/** Returns the path to the shown step, which fades once it leaves the map, and its head. */
function pathOf(
  { trajectory: { places, count, generation }, row }: SideAt,
  plane: Plane,
  thinner: ReturnType<typeof createThinner>,
): { path: ThinnedPath | null; fading: FadingBand[]; head: [number, number] | null } {
  if (places.length < 3 * count || !Number.isFinite(places[0]! + places[1]!))
    return { path: null, fading: [], head: null };
  const { view } = plane;
  const head: [number, number] = [places[3 * row]!, places[3 * row + 1]!];
  let isOff = false;
  for (let k = 0; k <= row && !isOff; k++) isOff = places[3 * k + 2] !== 0;
  // Faintest an eighth of the window away from the map.
  if (isOff) return { path: null, fading: fadingBands(places, row, plane, (view.x1 - view.x0) / 8), head };
  thinner.extend({ values: places, stride: 3, x: 0, y: 1, count }, plane, generation);
  return { path: thinner.upTo(row), fading: [], head };
}
