import './cone-words.en.ts';
import type { SideName } from '../../../engine/contract.ts';
import type { PlayerTold } from '../../../engine/problems/gan/types.ts';
import { createThinner } from '../../charts/thin.ts';
import { formatDistance } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import { iterateAt, type SideAt, selectSide } from '../../pictures/side-at.ts';
import { startOnMap } from '../../session/in-plane.ts';
import { createPicture, type Picture } from '../../session/picture.ts';
import { standingOf } from '../../session/standing.ts';
import { type AppState, shownView } from '../../session/store.ts';
import { type ConeGround, conePlane, drawConeGround } from './cone-ground.ts';
import { type ConeRead, readAt } from './cone-pick.ts';
import { type ConeRun, drawConeRun } from './cone-plot.ts';
import { type ConeScene, type Point, sceneOf } from './cone-scene.ts';
import { type LitScene, litMarks } from './explain-marks.ts';
import { floorOf, gameOf, playersRead } from './game-info.ts';

interface GroundState {
  readonly scene: ConeScene | null;
  readonly view: ReturnType<typeof shownView>;
  readonly start: readonly number[] | null;
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

/** A side's output plane in two pictures, one over the other: what its columns reach, and the run on it. */
export function createCone(side: SideName): {
  readonly ground: Picture<GroundState>;
  readonly run: Picture<RunState>;
} {
  const at = selectSide(side);
  const thinner = createThinner();

  const ground = createPicture<GroundState>({
    select({ store }) {
      const state = store.getState();
      const scene = sceneOf(gameOf(state), side);
      return { scene, view: shownView(state), start: startOnMap(state.opened, side) };
    },
    draw: (map, { size, drawStyle, t }) =>
      map.scene ? drawConeGround({ ...size, ...drawStyle, ...groundOf(map.scene, map, side, t) }) : [],
  });

  const run = createPicture<RunState>({
    select(snapshot, t) {
      const state = snapshot.store.getState();
      return {
        map: ground.select(snapshot, t),
        at: at(snapshot, t),
        told: playersRead(state)?.[side] ?? null,
        floor: floorOf(state, side),
        status: standingOf(state, snapshot.trajectories, side).status,
        crosshair: state.crosshair,
        pulse: state.pulse[side],
        extra: state.extra,
      };
    },
    draw({ map, at, told, floor, status, crosshair, pulse, extra }, { size, drawStyle, t }) {
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
      return drawConeRun({
        ...drawing,
        side,
        mean: scene.mean,
        nearest: scene.nearest,
        path: isOpen ? thinner.upTo(row) : null,
        head,
        start: start && [start[0]!, start[1]!],
        // Of one number d is the second axis.
        discriminator: isOpen && m > 1 ? scene.seen(state, state.length - m) : null,
        cloud,
        read:
          crosshair &&
          readOn(scene, cloud, readAt(plane, scene, { g: head, cloud }, crosshair, drawStyle.scale)),
        crosshair,
        arrived: status === 'reached',
        ended: status !== 'moving',
        pulse,
        extra: (plane) =>
          extra ? litMarks(extra, litScene(scene, { side, head, cloud }), plane, drawStyle) : [],
        names: {
          mean: t('gan.cone.mean'),
          start: t('mark.start'),
          nearest: t('gan.cone.nearest', { floor: formatDistance(floor) }),
          discriminator: 'd',
          certificate: t('gan.cone.certificate', { k: scene.width }),
        },
      });
    },
  });
  return { ground, run };
}

/** What of it the explanation lights up. */
function litScene(scene: ConeScene, run: Pick<LitScene, 'side' | 'head' | 'cloud'>): LitScene {
  const { m, seen } = scene;
  return {
    ...scene,
    ...run,
    orbit: [],
    isPair: m === 1,
    place: ({ mean, discriminator }) => (m === 1 ? [mean[0]!, discriminator[0]!] : seen(mean)),
    arrow: (d) => (m === 1 ? null : seen(d)),
  };
}

export function groundOf(
  { m, width, columns, cone, mean, nearest }: ConeScene,
  { view, start }: Pick<GroundState, 'view' | 'start'>,
  side: SideName,
  t: Translate,
): Omit<ConeGround, 'width' | 'height' | 'scale' | 'palette'> {
  const axes =
    m === 1
      ? { x: t('gan.cone.axis.g'), y: t('gan.cone.axis.d') }
      : m === 2
        ? { x: t('gan.cone.axis.first'), y: t('gan.cone.axis.second') }
        : {
            x: t('gan.cone.axis.along'),
            y: t(nearest ? 'gan.cone.axis.certificate' : 'gan.cone.axis.start'),
          };
  return {
    ...{ side, view, axes, columns, cone, mean, nearest },
    start: start && [start[0]!, start[1]!],
    name: t(cone?.kind === 'plane' ? 'gan.cone.all' : 'gan.cone.name', { k: width }),
  };
}

/** The cloud where it is seen, flat; of one number on the axis of g. */
export function cloudOf({ m, seen }: ConeScene, { cloud }: PlayerTold): Float64Array {
  const flat = new Float64Array((2 * cloud.length) / m);
  for (let i = 0; i * m < cloud.length; i++) flat.set(seen(cloud, i * m), 2 * i);
  return flat;
}

/** Where what is read is marked: a sample or a column; the other marks are seen as they are. */
function readOn({ columns }: ConeScene, cloud: ArrayLike<number>, read: ConeRead | null): ConeRun['read'] {
  if (read?.kind !== 'sample' && read?.kind !== 'column') return null;
  const of = read.kind === 'sample' ? cloud : columns;
  return { kind: read.kind, at: [of[2 * read.at]!, of[2 * read.at + 1]!] };
}
