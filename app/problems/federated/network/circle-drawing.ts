import './words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { CurvesReading, NetworkInfo } from '../../../../engine/problems/federated/types.ts';
import {
  type Canvas,
  createMemo,
  createPicture,
  createSelection,
  type Picture,
} from '../../../session/picture/picture.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import type { AppState } from '../../../session/store.ts';
import { defineViewState } from '../../kit/state/view-state.ts';
import { walkedCurves } from '../explain-marks.ts';
import type { FedMark } from '../fed-marks.ts';
import { FED, networkOf } from '../federated-info.ts';
import { type Unrolled, unroll } from './circle-geometry.ts';
import { type CircleGround, drawCircleGround, type Heights, heightsOf } from './circle-ground.ts';
import { type CircleInput, drawCircle } from './circle-plot.ts';
import { clientColour, clientLabel } from './client-looks.ts';

interface GroundState {
  readonly info: NetworkInfo | null;
  readonly heights: Heights;
}

export interface CircleState extends GroundState, Pick<AppState, 'extra'> {
  readonly told: CurvesReading['told'] | null;
  /** Angle in radians that is read; null for none. */
  readonly read: number | null;
}

const unrolled = createMemo<Unrolled>();

/** Returns an instance's unrolled circle: the same object for the same data. */
export const circleOf = ({ angles, owners }: NetworkInfo): Unrolled =>
  unrolled([angles, owners], () => unroll({ angles, owners }));

/** Angle being read on both sides; null for none. */
export const ANGLE = defineViewState<number | null>('angle', null, ({ landscape }) => landscape);

/**
 * Creates a side's two layers over the circle: axes with the clients' arcs, and model. With `isRead` the model layer shows the angle being
 * read; figures and films omit it.
 */
export function createCircle(
  side: SideName,
  isRead = false,
): { readonly ground: Picture<GroundState>; readonly run: Picture<CircleState> } {
  const heights = createSelection(({ store }: Snapshot) => {
    const state = store.getState();
    const told = FED.latest(state, 'curves');
    const info = networkOf(state);
    return info
      ? heightsOf(info.labels, told ? [told.left.curve, told.right.curve] : [])
      : { low: 0, high: 1 };
  });
  return {
    ground: createPicture({
      select: (snapshot, t) => ({
        info: networkOf(snapshot.store.getState()),
        heights: heights(snapshot, t),
      }),
      draw(state, canvas) {
        const input = groundInput(state, side, canvas);
        return input ? drawCircleGround(input) : [];
      },
    }),
    run: createPicture({
      select(snapshot, t) {
        const state = snapshot.store.getState();
        return {
          info: networkOf(state),
          heights: heights(snapshot, t),
          told: FED.latest(state, 'curves'),
          read: isRead ? ANGLE.of(state) : null,
          extra: state.extra,
        };
      },
      draw(state, canvas) {
        const input = circleInput(state, side, canvas);
        return input ? drawCircle(input) : [];
      },
    }),
  };
}

function groundInput(
  { info, heights }: GroundState,
  side: SideName,
  { size, drawStyle, t }: Canvas,
): CircleGround | null {
  if (!info) return null;
  return {
    ...size,
    ...drawStyle,
    side,
    unrolled: circleOf(info),
    clients: Array.from({ length: info.count }, (_, c) => ({
      name: clientLabel(info, c),
      color: clientColour(c, drawStyle.palette),
    })),
    heights,
    names: {
      x: t('fed.circle.angle'),
      f: 'f',
      locals: t('fed.circle.locals', { local: info.local }),
      label: t('fed.circle.label'),
    },
  };
}

export function circleInput(state: CircleState, side: SideName, canvas: Canvas): CircleInput | null {
  const { info, told, read, extra } = state;
  const ground = groundInput(state, side, canvas);
  if (!info || !ground) return null;
  const walked = walkedCurves(extra, side);
  return {
    ...ground,
    labels: info.labels,
    owners: info.owners,
    curve: told?.[side].curve ?? null,
    outputs: told?.[side].outputs ?? [],
    locals: walked?.locals ?? told?.[side].locals ?? [],
    isBold: walked?.isBold ?? false,
    over: walked?.over ?? null,
    read,
    lit: (extra?.highlight ?? null) as FedMark | null,
  };
}
