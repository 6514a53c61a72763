import type { SideName } from '../../../../engine/contract.ts';
import { type SideAt, selectSide } from '../../../pictures/side-at.ts';
import { createPicture, type Picture } from '../../../session/picture/picture.ts';
import { rowOf, stepOf } from '../../../session/run/kept-steps.ts';
import type { AppState } from '../../../session/store.ts';
import { selectNetwork } from '../../kit/pictured.ts';
import { NETWORKS, type NetworkState } from '../network-facts.ts';
import { networkOf } from '../network-info.ts';
import { networkName } from '../network-names.ts';
import { neuronsOf } from '../network-pictures.ts';
import { anglesTo, drawAngles, strongestOfEachSign } from './plot.ts';

/** Points of a trail, and the most neurons with trails. */
const TRAIL = 40;
const MOST_TRAILS = 60;

interface AngleState extends Pick<AppState, 'opened'>, Pick<NetworkState, 'reading'> {
  readonly at: SideAt;
  /** The right side at its last step. */
  readonly latest: SideAt;
  readonly rightStatus: string;
  readonly rightName: string;
}

/** Creates the picture of a side's neurons by angle to the teacher's or the right side's. */
export function createAngles(side: SideName): Picture<AngleState> {
  const at = selectNetwork(side);
  const latest = selectSide('right', ({ trajectories }) => trajectories.right.count - 1);
  return createPicture({
    select(snapshot, t) {
      const state = snapshot.store.getState();
      return {
        opened: state.opened,
        reading: NETWORKS.latest(state, 'networks')?.reading ?? null,
        at: at(snapshot, t),
        latest: latest(snapshot, t),
        rightStatus: state.sides.right.status,
        rightName: networkName(state, 'right', t),
      };
    },
    draw(input, { size, drawStyle, t }) {
      const { opened, reading, at } = input;
      const network = networkOf(opened);
      if (!network) return [];
      const { teacher, columns, neurons } = network;
      const targets = teacher ?? strongestOfRight(input, columns);
      const known = targets && anglesTo(targets, targets, columns).strengths;
      // Until anything is known no sign is reported missing.
      const positive = known?.some((strength) => strength > 0) ?? true;
      const negative = known?.some((strength) => strength < 0) ?? true;
      return drawAngles({
        ...size,
        ...drawStyle,
        side,
        neurons: targets && anglesTo(neuronsOf(at, opened), targets, columns),
        dead: reading?.[side].dead ?? [],
        trails: side === 'left' && targets ? trailsOf(at, neurons, targets, columns) : [],
        teacher: teacher && known,
        // Equal on both sides and at every step.
        unit: Math.max(0, ...(known ?? []).map(Math.abs)),
        beyond: positive && negative ? null : t('network.noSign', { positive, negative }),
        axes: {
          x: teacher ? t('network.angle') : t('network.angleRight', { right: input.rightName }),
          y: t('network.strength'),
        },
        names: {
          teacher: t('side.teacher'),
          positive: 'α > 0',
          negative: 'α < 0',
          dead: t('network.deadNeuron'),
        },
      });
    },
  });
}

/** Returns the right side's strongest neuron of each sign, or null. */
function strongestOfRight(
  { latest, opened, rightStatus }: AngleState,
  columns: number,
): Float64Array<ArrayBuffer> | null {
  const strongest = strongestOfEachSign(neuronsOf(latest, opened), columns);
  return strongest.length === 0 && rightStatus === 'moving' ? null : strongest;
}

/** Returns past points of each of descent's m neurons, oldest first. */
function trailsOf(
  { trajectory, row }: SideAt,
  m: number,
  targets: Float64Array,
  columns: number,
): number[][] {
  if (m > MOST_TRAILS) return [];
  const { iterates, dimension } = trajectory;
  const last = stepOf(trajectory, row);
  // About a fifth of the run: a trail's length shows the speed.
  const stride = Math.max(1, Math.ceil(Math.max(20, last / 5) / TRAIL));
  const trails: number[][] = Array.from({ length: m }, () => []);
  for (let back = Math.min(TRAIL, Math.floor(last / stride)); back > 0; back--) {
    const from = rowOf(trajectory, last - back * stride) * dimension;
    const past = anglesTo(iterates.subarray(from, from + m * (columns + 1)), targets, columns);
    trails.forEach((trail, j) => {
      trail.push(past.angles[j]!, past.strengths[j]!);
    });
  }
  return trails;
}
