import { english } from '../../i18n/messages.ts';
import type { ShippedId } from '../../storage/lectures/shipped/ids.ts';

/** One line for each shipped lecture: its topic, its audience, and the knowledge that it needs. */
export const words = english({
  'lecture.about.hills':
    'Downhill: why a ball stops in one landscape and not in the other. School class; needs no mathematics.',
  'lecture.about.stuck':
    'One neuron: dead zones, and a convex loss without them. First year; needs derivatives.',
  'lecture.about.always':
    'Proofs and counterexamples: when the relaxation wins. Second year; needs the lecture before.',
  'lecture.about.optimal':
    'Two layers: a bound that no network beats. Third year; needs convex problems and least squares.',
  'lecture.about.outputs':
    'Several outputs: sharing neurons, and forgetting a class. Third year; needs the lecture before.',
  'lecture.about.players':
    'Games: damping, turns and looking ahead. Third year; needs gradient descent and eigenvalues.',
  'lecture.about.meetings':
    'Federated learning: the bias of local steps. Second year; needs gradient descent.',
  'lecture.about.corners': 'Permutations: why exact penalties trap. Second year; needs gradient descent.',
  'lecture.about.price':
    'Image restoration: the cost of a certified denoiser. Master’s; needs fixed points of contractions.',
} satisfies Record<`lecture.about.${ShippedId}`, string>);

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
