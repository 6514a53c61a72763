import './cone-words.en.ts';
import type { SideName } from '../../../engine/contract.ts';
import type { GameInfo, PlayerTold } from '../../../engine/problems/gan/types.ts';
import { createThinner } from '../../charts/thin.ts';
import { formatDistance } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import { iterateAt, type SideAt, selectSide } from '../../pictures/side-at.ts';
import { createPicture, type Picture } from '../../session/picture.ts';
import { standingOf } from '../../session/standing.ts';
import { type AppState, shownView } from '../../session/store.ts';
import { type ConeGround, conePlane, drawConeGround } from './cone-ground.ts';
import { drawConeRun } from './cone-plot.ts';
import { type ConeScene, type Point, sceneOf } from './cone-scene.ts';
import { floorOf, gameOf, playersRead } from './game-info.ts';

/** What is read on the picture of a side. */
export type ConeRead =
  | { readonly kind: 'column' | 'sample'; readonly at: number }
  | { readonly kind: 'mean' | 'nearest' | 'g' };

interface GroundState {
  readonly scene: ConeScene | null;
  readonly view: ReturnType<typeof shownView>;
  /** Where the run starts. */
  readonly startX: number;
  readonly startY: number;
  /** The column that is read, from 0; -1 for none. */
  readonly pointed: number;
}

interface RunState extends GroundState {
  readonly info: GameInfo | null;
  readonly at: SideAt;
  readonly told: PlayerTold | null;
  readonly sample: number;
  readonly floor: number;
  readonly status: string;
  readonly crosshair: AppState['crosshair'];
  readonly pulse: number | null;
}

/** A side's output plane in two pictures, one over the other: what its columns reach, and the run on it. */
export function createCone(side: SideName, read: ConeRead | null = null) {
  const at = selectSide(side);
  const thinner = createThinner();
  const pairs = createPairs();
  const pointed = read?.kind === 'column' ? read.at : -1;
  const sample = read?.kind === 'sample' ? read.at : -1;

  const ground: Picture<GroundState> = createPicture({
    select({ store, trajectories }) {
      const state = store.getState();
      const { series } = trajectories[side];
      const [startX, startY] = [series.g1?.[0] ?? Number.NaN, series.g2?.[0] ?? Number.NaN];
      return { scene: sceneOf(gameOf(state), side), view: shownView(state), startX, startY, pointed };
    },
    draw: ({ scene, view, startX, startY }, { size, drawStyle, t }) =>
      scene
        ? drawConeGround({
            ...size,
            ...drawStyle,
            ...groundOf(scene, view, side, pointed, t),
            start: [startX, startY],
          })
        : [],
  });

  const run: Picture<RunState> = createPicture({
    select(snapshot, t) {
      const state = snapshot.store.getState();
      return {
        ...ground.select(snapshot, t),
        info: gameOf(state),
        at: at(snapshot, t),
        told: playersRead(state)?.[side] ?? null,
        sample,
        floor: floorOf(state, side),
        status: standingOf(state, snapshot.trajectories, side).status,
        crosshair: state.crosshair,
        pulse: state.pulse[side],
      };
    },
    draw({ scene, view, at, told, floor, status, crosshair, pulse }, { size, drawStyle, t }) {
      if (!scene) return [];
      const { m } = scene;
      const drawing = { ...size, ...drawStyle, view };
      const { trajectory, row } = at;
      const { series, count } = trajectory;
      const isOpen = count > 0 && series.g1 !== undefined;
      const placeAt = (row: number): Point => [series.g1![row]!, series.g2![row]!];
      let path = null;
      if (isOpen) {
        const values = pairs(at);
        thinner.extend({ values, stride: 2, x: 0, y: 1, count }, conePlane(drawing), trajectory.generation);
        path = thinner.upTo(row);
      }
      const state = iterateAt(at);
      return drawConeRun({
        ...drawing,
        side,
        mean: scene.mean,
        nearest: scene.nearest,
        sample,
        path,
        head: isOpen ? placeAt(row) : null,
        start: isOpen ? placeAt(0) : null,
        // Of one number d is the second axis.
        discriminator: isOpen && m > 1 ? scene.seen(state, state.length - m) : null,
        cloud: told ? cloudOf(scene, told) : [],
        crosshair,
        arrived: status === 'reached',
        ended: status !== 'moving',
        pulse,
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

export function groundOf(
  { m, width, columns, cone, mean, nearest }: ConeScene,
  view: GroundState['view'],
  side: SideName,
  pointed: number,
  t: Translate,
): Omit<ConeGround, 'width' | 'height' | 'scale' | 'palette' | 'start'> {
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
    view,
    side,
    axes,
    columns,
    cone,
    mean,
    nearest,
    pointed,
    name: t(cone?.kind === 'plane' ? 'gan.cone.all' : 'gan.cone.name', { k: width }),
  };
}

/** The cloud where it is seen, flat; of one number below the axis of d it stands on the axis of g. */
export function cloudOf({ m, seen }: ConeScene, { cloud }: PlayerTold): Float64Array {
  const flat = new Float64Array((2 * cloud.length) / m);
  for (let i = 0; i * m < cloud.length; i++) flat.set(seen(cloud, i * m), 2 * i);
  return flat;
}

/** Both coordinates of every row, x and y in turn. They grow with the rows; where those are others, all are copied again. */
function createPairs(): (at: SideAt) => Float64Array {
  let flat = new Float64Array(0);
  let done = 0;
  let of = Number.NaN;
  return ({ trajectory: { series, count, generation } }) => {
    if (generation !== of || count < done) done = 0;
    if (flat.length < 2 * count) {
      const larger = new Float64Array(4 * count);
      larger.set(flat.subarray(0, 2 * done));
      flat = larger;
    }
    for (; done < count; done++) {
      flat[2 * done] = series.g1![done]!;
      flat[2 * done + 1] = series.g2![done]!;
    }
    of = generation;
    return flat;
  };
}
