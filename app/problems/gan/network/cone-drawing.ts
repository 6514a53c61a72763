import './cone-words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { PlayerTold } from '../../../../engine/problems/gan/types.ts';
import { createThinner } from '../../../charts/thin.ts';
import { formatDistance } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { iterateAt, type SideAt, selectSide } from '../../../pictures/side-at.ts';
import { isAsking } from '../../../session/guessing.ts';
import { startOnMap } from '../../../session/picture/in-plane.ts';
import { type Canvas, createMemo, createPicture, type Picture } from '../../../session/picture/picture.ts';
import { standingOf } from '../../../session/run/standing.ts';
import { type AppState, shownView } from '../../../session/store.ts';
import { type RoundScene, stageMarks } from '../explain-marks.ts';
import { floorOf, GAME, generatorsOf, isCalm } from '../game-info.ts';
import { type ConeGround, conePlane, drawConeGround, type Placed } from './cone-ground.ts';
import { coneMarks } from './cone-marks.ts';
import { placeNames } from './cone-names.ts';
import { type ConeRead, readAt } from './cone-pick.ts';
import { type ConeRun, drawConeRun } from './cone-plot.ts';
import { type ConeScene, hidesCone, type Point, shownScene } from './cone-scene.ts';

interface GroundState {
  readonly scene: ConeScene | null;
  readonly view: ReturnType<typeof shownView>;
  readonly start: readonly number[] | null;
  readonly note: string;
  readonly asks: boolean;
  readonly isRead: boolean;
}

interface RunState {
  readonly map: GroundState;
  readonly at: SideAt;
  readonly told: PlayerTold | null;
  readonly floor: number;
  readonly status: string;
  readonly crosshair: AppState['crosshair'];
  readonly pulse: number | null;
  readonly extra: AppState['extra'];
}

/** Creates a side's two pictures; `run` is drawn over `ground`. A figure's cone is always shaded. */
export function createCone(
  side: SideName,
  isFigure = false,
): {
  readonly ground: Picture<GroundState>;
  readonly run: Picture<RunState>;
} {
  const at = selectSide(side);
  const thinner = createThinner();
  const names = createMemo<ConeRun['names']>();
  const placed = createMemo<Placed>();

  function placedOn(map: GroundState, { size, drawStyle, t }: Canvas): Placed {
    const { palette, scale } = drawStyle;
    const { scene, view, start, note, asks } = map;
    return placed([scene, view, start, note, asks, size.width, size.height, palette, scale, t], () => {
      if (!scene) return { name: null, notes: [] };
      const { cone, columns, mean, nearest, width } = scene;
      const drawing = { ...size, palette, scale, view };
      const name = t(cone?.kind === 'plane' && !asks ? 'gan.cone.all' : 'gan.cone.name', { k: width });
      return placeNames(conePlane(drawing), name, note, {
        ...{ ...drawing, cone, columns, mean, nearest },
        start: start && [start[0]!, start[1]!],
      });
    });
  }

  const ground = createPicture<GroundState>({
    select({ store }, t) {
      const state = store.getState();
      const info = generatorsOf(state);
      const start = startOnMap(state.opened, side);
      return {
        scene: info && shownScene(state, info, side, !isFigure && hidesCone(state)),
        asks: isAsking(state),
        view: shownView(state),
        start,
        note: noteOf(state, side, t),
        isRead: state.crosshair !== null,
      };
    },
    draw(map, canvas) {
      if (!map.scene) return [];
      const own = groundOf(map.scene, map, side, canvas.t);
      return drawConeGround({ ...canvas.size, ...canvas.drawStyle, ...own, ...placedOn(map, canvas) });
    },
  });

  const run = createPicture<RunState>({
    select(snapshot, t) {
      const state = snapshot.store.getState();
      return {
        map: ground.select(snapshot, t),
        at: at(snapshot, t),
        told: GAME.now(state, 'players')?.[side] ?? null,
        floor: floorOf(state, side),
        status: standingOf(state, snapshot.trajectories, side).status,
        crosshair: state.crosshair,
        pulse: state.pulse[side],
        extra: state.extra,
      };
    },
    draw({ map, at, told, floor, status, crosshair, pulse, extra }, canvas) {
      const { size, drawStyle, t } = canvas;
      const { scene, view, start } = map;
      if (!scene) return [];
      const { m } = scene;
      const drawing = { ...size, ...drawStyle, view };
      const plane = conePlane(drawing);
      const { trajectory, row } = at;
      const { places, count, generation } = trajectory;
      const isOpen = count > 0 && places.length >= 3 * count;
      if (isOpen) thinner.extend({ values: places, stride: 3, x: 0, y: 1, count }, plane, generation);
      const state = iterateAt(at);
      const head: Point | null = isOpen ? [places[3 * row]!, places[3 * row + 1]!] : null;
      const cloud = told ? cloudOf(scene, told) : [];
      const shown: ConeRun = {
        ...drawing,
        side,
        mean: scene.mean,
        nearest: scene.nearest,
        path: isOpen ? thinner.upTo(row) : null,
        head,
        start: start && [start[0]!, start[1]!],
        // For m = 1 d is the second axis.
        discriminator: isOpen && m > 1 ? scene.seen(state, state.length - m) : null,
        cloud,
        read:
          crosshair &&
          readOn(scene, cloud, readAt(plane, scene, { g: head, cloud }, crosshair, drawStyle.scale)),
        crosshair,
        arrived: status === 'reached',
        ended: status !== 'moving',
        pulse,
        names: names([scene, floor, t], () => namesOf(scene, floor, t)),
        ...placedOn(map, canvas),
        extra: (plane) =>
          extra
            ? [
                ...coneMarks(plane, extra.highlight, scene.columns, shown),
                ...stageMarks(extra, roundScene(scene, side), plane, drawStyle),
              ]
            : [],
      };
      return drawConeRun(shown);
    },
  });
  return { ground, run };
}

function namesOf({ width }: ConeScene, least: number, t: Translate): ConeRun['names'] {
  const floor = formatDistance(least);
  return {
    mean: [t('gan.cone.mean'), 'x'],
    start: t('mark.start'),
    nearest: [t('gan.cone.nearest', { floor }), t('gan.cone.least', { floor })],
    discriminator: 'd',
    certificate: [t('gan.cone.certificate', { k: width }), t('gan.cone.unanswerable')],
  };
}

function roundScene({ m, mean, seen }: ConeScene, side: SideName): RoundScene {
  const isPair = m === 1;
  return {
    ...{ side, mean, isPair },
    place: ({ mean: g, discriminator: d }) => (isPair ? [g[0]!, d[0]!] : seen(g)),
    arrow: (d) => (isPair ? null : seen(d)),
  };
}

/** Notes both clouds, on the right only. */
function noteOf(state: AppState, side: SideName, t: Translate): string {
  if (side === 'left' || isCalm(state)) return '';
  return t(generatorsOf(state)?.sides.right.kind === 'convex' ? 'gan.cone.convex' : 'gan.cone.note');
}

function groundOf(
  { m, columns, cone, mean, nearest }: ConeScene,
  { view, start, isRead, asks }: Pick<GroundState, 'view' | 'start' | 'isRead' | 'asks'>,
  side: SideName,
  t: Translate,
): Omit<ConeGround, keyof Placed | 'width' | 'height' | 'scale' | 'palette'> {
  const axes =
    m === 1
      ? { x: t('gan.cone.axis.g'), y: t('gan.cone.axis.d') }
      : m === 2
        ? { x: t('gan.cone.axis.first'), y: t('gan.cone.axis.second') }
        : {
            x: t('gan.cone.axis.along'),
            y: t(
              asks ? 'gan.cone.axis.across' : nearest ? 'gan.cone.axis.certificate' : 'gan.cone.axis.start',
            ),
          };
  return {
    ...{ side, view, axes, columns, cone, mean, nearest },
    start: start && [start[0]!, start[1]!],
    isRead,
  };
}

/** Projects the cloud, flat x, y. */
export function cloudOf({ m, seen }: ConeScene, { cloud }: PlayerTold): Float64Array {
  const flat = new Float64Array((2 * cloud.length) / m);
  for (let i = 0; i * m < cloud.length; i++) flat.set(seen(cloud, i * m), 2 * i);
  return flat;
}

/** Places the sample or column being read; null for other marks. */
function readOn({ columns }: ConeScene, cloud: ArrayLike<number>, read: ConeRead | null): ConeRun['read'] {
  if (read?.kind !== 'sample' && read?.kind !== 'column') return null;
  const of = read.kind === 'sample' ? cloud : columns;
  return { kind: read.kind, at: [of[2 * read.at]!, of[2 * read.at + 1]!] };
}
