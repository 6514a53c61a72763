import { english } from '../i18n/messages.ts';

/** What the words of a round may tell: all of it is given, and each takes what it needs. */
export interface RoundFacts {
  /** The neuron that is told, and how many there are. */
  readonly j: string;
  readonly m: string;
  /** Of a program: neurons, beta, the largest pull, how many lie beyond beta, how many came, patterns. */
  readonly p: string;
  readonly beta: string;
  readonly largest: string;
  readonly beyond: string;
  readonly came: string;
  readonly patterns: string;
  /** Of a relaxed side: its weight at the step. */
  readonly b: string;
}

/** The English words of a side that is a network, which two layers and a lift have. */
export const words = english({
  'explain.say.scale':
    'No L holds everywhere for such a loss: L is the curvature at the size of the start or of the labels.',
  'explain.step.fit': 'part of the data in F',
  'explain.step.penalty': 'part of the penalty',
  'explain.step.gradientFit': 'gradient: part of the data',
  'explain.step.gradientDecay': 'gradient: penalty, β times the weights',
  'explain.walk.network.forward': 'forward',
  'explain.walk.network.say.forward': ({ j, m }: RoundFacts) =>
    m === '1'
      ? 'A sample goes through the neuron: z is its first-layer weights times the sample. Where z is above 0 the neuron says α·z, elsewhere 0.'
      : `Each sample goes through all ${m} neurons: z = w·a. Where z is above 0 a neuron adds α·z to the output, elsewhere nothing. The columns z, max(z, 0) and α·max(z, 0) are of neuron ${j}.`,
  'explain.walk.network.residuals': 'residuals',
  'explain.walk.network.say.residuals': ({ m }: RoundFacts) =>
    `Output less label, sample by sample.${m === '1' ? '' : ' All neurons share it.'}`,
  'explain.walk.network.off': 'who is off',
  'explain.walk.network.say.off':
    'A sample that is off for a neuron (z not above 0) contributes nothing to that neuron’s gradient. A neuron that no sample switches on is dead: only the penalty still moves it.',
  'explain.walk.network.gradient': 'gradient',
  'explain.walk.network.say.gradient': ({ j, m }: RoundFacts) =>
    `${m === '1' ? '' : `Of neuron ${j}. `}Part of the data: for the first layer the mean over all samples of residual · α · a, for α the mean of residual · max(z, 0); samples that are off count as 0. Part of the penalty: β times the weight. What is not trained has gradient 0.`,
  'explain.walk.network.step': 'step',
  'explain.walk.network.say.step': 'The rule turns the gradient into a move of all weights at once.',
  'explain.rows.sample': 'row',
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
});

declare module '../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
