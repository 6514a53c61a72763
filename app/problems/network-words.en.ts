import { english } from '../i18n/messages.ts';

/** Facts that a round's words may use; all are given. */
export interface RoundFacts {
  /** Explained neuron, and number of neurons. */
  readonly j: string;
  readonly m: string;
  /** For a program: neurons, beta, the largest pull, number beyond beta, number added, patterns. */
  readonly p: string;
  readonly beta: string;
  readonly largest: string;
  readonly beyond: string;
  readonly came: string;
  readonly patterns: string;
  /** For a relaxed side: its weight at the step. */
  readonly b: string;
}

export const words = english({
  'explain.say.scale':
    'No single L bounds the curvature of such a loss everywhere: L is the curvature at the size of the start or of the labels.',
  'explain.step.fit': 'data term of F',
  'explain.step.penalty': 'penalty term of F',
  'explain.step.gradientFit': 'gradient: data term',
  'explain.step.gradientDecay': 'gradient: penalty, β times the weights',
  'explain.walk.network.forward': 'forward',
  'explain.walk.network.say.forward': ({ j, m }: RoundFacts) =>
    m === '1'
      ? 'A sample goes through the neuron: z is the first-layer weights times the sample. Where z is positive the neuron outputs α·z, otherwise 0.'
      : `Each sample goes through all ${m} neurons: z = w·a. Where z is positive a neuron adds α·z to the output, otherwise nothing. The columns z, max(z, 0) and α·max(z, 0) belong to neuron ${j}.`,
  'explain.walk.network.residuals': 'residuals',
  'explain.walk.network.say.residuals': ({ m }: RoundFacts) =>
    `The residual is output minus label, sample by sample.${m === '1' ? '' : ' All neurons share it.'}`,
  'explain.walk.network.off': 'which samples are off',
  'explain.walk.network.say.off':
    'A sample that is off for a neuron (z is not positive) contributes nothing to that neuron’s gradient. A neuron with no active sample is dead: only the penalty still moves it.',
  'explain.walk.network.gradient': 'gradient',
  'explain.walk.network.say.gradient': ({ j, m }: RoundFacts) =>
    `${m === '1' ? '' : `For neuron ${j}. `}The data contributes, for the first layer, the mean over all samples of residual · α · a, and for α the mean of residual · max(z, 0); samples that are off count as 0. The penalty contributes β times the weight. A weight that is not trained has gradient 0.`,
  'explain.walk.network.step': 'step',
  'explain.walk.network.say.step': 'The rule turns the gradient into a move of all weights at once.',
  'explain.rows.sample': 'sample',
  'explain.rows.neuron': 'neuron',
  'explain.rows.weight': 'weight',
  'explain.offRow.sample': 'off',
  'explain.offRow.neuron': 'dead',
  'explain.column.z': 'z',
  'explain.column.hidden': 'max(z, 0)',
  'explain.column.part': 'α·max(z, 0)',
  'explain.column.output': 'output',
  'explain.column.y': 'y',
  'explain.column.residual': 'output − y',
  'explain.column.alpha': 'α',
  'explain.column.on': 'on',
  'explain.column.off': 'off',
  'explain.column.fit': 'data',
  'explain.column.decay': 'penalty',
  'explain.column.relaxed': 'relaxation',
  'explain.column.gradient': 'sum',
  'explain.column.before': 'before',
  'explain.column.after': 'after',
  'explain.topic.certificate': 'The certificate of a lower bound',
  'explain.step.solved':
    'The right side is solved in rounds, not by descent: it has no step size and no gradient. The walkthrough shows its round.',
  'explain.walk.neuron': 'Neuron',
  'explain.walk.ended': 'The program has finished: there are no more rounds.',
  'explain.step.ofNeuron': ({ j }: { j: string }) =>
    `The vectors belong to neuron ${j}: its first-layer weights w, then its output weight α. Objective and penalty cover the whole network.`,
  'explain.step.blocks': 'neurons of the program',
  'explain.step.nextBlocks': 'neurons of the program after the round',
  'explain.step.bound': 'proved lower bound',
  'explain.step.nextBound': 'proved lower bound after the round',
  'explain.rows.direction': 'new',
  'explain.rows.quantity': 'quantity',
  'explain.row.neurons': 'neurons',
  'explain.row.objective': 'objective',
  'explain.row.bound': 'lower bound',
  'explain.row.excess': 'their difference',
  'explain.column.angle': 'angle °',
  'explain.column.height': 'η(u)',
  'explain.column.squares': 'q',
  'explain.tex.with': 'with',
  'explain.tex.forAll': 'for all ',
});

declare module '../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
