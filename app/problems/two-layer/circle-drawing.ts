import type { Translate } from '../../i18n/messages.ts';
import type { CircleInput } from '../../pictures/circle-plot.ts';
import type { Look } from '../../pictures/extra-marks.ts';
import type { Snapshot } from '../../session/snapshot.ts';
import type { Size } from '../../ui/Drawing.tsx';
import { matchesOf, pathOf, trailsOf } from './circle-facts.ts';
import { directionsOf } from './network-facts.ts';
import { networkName } from './network-names.ts';
import { heldStep, neuronShown, neuronsAt } from './network-pictures.ts';

/** What `drawCircle` draws the directions of both sides from; `pointed` is the neuron that is read, -1 for none. */
export function circleInput(
  snapshot: Snapshot,
  { width, height }: Size,
  { palette, scale }: Look,
  t: Translate,
  pointed = -1,
): CircleInput | null {
  const state = snapshot.store.getState();
  const {
    opened,
    network: { reading, optimum },
  } = state;
  const network = opened?.network;
  if (!opened || !network) return null;
  const { samples } = opened;
  const teacher = network.teacher && directionsOf(network.teacher);
  const left = directionsOf(neuronsAt(snapshot, 'left'));
  const chosen = neuronShown(state);
  const descent = t('side.left.descent');
  // Descent that has diverged is drawn where it was last within the scale.
  const held = heldStep(snapshot);
  return {
    width,
    height,
    scale,
    palette,
    beta: network.beta,
    leftCurve: curveOf(reading?.left.curve, network.constant),
    rightCurve: curveOf(reading?.right.curve, network.constant),
    teacher,
    left: {
      ...left,
      dead: reading?.left.dead ?? [],
      trails: trailsOf(snapshot),
      chosen,
      path: pathOf(snapshot, chosen),
      pointed,
    },
    right: directionsOf(neuronsAt(snapshot, 'right')),
    matches: matchesOf(reading?.left.match?.teacher, teacher, left),
    // Without a teacher what the program ends with sets the scale: nothing is drawn anew while it runs.
    unit: network.teacher ? null : largestOf(optimum?.state),
    axes: {
      direction: t('network.direction'),
      x: samples.hasOnes ? t('axis.slope') : t('axis.w1'),
      y: samples.hasOnes ? t('axis.bias') : t('axis.w2'),
    },
    names: {
      teacher: t('side.teacher'),
      left: held === null ? descent : t('network.atStep', { name: descent, k: held }),
      right: networkName(state, 'right', t),
    },
  };
}

/**
 * The dual curve as it is held against the band: for free biases a neuron costs by its slope alone, so that the band is
 * beta |slope| wide.
 */
function curveOf(curve: Float64Array | null | undefined, free: boolean): Float64Array | null {
  if (!curve || !free) return curve ?? null;
  return curve.map((value, k) => value / Math.abs(Math.cos((2 * Math.PI * k) / curve.length)));
}

/** The largest strength of a flat network; null where it is not known or has none. */
function largestOf(network: Float64Array | undefined): number | null {
  if (!network) return null;
  const sizes = directionsOf(network.subarray(0, network.length - (network.length % 3))).strengths;
  let largest = 0;
  for (let j = 0; j < sizes.length; j++) largest = Math.max(largest, Math.abs(sizes[j]!));
  return largest > 0 ? largest : null;
}
