import { formatNumberShort, formatPercent } from '../../i18n/format.ts';
import { english } from '../../i18n/messages.ts';

export const words = english({
  'knob.squared': 'squared error',
  'knob.relaxation': 'relaxation',
  'about.left': ({ leak, star }: { leak: number; star: boolean }) =>
    `${leak > 0 ? 'A leaky' : 'One'} neuron’s squared error.${star ? ' ★ made the data.' : ''}`,
  'about.right': ({ blend }: { blend: number }) =>
    blend === 1
      ? 'The same, plus a penalty for inactive samples.'
      : `The same, plus ${formatPercent(formatNumberShort(Number((100 * blend).toPrecision(2))))} of the penalty.`,
  'about.active': 'A filled half: active on that side.',
  'choice.features.line': 'points on a line (slope + bias)',
  'choice.features.gauss': 'Gaussian',
  'choice.features.circle': 'on the circle',
  'choice.features.positive': 'positive: |Gaussian|',
  'choice.features.correlated': 'correlated',
  'choice.features.csv': 'CSV',
  'preset.slope-bias.title': 'Slope and bias',
  'preset.slope-bias.sentence': 'Eight points along a hinge, and a start that slopes the wrong way.',
  'preset.trap.title': 'Trap',
  'preset.trap.sentence': 'Four samples; at the star, only two of them are active.',
  'preset.zero-start.title': 'Zero start',
  'preset.zero-start.sentence': 'At w = 0 no sample is active. Is every gradient zero there?',
  'preset.valley.title': 'Valley',
  'preset.valley.sentence': 'Six samples, and a whole valley of minima that misses the star.',
  'preset.spurious.title': 'Spurious minimum',
  'preset.spurious.sentence':
    'Noise carves extra minima into the left loss. The relaxation still has just one.',
  'preset.population.title': 'Infinitely many samples',
  'preset.population.sentence':
    'With infinitely many samples the relaxation is a perfectly round bowl. Where does one step with c = 2 land?',
  'preset.few-samples.title': 'Few samples',
  'preset.few-samples.sentence': 'With n < 2d the star is often not the only perfect fit.',
  'preset.correlated.title': 'Correlated features',
  'preset.correlated.sentence': 'Correlated features stretch both bowls; each side needs hundreds of steps.',
  'preset.noise-inside.title': 'Noise inside',
  'preset.noise-inside.sentence':
    'Noise before the ReLU moves both ends off the star. Which side ends closer?',
  'preset.noise-outside.title': 'Noise outside',
  'preset.noise-outside.sentence':
    'Noise after the ReLU moves both ends off the star. Which side ends closer if the left escapes the traps?',
  'preset.leak.title': 'Leak',
  'preset.leak.sentence': 'With slope 0.1 below zero, a neuron cannot die.',
  'preset.high-dimension.title': 'High dimension',
  'preset.high-dimension.sentence':
    'Twenty weights, sixty samples: which side arrives first, and by how much?',
  'preset.stopping-distance.title': 'Stopping distance',
  'preset.stopping-distance.sentence':
    'Fifty cars from the 1920s. Stopping distances can’t be negative, so one ReLU is a natural model.',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
