import type { NetworkUpdate } from '../../../../engine/problems/two-layer/types.ts';
import type { SideAt } from '../../../pictures/side-at.ts';
import { type Canvas, createPicture, type Picture } from '../../../session/picture/picture.ts';
import { hasPart } from '../../../session/scene-parts.ts';
import type { AppState } from '../../../session/store.ts';
import { heldStep, selectNetwork } from '../../kit/pictured.ts';
import { directionsOf, NETWORKS, type NetworkState } from '../network-facts.ts';
import { networkOf } from '../network-info.ts';
import { networkName } from '../network-names.ts';
import { neuronShown, neuronsOf } from '../network-pictures.ts';
import { matchesOf, pathOf, trailsOf } from './facts.ts';
import { circleIn } from './geometry.ts';
import { type CircleInput, unitOf } from './input.ts';
import { circleMarks } from './marks.ts';
import { drawCircle } from './plot.ts';

interface CircleState extends Pick<AppState, 'opened' | 'extra'>, Pick<NetworkState, 'reading' | 'optimum'> {
  readonly left: SideAt;
  readonly right: SideAt;
  readonly chosen: number;
  readonly held: number | null;
  readonly rightName: string;
  /** False where a scene leaves out the dual curves with their band. */
  readonly hasDual: boolean;
}

/** Detail of the circle: the dual curves and their band. */
export const DUAL = 'dual';

/** Creates the circle of both sides' directions; `pointed` is the neuron being read, or -1. */
export function createCircle(pointed = -1): Picture<CircleState> {
  const [left, right] = [selectNetwork('left'), selectNetwork('right')];
  return createPicture({
    select(snapshot, t) {
      const state = snapshot.store.getState();
      return {
        opened: state.opened,
        extra: state.extra,
        reading: NETWORKS.latest(state, 'networks')?.reading ?? null,
        optimum: NETWORKS.latest(state, 'optimum'),
        left: left(snapshot, t),
        right: right(snapshot, t),
        chosen: neuronShown(state),
        held: heldStep(snapshot),
        rightName: networkName(state, 'right', t),
        hasDual: hasPart(state, DUAL),
      };
    },
    draw(state, canvas) {
      const input = circleInput(state, canvas, pointed);
      if (!input) return [];
      const { width, height, scale } = input;
      const scene = { ...input, circle: circleIn(width, height, scale), unit: unitOf(input) };
      const { extra, chosen: neuron } = state;
      if (!extra) return drawCircle(input);
      const told = { ...extra, update: extra.update as NetworkUpdate | null, neuron };
      return [...drawCircle(input), ...circleMarks(told, scene, canvas.drawStyle)];
    },
  });
}

export function circleInput(
  state: CircleState,
  { size, drawStyle, t }: Canvas,
  pointed = -1,
): CircleInput | null {
  const { opened, reading, optimum, chosen, held } = state;
  const network = networkOf(opened);
  if (!opened || !network) return null;
  const { samples } = opened;
  const teacher = network.teacher && directionsOf(network.teacher);
  const left = directionsOf(neuronsOf(state.left, opened));
  const descent = t('side.left.descent');
  return {
    ...size,
    ...drawStyle,
    beta: state.hasDual ? network.beta : 0,
    leftCurve: state.hasDual ? curveOf(reading?.left.curve, network.constant) : null,
    rightCurve: state.hasDual ? curveOf(reading?.right.curve, network.constant) : null,
    teacher,
    left: {
      ...left,
      dead: reading?.left.dead ?? [],
      trails: trailsOf(state.left, network.neurons),
      chosen,
      path: pathOf(state.left, network.neurons, chosen),
      pointed,
    },
    right: directionsOf(neuronsOf(state.right, opened)),
    matches: matchesOf(reading?.left.match?.teacher, teacher, left),
    // Without a teacher the program's optimum fixes the scale during the run.
    unit: network.teacher ? null : largestOf(optimum?.state),
    axes: {
      direction: t('network.direction'),
      x: samples.hasOnes ? t('axis.slope') : t('axis.w1'),
      y: samples.hasOnes ? t('axis.bias') : t('axis.w2'),
    },
    names: {
      teacher: t('side.teacher'),
      // Diverged descent is drawn at its last step within the scale.
      left: held === null ? descent : t('network.atStep', { name: descent, k: held }),
      right: state.rightName,
    },
  };
}

/** Returns the dual curve relative to the band: with free biases a neuron costs its slope alone, so the band is beta |slope| wide. */
function curveOf(curve: Float64Array | null | undefined, free: boolean): Float64Array | null {
  if (!curve || !free) return curve ?? null;
  return curve.map((value, k) => value / Math.abs(Math.cos((2 * Math.PI * k) / curve.length)));
}

/** Returns the largest strength of a flat network; null if unknown or 0. */
function largestOf(network: Float64Array | undefined): number | null {
  if (!network) return null;
  const sizes = directionsOf(network.subarray(0, network.length - (network.length % 3))).strengths;
  let largest = 0;
  for (let j = 0; j < sizes.length; j++) largest = Math.max(largest, Math.abs(sizes[j]!));
  return largest > 0 ? largest : null;
}
