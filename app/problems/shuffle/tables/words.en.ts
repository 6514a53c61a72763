import { english } from '../../../i18n/messages.ts';

export const words = english({
  'take.kind.mixtures': 'States and curves',
  'take.kind.costs': 'Curves only',
  'take.kind.permutations': 'All permutations',
  'take.kind.thresholds': 'Traps',
  'take.kind.restpoints': 'Stationary points',
  'take.about.mixtures':
    'One row per step, for both sides: E, P, λ, E + λP, the rounded cost, the lower bound and the state.',
  'take.about.costs':
    'One row per step, for both sides: E, P, λ, E + λP, the rounded cost and the lower bound.',
  'take.about.permutations': 'Every permutation within reach and its cost.',
  'take.about.thresholds': 'Permutations, their costs, and above which λ each of them is a trap.',
  'take.about.restpoints': 'Every point at which descent can stop, on both sides: weights, kind and value.',
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
