import './network-words.en.ts';
import type { SideName } from '../../../engine/contract.ts';
import type { CurvesReading, NetworkInfo } from '../../../engine/problems/federated/types.ts';
import { type Canvas, createMemo, createPicture, type Picture } from '../../session/picture.ts';
import type { AppState } from '../../session/store.ts';
import { type Unrolled, unroll } from './circle-geometry.ts';
import { type CircleInput, drawCircle, heightsOf } from './circle-plot.ts';
import { clientColour, clientName } from './client-looks.ts';
import { walkedCurves } from './explain-marks.ts';
import type { FedMark } from './fed-marks.ts';
import { networkOf } from './federated-info.ts';
import { curvesRead } from './network-readings.ts';

export interface CircleState extends Pick<AppState, 'extra'> {
  readonly info: NetworkInfo | null;
  readonly told: CurvesReading['told'] | null;
  /** The angle that is read. */
  readonly read: number | null;
}

const unrolled = createMemo<Unrolled>();

/** The circle of an instance, unrolled: the same object for the same data. */
export const circleOf = ({ angles, owners }: NetworkInfo): Unrolled =>
  unrolled([angles, owners], () => unroll({ angles, owners }));

/** The angle that is read on both sides; null for none. */
export const angleRead = ({
  readings,
  landscape,
}: Pick<AppState, 'readings' | 'landscape'>): number | null =>
  readings.angle?.landscape === landscape ? (readings.angle.value as number) : null;

/** A side's model over the circle. On the page it shows the angle that is read; figures and films do not. */
export function createCircle(side: SideName, isRead = false): Picture<CircleState> {
  return createPicture({
    select({ store }) {
      const state = store.getState();
      return {
        info: networkOf(state),
        told: curvesRead(state),
        read: isRead ? angleRead(state) : null,
        extra: state.extra,
      };
    },
    draw(state, canvas) {
      const input = circleInput(state, side, canvas);
      return input ? drawCircle(input) : [];
    },
  });
}

export function circleInput(
  { info, told, read, extra }: CircleState,
  side: SideName,
  { size, drawStyle, t }: Canvas,
): CircleInput | null {
  if (!info) return null;
  const walked = walkedCurves(extra, side);
  return {
    ...size,
    ...drawStyle,
    side,
    unrolled: circleOf(info),
    labels: info.labels,
    owners: info.owners,
    clients: Array.from({ length: info.count }, (_, c) => ({
      name: clientName(info, c),
      color: clientColour(c, drawStyle.palette),
    })),
    curve: told?.[side].curve ?? null,
    outputs: told?.[side].outputs ?? [],
    locals: walked?.locals ?? told?.[side].locals ?? [],
    isBold: walked?.isBold ?? false,
    over: walked?.over ?? null,
    heights: heightsOf(info.labels, told ? [told.left.curve, told.right.curve] : []),
    read,
    lit: (extra?.highlight ?? null) as FedMark | null,
    names: {
      x: t('fed.circle.angle'),
      f: 'f',
      locals: t('fed.circle.locals', { local: info.local }),
      label: t('fed.circle.label'),
    },
  };
}
