import type {
  NetworksTold,
  OutputsInfo,
  SectorTold,
} from '../../../../engine/problems/vector-output/types.ts';
import { iterateAt, type SideAt, selectSide } from '../../../pictures/side-at.ts';
import { createPicture, type Picture } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import { selectNetwork } from '../../kit/pictured.ts';
import { OUTPUTS } from '../outputs-facts.ts';
import { firstLayer, neuronsOf, outputName, outputsOf, weightsOf } from '../outputs-info.ts';
import type { CircleInput, CircleNeurons } from './input.ts';
import { circleMarks } from './marks.ts';
import { drawCircle } from './plot.ts';

interface CircleState extends Pick<AppState, 'opened' | 'extra'> {
  /** Neuron being explained, from 0. */
  readonly neuron: number;
  readonly told: NetworksTold | null;
  readonly left: SideAt;
  readonly right: SideAt;
  /** The right's last computed state sets the scale. */
  readonly latest: SideAt;
}

export interface Read {
  readonly direction: readonly [number, number];
  readonly sector: SectorTold | null;
}

export function createCircle(read: Read | null = null): Picture<CircleState> {
  const [left, right] = [selectNetwork('left'), selectNetwork('right')];
  const latest = selectSide('right', ({ trajectories }) => trajectories.right.count - 1);
  return createPicture({
    select(snapshot, t) {
      const state = snapshot.store.getState();
      return {
        opened: state.opened,
        extra: state.extra,
        neuron: Number(state.scenario.values.neuron ?? 1) - 1,
        told: OUTPUTS.latest(state, 'networks'),
        left: left(snapshot, t),
        right: right(snapshot, t),
        latest: latest(snapshot, t),
      };
    },
    draw({ opened, extra, neuron, told, left, right, latest }, { size, drawStyle, t }) {
      const info = outputsOf(opened);
      if (!info) return [];
      const neurons = circleNeurons(left, 'left', info, told?.left.dead);
      const ends = circleNeurons(latest, 'right', info);
      const input: CircleInput = {
        ...size,
        ...drawStyle,
        beta: info.beta,
        left: told?.left.curve ?? null,
        right: told?.right.curve ?? null,
        neurons,
        atoms: circleNeurons(right, 'right', info),
        unit: largest(ends.weights) || largest(neurons.weights) || 1,
        direction: read?.direction ?? null,
        sector: read?.sector ?? null,
        names: {
          outputs: Array.from({ length: info.outputs }, (_, k) => outputName(info, k, t)),
          left: t('outputs.circle.left'),
          right: t('outputs.circle.right'),
          bar: t('outputs.circle.bar'),
          dot: t('outputs.circle.dot'),
          beta: 'β',
        },
      };
      return extra ? [...drawCircle(input), ...circleMarks(extra, neuron, input)] : drawCircle(input);
    },
  });
}

function circleNeurons(
  at: SideAt,
  side: 'left' | 'right',
  info: OutputsInfo,
  dead: ArrayLike<number> = [],
): CircleNeurons {
  const neurons = neuronsOf(iterateAt(at), side, info);
  return { directions: firstLayer(neurons), weights: weightsOf(neurons), dead };
}

const largest = (values: ArrayLike<number>): number =>
  Math.max(0, ...Array.from(values).filter(Number.isFinite));
