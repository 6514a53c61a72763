import { english } from '../../i18n/messages.ts';

export const words = english({
  'idea.title': ({ side }: { side: string }) => `loss of one sample, ${side}`,
  'idea.inactive': 'inactive',
  'idea.flat': 'flat: no gradient',
  'idea.slope': ({ slope }: { slope: string }) => `slope ${slope}`,
  'idea.pulls': ({ slope }: { slope: string }) => `still slopes: ${slope}`,
  'idea.lead': 'The idea in one sample.',
  'idea.lost':
    'z is the input of the ReLU. For z < 0 the usual loss is flat: the sample cannot pull the weights back. The penalty keeps a slope there.',
  'idea.leaks':
    'z is the input of the ReLU. For z < 0 the leak flattens the usual loss; the penalty makes it steeper.',
  'idea.none':
    'z is the input of the ReLU. The blend is 0, so there is no penalty: the two losses are the same.',
  'idea.count': ({ active, n }: { active: number; n: number }) =>
    active === n
      ? `At the start all ${n} samples are active.`
      : `At the start ${active} of ${n} samples are active.`,
  'idea.aria': ({ side, label, z, slope }: { side: string; label: string; z: string; slope: string }) =>
    `${side}: the loss of one sample with label ${label} over its pre-activation z. At the start z is ${z} and the slope is ${slope}.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
