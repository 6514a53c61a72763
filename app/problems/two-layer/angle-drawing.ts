import type { SideName } from '../../../engine/contract.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import type { Translate } from '../../i18n/messages.ts';
import { anglesTo, drawAngles, strongestOfEachSign } from '../../pictures/angle-plot.ts';
import type { Look } from '../../pictures/extra-marks.ts';
import { rowOf } from '../../session/kept-steps.ts';
import type { Snapshot } from '../../session/snapshot.ts';
import type { Size } from '../../ui/Drawing.tsx';
import { networkName } from './network-names.ts';
import { neuronsAt, picturedStep } from './network-pictures.ts';

/** Places of a trail, and the neurons up to which trails are drawn. */
const TRAIL = 40;
const MOST_TRAILS = 60;

/** A side's neurons by how far each is turned from the teacher's. */
export function angleDrawing(
  snapshot: Snapshot,
  side: SideName,
  { width, height }: Size,
  { palette, scale }: Look,
  t: Translate,
): DisplayList {
  const state = snapshot.store.getState();
  const {
    opened,
    network: { reading },
  } = state;
  if (!opened?.network) return [];
  const { teacher, columns } = opened.network;
  const targets = teacher ?? strongestOfRight(snapshot, columns);
  const known = targets && anglesTo(targets, targets, columns).strengths;
  // Before anything is known nothing is missing.
  const positive = known?.some((strength) => strength > 0) ?? true;
  const negative = known?.some((strength) => strength < 0) ?? true;
  return drawAngles({
    width,
    height,
    scale,
    palette,
    side,
    neurons: targets && anglesTo(neuronsAt(snapshot, side), targets, columns),
    dead: reading?.[side].dead ?? [],
    trails: side === 'left' && targets ? trailsOf(snapshot, targets, columns) : [],
    teacher: teacher && known,
    // The same on both sides and at every step.
    unit: Math.max(0, ...(known ?? []).map(Math.abs)),
    beyond: positive && negative ? null : t('network.noSign', { positive, negative }),
    axes: {
      x: teacher ? t('network.angle') : t('network.angleRight', { right: networkName(state, 'right', t) }),
      y: t('network.strength'),
    },
    names: {
      teacher: t('side.teacher'),
      positive: 'α > 0',
      negative: 'α < 0',
      dead: t('network.deadNeuron'),
    },
  });
}

/** The strongest neurons of what the right side has come to, whichever step is shown; null before it has any. */
function strongestOfRight(snapshot: Snapshot, columns: number): Float64Array<ArrayBuffer> | null {
  const { iterates, dimension, count } = snapshot.trajectories.right;
  const { opened, sides } = snapshot.store.getState();
  const last = iterates.subarray(Math.max(0, count - 1) * dimension, count * dimension);
  const strongest = strongestOfEachSign(opened?.network?.constant ? last.subarray(0, -1) : last, columns);
  return strongest.length === 0 && sides.right.status === 'moving' ? null : strongest;
}

/** Past places of each of descent's neurons, oldest first. */
function trailsOf(snapshot: Snapshot, targets: Float64Array, columns: number): number[][] {
  const state = snapshot.store.getState();
  const m = state.opened?.network?.neurons ?? 0;
  if (m > MOST_TRAILS) return [];
  const { left } = snapshot.trajectories;
  const { iterates, dimension } = left;
  const last = picturedStep(snapshot, 'left');
  // About a fifth of the way back, so that a trail tells the speed.
  const stride = Math.max(1, Math.ceil(Math.max(20, last / 5) / TRAIL));
  const trails: number[][] = Array.from({ length: m }, () => []);
  for (let back = Math.min(TRAIL, Math.floor(last / stride)); back > 0; back--) {
    const from = rowOf(left, last - back * stride) * dimension;
    const past = anglesTo(iterates.subarray(from, from + m * (columns + 1)), targets, columns);
    trails.forEach((trail, j) => {
      trail.push(past.angles[j]!, past.strengths[j]!);
    });
  }
  return trails;
}
