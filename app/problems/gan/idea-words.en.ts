import { english } from '../../i18n/messages.ts';

export const words = english({
  'gan.idea': 'The idea.',
  'gan.idea.turn': ({ name, how }: { name: string; how: string }) => `${name}: ${how}`,
  'gan.idea.mixture': ({ name }: { name: string }) => `${name}: the columns added up`,
  'gan.idea.rule.simultaneous': 'both move at once',
  'gan.idea.rule.alternating': 'd moves, then w',
  'gan.idea.rule.extragradient': 'both look ahead',
  'gan.idea.rule.optimistic': 'both look back',
  'gan.idea.rule.best': 'd replies, then w',
  'gan.idea.of.plane':
    'In each round w goes down the slope of the loss L, and d goes up it. Damping ρ pulls d back to 0. L is flat for both players at the saddle, the goal.',
  'gan.idea.arcs': 'Thin arc: the distance to the saddle before the round. Thick arc: after it.',
  'gan.idea.of.network':
    'Each neuron stretches its own column, and never turns it round. The stretched columns add up to the generated mean. ★ is the real mean.',
  'gan.idea.of.two-weights':
    'Each neuron stretches its own arrow, and never turns it round. The arrows add up to the generated mean. ★ is the real mean.',
  'aria.gan.idea': ({ name, turn }: { name: string; turn: boolean }) =>
    turn
      ? `${name}: the two moves of one round, and the saddle`
      : `${name}: the columns added up to the generated mean`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
