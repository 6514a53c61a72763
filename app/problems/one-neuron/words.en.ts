import { formatNumberShort } from '../../i18n/format.ts';
import { english } from '../../i18n/messages.ts';

export const words = english({
  'about.left': ({ leak }: { leak: number }) =>
    `The usual squared error of one ${leak > 0 ? 'leaky ' : ''}ReLU neuron.`,
  'about.right': ({ blend }: { blend: number }) =>
    blend === 1
      ? 'The same, plus a penalty for inactive samples.'
      : `The same, plus ${formatNumberShort(blend)} times a penalty for inactive samples.`,
  'about.active': 'Left half filled: active on the left. Right half: on the right.',
  'choice.features.line': 'line: rows (x, 1)',
  'choice.features.gauss': 'Gaussian',
  'choice.features.circle': 'on the circle',
  'choice.features.positive': 'positive: |Gaussian|',
  'choice.features.correlated': 'correlated',
  'choice.features.csv': 'CSV',
  'preset.slope-bias.title': 'Slope and bias',
  'preset.slope-bias.sentence': 'Eight points on a hinge and a start on the wrong side of it.',
  'preset.trap.title': 'Trap',
  'preset.trap.sentence': 'Four rows, two of them switched on at the plant (1, 1).',
  'preset.zero-start.title': 'Zero start',
  'preset.zero-start.sentence': 'At w = 0 no sample is active. Is every gradient zero there?',
  'preset.valley.title': 'Valley',
  'preset.valley.sentence': 'Six samples: a whole line of minima, and none of them is the plant.',
  'preset.spurious.title': 'Spurious minimum',
  'preset.spurious.sentence': 'Noise digs minima of their own into the left side; the relaxation has one.',
  'preset.population.title': 'Infinitely many samples',
  'preset.population.sentence':
    'In closed form: the relaxation is a round bowl. What does one step of c = 2 do there?',
  'preset.few-samples.title': 'Few samples',
  'preset.few-samples.sentence':
    'With n < 2d the plant is often not the only global minimum: another end can be perfect too.',
  'preset.correlated.title': 'Correlated features',
  'preset.correlated.sentence':
    'Features that move together stretch both bowls: both sides need hundreds of steps.',
  'preset.noise-inside.title': 'Noise inside',
  'preset.noise-inside.sentence':
    'Noise before the ReLU: the relaxation’s end is often as near to the plant or nearer (measured).',
  'preset.noise-outside.title': 'Noise outside',
  'preset.noise-outside.sentence':
    'Noise after the ReLU: where the left side is not trapped, the relaxation often ends farther from the plant (measured).',
  'preset.leak.title': 'Leak',
  'preset.leak.sentence': 'With a slope of 0.1 below zero no neuron can die.',
  'preset.high-dimension.title': 'High dimension',
  'preset.high-dimension.sentence': 'Twenty weights, sixty samples: who arrives first, and by how much?',
  'preset.stopping-distance.title': 'Stopping distance',
  'preset.stopping-distance.sentence':
    'Fifty cars of the 1920s: a distance cannot be negative, so one ReLU is its natural model.',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
