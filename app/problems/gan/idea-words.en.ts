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
    'One round is two moves. Dashed: the distance to the saddle before it. Solid: the distance after it.',
  'gan.idea.of.network':
    'Each neuron stretches its own column, and never turns it round. The stretched columns add up to the generated mean. The star is the real mean.',
  'gan.idea.of.two-weights':
    'Each neuron stretches its own arrow, and never turns it round. The arrows add up to the generated mean. The star is the real mean.',
  'aria.gan.idea': ({ name, turn }: { name: string; turn: boolean }) =>
    turn ? `${name}: the two moves of one round` : `${name}: the columns added up to the generated mean`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
